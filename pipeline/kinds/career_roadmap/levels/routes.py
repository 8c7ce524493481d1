"""Routes: a move's path from cell to cell through the gutters between tracks and the channels between levels.

┌───────┐ gutter   ┌───────┐          u runs along the tracks, v across them; both are page coordinates, swapped
│   ────┼──╮    ●  │       │          when the levels are columns. A move to a later track leaves its card and
└───────┘  │    │  └───────┘          ends at the station; one to an earlier track leaves the station and ends at
 channel   │    │                     the card.
┌───────┐  ╰──▶ ●  ┌───────┐
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from pipeline.kinds.career_roadmap.levels.grid import Grid, Seat, kept
from pipeline.kinds.career_roadmap.model import Edge, Plan

PORT = 0.12  # of a row: how far ports of one side seem apart while lanes are given out
ASIDE = 0.8  # lanes
_Place: TypeAlias = tuple[int, int]  # a strip and a lane of it
KAPPA = 0.5522847498  # handle of a quarter circle's cubic, in radii: 4 / 3 (sqrt 2 - 1)


class Leg(NamedTuple):
    """A straight piece of a route in a gutter or a channel: its lane there, and how many lanes it has."""

    strip: int
    lane: int
    lanes: int


class Route(NamedTuple):
    """How a move runs: straight, or by a gutter, or by a gutter, a channel and another gutter."""

    edge: Edge
    out: float  # how many lanes it leaves ahead of its start's middle
    into: float  # how many lanes it arrives ahead of its end's middle
    first: Leg | None = None
    channel: Leg | None = None
    last: Leg | None = None

    @property
    def goes_on(self) -> bool:
        """Whether it leads to a later track, or back to its own by the outer side."""
        return self.edge.start[0] <= self.edge.end[0]


class Network(NamedTuple):
    """All routes, and how many lanes each gutter (from before the first track) and channel (from below) has."""

    routes: tuple[Route, ...]
    gutters: Mapping[int, int]
    channels: Mapping[int, int]


def network(grid: Grid, edges: Sequence[Edge]) -> Network:
    """The moves' routes, as lanes that are given out so that no two pieces of different moves lie on one another."""
    ports = _ports(grid, edges)
    gutters, channels = _Lanes({}), _Lanes({})
    taken: dict[int, tuple[_Place | None, _Place | None, _Place | None]] = {}
    for order in sorted(range(len(edges)), key=lambda order: _length(grid, edges[order])):
        taken[order] = _course(grid, edges[order], ports[order], gutters, channels)
    routes = []
    for order, edge in enumerate(edges):
        first, channel, last = taken[order]
        legs = gutters.leg(first), channels.leg(channel), gutters.leg(last)
        routes.append(Route(edge, ports[order], _arrival(grid, edges, edge), *legs))
    return Network(tuple(routes), gutters.counts(), channels.counts())


def shared(plan: Plan, grid: Grid, most: int) -> tuple[Edge, ...]:
    """The plan's moves; where a card only counts milestones, their moves are those of the first that is counted.

    They all stand at one "+3", and only the moves of one seat keep clear of one another.
    """
    seats: dict[Seat, Seat] = {}
    for (w, _), stops in grid.cells.items():
        named = kept(plan.paths[w], stops, most)
        counted = [stop for stop in stops if stop not in named]
        seats.update({(w, stop): (w, counted[0]) for stop in counted})
    return tuple(
        edge._replace(start=seats.get(edge.start, edge.start), end=seats.get(edge.end, edge.end)) for edge in plan.edges
    )


class _Lanes(NamedTuple):
    """The lanes of the strips of one sort: the stretches of each that are taken."""

    strips: dict[int, list[list[tuple[float, float]]]]

    def take(self, strip: int, *ends: float) -> _Place:
        """The first lane of the strip that is free from the least to the greatest of the ends, which then is taken."""
        low, high = min(ends) - PORT / 2, max(ends) + PORT / 2
        lanes = self.strips.setdefault(strip, [])
        for lane, stretches in enumerate(lanes):
            if all(high <= other_low or low >= other_high for other_low, other_high in stretches):
                stretches.append((low, high))
                return strip, lane
        lanes.append([(low, high)])
        return strip, len(lanes) - 1

    def counts(self) -> dict[int, int]:
        return {strip: len(lanes) for strip, lanes in self.strips.items()}

    def leg(self, place: _Place | None) -> Leg | None:
        return None if place is None else Leg(place[0], place[1], len(self.strips[place[0]]))


