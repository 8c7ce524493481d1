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
from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.content import Row
from pipeline.kinds.applications_dashboard.model import Rung
from pipeline.kinds.applications_dashboard.panels import Drawing

CARD, BETWEEN, GUTTER, INSET = 3.0, 0.45, 1.0, 0.6  # em of the meta size
HEAD, MORE = 2.1, 1.3  # what a column's head and its last line take
LINE = 1.4, 0.14  # where the line in the author's colour stands below the head, and its height


def rows_height(canvas: BoardCanvas, width: float) -> float:
    """The height of a cell in which every application has its card."""
    most = max(len(canvas.content.at_stage(stage)) for stage in canvas.content.stages)
    return canvas.measures.around((HEAD + max(1, most) * (CARD + BETWEEN)) * canvas.meta)


def draw(canvas: BoardCanvas, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, meta = canvas.measures.inside(cell), canvas.meta
    top = canvas.heading(room, canvas.words.shown.by_stage) + 0.9 * meta
    width = (room.width - 3 * GUTTER * meta) / 4
    for at, stage in enumerate(canvas.content.stages):
        left = room.x + at * (width + GUTTER * meta)
        _column(canvas, Rect(left, top, width, room.bottom - top), stage)


def _column(canvas: BoardCanvas, room: Rect, stage: Rung) -> None:
    meta, colors, rows = canvas.meta, canvas.colors, canvas.content.at_stage(stage)
    is_offer = stage == "offer"
    count = canvas.style(meta, colors.accent_2_text if is_offer and rows else colors.ink, 600)
    name, figure, baseline = canvas.style(meta, colors.ink_2), canvas.number(len(rows)), room.y + 1.1 * meta
    free = room.width - canvas.measure(figure, count) - 0.5 * meta
    width = canvas.write(room.x, baseline, canvas.words.stage(stage), name, free, "panels.kanban.stage")
    canvas.text(room.x + width + 0.4 * meta, baseline, figure, count, role="panels.kanban.count")
    if own := canvas.content.colors.get(stage):
        line = Rect(room.x, room.y + LINE[0] * meta, room.width, LINE[1] * meta)
        canvas.box(line, canvas.seen(own), line.height / 2)
    top, pitch = room.y + HEAD * meta - 0.4 * meta, (CARD + BETWEEN) * meta
    fitting = int((room.bottom - top + BETWEEN * meta) / pitch + 1e-6)
    if len(rows) > fitting:
        fitting = max(0, int((room.bottom - top - MORE * meta) / pitch + 1e-6))
    for at, row in enumerate(rows[:fitting]):
        _card(canvas, Rect(room.x, top + at * pitch, room.width, CARD * meta), row, is_offer=is_offer)
    if len(rows) > fitting:
        rest = canvas.words.language.counted(canvas.words.shown.more, len(rows) - fitting)
        canvas.write(room.x, top + fitting * pitch + meta, rest, canvas.quiet, room.width, "panels.kanban.more")


def _card(canvas: BoardCanvas, rect: Rect, row: Row, *, is_offer: bool) -> None:
    """One application: its name, and the day of what comes next, without its weekday, or else what that is."""
    meta, colors = canvas.meta, canvas.colors
    canvas.box(rect, colors.accent_2_tint if is_offer else colors.surface_2, 0.5 * meta)
    plain = canvas.style(meta, colors.accent_2_text if is_offer else colors.ink_2)
    x, measure = rect.x + INSET * meta, rect.width - 2 * INSET * meta
    below = row.next_step if not row.next_date else row.day._replace(text=canvas.words.day(row.next_date))
    baseline = rect.y + (1.25 if below.text else 1.84) * meta
    canvas.write(x, baseline, row.name.text, canvas.style(meta, colors.ink, 600), measure, row.name.field)
    canvas.write(x, rect.y + 2.4 * meta, below.text, plain, measure, below.field)


PANEL = Drawing(draw, 11.2, rows_height, is_beside=True, is_list=True)
