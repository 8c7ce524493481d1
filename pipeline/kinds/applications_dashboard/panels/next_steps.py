"""Next steps: the open applications and what comes next, as rows with a pill for the stage.

narrow      company over role | stage | day over step
medium      company over role | stage | updated | day over step, under column heads
broad       company | role | stage | (step) | day, in one line
"""

from __future__ import annotations

from itertools import pairwise
from math import floor
from typing import NamedTuple

from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard import shades
from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.content import Content, Row
from pipeline.kinds.applications_dashboard.measures import Measures
from pipeline.kinds.applications_dashboard.model import Stage
from pipeline.kinds.applications_dashboard.panels import Drawing

MEDIUM_FROM, BROAD_FROM, WITH_STEP_FROM = 31, 41, 66  # widths in em of the meta size
PILL_PADDING_EM = 0.675
WIDEST_PILL = 0.25  # of the table's width; a longer name of a stage is cut
NARROW, MEDIUM, BROAD = (172, 294), (218, 338, 452), (248, 548)  # column starts in the designer's frames
NARROW_WIDTH, MEDIUM_WIDTH, BROAD_WIDTH = 428, 600, 936
HEADS, UNDER_HEADING, BELOW = 26, 14, 10


class Table(NamedTuple):
    """Where the columns start; those that a table does not have are None."""

    mode: str
    left: float
    role: float | None
    stage: float
    updated: float | None
    next: float
    right: float
    pill: float  # the widest


def rows_height(measures: Measures, content: Content, width: float, rows: int | None = None) -> float:
    """The height of a cell in which so many rows stand, or all."""
    count = rows if rows is not None else min(len(content.steps), content.limit or len(content.steps)) or 1
    heads = HEADS if _mode(measures, width) == "medium" else 0
    return measures.gaps[2] + measures.heading + UNDER_HEADING + heads + count * measures.rows + BELOW


def draw(canvas: BoardCanvas, cell: Rect) -> None:
    """The panel in its cell of the board."""
    measures, content = canvas.measures, canvas.content
    room = measures.inside(cell)
    table = _table(canvas, room)
    y = room.y + measures.heading + UNDER_HEADING
    heads = HEADS if table.mode == "medium" and content.steps else 0
    fitting = max(1, int((cell.bottom - BELOW - y - heads) / measures.rows + 1e-6))
    rows = content.steps[: min(fitting, content.limit or fitting)]
    canvas.heading(room, canvas.words.shown.next_steps, content.of_steps(len(rows)), "panels.next_steps.more")
    if heads:
        _heads(canvas, table, y + 16)
    if not rows:
        canvas.across(room.x, room.right, y, canvas.colors.rule)
        look, baseline = canvas.style(measures.row, canvas.colors.muted), y + measures.rows * 0.5 + measures.row * 0.34
        canvas.write(room.x, baseline, canvas.words.shown.no_steps, look, room.width, "panels.next_steps")
    write_row = _broad if table.mode == "broad" else _in_two_lines
    for at, row in enumerate(rows):
        top = y + heads + at * measures.rows
        canvas.across(room.x, room.right, top, canvas.colors.rule)
        write_row(canvas, table, row, top + measures.rows / 2)


def _mode(measures: Measures, width: float) -> str:
    ems = width / measures.meta
    return "narrow" if ems < MEDIUM_FROM else "medium" if ems < BROAD_FROM else "broad"


def _table(canvas: BoardCanvas, room: Rect) -> Table:
    """The columns in the designer's proportions; a language with longer names of stages moves what follows."""
    size, mode, x = canvas.measures.pill, _mode(canvas.measures, room.width), room.x
    look = canvas.style(size, canvas.colors.ink, 600)
    pill = max(canvas.measure(stage, look) for stage in canvas.words.stages) + 2 * PILL_PADDING_EM * size
    pill = min(pill, WIDEST_PILL * room.width)
    if mode == "narrow":
        stage, next_ = (start * room.width / NARROW_WIDTH for start in NARROW)
        return Table(mode, x, None, x + stage, None, x + max(next_, stage + pill + 14), room.right, pill)
    if mode == "medium":
        stage, updated, next_ = (start * room.width / MEDIUM_WIDTH for start in MEDIUM)
        push = max(0.0, stage + pill + 14 - updated)
        return Table(mode, x, None, x + stage, x + updated + push, x + next_ + push, room.right, pill)
    role, stage = (start * room.width / BROAD_WIDTH for start in BROAD)
    with_step = room.width / canvas.meta >= WITH_STEP_FROM
    next_ = x + stage + pill + 2 * canvas.meta if with_step else room.right
    return Table(mode, x, x + role, x + stage, None, next_, room.right, pill)


