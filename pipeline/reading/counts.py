"""Counts as sentences have them: `64`, `1,200`, and in words up to twelve, or below a hundred."""

from __future__ import annotations

import re

_IN_WORDS = (
    "two three four five six seven eight nine ten eleven twelve",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "deux trois quatre cinq six sept huit neuf dix onze douze",
    "dos tres cuatro cinco seis siete ocho nueve diez - doce",  # `once` is English more often
)
_TENS = (  # how they are put together with `one` to `nine`, and these where they begin otherwise
    ("twenty thirty forty fifty sixty seventy eighty ninety", "{ten}-{one}", "one"),
    ("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", "{one}und{ten}", "ein"),
    ("vingt trente quarante cinquante soixante", "{ten}-{one}", "un"),
    ("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", "{ten} y {one}", "uno"),
)


def _words() -> dict[str, int]:
    known = {word: number for words in _IN_WORDS for number, word in enumerate(words.split(), 2)}
    for units, (tens, together, one) in zip(_IN_WORDS, _TENS, strict=True):
        for ten, name in enumerate(tens.split(), 2):
            known[name] = 10 * ten
            for unit, word in enumerate([one, *units.split()[:8]], 1):
                known[together.format(ten=name, one=word)] = 10 * ten + unit
    return known


_WORDS = _words()
_LONGEST_FIRST = sorted(_WORDS, key=len, reverse=True)
COUNT = rf"(\d{{1,3}}(?:[,.\u202f]\d{{3}}){{1,4}}|\d{{1,6}}|(?<!\w-)\b(?:{'|'.join(_LONGEST_FIRST)}))"
"""A pattern with one group: a whole number, in figures or in words; `one` and `eine` are articles more often."""


def as_digits(written: str) -> str:
    """A count in figures: `twelve` is `12`; figures stay as they are written."""
    return str(_WORDS[written.lower()]) if written.lower() in _WORDS else written


def count(written: str) -> int | None:
    """A number in words, or one or two figures, else None."""
    return int(written) if re.fullmatch(r"[0-9]{1,2}", written) else _WORDS.get(written.lower())
