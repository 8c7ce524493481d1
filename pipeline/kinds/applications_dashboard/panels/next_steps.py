"""Next steps: the open applications and what comes next, as rows with a pill for the stage.

narrow      company over role | stage | day over step
medium      company over role | stage | updated | day over step, under column heads
broad       company | role | stage | (step) | day, in one line
"""

from __future__ import annotations

from math import floor
from typing import NamedTuple

from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard import shades
from pipeline.kinds.applications_dashboard.content import Content, Row
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.model import RUNGS
from pipeline.kinds.applications_dashboard.panels import heading
from pipeline.kinds.applications_dashboard.panels.drawing import Drawing
from pipeline.kinds.applications_dashboard.pen import Ink, Pen

MEDIUM_FROM, BROAD_FROM, WITH_STEP_FROM = 31, 41, 66  # widths in em of the meta size
PILL_PADDING_EM = 0.675
WIDEST_PILL = 0.25  # of the table's width; a longer name of a stage is cut
NARROW, MEDIUM, BROAD = (172, 294), (218, 338, 452), (248, 548)  # column starts in the designer's frames
NARROW_WIDTH, MEDIUM_WIDTH, BROAD_WIDTH = 428, 600, 936
HEADS, UNDER_HEADING = 26, 14


class Table(NamedTuple):
    """Where the columns start; those that a table does not have are None."""

    mode: str
    left: float
    stage: float
    updated: float | None
    next: float
    right: float
    pill: float  # the widest
    role: float | None = None


def rows_height(frame: Frame, content: Content, width: float, rows: int | None = None) -> float:
    """The height of a cell in which so many rows stand, or all."""
    count = rows if rows is not None else min(len(content.steps), content.limit or len(content.steps)) or 1
    heads = HEADS if _mode(frame, width) == "medium" else 0
    return frame.gaps[2] + frame.heading + UNDER_HEADING + heads + count * frame.rows + 10


