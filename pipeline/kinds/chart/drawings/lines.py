"""Lines and areas: each named at its end beside its last number; no axis, no grid, no key.

          ___/  Sent 24
     ____/____  Replies 11
3 __/__/
  Sep    Oct    Nov
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from pipeline import charts
from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.chart.canvas import GAP, Canvas
from pipeline.kinds.chart.drawings.labels import every, spread
from pipeline.kinds.chart.numbers import written
from pipeline.kinds.chart.spec import Chart
from pipeline.kinds.chart.table import Table

MOST_NAMES = 0.34  # of the width that the names at the ends may take
LEADING, BLOCK = 1.3, 2.5  # em from name to name, where each takes one line and where some take two
NUMBER_GAP = 0.21  # em between a name and its number: a space of the text face
NAN = float("nan")  # matplotlib leaves a gap


class _Line(NamedTuple):
    """One series as it is drawn: `tops` are what is seen, `values` what is written."""

    name: str
    values: tuple[float | None, ...]
    tops: tuple[float | None, ...]
    bottoms: tuple[float, ...]
    color: Color
    tone: Color
    named: bool = True

    @property
    def last(self) -> int:
        """The last label with a value, or -1."""
        return max((index for index, value in enumerate(self.values) if value is not None), default=-1)


def lines(canvas: Canvas, area: Rect, table: Table, spec: Chart, *, filled: bool) -> Table:
    """Draw the table's series over its labels; returns what was shown of it."""
    size, colors = canvas.size, canvas.theme.colors
    stacked = filled and len(table.rows) > 1
    most = min(len(colors.cat), spec.limit)
    if stacked:
        table = table.top_rows(most, spec.lang)
    drawn = _drawn(canvas, table, spec, most, stacked)
    named = [line for line in drawn if line.named and line.last >= 0]
    low, high = _span(drawn, filled)
    tall = Rect(area.x, area.y + size, area.width, area.height - 3.2 * size)
    apart = LEADING if len(named) * BLOCK * size > tall.height else BLOCK  # with room enough names take two lines
    ends = _ends(canvas, named, spec, MOST_NAMES * area.width, apart * size)
    apart = BLOCK if any(len(lines) > 1 for lines, _ in ends) else LEADING
    right = max((_end_width(canvas, lines, number) for lines, number in ends), default=0.0)
    firsts = [] if stacked else [line for line in named if line.values[0] is not None and line.last > 0]
    if not _keep_apart([_places(tall, low, high)(line.values[0] or 0.0) for line in firsts], LEADING * size):
        firsts = []
    left = max((canvas.width(written(line.values[0], spec.unit, spec.lang)) for line in firsts), default=0.0)
    gap = GAP * size + (0.3 * size)
    plot_x = area.x + left + (gap if left else 0)
    plot = tall._replace(x=plot_x, width=area.right - right - (gap if right else 0) - plot_x)
    _draw(canvas, plot, table, drawn, (low, high), filled)
    place = _places(plot, low, high)
    _name_ends(canvas, plot, named, ends, [place(_middle(line, line.last, stacked)) for line in named], apart)
    for line in firsts:
        text = written(line.values[0], spec.unit, spec.lang)
        canvas.write(
            text, plot.x - gap, canvas.middle(place(line.values[0] or 0.0)), line.tone, align="right", role="value"
        )
    _name_labels(canvas, area, plot, table)
    if len(named) == 1 and not stacked:
        _name_peak(canvas, plot, named[0], table.shares, spec, place)
    hidden = 0 if stacked else len([line for line in drawn if not line.named])
    return table._replace(hidden=table.hidden + hidden)


