"""What a board says: the figures in words, before anything is placed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.color import Color
from pipeline.kinds.applications_dashboard import dates
from pipeline.kinds.applications_dashboard.model import REASONS, RUNGS, Application, Figures, LeftOut, Rung, Stage
from pipeline.kinds.applications_dashboard.spec import DEFAULT_PANELS, ApplicationsDashboard, OwnStage, Panel
from pipeline.kinds.applications_dashboard.tile_words import Told, told
from pipeline.kinds.applications_dashboard.words import Words, words

WORDS_UP_TO = 12  # numbers of a headline: words together or figures together


class Shown(NamedTuple):
    """An open stage and what the board calls it."""

    rung: Rung
    label: str


class Content(NamedTuple):
    """What stands on the board. `words` call the stages as the author does; `stages` are in the author's order."""

    figures: Figures
    words: Words
    title: tuple[str, ...]  # sentences
    eyebrow: str
    tiles: tuple[Told, ...]
    steps: tuple[Application, ...]  # open applications in the order asked for
    limit: int | None
    panels: tuple[Panel, ...]  # those asked for, in order
    stages: tuple[Shown, ...]
    explains_lit: bool  # whether no pipeline with its key says what is lit: those still open
    colors: Mapping[Stage, Color] = {}  # the author's, of open stages and closed ones


def content(spec: ApplicationsDashboard, figures: Figures) -> Content:
    """The words of a board about these figures."""
    said = renamed(words(spec.locale or "", spec.lang), spec.stages)
    panels = spec.panels or DEFAULT_PANELS
    title = (spec.title,) if spec.title.strip() else headline(figures, said)
    tiles = tuple(told(tile, figures, said) for tile in spec.tiles)
    steps = ordered(figures.next_steps, spec.sort)
    return Content(
        figures,
        said,
        title,
        spec.eyebrow or _eyebrow(figures, said, dates.parse(spec.period.end, spec.date_format)),
        tiles,
        steps,
        spec.limit,
        panels,
        _shown(said, spec.stages),
        "pipeline" not in panels,
        _colors(spec.stages),
    )


def renamed(said: Words, stages: Mapping[str, str] | Sequence[OwnStage]) -> Words:
    """The words with the author's own names of stages."""
    if not isinstance(stages, Sequence):
        return said
    own = {each.stage: each.label.strip() for each in stages if each.label.strip()}
    names = tuple(own.get(rung, name) for rung, name in zip(RUNGS, said.stages, strict=True))
    return said._replace(
        stages=names,  # type: ignore[arg-type]  # four of four
        did_say_no=own.get("rejected", said.did_say_no),
        withdrawn=own.get("withdrawn", said.withdrawn),
    )


def left_out(each: LeftOut, said: Words) -> str:
    """A row that no figure counts, in words: whose it is, else its number, and why."""
    return f"{each.name or said.row.replace('{n}', str(each.row))} ({said.reasons[REASONS.index(each.reason)]})"


def column_name(content: Content, at: int) -> str:
    """What a column of what was sent is called: the day its week begins, its month, or its year."""
    said, start = content.words, content.figures.spans[at].start
    if content.figures.span == "year":
        return str(start.year)
    if content.figures.span == "month":
        month = said.months[start.month - 1]
        return f"{month} {start.year}" if at and start.month == 1 else month
    return said.day(start)


def _shown(said: Words, stages: Mapping[str, str] | Sequence[OwnStage]) -> tuple[Shown, ...]:
    """The open stages: those of the author's list in its order, then the others."""
    own = [each.stage for each in stages] if isinstance(stages, Sequence) else []
    order = sorted(RUNGS, key=lambda rung: own.index(rung) if rung in own else len(own))
    return tuple(Shown(rung, said.stages[RUNGS.index(rung)]) for rung in order)


def _colors(stages: Mapping[str, str] | Sequence[OwnStage]) -> dict[Stage, Color]:
    own = stages if isinstance(stages, Sequence) else ()
    return {each.stage: each.color for each in own if each.color is not None}


def headline(figures: Figures, said: Words) -> tuple[str, ...]:
    """One or two sentences about how the search stands."""
    sent, active, no = figures.sent, figures.active, figures.said_no
    in_words = max(active, no) <= WORDS_UP_TO
    if not sent:
        return (said.nothing,)
    if no:
        refused = said.counted(said.said_no, no, in_words=in_words)
        return (refused, said.counted(said.are_open, active, in_words=in_words) if active else said.starts_again)
    first = said.counted(said.sent, sent, in_words=in_words and sent <= WORDS_UP_TO)
    if not active:
        return (first, said.none_open)
    if active == sent:
        return (first, said.all_open[0 if sent == 1 else 1])
    return (first, said.counted(said.some_open, active, in_words=in_words and sent <= WORDS_UP_TO))


def ordered(steps: Sequence[Application], by: str) -> tuple[Application, ...]:
    """The open applications in another order than by next date; equal ones stay by next date."""
    if by == "stage":
        return tuple(sorted(steps, key=lambda each: -RUNGS.index(each.stage)))
    if by == "updated":
        return tuple(sorted(steps, key=lambda each: each.updated or date.min, reverse=True))
    if by == "company":
        return tuple(sorted(steps, key=lambda each: each.company.casefold()))
    return tuple(steps)


def _eyebrow(figures: Figures, said: Words, until: date | None) -> str:
    """Job search, 14 Sep – 20 Nov 2026."""
    if not figures.spans or figures.as_of is None:
        return said.search
    first, last = figures.spans[0].start, min(figures.as_of, until or figures.as_of)
    if first >= last:
        return f"{said.search}, {said.day(last, with_year=True)}"
    return f"{said.search}, {said.day(first, with_year=first.year != last.year)} – {said.day(last, with_year=True)}"
