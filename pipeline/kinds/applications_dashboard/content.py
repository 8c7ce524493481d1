"""What a board says, before anything is placed: its list is read, counted, and put into the words of a language.

spec + list --reading--> applications --metrics--> figures --> Content
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from pipeline.beside import Reader
from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.errors import Problem, SpecError
from pipeline.kinds.applications_dashboard import metrics
from pipeline.kinds.applications_dashboard.model import (
    RUNGS,
    Application,
    Figures,
    Gathered,
    LeftOut,
    Rung,
    Stage,
)
from pipeline.kinds.applications_dashboard.spec import (
    DEFAULT_PANELS,
    DEFAULT_TILES,
    ApplicationsDashboard,
    OwnStage,
    Panel,
    Tile,
)
from pipeline.kinds.applications_dashboard.tile_words import Told, told
from pipeline.kinds.applications_dashboard.words import Shown as WordsShown
from pipeline.kinds.applications_dashboard.words import Words, words
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.prose import joined
from pipeline.reading import dates
from pipeline.words import Text

MOST_LINES = 8  # applications of which each has a line of its own
WORDS_UP_TO = 12  # numbers of a headline: words together or figures together


class Shown(NamedTuple):
    """An open stage and what the board calls it."""

    rung: Rung
    label: str


class Row(NamedTuple):
    """An active application as panels show it; `day` is that of what comes next, in words."""

    application: Application
    company: Leaf
    role: Leaf
    next_step: Leaf
    day: Leaf

    @property
    def name(self) -> Leaf:
        """Whose it is: the company, else the role."""
        return self.company or self.role

    @property
    def stage(self) -> Stage:
        """The application's own."""
        return self.application.stage

    @property
    def next_date(self) -> date | None:
        """The application's own."""
        return self.application.next_date


class Content(NamedTuple):
    """What stands on the board. `words` call the stages as the author does; `stages` are in the author's order.

    `field` is the key that holds the applications; `asked` are the panels that the author named.
    """

    name: str
    figures: Figures
    words: Words
    title: Leaf
    eyebrow: Leaf
    tiles: tuple[Told, ...]
    steps: tuple[Row, ...]  # active applications in the order asked for
    lines: tuple[Row, ...]  # all of a board of few, which is drawn application by application
    limit: int | None
    panels: tuple[Panel, ...]  # those asked for, in order
    asked: tuple[Panel, ...]
    stages: tuple[Shown, ...]
    explains_lit: bool  # whether no pipeline with its key says what is lit: those still open
    colors: Mapping[Stage, Color]  # the author's, of open stages and closed ones
    field: str
    is_mirrored: bool
    notes: tuple[Note, ...] = ()

    def of_steps(self, shown: int) -> str:
        """How many of the active applications a panel shows, where it does not show all; open ones are called so."""
        words, all_of = self.words, len(self.steps)
        if shown == all_of:
            return ""
        text = words.shown.of_open if self.figures.pending == all_of else words.shown.of
        return words.language.counted(text, shown, all=words.language.whole(all_of))


def content(spec: ApplicationsDashboard, read: Reader) -> Content:
    """What the board of a spec says of its own rows or its data file; raises SpecError with every mistake in them."""
    return of_list(spec, gather(spec, read))


def of_list(spec: ApplicationsDashboard, gathered: Gathered) -> Content:
    """What the board of a spec says of a list; raises SpecError for a period in which nothing was sent."""
    locale = words(spec.locale or "", spec.lang, spec.labels)
    figures = _figures(spec, gathered, locale)
    said = renamed(locale, spec.stages)
    panels = spec.panels or tuple(_usual_panels(spec, figures))
    title = spec.title if spec.title.strip() else joined(headline(figures, said))
    active = ordered(figures.next_steps, spec.sort)
    steps = tuple(_row(each, f"steps[{at}]", said) for at, each in enumerate(active))
    return Content(
        name=title,
        figures=figures,
        words=said,
        title=Leaf(title, "title"),
        eyebrow=Leaf(spec.eyebrow or _eyebrow(figures, said, _period(spec)[1]), "eyebrow"),
        tiles=tuple(told(tile, at, figures, said) for at, tile in enumerate(spec.tiles)),
        steps=steps,
        lines=_lines(spec, gathered, figures, steps, said),
        limit=spec.limit,
        panels=panels,
        asked=spec.panels or (),
        stages=_shown(said, spec.stages),
        explains_lit="pipeline" not in panels,
        colors=_colors(spec.stages),
        field="data" if spec.data else "applications",
        is_mirrored=is_mirrored(spec, (spec.title, spec.eyebrow)),
        notes=(*said.notes, *gathered.notes),
    )