def _course(
    grid: Grid, edge: Edge, port: float, gutters: _Lanes, channels: _Lanes
) -> tuple[_Place | None, _Place | None, _Place | None]:
    """The places that a move takes in a gutter, a channel and another gutter; a straight one only keeps them free."""
    (a, _), (b, _) = edge.start, edge.end
    at, to = grid.rows[edge.start], grid.rows[edge.end]
    if _is_straight(grid, edge):
        for strip in range(min(a, b) + 1, max(a, b) + 1):
            gutters.take(strip, at, to)
        return None, None, None
    first, last = (a + 1, b) if a < b else (a, b + 1) if a > b else (a + 1, a + 1)
    leaves, arrives = _around(grid, edge.start, port), _around(grid, edge.end, 0.0)
    if first == last:
        return gutters.take(first, *leaves, *arrives), None, None
    channel = _channel(grid, at, to)
    level = channel - 0.5
    return gutters.take(first, *leaves, level), channels.take(channel, first, last), gutters.take(last, level, *arrives)


def _around(grid: Grid, seat: Seat, port: float) -> tuple[float, float]:
    """Where along the rows a move may leave or arrive: anywhere in the row if its card holds several milestones."""
    row = grid.rows[seat]
    if len(grid.cells[seat[0], row]) > 1:
        return row - 0.5 + PORT, row + 0.5 - PORT
    return row + PORT * port, row + PORT * port


def rounded(points: Sequence[tuple[float, float]], radius: float) -> list[tuple[str, list[tuple[float, float]]]]:
    """A chain of horizontal and vertical pieces, its corners turned into quarter circles where there is room."""
    outline: list[tuple[str, list[tuple[float, float]]]] = [("M", [points[0]])]
    for index in range(1, len(points) - 1):
        before, corner, after = points[index - 1], points[index], points[index + 1]
        r = min(
            radius,
            _reach(before, corner) * (1 if index == 1 else 0.5),
            _reach(corner, after) * (1 if index == len(points) - 2 else 0.5),
        )
        if r < 0.5:
            outline.append(("L", [corner]))
            continue
        start, end = _towards(corner, before, r), _towards(corner, after, r)
        outline.append(("L", [start]))
        outline.append(("C", [_towards(start, corner, r * KAPPA), _towards(end, corner, r * KAPPA), end]))
    outline.append(("L", [points[-1]]))
    return outline


def _is_straight(grid: Grid, edge: Edge) -> bool:
    """Whether nothing stands between the two cells of one level."""
    (a, _), (b, _) = edge.start, edge.end
    row = grid.rows[edge.start]
    is_alone = len(grid.cells[a, row]) == 1 and len(grid.cells.get((b, row), ())) == 1
    between = range(min(a, b) + 1, max(a, b))
    return a != b and row == grid.rows[edge.end] and is_alone and all((w, row) not in grid.cells for w in between)


def _ports(grid: Grid, edges: Sequence[Edge]) -> dict[int, float]:
    """How far off the middle each move leaves: those that lead up ahead, a straight one in the middle."""
    sides: dict[tuple[Seat, bool], list[int]] = {}
    for order, edge in enumerate(edges):
        sides.setdefault((edge.start, edge.start[0] <= edge.end[0]), []).append(order)
    ports: dict[int, float] = {}
    for (start, _), orders in sides.items():
        straight = [order for order in orders if _is_straight(grid, edges[order])]
        ports.update(dict.fromkeys(straight, 0.0))
        row_of = {order: grid.rows[edges[order].end] for order in orders if order not in straight}
        others = sorted(row_of, key=lambda order: (row_of[order], order))
        if straight or any(edge.end == start for edge in edges):  # the middle is kept
            ups = [order for order in others if row_of[order] >= grid.rows[start]]
            downs = [order for order in reversed(others) if order not in ups]
            ports |= {order: ASIDE * place for place, order in enumerate(ups, 1)}
            ports |= {order: -ASIDE * place for place, order in enumerate(downs, 1)}
        else:
            ports |= {order: place - (len(others) - 1) / 2 for place, order in enumerate(others)}
    return ports


def _arrival(grid: Grid, edges: Sequence[Edge], edge: Edge) -> float:
    """Off the middle where a straight move leaves by the side that this one arrives at."""
    is_early = edge.start[0] < edge.end[0]  # it arrives at the station, else at the card
    is_taken = any(
        other.start == edge.end and _is_straight(grid, other) and (other.end[0] < other.start[0]) == is_early
        for other in edges
    )
    if not is_taken:
        return 0.0
    return -ASIDE if grid.rows[edge.start] < grid.rows[edge.end] else ASIDE


def _channel(grid: Grid, at: int, row: int) -> int:
    """The channel next to the row that a move ends at, on the side it comes from; channel k lies below row k."""
    if at < row:
        return row
    if at > row:
        return row + 1
    return row + 1 if row + 1 < len(grid.names) else row


def _length(grid: Grid, edge: Edge) -> tuple[int, int]:
    rows = abs(grid.rows[edge.start] - grid.rows[edge.end])
    return abs(edge.start[0] - edge.end[0]), rows


def _reach(one: tuple[float, float], other: tuple[float, float]) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: tuple[float, float], end: tuple[float, float], distance: float) -> tuple[float, float]:
    length = _reach(start, end)
    if length == 0:
        return start
    share = distance / length
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
