"""The line below the board: which rows of the list no figure counts, and why; and what a list does not tell.

2 rows left out: Nimbus (not sent yet), row 14 (no stage and no day)
"""

from __future__ import annotations

from pipeline.geometry import Size
from pipeline.kinds.applications_dashboard.content import Content, cut, left_out
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.layout.canvas import Canvas

LEAST = 2.25  # em of the meta size, from the board to the foot of the page
DROP = 1.45  # em of the meta size, from the board to the baseline, where the page leaves so much
HALF_CAPITAL = 0.33  # em
MOST = 8  # rows; more never stand in one line


def with_room(frame: Frame, content: Content, size: Size) -> Frame:
    """The frame, with a lower board where there is a line to write and too little room below."""
    board, page = frame.board, size.height / frame.unit
    lack = board.bottom + LEAST * frame.meta - page
    if not _lines(content) or lack <= 0:
        return frame
    return frame._replace(board=board._replace(height=board.height - lack))


def draw(canvas: Canvas, frame: Frame, content: Content) -> None:
    """Name as many rows as the line has room for, and count the others."""
    lines = _lines(content)
    if not lines:
        return
    meta, board = frame.meta, frame.board
    look = canvas.style(meta, canvas.colors.muted)
    middle = (board.bottom + canvas.height) / 2 + HALF_CAPITAL * meta
    measure = frame.width - 2 * frame.margin
    text = next((line for line in lines if canvas.measure(line, look) <= measure), lines[-1])
    canvas.text(
        frame.margin, min(board.bottom + DROP * meta, middle), canvas.cut(text, look, measure), look, role="left_out"
    )


def _lines(content: Content) -> list[str]:
    """The line with all rows named, then with one fewer each, the last one with the count alone; none without rows.

    A board of lines says here that its list does not tell all; elsewhere the pipeline does.
    """
    said, found = content.words, content.figures.left_out
    bound = [said.shown.lower_bound] if content.lines and content.figures.is_lower_bound else []
    if not found:
        return bound
    head, rows = said.counted(said.shown.left_out, len(found)), [left_out(each, said) for each in found]
    lines = [
        said.said.named.format(name=head, value=said.language.enumerated(cut(rows, count, said)))
        for count in range(min(MOST, len(rows)), 0, -1)
    ]
    return [" · ".join((*bound, line)) for line in (*lines, head)]
