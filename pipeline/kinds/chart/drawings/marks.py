"""The bars of a table, horizontal or vertical: where each begins and ends along the scale, its number, and its place.

Bars   what is drawn, in slots across the scale and numbers along it
Plot   where that is on the page: `rect` of a bar, `along` the scale and `across` it
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.chart.drawings.board import Board, label_colors, on, series_colors
from pipeline.kinds.chart.numbers import NONE
from pipeline.kinds.chart.table import Table
from pipeline.layout.canvas import CAPITALS, Anchor

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
    text: str
    role: str
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
        return min([0.0, *(end.value for end in self.ends), *self._target])

    @property
    def high(self) -> float:
        """The highest end."""
        high = max([0.0, *(end.value for end in self.ends), *self._target])
        return high if high > self.low else self.low + 1.0

    @property
    def _target(self) -> tuple[float, ...]:
        target = self.table.content.target
        return (target.value,) if target else ()

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

    def shown(self, with_axis: bool) -> Table:
        """The table, whose numbers bars on a scale or sums of stacks stand for where they are not written."""
        is_summarised = with_axis or self.table.is_stacked
        return self.table.stands_for(*(each.field for each in self.table.series if is_summarised))


class Plot(NamedTuple):
    """Where bars stand: `zero` is the px of 0 along the scale; columns may be slimmer than their slots allow."""

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

    def around(self, bars: Sequence[Bar]) -> Rect:
        """The box round bars of one label."""
        rects = [self.rect(bar) for bar in bars if bar.length] or [self.rect(bar) for bar in bars]
        corners = [rect._replace(width=0, height=0) for rect in rects]
        corners += [Rect(rect.right, rect.bottom, 0, 0) for rect in rects]
        return reduce(Rect.union, corners)

    def taken(self, bars: Bars) -> tuple[Rect, ...]:
        """What all bars take."""
        return tuple(self.around([bar]) for bar in bars.bars if bar.length)

    def rect(self, bar: Bar) -> Rect:
        """A bar; of a number below 0 its width or height is negative."""
        thickness, length = bar.thickness * self.slim * self.pitch, bar.length * self.per_px
        across, along = self.across(bar.at) - thickness / 2, self.along(bar.start)
        return (
            Rect(across, along - length, thickness, length)
            if self.is_vertical
            else Rect(along, across, length, thickness)
        )


def bars_of(board: Board, table: Table, *, in_time: bool = True) -> Bars:
    """The bars of a table; `in_time` those of times stand in time, and a month without a number keeps its place."""
    slots = (table.time.slots if in_time else ()) or tuple(range(len(table.labels)))
    places = tuple(slot + 0.5 for slot in slots)
    step = TOGETHER / table.side
    hues, own = series_colors(board.theme, table), label_colors(board.theme, table, many=False)
    last = len(places) - 1
    bars, ends, grown = [], [], [0.0] * len(places)
    for series, row in enumerate(table.series):
        for index, number in enumerate(row.numbers):
            at = places[index] + (0.0 if table.is_stacked else (series - (table.side - 1) / 2) * step)
            is_bare = table.rest_is_longest and index == last  # its number stands alone
            length = number.value if number and not is_bare else 0.0
            leaf = number.leaf if number else Leaf(NONE, "missing")
            color = own[index] if len(table.series) == 1 else hues[series]
            thickness = step * (0.94 if table.side > 1 else 1)
            bars.append(Bar(at, thickness, grown[index], length, color, leaf if number and not is_bare else None))
            is_lit, hangs = table.is_highlit(index), length < 0 or (not length and table.hangs(index))
            is_warm = is_lit and table.content.is_highlight_warm
            if table.is_stacked:
                grown[index] += length
            else:
                is_kept = is_lit or (series == 0 and index == last)
                ends.append(End(at, length, leaf.text, leaf.field, is_warm, is_kept, hangs))
    if table.is_stacked:
        ends = [_sum(table, index, places[index], total) for index, total in enumerate(grown)]
    return Bars(table, tuple(bars), tuple(_with_extremes(ends)), max(slots, default=-1) + 1, places)


def _sum(table: Table, index: int, at: float, total: float) -> End:
    """The number at the end of a stack."""
    numbers, is_lit = table.of_label(index), table.is_highlit(index)
    text = table.content.form.shown(table.sums()[index]) if numbers else NONE
    role = numbers[0].leaf.field if numbers and len(table.series) == 1 else "total"
    is_warm, is_kept = is_lit and table.content.is_highlight_warm, is_lit or index == len(table.labels) - 1
    return End(at, total, text, role, is_warm, is_kept, hangs=False)


def _with_extremes(ends: list[End]) -> list[End]:
    """The ends, the highest and one below 0 among those that are always written."""
    values = [end.value for end in ends]
    kept = {values.index(value) for value in {max(values, default=0.0), min([0.0, *values])} - {0.0}}
    return [end._replace(is_kept=end.is_kept or at in kept) for at, end in enumerate(ends)]


def paint(board: Board, bars: Bars, plot: Plot) -> None:
    """The bars, round at the far end, a line for 0; between the parts of a stack the board shows."""
    for bar in bars.bars:
        rect = plot.rect(bar)
        if not bar.length and (bar.number is None or bars.is_parted):
            continue
        if not bar.length:
            y, line = (rect.y - ZERO, (rect.width, ZERO)) if plot.is_vertical else (rect.y, (ZERO, rect.height))
            board.bar(Rect(rect.x, y, *line), bar.color)
        elif bars.is_parted:
            is_thick = min(abs(rect.width), abs(rect.height)) > LEAST_SEAMED
            board.bar(rect.inset(SEAM) if is_thick else rect, bar.color)
        elif plot.is_vertical:
            board.bar(rect, bar.color, "top" if bar.length > 0 else "bottom", ROUND * board.measures.unit)
        else:
            board.bar(rect, bar.color, "right" if bar.length > 0 else "left", ROUND * board.measures.unit)


def write_end(
    board: Board, end: End, x: float, baseline: float, size: float, anchor: Anchor, *, with_axis: bool
) -> None:
    """The number at the end of a bar; beside an axis only those that are kept, where they touch nothing."""
    canvas, style = board.canvas, board.strong(size)
    if end.is_warm:
        style = style._replace(fill=board.theme.colors.accent_2_text)
    if not with_axis:
        canvas.text(x, baseline, end.text, style, anchor=anchor, role=end.role)
    elif end.is_kept:
        canvas.text_if_free(x, baseline, end.text, style, board.area.inset(-size), anchor=anchor, role=end.role)


def write_inside(board: Board, bars: Bars, plot: Plot, size: float) -> None:
    """Numbers in the parts of stacks that have room for them."""
    size = max(0.9 * size, board.measures.sizes[-1])
    for bar in bars.bars if bars.is_parted else ():
        rect = plot.rect(bar)
        if bar.number is None or not bar.length or rect.height < 1.15 * size:
            continue
        style = board.canvas.style(size, on(bar.color, board.theme))
        if board.canvas.measure(bar.number.text, style) + 0.6 * size <= rect.width:
            baseline = rect.center.y + CAPITALS / 2 * size
            board.canvas.text(rect.center.x, baseline, bar.number.text, style, anchor="middle", role=bar.number.field)
