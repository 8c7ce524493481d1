"""A short list: the sheet keeps its height, and its rows share it equally, each in the middle of its part.

+--------------------------------+
|                                |
|  (v)  Text of the item    Date |   part of a row, as tall as any other
|       note below               |
|  ----------------------------  |
|                                |
|  (o)  Text of the item    High |
|                                |
+--------------------------------+
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.kinds.feedback_checklist.content import Section
from pipeline.kinds.feedback_checklist.flow import Columns
from pipeline.kinds.feedback_checklist.rows import Row, Rows
from pipeline.layout.uniform import keeps_words

MOST_ROWS, MOST_LINES = 4, 3
NAME, NAME_FOOT = 3.0, 0.5  # of a group's name: what it takes above its first row, and what of that is below it
PAD = 0.7  # of the text's size, above and below a row
CAPITALS, FOOT = 0.66, 0.06  # of the text's size; of a row's depth, what its last line's descenders weigh


def holds(rows: Rows, sections: Sequence[Section], columns: Columns, height: float, fill: float) -> bool:
    """Whether each row finds room in its part of a sheet, its text on a few lines in so much of the measure."""
    measure = fill * (rows.width - rows.indent)
    room = share(rows, sections, columns, height) - 2 * PAD * rows.density.text
    every = [row for column in columns for piece in column for row in rows.of(sections[piece.block])]
    highest = max(max(row.depth + CAPITALS * row.text.size, rows.density.mark) for row in every)
    return highest <= room and all(row.text.width <= measure and _is_whole(row) for row in every)


def _is_whole(row: Row) -> bool:
    """Whether a text stands on a few lines, its words whole."""
    if row.point is None or len(row.text.lines) == 1:
        return True
    return len(row.text.lines) <= MOST_LINES and keeps_words(row.point.text.text, row.text)


def middle(row: Row) -> float:
    """From the middle of a row down to its first baseline."""
    return CAPITALS / 2 * row.text.size - (0.5 - FOOT) * row.depth


def share(rows: Rows, sections: Sequence[Section], columns: Columns, height: float) -> float:
    """The height of a row's part on a sheet so high."""
    shares = []
    for column in columns:
        names = sum(name_height(rows, sections[piece.block]) for piece in column)
        count = sum(len(rows.of(sections[piece.block])[piece.start : piece.stop]) for piece in column)
        shares.append((height - names) / max(1, count))
    return min(shares)


def name_height(rows: Rows, section: Section) -> float:
    """What a group's name takes above its first row."""
    return NAME * rows.density.name + rows.name(section).depth if section.title else 0.0
