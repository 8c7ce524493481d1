"""The open applications by stage: a column for each, a card for each application, and how many more there are.

Applied 4      Screening 2     Interview 2     Offer 1
+----------+   +----------+    +----------+    +----------+
| company  |   | company  |    | company  |    | company  |
| next day |   | next day |    | next day |    | next day |
+----------+   +----------+    +----------+    +----------+
and 3 more
"""

from __future__ import annotations

from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard import shades
from pipeline.kinds.applications_dashboard.content import Content, Row, Shown
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.model import RUNGS
from pipeline.kinds.applications_dashboard.panels import heading
from pipeline.kinds.applications_dashboard.panels.drawing import Drawing
from pipeline.layout.canvas import Canvas

CARD, BETWEEN, GUTTER, INSET = 3.0, 0.45, 1.0, 0.6  # em of the meta size
HEAD, MORE = 2.1, 1.3  # what a column's head and its last line take
LINE = 1.4, 0.14  # where the line in the author's colour stands below the head, and its height


def rows_height(frame: Frame, content: Content, width: float) -> float:
    """The height of a cell in which every application has its card."""
    most = max((sum(each.stage == rung for each in content.steps) for rung in RUNGS), default=0)
    cards = max(1, most) * (CARD + BETWEEN)
    return frame.gaps[2] + frame.heading + (HEAD + cards) * frame.meta + frame.gaps[3]


def draw(canvas: Canvas, frame: Frame, content: Content, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, meta = frame.inside(cell), frame.meta
    baseline = heading.draw(canvas, frame, room, content.words.shown.by_stage)
    top = baseline + 0.9 * meta
    width = (room.width - 3 * GUTTER * meta) / 4
    for at, stage in enumerate(content.stages):
        found = [each for each in content.steps if each.stage == stage.rung]
        left = room.x + at * (width + GUTTER * meta)
        _column(canvas, frame, content, Rect(left, top, width, room.bottom - top), stage, found)


def _column(canvas: Canvas, frame: Frame, content: Content, room: Rect, stage: Shown, found: list[Row]) -> None:
    meta, colors = frame.meta, canvas.colors
    is_offer = stage.rung == "offer"
    count = canvas.style(meta, colors.accent_2_text if is_offer and found else colors.ink, 600)
    name = canvas.style(meta, colors.ink_2)
    figure = str(len(found))
    text = canvas.cut(stage.label, name, room.width - canvas.measure(figure, count) - 0.5 * meta)
    baseline = room.y + 1.1 * meta
    width = canvas.text(room.x, baseline, text, name, role="panels.kanban.stage")
    canvas.text(room.x + width + 0.4 * meta, baseline, figure, count, role="panels.kanban.count")
    if own := content.colors.get(stage.rung):
        line = Rect(room.x, room.y + LINE[0] * meta, room.width, LINE[1] * meta)
        canvas.box(line, shades.mark(own, colors.surface), line.height / 2)
    top = room.y + HEAD * meta - 0.4 * meta
    pitch = (CARD + BETWEEN) * meta
    fitting = int((room.bottom - top + BETWEEN * meta) / pitch + 1e-6)
    if len(found) > fitting:
        fitting = max(0, int((room.bottom - top - MORE * meta) / pitch + 1e-6))
    for row, each in enumerate(found[:fitting]):
        _card(canvas, frame, content, Rect(room.x, top + row * pitch, room.width, CARD * meta), each, is_offer=is_offer)
    if len(found) > fitting:
        rest = content.words.language.counted(content.words.shown.more, len(found) - fitting)
        look = canvas.style(meta, colors.muted)
        below = top + fitting * pitch + meta
        canvas.text(room.x, below, canvas.cut(rest, look, room.width), look, role="panels.kanban.more")


def _card(canvas: Canvas, frame: Frame, content: Content, rect: Rect, each: Row, *, is_offer: bool) -> None:
    """One application: its name, and the day of what comes next."""
    meta, colors = frame.meta, canvas.colors
    canvas.box(rect, colors.accent_2_tint if is_offer else colors.surface_2, 0.5 * meta)
    company = canvas.style(meta, colors.ink, 600)
    plain = canvas.style(meta, colors.accent_2_text if is_offer else colors.ink_2)
    inset = INSET * meta
    measure = rect.width - 2 * inset
    day = content.words.day(each.next_date) if each.next_date else each.next_step.text
    role = each.day.field if each.next_date else each.next_step.field
    name = canvas.cut(each.name.text, company, measure)
    baseline = rect.y + (1.25 if day else 1.84) * meta
    canvas.text(rect.x + inset, baseline, name, company, role=each.name.field)
    canvas.text(rect.x + inset, rect.y + 2.4 * meta, canvas.cut(day, plain, measure), plain, role=role)


PANEL = Drawing(draw, 11.2, rows_height, is_beside=True, is_list=True)
