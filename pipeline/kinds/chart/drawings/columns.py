"""Columns: a bar above each name; the years of months stand once each, below a line."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from pipeline.geometry import Point, Rect
from pipeline.kinds.chart.drawings.board import Board
from pipeline.kinds.chart.drawings.labels import Lines, thinned, whole
from pipeline.kinds.chart.drawings.marks import TOGETHER, Bars, End, Plot, bars_of
from pipeline.kinds.chart.drawings.scale import Side, across, beside_width, px_per_number, ticks, write_beside
from pipeline.kinds.chart.table import Table
from pipeline.layout.canvas import CAPITALS

LEAST = 3  # of labels
WIDEST = 7.5  # text sizes that a column may be wide
APART = 0.35  # em between names
LEAST_HEIGHT = 4.0  # text sizes that the plot must be high


class _Names(NamedTuple):
    """The names below the columns: lines of each, none where another stands for it; years below them."""

    size: float
    leading: float
    lines: tuple[Lines, ...]
    years: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """Of the lines, with the years below them."""
        most = max(map(len, self.lines), default=1)
        return (most - 1) * self.leading + (1.7 + (1.5 if self.years else 0.0)) * self.size


def draw(board: Board, table: Table) -> Table | None:
    """Draw the columns; nothing is drawn, and none returned, where a name or a number has no room.

    Columns of times and of several series may have a scale in place of their numbers.
    """
    bars, area = bars_of(board, table), board.below(board.head).area
    if len(table.labels) < LEAST or max(len(table.labels), bars.slots) > table.content.limit:
        return None
    can_have_axis = (table.time.slots or len(table.series) > 1) and not table.content.has_totals
    for with_axis in (False, True) if can_have_axis else (False,):
        for size in board.measures.sizes:
            left = max(_axis_width(board, bars, size) if with_axis else 0.0, beside_width(board, table))
            pitch = (area.width - left) / bars.slots
            names = _names(board, table, pitch, size)
            if names is None or area.height - names.height < LEAST_HEIGHT * size:
                continue
            if with_axis or _has_numbers(board, bars, pitch, size):
                return _draw(board, bars, names, area._replace(x=area.x + left, width=area.width - left), with_axis)
    return None


def _has_numbers(board: Board, bars: Bars, pitch: float, size: float) -> bool:
    side = bars.table.side
    room = pitch * (1.0 if side == 1 else TOGETHER / side) - 0.15 * size
    return all(board.measure(end.number.text, board.strong(size)) <= room for end in bars.ends)


def _axis_width(board: Board, bars: Bars, size: float) -> float:
    texts = [bars.table.content.form.shown(tick) for tick in ticks(bars.low, bars.high)]
    return max(board.measure(text, board.quiet(size)) for text in texts) + 0.6 * size


def _names(board: Board, table: Table, pitch: float, size: float) -> _Names | None:
    """The names, each in a line, times below their year, or in two lines of whole words; of times every so many-th."""
    time = table.time
    style, room = board.style(size, board.colors.ink_2, 600), pitch - APART * size
    texts = [label.text for label in table.labels]
    for each, most, years in ((texts, 1, ()), (time.short, 1, time.years), (texts, 2, ())):
        if lines := whole(board, each, style, room, most):
            return _Names(size, board.leading(lines, style), lines, years)
    if not (time.slots or table.content.is_ordered) or size > board.measures.sizes[-1]:
        return None
    lines = thinned(board, time.short or texts, style, pitch)
    return _Names(size, board.leading(lines, style), lines, time.years)


def _draw(board: Board, bars: Bars, names: _Names, area: Rect, with_axis: bool) -> Table:
    """The columns on `area`, which has their numbers above and their names below."""
    size, table = names.size, bars.table
    stands_low = bool(names.years) or any(map(table.is_mixed, range(len(table.labels))))
    hanging = [not stands_low and table.hangs(index) for index in range(len(table.labels))]
    number, below = 1.45 * size, names.height * stands_low
    up = Side(bars.high, number * any(end.value > 0 for end in bars.ends), names.height * any(hanging))
    down = Side(-bars.low, number * (bars.low < 0) + below, names.height * (not all(hanging)))
    per_px, pitch = px_per_number(up, down, area.height), area.width / bars.slots
    slim = min(1.0, WIDEST * size / (max(bar.thickness for bar in bars.bars) * pitch))
    plot = Plot(board, bars, size, with_axis, area, pitch, area.y + up.need(per_px), per_px, True, slim)
    reach = area._replace(height=max(plot.zero, plot.along(bars.low)) - area.y)
    told = write_beside(board, table, area.x - 0.5 * size, plot.along, reach)
    if with_axis:
        plot.write_scale(told)
    plot.paint()
    board.across(area.x, area.right, plot.zero, board.colors.rule_strong)
    _write_names(plot, names, hanging, stands_low=stands_low)
    for end in bars.ends:
        y = plot.along(end.value)
        plot.write_end(end, plot.across(end.at), y + (0.4 + CAPITALS if end.hangs else -0.4) * size, "middle")
    plot.write_inside()
    lines = across(board, table, plot.along, area, is_on_marks=True)

    def stem(label: int, end: End) -> Point:
        """Above the number of a column, or the name of one that hangs."""
        above = plot.along(max(end.value, 0.0)) - (0.55 + CAPITALS) * size
        return Point(plot.across(end.at), plot.zero - names.height if hanging[label] else above)

    room = board.area._replace(height=reach.bottom - board.area.y)
    thinned_out = (label.field for label, lines in zip(table.labels, names.lines, strict=True) if not lines)
    return plot.shown("up", room, stem, lines).stands_for(*thinned_out)


def _write_names(plot: Plot, names: _Names, hanging: list[bool], *, stands_low: bool) -> None:
    """The names at the line, at the other side than their bars, or at the foot: years, and names with bars on both."""
    board, table, places, size, foot = plot.board, plot.bars.table, plot.bars.places, plot.size, plot.area.bottom
    for index, lines in enumerate(names.lines):
        half = (0.65 + CAPITALS / 2) * size + (len(lines) - 1) / 2 * names.leading
        middle = foot - names.height + half if stands_low else plot.zero + (-half if hanging[index] else half)
        x, style = plot.across(places[index]), board.name(table, table.labels[index], size)
        board.lines(x, middle, lines, style, anchor="middle", role=table.labels[index].field)
    for year, group in groupby(zip(names.years, places, strict=False), key=lambda pair: pair[0]):
        of_year = [place for _, place in group]
        left, right = (plot.area.x + at * plot.pitch for at in (of_year[0] - 0.38, of_year[-1] + 0.38))
        board.across(left, right, foot - 1.35 * size, board.colors.rule_strong)
        style = board.quiet(size)._replace(weight=600)
        board.text(left, foot - 0.3 * size, year, style, role="labels.year")
