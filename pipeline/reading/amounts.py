"""Amounts as sentences have them -> a number and what it counts: `31 days`, `€1.2M a year`, `12,5 %`.

old, new = amount("31 days"), amount("1 day")
are_alike(old, new)                     both count days
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from pipeline.prose import one_line, plain
from pipeline.reading import currencies
from pipeline.reading.numbers import MOST_LENGTH, Form, split
from pipeline.words import vocabulary

_ENDING, _STEM = 3, 2  # letters: the most that two forms of one word differ by at their end, the least they share
_UNITS = tuple(f"{unit}_units" for unit in ("day", "week", "month", "quarter", "year"))


class Amount(NamedTuple):
    """A number that is not understood yet, and the words behind it."""

    form: Form
    counted: str


def amount(text: str) -> Amount | None:
    """The amount that a text begins with, or None where it begins with anything else or goes on with digits."""
    text = one_line(text)
    for end in range(min(len(text), MOST_LENGTH), 0, -1):
        rest = text[end:]
        is_whole = not re.match(r"[^\W\d_]{2}", text[end - 1 : end + 1])  # no word is parted
        if is_whole and not any(map(str.isdecimal, rest)) and (form := split(text[:end])):
            return Amount(form, rest.strip())
    return None


def are_alike(one: Amount, other: Amount) -> bool:
    """Whether both are in one unit and count one thing, whatever forms their words have: `1 day`, `9 days`."""
    is_one_unit = currencies.are_alike(one.form.unit, other.form.unit)
    return is_one_unit and _is_one_word(plain(one.counted), plain(other.counted))


def _is_one_word(one: str, other: str) -> bool:
    if one == other or any({one, other} <= vocabulary("roadmap_reading")[unit] for unit in _UNITS):
        return True
    shared = len([*takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))])
    return shared >= _STEM and max(len(one), len(other)) - shared <= _ENDING
