"""Bars: columns where a wide page has room for each name, else rows; a few of them large, with large numbers.

    12                                     Referral  [==========] 12        12 Referral
   [==]  5                                 Board     [====] 5               [============]
   [==] [==]                                                                5 Board
  Referral Board                                                            [=====-------]
   columns                                 rows                             large

All numbers are written, or none but the highest and the last, and a scale stands for the others.
"""

from __future__ import annotations

from pipeline.kinds.chart.drawings import columns, large, rows
from pipeline.kinds.chart.drawings.board import Board, colors_of
from pipeline.kinds.chart.drawings.legend import legend
from pipeline.kinds.chart.drawings.marks import bars_of
from pipeline.kinds.chart.table import Table


def bars(board: Board, table: Table, *, is_stacked: bool) -> Table:
    """Draw the table; returns what was shown of it."""
    if len(table.series) > 1:
        table = table.top_series(len(board.theme.colors.cat))
        names = [each.name for each in table.series]
        board = legend(board, names, colors_of(board.theme, table, names), in_order=not is_stacked)
    elif not is_stacked and (shown := large.draw(board, table)):
        return shown
    found = bars_of(board, table, is_stacked=is_stacked)
    if not board.measures.is_tall:
        ways = (False, True) if table.slots or len(table.series) > 1 else (False,)  # numbers first, then an axis
        for with_axis in ways:
            if (shown := columns.draw(board, found, with_axis=with_axis)) is not None:
                return shown
    return rows.draw(board, table, is_stacked=is_stacked)
