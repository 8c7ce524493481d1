"""A scale of round numbers: 0, 50, 100."""

from __future__ import annotations

from decimal import Decimal
from math import floor, log10
from typing import NamedTuple

STEPS = (1, 2, 5, 10)
WANTED = 3  # steps from end to end


class Scale(NamedTuple):
    """The number at the start of an axis, and the round numbers on it."""

    low: float
    ticks: tuple[Decimal, ...]


def scale(low: float, high: float) -> Scale:
    """The round numbers from low to high: about four, a power of ten apart or two or five of it."""
    rough = (high - low) / WANTED
    power = floor(log10(rough))
    step = next(Decimal(each).scaleb(power) for each in STEPS if each * 10**power >= rough * 0.999)
    first = -(-Decimal(repr(low)) // step)
    count = int(Decimal(repr(high)) // step - first) + 1
    return Scale(low, tuple((first + index) * step for index in range(count)))
