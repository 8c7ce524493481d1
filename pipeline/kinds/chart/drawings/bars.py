"""Bars: columns where a wide page has room for each name, else rows; a few of them large, with large numbers.

    12                                     Referral  [==========] 12        12 Referral
   [==]  5                                 Board     [====] 5               [============]
   [==] [==]                                                                5 Board
  Referral Board                                                            [=====-------]
   columns                                 rows                             large

All numbers are written, or none but the highest and the last, and a scale stands for the others.
"""

from __future__ import annotations

from pipeline.geometry import Rect
from pipeline.kinds.chart.drawings import columns, large, rows
from pipeline.kinds.chart.drawings.board import Board
from pipeline.kinds.chart.drawings.legend import legend
from pipeline.kinds.chart.measures import Measures
from pipeline.kinds.chart.table import Table


def height(measures: Measures, table: Table, room: Rect) -> float:
    """The px of the room that the bars take."""
    if large.suits(measures, table):
        return large.height(measures, table, room.height)
    return rows.height(measures, table, room.height)


def draw(board: Board, table: Table) -> Table:
    """Draw the table; returns what was shown of it."""
    if len(table.series) > 1:
        table = table.top_series(len(board.theme.colors.cat))
        board = legend(board, table)
    tries = (large.draw, rows.draw) if board.measures.is_tall else (large.draw, columns.draw, rows.draw)
    return next(shown for draw_so in tries if (shown := draw_so(board, table)) is not None)
