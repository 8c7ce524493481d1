"""The units of a figure: signs, which hang beside it, and words, which stand on its base."""

from __future__ import annotations

import re

_SIGNED = re.compile(r"(.*[^\s%‰٪％°])\s?(%|‰|٪|％|°[CF]?)")
_LONGEST = 2  # characters of a sign: `%`, `°C`


def parted(figure: str) -> tuple[str, str]:
    """A figure without the sign at its end, and that sign, if it has one: `30%` is `30` and `%`."""
    found = _SIGNED.fullmatch(figure.strip())
    return (found[1], found[2]) if found else (figure.strip(), "")


def is_sign(unit: str) -> bool:
    """Whether a unit is a sign rather than a word."""
    return len(unit) <= _LONGEST and not unit[:1].isalnum()
