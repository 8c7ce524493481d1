"""What an author may write with `kind: career_roadmap`."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pipeline.color import Color
from pipeline.errors import Problem
from pipeline.kinds.career_roadmap.model import Axis, Move, Orientation, State, Style
from pipeline.kinds.career_roadmap.words import Shown
from pipeline.schema import Part, Spec, key

TIMELINES = (".mmd", ".mermaid")
SUFFIXES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".yaml", ".yml", *TIMELINES)

MAX_HEADLINE = 120
MAX_PATHS, MAX_MILESTONES, MAX_EDGES, MAX_PHASES = 8, 25, 60, 12
MAX_NAME, MAX_TITLE, MAX_KIND, MAX_DETAIL, MAX_WHEN, MAX_ID, MAX_SKILL, MAX_SKILLS = 80, 200, 40, 500, 40, 60, 40, 12
AT = "a date, 2026-11, Q2 2027, 2027, 6 months, 2 years, L4, or a number for a level or an order"


class Start(Part):
    """Where the paths begin."""

    label: Annotated[str, key("What the start is called; else Today, or Start.", max_length=40)] = ""
    date: Annotated[str, key("The day the map begins, such as 2026-11-20; times count from it.", max_length=40)] = ""


class Done(Part):
    """A step already taken, before the start."""

    title: Annotated[str, key("What was done.", min_length=1, max_length=MAX_NAME)]
    date: Annotated[str, key("When: a date, or words.", max_length=MAX_WHEN)] = ""


class Closed(Part):
    """The way that closed."""

    label: Annotated[str, key("What closed.", min_length=1, max_length=MAX_NAME)]


class Decision(Part):
    """What has to be decided before the paths part."""

    title: Annotated[str, key("What is to be decided.", min_length=1, max_length=MAX_NAME)]
    by: Annotated[str, key("By when: a date, or words.", max_length=MAX_WHEN)] = ""


class Phase(Part):
    """A tick of the axis with a name of its own."""

    label: Annotated[str, key("What stands at it.", min_length=1, max_length=40)]
    at: Annotated[str, key(f"Where: {AT}.", min_length=1, max_length=MAX_WHEN)]
    short: Annotated[str, key("The same, for a picture with little room.", max_length=20)] = ""


class Milestone(Part):
    """A step on a path; the last one is the path's destination."""

    title: Annotated[str, key("What is reached; best below 32 characters.", min_length=1, max_length=MAX_TITLE)]
    at: Annotated[str, key(f"When it is reached: {AT}; else evenly between its neighbours.", max_length=MAX_WHEN)] = ""
    kind: Annotated[str, key("What sort of step: Course, Project, Internship, Role ...", max_length=MAX_KIND)] = ""
    state: Annotated[State, key("How far it is; else planned, or done where `as_of` is not before it.")] | None = None
    detail: Annotated[str, key("A sentence about it, where a picture has room.", max_length=MAX_DETAIL)] = ""
    skills: Annotated[
        tuple[Annotated[str, key("A skill.", min_length=1, max_length=MAX_SKILL)], ...],
        key("What it teaches or proves.", max_length=MAX_SKILLS),
    ] = ()
    id: Annotated[str, key("A name for `edges` to point at.", max_length=MAX_ID)] = ""


class Track(Part):
    """A path: a name and its milestones, in the order of time."""

    name: Annotated[str, key("What the path is called.", min_length=1, max_length=MAX_NAME)]
    color: Annotated[Color, key("A colour of your own for its line, such as #0D5A66.")] | None = None
    milestones: Annotated[
        tuple[Milestone, ...], key("Its steps, in order; the last one is the destination.", max_length=MAX_MILESTONES)
    ] = ()


class Connection(Part, rename={"start": "from", "end": "to", "move": "type"}):
    """A move from a milestone to one of another path."""

    start: Annotated[str, key("The milestone it leaves: its `id`, or `path/title`.", min_length=1)]
    end: Annotated[str, key("The milestone it leads to: its `id`, or `path/title`.", min_length=1)]
    move: Annotated[
        Move, key("lateral (side by side), merge (one path goes on in another) or switch (a change of path).")
    ] = "switch"
    label: Annotated[str, key("A few words at it, where there is room.", max_length=40)] = ""


class CareerRoadmap(Spec):
    """What an author may write with `kind: career_roadmap`."""

    title: Annotated[
        str, key("The headline, also in the picture's metadata; else it counts the paths.", max_length=MAX_HEADLINE)
    ] = ""
    eyebrow: Annotated[str, key("A short line above the title.", max_length=80)] = ""
    standfirst: Annotated[str, key("A sentence below the title, where a picture has room.", max_length=240)] = ""
    style: Annotated[Style, key("How it is drawn: a transit map, or a lattice of levels with tracks abreast.")] = (
        "metro"
    )
    start: Annotated[Start, key("Where the paths begin.")] = Start()
    done: Annotated[Done, key("A step already taken.")] | None = None
    closed: Annotated[Closed, key("The way that closed.")] | None = None
    decision: Annotated[Decision, key("What has to be decided.")] | None = None
    phases: Annotated[
        tuple[str | Phase, ...],
        key("The ticks of the axis: times such as 6 months, or label and at; else chosen.", max_length=MAX_PHASES),
    ] = ()
    axis: Annotated[Axis, key("What the axis counts; else what the milestones' `at` are.")] | None = None
    paths: Annotated[tuple[Track, ...], key("The paths, from the first lane on.", max_length=MAX_PATHS)] = ()
    edges: Annotated[tuple[Connection, ...], key("Moves between paths.", max_length=MAX_EDGES)] = ()
    highlight: Annotated[str, key("The name of the path that stands out; the others stand back.")] = ""
    as_of: Annotated[str, key("The day the map shows as now, such as 2027-03-01; else the start.", max_length=40)] = ""
    orientation: Annotated[
        Orientation, key("Which way time runs; auto: the longer side, from four paths on across.")
    ] = "auto"
    data: Annotated[
        str,
        key(
            "A file beside the spec that holds the paths: a table (.csv ...), "
            "a Mermaid timeline or Gantt chart (.mmd).",
            is_file=True,
        ),
    ] = ""
    columns: Annotated[
        dict[str, str], key('Which heading of a table in `data` stands for which column: `path: Track`; `""` for none.')
    ] = {}  # noqa: RUF012 - each spec gets its own
    date_format: (
        Annotated[Literal["dmy", "mdy", "ymd"], key("The order of day, month and year in dates such as 03/04/2027.")]
        | None
    ) = None
    labels: Annotated[Shown, key("Words of your own in place of those that the map shows.")] = Shown()


def check(spec: CareerRoadmap) -> Iterator[Problem]:
    """What is wrong between the keys, as far as that can be told without what the paths say."""
    if spec.data and spec.paths:
        fact = "the paths come from one place, found `data` and `paths`"
        yield Problem(fact, hint="keep one of them", field="data")
    elif spec.data and not spec.data.lower().endswith(SUFFIXES):
        fact = f"expected a file that ends in {', '.join(SUFFIXES)}, found {spec.data}"
        yield Problem(fact, hint="a table has the columns path, title, at", field="data")
    elif not spec.data and not spec.paths:
        hint = "write `paths`, each with a name and milestones, or name a file with `data`"
        yield Problem("expected 1 to 8 paths, found none", hint=hint, field="paths")
    if spec.columns and (not spec.data or spec.data.lower().endswith(TIMELINES)):
        yield Problem(
            "`columns` chooses among those of a table in `data`, found none", hint="remove it", field="columns"
        )
