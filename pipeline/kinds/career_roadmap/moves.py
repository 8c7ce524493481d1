"""Edges between paths: which milestones they name, and whether one could go along them and never come back.

Go deeper        --o-----o-------o      paths and edges lead only onwards: whoever comes round
                         +--.           to a milestone again is on a cycle
Go independent   -----o-----o----o
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from pipeline.content import Leaf
from pipeline.errors import Problem, nearest_first
from pipeline.kinds.career_roadmap.model import Edge
from pipeline.kinds.career_roadmap.spec import CareerRoadmap, Track
from pipeline.kinds.career_roadmap.timeline import Timeline

Paths: TypeAlias = Sequence[Track]
Spot: TypeAlias = tuple[int, int]
"""A milestone: its path and its number on it, both from 0."""


def edges(spec: CareerRoadmap, paths: Paths, timeline: Timeline | None, problems: list[Problem]) -> tuple[Edge, ...]:
    """The edges; those that name no milestone, or that lead back, are added to `problems`."""
    spots: dict[str, list[Spot]] = {}  # the milestones by what an edge may call them
    for i, track in enumerate(paths if spec.edges else ()):
        for j, step in enumerate(track.milestones):
            for name in filter(None, (f"{track.name.strip()}/{step.title.strip()}", step.id.strip())):
                spots.setdefault(name, []).append((i, j))
    found = []
    for k, each in enumerate(spec.edges):
        ends = [(each.start, f"edges[{k}].from"), (each.end, f"edges[{k}].to")]
        start, end = (_spot(name.strip(), field, paths, spots, problems) for name, field in ends)
        if start is not None and end is not None:
            found.append(Edge(start, end, each.move, Leaf(each.label.strip(), f"edges[{k}].label")))
    in_cycles = _check_cycles(paths, found, problems)
    for at, edge in enumerate(found):
        if any((other.start, other.end) == (edge.start, edge.end) for other in found[:at]):
            problems.append(Problem("this edge is there twice", hint="remove one of the two", field=edge.field))
        elif edge.field not in in_cycles:
            _check_direction(paths, edge, timeline, problems)
    return tuple(found)


def _spot(name: str, field: str, paths: Paths, spots: Mapping[str, list[Spot]], problems: list[Problem]) -> Spot | None:
    """The one milestone of that name, `id` or `path/title`."""
    named = spots.get(name, [])
    if len(named) == 1:
        return named[0]
    if named:
        fact, hint = f"`{name}` is the name of {len(named)} milestones", "give the one you mean an `id`, and write that"
    elif any(track.name == name for track in paths):
        fact = f"expected a milestone, found the path `{name}`"
        hint = "write `path/title`, or the `id` of one of its milestones"
    else:
        fact = f"there is no milestone `{name}`"
        hint = nearest_first(name, spots, "milestones are named by their `id`, or as `path/title`")
    problems.append(Problem(fact, hint=hint, field=field))
    return None


def _check_cycles(paths: Paths, found: Sequence[Edge], problems: list[Problem]) -> set[str]:
    """Report each cycle once, in full, at the last of its edges; returns the fields of all edges in a cycle."""
    steps = [(i, j) for i, track in enumerate(paths) for j in range(len(track.milestones) - 1)]
    onwards = {(i, j): [((i, j + 1), "")] for i, j in steps}
    in_cycles: set[str] = set()
    for edge in found:
        back = _shortest(edge.end, edge.start, onwards)
        if back is None:
            onwards.setdefault(edge.start, []).append((edge.end, edge.field))
            continue
        spots, fields = back
        in_cycles |= {edge.field, *fields}
        around = " -> ".join(_name(paths, spot) for spot in (edge.start, *spots))
        fact = f"the edges lead round in a cycle: {around}"
        problems.append(Problem(fact, hint="remove one of its edges, or turn it round", field=edge.field))
    return in_cycles


def _shortest(
    start: Spot, end: Spot, onwards: Mapping[Spot, list[tuple[Spot, str]]]
) -> tuple[tuple[Spot, ...], tuple[str, ...]] | None:
    """The shortest path from one milestone to another, both ends included, and the edges on it; None without one."""
    ways: dict[Spot, tuple[tuple[Spot, ...], tuple[str, ...]]] = {start: ((start,), ())}
    queue = [start]
    for spot in queue:
        spots, fields = ways[spot]
        for further, field in onwards.get(spot, ()):
            if further not in ways:
                ways[further] = (*spots, further), (*fields, field)
                queue.append(further)
    return ways.get(end)


def _check_direction(paths: Paths, edge: Edge, timeline: Timeline | None, problems: list[Problem]) -> None:
    """An edge joins two paths, and where the axis is time it does not lead back in it."""
    if edge.start[0] == edge.end[0]:
        fact = f"expected two paths, found both milestones on `{paths[edge.start[0]].name}`"
        problems.append(Problem(fact, hint="a path's own line already leads from one to the other", field=edge.field))
    elif timeline is not None and timeline.axis in ("phases", "dates"):
        (i, j), (k, m) = edge.start, edge.end
        if timeline.milestones[i][j].at > timeline.milestones[k][m].at:
            fact = f"{_name(paths, edge.start)} comes later than {_name(paths, edge.end)}"
            hint = "an edge leads to the same time or a later one; turn it round, or choose a later milestone"
            problems.append(Problem(fact, hint=hint, field=edge.field))


def _name(paths: Paths, spot: Spot) -> str:
    track = paths[spot[0]]
    name = f" ({track.name})" if track.name else ""
    return f"{track.milestones[spot[1]].title}{name}"