def _heads(canvas: BoardCanvas, table: Table, baseline: float) -> None:
    shown = canvas.words.shown
    heads = shown.company, shown.stage, shown.updated, shown.next
    starts = (table.left, table.stage, table.updated or table.next, table.next, table.right)
    for text, (x, end) in zip(heads, pairwise(starts), strict=True):
        canvas.write(x, baseline, text, canvas.quiet, end - x - 8, "panels.next_steps.heads")


def _in_two_lines(canvas: BoardCanvas, table: Table, row: Row, middle: float) -> None:
    """The company over the role, the day over the step; one of two alone stands in the middle."""
    size, meta, ink = canvas.measures.row, canvas.meta, canvas.colors.ink
    line = floor(middle * canvas.unit) / canvas.unit  # all rows alike, as baselines stand on whole px
    above, leading = (line - 5, 22) if table.mode == "medium" else (line - 4, 19)
    below, alone = above + leading, middle + meta * 0.34
    room = table.stage - table.left - 10
    first = above if row.role.text.strip() else middle + size * 0.34
    canvas.write(table.left, first, row.company.text, canvas.style(size, ink, 600), room, row.company.field)
    canvas.write(table.left, below, row.role.text, canvas.quiet, room, row.role.field)
    _pill(canvas, table, row, middle)
    as_of, updated = canvas.content.figures.as_of, row.application.updated
    if table.updated is not None and updated and as_of:
        ago = canvas.words.ago((as_of - updated).days)
        canvas.write(table.updated, alone, ago, canvas.quiet, table.next - table.updated - 8, "updated")
    room, strong = table.right - table.next, canvas.style(meta, ink, 600, tabular=True)
    step = canvas.cut(row.next_step.text, canvas.quiet, room)
    canvas.write(table.next, above if step else alone, row.day.text, strong, room, row.day.field)
    canvas.text(table.next, below if row.day.text else alone, step, canvas.quiet, role=row.next_step.field)


def _broad(canvas: BoardCanvas, table: Table, row: Row, middle: float) -> None:
    """All of a row in one line; without a column for steps, a step stands where there is no day."""
    size, colors, gap = canvas.measures.row, canvas.colors, canvas.meta
    baseline, start = middle + size * 0.34, table.role or table.stage
    company, plain = canvas.style(size, colors.ink, 600), canvas.style(size - 1, colors.muted)
    strong = canvas.style(size - 1, colors.ink, 600, tabular=True)
    canvas.write(table.left, baseline, row.company.text, company, start - table.left - 16, row.company.field)
    canvas.write(start, baseline, row.role.text, plain, table.stage - start - 16, row.role.field)
    room = table.right - _pill(canvas, table, row, middle) - gap
    width = canvas.write(table.right, baseline, row.day.text, strong, room, row.day.field, "end")
    if table.next < table.right:
        room = table.right - width - gap - table.next
        canvas.write(table.next, baseline, row.next_step.text, plain, room, row.next_step.field)
    elif not row.day.text:
        canvas.write(table.right, baseline, row.next_step.text, plain, room, row.next_step.field, "end")


def _pill(canvas: BoardCanvas, table: Table, row: Row, middle: float) -> float:
    """The stage in a pill; returns where it ends."""
    size, height = canvas.measures.pill, canvas.measures.pill_height
    fill, text = _pill_colors(canvas, row.stage)
    look = canvas.style(size, text, 600)
    padding, x = PILL_PADDING_EM * size, table.stage
    stage = canvas.cut(canvas.words.stage(row.stage), look, table.pill - 2 * padding + 0.01)  # a sum may be rounded
    width = canvas.measure(stage, look) + 2 * padding
    canvas.box(Rect(x, middle - height / 2, width, height), fill, height / 2)
    canvas.text(x + width / 2, middle + size * 0.34, stage, look, anchor="middle", role="stage")
    return x + width


def _pill_colors(canvas: BoardCanvas, stage: Stage) -> tuple[Color, Color]:
    """A pill and its text: the author's colour and one that can be read on it, or the theme's."""
    colors, own = canvas.colors, canvas.content.colors.get(stage)
    if own is not None:
        fill = own.over(colors.surface)
        return fill, shades.text_on(fill, colors)
    return {
        "applied": (colors.surface_2, colors.ink_2),
        "screening": (colors.accent_tint, colors.accent),
        "interview": (colors.accent, colors.on_accent),
        "offer": (colors.accent_2_tint, colors.accent_2_text),
    }[stage]


PANEL = Drawing(draw, 9.0, rows_height, is_beside=True, is_list=True)
