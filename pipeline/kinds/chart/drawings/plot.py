"""A part of the board on which matplotlib draws what it does best: curves, areas and rings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline import charts
from pipeline.geometry import Rect
from pipeline.kinds.chart.drawings.board import Board


@contextmanager
def plotted(board: Board, rect: Rect, x: tuple[float, float], y: tuple[float, float]) -> Iterator[charts.Axes]:
    """Bare axes on `rect`, whose marks join the canvas when the block ends; `x` and `y` are the data at its edges."""
    canvas = board.canvas
    with charts.styled(canvas.theme):
        figure = charts.figure(rect.width, rect.height)
        yield charts.axes(figure, Rect(0, 0, rect.width, rect.height), x, y)
        mirrored = canvas.page.mirrored
        canvas.items += charts.record(
            figure, canvas.page.typesetter, canvas.theme, canvas.placed(rect), mirrored=mirrored
        )
