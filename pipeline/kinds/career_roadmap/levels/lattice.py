"""The lattice: where tracks, levels, gutters and channels lie, for cards of known heights and a room to keep to.

label   ● ┌────────┐ gutter ● ┌────────┐     lead    from a spine to its card, station and all
─────── │ │        │────────│ │        │     gutter  as wide as the moves in it need
        ● └────────┘        ● └────────┘     cards of one level are equally high, levels equally far apart
          channel                            if their cards let them

u runs along the tracks and v across them. With levels as rows u is y and v is x; with levels as columns they swap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.levels.cards import Card, Sizes
from pipeline.kinds.career_roadmap.levels.grid import Grid, Seat
from pipeline.kinds.career_roadmap.levels.routes import Network
from pipeline.records import NamedTuple


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


Spans: TypeAlias = tuple[Span, ...]


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
    rows: Spans
    tracks: Spans
    spines: tuple[float, ...]
    gutters: Spans
    channels: Spans
    ports: Mapping[Seat, float]
    foot: float | None

    def at(self, u: float, v: float) -> Point:
        """The point of the page."""
        return Point(u, v) if self.is_horizontal else Point(v, u)

    def box(self, u: float, v: float, along: float, across: float) -> Rect:
        """The box of the page that begins at u and v and is so long along the tracks and across them."""
        return Rect(u, v, along, across) if self.is_horizontal else Rect(v, u, across, along)

    def cell(self, path: int, row: int) -> Rect:
        """The card's box."""
        along, across = self.rows[row], self.tracks[path]
        return self.box(along.low, across.low, along.length, across.length)

    @property
    def middles(self) -> tuple[float, ...]:
        """The heights of the lines across the page: of the tracks' spines, or of the levels."""
        return self.spines if self.is_horizontal else tuple(row.middle for row in self.rows)

    @property
    def columns(self) -> Spans:
        """What stands side by side on the page: levels, or tracks."""
        return self.rows if self.is_horizontal else self.tracks

    @property
    def ahead(self) -> int:
        """Which way u goes from a level to the next higher one: 1 or -1."""
        return 1 if self.is_horizontal else -1


class Strips(NamedTuple):
    """The least widths of gutters and channels, from before the first track and below the first level on."""

    gutters: tuple[float, ...]
    channels: tuple[float, ...]


def strips(paths: int, rows: int, roads: Network, sizes: Sizes) -> Strips:
    """What the moves need."""
    turns = 2 * sizes.turn + sizes.room
    return Strips(
        _widths(paths, roads.gutters, sizes.gutter, lambda lanes: (lanes - 1) * sizes.pitch + turns),
        _widths(rows, roads.channels, sizes.channel, lambda lanes: (lanes + 1) * sizes.pitch),
    )


def _widths(cells: int, lanes: Mapping[int, int], least: float, needed: Callable[[int], float]) -> tuple[float, ...]:
    """How wide the strips before, between and behind so many cells are; those between them at least `least`."""
    return tuple(
        max(needed(lanes[index]) if lanes.get(index) else 0.0, least if 0 < index < cells else 0.0)
        for index in range(cells + 1)
    )


def place(
    area: Rect, sizes: Sizes, heights: Mapping[Seat, float], strips: Strips, foot: float, width: float, *,
    is_horizontal: bool,
) -> Lattice | None:  # fmt: skip
    """The lattice of cards so high, `width` wide each, with so much room for the start; None where it is too high.

    A track or level without cards is as high as one title. The stops have no places yet.
    """
    paths, rows = len(strips.gutters) - 1, len(strips.channels) - 1
    if is_horizontal:
        highest = _highest(heights, 0, paths, sizes)
        spare = area.height - sum(highest) - sum(strips.gutters) - paths * (sizes.reach + sizes.lead)
        if spare < 0:
            return None
        first, *between, last = strips.gutters
        wider = [first, *(gutter + spare / paths for gutter in between), last]
        tracks, gutters = _in_turn(area.y, highest, wider, sizes.reach, sizes.lead)
        levels, channels = _in_turn(area.x + foot, [width] * rows, strips.channels)
        start = area.x + foot / 2
    else:
        found = _rows(area, _highest(heights, 1, rows, sizes), strips.channels, foot)
        if found is None:
            return None
        levels, channels = found
        tracks, gutters = _in_turn(area.x, [width] * paths, strips.gutters, sizes.reach, sizes.lead)
        start = area.bottom - foot / 2
    spines = tuple(gutter.high + sizes.reach for gutter in gutters[:-1])
    return Lattice(is_horizontal, area, levels, tracks, spines, gutters, channels, {}, start if foot else None)


