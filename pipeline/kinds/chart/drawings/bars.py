"""Bars: columns where a wide page has room for each name, else rows; a few of them large, with large numbers.

    12                                     Referral  [==========] 12        12 Referral
   [==]  5                                 Board     [====] 5               [============]
   [==] [==]                                                                5 Board
  Referral Board                                                            [=====-------]
   columns                                 rows                             large

All numbers are written, or none but the highest and the last, and a scale stands for the others. What the colours of
several series mean stands above, a swatch and a name for each; of bars that stand beside one another each swatch shows
where: three small bars, of which the one meant is filled.
"""

from __future__ import annotations

from pipeline.geometry import Rect
from pipeline.kinds.chart.drawings import columns, large, rows
from pipeline.kinds.chart.drawings.board import Board
from pipeline.kinds.chart.measures import Measures
from pipeline.kinds.chart.table import Table

MOST_NAME, MOST_ROWS = 0.4, 3  # of the width that a name may take where whole names need more rows


def height(measures: Measures, table: Table, room: Rect) -> float:
    """The px of the room that the bars take."""
    if large.suits(measures, table):
        return large.height(measures, table, room.height)
    return rows.height(measures, table, room.height)


def draw(board: Board, table: Table) -> Table:
    """Draw the table; returns what was shown of it."""
    if len(table.series) > 1:
        table = table.top_series(len(board.colors.cat))
        board = _legend(board, table)
    tries = (large.draw, rows.draw) if board.measures.is_tall else (large.draw, columns.draw, rows.draw)
    return next(shown for draw_so in tries if (shown := draw_so(board, table)) is not None)


def _legend(board: Board, table: Table) -> Board:
    """Write the names of the series; returns the board with the area below them."""
    area, unit = board.area, board.measures.unit
    names, in_order = [each.name for each in table.series], not table.is_stacked
    size = max(0.8 * board.size, board.measures.sizes[-1])
    style = board.style(size, board.colors.ink)
    count = len(names) if in_order else 1
    bar, high = (0.38 * size, 0.9 * size) if in_order else (0.66 * size, 0.66 * size)
    swatch = count * bar + (count - 1) * 0.16 * size
    whole = sum(swatch + 0.5 * size + board.measure(name.text, style) + 1.5 * size for name in names)
    most = area.width - swatch - 0.5 * size if whole <= MOST_ROWS * area.width else MOST_NAME * area.width
    x, y = area.x, area.y + size
    for meant, (leaf, color) in enumerate(zip(names, board.series_colors(table), strict=True)):
        name = board.cut(leaf.text, style, most)
        width = swatch + 0.5 * size + board.measure(name, style)
        if x > area.x and x + width > area.right:
            x, y = area.x, y + 1.55 * size
        for at in range(count):
            rect = Rect(x + at * 1.42 * bar if in_order else x, y - 0.8 * high if in_order else y - high, bar, high)
            is_filled = at == meant or not in_order
            board.box(rect, color if is_filled else board.colors.rule_strong, 2 * unit)
            if not is_filled:
                board.box(rect.inset(1.2 * unit), board.colors.surface, unit)
        board.text(x + swatch + 0.5 * size, y, name, style, role=leaf.field)
        x += width + 1.5 * size
    return board.below(y - area.y + 1.1 * size)
