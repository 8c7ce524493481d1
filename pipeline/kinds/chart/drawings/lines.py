r"""Lines and areas: each named at its end beside its last number; a scale only where it does not begin at 0.

      71 highest                    The foot of a scale that does not begin at 0 is torn, its first number and
70 ---/\--------------              words say so, and hairlines with numbers go across: a change of a hundredth
65 --/--\_____ 66 Level             must not look like a mountain without that sign.
60 /\/\/\/\/\/\/\/\/\/
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from pipeline import charts
from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.chart.content import Number, Series
from pipeline.kinds.chart.drawings.board import GAP, Board
from pipeline.kinds.chart.drawings.labels import every, spread
from pipeline.kinds.chart.drawings.plot import plotted
from pipeline.kinds.chart.drawings.scale import ticks
from pipeline.kinds.chart.measures import Measures
from pipeline.kinds.chart.table import Table
from pipeline.layout.canvas import CAPITALS, DESCENDERS, LABEL_LEADING
from pipeline.scene import LeftOut, Segment

MOST_NAMES = 0.34  # of the width that the names at the ends may take
LEADING, BLOCK = 1.3, 2.5  # em from name to name, where each takes one line and where some take two
NUMBER_GAP = 0.21  # em between a name and its number: a space of the text face
PEAK = 1.5  # em above a single line, for its highest number
SQUARE, LOW = 0.95, 0.72  # of its width that a plot may be high, and one line alone on a tall page
TOOTH = 11.0, 7.0  # px of the torn foot's teeth: from one to the next, and how high
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

    @property
    def peak(self) -> int:
        """The first label with the highest number, or -1."""
        found = [(number.exact, -index) for index, number in enumerate(self.numbers) if number]
        return -max(found)[1] if found else -1


class _Scale(NamedTuple):
    """The numbers at the plot's foot and top, those that are written beside it, and whether it is cut off below."""

    low: float
    high: float
    ticks: tuple[Decimal, ...] = ()
    is_cut: bool = False

    def place(self, plot: Rect, value: float) -> float:
        """Where a number stands, from the top."""
        return plot.bottom - (value - self.low) / (self.high - self.low) * plot.height


def height(measures: Measures, table: Table, area: Rect) -> float:
    """The px that a drawing takes of the area: a plot is never higher than wide, however tall the page."""
    if len(table.labels) == 1:  # points of one time make no line
        return min(area.height, _strip(measures, table) + (5 + BLOCK * len(table.series)) * measures.text)
    if not measures.is_tall:
        return area.height
    return min(area.height, _strip(measures, table) + _share(table) * area.width + 4 * measures.text)


def lines(board: Board, table: Table, *, filled: bool) -> Table:
    """Draw the table's series over its labels; returns what was shown of it."""
    is_stacked = filled and len(table.series) > 1
    most = min(len(board.theme.colors.cat), table.content.limit)
    if is_stacked:
        table = table.top_series(most)
    drawn = _drawn(board, table, most, is_stacked)
    named = [line for line in drawn if line.named and line.last >= 0]
    alone = named[0] if len(named) == 1 and not is_stacked else None
    strip = _strip(board.measures, table) if board.measures.is_tall and alone else 0.0
    if strip and alone:
        _numbers(board, alone, table, strip)
        board = board.within(board.area._replace(y=board.area.y + strip, height=board.area.height - strip))
    scale = _scale(drawn, filled=filled, is_stacked=is_stacked)
    plot, ends, apart = _plot(board, named, scale, table, is_alone=alone is not None)
    names = _label_names(board, table, plot.width)
    plot = _above(board, plot, names, scale, is_alone=alone is not None)
    _axis(board, plot, scale, table)
    _draw(board, plot, table, drawn, scale, filled=filled)
    _name_ends(
        board, plot, named, ends, [scale.place(plot, _middle(line, line.last, is_stacked)) for line in named], apart
    )
    if not scale.ticks:
        _name_firsts(board, plot, named, scale)
    lost = names.draw(board, plot)
    if scale.is_cut:
        _say_cut(board, plot, scale, table)
    if alone and alone.peak not in (-1, alone.last) and (scale.ticks or alone.peak > 0):
        _name_peak(board, plot, alone, table, scale)
    grey = [] if is_stacked else [line for line in drawn if not line.named]
    return _accounted(table, grey, lost)


