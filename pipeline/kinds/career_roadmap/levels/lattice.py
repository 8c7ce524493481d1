"""The lattice: where tracks, levels, gutters and channels lie on the page, once the cards are set.

u runs along the tracks and v across them. With levels as rows u is y and v is x; with levels as columns they swap.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.levels.grid import Seat


class Span(NamedTuple):
    """From low to high along one axis, in px."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2

    @property
    def length(self) -> float:
        return self.high - self.low


class Lattice(NamedTuple):
    """The places of everything.

    rows       of each level's cards along u, from the lowest level on
    tracks     of each track's cards along v; its spine runs at `spines` before them
    gutters    across, from the one before the first track to the one behind the last
    channels   along u: the k-th lies below level k
    ports      the place along u of each stop's station
    foot       the place along u of the start, or None where a milestone is today's
    """

    is_horizontal: bool
    area: Rect
    rows: tuple[Span, ...]
    tracks: tuple[Span, ...]
    spines: tuple[float, ...]
    gutters: tuple[Span, ...]
    channels: tuple[Span, ...]
    ports: Mapping[Seat, float]
    foot: float | None

    def at(self, u: float, v: float) -> Point:
        """The point of the page."""
        return Point(u, v) if self.is_horizontal else Point(v, u)

    def cell(self, way: int, row: int) -> Rect:
        """The card's box."""
        along, across = self.rows[row], self.tracks[way]
        if self.is_horizontal:
            return Rect(along.low, across.low, along.length, across.length)
        return Rect(across.low, along.low, across.length, along.length)

    @property
    def middles(self) -> tuple[float, ...]:
        """The heights of the lines across the page: of the tracks' spines, or of the levels."""
        return self.spines if self.is_horizontal else tuple(row.middle for row in self.rows)

    @property
    def columns(self) -> tuple[Span, ...]:
        """What stands side by side on the page: levels, or tracks."""
        return self.rows if self.is_horizontal else self.tracks

    @property
    def ahead(self) -> int:
        """Which way u goes from a level to the next higher one: 1 or -1."""
        return 1 if self.is_horizontal else -1
