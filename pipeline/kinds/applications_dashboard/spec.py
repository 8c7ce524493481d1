"""What an author may write with `kind: applications_dashboard`, and what is wrong between its keys."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pipeline.color import Color
from pipeline.errors import Problem, shortened
from pipeline.kinds.applications_dashboard.model import Stage
from pipeline.kinds.applications_dashboard.words import Shown
from pipeline.project import TABLES
from pipeline.prose import plain
from pipeline.reading import dates
from pipeline.schema import LANGUAGE_TAG, Part, Spec, key

Metric: TypeAlias = Literal[
    "active", "interviews", "response_rate", "moved_on", "offers", "ghosted", "median_days_to_reply", "per_week",
    "per_month", "conversion", "screening_to_interview", "interview_to_offer",
]  # fmt: skip
Panel: TypeAlias = Literal["pipeline", "weeks", "next_steps", "sources", "sankey", "kanban", "calendar"]
DEFAULT_TILES: tuple[Metric, ...] = ("active", "interviews", "response_rate", "offers")
DEFAULT_PANELS: tuple[Panel, ...] = ("pipeline", "weeks", "next_steps")

MAX_ROWS, MAX_TILES = 20000, 4


class Period(Part):
    """The first and the last day of the search, as far as the board shows it."""

    start: Annotated[str, key("The first day, which weeks are counted from; else the earliest application.")] = ""
    end: Annotated[str, key("The last day; else `as_of`.")] = ""


class Tile(Part):
    """A figure of the author's own."""

    label: Annotated[str, key("What the figure counts.", min_length=1, max_length=60)]
    value: Annotated[str, key("The figure, as it is to be shown.", min_length=1, max_length=12)]
    caption: Annotated[str, key("A few words below the figure.", max_length=60)] = ""


class OwnStage(Part):
    """How the author calls and colours a stage, and which words of the data mean it."""

    stage: Annotated[Stage, key("Which of the six stages it is.")]
    label: Annotated[str, key("What the board calls it; else its usual name.", max_length=24)] = ""
    color: (
        Annotated[Color, key("The colour of its pill, column and part of the pipeline; else the theme's.")] | None
    ) = None
    words: Annotated[tuple[str, ...], key("The data's words for it: `[Vor Ort, Probetag]`.", max_length=40)] = ()


class ApplicationsDashboard(Spec):
    """What an author may write with `kind: applications_dashboard`."""

    title: Annotated[
        str, key("The headline, also in the picture's metadata; else it is written from the counts.", max_length=120)
    ] = ""
    eyebrow: Annotated[str, key("A short line above the title; else the period of the search.", max_length=80)] = ""
    data: Annotated[
        str,
        key(
            "A file beside the spec that holds the applications: CSV, TSV, JSON or YAML.",
            is_file=True,
            suffixes=TABLES,
        ),
    ] = ""
    applications: Annotated[
        tuple[dict[str, str | int | float | bool | None], ...],
        key("The applications, one mapping each, with the columns of a data file.", max_length=MAX_ROWS),
    ] = ()
    columns: Annotated[dict[str, str], key("Which heading of the data stands for which column: `company: Firma`.")] = {}  # noqa: RUF012 - each spec gets its own
    stages: Annotated[
        dict[str, str] | tuple[OwnStage, ...],
        key("What the data's words mean, `Coding test: screening`; or a list of stages with label, color and words."),
    ] = {}  # noqa: RUF012 - each spec gets its own
    date_format: (
        Annotated[Literal["dmy", "mdy", "ymd"], key("The order of day, month and year in dates such as 03/04/2026.")]
        | None
    ) = None
    as_of: Annotated[str, key("The day the board shows; else the newest day in the data.")] = ""
    ghost_after_days: (
        Annotated[
            int, key("After so many days without a word an open application counts as without an answer.", ge=1, le=999)
        ]
        | None
    ) = None
    anonymize: Annotated[
        Literal["none", "companies", "roles", "all"], key("What is replaced by stable made-up names.")
    ] = "none"
    period: Annotated[Period, key("The days the board spans.")] = Period()
    tiles: Annotated[
        tuple[Metric | Tile, ...],
        key("Up to four figures: names of metrics, or label, value and caption of your own.", max_length=MAX_TILES),
    ] = DEFAULT_TILES
    panels: (
        Annotated[
            tuple[Panel, ...],
            key("What stands below the tiles, in order; else pipeline, weeks and next_steps.", unique=True),
        ]
        | None
    ) = None
    limit: Annotated[int, key("The most rows under next steps; else as many as fit.", ge=1, le=100)] | None = None
    sort: Annotated[
        Literal["next_date", "stage", "updated", "company"], key("The order of the rows under next steps.")
    ] = "next_date"
    locale: (
        Annotated[
            str,
            key(
                "The language of the board's own words, its dates, weeks and numbers; else `lang`.",
                pattern=LANGUAGE_TAG,
                is_tag=True,
                reads="a language tag such as en, de or en-US",
            ),
        ]
        | None
    ) = None
    labels: Annotated[Shown, key("Your own words in place of those that the board shows.")] = Shown()


def check(spec: ApplicationsDashboard) -> Iterator[Problem]:
    """What is wrong between the keys."""
    if spec.data and spec.applications:
        fact = "the applications come from one place, found `applications` and `data`"
        yield Problem(fact, hint="keep one of them", field="data")
    for name in ("tiles", "panels"):
        if getattr(spec, name) == ():
            yield Problem("expected at least one entry, found none", hint=f"leave out `{name}`", field=name)
    yield from _stages(spec)
    yield from _period(spec)


def _stages(spec: ApplicationsDashboard) -> Iterator[Problem]:
    """A stage and a word stand in one place of the list only."""
    if isinstance(spec.stages, dict):
        return
    stages: set[Stage] = set()
    labels: set[str] = set()
    words: dict[str, Stage] = {}
    for at, each in enumerate(spec.stages):
        field, label = f"stages[{at}]", plain(each.label)
        if each.stage in stages:
            fact = f"expected each stage once, found `{each.stage}` again"
            yield Problem(fact, hint="put its words into one list", field=field)
        if label and label in labels:
            fact = f"expected a name of its own, found {shortened(each.label)} again"
            yield Problem(fact, hint="call each stage otherwise", field=f"{field}.label")
        stages.add(each.stage)
        labels.add(label)
        for number, word in enumerate(each.words):
            meant = words.setdefault(plain(word), each.stage)
            if meant != each.stage:
                fact = f"`{shortened(word)}` means {meant} already"
                yield Problem(fact, hint="keep one of the two", field=f"{field}.words[{number}]")


def _period(spec: ApplicationsDashboard) -> Iterator[Problem]:
    """The first day and the last are days, in this order."""
    days: dict[str, date] = {}
    for name, text in (("start", spec.period.start), ("end", spec.period.end)):
        try:
            if when := dates.parse(text, spec.date_format):
                days[name] = when.start if name == "start" else when.end
        except dates.DateError as error:
            yield Problem(str(error), hint=error.hint, field=f"period.{name}")
    if len(days) == 2 and days["end"] < days["start"]:
        fact = f"expected a day from {days['start']} on, found {days['end']}"
        yield Problem(fact, hint="exchange `start` and `end`", field="period.end")
