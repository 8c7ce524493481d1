"""What an author may write with `kind: applications_dashboard`, and what is wrong between its keys."""

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from pipeline.errors import Problem
from pipeline.kinds.applications_dashboard import dates
from pipeline.kinds.applications_dashboard.model import Gathered
from pipeline.schema import Part, Spec, key

Metric: TypeAlias = Literal["active", "interviews", "response_rate", "offers", "ghosted", "median_reply"]
Panel: TypeAlias = Literal["pipeline", "weeks", "next_steps", "sources", "kanban", "calendar"]
Locale: TypeAlias = Literal["en", "de", "fr", "es"]

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


class ApplicationsDashboard(Spec):
    """What an author may write with `kind: applications_dashboard`."""

    title: Annotated[
        str, key("The headline, also in the picture's metadata; else it is written from the counts.", max_length=120)
    ] = ""
    eyebrow: Annotated[str, key("A short line above the title; else the period of the search.", max_length=80)] = ""
    data: Annotated[str, key("A file beside the spec that holds the applications: CSV, TSV, JSON or YAML.")] = ""
    applications: Annotated[
        tuple[dict[str, str | int | float | bool | None], ...],
        key("The applications, one mapping each, with the columns of a data file.", max_length=MAX_ROWS),
    ] = ()
    columns: Annotated[dict[str, str], key("Which heading of the data stands for which column: `company: Firma`.")] = {}  # noqa: RUF012 - each spec gets its own
    stages: Annotated[dict[str, str], key("What the data's words for a stage mean: `Coding test: screening`.")] = {}  # noqa: RUF012 - each spec gets its own
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
    ] = ("active", "interviews", "response_rate", "offers")
    panels: Annotated[
        tuple[Panel, ...],
        key("What stands below the tiles, in order; a picture takes as many as it has room for.", unique=True),
    ] = ("pipeline", "weeks", "next_steps")
    limit: Annotated[int, key("The most rows under next steps; else as many as fit.", ge=1, le=100)] | None = None
    sort: Annotated[
        Literal["next_date", "stage", "updated", "company"], key("The order of the rows under next steps.")
    ] = "next_date"
    locale: Annotated[Locale, key("The language of the board's own words and dates; else `lang`.")] | None = None


class Filled(ApplicationsDashboard):
    """A dashboard whose data have been read; no author writes `gathered`."""

    gathered: Gathered = Gathered()


def check(spec: ApplicationsDashboard) -> Iterator[Problem]:
    """What is wrong between the keys."""
    if spec.data and spec.applications:
        fact = "the applications come from one place, found `applications` and `data`"
        yield Problem(fact, hint="keep one of them", field="data")
    for name in ("tiles", "panels"):
        if not getattr(spec, name):
            yield Problem("expected at least one entry, found none", hint=f"leave out `{name}`", field=name)
    for name in ("start", "end"):
        yield from _day(getattr(spec.period, name), f"period.{name}", spec)


def _day(text: str, field: str, spec: ApplicationsDashboard) -> Iterator[Problem]:
    try:
        if text:
            dates.parse(text, spec.date_format)
    except dates.DateError as error:
        yield Problem(str(error), hint=error.hint, field=field)