def draw(pen: Pen, frame: Frame, content: Content, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, said = frame.inside(cell), content.words
    table = _table(pen, frame, content, room)
    y = room.y + frame.heading + UNDER_HEADING
    heads = HEADS if table.mode == "medium" and content.steps else 0
    fitting = max(1, int((cell.bottom - 10 - y - heads) / frame.rows + 1e-6))
    shown = content.steps[: min(fitting, content.limit or fitting)]
    heading.draw(pen, frame, room, said.shown.next_steps, content.of_steps(len(shown)), "panels.next_steps.more")
    if heads:
        _heads(pen, frame, content, table, y + 16)
    if not shown:
        pen.across(room.x, room.right, y, pen.colors.rule)
        look = Ink(frame.row, pen.colors.muted)
        text = pen.fitted(said.shown.no_steps, look, room.width)
        pen.text(room.x, y + frame.rows * 0.5 + frame.row * 0.34, text, look, role="panels.next_steps")
    for at, each in enumerate(shown):
        top = y + heads + at * frame.rows
        pen.across(room.x, room.right, top, pen.colors.rule)
        _row(pen, frame, content, table, each, top + frame.rows / 2)


def _mode(frame: Frame, width: float) -> str:
    ems = width / frame.meta
    return "narrow" if ems < MEDIUM_FROM else "medium" if ems < BROAD_FROM else "broad"


def _table(pen: Pen, frame: Frame, content: Content, room: Rect) -> Table:
    """The columns in the designer's proportions; a language with longer names of stages moves what follows."""
    mode = _mode(frame, room.width)
    look = Ink(frame.pill, pen.colors.ink, 600)
    pill = max(pen.measure(stage, look) for stage in content.words.stages) + 2 * PILL_PADDING_EM * frame.pill
    pill = min(pill, WIDEST_PILL * room.width)
    if mode == "narrow":
        stage, next_ = (start * room.width / NARROW_WIDTH for start in NARROW)
        next_ = max(next_, stage + pill + 14)
        return Table(mode, room.x, room.x + stage, None, room.x + next_, room.right, pill)
    if mode == "medium":
        stage, updated, next_ = (start * room.width / MEDIUM_WIDTH for start in MEDIUM)
        push = max(0.0, stage + pill + 14 - updated)
        return Table(mode, room.x, room.x + stage, room.x + updated + push, room.x + next_ + push, room.right, pill)
    role, stage = (start * room.width / BROAD_WIDTH for start in BROAD)
    with_step = room.width / frame.meta >= WITH_STEP_FROM
    next_ = room.x + stage + pill + 2 * frame.meta if with_step else room.right
    return Table(mode, room.x, room.x + stage, None, next_, room.right, pill, room.x + role)


def _heads(pen: Pen, frame: Frame, content: Content, table: Table, baseline: float) -> None:
    look = Ink(frame.meta, pen.colors.muted)
    starts = (table.left, table.stage, table.updated or table.next, table.next, table.right)
    for text, x, end in zip(content.words.columns, starts, starts[1:], strict=False):
        pen.text(x, baseline, pen.fitted(text, look, end - x - 8), look, role="panels.next_steps.heads")


def _row(pen: Pen, frame: Frame, content: Content, table: Table, each: Row, middle: float) -> None:
    if table.mode == "broad":
        _broad(pen, frame, content, table, each, middle)
        return
    line = floor(middle * pen.unit) / pen.unit  # all rows alike, as baselines stand on whole px
    above, below = line - (5 if table.mode == "medium" else 4), 22 if table.mode == "medium" else 19
    company, plain = Ink(frame.row, pen.colors.ink, 600), Ink(frame.meta, pen.colors.muted)
    room = table.stage - table.left - 10
    only = not each.role.text.strip()
    first = middle + frame.row * 0.34 if only else above
    pen.text(table.left, first, pen.fitted(each.company.text, company, room), company, role=each.company.field)
    pen.text(table.left, above + below, pen.fitted(each.role.text, plain, room), plain, role=each.role.field)
    _pill(pen, frame, content, table, middle, each)
    if table.updated is not None:
        room = table.next - table.updated - 8
        pen.text(
            table.updated, middle + frame.meta * 0.34, _fit_ago(pen, content, each, plain, room), plain, role="updated"
        )
    _next(pen, frame, content, table, each, middle, above, above + below)


def _fit_ago(pen: Pen, content: Content, each: Row, look: Ink, room: float) -> str:
    as_of, updated = content.figures.as_of, each.application.updated
    if updated is None or as_of is None:
        return ""
    return pen.fitted(content.words.ago((as_of - updated).days), look, room)


def _next(
    pen: Pen, frame: Frame, content: Content, table: Table, each: Row, middle: float, above: float, below: float
) -> None:
    """The day over the step; one of them alone stands in the middle."""
    strong, plain = Ink(frame.meta, pen.colors.ink, 600, tabular=True), Ink(frame.meta, pen.colors.muted)
    room = table.right - table.next
    day, step = each.day.text, pen.fitted(each.next_step.text, plain, room)
    alone = middle + frame.meta * 0.34
    pen.text(table.next, above if step else alone, pen.fitted(day, strong, room), strong, role=each.day.field)
    pen.text(table.next, below if day else alone, step, plain, role=each.next_step.field)


def _broad(pen: Pen, frame: Frame, content: Content, table: Table, each: Row, middle: float) -> None:
    baseline = middle + frame.row * 0.34
    company, plain = Ink(frame.row, pen.colors.ink, 600), Ink(frame.row - 1, pen.colors.muted)
    strong = Ink(frame.row - 1, pen.colors.ink, 600, tabular=True)
    role = table.role or table.stage
    name = pen.fitted(each.company.text, company, role - table.left - 16)
    pen.text(table.left, baseline, name, company, role=each.company.field)
    pen.text(role, baseline, pen.fitted(each.role.text, plain, table.stage - role - 16), plain, role=each.role.field)
    pill_end = _pill(pen, frame, content, table, middle, each)
    day = each.day.text
    room = table.right - pill_end - frame.meta
    width = pen.text(table.right, baseline, pen.fitted(day, strong, room), strong, anchor="end", role=each.day.field)
    if table.next < table.right:
        room = table.right - width - frame.meta - table.next
        pen.text(table.next, baseline, pen.fitted(each.next_step.text, plain, room), plain, role=each.next_step.field)
    elif not day:
        step = pen.fitted(each.next_step.text, plain, room)
        pen.text(table.right, baseline, step, plain, anchor="end", role=each.next_step.field)


def _pill(pen: Pen, frame: Frame, content: Content, table: Table, middle: float, each: Row) -> float:
    """The stage in a pill; where it ends comes back."""
    at = RUNGS.index(each.stage)
    own = content.colors.get(each.stage)
    fill, text = _pill_colors(pen)[at] if own is None else _own_colors(pen, own)
    look = Ink(frame.pill, text, 600)
    padding, x = PILL_PADDING_EM * frame.pill, table.stage
    stage = pen.fitted(content.words.stages[at], look, table.pill - 2 * padding + 0.01)  # a sum may be rounded
    width = pen.measure(stage, look) + 2 * padding
    pen.box(Rect(x, middle - frame.pill_height / 2, width, frame.pill_height), fill, frame.pill_height / 2)
    pen.text(x + width / 2, middle + frame.pill * 0.34, stage, look, anchor="middle", role="stage")
    return x + width


def _own_colors(pen: Pen, own: Color) -> tuple[Color, Color]:
    """The author's colour, and a text that can be read on it."""
    fill = own.over(pen.colors.surface)
    return fill, shades.text_on(fill, pen.colors)


def _pill_colors(pen: Pen) -> tuple[tuple[Color, Color], ...]:
    colors = pen.colors
    return (
        (colors.surface_2, colors.ink_2),
        (colors.accent_tint, colors.accent),
        (colors.accent, colors.on_accent),
        (colors.accent_2_tint, colors.accent_2_text),
    )


PANEL = Drawing(draw, 9.0, rows_height, is_beside=True, is_list=True)