def _drawn(canvas: Canvas, table: Table, spec: Chart, most: int, stacked: bool) -> list[_Line]:
    """The series from back to front; of many, those with the largest last numbers have names and colours."""
    colors = canvas.theme.colors
    warm = [index for index, row in enumerate(table.rows) if row.name and row.name == spec.highlight][:most]
    others = (index for index in range(len(table.rows)) if index not in warm)
    rank = sorted(others, key=lambda index: (-abs(_last(table.rows[index].values)), index))
    kept = {*warm, *rank[: most - len(warm)]}
    found, base, tint = [], [0.0] * len(table.labels), 0
    for index, row in enumerate(table.rows):
        tops = tuple(
            None if value is None and not stacked else (value or 0.0) + under
            for value, under in zip(row.values, base, strict=True)
        )
        color, tone = colors.series_rest, colors.muted
        if index in warm:
            color, tone = colors.accent_2, colors.accent_2_text
        elif index in kept and not (table.rest and row.name == table.rest):
            color, tone = colors.cat[tint % len(colors.cat)], colors.cat_text[tint % len(colors.cat_text)]
            tint += 1
        found.append(_Line(row.name, row.values, tops, tuple(base), color, tone, index in kept))
        base = [top or 0.0 for top in tops] if stacked else base
    return sorted(found, key=lambda line: line.named)


def _last(values: Sequence[float | None]) -> float:
    return next((value for value in reversed(values) if value is not None), 0.0)


def _span(drawn: Sequence[_Line], filled: bool) -> tuple[float, float]:
    """The numbers at the plot's foot and top; 0 is among them unless that would flatten the lines."""
    numbers = [top for line in drawn for top in line.tops if top is not None]
    low, high = min(numbers, default=0.0), max(numbers, default=0.0)
    if filled or 0 <= low <= high / 2:
        low = min(low, 0.0)
    if filled or low / 2 <= high <= 0:
        high = max(high, 0.0)
    return (low, high) if high > low else (low - 1.0, high + 1.0)


def _keep_apart(positions: Sequence[float], apart: float) -> bool:
    return all(second - first >= apart for first, second in pairwise(sorted(positions)))


def _places(plot: Rect, low: float, high: float) -> Callable[[float], float]:
    """Where a number stands, from the top of the page."""

    def place(value: float) -> float:
        return plot.bottom - (value - low) / (high - low) * plot.height

    return place


def _draw(
    canvas: Canvas, plot: Rect, table: Table, drawn: Sequence[_Line], span: tuple[float, float], filled: bool
) -> None:
    colors, size = canvas.theme.colors, canvas.size
    count = len(table.labels)
    axes = canvas.axes(plot, (0, 1), span)
    at = table.shares
    if span[0] <= 0 <= span[1]:
        axes.axhline(0, color=charts.tint(colors.rule_strong), linewidth=1, clip_on=False)
    for line in drawn:
        tops = [NAN if top is None else top for top in line.tops]
        if filled:
            alpha = 0.85 if len(drawn) > 1 else 0.22
            tint = charts.tint(line.color)
            axes.fill_between(at, line.bottoms, tops, color=tint, alpha=alpha, linewidth=0, clip_on=False)
        if not filled or len(drawn) == 1:
            width = (0.17 if line.named else 0.1) * size
            axes.plot(at, tops, color=charts.tint(line.color), linewidth=width, clip_on=False)
            alone = [index for index in range(count) if _is_alone(line.tops, index)]
            shown = [*alone, line.last] if line.named and line.last >= 0 else alone
            dots: Any = {"marker": "o", "markersize": 0.5 * size, "linestyle": "none", "clip_on": False}
            axes.plot([at[i] for i in shown], [tops[i] for i in shown], color=charts.tint(line.color), **dots)


def _is_alone(tops: Sequence[float | None], index: int) -> bool:
    """Whether a value has no neighbour to draw a line to."""
    around = [tops[i] for i in (index - 1, index + 1) if 0 <= i < len(tops)]
    return tops[index] is not None and all(value is None for value in around)


def _ends(
    canvas: Canvas, named: Sequence[_Line], spec: Chart, room: float, height: float
) -> list[tuple[tuple[str, ...], str]]:
    """The name, in one line or two, and the number at the end of each line."""
    found = []
    for line in named:
        number = written(line.values[line.last], spec.unit, spec.lang)
        name = line.name if len(named) > 1 else ""
        measure = room - canvas.width(number) - NUMBER_GAP * canvas.size
        found.append((canvas.wrapped(name, measure, height, 600) if name else ("",), number))
    return found


