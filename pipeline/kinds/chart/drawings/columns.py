"""Columns: a bar above each name; the years of months stand once each, below a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline.geometry import Rect
from pipeline.kinds.chart.drawings.board import Board, on
from pipeline.kinds.chart.drawings.labels import every
from pipeline.kinds.chart.drawings.marks import Bar, Bars, End
from pipeline.kinds.chart.drawings.scale import Side, px_per_number, ticks
from pipeline.kinds.chart.table import Table
from pipeline.layout.canvas import CAPITALS, LABEL_LEADING, Anchor

LEAST = 3  # of labels
WIDEST = 7.5  # text sizes that a column may be wide
APART = 0.35  # em between names
LEAST_HEIGHT = 4.0  # text sizes that the plot must be high
ROUND = 4.0  # px of the corners at a bar's end
ZERO = 2.0  # px of the line that stands for 0
SEAM, LEAST_SEAMED = 0.75, 6.0  # px that show round a part of a stack, if it is so thick


class _Names(NamedTuple):
    """The names below the columns: lines of each, none where another stands for it; years below them."""

    size: float
    lines: tuple[tuple[str, ...], ...]
    years: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """Of the lines, with the years below them."""
        most = max(map(len, self.lines), default=1)
        return (1.7 + (most - 1) * LABEL_LEADING + (1.5 if self.years else 0.0)) * self.size


def draw(board: Board, found: Bars, *, with_axis: bool) -> Table | None:
    """Draw the columns; nothing is drawn, and none returned, where a name or a number has no room."""
    table, area = found.table, board.area
    if len(table.labels) < LEAST or len(table.labels) > table.content.limit or found.slots > table.content.limit:
        return None
    for size in board.measures.sizes:
        axis_width = _axis_width(board, found, size) if with_axis else 0.0
        pitch = (area.width - axis_width) / found.slots
        names = _names(board, found, pitch, size)
        if names is None or area.height - names.height < LEAST_HEIGHT * size:
            continue
        if with_axis or _has_numbers(board, found, pitch, size):
            return _draw(board, found, names, axis_width, with_axis=with_axis)
    return None


def _has_numbers(board: Board, found: Bars, pitch: float, size: float) -> bool:
    room = pitch * found.apart - 0.15 * size
    return all(board.canvas.measure(end.text, board.strong(size)) <= room for end in found.ends)


def _axis_width(board: Board, found: Bars, size: float) -> float:
    texts = [found.table.content.form.shown(tick) for tick in ticks(found.low, found.high)]
    return max(board.canvas.measure(text, board.quiet(size)) for text in texts) + 0.6 * size


def _names(board: Board, found: Bars, pitch: float, size: float) -> _Names | None:
    """The names, each in a line, times below their year, or in two lines of whole words; of times every so many-th."""
    table, canvas = found.table, board.canvas
    style, room = canvas.style(size, board.theme.colors.ink_2, 600), pitch - APART * size
    texts = [label.text for label in table.labels]

    def fits(text: str) -> bool:
        return canvas.measure(text, style) <= room

    if all(map(fits, texts)):
        return _Names(size, tuple((text,) for text in texts))
    short, years = table.content.short, table.content.years
    if table.slots and short and all(map(fits, short)):
        return _Names(size, tuple((text,) for text in short), years)
    if all(wrapped := [canvas.whole(text, style, room) for text in texts]):
        return _Names(size, tuple(wrapped))
    if not (table.slots or table.content.is_ordered) or size > board.measures.sizes[-1]:
        return None
    names = short if short and years else tuple(texts)
    step = every([canvas.measure(name, style) for name in names], pitch, 0.6 * size)
    kept = [(name,) if index % step == 0 else () for index, name in enumerate(names)]
    return _Names(size, tuple(kept), years)


def _draw(board: Board, found: Bars, names: _Names, axis_width: float, *, with_axis: bool) -> Table:
    canvas, area, size, table = board.canvas, board.area, names.size, found.table
    hanging = [not names.years and _hangs(table, index) for index in range(len(table.labels))]
    number = 1.45 * size
    up = Side(found.high, number if any(end.value > 0 for end in found.ends) else 0.0, names.height * any(hanging))
    down = Side(-found.low, number if found.low < 0 else 0.0, names.height * (not all(hanging)))
    if names.years:
        down = down._replace(after=down.after + names.height)
    per_px = px_per_number(up, down, area.height)
    zero = area.y + up.need(per_px)
    plot = Rect(area.x + axis_width, area.y, area.width - axis_width, area.height)
    pitch = plot.width / found.slots
    if with_axis:
        _axis(board, found, plot, zero, per_px, size)
    slim = min(1.0, WIDEST * size / (max(bar.thickness for bar in found.bars) * pitch))
    rects = [_place(bar, plot, zero, per_px, pitch, slim) for bar in found.bars]
    paint(board, found, rects, is_upright=True)
    canvas.across(plot.x, plot.right, zero, board.theme.colors.rule_strong)
    _write_names(board, found, names, hanging, plot, zero)
    for end in found.ends:
        y = zero - end.value * per_px
        baseline = y - 0.4 * size if end.value >= 0 else y + (0.4 + CAPITALS) * size
        write_end(board, end, plot.x + _nearer(end.at, slim) * pitch, baseline, size, "middle", with_axis=with_axis)
    inside(board, found, rects, size)
    shown = found.shown(with_axis)
    thinned = tuple(label.field for label, lines in zip(table.labels, names.lines, strict=True) if not lines)
    return shown._replace(summarised=(*shown.summarised, *thinned))


def _hangs(table: Table, index: int) -> bool:
    """Whether all bars of a label hang below 0: its name then stands above the line."""
    values = [number.value for each in table.series if (number := each.numbers[index])]
    return bool(values) and max(values) <= 0 > min(values)


def _write_names(board: Board, found: Bars, names: _Names, hanging: Sequence[bool], plot: Rect, zero: float) -> None:
    """The names at the line, at the other side than their bars; with years they stand at the foot."""
    canvas, table, size, pitch = board.canvas, found.table, names.size, plot.width / found.slots
    for index, lines in enumerate(names.lines):
        half = (0.65 + CAPITALS / 2 + (len(lines) - 1) / 2 * LABEL_LEADING) * size
        middle = plot.bottom - names.height + half if names.years else zero - half if hanging[index] else zero + half
        x, style = plot.x + found.places[index] * pitch, board.name(table, index, size)
        canvas.lines(x, middle, lines, style, anchor="middle", role=table.labels[index].field)
    if not names.years:
        return
    line_y, baseline = plot.bottom - 1.35 * size, plot.bottom - 0.3 * size
    for year, group in groupby(range(len(names.years)), key=lambda index: names.years[index]):
        places = [found.places[index] for index in group]
        left, right = plot.x + (places[0] - 0.38) * pitch, plot.x + (places[-1] + 0.38) * pitch
        canvas.across(left, right, line_y, board.theme.colors.rule_strong)
        canvas.text(left, baseline, year, board.quiet(size)._replace(weight=600), role="labels.year")


def _axis(board: Board, found: Bars, plot: Rect, zero: float, per_px: float, size: float) -> None:
    """Round numbers at the left, and a hairline through the columns at each."""
    for tick in ticks(found.low, found.high):
        y = zero - float(tick) * per_px
        board.canvas.across(plot.x, plot.right, y, board.theme.colors.rule)
        text = found.table.content.form.shown(tick)
        x, baseline = plot.x - 0.5 * size, y + CAPITALS / 2 * size
        board.canvas.text(x, baseline, text, board.quiet(size), anchor="end", role="axis")


def _place(bar: Bar, plot: Rect, zero: float, per_px: float, pitch: float, slim: float) -> Rect:
    width, height = bar.thickness * slim * pitch, bar.length * per_px
    return Rect(plot.x + _nearer(bar.at, slim) * pitch - width / 2, zero - bar.start * per_px - height, width, height)


def _nearer(at: float, factor: float) -> float:
    """A place in a slot, moved towards the slot's middle."""
    middle = int(at) + 0.5
    return middle + (at - middle) * factor


