"""Bars: lying or upright, one series, several side by side, or stacked; each with its number at its end.

    Referral  [==========] 12        lying, where labels are long or many
    Board     [====] 5

Upright bars are taken only where every label fits below its bar and every number above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.chart.canvas import GAP, Align, Canvas, on
from pipeline.kinds.chart.drawings.labels import legend
from pipeline.kinds.chart.drawings.scale import Scale, scale
from pipeline.kinds.chart.numbers import NONE
from pipeline.kinds.chart.table import Table

MOST_NAMES = 0.36  # of the width that the labels of lying bars may take
LEAST_PITCH, MOST_PITCH = 1.5, 5.5  # text sizes from bar to bar
MOST_UPRIGHT = 7.5  # text sizes that an upright bar may be wide
THICKNESS = 0.6  # of the pitch
LEAST_SEAMED = 6.0  # px


class _Bar(NamedTuple):
    """One mark along the value axis; `at` counts slots from the first one's start, `number` is what it stands for."""

    at: float
    thickness: float
    start: float
    length: float
    color: Color
    number: Leaf | None


class _End(NamedTuple):
    """The number of a bar, at its end."""

    at: float
    value: float
    text: str
    color: Color
    role: str


def bars(canvas: Canvas, area: Rect, table: Table, *, stacked: bool) -> Table:
    """Draw the table; returns what was shown of it."""
    many = len(table.series) > 1
    if many:
        shown = table.top_series(len(canvas.theme.colors.cat))
        area = legend(canvas, area, [each.name for each in shown.series], _series_colors(canvas, shown))
        table = shown
    if _fits_upright(canvas, area, table, stacked):
        return _upright(canvas, area, table, stacked)
    side_by_side = len(table.series) if many and not stacked else 1
    pitch = canvas.size * (LEAST_PITCH if side_by_side == 1 else 0.5 * side_by_side + 0.8)
    room = min(max(2, int(area.height // pitch)), table.content.limit)
    shown = table.top(room)
    if shown.rest_is_longest and not _shows_numbers(canvas, area, shown, stacked):  # nothing would tell how much it is
        shown = table.apart().top(room)
    return _lying(canvas, area, shown, stacked)


def _series_colors(canvas: Canvas, table: Table) -> list[Color]:
    colors = canvas.theme.colors
    found = [colors.cat[index % len(colors.cat)] for index in range(len(table.series))]
    if table.rest and table.rest is table.series[-1].name:
        found[-1] = colors.series_rest
    return found


def _colors_of(canvas: Canvas, table: Table, series: int) -> list[Color]:
    """The colour of each bar of a series."""
    colors = canvas.theme.colors
    if len(table.series) > 1:
        return [_series_colors(canvas, table)[series]] * len(table.labels)
    return [
        colors.accent_2 if table.is_highlit(index) else colors.series_rest if label is table.rest else colors.cat[0]
        for index, label in enumerate(table.labels)
    ]


def _marks(canvas: Canvas, table: Table, stacked: bool) -> tuple[list[_Bar], list[_End]]:
    """All bars and the numbers at their ends."""
    count = 1 if stacked else len(table.series)
    thickness = THICKNESS / count if count == 1 else 0.78 / count
    found, ends = [], []
    grown = [0.0] * len(table.labels)
    for series, row in enumerate(table.series):
        tints = _colors_of(canvas, table, series)
        for index, number in enumerate(row.numbers):
            at = index + 0.5 + (0.0 if stacked else (series - (count - 1) / 2) * thickness)
            is_bare = table.rest_is_longest and index == len(table.labels) - 1  # its number stands alone
            length = number.value if number and not is_bare else 0.0
            leaf = number.leaf if number else None
            found.append(_Bar(at, thickness * (0.9 if count > 1 else 1), grown[index], length, tints[index], leaf))
            if stacked:
                grown[index] += length
            else:
                text, role = (leaf.text, leaf.field) if leaf else (NONE, "missing")
                ends.append(_End(at, length, text, _tone(canvas, table, index), role))
    if stacked:
        form = table.content.form
        for index, total in enumerate(grown):
            exact = table.sum_of(index)
            text = NONE if exact is None else form.shown(exact)
            ends.append(_End(index + 0.5, total, text, _tone(canvas, table, index), "total"))
    return found, ends


def _tone(canvas: Canvas, table: Table, index: int) -> Color:
    return canvas.theme.colors.accent_2_text if table.is_highlit(index) else canvas.theme.colors.ink


def _paint(canvas: Canvas, marks: Sequence[_Bar], places: Sequence[Rect], stacked: bool) -> None:
    """The marks, parts of a stack with a line around each that tells them from one another."""
    pairs = [(place, mark.color) for place, mark in zip(places, marks, strict=True) if mark.length]
    if not stacked:
        canvas.blocks(pairs)
        return
    widths = [1.5 if min(abs(place.width), abs(place.height)) > LEAST_SEAMED else 0.0 for place, _ in pairs]
    canvas.blocks(pairs, canvas.theme.colors.surface, widths)


def _span(ends: Sequence[_End]) -> tuple[float, float]:
    """The values at both ends of the axis; 0 is always on it."""
    low, high = min([0.0, *(end.value for end in ends)]), max([0.0, *(end.value for end in ends)])
    return (low, high) if high > low else (low, low + 1.0)


def _lying(canvas: Canvas, area: Rect, table: Table, stacked: bool) -> Table:
    count = len(table.labels)
    size, colors = canvas.size, canvas.theme.colors
    marks, ends = _marks(canvas, table, stacked)
    shows_numbers = _shows_numbers(canvas, area, table, stacked)
    foot = 0.0 if shows_numbers else 1.6 * size
    pitch = min((area.height - foot) / count, _most_pitch(canvas, table, stacked))
    top = area.y + (area.height - foot - pitch * count) / 2
    room = MOST_NAMES * area.width
    names = [canvas.wrapped(label.text, room, pitch, _weight(table, index)) for index, label in enumerate(table.labels)]
    name_width = max(canvas.width(line, weight=600) for lines in names for line in lines)
    widths = [canvas.width(end.text, weight=600) + GAP * size if shows_numbers else 0.0 for end in ends]
    low, high = _span(ends)
    left = max((width for width, end in zip(widths, ends, strict=True) if end.value < 0), default=0.0)
    right = max((width for width, end in zip(widths, ends, strict=True) if end.value >= 0), default=0.0)
    plot_x = area.x + name_width + 0.9 * size + left
    plot = Rect(plot_x, top, area.right - right - plot_x, pitch * count)
    per_px = plot.width / (high - low)
    zero = plot.x - low * per_px
    places = [_lying_place(mark, plot, low, per_px, pitch) for mark in marks]
    if not shows_numbers:
        _scale_below(canvas, plot, table, scale(low, high), per_px)
    _paint(canvas, marks, places, stacked)
    if low < 0:
        canvas.blocks([(Rect(zero - 0.5, plot.y, 1, plot.height), colors.rule_strong)])
    for index, lines in enumerate(names):
        tone = colors.accent_2_text if table.is_highlit(index) else colors.ink_2
        weight, middle = _weight(table, index), top + (index + 0.5) * pitch
        canvas.write_lines(lines, area.x, middle, tone, weight=weight, role=table.labels[index].field)
    for end in ends if shows_numbers else ():
        x = plot.x + (end.value - low) * per_px
        align: Align = "right" if end.value < 0 else "left"
        x += -GAP * size if end.value < 0 else GAP * size
        baseline = canvas.middle(top + end.at * pitch)
        canvas.write(end.text, x, baseline, end.color, align=align, weight=600, role=end.role)
    if stacked:
        _inside(canvas, marks, places)
        return _with_parts(table)
    return table if shows_numbers else _with_parts(table)


def _most_pitch(canvas: Canvas, table: Table, stacked: bool) -> float:
    return canvas.size * MOST_PITCH * (1 if stacked or len(table.series) == 1 else 1 + 0.5 * len(table.series))


def _shows_numbers(canvas: Canvas, area: Rect, table: Table, stacked: bool) -> bool:
    """Whether there is room for a number at the end of each lying bar."""
    pitch = min(area.height / len(table.labels), _most_pitch(canvas, table, stacked))
    return pitch * _slots_apart(table, stacked) >= 0.95 * canvas.size


def _with_parts(table: Table) -> Table:
    """The table whose numbers the bars stand for, beside a scale or the sums of stacks."""
    return table._replace(summarised=(*table.summarised, *(each.field for each in table.series)))


def _scale_below(canvas: Canvas, plot: Rect, table: Table, marked: Scale, per_px: float) -> None:
    """Round numbers below lying bars, and a hairline through them at each."""
    colors, size = canvas.theme.colors, 0.85 * canvas.size
    for value in marked.ticks:
        x = plot.x + (float(value) - marked.low) * per_px
        canvas.blocks([(Rect(x - 0.5, plot.y, 1, plot.height), colors.rule)])
        text = table.content.form.shown(value)
        canvas.write(text, x, plot.bottom + 1.35 * canvas.size, colors.muted, align="center", size=size, role="axis")


def _slots_apart(table: Table, stacked: bool) -> float:
    """How many slots lie between numbers that follow one another."""
    return 1.0 if stacked or len(table.series) == 1 else 0.78 / len(table.series)


def _lying_place(mark: _Bar, plot: Rect, low: float, per_px: float, pitch: float) -> Rect:
    x = plot.x + (mark.start - low) * per_px
    height = mark.thickness * pitch
    return Rect(x, plot.y + mark.at * pitch - height / 2, mark.length * per_px, height)


def _inside(canvas: Canvas, marks: Sequence[_Bar], places: Sequence[Rect]) -> None:
    """Numbers in the parts of stacked bars that have room for them."""
    size = 0.9 * canvas.size
    for mark, rect in zip(marks, places, strict=True):
        if mark.number is None or not mark.length or rect.height < 1.15 * size:
            continue
        if canvas.width(mark.number.text, size) + 0.6 * size <= rect.width:
            tone, baseline = on(mark.color, canvas.theme), canvas.middle(rect.center.y, size)
            role = mark.number.field
            canvas.write(mark.number.text, rect.center.x, baseline, tone, align="center", size=size, role=role)


def _weight(table: Table, index: int) -> int:
    return 600 if table.is_highlit(index) else 400


def _fits_upright(canvas: Canvas, area: Rect, table: Table, stacked: bool) -> bool:
    count, size = len(table.labels), canvas.size
    if area.width < 1.3 * area.height or count > table.content.limit or count < 3:
        return False
    pitch = area.width / count
    if any(canvas.width(label.text, weight=600) > pitch - 0.5 * size for label in table.labels):
        return False
    _, ends = _marks(canvas, table, stacked)
    room = pitch * _slots_apart(table, stacked)
    return all(canvas.width(end.text, weight=600) <= room - 0.15 * size for end in ends)


def _upright(canvas: Canvas, area: Rect, table: Table, stacked: bool) -> Table:
    count = len(table.labels)
    size, colors = canvas.size, canvas.theme.colors
    marks, ends = _marks(canvas, table, stacked)
    low, high = _span(ends)
    above, below = 1.3 * size, (1.3 * size if low < 0 else 0.0)
    names = 1.7 * size
    pitch = area.width / count
    slim = min(1.0, MOST_UPRIGHT * size / (max(mark.thickness for mark in marks) * pitch))
    marks = [mark._replace(at=_nearer(mark.at, slim), thickness=mark.thickness * slim) for mark in marks]
    ends = [end._replace(at=_nearer(end.at, slim)) for end in ends]
    plot = Rect(area.x, area.y + above, pitch * count, area.height - above - below - names)
    per_px = plot.height / (high - low)
    zero = plot.bottom + low * per_px
    places = [_upright_place(mark, plot, zero, per_px, pitch) for mark in marks]
    _paint(canvas, marks, places, stacked)
    canvas.blocks([(Rect(plot.x, zero - 0.5, plot.width, 1), colors.rule_strong)])
    for index, label in enumerate(table.labels):
        tone = colors.accent_2_text if table.is_highlit(index) else colors.ink_2
        x, baseline = plot.x + (index + 0.5) * pitch, area.bottom - 0.2 * size
        canvas.write(label.text, x, baseline, tone, align="center", weight=_weight(table, index), role=label.field)
    for end in ends:
        y = zero - end.value * per_px
        baseline = y - 0.4 * size if end.value >= 0 else y + (0.4 + 0.68) * size
        canvas.write(end.text, plot.x + end.at * pitch, baseline, end.color, align="center", weight=600, role=end.role)
    if stacked:
        _inside(canvas, marks, places)
        return _with_parts(table)
    return table


def _nearer(at: float, factor: float) -> float:
    """A place in a slot, moved towards the slot's middle."""
    middle = int(at) + 0.5
    return middle + (at - middle) * factor


def _upright_place(mark: _Bar, plot: Rect, zero: float, per_px: float, pitch: float) -> Rect:
    width, height = mark.thickness * pitch, mark.length * per_px
    return Rect(plot.x + mark.at * pitch - width / 2, zero - mark.start * per_px - height, width, height)
