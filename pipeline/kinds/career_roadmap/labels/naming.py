"""Which milestones are named where not all can be: the destination first, then what matters now, then roles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from pipeline.kinds.career_roadmap.labels.wanted import Lane
from pipeline.kinds.career_roadmap.model import Stop
from pipeline.kinds.career_roadmap.words import known
from pipeline.prose import plain

DOTS_APART = 2  # px between neighbouring dots


def ranks(stops: Sequence[Stop]) -> tuple[int, ...]:
    """How soon each of a way's stops is named: destination, current, first planned step, roles, the rest."""
    planned = next((index for index, stop in enumerate(stops[:-1]) if stop.state in ("planned", "optional")), None)
    return tuple(
        0 if index == len(stops) - 1 else 2 if index == planned and stop.state != "current" else _rank(stop)
        for index, stop in enumerate(stops)
    )


def _rank(stop: Stop) -> int:
    if stop.state == "current":
        return 1
    return 3 if plain(stop.kind.text) in known("roles") else 4


def order(lane: Lane) -> list[int]:
    """The lane's stations, the first to be named first."""
    return sorted(range(len(lane.stations)), key=lambda index: (lane.stations[index].rank, index))


def chosen(lane: Lane, need: Callable[[int], float], dot: float) -> tuple[int, ...]:
    """The stations that are named if each needs so many px to the next one along the lane; the destination always."""
    kept = order(lane)[:1]
    for index in order(lane)[1:]:
        trial = sorted([*kept, index])
        far_enough = all(position(lane, b) - position(lane, a) >= need(a) for a, b in pairwise(trial))
        if far_enough and marks_stand_clear(lane, trial, dot):
            kept = trial
    return tuple(kept)


def position(lane: Lane, index: int) -> float:
    """Where a station stands along its lane."""
    at = lane.stations[index].at
    return at.x if lane.runs == "right" else at.y


def marks_stand_clear(lane: Lane, named: Sequence[int], dot: float) -> bool:
    """Whether no named station's halo cuts into another's mark, and the dots between them can be moved out of it."""
    if named and named[0] > 0 and position(lane, named[0]) - position(lane, 0) < _room(lane, None, named[0], dot):
        return False
    return all(position(lane, b) - position(lane, a) >= _room(lane, a, b, dot) for a, b in pairwise(named))


def places(lane: Lane, named: Sequence[int], dot: float) -> tuple[float, ...]:
    """Where the stops stand along the lane when dots have moved out of the halos of named stations, if they can."""
    whole = set(named)
    found = [position(lane, index) for index in range(len(lane.stations))]
    if not marks_stand_clear(lane, named, dot):
        return tuple(found)
    for steps, nearer in ((range(1, len(found)), 1), (range(len(found) - 2, -1, -1), -1)):
        for index in steps:
            if index not in whole:
                before = index - nearer
                reach = lane.stations[before].halo + dot if before in whole else 2 * dot + DOTS_APART
                edge = found[before] + nearer * reach
                found[index] = max(found[index], edge) if nearer > 0 else min(found[index], edge)
    return tuple(found)


def _room(lane: Lane, first: int | None, second: int, dot: float) -> float:
    """The least distance of two named stations, with so many dots between them; None is the first stop, a dot."""
    dots = second - first - 1 if first is not None else second
    before, after = lane.stations[first or 0], lane.stations[second]
    if dots == 0:
        return max(before.halo + after.radius, before.radius + after.halo)
    until_first = before.halo + dot if first is not None else 0.0
    return until_first + (dots - 1) * (2 * dot + DOTS_APART) + dot + after.halo
