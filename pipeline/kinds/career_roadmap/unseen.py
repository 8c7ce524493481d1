"""What a roadmap may leave out where it has no room, and what of that a picture does: each sort with its reason.

Details may go, and titles of milestones that are counted or small marks. What is in none of these sorts, such as names
of paths and the step already taken, is on every picture.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.accounting import lacking
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.scene import Item, LeftOut, roles


def left_out(plan: Plan, items: Sequence[Item], summarised: Collection[str] = ()) -> tuple[LeftOut, ...]:
    """What the items do not show, nor stand for; of a milestone without a title nothing more is missed."""
    shown = {*roles(items), *summarised}
    stops = [stop for path in plan.paths for stop in path.stops]
    untitled = [stop for stop in stops if stop.title.field not in shown]
    titles = (*(stop.title.field for stop in untitled), *(stop.field for stop in untitled))
    named = [stop for stop in stops if stop.title.field in shown]
    sorts = (
        ("labels of the axis", [tick.label for tick in plan.ticks]),
        ("the start", [plan.start.title, plan.start.date]),
        ("the standfirst", [plan.standfirst]),
        ("kinds and dates", [leaf for stop in named for leaf in (stop.kind, stop.when)]),
        ("details", [stop.detail for stop in named]),
        ("skills", [skill for stop in named for skill in stop.skills]),
        ("labels of moves", [edge.label for edge in plan.edges]),
    )
    return (*([LeftOut(titles, "no room for titles")] if titles else []), *lacking(sorts, items, summarised))
