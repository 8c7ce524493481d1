"""What a board says, before anything is placed: its list is read, counted, and put into the words of a language.

spec + list --reading--> applications --metrics--> figures --> Content
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from pipeline.beside import Reader
from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.errors import Problem, SpecError
from pipeline.kinds.applications_dashboard import metrics
from pipeline.kinds.applications_dashboard.model import RUNGS, Application, Figures, Gathered, LeftOut, Rung, Stage
from pipeline.kinds.applications_dashboard.spec import (
    DEFAULT_PANELS,
    DEFAULT_TILES,
    ApplicationsDashboard,
    OwnStage,
    Panel,
    Tile,
)
from pipeline.kinds.applications_dashboard.tile_words import TileWords, in_words
from pipeline.kinds.applications_dashboard.words import Shown, Words, words
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.prose import joined
from pipeline.reading import dates
from pipeline.words import Text

MOST_LINES = 8  # applications of which each has a line of its own
WORDS_UP_TO = 12  # numbers of a headline: words together or figures together


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
    tiles: tuple[TileWords, ...]
    steps: tuple[Row, ...]  # active applications in the order asked for
    lines: tuple[Row, ...]  # all of a board of few, which is drawn application by application
    limit: int | None
    panels: tuple[Panel, ...]  # those asked for, in order
    asked: tuple[Panel, ...]
    stages: tuple[Rung, ...]
    explains_lit: bool  # whether no pipeline with its legend says what is lit: those still open
    colors: Mapping[Stage, Color]  # the author's, of open stages and closed ones
    field: str
    is_mirrored: bool
    notes: tuple[Note, ...] = ()

    def at_stage(self, rung: Rung) -> list[Row]:
        """The active applications that stand at a stage."""
        return [each for each in self.steps if each.stage == rung]

    def of_steps(self, count: int) -> str:
        """How many of the active applications a panel shows, where it does not show all; open ones are called so."""
        shown, whole = self.words.shown, len(self.steps)
        text = shown.of_open if self.figures.pending == whole else shown.of
        return "" if count == whole else self.words.of(text, count, whole)


def content(spec: ApplicationsDashboard, read: Reader) -> Content:
    """What the board of a spec says of its own rows or its data file; raises SpecError with every mistake in them."""
    return of_list(spec, gather(spec, read))


def of_list(spec: ApplicationsDashboard, gathered: Gathered) -> Content:
    """What the board of a spec says of a list; raises SpecError for a period in which nothing was sent."""
    own = _own_stages(spec)
    known, listed = _words(spec), [each.stage for each in own]
    figures = _figures(spec, gathered, known.habits.week_start)
    colors: dict[Stage, Color] = {each.stage: each.color for each in own if each.color is not None}
    panels = spec.panels or _usual_panels(spec, figures)
    title = spec.title if spec.title.strip() else joined(headline(figures, known))
    active = ordered(figures.next_steps, spec.sort)
    steps = tuple(_row(each, f"steps[{at}]", known) for at, each in enumerate(active))
    ended = [each for each in gathered.applications if not each.is_open]
    ended.sort(key=lambda each: each.replied or each.updated or date.min, reverse=True)
    is_chosen = spec.panels is not None or spec.limit is not None or spec.tiles != DEFAULT_TILES or bool(colors)
    has_lines = not is_chosen and 0 < figures.sent <= MOST_LINES and figures.tells_stages
    return Content(
        name=title,
        figures=figures,
        words=known,
        title=Leaf(title, "title"),
        eyebrow=Leaf(spec.eyebrow or _eyebrow(figures, known, _period(spec)[1]), "eyebrow"),
        tiles=tuple(in_words(tile, at, figures, known) for at, tile in enumerate(spec.tiles)),
        steps=steps,
        lines=(*steps, *(_row(each, f"closed[{at}]", known) for at, each in enumerate(ended))) if has_lines else (),
        limit=spec.limit,
        panels=panels,
        asked=spec.panels or (),
        stages=tuple(sorted(RUNGS, key=lambda rung: listed.index(rung) if rung in listed else len(listed))),
        explains_lit="pipeline" not in panels,
        colors=colors,
        field="data" if spec.data else "applications",
        is_mirrored=is_mirrored(spec, (spec.title, spec.eyebrow)),
        notes=(*known.notes, *gathered.notes),
    )


def _words(spec: ApplicationsDashboard) -> Words:
    """The words of a board, with the author's own names of stages."""
    known = words(spec.locale or "", spec.lang, spec.labels)
    labels = {each.stage: each.label.strip() for each in _own_stages(spec) if each.label.strip()}
    if not labels:
        return known
    names: dict[str, Any] = {name: getattr(known.shown, name) for name in known.shown.__struct_fields__}
    return known._replace(shown=Shown(**(names | labels)))


def _usual_panels(spec: ApplicationsDashboard, figures: Figures) -> tuple[Panel, ...]:
    """The panels of a board whose author names none: no pipeline of zeros where the list does not tell, or is none."""
    if not figures.sent and all(isinstance(tile, Tile) for tile in spec.tiles):
        return ()
    return tuple(panel for panel in DEFAULT_PANELS if panel != "pipeline" or figures.tells_stages)


def _own_stages(spec: ApplicationsDashboard) -> tuple[OwnStage, ...]:
    return () if isinstance(spec.stages, Mapping) else spec.stages