def _strip(measures: Measures, table: Table) -> float:
    """The px of the strip above a single line on a tall page, which has its highest and its last number large."""
    return 3.6 * measures.number if len(table.series) == 1 and table.values else 0.0


def _share(table: Table) -> float:
    return LOW if len(table.series) == 1 else SQUARE


def _numbers(board: Board, line: _Line, table: Table, height: float) -> None:
    """The highest and the last number of a single line, large, each with its label below."""
    canvas, area, size = board.canvas, board.area, 2.1 * board.measures.number
    found = list(dict.fromkeys((line.peak, line.last)))
    pitch = area.width / 2
    for at, index in enumerate(found):
        number = line.numbers[index]
        if number is None:
            continue
        style = canvas.style(size, line.tone, 600, "numerals", tracking_em=-0.02)
        room = (pitch if len(found) > 1 else area.width) - board.size
        style = style._replace(size=size * min(1.0, room / canvas.measure(number.leaf.text, style)))
        x, baseline = area.x + at * pitch, area.y + CAPITALS * size
        canvas.text(x, baseline, number.leaf.text, style, role=number.leaf.field)
        label = table.labels[index]
        text = canvas.cut(label.text, board.quiet(), room)
        canvas.text(x, baseline + 1.6 * board.size, text, board.quiet(), role=label.field)


def _accounted(table: Table, grey: Sequence[_Line], lost: tuple[str, ...]) -> Table:
    """The table whose points stand for its numbers and labels; lines and labels without a name."""
    left_out = table.left_out
    if grey:
        fields = tuple(line.name.field for line in grey)
        left_out = (*left_out, LeftOut(fields, "these lines are drawn in grey and not named"))
    if lost:
        left_out = (*left_out, LeftOut(lost, "no room for these labels"))
    points = (*(each.field for each in table.series), *(("series[0].name",) if len(table.series) == 1 else ()))
    labels = () if lost else ("labels",)
    return table._replace(
        hidden=table.hidden + len(grey), left_out=left_out, summarised=(*table.summarised, *points, *labels)
    )


def _drawn(board: Board, table: Table, most: int, is_stacked: bool) -> list[_Line]:
    """The series from back to front; of many, those with the largest last numbers have names and colours."""
    colors, highlight = board.theme.colors, table.content.highlight
    warm = [index for index, row in enumerate(table.series) if row.name and row.name.text == highlight][:most]
    others = (index for index in range(len(table.series)) if index not in warm)
    rank = sorted(others, key=lambda index: (-abs(_last(table.series[index])), index))
    kept = {*warm, *rank[: most - len(warm)]}
    found, base, tint = [], [0.0] * len(table.labels), 0
    for index, row in enumerate(table.series):
        tops = tuple(
            None if number is None and not is_stacked else (number.value if number else 0.0) + under
            for number, under in zip(row.numbers, base, strict=True)
        )
        color, tone = colors.series_rest, colors.muted
        if index in warm:
            color, tone = colors.accent_2, colors.accent_2_text
        elif index in kept and row.name is not table.rest:
            color, tone = colors.cat[tint % len(colors.cat)], colors.cat_text[tint % len(colors.cat_text)]
            tint += 1
        found.append(_Line(row.name, row.numbers, tops, tuple(base), color, tone, index in kept))
        base = [top or 0.0 for top in tops] if is_stacked else base
    return sorted(found, key=lambda line: line.named)


def _last(series: Series) -> float:
    return next((number.value for number in reversed(series.numbers) if number), 0.0)


def _scale(drawn: Sequence[_Line], *, filled: bool, is_stacked: bool) -> _Scale:
    """The scale: 0 is on it unless that would flatten the lines; then it is cut, and its numbers are written."""
    numbers = [top for line in drawn for top in line.tops if top is not None]
    low, high = min(numbers, default=0.0), max(numbers, default=0.0)
    is_level = filled or len(drawn[0].tops) == 1  # what has no slope cannot mislead
    if is_level or 0 <= low <= high / 2:
        low = min(low, 0.0)
    if is_level or low / 2 <= high <= 0:
        high = max(high, 0.0)
    if low <= 0 <= high:
        low, high = (low, high) if high > low else (low - 1.0, high + 1.0)
        return _Scale(low, high, ticks(low, high) if is_stacked else ())
    span = (low, high) if high > low else (low - abs(low) / 8, high + abs(high) / 8)
    marks = ticks(*span)
    step = marks[1] - marks[0] if len(marks) > 1 else marks[0]
    below = (min(marks[0] - step, marks[0]), *marks) if float(marks[0]) > low else marks
    return _Scale(float(below[0]), max(high, float(below[-1])), below, is_cut=True)


