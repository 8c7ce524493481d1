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

from pipeline.kinds.career_roadmap.levels.cards import Grid, Seat, kept
from pipeline.kinds.career_roadmap.model import Edge, Plan

PORT = 0.12  # of a row: how far ports of one side seem apart while lanes are given out
ASIDE = 0.8  # lanes
_Lanes: TypeAlias = dict[int, list[list[tuple[float, float]]]]
"""The lanes of each strip of one sort: the stretches of each that are taken."""


class Leg(NamedTuple):
    """A straight piece of a route in a gutter or a channel, and its lane there."""

    strip: int
    lane: int


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
    ports, routes = _ports(grid, edges), dict[int, Route]()
    gutters, channels = _Lanes(), _Lanes()
    lengths = [(abs(each.start[0] - each.end[0]), abs(grid.rows[each.start] - grid.rows[each.end])) for each in edges]
    for order in sorted(range(len(edges)), key=lengths.__getitem__):
        edge, port = edges[order], ports[order]
        legs = _course(grid, edge, port, gutters, channels)
        is_early = edge.start[0] < edge.end[0]  # it arrives at the station, else at the card
        leaving = (other for other in edges if other.start == edge.end and _is_straight(grid, other))
        is_taken = any((other.end[0] < other.start[0]) == is_early for other in leaving)  # so off the middle
        aside = -ASIDE if grid.rows[edge.start] < grid.rows[edge.end] else ASIDE
        routes[order] = Route(edge, port, aside if is_taken else 0.0, *legs)
    counts = ({strip: len(lanes) for strip, lanes in strips.items()} for strips in (gutters, channels))
    return Network(tuple(routes[order] for order in range(len(edges))), *counts)


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


def _take(strips: _Lanes, strip: int, *ends: float) -> Leg:
    """The first lane of the strip that is free from the least to the greatest of the ends, which then is taken."""
    low, high = min(ends) - PORT / 2, max(ends) + PORT / 2
    lanes = strips.setdefault(strip, [])
    for lane, stretches in enumerate(lanes):
        if all(high <= other_low or low >= other_high for other_low, other_high in stretches):
            stretches.append((low, high))
            return Leg(strip, lane)
    lanes.append([(low, high)])
    return Leg(strip, len(lanes) - 1)


def _course(
    grid: Grid, edge: Edge, port: float, gutters: _Lanes, channels: _Lanes
) -> tuple[Leg | None, Leg | None, Leg | None]:
    """The legs that a move takes in a gutter, a channel and another gutter; a straight one only keeps them free."""
    (a, _), (b, _) = edge.start, edge.end
    at, to = grid.rows[edge.start], grid.rows[edge.end]
    if _is_straight(grid, edge):
        for strip in range(min(a, b) + 1, max(a, b) + 1):
            _take(gutters, strip, at, to)
        return None, None, None
    first, last = (a + 1, b) if a < b else (a, b + 1) if a > b else (a + 1, a + 1)
    leaves, arrives = _around(grid, edge.start, port), _around(grid, edge.end, 0.0)
    if first == last:
        return _take(gutters, first, *leaves, *arrives), None, None
    channel = to if at < to or (at == to and to + 1 == len(grid.names)) else to + 1  # the k-th lies below row k
    level = channel - 0.5
    across = _take(channels, channel, first, last)
    return _take(gutters, first, *leaves, level), across, _take(gutters, last, level, *arrives)


def _around(grid: Grid, seat: Seat, port: float) -> tuple[float, float]:
    """Where along the rows a move may leave or arrive: anywhere in the row if its card holds several milestones."""
    row = grid.rows[seat]
    if len(grid.cells[seat[0], row]) > 1:
        return row - 0.5 + PORT, row + 0.5 - PORT
    return row + PORT * port, row + PORT * port


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
