"""Bars: lying or upright, one series, several side by side, or stacked; each with its number at its end.

    Referral  [==========] 12        lying, where labels are long or many
    Board     [====] 5

Upright bars are taken only where every label fits below its bar and every number above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.chart.canvas import GAP, Align, Canvas, on
from pipeline.kinds.chart.drawings.labels import key
from pipeline.kinds.chart.numbers import written
from pipeline.kinds.chart.spec import Chart
from pipeline.kinds.chart.table import Table

MOST_NAMES = 0.36  # of the width that the labels of lying bars may take
LEAST_PITCH, MOST_PITCH = 1.5, 5.5  # text sizes from bar to bar
MOST_UPRIGHT = 7.5  # text sizes that an upright bar may be wide
THICKNESS = 0.6  # of the pitch
LEAST_SEAMED = 6.0  # px


class _Bar(NamedTuple):
    """One mark along the value axis; `at` counts slots from the first one's start."""

    at: float
    thickness: float
    start: float
    length: float
    color: Color


class _End(NamedTuple):
    """The number of a bar, at its end."""

    at: float
    value: float
    text: str
    color: Color


def bars(canvas: Canvas, area: Rect, table: Table, spec: Chart, *, stacked: bool) -> Table:
    """Draw the table; returns what was shown of it."""
    many = len(table.rows) > 1
    if many:
        shown = table.top_rows(len(canvas.theme.colors.cat), spec.lang)
        area = key(canvas, area, [row.name for row in shown.rows], _series_colors(canvas, shown))
        table = shown
    if _fits_upright(canvas, area, table, spec, stacked):
        _upright(canvas, area, table, spec, stacked)
        return table
    side_by_side = len(table.rows) if many and not stacked else 1
    pitch = canvas.size * (LEAST_PITCH if side_by_side == 1 else 0.5 * side_by_side + 0.8)
    room = max(2, int(area.height // pitch))
    table = table.top(min(room, spec.limit), spec.lang, added_up=spec.unit != "%")
    _lying(canvas, area, table, spec, stacked)
    return table


def _series_colors(canvas: Canvas, table: Table) -> list[Color]:
    colors = canvas.theme.colors
    found = [colors.cat[index % len(colors.cat)] for index in range(len(table.rows))]
    if table.rest and table.rest == table.rows[-1].name:
        found[-1] = colors.series_rest
    return found


def _colors_of(canvas: Canvas, table: Table, spec: Chart, row: int) -> list[Color]:
    """The colour of each bar of a series."""
    colors = canvas.theme.colors
    if len(table.rows) > 1:
        return [_series_colors(canvas, table)[row]] * len(table.labels)
    return [
        colors.accent_2 if label == spec.highlight else colors.series_rest if label == table.rest else colors.cat[0]
        for label in table.labels
    ]


def _marks(canvas: Canvas, table: Table, spec: Chart, stacked: bool) -> tuple[list[_Bar], list[_End]]:
    """All bars and the numbers at their ends."""
    colors = canvas.theme.colors
    count = 1 if stacked else len(table.rows)
    thickness = THICKNESS / count if count == 1 else 0.78 / count
    found, ends = [], []
    grown = [0.0] * len(table.labels)
    for series, row in enumerate(table.rows):
        tints = _colors_of(canvas, table, spec, series)
        for index, value in enumerate(row.values):
            at = index + 0.5 + (0.0 if stacked else (series - (count - 1) / 2) * thickness)
            length = value or 0.0
            found.append(_Bar(at, thickness * (0.9 if count > 1 else 1), grown[index], length, tints[index]))
            if stacked:
                grown[index] += length
            else:
                warm = table.labels[index] == spec.highlight
                tone = colors.accent_2_text if warm else colors.ink
                ends.append(_End(at, length, written(value, spec.unit, spec.lang), tone))
    if stacked:
        tones = [colors.accent_2_text if label == spec.highlight else colors.ink for label in table.labels]
        ends = [
            _End(index + 0.5, total, written(table.sum_of(index), spec.unit, spec.lang), tones[index])
            for index, total in enumerate(grown)
        ]
    return found, ends


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


def _lying(canvas: Canvas, area: Rect, table: Table, spec: Chart, stacked: bool) -> None:
    count = len(table.labels)
    size, colors = canvas.size, canvas.theme.colors
    marks, ends = _marks(canvas, table, spec, stacked)
    most = MOST_PITCH * (1 if stacked or len(table.rows) == 1 else 1 + 0.5 * len(table.rows))
    pitch = min(area.height / count, most * size)
    top = area.y + (area.height - pitch * count) / 2
    shows_numbers = pitch * _slots_apart(table, stacked) >= 0.95 * size
    room = MOST_NAMES * area.width
    names = [canvas.wrapped(label, room, pitch, _weight(label, spec)) for label in table.labels]
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
    _paint(canvas, marks, places, stacked)
    if low < 0:
        canvas.blocks([(Rect(zero - 0.5, plot.y, 1, plot.height), colors.rule_strong)])
    for index, lines in enumerate(names):
        tone = colors.accent_2_text if table.labels[index] == spec.highlight else colors.ink_2
        weight = _weight(table.labels[index], spec)
        canvas.write_lines(lines, area.x, top + (index + 0.5) * pitch, tone, weight=weight, role="category")
    if stacked:
        _inside(canvas, marks, places, spec)
    for end in ends if shows_numbers else ():
        x = plot.x + (end.value - low) * per_px
        align: Align = "right" if end.value < 0 else "left"
        x += -GAP * size if end.value < 0 else GAP * size
        canvas.write(end.text, x, canvas.middle(top + end.at * pitch), end.color, align=align, weight=600, role="value")


def _slots_apart(table: Table, stacked: bool) -> float:
    """How many slots lie between numbers that follow one another."""
    return 1.0 if stacked or len(table.rows) == 1 else 0.78 / len(table.rows)


def _lying_place(mark: _Bar, plot: Rect, low: float, per_px: float, pitch: float) -> Rect:
    x = plot.x + (mark.start - low) * per_px
    height = mark.thickness * pitch
    return Rect(x, plot.y + mark.at * pitch - height / 2, mark.length * per_px, height)


def _inside(canvas: Canvas, marks: Sequence[_Bar], places: Sequence[Rect], spec: Chart) -> None:
    """Numbers in the parts of stacked bars that have room for them."""
    size = 0.9 * canvas.size
    for mark, rect in zip(marks, places, strict=True):
        text = written(mark.length, spec.unit, spec.lang)
        if mark.length and canvas.width(text, size) + 0.6 * size <= rect.width and rect.height >= 1.15 * size:
            tone = on(mark.color, canvas.theme)
            baseline = canvas.middle(rect.center.y, size)
            canvas.write(text, rect.center.x, baseline, tone, align="center", size=size, role="part")


def _weight(label: str, spec: Chart) -> int:
    return 600 if label == spec.highlight else 400


def _fits_upright(canvas: Canvas, area: Rect, table: Table, spec: Chart, stacked: bool) -> bool:
    count, size = len(table.labels), canvas.size
    if area.width < 1.3 * area.height or count > spec.limit or count < 3:
        return False
    pitch = area.width / count
    if any(canvas.width(label, weight=600) > pitch - 0.5 * size for label in table.labels):
        return False
    _, ends = _marks(canvas, table, spec, stacked)
    room = pitch * _slots_apart(table, stacked)
    return all(canvas.width(end.text, weight=600) <= room - 0.15 * size for end in ends)


def _upright(canvas: Canvas, area: Rect, table: Table, spec: Chart, stacked: bool) -> None:
    count = len(table.labels)
    size, colors = canvas.size, canvas.theme.colors
    marks, ends = _marks(canvas, table, spec, stacked)
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
        tone = colors.accent_2_text if label == spec.highlight else colors.ink_2
        x = plot.x + (index + 0.5) * pitch
        canvas.write(
            label, x, area.bottom - 0.2 * size, tone, align="center", weight=_weight(label, spec), role="category"
        )
    if stacked:
        _inside(canvas, marks, places, spec)
    for end in ends:
        y = zero - end.value * per_px
        baseline = y - 0.4 * size if end.value >= 0 else y + (0.4 + 0.68) * size
        canvas.write(end.text, plot.x + end.at * pitch, baseline, end.color, align="center", weight=600, role="value")


def _nearer(at: float, factor: float) -> float:
    """A place in a slot, moved towards the slot's middle."""
    middle = int(at) + 0.5
    return middle + (at - middle) * factor


def _upright_place(mark: _Bar, plot: Rect, zero: float, per_px: float, pitch: float) -> Rect:
    width, height = mark.thickness * pitch, mark.length * per_px
    return Rect(plot.x + mark.at * pitch - width / 2, zero - mark.start * per_px - height, width, height)