class _LabelNames(NamedTuple):
    """The labels below the plot: those that are written, in lines of one size, and those without room."""

    table: Table
    size: float
    lines: tuple[tuple[str, ...], ...]
    is_thinned: bool = False
    is_staggered: bool = False  # every second one stands a line lower

    @property
    def height(self) -> float:
        """Of the lines, with the gap above them."""
        most = max(map(len, self.lines), default=1) + self.is_staggered
        return (2.2 + (most - 1) * LABEL_LEADING) * self.size

    def draw(self, board: Board, plot: Rect) -> tuple[str, ...]:
        """Write them; returns the fields of those that say what no neighbour tells, and have no room."""
        canvas, style, lost = board.canvas, board.quiet(self.size), []
        widths = [max((canvas.measure(line, style) for line in each), default=0.0) for each in self.lines]
        middles = self._middles(board, plot, widths)
        chosen = range(len(widths)) if not self.is_thinned else self._chosen(middles, widths)
        for index, leaf in enumerate(self.table.labels):
            if index not in chosen:
                lost.append(leaf.field)
                continue
            lower = (len(self.lines[index]) - 1) / 2 + (self.is_staggered and index % 2)
            middle = plot.bottom + (1.15 + CAPITALS / 2 + lower * LABEL_LEADING) * self.size
            half = widths[index] / 2 + 0.2 * self.size
            high = ((len(self.lines[index]) - 1) * LABEL_LEADING + CAPITALS + DESCENDERS) * self.size
            if canvas.is_free(Rect(middles[index] - half, middle - high / 2, 2 * half, high)):
                canvas.lines(middles[index], middle, self.lines[index], style, anchor="middle", role=leaf.field)
            else:
                lost.append(leaf.field)
        is_known = bool(self.table.times) or self.table.content.is_ordered
        return () if is_known else tuple(lost)

    def _middles(self, board: Board, plot: Rect, widths: Sequence[float]) -> list[float]:
        area = board.area
        return [
            min(max(plot.x + share * plot.width, area.x + width / 2), area.right - width / 2)
            for share, width in zip(self.table.shares, widths, strict=True)
        ]

    def _chosen(self, middles: Sequence[float], widths: Sequence[float]) -> set[int]:
        """The first label, the last one, and between them as many as keep clear: evenly, or as times stand."""
        last, gap = len(widths) - 1, 1.2 * self.size
        if not self.table.times:
            step = every(widths, (middles[-1] - middles[0]) / max(last, 1), gap)
            step = next((wider for wider in range(step, 2 * step) if last % wider == 0), step)
            chosen = list(range(0, last + 1, step))
            at = chosen[-1]
            clear = middles[last] - widths[last] / 2 >= middles[at] + widths[at] / 2 + gap
            return {*chosen, *([last] if at != last and clear else [])}
        kept, right = {0}, middles[0] + widths[0] / 2
        limit = middles[last] - widths[last] / 2
        for index in range(1, last):
            left, end = middles[index] - widths[index] / 2, middles[index] + widths[index] / 2
            if left >= right + gap and end + gap <= limit:
                kept.add(index)
                right = end
        return {*kept, *([last] if limit >= right + 0.5 * self.size else [])}


def _label_names(board: Board, table: Table, width: float) -> _LabelNames:
    """All labels in one line or two, or every second one lower, the largest with room; else the smallest, thinned."""
    texts = [label.text for label in table.labels]
    pitch = min((b - a for a, b in pairwise(table.shares)), default=1.0) * width
    sizes = board.measures.sizes
    for size in (sizes[0],) if table.times else sizes:
        style, room = board.quiet(size), pitch - 0.6 * size
        count = 1 if table.times else 2
        if all(lines := [board.canvas.whole(text, style, room, count) if text else ("",) for text in texts]):
            return _LabelNames(table, size, tuple(lines))
    is_known = bool(table.times) or table.content.is_ordered  # what lies between two labels
    for size in () if is_known else sizes:
        if all(lines := [board.canvas.whole(text, board.quiet(size), 2 * pitch - 0.6 * size, 1) for text in texts]):
            return _LabelNames(table, size, tuple(lines), is_staggered=True)
    smallest = sizes[0] if is_known else sizes[-1]
    style, most = board.quiet(smallest), (1.0 if len(texts) < 3 else 0.5) * width - smallest
    cut = tuple((board.canvas.cut(text, style, most),) for text in texts)
    return _LabelNames(table, smallest, cut, is_thinned=True)