def _lines(
    spec: ApplicationsDashboard, gathered: Gathered, figures: Figures, steps: Sequence[Row], said: Words
) -> tuple[Row, ...]:
    """The applications of a board so few that each is more than a number, unless its author chose tiles or panels."""
    is_chosen = (
        spec.panels is not None or spec.limit is not None or spec.tiles != DEFAULT_TILES or bool(_colors(spec.stages))
    )
    if is_chosen or not 0 < figures.sent <= MOST_LINES or not figures.tells_stages:
        return ()
    closed = [each for each in gathered.applications if not each.is_open]
    latest = sorted(closed, key=lambda each: each.replied or each.updated or date.min, reverse=True)
    return (*steps, *(_row(each, f"closed[{at}]", said) for at, each in enumerate(latest)))


def _usual_panels(spec: ApplicationsDashboard, figures: Figures) -> Iterator[Panel]:
    """The panels of a board whose author names none: no pipeline of zeros where the list does not tell, or is none."""
    if figures.sent or not all(isinstance(tile, Tile) for tile in spec.tiles):
        yield from (panel for panel in DEFAULT_PANELS if panel != "pipeline" or figures.tells_stages)


def gather(spec: ApplicationsDashboard, read: Reader) -> Gathered:
    """The applications of a spec's own rows or its data file; raises SpecError with every mistake in them."""
    from pipeline.kinds.applications_dashboard import reading

    locale = words(spec.locale or "", spec.lang, spec.labels)
    choices = reading.Choices(
        spec.columns,
        spec.stages,
        spec.date_format,
        spec.as_of,
        spec.anonymize,
        (locale.shown.made_up_company, locale.shown.made_up_role),
    )
    if spec.data:
        return reading.read(read(spec.data, "data"), spec.data, choices)
    return reading.read_rows(spec.applications, choices)


def _figures(spec: ApplicationsDashboard, gathered: Gathered, locale: Words) -> Figures:
    since, until = _period(spec)
    found = metrics.figures(
        gathered.applications,
        gathered.as_of,
        since=since,
        until=until,
        ghost_after_days=spec.ghost_after_days,
        left_out=gathered.left_out,
        tells_stages=gathered.tells_stages,
        week_start=locale.week_start,
    )
    if (since or until) and not found.shown:
        _refuse_period(gathered)
    return found


def _refuse_period(gathered: Gathered) -> None:
    """Raise SpecError for a period in which nothing was sent, unless there is no day to go by at all."""
    days = [each.applied for each in gathered.applications if each.applied]
    if days:
        first, last = min(days), max(days)
        hint = f"the list goes from {first} to {last}" if first < last else f"the list has only {first}"
        raise SpecError(Problem("expected applications within the period, found none", hint=hint, field="period"))


def _period(spec: ApplicationsDashboard) -> tuple[date | None, date | None]:
    """The first day and the last of the period that a spec names; of a month that is its last day."""
    start, end = (dates.parse(text, spec.date_format) for text in (spec.period.start, spec.period.end))
    return start.start if start else None, end.end if end else None


def renamed(said: Words, stages: Mapping[str, str] | Sequence[OwnStage]) -> Words:
    """The words with the author's own names of stages."""
    if not isinstance(stages, Sequence):
        return said
    own: dict[str, Any] = {each.stage: each.label.strip() for each in stages if each.label.strip()}
    names: dict[str, Any] = {name: getattr(said.shown, name) for name in said.shown.__struct_fields__}
    return said._replace(shown=WordsShown(**(names | own)))


def left_out(each: LeftOut, said: Words) -> str:
    """A row that no figure counts, in words: whose it is, else its number, and why."""
    name = each.name or said.language.counted(said.shown.row, each.row)
    return said.language.aside(name, getattr(said.shown, each.reason))


def cut(parts: Iterable[str], most: int, said: Words) -> list[str]:
    """The first parts, and how many more there are."""
    found = list(parts)
    rest = len(found) - most
    return found if rest <= 0 else [*found[:most], said.language.counted(said.shown.more, rest)]


