"""Placing: where tracks, levels, gutters and channels lie, for cards that are set and a room that they must keep to.

label   ● ┌────────┐ gutter ● ┌────────┐     lead    from a spine to its card, station and all
─────── │ │        │────────│ │        │     gutter  as wide as the moves in it need
        ● └────────┘        ● └────────┘     cards of one level are equally high, levels equally far apart
          channel                            if their cards let them
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.levels.cards import Card, Density, Sizes, placed
from pipeline.kinds.career_roadmap.levels.grid import Grid, Seat
from pipeline.kinds.career_roadmap.levels.lattice import Lattice, Span
from pipeline.kinds.career_roadmap.levels.routes import Network
from pipeline.kinds.career_roadmap.measures import Measures

Across: TypeAlias = tuple[tuple[Span, ...], tuple[float, ...], tuple[Span, ...]]
"""Tracks, their spines, and the gutters before, between and behind them."""

Along: TypeAlias = tuple[tuple[Span, ...], tuple[Span, ...], float]
"""Levels, the channels below, between and above them, and where the start is."""


class Gaps(NamedTuple):
    """Distances of a lattice in px."""

    lead: float  # from a spine to its card
    reach: float
    gutter: float
    channel: float
    pitch: float
    turn: float
    room: float  # for a move's head


class Strips(NamedTuple):
    """The least widths of gutters and channels, from before the first track and below the first level on."""

    gutters: tuple[float, ...]
    channels: tuple[float, ...]


def gaps(at: Measures, density: Density) -> Gaps:
    """The distances at this density."""
    unit = at.unit * density.mark
    lead, gutter, channel = (3, 12, 8) if density.is_bare else (7, 28, 16)
    reach = at.station + 0.22 * at.line + at.gap
    return Gaps(
        lead=reach + lead * unit, reach=reach, gutter=gutter * unit, channel=channel * unit,
        pitch=max(10 * unit, 7 * at.unit), turn=14 * unit, room=10 * unit,
    )  # fmt: skip


def strips(ways: int, rows: int, roads: Network, gaps: Gaps) -> Strips:
    """What the moves need."""
    return Strips(_gutters(ways, roads, gaps), _channels(rows, roads, gaps))


def _gutters(ways: int, roads: Network, gaps: Gaps) -> tuple[float, ...]:
    """The width of each gutter, from the one before the first track to the one behind the last."""
    found = []
    for index in range(ways + 1):
        lanes = roads.gutters.get(index, 0)
        needed = (lanes - 1) * gaps.pitch + 2 * gaps.turn + gaps.room if lanes else 0.0
        is_outer = index in (0, ways)
        found.append(max(needed, 0.0 if is_outer else gaps.gutter))
    return tuple(found)


def _channels(rows: int, roads: Network, gaps: Gaps) -> tuple[float, ...]:
    """The least height of each channel, from the one below the first level to the one above the last."""
    found = []
    for index in range(rows + 1):
        lanes = roads.channels.get(index, 0)
        needed = (lanes + 1) * gaps.pitch if lanes else 0.0
        is_outer = index in (0, rows)
        found.append(max(needed, 0.0 if is_outer else gaps.channel))
    return tuple(found)


def place(
    area: Rect,
    gaps: Gaps,
    sizes: Sizes,
    found: Grid,
    cards: Mapping[Seat, Card],
    strips: Strips,
    foot: float,
    width: float,
    *,
    is_horizontal: bool,
) -> Lattice | None:
    """The lattice of these cards, `width` wide each, with so much room for the start; None where it is too high."""
    ways, rows = len(strips.gutters) - 1, len(found.names)
    least = sizes.title + 2 * sizes.pad_v
    across: Across | None
    along: Along | None
    if is_horizontal:
        heights = [
            max((card.height for (w, _), card in cards.items() if w == way), default=least) for way in range(ways)
        ]
        across = _stacked_tracks(area, heights, strips.gutters, gaps)
        along = _columns(area, width, strips.channels, foot)
    else:
        heights = [
            max((card.height for (_, r), card in cards.items() if r == row), default=least) for row in range(rows)
        ]
        across = _tracks(area.x, [width] * ways, strips.gutters, gaps)
        along = _rows(area, heights, strips.channels, foot)
    if across is None or along is None:
        return None
    tracks, spines, gutters = across
    levels, channels, start = along
    lattice = Lattice(is_horizontal, area, levels, tracks, spines, gutters, channels, {}, start if foot else None)
    return lattice._replace(ports=_ports(lattice, found, cards, sizes, gaps))


def _tracks(start: float, extents: Sequence[float], gutters: Sequence[float], gaps: Gaps) -> Across:
    """Tracks of these extents one after the other, their spines and the gutters."""
    tracks, spines, strips = [], [], []
    v = start
    for extent, gutter in zip(extents, gutters, strict=False):
        strips.append(Span(v, v + gutter))
        spine = v + gutter + gaps.reach
        spines.append(spine)
        tracks.append(Span(spine + gaps.lead, spine + gaps.lead + extent))
        v = tracks[-1].high
    strips.append(Span(v, v + gutters[-1]))
    return tuple(tracks), tuple(spines), tuple(strips)


def _stacked_tracks(area: Rect, heights: Sequence[float], gutters: Sequence[float], gaps: Gaps) -> Across | None:
    """Tracks one below the other, spare room between them."""
    spare = area.height - sum(heights) - sum(gutters) - len(heights) * (gaps.reach + gaps.lead)
    if spare < 0:
        return None
    first, *between, last = gutters
    more = spare / len(heights)
    return _tracks(area.y, heights, [first, *(gutter + more for gutter in between), last], gaps)


def _columns(area: Rect, width: float, channels: tuple[float, ...], foot: float) -> Along:
    """Levels abreast, the channels, and where the start is."""
    levels, lanes = [], []
    x = area.x + foot
    for channel in channels[:-1]:
        lanes.append(Span(x, x + channel))
        levels.append(Span(x + channel, x + channel + width))
        x = levels[-1].high
    lanes.append(Span(x, x + channels[-1]))
    return tuple(levels), tuple(lanes), area.x + foot / 2


def _rows(area: Rect, highs: Sequence[float], channels: tuple[float, ...], foot: float) -> Along | None:
    """Levels one above the other, equally far apart if that gives every channel its room."""
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
    lanes = [Span(levels[0].high, levels[0].high + channels[0])]
    lanes += [Span(after.high, before.low) for before, after in pairwise(levels)]
    lanes.append(Span(levels[-1].low - channels[-1], levels[-1].low))
    return levels, tuple(lanes), area.bottom - foot / 2


def _ports(lattice: Lattice, found: Grid, cards: Mapping[Seat, Card], sizes: Sizes, gaps: Gaps) -> dict[Seat, float]:
    """Where each stop's station stands along its spine."""
    ports: dict[Seat, float] = {}
    for (w, row), card in cards.items():
        rect = lattice.cell(w, row)
        if lattice.is_horizontal:
            places = _places(found.cells[w, row], card.hidden)
            step = min(2 * gaps.reach, (rect.width - 2 * gaps.reach) / max(1, max(places)))
            ports.update(
                ((w, stop), rect.x + gaps.reach + place * step)
                for stop, place in zip(found.cells[w, row], places, strict=True)
            )
            continue
        within = placed(card, rect, sizes, is_upward=True, is_centered=True)
        for stop, (top, bottom) in within.items():
            ports[w, stop] = rect.center.y if len(within) == 1 else (top + bottom) / 2
    return ports


def _places(stops: Sequence[int], hidden: Sequence[int]) -> list[int]:
    """Which place each stop has along its track: those in a row that are only counted share one."""
    places = [0]
    for before, stop in pairwise(stops):
        places.append(places[-1] + (before not in hidden or stop not in hidden))
    return places
