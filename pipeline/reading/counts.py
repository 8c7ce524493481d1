"""Counts as sentences have them: `64`, `1,200`, and in words up to twelve."""

from __future__ import annotations

import re

_IN_WORDS = (
    "two three four five six seven eight nine ten eleven twelve",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "deux trois quatre cinq six sept huit neuf dix onze douze",
    "dos tres cuatro cinco seis siete ocho nueve diez - doce",  # `once` is English more often
)
_WORDS = {word: number for words in _IN_WORDS for number, word in enumerate(words.split(), 2)}
COUNT = rf"(\d{{1,3}}(?:[,.\u202f]\d{{3}}){{1,4}}|\d{{1,6}}|\b(?:{'|'.join(_WORDS)}))"
"""A pattern with one group: a whole number, in figures or in words; `one` and `eine` are articles more often."""


def as_digits(written: str) -> str:
    """A count in figures: `twelve` is `12`; figures stay as they are written."""
    return str(_WORDS[written.lower()]) if written.lower() in _WORDS else written


def count(written: str) -> int | None:
    """A number in words up to twelve, or one or two figures, else None."""
    return int(written) if re.fullmatch(r"[0-9]{1,2}", written) else _WORDS.get(written.lower())
