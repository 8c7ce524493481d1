"""Labels that never collide: positions spread apart, names in whole words, every so many-th label of an axis.

Labels below lines stand all of them where there is room, else as many as keep clear of one another:

in one line or two      Jan   Feb   Mar   Apr            every second one lower   Opening       Lunch
thinned                 Jan         Mar                                                  School run
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from pipeline.geometry import Rect
from pipeline.kinds.chart.drawings.board import Board
from pipeline.kinds.chart.table import Table
from pipeline.layout.canvas import CAPITALS, DESCENDERS, Canvas
from pipeline.typography import TextStyle

Lines: TypeAlias = tuple[str, ...]  # of one label


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Positions at least `apart` from one another, between low and high, as near to the wanted ones as order allows.

    Where there is not enough room for all, they stand evenly from low to high.
    """
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    if len(order) > 1 and apart * (len(order) - 1) >= high - low:
        step = (high - low) / (len(order) - 1)
        placed = [low + step * rank for rank in range(len(order))]
    else:
        placed = _pushed([min(max(wanted[index], low), high) for index in order], apart, low, high)
    result = [0.0] * len(order)
    for rank, index in enumerate(order):
        result[index] = placed[rank]
    return result


def _pushed(sorted_positions: list[float], apart: float, low: float, high: float) -> list[float]:
    """Blocks of touching labels about their mean (pool adjacent violators), kept inside."""
    blocks: list[tuple[float, int]] = []  # the first position and how many
    for position in sorted_positions:
        blocks.append((position, 1))
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] * apart > blocks[-1][0]:
            (first, count), (second, more) = blocks[-2:]
            mean = (first * count + (second - count * apart) * more) / (count + more)
            blocks[-2:] = [(min(max(mean, low), high - (count + more - 1) * apart), count + more)]
    return [first + step * apart for first, count in blocks for step in range(count)]


def every(widths: Sequence[float], pitch: float, gap: float) -> int:
    """The smallest step with which labels that stand `pitch` apart keep `gap` between them."""
    step = 1
    while step < len(widths) and any(
        (widths[index] + widths[index + step]) / 2 + gap > pitch * step for index in range(0, len(widths) - step, step)
    ):
        step += 1
    return step


def whole(canvas: Canvas, texts: Sequence[str], style: TextStyle, measure: float, most: int = 2) -> tuple[Lines, ...]:
    """Every text in whole words, in at most so many lines; nothing where one of them does not fit."""
    lines = tuple(canvas.whole(text, style, measure, most) if text else ("",) for text in texts)
    return lines if all(lines) else ()


def thinned(canvas: Canvas, texts: Sequence[str], style: TextStyle, pitch: float) -> tuple[Lines, ...]:
    """Every so many-th text in a line, and no lines of those between."""
    step = every([canvas.measure(text, style) for text in texts], pitch, 0.6 * style.size)
    return tuple((text,) if at % step == 0 else () for at, text in enumerate(texts))


class LineLabels(NamedTuple):
    """Labels in lines of one size; `is_thinned` where not all of them have room."""

    table: Table
    size: float
    leading: float
    lines: tuple[Lines, ...]
    is_thinned: bool = False
    is_staggered: bool = False  # every second one stands a line lower

    @property
    def height(self) -> float:
        """Of the lines, with the gap above them."""
        most = max(map(len, self.lines), default=1) + self.is_staggered
        return 2.2 * self.size + (most - 1) * self.leading

    def draw(self, board: Board, plot: Rect) -> tuple[str, ...]:
        """Write them; returns the fields of those that say what no neighbour tells, and have no room."""
        area, style, lost = board.area, board.quiet(self.size), []
        widths = [max((board.measure(line, style) for line in lines), default=0.0) for lines in self.lines]
        middles = [
            min(max(plot.x + share * plot.width, area.x + width / 2), area.right - width / 2)
            for share, width in zip(self.table.shares, widths, strict=True)
        ]
        chosen = self._chosen(middles, widths) if self.is_thinned else range(len(widths))
        for index, (leaf, lines) in enumerate(zip(self.table.labels, self.lines, strict=True)):
            lower = (len(lines) - 1) / 2 + (self.is_staggered and index % 2)
            middle = plot.bottom + (1.15 + CAPITALS / 2) * self.size + lower * self.leading
            half = widths[index] / 2 + 0.2 * self.size
            high = (len(lines) - 1) * self.leading + (CAPITALS + DESCENDERS) * self.size
            room = Rect(middles[index] - half, middle - high / 2, 2 * half, high)
            if index in chosen and board.is_free(room):
                board.lines(middles[index], middle, lines, style, anchor="middle", role=leaf.field)
            else:
                lost.append(leaf.field)
        return () if _are_known(self.table) else tuple(lost)

    def _chosen(self, middles: Sequence[float], widths: Sequence[float]) -> set[int]:
        """The first label, the last one, and between them as many as keep clear: evenly, or as times stand."""
        last, gap = len(widths) - 1, 1.2 * self.size
        spans = [(middle - width / 2, middle + width / 2) for middle, width in zip(middles, widths, strict=True)]
        limit = spans[last][0]
        if not self.table.time.shares:
            step = every(widths, (middles[-1] - middles[0]) / max(last, 1), gap)
            step = next((wider for wider in range(step, 2 * step) if last % wider == 0), step)
            kept = list(range(0, last + 1, step))
            return {*kept, last} if limit >= spans[kept[-1]][1] + gap else set(kept)
        kept = [0]
        for index in range(1, last):
            left, right = spans[index]
            if left >= spans[kept[-1]][1] + gap and right + gap <= limit:
                kept.append(index)
        return {*kept, last} if limit >= spans[kept[-1]][1] + 0.5 * self.size else set(kept)


def line_labels(board: Board, table: Table, width: float) -> LineLabels:
    """All labels in one line or two, or every second one lower, the largest with room; else the smallest, thinned."""
    sizes, is_known = board.measures.sizes, _are_known(table)
    texts, in_time = [label.text for label in table.labels], bool(table.time.shares)
    pitch = min((b - a for a, b in pairwise(table.shares)), default=1.0) * width
    tries = [(size, pitch, 1 if in_time else 2) for size in (sizes[:1] if in_time else sizes)]
    tries += [(size, 2 * pitch, 1) for size in (() if is_known else sizes)]  # every second one lower
    for size, room, count in tries:
        if lines := whole(board, texts, board.quiet(size), room - 0.6 * size, count):
            return LineLabels(table, size, board.leading(lines, board.quiet(size)), lines, is_staggered=room > pitch)
    smallest = sizes[0] if is_known else sizes[-1]
    style, most = board.quiet(smallest), (1.0 if len(texts) < 3 else 0.5) * width - smallest
    cut = tuple((board.cut(text, style, most),) for text in texts)
    return LineLabels(table, smallest, board.leading(cut, style), cut, is_thinned=True)


def _are_known(table: Table) -> bool:
    """Whether readers know what lies between two labels."""
    return bool(table.time.shares) or table.content.is_ordered
