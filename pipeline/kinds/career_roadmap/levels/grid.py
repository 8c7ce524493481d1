"""The grid: which milestones of which track stand on which level; a level too many shares a row with its neighbour."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor
from typing import TypeAlias

from pipeline.content import Leaf
from pipeline.kinds.career_roadmap.model import NOTHING, Path, Plan, Tick
from pipeline.records import NamedTuple

Seat: TypeAlias = tuple[int, int]
"""A path and one of its stops, or a path and a row; counted from 0, rows from the lowest."""

NEARLY = 1e-6


class Grid(NamedTuple):
    """The rows' names from the lowest up, and the stops in each cell (path, row), in their order."""

    names: tuple[Leaf, ...]
    cells: Mapping[Seat, tuple[int, ...]]
    rows: Mapping[Seat, int]  # of each (path, stop)


def grid(plan: Plan, most_rows: int) -> Grid:
    """The plan's cells on at most so many rows.

    A milestone stands on its own level, or on the phase or date that is nearest along the axis. Without an axis the
    milestones of all paths count on from the first row, each place in the order being a row of its own.
    """
    places = sorted({stop.at for path in plan.paths for stop in path.stops})
    ticks, row_of = plan.ticks or tuple(Tick(at, NOTHING) for at in places), {at: row for row, at in enumerate(places)}
    if plan.ticks:
        last = len(ticks) - 1
        row_of = {at: min(last, max(0, floor(plan.step(at) - 0.5 + NEARLY))) for at in places}
    shared = max(1, ceil(len(ticks) / most_rows))
    rows = {(w, s): row_of[stop.at] // shared for w, path in enumerate(plan.paths) for s, stop in enumerate(path.stops)}
    cells: dict[Seat, tuple[int, ...]] = {}
    for (w, s), row in rows.items():
        cells[w, row] = (*cells.get((w, row), ()), s)
    parts = [ticks[at : at + shared] for at in range(0, len(ticks), shared)]
    return Grid(tuple(_joined(part) for part in parts) or (NOTHING,), cells, rows)


def _joined(ticks: tuple[Tick, ...]) -> Leaf:
    """The name of a row: the level's, or the first and the last of those that share it."""
    if len(ticks) == 1:
        return ticks[0].label
    first, last = (tick.shortest for tick in (ticks[0], ticks[-1]))
    return ticks[0].label._replace(text=f"{first} – {last}" if first else "")


def kept(path: Path, stops: tuple[int, ...], most: int) -> tuple[int, ...]:
    """The stops of a cell that are named when only so many can be: the destination, what goes on, then the earliest."""
    if len(stops) <= most:
        return stops
    ranks = sorted(stops, key=lambda s: (s != len(path.stops) - 1, path.stops[s].state != "current", s))
    return tuple(sorted(ranks[:most]))