def write_end(
    board: Board, end: End, x: float, baseline: float, size: float, anchor: Anchor, *, with_axis: bool
) -> None:
    """The number at the end of a bar; beside an axis only those that are kept, where they touch nothing."""
    style, canvas = end.style(board, size), board.canvas
    if not with_axis:
        canvas.text(x, baseline, end.text, style, anchor=anchor, role=end.role)
    elif end.is_kept:
        canvas.text_if_free(x, baseline, end.text, style, board.area.inset(-size), anchor=anchor, role=end.role)


def paint(board: Board, found: Bars, rects: Sequence[Rect], *, is_upright: bool) -> None:
    """The bars, round at the far end, a line for 0; between the parts of a stack the board shows."""
    is_parted = found.is_stacked and len(found.table.series) > 1
    unit = board.measures.unit
    for rect, bar in zip(rects, found.bars, strict=True):
        if not bar.length and (bar.number is None or is_parted):
            continue
        if not bar.length:
            line = (
                Rect(rect.x, rect.y - ZERO, rect.width, ZERO) if is_upright else Rect(rect.x, rect.y, ZERO, rect.height)
            )
            board.bar(line, bar.color)
        elif is_parted:
            is_thick = min(abs(rect.width), abs(rect.height)) > LEAST_SEAMED
            board.bar(rect.inset(SEAM) if is_thick else rect, bar.color)
        elif is_upright:
            board.bar(rect, bar.color, "top" if bar.length > 0 else "bottom", ROUND * unit)
        else:
            board.bar(rect, bar.color, "right" if bar.length > 0 else "left", ROUND * unit)


def inside(board: Board, found: Bars, rects: Sequence[Rect], size: float) -> None:
    """Numbers in the parts of stacks that have room for them."""
    if not found.is_stacked or len(found.table.series) == 1:
        return
    size = max(0.9 * size, board.measures.sizes[-1])
    for bar, rect in zip(found.bars, rects, strict=True):
        if bar.number is None or not bar.length or rect.height < 1.15 * size:
            continue
        style = board.canvas.style(size, on(bar.color, board.theme))
        if board.canvas.measure(bar.number.text, style) + 0.6 * size <= rect.width:
            baseline = rect.center.y + CAPITALS / 2 * size
            board.canvas.text(rect.center.x, baseline, bar.number.text, style, anchor="middle", role=bar.number.field)