def _plot(
    board: Board, named: Sequence[_Line], scale: _Scale, table: Table, *, is_alone: bool
) -> tuple[Rect, list[tuple[tuple[str, ...], Number]], float]:
    """From where to where the lines run, what is written at their ends, and how far apart."""
    area, canvas, size = board.area, board.canvas, board.size
    head = PEAK if is_alone else 1.0
    tall = Rect(area.x, area.y + head * size, area.width, area.height - (2.2 + head) * size)
    apart = LEADING if len(named) * BLOCK * size > tall.height else BLOCK  # with room enough names take two lines
    ends = _ends(board, named, MOST_NAMES * area.width, 2 if apart == BLOCK else 1)
    apart = BLOCK if any(len(lines) > 1 for lines, _ in ends) else LEADING
    style = board.plain()
    right = max((_end_width(board, lines, number.leaf.text) for lines, number in ends), default=0.0)
    left, gap = 0.0, GAP * size + 0.3 * size
    if scale.ticks:
        left = max(canvas.measure(table.content.form.shown(tick), board.quiet()) for tick in scale.ticks)
    elif firsts := _firsts(board, named, scale, tall):
        left = max(canvas.measure(number.leaf.text, style) for number in firsts)
    x = area.x + left + (gap if left else 0)
    return tall._replace(x=x, width=area.right - right - (gap if right else 0) - x), ends, apart


def _above(board: Board, plot: Rect, names: _LabelNames, scale: _Scale, *, is_alone: bool) -> Rect:
    """The plot, as high as the names below it and a cut scale's words leave it, and not higher than it may be."""
    foot = names.height + (1.7 * board.measures.small if scale.is_cut else 0.0)
    most = (LOW if is_alone and board.measures.is_tall else SQUARE) * board.area.width
    return plot._replace(height=min(board.area.bottom - foot - plot.y, most))


def _firsts(board: Board, named: Sequence[_Line], scale: _Scale, plot: Rect) -> list[Number]:
    """The first number of each line, unless two would touch."""
    firsts = [number for line in named if (number := line.numbers[0]) and line.last > 0 and not any(line.bottoms)]
    heights = sorted(scale.place(plot, number.value) for number in firsts)
    return firsts if all(b - a >= LEADING * board.size for a, b in pairwise(heights)) else []


def _name_firsts(board: Board, plot: Rect, named: Sequence[_Line], scale: _Scale) -> None:
    firsts = _firsts(board, named, scale, plot)
    for line in named:
        if (number := line.numbers[0]) in firsts and number:
            baseline = scale.place(plot, number.value) + CAPITALS / 2 * board.size
            style = board.plain()._replace(fill=line.tone)
            x = plot.x - (GAP + 0.3) * board.size
            board.canvas.text(x, baseline, number.leaf.text, style, anchor="end", role=number.leaf.field)


