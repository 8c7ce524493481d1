"""What a roadmap may leave out where it has no room, and what of that a picture does: each sort with its reason.

Details may go, and titles of milestones that are counted or small marks. What is in none of these sorts, such as names
of paths and the step already taken, is on every picture.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline.content import Leaf
from pipeline.kinds.career_roadmap.model import Plan, Stop
from pipeline.scene import Item, LeftOut, TextRun


def left_out(plan: Plan, items: Sequence[Item], summarised: Collection[str] = ()) -> tuple[LeftOut, ...]:
    """What the items do not show, nor stand for; of a milestone without a title nothing more is missed."""
    shown = {*roles(items), *summarised}
    stops = [stop for way in plan.ways for stop in way.stops]
    named = [stop for stop in stops if stop.title.field in shown]
    found = [
        LeftOut(tuple(leaf.field for leaf in leaves if leaf and leaf.field not in shown), f"no room for {what}")
        for what, leaves in _sorts(plan, named)
    ]
    untitled = [stop for stop in stops if stop.title.field not in shown]
    titles = (*(stop.title.field for stop in untitled), *(stop.field for stop in untitled))
    return tuple(each for each in (LeftOut(titles, "no room for titles"), *found) if each.fields)


def roles(items: Sequence[Item]) -> set[str]:
    """The fields that the items show."""
    return {item.role for item in items if isinstance(item, TextRun)}


def _sorts(plan: Plan, named: Sequence[Stop]) -> Iterator[tuple[str, list[Leaf]]]:
    yield "words of the axis", [tick.label for tick in plan.ticks]
    yield "the start", [plan.start.title, plan.start.date]
    yield "the standfirst", [plan.standfirst]
    yield "kinds and dates", [leaf for stop in named for leaf in (stop.kind, stop.when)]
    yield "details", [stop.detail for stop in named]
    yield "skills", [skill for stop in named for skill in stop.skills]
    yield "labels of moves", [edge.label for edge in plan.edges]
