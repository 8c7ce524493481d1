"""Quotation marks: which pair a language uses, and which a text already has."""

from __future__ import annotations

import re
from typing import NamedTuple


class Marks(NamedTuple):
    """An opening and a closing mark, with whatever space belongs between them and the words."""

    opening: str
    closing: str


NO_MARKS = Marks("", "")
NARROW_SPACE = "\u202f"

BY_NAME = {
    "“”": Marks("“", "”"),
    "‘’": Marks("‘", "’"),
    "„“": Marks("„", "“"),
    "„”": Marks("„", "”"),
    "””": Marks("”", "”"),
    "«»": Marks("«", "»"),
    "»«": Marks("»", "«"),
    "「」": Marks("「", "」"),
    "『』": Marks("『", "』"),
    "none": NO_MARKS,
}

# Main quotation marks of each language: Unicode CLDR 45, delimiters; English marks where it says the same or nothing.
BY_LANGUAGE = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "is", "lt", "bg", "sr", "sq"), "„“"),
    **dict.fromkeys(("pl", "hu", "ro", "hr", "bs"), "„”"),
    **dict.fromkeys(("sv", "fi", "he"), "””"),
    **dict.fromkeys(("es", "it", "pt", "ca", "el", "no", "nb", "nn", "ru", "uk", "be", "fa", "ar"), "«»"),
    **dict.fromkeys(("ja", "zh-hant", "zh-tw", "zh-hk"), "「」"),
    "fr": "«»",
    "pt-br": "“”",
}
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
STRAIGHT = '"'
PAIRS = {"“": "”", "‘": "’", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", STRAIGHT: STRAIGHT, "”": "”"}
QUOTED = re.compile(r'(?<![^\s(\[*—–/-])"(?=[^\s"])([^"]*[^\s"\d])"(?![^\W_])')


def by_language(lang: str) -> Marks:
    """The marks that a language puts around a quote."""
    tag = lang.lower()
    marks = BY_NAME[BY_LANGUAGE.get(tag) or BY_LANGUAGE.get(tag.partition("-")[0], "“”")]
    if tag.partition("-")[0] == "fr":
        return Marks(marks.opening + NARROW_SPACE, NARROW_SPACE + marks.closing)
    return marks


def curled(words: str, outer: Marks, own: Marks) -> str:
    """The words with curved marks for straight ones: those of a quote within `outer`, or `own` where there is none.

    A straight mark behind a digit may be an inch, and one without a partner cannot be told: then all stay.
    """
    pairs = list(QUOTED.finditer(words))
    if 2 * len(pairs) != words.count(STRAIGHT):
        return words
    inside = INSIDE[outer.opening[0]] if outer != NO_MARKS else own
    return QUOTED.sub(rf"{inside.opening}\1{inside.closing}", words)


def split(text: str) -> tuple[Marks | None, str]:
    """The marks that stand around the whole text, if any, and the words between them."""
    closers = PAIRS.get(text[:1], "")
    if len(text) < 3 or not closers or text[-1] not in closers or not _is_one_quote(text):
        return None, text
    inner = text[1:-1]
    words = inner.strip(" \u00a0" + NARROW_SPACE)
    return Marks(text[0] + inner[: inner.index(words)], inner[inner.index(words) + len(words) :] + text[-1]), words


def _is_one_quote(text: str) -> bool:
    """Whether the first mark is closed by the last character and not before, as in “Yes” and “no”."""
    opening, closing = text[0], text[-1]
    if opening == closing:
        return text.count(opening) == 2
    depth = 0
    for index, character in enumerate(text):
        if character == opening:
            depth += 1
        elif character == closing and not (closing == "’" and text[index + 1 : index + 2].isalpha()):
            depth -= 1
            if depth == 0:
                return index == len(text) - 1
    return False