def gather(spec: ApplicationsDashboard, read: Reader) -> Gathered:
    """The applications of a spec's own rows or its data file; raises SpecError with every mistake in them."""
    from pipeline.kinds.applications_dashboard import reading

    shown = _words(spec).shown
    made_up = shown.made_up_company, shown.made_up_role
    if spec.data:
        return reading.read(read(spec.data, "data"), spec.data, spec, made_up)
    return reading.read_rows(spec, made_up)


def _figures(spec: ApplicationsDashboard, gathered: Gathered, week_start: int) -> Figures:
    """The figures of a list; raises SpecError for a period in which nothing was sent, unless no day is known."""
    since, until = _period(spec)
    figures = metrics.figures(
        gathered.applications,
        gathered.as_of,
        since=since,
        until=until,
        ghost_after_days=spec.ghost_after_days,
        left_out=gathered.left_out,
        tells_stages=gathered.tells_stages,
        week_start=week_start,
    )
    days = [each.applied for each in gathered.applications if each.applied]
    if (since or until) and days and not figures.shown:
        first, last = min(days), max(days)
        hint = f"the list goes from {first} to {last}" if first < last else f"the list has only {first}"
        raise SpecError(Problem("expected applications within the period, found none", hint=hint, field="period"))
    return figures


def _period(spec: ApplicationsDashboard) -> tuple[date | None, date | None]:
    """The first day and the last of the period that a spec names; of a month that is its last day."""
    start, end = (dates.parse(text, spec.date_format) for text in (spec.period.start, spec.period.end))
    return start.start if start else None, end.end if end else None


def left_out(each: LeftOut, known: Words) -> str:
    """A row that no figure counts, in words: whose it is, else its number, and why."""
    name = each.name or known.language.counted(known.shown.row, each.row)
    return known.language.aside(name, getattr(known.shown, each.reason))


def cut(parts: Sequence[str], most: int, known: Words) -> list[str]:
    """The first parts, and how many more there are."""
    rest = len(parts) - most
    return [*parts[:most], *([known.language.counted(known.shown.more, rest)] if rest > 0 else ())]


def column_name(content: Content, at: int) -> str:
    """What a column of what was sent is called: the day its week begins, its month, or its year."""
    known, start = content.words, content.figures.spans[at].start
    if content.figures.span == "year":
        return str(start.year)
    if content.figures.span == "month":
        month = known.month(start)
        return f"{month} {start.year}" if at and start.month == 1 else month
    return known.day(start)


def pace(content: Content) -> tuple[str, str]:
    """What the columns of what was sent are called, and how many were sent in one of them on average."""
    shown, span = content.words.shown, content.figures.span
    average: str = getattr(shown, f"{span}_average")
    return getattr(shown, f"per_{span}"), average.format(n=content.words.decimals(content.figures.per_span))


def headline(figures: Figures, known: Words) -> tuple[str, ...]:
    """One or two sentences about how the search stands; open is only what surely is."""
    shown, sent, no, pending = known.shown, figures.sent, figures.said_no, figures.pending
    if not sent:
        return (shown.nothing,)
    in_words = max(figures.active, no) <= WORDS_UP_TO and (bool(no or figures.hired) or sent <= WORDS_UP_TO)

    def count(forms: Text, n: int, one: str) -> str:
        return known.counted(forms, n, one if in_words else "")

    refused = count(shown.said_no, no, shown.one_said_no)
    first = refused if no else count(shown.sent, sent, shown.one_sent)
    if figures.hired:
        first = count(shown.led_to_job, figures.hired, shown.one_led_to_job)
    if pending and (no or figures.hired):
        return first, count(shown.are_open, pending, shown.one_is_open)
    if pending == sent:
        return first, known.language.counted(shown.all_open, sent)
    if pending:
        return first, count(shown.some_open, pending, shown.one_open)
    if figures.ghosted:
        return first, count(shown.never_answered, figures.ghosted, shown.one_never_answered)
    if figures.hired:
        return (first, refused) if no else (first,)
    if figures.active:  # nobody knows since when
        return (first,)
    return first, shown.starts_again if no else shown.none_open


def ordered(steps: Sequence[Application], by: str) -> tuple[Application, ...]:
    """The open applications in another order than by next date; equal ones stay by next date."""
    orders: dict[str, Callable[[Application], int | str]] = {
        "updated": lambda each: -(each.updated or date.min).toordinal(),
        "stage": lambda each: -RUNGS.index(each.stage),
        "company": lambda each: each.company.casefold(),
    }
    return tuple(sorted(steps, key=orders[by])) if by in orders else tuple(steps)


def _row(each: Application, field: str, known: Words) -> Row:
    day = known.weekday_and_day(each.next_date) if each.next_date else ""
    texts = {"company": each.company, "role": each.role, "next_step": each.next_step, "next_date": day}
    return Row(each, *(Leaf(text, f"{field}.{name}") for name, text in texts.items()))


def _eyebrow(figures: Figures, known: Words, until: date | None) -> str:
    """Job search, 14 Sep – 20 Nov 2026."""
    search = known.shown.search
    if not figures.spans or figures.as_of is None:
        return search
    first, last = figures.spans[0].start, min(figures.as_of, until or figures.as_of)
    end = known.day(last, with_year=True)
    if first >= last:
        return f"{search}, {end}"
    return f"{search}, {known.day(first, with_year=first.year != last.year)} – {end}"
