"""The bars of a table, horizontal or vertical: where each begins and ends along the scale, its number, and its place.

Bars   what is drawn, in slots across the scale and numbers along it
Plot   where that is on a board: `rect` of a bar, `along` the scale and `across` it
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import NamedTuple

from pipeline import curves
from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Point, Rect
from pipeline.kinds.chart.drawings.board import Board, label_colors, on, series_colors
from pipeline.kinds.chart.numbers import NONE
from pipeline.kinds.chart.table import Mark, Marks, Table, Way
from pipeline.layout.canvas import Anchor

TOGETHER = 0.78  # of a slot that several bars beside one another take, and a single one
ROUND = 4.0  # px of the corners at a bar's end
ZERO = 2.0  # px of the line that stands for 0
SEAM, LEAST_SEAMED = 0.75, 6.0  # px that show round a part of a stack, if it is so thick


class Bar(NamedTuple):
    """One mark along the scale; `at` and `thickness` count slots, `number` is what it stands for."""

    at: float
    thickness: float
    start: float
    length: float
    color: Color
    number: Leaf | None


class End(NamedTuple):
    """The number at the end of a bar or of a stack. `is_kept` where an axis stands for the others.

    One that `hangs` is on the other side of 0; so is one of no length beside bars that hang, opposite to their name.
    """

    at: float
    value: float
    number: Leaf
    is_warm: bool
    is_kept: bool
    hangs: bool


class Bars(NamedTuple):
    """All bars and their ends; `slots` are the places along the other axis, `places` the middles of the labels."""

    table: Table
    bars: tuple[Bar, ...]
    ends: tuple[End, ...]
    slots: int
    places: tuple[float, ...]

    @property
    def low(self) -> float:
        """The lowest end; 0 is always on the scale."""
        return min([0.0, *(end.value for end in self.ends), *self.table.content.aims])

    @property
    def high(self) -> float:
        """The highest end."""
        high = max([0.0, *(end.value for end in self.ends), *self.table.content.aims])
        return high if high > self.low else self.low + 1.0

    @property
    def is_parted(self) -> bool:
        """Whether there are stacks of several parts."""
        return self.table.is_stacked and len(self.table.series) > 1

    def of_mark(self, label: int, series: int | None) -> tuple[list[Bar], End]:
        """The bars of a label and a series, or of all of a stack, and the number at their end."""
        count = len(self.table.labels)
        rows = range(len(self.table.series)) if series is None else [series]
        end = label if self.table.is_stacked else (series or 0) * count + label
        return [self.bars[row * count + label] for row in rows], self.ends[end]


class Plot(NamedTuple):
    """Where bars stand on a board, in letters of a size, with their numbers or a scale in place of most of them.

    `zero` is the px of 0 along the scale; columns may be slimmer than their slots allow.
    """

    board: Board
    bars: Bars
    size: float
    with_axis: bool
    area: Rect
    pitch: float  # px of a slot
    zero: float
    per_px: float  # px of a number
    is_vertical: bool
    slim: float = 1.0

    def along(self, value: float) -> float:
        """Where a number is along the scale: of columns from the top, of rows from the left."""
        return self.zero - value * self.per_px if self.is_vertical else self.zero + value * self.per_px

    def across(self, at: float) -> float:
        """Where the middle of a bar is, or of a label: of columns from the left, of rows from the top."""
        middle = int(at) + 0.5
        at = middle + (at - middle) * self.slim
        return (self.area.x if self.is_vertical else self.area.y) + at * self.pitch

    def rect(self, bar: Bar) -> Rect:
        """A bar; of a number below 0 its width or height is negative."""
        thickness, length = bar.thickness * self.slim * self.pitch, bar.length * self.per_px
        across, along = self.across(bar.at) - thickness / 2, self.along(bar.start)
        if self.is_vertical:
            return Rect(across, along - length, thickness, length)
        return Rect(along, across, length, thickness)

    def paint(self) -> None:
        """The bars, round at the far end, a line for 0; between the parts of a stack the board shows."""
        ends: tuple[curves.End, curves.End] = ("top", "bottom") if self.is_vertical else ("right", "left")
        for bar in self.bars.bars:
            rect = self.rect(bar)
            if bar.length and self.bars.is_parted:
                is_thick = min(abs(rect.width), abs(rect.height)) > LEAST_SEAMED
                self.board.bar(rect.inset(SEAM) if is_thick else rect, bar.color)
            elif bar.length:
                self.board.bar(rect, bar.color, ends[bar.length < 0], ROUND * self.board.measures.unit)
            elif bar.number and not self.bars.is_parted:
                y, line = (rect.y - ZERO, (rect.width, ZERO)) if self.is_vertical else (rect.y, (ZERO, rect.height))
                self.board.bar(Rect(rect.x, y, *line), bar.color)

    def write_end(self, end: End, x: float, baseline: float, anchor: Anchor) -> None:
        """The number at the end of a bar; beside an axis only those that are kept, where they touch nothing."""
        canvas, style, text, role = self.board.canvas, self.board.strong(self.size), end.number.text, end.number.field
        if end.is_warm:
            style = style._replace(fill=canvas.colors.accent_2_text)
        if not self.with_axis:
            canvas.text(x, baseline, text, style, anchor=anchor, role=role)
        elif end.is_kept:
            room = self.board.area.inset(-self.size)
            canvas.text_if_free(x, baseline, text, style, room, anchor=anchor, role=role)

    def write_inside(self) -> None:
        """Numbers in the parts of stacks that have room for them."""
        canvas, size = self.board.canvas, max(0.9 * self.size, self.board.measures.sizes[-1])
        for bar in self.bars.bars if self.bars.is_parted else ():
            rect, style = self.rect(bar), canvas.style(size, on(bar.color, canvas.theme))
            if bar.number is None or not bar.length or rect.height < 1.15 * size:
                continue
            if canvas.measure(bar.number.text, style) + 0.6 * size <= rect.width:
                canvas.lines(*rect.center, [bar.number.text], style, anchor="middle", role=bar.number.field)

    def shown(self, way: Way, room: Rect, stem: Callable[[int, End], Point], lines: tuple[Rect, ...]) -> Table:
        """The table with its marks; bars on a scale and sums of stacks stand for numbers that are not written.

        `stem` is where that of a note begins at the end of the bars of a label.
        """
        table, bars = self.bars.table, self.bars.bars

        def find(label: int, series: int | None) -> Mark:
            own, end = self.bars.of_mark(label, series)
            return Mark(self._around(own), stem(label, end))

        if self.with_axis or table.is_stacked:
            table = table.stands_for(*(each.field for each in table.series))
        taken = tuple(self._around([bar]) for bar in bars if bar.length)
        return table._replace(marks=Marks(way, room, find, taken, lines))

    def _around(self, bars: Sequence[Bar]) -> Rect:
        """The box round bars of one label."""
        rects = [self.rect(bar) for bar in bars if bar.length] or [self.rect(bar) for bar in bars]
        corners = [Rect(x, y, 0, 0) for rect in rects for x, y in ((rect.x, rect.y), (rect.right, rect.bottom))]
        return reduce(Rect.union, corners)


def bars_of(board: Board, table: Table, *, in_time: bool = True) -> Bars:
    """The bars of a table; `in_time` those of times stand in time, and a month without a number keeps its place."""
    slots = (table.time.slots if in_time else ()) or tuple(range(len(table.labels)))
    places = tuple(slot + 0.5 for slot in slots)
    step, last = TOGETHER / table.side, len(places) - 1
    thickness = step * (0.94 if table.side > 1 else 1)
    hues, own = series_colors(board.theme, table), label_colors(board.theme, table, many=False)
    bars, ends, grown = [], [], [0.0] * len(places)
    for series, row in enumerate(table.series):
        for index, number in enumerate(row.numbers):
            at = places[index] + (0.0 if table.is_stacked else (series - (table.side - 1) / 2) * step)
            is_bare = table.rest_is_longest and index == last  # its number stands alone
            length = number.value if number and not is_bare else 0.0
            leaf = number.leaf if number else Leaf(NONE, "missing")
            color = own[index] if len(table.series) == 1 else hues[series]
            bars.append(Bar(at, thickness, grown[index], length, color, leaf if number and not is_bare else None))
            if table.is_stacked:
                grown[index] += length
            else:
                hangs = length < 0 or (not length and table.hangs(index))
                ends.append(_end(table, index, at, length, leaf, is_first=series == 0, hangs=hangs))
    if table.is_stacked:
        totals = zip(places, grown, strict=True)
        ends = [_end(table, index, at, total, _sum(table, index)) for index, (at, total) in enumerate(totals)]
    return Bars(table, tuple(bars), tuple(_with_extremes(ends)), max(slots, default=-1) + 1, places)


def _end(
    table: Table, index: int, at: float, value: float, number: Leaf, *, is_first: bool = True, hangs: bool = False
) -> End:
    is_lit = table.is_highlit(index)
    is_last = is_first and index == len(table.labels) - 1
    return End(at, value, number, is_lit and table.content.is_highlight_warm, is_lit or is_last, hangs)


def _sum(table: Table, index: int) -> Leaf:
    """The number at the end of a stack."""
    numbers = table.of_label(index)
    text = table.content.form.shown(table.sums()[index]) if numbers else NONE
    return Leaf(text, numbers[0].leaf.field if numbers and len(table.series) == 1 else "total")


def _with_extremes(ends: list[End]) -> list[End]:
    """The ends, the highest and one below 0 among those that are always written."""
    values = [end.value for end in ends]
    kept = {values.index(value) for value in {max(values, default=0.0), min([0.0, *values])} - {0.0}}
    return [end._replace(is_kept=end.is_kept or at in kept) for at, end in enumerate(ends)]
