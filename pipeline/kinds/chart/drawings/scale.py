"""A scale: how many px a number takes, and round numbers to write on it: 0, 50, 100."""

from __future__ import annotations

from decimal import Decimal
from math import floor, inf, log10
from typing import NamedTuple

STEPS = (1, 2, 5, 10)
WANTED = 3  # steps from end to end


class Side(NamedTuple):
    """One side of 0: how far numbers reach, the px that what is written at their ends takes, and the least px."""

    reach: float
    after: float = 0.0
    least: float = 0.0

    def need(self, per_px: float) -> float:
        """The px that it takes at a scale."""
        return max(self.reach * per_px + self.after, self.least)


def px_per_number(one: Side, other: Side, room: float) -> float:
    """The largest scale at which both sides of 0 fit the room."""
    tried = [(room - one.after - other.after) / (one.reach + other.reach or inf)]
    tried += [(room - far.least - near.after) / near.reach for near, far in ((one, other), (other, one)) if near.reach]
    return max((each for each in tried if one.need(each) + other.need(each) <= room + 1e-6), default=0.0)


def ticks(low: float, high: float) -> tuple[Decimal, ...]:
    """The round numbers from low to high: about four, a power of ten apart or two or five of it."""
    rough = (high - low) / WANTED
    power = floor(log10(rough))
    step = next(Decimal(each).scaleb(power) for each in STEPS if each * 10**power >= rough * 0.999)
    first = -(-Decimal(repr(low)) // step)
    count = int(Decimal(repr(high)) // step - first) + 1
    return tuple((first + index) * step for index in range(count))
