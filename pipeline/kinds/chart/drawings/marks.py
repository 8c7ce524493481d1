"""The bars of a table, whichever way they are drawn: where each begins and ends along the scale, and its number."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.kinds.chart.drawings.board import Board, colors_of, label_colors
from pipeline.kinds.chart.numbers import NONE
from pipeline.kinds.chart.table import Table
from pipeline.typography import TextStyle

TOGETHER = 0.78  # of a slot that several bars beside one another take, and a single one


class Bar(NamedTuple):
    """One mark along the scale; `at` and `thickness` count slots, `number` is what it stands for."""

    at: float
    thickness: float
    start: float
    length: float
    color: Color
    number: Leaf | None


class End(NamedTuple):
    """The number at the end of a bar or of a stack. `is_kept` where an axis stands for the others."""

    at: float
    value: float
    text: str
    role: str
    is_warm: bool
    is_kept: bool

    def style(self, board: Board, size: float) -> TextStyle:
        """How it is written."""
        style = board.strong(size)
        return style._replace(fill=board.theme.colors.accent_2_text) if self.is_warm else style


class Bars(NamedTuple):
    """All bars and their ends; `slots` are the places along the other axis, `side` how many bars stand in one."""

    table: Table
    bars: tuple[Bar, ...]
    ends: tuple[End, ...]
    slots: int
    places: tuple[float, ...]  # the middle of each label, in slots
    side: int
    is_stacked: bool

    @property
    def low(self) -> float:
        """The lowest end; 0 is always on the scale."""
        return min([0.0, *(end.value for end in self.ends)])

    @property
    def high(self) -> float:
        """The highest end."""
        high = max([0.0, *(end.value for end in self.ends)])
        return high if high > self.low else self.low + 1.0

    @property
    def apart(self) -> float:
        """How many slots lie between numbers that follow one another."""
        return 1.0 if self.side == 1 else TOGETHER / self.side

    def shown(self, with_axis: bool) -> Table:
        """The table, whose numbers bars on a scale or sums of stacks stand for where they are not written."""
        table = self.table
        if not (with_axis or self.is_stacked):
            return table
        return table._replace(summarised=(*table.summarised, *(each.field for each in table.series)))


def bars_of(board: Board, table: Table, *, is_stacked: bool, in_time: bool = True) -> Bars:
    """The bars of a table; `in_time` those of times stand in time, and a month without a number keeps its place."""
    side = 1 if is_stacked else len(table.series)
    slots = table.slots if in_time and table.slots else tuple(range(len(table.labels)))
    places = tuple(slot + 0.5 for slot in slots)
    step = TOGETHER / side
    hues = colors_of(board.theme, table, [each.name for each in table.series])
    own = label_colors(board.theme, table, many=False)
    bars, ends, grown = [], [], [0.0] * len(places)
    for series, row in enumerate(table.series):
        for index, number in enumerate(row.numbers):
            at = places[index] + (0.0 if is_stacked else (series - (side - 1) / 2) * step)
            is_bare = table.rest_is_longest and index == len(places) - 1  # its number stands alone
            length = number.value if number and not is_bare else 0.0
            leaf = number.leaf if number else None
            color = own[index] if len(table.series) == 1 else hues[series]
            thickness = step * (0.94 if side > 1 else 1)
            bars.append(Bar(at, thickness, grown[index], length, color, None if is_bare else leaf))
            if is_stacked:
                grown[index] += length
                continue
            text, role = (leaf.text, leaf.field) if leaf else (NONE, "missing")
            is_last = series == 0 and index == len(places) - 1
            ends.append(End(at, length, text, role, table.is_highlit(index), is_last or table.is_highlit(index)))
    if is_stacked:
        ends = [_sum(table, index, places[index], total) for index, total in enumerate(grown)]
    ends = _with_extremes(ends)
    return Bars(table, tuple(bars), tuple(ends), max(slots, default=-1) + 1, places, side, is_stacked)


def _sum(table: Table, index: int, at: float, total: float) -> End:
    exact: Decimal | None = table.sum_of(index)
    text = NONE if exact is None else table.content.form.shown(exact)
    is_last = index == len(table.labels) - 1
    only = table.series[0].numbers[index] if len(table.series) == 1 else None
    role = only.leaf.field if only else "total"
    return End(at, total, text, role, table.is_highlit(index), is_last or table.is_highlit(index))


def _with_extremes(ends: list[End]) -> list[End]:
    """The ends, the highest and one below 0 among those that are always written."""
    values = [end.value for end in ends]
    kept = {values.index(value) for value in {max(values, default=0.0), min([0.0, *values])} - {0.0}}
    return [end._replace(is_kept=end.is_kept or at in kept) for at, end in enumerate(ends)]
