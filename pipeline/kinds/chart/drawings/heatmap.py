"""A grid of cells, darker for more, the number in each: every row and every column has its name.

             Opening  School   Lunch                   Mon  Tue  Wed
                       run      time        Opening     4    2    2
      Mon        4      4        2          School run  4    3    3
      Tue        2      3        2          Lunchtime   2    2    3

Names of columns take two lines; where a word is wider than its cell, rows and columns change places, so that names lie
flat. Only names of times or of steps on a scale may be thinned out: those between two of them are known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.geometry import Rect
from pipeline.kinds.chart.content import Number
from pipeline.kinds.chart.drawings.board import Board, on
from pipeline.kinds.chart.drawings.labels import every
from pipeline.kinds.chart.numbers import NONE
from pipeline.kinds.chart.table import Table
from pipeline.layout.canvas import CAPITALS, LABEL_LEADING
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
        numbers = tuple(zip(*self.numbers, strict=True))
        return _Grid(self.columns, self.rows, numbers, (self.scaled[1], self.scaled[0]))


class _Names(NamedTuple):
    """The names of columns, in lines; none for those that are thinned out."""

    size: float
    lines: tuple[tuple[str, ...], ...]

    @property
    def height(self) -> float:
        return (1.9 + (max(map(len, self.lines), default=1) - 1) * LABEL_LEADING) * self.size


def heatmap(board: Board, table: Table) -> Table:
    """Draw the table as a grid; returns what was shown of it. Raises FitError where names of columns have no room."""
    from pipeline.reading.order import is_ordered  # only a heat map pays for this import

    names = [each.name.text for each in table.series]
    smallest = board.measures.sizes[-1]
    room = max(1, int((board.area.height - 3 * smallest) // (LEAST_ROW * smallest)))
    grid = _grid(table, (table.content.is_ordered, is_ordered(names) or _are_numbered(names)))
    tried = [grid.turned, grid] if _lies_better(board, grid) else [grid, grid.turned]
    for each in tried:
        if len(each.rows) <= room and _draw(board, each, table):
            return _shown(table)
    table = table.apart().top(min(room, table.content.limit))
    if _draw(board, _grid(table, grid.scaled), table):
        return _shown(table)
    fact = f"the names of {len(names)} columns have no room"
    raise FitError(Problem(fact, hint="shorten them, choose a larger picture, or chart fewer series", field="series"))


def _are_numbered(names: Sequence[str]) -> bool:
    """Whether the names differ only in a number that grows from each to the next: `w1`, `w2`."""
    parts = [re.fullmatch(r"(\D*)(\d+)(\D*)", name) for name in names]
    if not all(parts):
        return False
    numbers = [int(part[2]) for part in parts if part]
    return len({(part[1], part[3]) for part in parts if part}) == 1 and numbers == sorted(set(numbers))


def _shown(table: Table) -> Table:
    return table._replace(summarised=(*table.summarised, "labels", *(each.field for each in table.series)))


def _grid(table: Table, scaled: tuple[bool, bool]) -> _Grid:
    rows = tuple(zip(*(each.numbers for each in table.series), strict=True))
    return _Grid(table.labels, tuple(each.name for each in table.series), rows, scaled)


def _lies_better(board: Board, grid: _Grid) -> bool:
    """Whether a tall page has its many named columns down the side, and its rows, times or fewer, across."""
    return board.measures.is_tall and not grid.scaled[1] and (grid.scaled[0] or len(grid.columns) > len(grid.rows))


def _draw(board: Board, grid: _Grid, table: Table) -> bool:
    """Draw it, in the largest letters in which every name has room; whether there are any."""
    for size in board.measures.sizes:
        style = board.canvas.style(size, board.theme.colors.ink_2, 600)
        most = MOST_NAMES * board.area.width
        widest = max((board.canvas.measure(each.text, style) for each in grid.rows), default=0.0)
        left = min(widest, most) + 0.9 * size
        names = _names(board, grid, (board.area.width - left) / len(grid.columns), size)
        if names and (board.area.height - names.height) / len(grid.rows) >= LEAST_ROW * size:
            _place(board, grid, table, names, left)
            return True
    return False


def _names(board: Board, grid: _Grid, pitch: float, size: float) -> _Names | None:
    """The names of the columns in one line or two; times and steps on a scale every so many-th."""
    canvas, style = board.canvas, board.canvas.style(size, board.theme.colors.ink_2, 600)
    room, texts = pitch - 0.3 * size, [each.text for each in grid.columns]
    if all(lines := [canvas.whole(text, style, room) if text else ("",) for text in texts]):
        return _Names(size, tuple(lines))
    if not grid.scaled[1] or size > board.measures.sizes[-1]:
        return None
    step = every([canvas.measure(text, style) for text in texts], pitch, 0.6 * size)
    return _Names(size, tuple((text,) if at % step == 0 else () for at, text in enumerate(texts)))


def _place(board: Board, grid: _Grid, table: Table, names: _Names, left: float) -> None:
    canvas, area, size = board.canvas, board.area, names.size
    width = (area.width - left) / len(grid.columns)
    most = max(MOST_SQUARE * width, 5 * size)
    height = min((area.height - names.height) / len(grid.rows), most)
    is_written = height >= 1.15 * size and _widest(board, grid, size) <= width - 0.4 * size
    foot = 0.0 if is_written else 2.0 * size
    height = min((area.height - names.height - foot) / len(grid.rows), most)
    top = area.y + (area.height - names.height - foot - height * len(grid.rows)) / 2 + names.height
    cells = Rect(area.x + left, top, area.width - left, height * len(grid.rows))
    peak = _peak(grid)
    for at, (leaf, lines) in enumerate(zip(grid.columns, names.lines, strict=True)):
        middle = top - (0.55 + (len(lines) - 1) / 2 * LABEL_LEADING + CAPITALS / 2) * size
        style = _name(board, table, leaf, size, is_peak=peak is not None and peak[1] == at)
        canvas.lines(cells.x + (at + 0.5) * width, middle, lines, style, anchor="middle", role=leaf.field)
    for at, leaf in enumerate(grid.rows):
        style = _name(board, table, leaf, size, is_peak=peak is not None and peak[0] == at)
        lines = canvas.wrapped(leaf.text, style, left - 0.9 * size, 2 if height > 2.4 * size else 1)
        canvas.lines(area.x, top + (at + 0.5) * height, lines, style, role=leaf.field)
    _cells(board, grid, cells, size, peak, is_written=is_written)
    if not is_written:
        _steps(board, grid, table, size)


def _widest(board: Board, grid: _Grid, size: float) -> float:
    style = board.plain(size)
    texts = {number.leaf.text if number else NONE for each in grid.numbers for number in each}
    return max(board.canvas.measure(text, style) for text in texts)


def _range(grid: _Grid) -> tuple[float, float]:
    """The numbers at both ends of the ramp: from 0, or from the smallest where some are below 0."""
    values = [number.value for each in grid.numbers for number in each if number]
    return min([0.0, *values]), max(values, default=0.0)


def _steps(board: Board, grid: _Grid, table: Table, size: float) -> None:
    """What the steps of the ramp stand for, below cells that are too small for their numbers."""
    canvas, area, form = board.canvas, board.area, table.content.form
    low, high = (Decimal(repr(end)).normalize() for end in _range(grid))
    quiet, baseline = board.quiet(size), area.bottom - 0.2 * size
    x = area.right - canvas.text(area.right, baseline, form.shown(high), quiet, anchor="end", role="axis") - 0.5 * size
    for color in reversed(board.theme.colors.seq):
        x -= 1.6 * size
        canvas.box(Rect(x, baseline - 0.78 * size, 1.5 * size, 0.9 * size), color, 2 * board.measures.unit)
    canvas.text(x - 0.5 * size, baseline, form.shown(low), quiet, anchor="end", role="axis")


def _name(board: Board, table: Table, leaf: Leaf, size: float, *, is_peak: bool) -> TextStyle:
    colors = board.theme.colors
    if leaf.text == table.content.highlight and leaf.text:
        return board.canvas.style(size, colors.accent_2_text, 600)
    return board.canvas.style(size, colors.ink_2, 600 if is_peak else 400)


def _peak(grid: _Grid) -> tuple[int, int] | None:
    """Row and column of the highest number, where there is but one."""
    found = [
        (number.exact, row, column)
        for row, each in enumerate(grid.numbers)
        for column, number in enumerate(each)
        if number
    ]
    highest = max((value for value, _, _ in found), default=None)
    places = [(row, column) for value, row, column in found if value == highest]
    return places[0] if len(places) == 1 and len(found) > 1 else None


def _cells(
    board: Board, grid: _Grid, area: Rect, size: float, peak: tuple[int, int] | None, *, is_written: bool
) -> None:
    canvas, unit = board.canvas, board.measures.unit
    width, height = area.width / len(grid.columns), area.height / len(grid.rows)
    gap = min(GAP * unit, 0.1 * width, 0.1 * height)
    low, high = _range(grid)
    for row, each in enumerate(grid.numbers):
        for column, number in enumerate(each):
            place = Rect(area.x + column * width, area.y + row * height, width, height).inset(gap / 2)
            color = _color(board, number.value if number else None, low, high)
            if (row, column) == peak:
                canvas.box(place.inset(-RING / 4 * unit), board.theme.colors.accent_2, 4 * unit)
                place = place.inset(0.75 * RING * unit)
            canvas.box(place, color, 2 * unit)
            if is_written:
                tone = on(color, board.theme) if number else board.theme.colors.muted
                text, role = (number.leaf.text, number.leaf.field) if number else (NONE, "missing")
                style = canvas.style(size, tone, 600 if (row, column) == peak else 400)
                at = place.center
                canvas.text(at.x, at.y + CAPITALS / 2 * size, text, style, anchor="middle", role=role)


def _color(board: Board, value: float | None, low: float, high: float) -> Color:
    """The step of the ramp: from 0, or from the smallest number where some are below 0."""
    tokens = board.theme.colors
    if value is None:
        return tokens.surface_2
    share = (value - low) / (high - low) if high > low else 0.0
    return tokens.seq[min(int(share * len(tokens.seq)), len(tokens.seq) - 1)]
