"""What the roadmap knows: ways with their stops, moves between them, the ticks of the axis, and where now is.

    spec, or what a file holds --plan.plan--> Plan --> the map, or the lattice

`at` is a position along the axis: months from the start (axis phases, dates, none) or a level or order (axis levels).
Nothing here knows a size or a theme.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from pipeline.color import Color

State: TypeAlias = Literal["done", "current", "planned", "optional"]
Move: TypeAlias = Literal["lateral", "merge", "switch"]
Axis: TypeAlias = Literal["phases", "dates", "levels", "none"]


class Stop(NamedTuple):
    """A milestone. `when` is its date as it is shown, or "". The last stop of a way is its destination.

    `at` never falls from one stop of a way to the next. `field` is the milestone's title in the spec
    ("paths[0].milestones[1].title"), or the key that named the file it was read from ("data").
    """

    id: str
    title: str
    when: str = ""
    kind: str = ""
    state: State = "planned"
    at: float = 0.0
    detail: str = ""
    skills: tuple[str, ...] = ()
    field: str = ""


class Way(NamedTuple):
    """A path: its name, the author's own colour if there is one, and its stops in order; `field` is its name's."""

    name: str
    color: Color | None = None
    stops: tuple[Stop, ...] = ()
    is_highlighted: bool = False
    field: str = ""


class Edge(NamedTuple):
    """A move from one stop to another; each is (way, stop), counted from 0."""

    start: tuple[int, int]
    end: tuple[int, int]
    kind: Move = "switch"
    label: str = ""
    field: str = ""


class Tick(NamedTuple):
    """A phase, a date or a level of the axis, and the words that stand at it; `short` for where room is scarce."""

    at: float
    label: str
    short: str = ""


class Plan(NamedTuple):
    """Everything the roadmap says, in the words that are shown.

    ticks        in order, none twice at one place; the start itself is not one of them
    start_label  what the first station is called ("Today"), and the date beside it; start_short is without its year
    done         the step already taken: title and date
    closed       the name of the way that closed, or ""
    decision     what is to be decided, and by when
    now          where `as_of` lies on the axis; 0 is the start, whatever the axis, and None if the map does not say
    """

    ways: tuple[Way, ...]
    edges: tuple[Edge, ...] = ()
    ticks: tuple[Tick, ...] = ()
    start_label: str = ""
    start_date: str = ""
    done: tuple[str, str] | None = None
    closed: str = ""
    decision: tuple[str, str] | None = None
    now: float | None = None
    axis: Axis = "phases"
    title: str = ""
    eyebrow: str = ""
    standfirst: str = ""
    start_short: str = ""

    def step(self, at: float) -> float:
        """How many steps of the axis lie before `at`: 0 at the start, 1 at the first tick, 2 at the second.

        Linear inside each step (comps/README-2.md, Time), so a step of one dense year has the room of one of forty
        years. Never below 0; beyond the last tick it stays at the last. Without ticks (axis none) a step is 1.
        """
        return step_along(tuple(tick.at for tick in self.ticks), at, 1 if self.axis == "levels" else None)


def step_along(ticks: tuple[float, ...], at: float, lead: float | None = None) -> float:
    """The step of `at` on an axis with these ticks, which starts `lead` before the first of them, else at zero."""
    if not ticks:
        return max(at, 0.0)
    before = 0.0 if lead is None else ticks[0] - lead
    for index, tick in enumerate(ticks):
        if at <= tick:
            return max(index + (at - before) / (tick - before), 0.0)
        before = tick
    return float(len(ticks))
