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
from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.chart.canvas import GAP, Canvas
from pipeline.kinds.chart.content import Number, Series
from pipeline.kinds.chart.drawings.labels import every, spread
from pipeline.kinds.chart.table import Table
from pipeline.scene import LeftOut

MOST_NAMES = 0.34  # of the width that the names at the ends may take
LEADING, BLOCK = 1.3, 2.5  # em from name to name, where each takes one line and where some take two
NUMBER_GAP = 0.21  # em between a name and its number: a space of the text face
PEAK = 1.4  # em above a single line, for its highest number
NAN = float("nan")  # matplotlib leaves a gap


class _Line(NamedTuple):
    """One series as it is drawn: `tops` are what is seen, `numbers` what is written."""

    name: Leaf
    numbers: tuple[Number | None, ...]
    tops: tuple[float | None, ...]
    bottoms: tuple[float, ...]
    color: Color
    tone: Color
    named: bool = True

    @property
    def last(self) -> int:
        """The last label with a value, or -1."""
        return max((index for index, number in enumerate(self.numbers) if number), default=-1)


def lines(canvas: Canvas, area: Rect, table: Table, *, filled: bool) -> Table:
    """Draw the table's series over its labels; returns what was shown of it."""
    size, colors = canvas.size, canvas.theme.colors
    stacked = filled and len(table.series) > 1
    most = min(len(colors.cat), table.content.limit)
    if stacked:
        table = table.top_series(most)
    drawn = _drawn(canvas, table, most, stacked)
    named = [line for line in drawn if line.named and line.last >= 0]
    low, high = _span(drawn, filled)
    head = PEAK if len(named) == 1 and not stacked else 1.0
    tall = Rect(area.x, area.y + head * size, area.width, area.height - (2.2 + head) * size)
    apart = LEADING if len(named) * BLOCK * size > tall.height else BLOCK  # with room enough names take two lines
    ends = _ends(canvas, named, MOST_NAMES * area.width, apart * size)
    apart = BLOCK if any(len(lines) > 1 for lines, _ in ends) else LEADING
    right = max((_end_width(canvas, lines, number.leaf.text) for lines, number in ends), default=0.0)
    firsts = [] if stacked else [number for line in named if (number := line.numbers[0]) and line.last > 0]
    tones = [line.tone for line in named if line.numbers[0] and line.last > 0]
    if not _keep_apart([_places(tall, low, high)(number.value) for number in firsts], LEADING * size):
        firsts = []
    left = max((canvas.width(number.leaf.text) for number in firsts), default=0.0)
    gap = GAP * size + (0.3 * size)
    plot_x = area.x + left + (gap if left else 0)
    plot = tall._replace(x=plot_x, width=area.right - right - (gap if right else 0) - plot_x)
    _draw(canvas, plot, table, drawn, (low, high), filled)
    place = _places(plot, low, high)
    _name_ends(canvas, plot, named, ends, [place(_middle(line, line.last, stacked)) for line in named], apart)
    for number, tone in zip(firsts, tones, strict=False):
        baseline = canvas.middle(place(number.value))
        canvas.write(number.leaf.text, plot.x - gap, baseline, tone, align="right", role=number.leaf.field)
    _name_labels(canvas, area, plot, table)
    peak = _name_peak(canvas, plot, named[0], table.shares, place) if len(named) == 1 and not stacked else None
    grey = [] if stacked else [line for line in drawn if not line.named]
    return _accounted(table, grey, peak)


def _accounted(table: Table, grey: Sequence[_Line], peak: LeftOut | None) -> Table:
    """The table whose points stand for its numbers and labels; lines without a name, and a peak without its number."""
    left_out = table.left_out
    if lost := tuple(line.name.field for line in grey):
        left_out = (*left_out, LeftOut(lost, "these lines are drawn in grey and not named"))
    if peak:
        left_out = (*left_out, peak)
    points = (*(each.field for each in table.series), "labels", *(["series[0].name"] if len(table.series) == 1 else []))
    return table._replace(hidden=table.hidden + len(grey), left_out=left_out, summarised=(*table.summarised, *points))


