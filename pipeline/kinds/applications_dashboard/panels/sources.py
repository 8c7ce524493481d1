"""Where applications came from: a bar for each source, its lit part those that moved on; the smallest add up in one."""

from __future__ import annotations

from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.model import Source
from pipeline.kinds.applications_dashboard.panels import Drawing

ROW, LEAST_ROW = 2.3, 1.3  # em of the meta size, of a row that has room and of one that has little
FEWEST = 3  # rows: the two largest sources by name, and the others
BAR, GAP = 0.75, 0.7  # em: the height of a bar, and from it to its text
UNDER_HEADING = 14  # px
NAMES = 0.34  # of the width, at most


def rows_height(canvas: BoardCanvas, width: float) -> float:
    """The height of a cell in which every source has its row."""
    rows = max(1, len(canvas.content.figures.sources))
    return canvas.measures.around(UNDER_HEADING + rows * ROW * canvas.meta)


def draw(canvas: BoardCanvas, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, words, meta, known = canvas.measures.inside(cell), canvas.words, canvas.meta, canvas.content.figures.sources
    canvas.heading(room, words.shown.sources)
    if not known:
        return
    top = room.y + canvas.measures.heading + UNDER_HEADING
    pitch = max(LEAST_ROW * meta, min(ROW * meta, (room.bottom - top) / min(FEWEST, len(known))))
    sources = most_of(known, max(1, int((room.bottom - top) / pitch + 1e-6)), words.shown.others)
    names = canvas.style(meta, canvas.colors.ink_2)
    labels = [canvas.cut(each.name or words.shown.no_source, names, room.width * NAMES) for each in sources]
    left = room.x + max(canvas.measure(label, names) for label in labels) + meta
    told = [words.of(words.shown.went_on, each.moved_on, each.count) for each in sources]
    for texts in (told, [canvas.number(each.count) for each in sources]):
        widest = room.right - left - max(canvas.measure(text, canvas.quiet) for text in texts) - GAP * meta
        if widest >= 3 * meta:
            break
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
        canvas.text(bar.right + GAP * meta, baseline, texts[at], canvas.quiet, role="panels.sources")
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
