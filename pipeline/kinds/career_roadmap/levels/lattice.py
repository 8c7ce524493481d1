"""The lattice: where tracks, levels, gutters and channels lie, for cards of known heights and a room to keep to.

label   ● ┌────────┐ gutter ● ┌────────┐     lead    from a spine to its card, station and all
─────── │ │        │────────│ │        │     gutter  as wide as the moves in it need
        ● └────────┘        ● └────────┘     cards of one level are equally high, levels equally far apart
          channel                            if their cards let them

u runs along the tracks and v across them. With levels as rows u is y and v is x; with levels as columns they swap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.levels.cards import Card, Grid, Seat, Sizes
from pipeline.kinds.career_roadmap.levels.routes import Network


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


def strips(grid: Grid, paths: int, roads: Network, sizes: Sizes) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The least widths of gutters and channels that the moves need, from before the first track and level on."""
    turns = 2 * sizes.turn + sizes.room
    return (
        _widths(paths, roads.gutters, sizes.gutter, lambda lanes: (lanes - 1) * sizes.pitch + turns),
        _widths(len(grid.names), roads.channels, sizes.channel, lambda lanes: (lanes + 1) * sizes.pitch),
    )


def _widths(cells: int, lanes: Mapping[int, int], least: float, needed: Callable[[int], float]) -> tuple[float, ...]:
    """How wide the strips before, between and behind so many cells are; those between them at least `least`."""
    return tuple(
        max(needed(lanes[index]) if lanes.get(index) else 0.0, least if 0 < index < cells else 0.0)
        for index in range(cells + 1)
    )


def place(
    area: Rect, sizes: Sizes, gutters: Sequence[float], channels: Sequence[float], foot: float, width: float,
    heights: Mapping[Seat, float], *, is_horizontal: bool,
) -> Lattice | None:  # fmt: skip
    """The lattice of cards so high, `width` wide each, with so much room for the start; None where it is too high.

    Between and about them are the strips, at least so wide. A track or level without cards is as high as one title. The
    stops have no places yet.
    """
    paths, rows, least = len(gutters) - 1, len(channels) - 1, sizes.title + 2 * sizes.pad_v
    highest = dict.fromkeys(range(paths if is_horizontal else rows), 0.0)
    for seat, high in heights.items():
        at = seat[0] if is_horizontal else seat[1]
        highest[at] = max(highest[at], high)
    highs = [high or least for high in highest.values()]
    if is_horizontal:
        spare = area.height - sum(highs) - sum(gutters) - paths * (sizes.reach + sizes.lead)
        if spare < 0:
            return None
        first, *between, last = gutters
        wider = [first, *(gutter + spare / paths for gutter in between), last]
        levels, below = _in_turn(area.x + foot, [width] * rows, channels)
        tracks, beside = _in_turn(area.y, highs, wider, sizes.reach, sizes.lead)
        start = area.x + foot / 2
    else:
        found = _rows(area, highs, channels, foot)
        if found is None:
            return None
        levels, below = found
        tracks, beside = _in_turn(area.x, [width] * paths, gutters, sizes.reach, sizes.lead)
        start = area.bottom - foot / 2
    spines = tuple(gutter.high + sizes.reach for gutter in beside[:-1])
    return Lattice(is_horizontal, area, levels, tracks, spines, beside, below, {}, start if foot else None)


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


def _rows(area: Rect, highs: Sequence[float], channels: Sequence[float], foot: float) -> tuple[Spans, Spans] | None:
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


def ports(lattice: Lattice, found: Grid, cards: Mapping[Seat, Card], reach: float) -> dict[Seat, float]:
    """Where each stop's station, which reaches so far, stands along its spine.

    Those in a row that are only counted share a place.
    """
    ports: dict[Seat, float] = {}
    for (w, row), card in cards.items():
        rect, stops = lattice.cell(w, row), found.cells[w, row]
        if lattice.is_horizontal:
            hides = ((a in card.hidden and b in card.hidden) for a, b in pairwise(stops))
            places = [*accumulate((not each for each in hides), initial=0)]
            step = min(2 * reach, (rect.width - 2 * reach) / max(1, max(places)))
            ports |= {(w, stop): rect.x + reach + place * step for stop, place in zip(stops, places, strict=True)}
            continue
        within = card.places(rect, is_row=True)
        for stop, (top, bottom) in within.items():
            ports[w, stop] = rect.center.y if len(within) == 1 else (top + bottom) / 2
    return ports
