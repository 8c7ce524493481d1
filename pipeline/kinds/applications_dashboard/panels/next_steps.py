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
from pipeline.layout.canvas import Canvas
from pipeline.typography import TextStyle

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


def draw(canvas: Canvas, frame: Frame, content: Content, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, said = frame.inside(cell), content.words
    table = _table(canvas, frame, content, room)
    y = room.y + frame.heading + UNDER_HEADING
    heads = HEADS if table.mode == "medium" and content.steps else 0
    fitting = max(1, int((cell.bottom - 10 - y - heads) / frame.rows + 1e-6))
    shown = content.steps[: min(fitting, content.limit or fitting)]
    heading.draw(canvas, frame, room, said.shown.next_steps, content.of_steps(len(shown)), "panels.next_steps.more")
    if heads:
        _heads(canvas, frame, content, table, y + 16)
    if not shown:
        canvas.across(room.x, room.right, y, canvas.colors.rule)
        look = canvas.style(frame.row, canvas.colors.muted)
        text = canvas.cut(said.shown.no_steps, look, room.width)
        canvas.text(room.x, y + frame.rows * 0.5 + frame.row * 0.34, text, look, role="panels.next_steps")
    for at, each in enumerate(shown):
        top = y + heads + at * frame.rows
        canvas.across(room.x, room.right, top, canvas.colors.rule)
        _row(canvas, frame, content, table, each, top + frame.rows / 2)


def _mode(frame: Frame, width: float) -> str:
    ems = width / frame.meta
    return "narrow" if ems < MEDIUM_FROM else "medium" if ems < BROAD_FROM else "broad"


def _table(canvas: Canvas, frame: Frame, content: Content, room: Rect) -> Table:
    """The columns in the designer's proportions; a language with longer names of stages moves what follows."""
    mode = _mode(frame, room.width)
    look = canvas.style(frame.pill, canvas.colors.ink, 600)
    pill = max(canvas.measure(stage, look) for stage in content.words.stages) + 2 * PILL_PADDING_EM * frame.pill
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


def _heads(canvas: Canvas, frame: Frame, content: Content, table: Table, baseline: float) -> None:
    look = canvas.style(frame.meta, canvas.colors.muted)
    starts = (table.left, table.stage, table.updated or table.next, table.next, table.right)
    for text, x, end in zip(content.words.columns, starts, starts[1:], strict=False):
        canvas.text(x, baseline, canvas.cut(text, look, end - x - 8), look, role="panels.next_steps.heads")


def _row(canvas: Canvas, frame: Frame, content: Content, table: Table, each: Row, middle: float) -> None:
    if table.mode == "broad":
        _broad(canvas, frame, content, table, each, middle)
        return
    line = floor(middle * canvas.unit) / canvas.unit  # all rows alike, as baselines stand on whole px
    above, below = line - (5 if table.mode == "medium" else 4), 22 if table.mode == "medium" else 19
    company, plain = canvas.style(frame.row, canvas.colors.ink, 600), canvas.style(frame.meta, canvas.colors.muted)
    room = table.stage - table.left - 10
    only = not each.role.text.strip()
    first = middle + frame.row * 0.34 if only else above
    canvas.text(table.left, first, canvas.cut(each.company.text, company, room), company, role=each.company.field)
    canvas.text(table.left, above + below, canvas.cut(each.role.text, plain, room), plain, role=each.role.field)
    _pill(canvas, frame, content, table, middle, each)
    if table.updated is not None:
        room = table.next - table.updated - 8
        canvas.text(
            table.updated,
            middle + frame.meta * 0.34,
            _fit_ago(canvas, content, each, plain, room),
            plain,
            role="updated",
        )
    _next(canvas, frame, content, table, each, middle, above, above + below)


def _fit_ago(canvas: Canvas, content: Content, each: Row, look: TextStyle, room: float) -> str:
    as_of, updated = content.figures.as_of, each.application.updated
    if updated is None or as_of is None:
        return ""
    return canvas.cut(content.words.ago((as_of - updated).days), look, room)


def _next(
    canvas: Canvas, frame: Frame, content: Content, table: Table, each: Row, middle: float, above: float, below: float
) -> None:
    """The day over the step; one of them alone stands in the middle."""
    strong, plain = (
        canvas.style(frame.meta, canvas.colors.ink, 600, tabular=True),
        canvas.style(frame.meta, canvas.colors.muted),
    )
    room = table.right - table.next
    day, step = each.day.text, canvas.cut(each.next_step.text, plain, room)
    alone = middle + frame.meta * 0.34
    canvas.text(table.next, above if step else alone, canvas.cut(day, strong, room), strong, role=each.day.field)
    canvas.text(table.next, below if day else alone, step, plain, role=each.next_step.field)


def _broad(canvas: Canvas, frame: Frame, content: Content, table: Table, each: Row, middle: float) -> None:
    baseline = middle + frame.row * 0.34
    company, plain = canvas.style(frame.row, canvas.colors.ink, 600), canvas.style(frame.row - 1, canvas.colors.muted)
    strong = canvas.style(frame.row - 1, canvas.colors.ink, 600, tabular=True)
    role = table.role or table.stage
    name = canvas.cut(each.company.text, company, role - table.left - 16)
    canvas.text(table.left, baseline, name, company, role=each.company.field)
    canvas.text(role, baseline, canvas.cut(each.role.text, plain, table.stage - role - 16), plain, role=each.role.field)
    pill_end = _pill(canvas, frame, content, table, middle, each)
    day = each.day.text
    room = table.right - pill_end - frame.meta
    width = canvas.text(table.right, baseline, canvas.cut(day, strong, room), strong, anchor="end", role=each.day.field)
    if table.next < table.right:
        room = table.right - width - frame.meta - table.next
        canvas.text(
            table.next, baseline, canvas.cut(each.next_step.text, plain, room), plain, role=each.next_step.field
        )
    elif not day:
        step = canvas.cut(each.next_step.text, plain, room)
        canvas.text(table.right, baseline, step, plain, anchor="end", role=each.next_step.field)


def _pill(canvas: Canvas, frame: Frame, content: Content, table: Table, middle: float, each: Row) -> float:
    """The stage in a pill; where it ends comes back."""
    at = RUNGS.index(each.stage)
    own = content.colors.get(each.stage)
    fill, text = _pill_colors(canvas)[at] if own is None else _own_colors(canvas, own)
    look = canvas.style(frame.pill, text, 600)
    padding, x = PILL_PADDING_EM * frame.pill, table.stage
    stage = canvas.cut(content.words.stages[at], look, table.pill - 2 * padding + 0.01)  # a sum may be rounded
    width = canvas.measure(stage, look) + 2 * padding
    canvas.box(Rect(x, middle - frame.pill_height / 2, width, frame.pill_height), fill, frame.pill_height / 2)
    canvas.text(x + width / 2, middle + frame.pill * 0.34, stage, look, anchor="middle", role="stage")
    return x + width


def _own_colors(canvas: Canvas, own: Color) -> tuple[Color, Color]:
    """The author's colour, and a text that can be read on it."""
    fill = own.over(canvas.colors.surface)
    return fill, shades.text_on(fill, canvas.colors)


def _pill_colors(canvas: Canvas) -> tuple[tuple[Color, Color], ...]:
    colors = canvas.colors
    return (
        (colors.surface_2, colors.ink_2),
        (colors.accent_tint, colors.accent),
        (colors.accent, colors.on_accent),
        (colors.accent_2_tint, colors.accent_2_text),
    )


PANEL = Drawing(draw, 9.0, rows_height, is_beside=True, is_list=True)
