"""Where applications came from: a bar for each source, its lit part those that moved on; the smallest add up in one."""

from __future__ import annotations

from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.model import Source
from pipeline.kinds.applications_dashboard.panels import heading
from pipeline.kinds.applications_dashboard.panels.drawing import Drawing
from pipeline.layout.canvas import Canvas

ROW, LEAST_ROW = 2.3, 1.3  # em of the meta size, of a row that has room and of one that has little
FEWEST = 3  # rows: the two largest sources by name, and the others
BAR = 0.75
NAMES = 0.34  # of the width, at most


def rows_height(frame: Frame, content: Content, width: float) -> float:
    """The height of a cell in which every source has its row."""
    rows = max(1, len(content.figures.sources))
    return frame.gaps[2] + frame.heading + 14 + rows * ROW * frame.meta + frame.gaps[3]


def draw(canvas: Canvas, frame: Frame, content: Content, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, said, meta = frame.inside(cell), content.words, frame.meta
    heading.draw(canvas, frame, room, said.shown.sources)
    top = room.y + frame.heading + 14
    wanted = min(FEWEST, len(content.figures.sources)) or 1
    pitch = max(LEAST_ROW * meta, min(ROW * meta, (room.bottom - top) / wanted))
    fitting = max(1, int((room.bottom - top) / pitch + 1e-6))
    sources = most_of(content.figures.sources, fitting, said.shown.others)
    if not sources:
        return
    names = canvas.style(meta, canvas.colors.ink_2)
    plain = canvas.style(meta, canvas.colors.muted)
    labels = [canvas.cut(each.name or said.shown.no_source, names, room.width * NAMES) for each in sources]
    told = [
        said.language.counted(said.shown.went_on, each.moved_on, all=said.language.whole(each.count))
        for each in sources
    ]
    left = room.x + max(canvas.measure(label, names) for label in labels) + meta
    widest = room.right - left - max(canvas.measure(text, plain) for text in told) - 0.7 * meta
    if widest < 3 * meta:
        told = [str(each.count) for each in sources]
        widest = room.right - left - max(canvas.measure(text, plain) for text in told) - 0.7 * meta
    most = max(each.count for each in sources)
    bars, lit = [], []
    for at, each in enumerate(sources):
        middle = top + (at + 0.5) * pitch
        baseline = middle + meta * 0.34
        canvas.text(room.x, baseline, labels[at], names, role="panels.sources")
        bar = Rect(left, middle - meta * BAR / 2, max(3, widest * each.count / most), meta * BAR)
        bars.append(bar)
        if each.moved_on:
            lit.append(bar._replace(width=max(3, widest * each.moved_on / most)))
        canvas.text(bar.right + 0.7 * meta, baseline, told[at], plain, role="panels.sources")
    canvas.boxes(bars, canvas.colors.flow_closed, 3)
    canvas.boxes(lit, canvas.colors.accent, 3)


def most_of(sources: tuple[Source, ...], rows: int, others: str) -> list[Source]:
    """The largest sources; where there are more than rows, the last row adds up the others."""
    if len(sources) <= rows:
        return list(sources)
    kept, rest = sources[: rows - 1], sources[rows - 1 :]
    count, moved_on = (sum(values) for values in zip(*(each[1:] for each in rest), strict=True))
    return [*kept, Source(others.format(n=len(rest)), count, moved_on)]


PANEL = Drawing(draw, 9.0, rows_height, is_beside=True)
