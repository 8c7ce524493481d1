"""Rows: a bar beside each name, its number at its end; below 0 they reach to the other side of a line.

Referral  [==========] 12            -3 [===| Losses
Board     [====] 5                 Wins |====] 4
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.geometry import Rect
from pipeline.kinds.chart.drawings.board import GAP, Board
from pipeline.kinds.chart.drawings.columns import inside, paint, write_end
from pipeline.kinds.chart.drawings.marks import Bar, Bars, bars_of
from pipeline.kinds.chart.drawings.scale import Side, px_per_number, ticks
from pipeline.kinds.chart.measures import Measures
from pipeline.kinds.chart.table import Table
from pipeline.layout.canvas import CAPITALS, Anchor

MOST_NAMES = 0.36  # of the width that names may take
LEAST_PITCH, MOST_PITCH = 1.3, 5.5  # text sizes from row to row
TWO_LINES = 2.4  # text sizes that two lines of a name need
FEW, FEW_PITCH = 2, 10.0  # labels that leave a page empty, and text sizes from row to row of so few
LEAST_BAR = 5.0  # px, of several in a row


class _Rows(NamedTuple):
    """How rows stand: the size of their letters, from row to row, and whether each bar has its number."""

    size: float
    pitch: float
    with_axis: bool


def height(measures: Measures, table: Table, room: float, *, is_stacked: bool) -> float:
    """The px that the rows of one or two labels take of the room; more fill it."""
    side = 1 if is_stacked else len(table.series)
    if len(table.labels) > FEW:
        return room
    legend = 2.2 * measures.text if len(table.series) > 1 else 0.0
    return min(room, legend + len(table.labels) * _most_pitch(measures, len(table.labels), side))


def draw(board: Board, table: Table, *, is_stacked: bool) -> Table:
    """Draw the rows, the largest where there is no room for all; returns what was shown of the table."""
    smallest = board.measures.sizes[-1]
    side = 1 if is_stacked else len(table.series)
    least = max(LEAST_PITCH * smallest, side * LEAST_BAR * board.measures.unit + 0.4 * smallest)
    room = max(2, int((board.area.height - (1.6 * smallest if side > 1 else 0.0)) // least))
    shown = table.top(min(room, table.content.limit))
    if shown.rest_is_longest and _rows(board, len(shown.labels), side).with_axis:  # nothing would tell how much it is
        shown = table.apart().top(min(room, table.content.limit))
    found = bars_of(board, shown, is_stacked=is_stacked, in_time=max(shown.slots, default=0) < room)
    return _draw(board, found, _rows(board, found.slots, side))


def _most_pitch(measures: Measures, count: int, side: int) -> float:
    pitch = FEW_PITCH if count <= FEW else MOST_PITCH
    return pitch * measures.text * (1 if side == 1 else 1 + 0.5 * side)


def _rows(board: Board, count: int, side: int) -> _Rows:
    """The largest letters that go with a number at each bar, else with a scale below."""
    height = board.area.height
    most = _most_pitch(board.measures, count, side)
    sizes = board.measures.sizes
    for size in sizes:
        pitch = min(height / count, most)
        if pitch >= LEAST_PITCH * size and (side == 1 or pitch * 0.78 / side >= 0.95 * size):
            return _Rows(size, pitch, with_axis=False)
    for size in sizes:
        pitch = min((height - 1.6 * size) / count, most)
        if pitch >= LEAST_PITCH * size or size == sizes[-1]:
            break
    return _Rows(size, pitch, with_axis=True)


def _draw(board: Board, found: Bars, rows: _Rows) -> Table:
    canvas, area, table = board.canvas, board.area, found.table
    size, pitch, with_axis = rows
    count, bold = found.slots, board.strong(size)
    years = table.content.years if table.slots and found.low == 0 else ()
    texts = table.content.short if years else [label.text for label in table.labels]
    heading = canvas.style(size, board.theme.colors.ink, 600, "display")
    aside = max(canvas.measure(year, heading) for year in years) + 1.2 * size if years else 0.0
    foot = 1.6 * size if with_axis else 0.0
    top = area.y + (area.height - foot - pitch * count) / 2
    lines = [
        canvas.wrapped(text, bold, MOST_NAMES * area.width, 2 if pitch >= TWO_LINES * size else 1) for text in texts
    ]
    widths = [aside + max(canvas.measure(line, bold) for line in each) + 0.9 * size for each in lines]
    turned = [max(values) <= 0 > min(values) for values in _values(found)]
    ends = [0.0 if with_axis else canvas.measure(end.text, bold) + GAP * size for end in found.ends]
    left = Side(-found.low, _most(ends, found, below=True), _widest(widths, turned, is_turned=False))
    right = Side(found.high, _most(ends, found, below=False), _widest(widths, turned, is_turned=True))
    is_listed = found.low == 0 and not years  # names from one edge; else each stands at the line, opposite to its bar
    per_px = px_per_number(left, right, area.width)
    zero = area.x + left.need(per_px)
    plot = Rect(area.x, top, area.width, pitch * count)
    if with_axis:
        _axis(board, found, plot, zero, per_px, size)
    rects = [_place(bar, plot, zero, per_px, pitch) for bar in found.bars]
    paint(board, found, rects, is_upright=False)
    if found.low < 0:
        canvas.down(zero, plot.y, plot.bottom, board.theme.colors.rule_strong)
    for index, each in enumerate(lines):
        style, middle = board.name(table, index, size), top + found.places[index] * pitch
        x = area.x if is_listed else zero + (0.6 * size if turned[index] else -0.6 * size)
        anchor: Anchor = "start" if is_listed or turned[index] else "end"
        canvas.lines(x, middle, each, style, anchor=anchor, role=table.labels[index].field)
    for index, year in enumerate(years):
        if index == 0 or year != years[index - 1]:
            y = top + found.places[index] * pitch
            canvas.text(area.x, y + CAPITALS / 2 * size, year, heading, role="labels.year")
            if index:
                canvas.across(area.x, area.right, y - pitch / 2, board.theme.colors.rule)
    highest = max((end.value for end in found.ends), default=0.0)
    for end in found.ends:
        if with_axis and end.value != highest:  # beside a longer bar no number could stand
            continue
        aside = -GAP * size if end.value < 0 else GAP * size
        baseline = top + end.at * pitch + CAPITALS / 2 * size
        x = zero + end.value * per_px + aside
        write_end(board, end, x, baseline, size, "end" if end.value < 0 else "start", with_axis=with_axis)
    inside(board, found, rects, size)
    return found.shown(with_axis)


def _values(found: Bars) -> list[list[float]]:
    """The numbers of each row, and 0 where there is none."""
    values = [
        [number.value for each in found.table.series if (number := each.numbers[at])]
        for at in range(len(found.table.labels))
    ]
    return [each or [0.0] for each in values]


def _most(widths: Sequence[float], found: Bars, *, below: bool) -> float:
    """The widest of the numbers at one side of 0."""
    return max((width for width, end in zip(widths, found.ends, strict=True) if (end.value < 0) == below), default=0.0)


def _widest(widths: Sequence[float], turned: Sequence[bool], *, is_turned: bool) -> float:
    return max((width for width, each in zip(widths, turned, strict=True) if each == is_turned), default=0.0)


def _axis(board: Board, found: Bars, plot: Rect, zero: float, per_px: float, size: float) -> None:
    """Round numbers below the rows, and a hairline through them at each."""
    for tick in ticks(found.low, found.high):
        x = zero + float(tick) * per_px
        board.canvas.down(x, plot.y, plot.bottom, board.theme.colors.rule)
        text = found.table.content.form.shown(tick)
        room, style = board.area.inset(-size), board.quiet(size)
        board.canvas.text_if_free(x, plot.bottom + 1.3 * size, text, style, room, anchor="middle", role="axis")


def _place(bar: Bar, plot: Rect, zero: float, per_px: float, pitch: float) -> Rect:
    height = bar.thickness * pitch
    return Rect(zero + bar.start * per_px, plot.y + bar.at * pitch - height / 2, bar.length * per_px, height)
