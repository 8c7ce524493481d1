"""Quotation marks: which pair a language puts around somebody's words, and which within them."""

from __future__ import annotations

import re
from typing import NamedTuple

NARROW_SPACE = "\u202f"
# Main quotation marks of each language: Unicode CLDR 45, delimiters; English marks where it says the same or nothing.
_BY_LANGUAGE = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "is", "lt", "bg", "sr", "sq"), "„“"),
    **dict.fromkeys(("pl", "hu", "ro", "hr", "bs"), "„”"),
    **dict.fromkeys(("sv", "fi", "he"), "””"),
    **dict.fromkeys(("es", "it", "pt", "ca", "el", "no", "nb", "nn", "ru", "uk", "be", "fa", "ar"), "«»"),
    **dict.fromkeys(("ja", "zh-Hant", "zh-TW", "zh-HK"), "「」"),
    "fr": "«»",
    "pt-BR": "“”",
}


class Marks(NamedTuple):
    """An opening and a closing mark, with whatever space belongs between them and the words."""

    opening: str
    closing: str


# Marks of a quote within a quote, by the opening mark of the outer one: Unicode CLDR 45, delimiters.
INSIDE = {
    "“": Marks("‘", "’"),
    "‘": Marks("“", "”"),
    "„": Marks("‚", "‘"),
    "”": Marks("’", "’"),
    "«": Marks("“", "”"),
    "»": Marks("›", "‹"),
    "「": Marks("『", "』"),
    "『": Marks("「", "」"),
}
_OPENING = frozenset('“„«"')
_PAIRED = r'[“„«"]\s?([^“”„«»"]+?)\s?[”“»"]'


def quotation_marks(lang: str) -> Marks:
    """The marks that a language puts around a quote."""
    language = lang.partition("-")[0]
    found = _BY_LANGUAGE.get(lang) or _BY_LANGUAGE.get(language, "“”")
    marks = Marks(*found)
    if language == "fr":
        return Marks(marks.opening + NARROW_SPACE, NARROW_SPACE + marks.closing)
    return marks


def quoted(text: str, lang: str = "en") -> str:
    """The text between its language's marks; quotes within it get the marks that belong there."""
    outer = quotation_marks(lang)
    inside = INSIDE[outer.opening[0]]
    has_quotes = not _OPENING.isdisjoint(text)
    words = re.sub(_PAIRED, rf"{inside.opening}\1{inside.closing}", text) if has_quotes else text
    return f"{outer.opening}{words}{outer.closing}"