def column_name(content: Content, at: int) -> str:
    """What a column of what was sent is called: the day its week begins, its month, or its year."""
    said, start = content.words, content.figures.spans[at].start
    if content.figures.span == "year":
        return str(start.year)
    if content.figures.span == "month":
        month = said.month(start)
        return f"{month} {start.year}" if at and start.month == 1 else month
    return said.day(start)


def pace(content: Content) -> tuple[str, str]:
    """What the columns of what was sent are called, and how many were sent in one of them on average."""
    shown, figures = content.words.shown, content.figures
    title, average = {
        "week": (shown.per_week, shown.week_average),
        "month": (shown.per_month, shown.month_average),
        "year": (shown.per_year, shown.year_average),
    }[figures.span]
    return title, average.format(n=content.words.decimals(figures.per_span))


def _shown(said: Words, stages: Mapping[str, str] | Sequence[OwnStage]) -> tuple[Shown, ...]:
    """The open stages: those of the author's list in its order, then the others."""
    own = [each.stage for each in stages] if isinstance(stages, Sequence) else []
    order = sorted(RUNGS, key=lambda rung: own.index(rung) if rung in own else len(own))
    return tuple(Shown(rung, said.stages[RUNGS.index(rung)]) for rung in order)


def _colors(stages: Mapping[str, str] | Sequence[OwnStage]) -> dict[Stage, Color]:
    own = stages if isinstance(stages, Sequence) else ()
    return {each.stage: each.color for each in own if each.color is not None}


def headline(figures: Figures, said: Words) -> tuple[str, ...]:
    """One or two sentences about how the search stands; open is only what surely is."""
    sent, no, pending = figures.sent, figures.said_no, figures.pending
    if not sent:
        return (said.shown.nothing,)
    in_words = max(figures.active, no) <= WORDS_UP_TO and (bool(no or figures.hired) or sent <= WORDS_UP_TO)
    shown = said.shown

    def count(forms: Text, n: int, one: str) -> str:
        return said.counted(forms, n, one if in_words else "")

    refused = count(shown.said_no, no, shown.one_said_no)
    first = refused if no else count(shown.sent, sent, shown.one_sent)
    if figures.hired:
        first = count(shown.led_to_job, figures.hired, shown.one_led_to_job)
    if pending:
        if no or figures.hired:
            return (first, count(shown.are_open, pending, shown.one_is_open))
        if pending == sent:
            return (first, said.language.counted(shown.all_open, sent))
        return (first, count(shown.some_open, pending, shown.one_open))
    if figures.ghosted:
        return (first, count(shown.never_answered, figures.ghosted, shown.one_never_answered))
    if figures.hired:
        return (first, refused) if no else (first,)
    if figures.active:  # nobody knows since when
        return (first,)
    return (first, shown.starts_again if no else shown.none_open)


def ordered(steps: Sequence[Application], by: str) -> tuple[Application, ...]:
    """The open applications in another order than by next date; equal ones stay by next date."""
    if by == "stage":
        return tuple(sorted(steps, key=lambda each: -RUNGS.index(each.stage)))
    if by == "updated":
        return tuple(sorted(steps, key=lambda each: each.updated or date.min, reverse=True))
    if by == "company":
        return tuple(sorted(steps, key=lambda each: each.company.casefold()))
    return tuple(steps)


def _row(each: Application, field: str, said: Words) -> Row:
    day = said.weekday_and_day(each.next_date) if each.next_date else ""
    texts = {"company": each.company, "role": each.role, "next_step": each.next_step, "next_date": day}
    return Row(each, *(Leaf(text, f"{field}.{name}") for name, text in texts.items()))


def _eyebrow(figures: Figures, said: Words, until: date | None) -> str:
    """Job search, 14 Sep – 20 Nov 2026."""
    if not figures.spans or figures.as_of is None:
        return said.shown.search
    first, last = figures.spans[0].start, min(figures.as_of, until or figures.as_of)
    if first >= last:
        return f"{said.shown.search}, {said.day(last, with_year=True)}"
    return (
        f"{said.shown.search}, {said.day(first, with_year=first.year != last.year)} – {said.day(last, with_year=True)}"
    )
