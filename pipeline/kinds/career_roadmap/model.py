"""What the roadmap says: paths with their stops, moves between them, the ticks of the axis, and where now is.

    spec, and what a file holds --content.content--> Plan --> the map, or the lattice

`at` is a position along the axis: months from the start (axis phases, dates, none) or a level or order (axis levels).
Every text that is to be seen is a leaf. Nothing here knows a size or a theme.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.notes import Note
from pipeline.typography import markup

if TYPE_CHECKING:
    from pipeline.kinds.career_roadmap.words import Speech

State: TypeAlias = Literal["done", "current", "planned", "optional"]
Move: TypeAlias = Literal["lateral", "merge", "switch"]
Axis: TypeAlias = Literal["phases", "dates", "levels", "none"]
Style: TypeAlias = Literal["metro", "levels"]
Orientation: TypeAlias = Literal["auto", "horizontal", "vertical"]

NOTHING = Leaf("", "")


class Stop(NamedTuple):
    """A milestone. `when` is its date as it is shown, or empty. The last stop of a path is its destination.

    `at` never falls from one stop of a path to the next.
    """

    title: Leaf
    when: Leaf = NOTHING
    kind: Leaf = NOTHING
    state: State = "planned"
    at: float = 0.0
    detail: Leaf = NOTHING
    skills: tuple[Leaf, ...] = ()

    @property
    def field(self) -> str:
        """The milestone's own, `paths[0].milestones[1]`."""
        return self.title.field.rpartition(".")[0]


class Path(NamedTuple):
    """A path: its name, the author's own colour if there is one, and its stops in order."""

    name: Leaf
    color: Color | None = None
    stops: tuple[Stop, ...] = ()
    is_highlighted: bool = False


class Edge(NamedTuple):
    """A move from one stop to another; each is (path, stop), counted from 0."""

    start: tuple[int, int]
    end: tuple[int, int]
    kind: Move = "switch"
    label: Leaf = NOTHING

    @property
    def field(self) -> str:
        """The move's own, `edges[0]`."""
        return self.label.field.rpartition(".")[0]


class Tick(NamedTuple):
    """A phase, a date or a level of the axis, and the words that stand at it; `short` for where room is scarce."""

    at: float
    label: Leaf
    short: str = ""

    @property
    def is_named(self) -> bool:
        """Whether the author's phases have it; others are chosen for the axis alone."""
        return self.label.field.startswith("phases")

    @property
    def shortest(self) -> str:
        """The short words, or those there are."""
        return self.short or self.label.text


class Dated(NamedTuple):
    """A short text and the date beside it, as it is shown; `short` is that without its year, for the start's."""

    title: Leaf
    date: Leaf = NOTHING
    short: str = ""


class Plan(NamedTuple):
    """Everything the roadmap says, in the words that are shown: the content of this kind.

    ticks        in order, none twice at one place; the start itself is not one of them
    start        what the first station is called ("Today"), and its date
    origin       the same in a sentence ("today")
    today        what is called so where milestones in progress are today's
    done         the step already taken
    closed       the name of the way that closed, or empty
    decision     what is to be decided, and by when
    now          where `as_of` lies on the axis; 0 is the start, whatever the axis, and None if the map does not say
    as_of        the day of that as it is shown, or ""
    """

    paths: tuple[Path, ...]
    words: Speech
    edges: tuple[Edge, ...] = ()
    ticks: tuple[Tick, ...] = ()
    start: Dated = Dated(NOTHING)
    origin: str = ""
    today: str = ""
    done: Dated | None = None
    closed: Leaf = NOTHING
    decision: Dated | None = None
    now: float | None = None
    as_of: str = ""
    axis: Axis = "phases"
    title: Leaf = NOTHING
    eyebrow: Leaf = NOTHING
    standfirst: Leaf = NOTHING
    style: Style = "metro"
    orientation: Orientation = "auto"
    is_mirrored: bool = False
    notes: tuple[Note, ...] = ()

    @property
    def name(self) -> str:
        """What the picture is called."""
        return markup.plain(self.title.text)

    @property
    def from_start(self) -> tuple[int, ...]:
        """The paths whose first milestone no move leads to."""
        reached = {edge.end for edge in self.edges}
        return tuple(w for w, path in enumerate(self.paths) if path.stops and (w, 0) not in reached)

    def step(self, at: float) -> float:
        """How many steps of the axis lie before `at`: 0 at the start, 1 at the first tick, 2 at the second.

        Linear inside each step (comps/README-2.md, Time), so a step of one dense year has the room of one of forty
        years. Never below 0; beyond the last tick it stays at the last. Without ticks (axis none) a step is 1.
        """
        return step_along(tuple(tick.at for tick in self.ticks), at, 1 if self.axis == "levels" else None)


def along(scale: Sequence[float], step: float) -> float:
    """The place of a step on a scale of at least two places: `step_along` the other way round."""
    whole = min(int(step), len(scale) - 2)
    return scale[whole] + (scale[whole + 1] - scale[whole]) * min(step - whole, 1.0)


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
