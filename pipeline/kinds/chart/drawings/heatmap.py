"""A grid of cells, darker for more, the number in each: every row and every column has its name.

             Opening  School   Lunch                   Mon  Tue  Wed
                       run      time        Opening     4    2    2
      Mon        4      4        2          School run  4    3    3
      Tue        2      3        2          Lunchtime   2    2    3

Names of columns take two lines; where a word is wider than its cell, rows and columns change places, so that names stay
horizontal. Only names of times or of steps on a scale may be thinned out: those between two of them are known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.geometry import Rect
from pipeline.kinds.chart.content import Number
from pipeline.kinds.chart.drawings.board import Board
from pipeline.kinds.chart.drawings.labels import Lines, thinned, whole
from pipeline.kinds.chart.numbers import NONE
from pipeline.kinds.chart.table import Mark, Marks, Table
from pipeline.layout.canvas import CAPITALS
from pipeline.typography import TextStyle

MOST_NAMES = 0.3  # of the width that names of rows may take
LEAST_ROW = 1.35  # em
MOST_SQUARE = 1.9  # a cell's height to its width
GAP = 3.0  # px between cells, at most
RING = 4.0  # px round the highest cell


class _Grid(NamedTuple):
    """What stands where: names of rows and columns, the numbers row by row."""

    rows: tuple[Leaf, ...]
    columns: tuple[Leaf, ...]
    numbers: tuple[tuple[Number | None, ...], ...]
    scaled: tuple[bool, bool]  # whether rows, and columns, are times or steps on a scale

    @property
    def turned(self) -> _Grid:
        """Rows for columns."""
        return _Grid(self.columns, self.rows, tuple(zip(*self.numbers, strict=True)), self.scaled[::-1])

    @property
    def range(self) -> tuple[float, float]:
        """The numbers at both ends of the ramp: from 0, or from the smallest where some are below 0."""
        values = [number.value for each in self.numbers for number in each if number]
        return min([0.0, *values]), max(values, default=0.0)

    @property
    def peak(self) -> tuple[int, int]:
        """Row and column of the highest number; of several, or of a single one, none: -1."""
        cells = [
            (number.exact, row, column)
            for row, each in enumerate(self.numbers)
            for column, number in enumerate(each)
            if number
        ]
        cells.sort(key=lambda cell: -cell[0])
        return cells[0][1:] if len(cells) > 1 and cells[0][0] > cells[1][0] else (-1, -1)


class _Plot(NamedTuple):
    """Where the cells stand, how large letters are, and whether the cells have their numbers."""

    area: Rect
    width: float  # of a cell
    height: float
    size: float
    is_written: bool

    def cell(self, row: int, column: int) -> Rect:
        """A cell, up to the middle of the gaps round it."""
        return Rect(self.area.x + column * self.width, self.area.y + row * self.height, self.width, self.height)

    def mark(self, label: int, series: int | None, *, is_turned: bool) -> Mark:
        """A cell, for notes, whose words stand below the grid."""
        cell = self.cell(series or 0, label) if is_turned else self.cell(label, series or 0)
        return Mark(cell.inset(GAP / 2), cell.center)


def draw(board: Board, table: Table) -> Table:
    """Draw the table as a grid; returns what was shown of it. Raises FitError where names of columns have no room."""
    from pipeline.reading.order import is_ordered  # only a heat map pays for this import

    names = [each.name.text for each in table.series]
    scaled = table.content.is_ordered, is_ordered(names) or _are_numbered(names)
    smallest = board.measures.sizes[-1]
    room = max(1, int((board.area.height - 3 * smallest) // (LEAST_ROW * smallest)))
    grid = _grid(table, scaled)
    # a tall page has its many named columns down the side, and its rows, times or fewer, across
    is_turned = board.measures.is_tall and not scaled[1] and (scaled[0] or len(grid.columns) > len(grid.rows))
    cut = table.apart().top(min(room, table.content.limit))
    tries = [(table, grid), (table, grid.turned)][:: -1 if is_turned else 1]
    for shown, each in (*tries, (cut, _grid(cut, scaled))):
        if len(each.rows) <= room and (plot := _draw(board, each, table)):
            shown = shown.stands_for("labels", *(each.field for each in table.series))
            marks = Marks("below", plot.area, partial(plot.mark, is_turned=each.rows is not shown.labels))
            return shown._replace(marks=marks)
    fact = f"the names of {len(names)} columns have no room"
    raise FitError(Problem(fact, hint="shorten them, choose a larger picture, or chart fewer series", field="series"))


def _are_numbered(names: Sequence[str]) -> bool:
    """Whether the names differ only in a number that grows from each to the next: `w1`, `w2`."""
    parts = [part for name in names if (part := re.fullmatch(r"(\D*)(\d+)(\D*)", name))]
    numbers = [int(part[2]) for part in parts]
    words = {(part[1], part[3]) for part in parts}
    return len(parts) == len(names) and len(words) == 1 and numbers == sorted(set(numbers))


def _grid(table: Table, scaled: tuple[bool, bool]) -> _Grid:
    rows = tuple(zip(*(each.numbers for each in table.series), strict=True))
    return _Grid(table.labels, tuple(each.name for each in table.series), rows, scaled)


def _draw(board: Board, grid: _Grid, table: Table) -> _Plot | None:
    """Draw it, in the largest letters in which every name has room; returns where, or nothing where there are none."""
    area, tokens = board.area, board.colors
    for size in board.measures.sizes:
        style = board.style(size, board.colors.ink_2, 600)
        widest = max((board.measure(each.text, style) for each in grid.rows), default=0.0)
        left = min(widest, MOST_NAMES * area.width) + 0.9 * size
        names = _names(board, grid, (area.width - left) / len(grid.columns), style)
        head = 1.9 * size + (max(map(len, names), default=1) - 1) * board.leading(names, style)
        if names and (area.height - head) / len(grid.rows) >= LEAST_ROW * size:
            plot = _plot(board, grid, size, left, head)
            _write_names(board, grid, table, plot, names)
            _cells(board, grid, plot, tokens.ink if table.content.annotations else tokens.accent_2)
            if not plot.is_written:
                _steps(board, grid, table, size)
            return plot
    return None


def _names(board: Board, grid: _Grid, pitch: float, style: TextStyle) -> tuple[Lines, ...]:
    """The names of the columns in one line or two; times and steps on a scale every so many-th; else nothing."""
    texts = [each.text for each in grid.columns]
    if lines := whole(board, texts, style, pitch - 0.3 * style.size):
        return lines
    can_thin = grid.scaled[1] and style.size <= board.measures.sizes[-1]
    return thinned(board, texts, style, pitch) if can_thin else ()


def _plot(board: Board, grid: _Grid, size: float, left: float, head: float) -> _Plot:
    """The cells right of the names of rows and below those of columns, in the middle of the height."""
    area, count = board.area, len(grid.rows)
    width = (area.width - left) / len(grid.columns)
    most = max(MOST_SQUARE * width, 5 * size)
    height = min((area.height - head) / count, most)
    texts = {number.leaf.text if number else NONE for each in grid.numbers for number in each}
    widest = max(board.measure(text, board.plain(size)) for text in texts)
    is_written = height >= 1.15 * size and widest <= width - 0.4 * size
    foot = 0.0 if is_written else 2.0 * size
    height = min((area.height - head - foot) / count, most)
    top = area.y + (area.height - head - foot - height * count) / 2 + head
    cells = Rect(area.x + left, top, area.width - left, height * count)
    return _Plot(cells, width, cells.height / count, size, is_written)


def _write_names(board: Board, grid: _Grid, table: Table, plot: _Plot, names: Sequence[Lines]) -> None:
    """The names of columns above the cells, those of rows at their left."""
    x, size = board.area.x, plot.size
    for at, (leaf, lines) in enumerate(zip(grid.columns, names, strict=True)):
        style = board.name(table, leaf, size, is_peak=grid.peak[1] == at)
        higher = (len(lines) - 1) / 2 * board.leading([lines], style)
        middle = plot.area.y - (0.55 + CAPITALS / 2) * size - higher
        board.lines(plot.area.x + (at + 0.5) * plot.width, middle, lines, style, anchor="middle", role=leaf.field)
    for at, leaf in enumerate(grid.rows):
        style = board.name(table, leaf, size, is_peak=grid.peak[0] == at)
        measure = plot.area.x - x - 0.9 * size
        lines = board.named(leaf.text, style, measure, plot.height)
        board.lines(x, plot.cell(at, 0).center.y, lines, style, role=leaf.field)


def _cells(board: Board, grid: _Grid, plot: _Plot, ring: Color) -> None:
    """The cells in the colours of the ramp, the highest in a ring, and the numbers in them."""
    tokens, unit = board.colors, board.measures.unit
    gap = min(GAP * unit, 0.1 * plot.width, 0.1 * plot.height)
    (low, high), peak, steps = grid.range, grid.peak, len(tokens.seq)
    for row, each in enumerate(grid.numbers):
        for column, number in enumerate(each):
            place, color, tone = plot.cell(row, column).inset(gap / 2), tokens.surface_2, tokens.muted
            if number:
                share = (number.value - low) / (high - low) if high > low else 0.0
                color = tokens.seq[min(int(share * steps), steps - 1)]
                tone = board.on(color)
            if (row, column) == peak:
                board.box(place.inset(-RING / 4 * unit), ring, 4 * unit)
                place = place.inset(0.75 * RING * unit)
            board.box(place, color, 2 * unit)
            if plot.is_written:
                text, role = (number.leaf.text, number.leaf.field) if number else (NONE, "missing")
                style = board.style(plot.size, tone, 600 if (row, column) == peak else 400)
                board.lines(*place.center, [text], style, anchor="middle", role=role)


def _steps(board: Board, grid: _Grid, table: Table, size: float) -> None:
    """What the steps of the ramp stand for, below cells that are too small for their numbers."""
    area, form = board.area, table.content.form
    low, high = (Decimal(repr(end)).normalize() for end in grid.range)
    quiet, baseline = board.quiet(size), area.bottom - 0.2 * size
    x = area.right - board.text(area.right, baseline, form.shown(high), quiet, anchor="end", role="axis") - 0.5 * size
    for color in reversed(board.colors.seq):
        x -= 1.6 * size
        board.box(Rect(x, baseline - 0.78 * size, 1.5 * size, 0.9 * size), color, 2 * board.measures.unit)
    board.text(x - 0.5 * size, baseline, form.shown(low), quiet, anchor="end", role="axis")