def _drawn(canvas: Canvas, table: Table, most: int, stacked: bool) -> list[_Line]:
    """The series from back to front; of many, those with the largest last numbers have names and colours."""
    colors, highlight = canvas.theme.colors, table.content.highlight
    warm = [index for index, row in enumerate(table.series) if row.name and row.name.text == highlight][:most]
    others = (index for index in range(len(table.series)) if index not in warm)
    rank = sorted(others, key=lambda index: (-abs(_last(table.series[index])), index))
    kept = {*warm, *rank[: most - len(warm)]}
    found, base, tint = [], [0.0] * len(table.labels), 0
    for index, row in enumerate(table.series):
        tops = tuple(
            None if number is None and not stacked else (number.value if number else 0.0) + under
            for number, under in zip(row.numbers, base, strict=True)
        )
        color, tone = colors.series_rest, colors.muted
        if index in warm:
            color, tone = colors.accent_2, colors.accent_2_text
        elif index in kept and row.name is not table.rest:
            color, tone = colors.cat[tint % len(colors.cat)], colors.cat_text[tint % len(colors.cat_text)]
            tint += 1
        found.append(_Line(row.name, row.numbers, tops, tuple(base), color, tone, index in kept))
        base = [top or 0.0 for top in tops] if stacked else base
    return sorted(found, key=lambda line: line.named)


def _last(series: Series) -> float:
    return next((number.value for number in reversed(series.numbers) if number), 0.0)


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


def _ends(canvas: Canvas, named: Sequence[_Line], room: float, height: float) -> list[tuple[tuple[str, ...], Number]]:
    """The name, in one line or two, and the number at the end of each line."""
    found = []
    for line in named:
        number = line.numbers[line.last]
        if number is not None:
            name = line.name.text if len(named) > 1 else ""
            measure = room - canvas.width(number.leaf.text) - NUMBER_GAP * canvas.size
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
    ends: Sequence[tuple[Sequence[str], Number]],
    wanted: Sequence[float],
    apart: float,
) -> None:
    size = canvas.size
    x = plot.right + GAP * size + 0.3 * size
    heights = spread(wanted, apart * size, plot.y, plot.bottom)
    for line, (lines, number), y in zip(named, ends, heights, strict=True):
        down = canvas.write_lines(lines, x, y, line.tone, weight=600, role=line.name.field)
        number_x = x + _number_at(canvas, canvas.width(lines[-1], weight=600))
        canvas.write(number.leaf.text, number_x, down, line.tone, role=number.leaf.field)


def _name_labels(canvas: Canvas, area: Rect, plot: Rect, table: Table) -> None:
    """As many labels below as there is room for, the first and where possible the last among them."""
    size, count = canvas.size, len(table.labels)
    most = plot.width if count < 3 else plot.width / 2
    shown = [canvas.short(label.text, most - size) for label in table.labels]
    widths = [canvas.width(label) for label in shown]
    middles = [
        min(max(plot.x + share * plot.width, area.x + width / 2), area.right - width / 2)
        for share, width in zip(table.shares, widths, strict=True)
    ]
    chosen = _in_time(middles, widths, size) if table.times else _regular(widths, plot.width, size)
    for index in chosen:
        baseline, tone = area.bottom - 0.3 * size, canvas.theme.colors.muted
        role = table.labels[index].field
        canvas.write_if_free(shown[index], middles[index], baseline, tone, align="center", weight=400, role=role)


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
    canvas: Canvas, plot: Rect, line: _Line, shares: Sequence[float], place: Callable[[float], float]
) -> LeftOut | None:
    """The number above the highest point of a single line, where nothing else stands; else that it is left out."""
    numbers = [(number.exact, -index) for index, number in enumerate(line.numbers) if number]
    _, index = max(numbers)
    number = line.numbers[-index]
    if number is None or not 0 < -index < line.last:
        return None
    x, leaf = plot.x + shares[-index] * plot.width, number.leaf
    baseline = place(number.value) - 0.5 * canvas.size
    if canvas.write_if_free(leaf.text, x, baseline, line.tone, align="center", weight=600, role=leaf.field):
        return None
    return LeftOut((leaf.field,), "no room for the highest number")