def _highest(heights: Mapping[Seat, float], axis: int, count: int, sizes: Sizes) -> list[float]:
    """How high the highest card of each track (axis 0) or level (axis 1) is."""
    least = sizes.title + 2 * sizes.pad_v
    return [max((high for seat, high in heights.items() if seat[axis] == at), default=least) for at in range(count)]


def _in_turn(
    start: float, cells: Sequence[float], strips: Sequence[float], reach: float = 0.0, lead: float = 0.0
) -> tuple[Spans, Spans]:
    """Cells of these extents and the strips before, between and behind them; reach and lead are before each cell."""
    spans, between = [], []
    for cell, strip in zip(cells, strips, strict=False):
        between.append(Span(start, start + strip))
        low = start + strip + reach + lead
        spans.append(Span(low, low + cell))
        start = spans[-1].high
    return tuple(spans), (*between, Span(start, start + strips[-1]))


def _rows(area: Rect, highs: Sequence[float], channels: tuple[float, ...], foot: float) -> tuple[Spans, Spans] | None:
    """Levels one above the other, equally far apart if that gives every channel its room; and the channels."""
    bottom, top = area.bottom - foot - channels[0], area.y + channels[-1]
    spare = bottom - top - sum(highs) - sum(channels[1:-1])
    if spare < 0:
        return None
    rows = len(highs)
    step = (bottom - top - (highs[0] + highs[-1]) / 2) / max(1, rows - 1)
    middles = [bottom - highs[0] / 2 - step * row for row in range(rows)]
    if rows == 1:
        middles = [(bottom + top) / 2]
    gaps = [step - (highs[row] + highs[row + 1]) / 2 for row in range(rows - 1)]
    if any(gap < channel for gap, channel in zip(gaps, channels[1:-1], strict=True)):
        middles, y = [], bottom
        for row, high in enumerate(highs):
            middles.append(y - high / 2)
            y -= high + channels[row + 1] + spare / (rows - 1)
    levels = tuple(Span(middle - high / 2, middle + high / 2) for middle, high in zip(middles, highs, strict=True))
    below = Span(levels[0].high, levels[0].high + channels[0])
    above = Span(levels[-1].low - channels[-1], levels[-1].low)
    return levels, (below, *(Span(after.high, before.low) for before, after in pairwise(levels)), above)


def ports(lattice: Lattice, found: Grid, cards: Mapping[Seat, Card], sizes: Sizes) -> dict[Seat, float]:
    """Where each stop's station stands along its spine."""
    reach = sizes.reach
    ports: dict[Seat, float] = {}
    for (w, row), card in cards.items():
        rect = lattice.cell(w, row)
        if lattice.is_horizontal:
            places = _places(found.cells[w, row], card.hidden)
            step = min(2 * reach, (rect.width - 2 * reach) / max(1, max(places)))
            for stop, place in zip(found.cells[w, row], places, strict=True):
                ports[w, stop] = rect.x + reach + place * step
            continue
        within = card.places(rect, sizes, is_row=True)
        for stop, (top, bottom) in within.items():
            ports[w, stop] = rect.center.y if len(within) == 1 else (top + bottom) / 2
    return ports


def _places(stops: Sequence[int], hidden: Sequence[int]) -> list[int]:
    """Which place each stop has along its track: those in a row that are only counted share one."""
    places = [0]
    for before, stop in pairwise(stops):
        places.append(places[-1] + (before not in hidden or stop not in hidden))
    return places