def _end_width(canvas: Canvas, lines: Sequence[str], number: str) -> float:
    """The number stands behind the last line of the name."""
    *others, last = (canvas.width(line, weight=600) for line in lines)
    return max(*others, _number_at(canvas, last) + canvas.width(number), 0.0)


def _number_at(canvas: Canvas, name: float) -> float:
    """Where the number begins behind a name of this width; a space would be lost where the text runs the other way."""
    return name + NUMBER_GAP * canvas.size if name else 0.0


def _middle(line: _Line, index: int, stacked: bool) -> float:
    top = line.tops[index] or 0.0
    return (top + line.bottoms[index]) / 2 if stacked else top


def _name_ends(
    canvas: Canvas,
    plot: Rect,
    named: Sequence[_Line],
    ends: Sequence[tuple[Sequence[str], str]],
    wanted: Sequence[float],
    apart: float,
) -> None:
    size = canvas.size
    x = plot.right + GAP * size + 0.3 * size
    heights = spread(wanted, apart * size, plot.y, plot.bottom)
    for line, (lines, number), y in zip(named, ends, heights, strict=True):
        down = canvas.write_lines(lines, x, y, line.tone, weight=600, role="series")
        number_x = x + _number_at(canvas, canvas.width(lines[-1], weight=600))
        canvas.write(number, number_x, down, line.tone, role="value")


def _name_labels(canvas: Canvas, area: Rect, plot: Rect, table: Table) -> None:
    """As many labels below as there is room for, the first and where possible the last among them."""
    size, count = canvas.size, len(table.labels)
    most = plot.width if count < 3 else plot.width / 2
    shown = [canvas.short(label, most - size) for label in table.labels]
    widths = [canvas.width(label) for label in shown]
    middles = [
        min(max(plot.x + share * plot.width, area.x + width / 2), area.right - width / 2)
        for share, width in zip(table.shares, widths, strict=True)
    ]
    chosen = _in_time(middles, widths, size) if table.times else _regular(widths, plot.width, size)
    for index in chosen:
        baseline, tone = area.bottom - 0.3 * size, canvas.theme.colors.muted
        canvas.write_if_free(shown[index], middles[index], baseline, tone, align="center", weight=400)


def _regular(widths: Sequence[float], width: float, size: float) -> list[int]:
    """Every so many-th label, and the last where there is room."""
    last = len(widths) - 1
    step = every(widths, width / max(last, 1), 1.2 * size)
    step = next((wider for wider in range(step, 2 * step) if last % wider == 0), step)
    return [*range(0, last + 1, step), *([last] if last % step else [])]


def _in_time(middles: Sequence[float], widths: Sequence[float], size: float) -> list[int]:
    """The first label, the last one, and between them each that keeps clear of its neighbours."""
    last = len(widths) - 1
    chosen, right = [0], middles[0] + widths[0] / 2
    limit = middles[last] - widths[last] / 2
    for index in range(1, last):
        left, end = middles[index] - widths[index] / 2, middles[index] + widths[index] / 2
        if left >= right + 1.2 * size and end + 1.2 * size <= limit:
            chosen.append(index)
            right = end
    return [*chosen, last]


def _name_peak(
    canvas: Canvas, plot: Rect, line: _Line, shares: Sequence[float], spec: Chart, place: Callable[[float], float]
) -> None:
    """The number above the highest point of a single line, where nothing else stands."""
    values = [(value, -index) for index, value in enumerate(line.values) if value is not None]
    value, index = max(values)
    if 0 < -index < line.last:
        baseline = place(value) - 0.5 * canvas.size
        text = written(value, spec.unit, spec.lang)
        canvas.write_if_free(
            text, plot.x + shares[-index] * plot.width, baseline, line.tone, align="center", weight=600
        )
