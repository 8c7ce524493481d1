"""Words that agree: with a language, with a number, and with one another in a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Forms: TypeAlias = tuple[str, str]
"""For one, and for any other number `{n}`: right for English, German and Spanish, whose 0 and 21 are plural."""

_AND = {"en": "and", "de": "und", "fr": "et", "es": "y"}


def chosen(by_language: Mapping[str, T], lang: str) -> T:
    """What there is in the language of a tag, `de` of `de-AT`, else in English."""
    return by_language.get(lang.partition("-")[0], by_language["en"])


def counted(forms: Forms, count: int) -> str:
    """The form for so many, with the number in it: `1 item is`, `21 items are`."""
    return forms[count != 1].replace("{n}", str(count))


def listed(parts: Sequence[str], lang: str = "en") -> str:
    """The parts as a sentence lists them: `a, b and c`; of none, nothing.

    Three and more that have commas in them are set apart by semicolons. Spanish `y` becomes `e` before the sound of i:
    RAE, Diccionario panhispánico de dudas, "y".
    """
    if len(parts) < 2:
        return "".join(parts)
    word, last = chosen(_AND, lang), parts[-1]
    if word == "y" and last.lower().startswith(("i", "hi")) and not last.lower().startswith(("hia", "hie")):
        word = "e"
    if len(parts) > 2 and any(", " in part for part in parts):
        return f"{'; '.join(parts[:-1])}; {word} {last}"
    return f"{', '.join(parts[:-1])} {word} {last}"