def _axis(board: Board, plot: Rect, scale: _Scale, table: Table) -> None:
    """Numbers at the left, a hairline at each, and the torn foot of a scale that is cut."""
    canvas, colors, size = board.canvas, board.theme.colors, board.size
    for tick in scale.ticks:
        y = scale.place(plot, float(tick))
        if float(tick) != scale.low or not scale.is_cut:
            canvas.across(plot.x, plot.right, y, colors.rule)
        x = plot.x - (GAP + 0.3) * size
        text = table.content.form.shown(tick)
        canvas.text(x, y + CAPITALS / 2 * size, text, board.quiet(), anchor="end", role="axis")
    if scale.is_cut:
        step, high = (each * board.measures.unit for each in TOOTH)
        count = max(2, int(plot.width // step) // 2 * 2)
        step = plot.width / count
        teeth: list[Segment] = [("M", plot.x, plot.bottom)]
        teeth += [("L", plot.x + at * step, plot.bottom - high * (at % 2)) for at in range(1, count + 1)]
        canvas.shape(teeth, line=colors.control, width=2 * board.measures.unit)


def _say_cut(board: Board, plot: Rect, scale: _Scale, table: Table) -> None:
    """In words that the scale does not begin at 0."""
    content, size = table.content, board.measures.small
    start = content.form.shown(scale.ticks[0])
    text = content.words.shown.cut.format(n=start)
    style = board.canvas.style(size, board.theme.colors.muted, 600)
    baseline = (
        board.area.bottom - 0.1 * size
        if plot.bottom + 4 * board.size > board.area.bottom
        else plot.bottom + 4 * board.size
    )
    board.canvas.text(plot.x, baseline, board.canvas.cut(text, style, board.area.right - plot.x), style, role="cut")


def _draw(board: Board, plot: Rect, table: Table, drawn: Sequence[_Line], scale: _Scale, *, filled: bool) -> None:
    colors, size = board.theme.colors, board.size
    with plotted(board, plot, (0, 1), (scale.low, scale.high)) as axes:
        at = table.shares
        if scale.low <= 0 <= scale.high:
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
                peak = [line.peak] if len(drawn) == 1 and line.peak >= 0 else []
                shown = {*_lone(line.tops), *peak, *([line.last] if line.named and line.last >= 0 else [])}
                dots: Any = {"marker": "o", "markersize": 0.5 * size, "linestyle": "none", "clip_on": False}
                axes.plot([at[i] for i in shown], [tops[i] for i in shown], color=charts.tint(line.color), **dots)


def _lone(tops: Sequence[float | None]) -> list[int]:
    """The values that have no neighbour to draw a line to."""
    around = [None, *tops, None]
    return [at for at, top in enumerate(tops) if top is not None and around[at] is None and around[at + 2] is None]


def _ends(board: Board, named: Sequence[_Line], room: float, most: int) -> list[tuple[tuple[str, ...], Number]]:
    """The name, in one line or two, and the number at the end of each line."""
    found, canvas = [], board.canvas
    for line in named:
        number = line.numbers[line.last]
        if number is not None:
            name = line.name.text if len(named) > 1 else ""
            measure = room - canvas.measure(number.leaf.text, board.plain()) - NUMBER_GAP * board.size
            found.append((canvas.wrapped(name, board.strong(), measure, most) if name else ("",), number))
    return found


def _end_width(board: Board, lines: Sequence[str], number: str) -> float:
    """The number stands behind the last line of the name."""
    *others, last = (board.canvas.measure(line, board.strong()) for line in lines)
    return max(*others, _number_at(board, last) + board.canvas.measure(number, board.plain()), 0.0)


def _number_at(board: Board, name: float) -> float:
    """Where the number begins behind a name of this width; a space would be lost where the text runs the other way."""
    return name + NUMBER_GAP * board.size if name else 0.0


def _middle(line: _Line, index: int, is_stacked: bool) -> float:
    top = line.tops[index] or 0.0
    return (top + line.bottoms[index]) / 2 if is_stacked else top


def _name_ends(
    board: Board,
    plot: Rect,
    named: Sequence[_Line],
    ends: Sequence[tuple[Sequence[str], Number]],
    wanted: Sequence[float],
    apart: float,
) -> None:
    canvas, size = board.canvas, board.size
    x = plot.right + (GAP + 0.3) * size
    heights = spread(wanted, apart * size, plot.y, plot.bottom)
    for line, (lines, number), y in zip(named, ends, heights, strict=True):
        strong = board.strong()._replace(fill=line.tone)
        baseline = canvas.lines(x, y, lines, strong, role=line.name.field)
        at = x + _number_at(board, canvas.measure(lines[-1], strong))
        canvas.text(at, baseline, number.leaf.text, strong._replace(weight=400), role=number.leaf.field)


def _name_peak(board: Board, plot: Rect, line: _Line, table: Table, scale: _Scale) -> None:
    """The number above the highest point of a single line; the plot keeps that room free."""
    number = line.numbers[line.peak]
    if number is None:
        return
    style = board.strong()._replace(fill=line.tone)
    half = board.canvas.measure(number.leaf.text, style) / 2
    x = min(max(plot.x + table.shares[line.peak] * plot.width, plot.x + half), plot.right - half)
    baseline = scale.place(plot, number.value) - 0.55 * board.size
    board.canvas.text(x, baseline, number.leaf.text, style, anchor="middle", role=number.leaf.field)
