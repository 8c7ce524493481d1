"""The line below the board: which rows of the list no figure counts, and why; and what a list does not tell.

2 rows left out: Nimbus (not sent yet), row 14 (no stage and no day)
"""

from __future__ import annotations

from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.content import Content, cut, left_out
from pipeline.kinds.applications_dashboard.measures import Measures

LEAST = 2.25  # em of the meta size, from the board to the foot of the page
DROP = 1.45  # em of the meta size, from the board to the baseline, where the page leaves so much
HALF_CAPITAL = 0.33  # em
MOST = 8  # rows; more never stand in one line


def with_room(measures: Measures, content: Content) -> Measures:
    """The measures, with a lower board where there is a line to write and too little room below."""
    board = measures.board
    lack = board.bottom + LEAST * measures.meta - measures.height
    if not _lines(content) or lack <= 0:
        return measures
    return measures._replace(board=board._replace(height=board.height - lack))


def draw(canvas: BoardCanvas) -> None:
    """Name as many rows as the line has room for, and count the others."""
    lines = _lines(canvas.content)
    if not lines:
        return
    measures, meta, look = canvas.measures, canvas.meta, canvas.quiet
    middle = (measures.board.bottom + canvas.height) / 2 + HALF_CAPITAL * meta
    room = measures.right - measures.margin
    text = next((line for line in lines if canvas.measure(line, look) <= room), lines[-1])
    canvas.write(measures.margin, min(measures.board.bottom + DROP * meta, middle), text, look, room, "left_out")


def _lines(content: Content) -> list[str]:
    """The line with all rows named, then with one fewer each, the last one with the count alone; none without rows.

    A board of lines says here that its list does not tell all; elsewhere the pipeline does.
    """
    words, rows = content.words, [left_out(each, content.words) for each in content.figures.left_out]
    bound = [words.shown.lower_bound] if content.lines and content.figures.is_lower_bound else []
    if not rows:
        return bound
    head = words.counted(words.shown.left_out, len(rows))
    lines = [
        words.said.named.format(name=head, value=words.language.enumerated(cut(rows, count, words)))
        for count in range(min(MOST, len(rows)), 0, -1)
    ]
    return [" · ".join((*bound, line)) for line in (*lines, head)]
