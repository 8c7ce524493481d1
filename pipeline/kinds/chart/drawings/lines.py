r"""Lines and areas: each named at its end beside its last number; a scale unless every number is written.

      71 highest                    The foot of a scale that does not begin at 0 is torn, its first number and
70 ---/\--------------              words say so, and hairlines with numbers go across: a change of a hundredth
65 --/--\_____ 66 Level             must not look like a mountain without that sign.
60 /\/\/\/\/\/\/\/\/\/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from pipeline import charts
from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Point, Rect
from pipeline.kinds.chart.content import Number
from pipeline.kinds.chart.drawings.annotating import POINT
from pipeline.kinds.chart.drawings.board import GAP, Board
from pipeline.kinds.chart.drawings.labels import Lines, line_labels, spread
from pipeline.kinds.chart.drawings.scale import across, beside_width, ticks, write_beside, write_on_line
from pipeline.kinds.chart.measures import Measures
from pipeline.kinds.chart.table import Mark, Marks, Table
from pipeline.layout.canvas import CAPITALS, LABEL_LEADING
from pipeline.typography import TextStyle

MOST_NAMES = 0.34  # of the width that the names at the ends may take
LEADING, BLOCK = 1.3, 2.5  # em from name to name, where each takes one line and where some take two
NUMBER_GAP = 0.21  # em between a name and its number: a space of the text face
OUTSIDE = GAP + 0.3  # em between a plot and what is written beside it
PEAK = 1.5  # em above a single line, for its highest number
SQUARE, LOW = 0.95, 0.72  # of its width that a plot may be high, and one line alone on a tall page
FOOT = 0.08  # of a cut scale that is kept free of a target
TOOTH = 11.0, 7.0  # px of the torn foot's teeth: from one to the next, and how high
NAN = float("nan")  # matplotlib leaves a gap


class _Line(NamedTuple):
    """One series as it is drawn: `tops` are what is seen, `known` the numbers of the labels that have one."""

    field: str  # of its numbers
    name: Leaf
    known: dict[int, Number]
    tops: tuple[float | None, ...]
    bottoms: tuple[float, ...]
    color: Color
    tone: Color
    named: bool = True

    @property
    def last(self) -> int:
        """The last label with a value, or -1."""
        return max(self.known, default=-1)

    @property
    def peak(self) -> int:
        """The first label with the highest number, or -1."""
        return max(self.known, key=lambda index: (self.known[index].exact, -index), default=-1)


class _Scale(NamedTuple):
    """The numbers at the plot's foot and top, those that are written beside it, and whether it is cut off below."""

    low: float
    high: float
    ticks: tuple[Decimal, ...] = ()
    is_cut: bool = False


class _Plot(NamedTuple):
    """Where the lines of a table run on a board."""

    board: Board
    table: Table
    area: Rect
    scale: _Scale
    shares: tuple[float, ...]  # of the labels, from left to right

    @property
    def outside(self) -> float:
        """Where what stands left of the plot ends."""
        return self.area.x - OUTSIDE * self.board.size

    def y(self, value: float) -> float:
        """Where a number stands, from the top."""
        return self.area.bottom - (value - self.scale.low) / (self.scale.high - self.scale.low) * self.area.height

    def point(self, index: int, value: float) -> Point:
        """Where a number of a label stands."""
        return Point(self.area.x + self.shares[index] * self.area.width, self.y(value))


class _End(NamedTuple):
    """What is written at the end of a line: its name in lines, behind the last of them its number."""

    line: _Line
    name: Lines
    number: Number

    def number_at(self, board: Board) -> float:
        """How far from the name's start the number begins; a space would be lost where text runs the other way."""
        width = board.measure(self.name[-1], board.strong())
        return width + NUMBER_GAP * board.size if width else 0.0

    def width(self, board: Board) -> float:
        """The px that both take."""
        widths = [board.measure(line, board.strong()) for line in self.name[:-1]]
        return max([*widths, self.number_at(board) + board.measure(self.number.leaf.text, board.plain())])


def height(measures: Measures, table: Table, area: Rect) -> float:
    """The px that a drawing takes of the area: a plot is never higher than wide, however tall the page."""
    strip, count = _strip(measures, table), len(table.series)
    if len(table.labels) == 1:  # points of one time make no line
        return min(area.height, strip + (5 + BLOCK * count) * measures.text)
    if not measures.is_tall:
        return area.height
    return min(area.height, strip + (LOW if count == 1 else SQUARE) * area.width + 4 * measures.text)


def draw(board: Board, table: Table) -> Table:
    """Draw the table's series over its labels; returns what was shown of it."""
    most = min(len(board.colors.cat), table.content.limit)
    if table.is_stacked:
        table = table.top_series(most)
    drawn = _drawn(board, table, most)
    named = [line for line in drawn if line.named and line.last >= 0]
    alone = named[0] if len(named) == 1 and not table.is_stacked else None
    if alone and board.measures.is_tall and (strip := _strip(board.measures, table)):
        _write_large(board, alone, table)
        board = board.below(strip)
    board = board.below(board.head)
    plot, ends = _plot(board, named, _scale(drawn, table), table, is_alone=alone is not None)
    labels = line_labels(board, table, plot.area.width)
    foot = labels.height + (1.7 * board.measures.small if plot.scale.is_cut else 0.0)
    highest = (LOW if alone and board.measures.is_tall else SQUARE) * board.area.width
    plot = plot._replace(area=plot.area._replace(height=min(board.area.bottom - foot - plot.area.y, highest)))
    _axis(plot, _write_target(plot))
    behind = len(board.items)
    _draw(plot, drawn)
    _name_ends(plot, ends)
    if not plot.scale.ticks:
        _write_firsts(plot, named)
    lost = labels.draw(board, plot.area)
    if plot.scale.is_cut:
        _say_cut(plot)
    peak = alone.peak if alone and alone.peak != alone.last and (plot.scale.ticks or alone.peak > 0) else -1
    if alone and peak >= 0:
        _write_peak(plot, alone)
    guides = _across(plot, drawn, behind)
    marks = _marks(plot, drawn, guides, peak)
    return _accounted(table._replace(marks=marks), [] if table.is_stacked else drawn, lost)


def _across(plot: _Plot, drawn: Sequence[_Line], behind: int) -> tuple[Rect, ...]:
    """The line of the target; behind those of numbers, unless areas would hide it, and with its word on it."""
    board, table, items = plot.board, plot.table, plot.board.items
    before = len(items)
    guides = across(board, table, plot.y, plot.area, is_on_marks=table.is_stacked)
    if guides and not table.is_stacked:
        late = items[before:]
        items[before:], items[behind:behind] = [], late
        write_on_line(board, table, plot.area, guides[0].center.y, _taken(plot, drawn, is_filled=False))
    return guides


def _marks(plot: _Plot, drawn: Sequence[_Line], guides: tuple[Rect, ...], peak: int) -> Marks:
    """Points of lines, of the upper edge of an area or of all of them; a stem begins above the number of the peak."""
    board, table, size = plot.board, plot.table, plot.board.size

    def mark(label: int, series: int | None) -> Mark:
        field = table.series[-1 if series is None else series].field
        line = next(each for each in drawn if each.field == field)
        ring = Rect.around(plot.point(label, line.tops[label] or 0.0), POINT * size)
        top = ring.center.y - (0.75 + CAPITALS) * size if label == peak else ring.y - 0.1 * size
        return Mark(ring, Point(ring.center.x, top), is_point=True)

    top = board.area.y - board.head
    room = Rect(board.area.x, top, board.area.width, plot.area.bottom - top)
    return Marks("up", room, mark, _taken(plot, drawn, is_filled=table.content.drawing == "area"), guides)


def _taken(plot: _Plot, drawn: Sequence[_Line], *, is_filled: bool) -> tuple[Rect, ...]:
    """What the lines take, or the areas below them, piece by piece."""
    pieces, size = [], plot.board.size
    for line in drawn:
        points = [None if top is None else plot.point(at, top) for at, top in enumerate(line.tops)]
        for one, other in pairwise(filter(None, points)):
            count = max(1, round((other.x - one.x) / (0.4 * size)))
            width, height = (other.x - one.x) / count, (other.y - one.y) / count
            for at in range(count):
                x, y = (a + (b - a) * at / count for a, b in zip(one, other, strict=True))
                piece = Rect(x, min(y, y + height), width, abs(height)).inset(-0.1 * size)
                bottom = max(plot.y(0.0), piece.bottom) if is_filled else piece.bottom
                pieces.append(piece._replace(height=bottom - piece.y))
        pieces += [Rect.around(point, 0.3 * size) for point in points if point and len(points) == 1]
    return tuple(pieces)


def _strip(measures: Measures, table: Table) -> float:
    """The px of the strip above a single line on a tall page, which has its highest and its last number large."""
    return 3.6 * measures.number if len(table.series) == 1 and table.values else 0.0


def _write_large(board: Board, line: _Line, table: Table) -> None:
    """The highest and the last number of a single line and its target, large, each with its label below."""
    area, size, quiet = board.area, 2.1 * board.measures.number, board.quiet()
    indices = dict.fromkeys((line.peak, line.last))
    chosen = [(line.known[index].leaf, table.labels[index]) for index in indices]
    if target := table.content.target:
        chosen.insert(1, (target.leaf._replace(text=target.number), target.leaf._replace(text=target.name)))
    room = area.width / len(chosen) - board.size
    for at, (number, label) in enumerate(chosen):
        tone = board.colors.ink if target and number.field == target.leaf.field else line.tone
        style = board.style(size, tone, 600, "numerals", tracking_em=-0.02)
        style = style._replace(size=size * min(1.0, room / board.measure(number.text, style)))
        x, baseline = area.x + at * area.width / max(len(chosen), 2), area.y + CAPITALS * size
        board.text(x, baseline, number.text, style, role=number.field)
        board.text(x, baseline + 1.6 * board.size, board.cut(label.text, quiet, room), quiet, role=label.field)


def _accounted(table: Table, drawn: Sequence[_Line], lost: Sequence[str]) -> Table:
    """The table whose points stand for its numbers and labels; lines and labels without a name."""
    grey = [line for line in drawn if not line.named]
    names = ("series[0].name",) if len(table.series) == 1 else ()
    shown = table.stands_for(*(each.field for each in table.series), *names, *(() if lost else ("labels",)))
    shown = shown.leaving_out((line.name.field for line in grey), "these lines are drawn in grey and not named")
    return shown.leaving_out(lost, "no room for these labels")._replace(hidden=table.hidden + len(grey))


def _drawn(board: Board, table: Table, most: int) -> list[_Line]:
    """The series from back to front; of many, those with the largest last numbers have names and colours."""
    colors, highlight = board.colors, table.content.highlight
    known = [{at: number for at, number in enumerate(row.numbers) if number} for row in table.series]
    last = [abs(numbers[max(numbers)].value) if numbers else 0.0 for numbers in known]
    warm = [index for index, row in enumerate(table.series) if row.name and row.name.text in highlight][:most]
    fields = [table.content.series[note.series or 0].field for note in table.content.annotations]
    noted = [index for index, row in enumerate(table.series) if row.field in fields]
    named = list(dict.fromkeys([*warm, *noted]))[:most]
    others = (index for index in range(len(known)) if index not in named)
    ranked = sorted(others, key=lambda index: (-last[index], index))
    kept = {*named, *ranked[: most - len(named)]}
    drawn, base, tint = [], [0.0] * len(table.labels), 0
    for index, row in enumerate(table.series):
        values = [number.value if number else 0.0 if table.is_stacked else None for number in row.numbers]
        tops = tuple(None if value is None else value + under for value, under in zip(values, base, strict=True))
        color, tone = colors.series_rest, colors.muted
        if index in warm:
            color, tone = board.lit(table)
        elif index in kept and row.name is not table.rest:
            color, tone = colors.cat[tint % len(colors.cat)], colors.cat_text[tint % len(colors.cat_text)]
            tint += 1
        drawn.append(_Line(row.field, row.name, known[index], tops, tuple(base), color, tone, index in kept))
        base = [top or 0.0 for top in tops] if table.is_stacked else base
    return sorted(drawn, key=lambda line: line.named)


def _scale(drawn: Sequence[_Line], table: Table) -> _Scale:
    """The scale: 0 is on it unless that would flatten the lines; then it is cut.

    Its numbers are written where it is cut, and where those of the lines are not.
    """
    aims = table.content.aims
    numbers = [*(top for line in drawn for top in line.tops if top is not None), *aims]
    low, high = min(numbers, default=0.0), max(numbers, default=0.0)
    is_level = table.content.drawing == "area" or len(table.labels) == 1  # what has no slope cannot mislead
    if is_level or 0 <= low <= high / 2:
        low = min(low, 0.0)
    if is_level or low / 2 <= high <= 0:
        high = max(high, 0.0)
    if low <= 0 <= high:
        low, high = (low, high) if high > low else (low - 1.0, high + 1.0)
        return _Scale(low, high, () if _are_written(drawn) and not table.is_stacked else ticks(low, high))
    span = (low, high) if high > low else (low - abs(low) / 8, high + abs(high) / 8)
    marks = ticks(*span)
    step = marks[1] - marks[0] if len(marks) > 1 else marks[0]
    below = (min(marks[0] - step, marks[0]), *marks) if float(marks[0]) > low else marks
    if any(aim < float(below[0]) + FOOT * (high - low) for aim in aims):  # its word would stand on the torn foot
        below = (below[0] - step, *below)
    return _Scale(float(below[0]), max(high, float(below[-1])), below, is_cut=True)


def _are_written(drawn: Sequence[_Line]) -> bool:
    """Whether every number stands beside its point: the first and the last of a line, of one alone the highest, too."""
    peaks = {drawn[0].peak} if len(drawn) == 1 else set()
    return all(line.named and peaks.union((0, line.last)).issuperset(line.known) for line in drawn)


def _plot(
    board: Board, named: Sequence[_Line], scale: _Scale, table: Table, *, is_alone: bool
) -> tuple[_Plot, list[_End]]:
    """From where to where the lines run, as high as the page allows, and what is written at their ends."""
    area, size = board.area, board.size
    head = PEAK if is_alone else 1.0
    tall = Rect(area.x, area.y + head * size, area.width, area.height - (2.2 + head) * size)
    has_room = len(named) * BLOCK * size <= tall.height  # then names take two lines
    ends = _ends(board, [*named, *_total(board, named, table)], MOST_NAMES * area.width, 2 if has_room else 1)
    right = max((end.width(board) for end in ends), default=0.0)
    plot = _Plot(board, table, tall, scale, table.shares)
    firsts = [] if scale.ticks else [line.known[0].leaf.text for line in _firsts(plot, named)]
    texts = firsts or [table.content.form.shown(tick) for tick in scale.ticks]
    left = max((board.measure(text, board.plain()) for text in texts), default=0.0)
    if scale.ticks and table.is_stacked:
        left = max(left, beside_width(board, table) - 0.6 * size)
    elif scale.ticks and (target := table.content.target):
        left = max(left, board.measure(target.number, board.strong()))
    gap = GAP * size + 0.3 * size
    x = area.x + left + (gap if left else 0)
    return plot._replace(area=tall._replace(x=x, width=area.right - right - (gap if right else 0) - x)), ends


def _write_target(plot: _Plot) -> Rect | None:
    """Left of the plot, the number of a target among those of a scale, on stacked areas with its word."""
    board, target = plot.board, plot.table.content.target
    if not target or not plot.scale.ticks:
        return None
    if plot.table.is_stacked:
        return write_beside(board, plot.table, plot.outside, plot.y, plot.area)
    y = plot.y(target.value)
    if plot.scale.is_cut and abs(y - plot.area.bottom) < 1.2 * board.size and target.value != plot.scale.low:
        return None  # where the scale begins is said first
    _write_outside(plot, target.value, Leaf(target.number, target.leaf.field), board.strong())
    return Rect(plot.outside, y - 0.4 * board.size, 1, 0.8 * board.size)


def _write_outside(plot: _Plot, value: float, text: Leaf, style: TextStyle) -> None:
    """A number left of the plot, where it stands on the scale."""
    plot.board.lines(plot.outside, plot.y(value), [text.text], style, anchor="end", role=text.field)


def _firsts(plot: _Plot, named: Sequence[_Line]) -> Sequence[_Line]:
    """The lines whose first number is written beside it: all, unless two numbers would touch."""
    lines = [line for line in named if 0 in line.known and line.last > 0 and not any(line.bottoms)]
    heights = sorted(plot.y(line.known[0].value) for line in lines)
    return lines if all(b - a >= LEADING * plot.board.size for a, b in pairwise(heights)) else ()


def _write_firsts(plot: _Plot, named: Sequence[_Line]) -> None:
    for line in _firsts(plot, named):
        _write_outside(plot, line.known[0].value, line.known[0].leaf, plot.board.plain()._replace(fill=line.tone))


def _ends(board: Board, named: Sequence[_Line], room: float, most: int) -> list[_End]:
    """The name, in one line or two, and the number at the end of each line; a single one needs no name."""
    ends = []
    for line in named:
        number, name = line.known[line.last], line.name.text if len(named) > 1 else ""
        measure = room - board.measure(number.leaf.text, board.plain()) - NUMBER_GAP * board.size
        ends.append(_End(line, board.wrapped(name, board.strong(), measure, most) if name else ("",), number))
    return ends


def _total(board: Board, named: Sequence[_Line], table: Table) -> Iterator[_Line]:
    """The upper edge of stacked areas, which has the sum of their last numbers at its end."""
    if not (table.content.has_totals and table.is_stacked and named):
        return
    last, ink = max(line.last for line in named), board.colors.ink
    form, sums, tops = table.content.form, table.sums(), named[-1].tops
    number = Number(sums[last], Leaf(form.shown(sums[last]), "total"), form.full(sums[last]))
    name = Leaf(table.content.words.shown.total, "total")
    yield _Line("total", name, {last: number}, tops, tuple(top or 0.0 for top in tops), ink, ink)


def _axis(plot: _Plot, told: Rect | None) -> None:
    """Numbers at the left, a hairline at each, and the torn foot of a scale that is cut."""
    board, scale, area = plot.board, plot.scale, plot.area
    for tick in scale.ticks:
        value, y = float(tick), plot.y(float(tick))
        if told and told.inset(-0.7 * board.size).intersection(Rect(told.x, y - 0.5, 1, 1)):
            continue  # the number of the target stands there
        if value != scale.low or not scale.is_cut:
            board.across(area.x, area.right, y, board.colors.rule)
        _write_outside(plot, value, Leaf(plot.table.content.form.shown(tick), "axis"), board.quiet())
    if scale.is_cut:
        step, high = (each * board.measures.unit for each in TOOTH)
        count = max(2, int(area.width // step) // 2 * 2)
        step = area.width / count
        teeth = ((area.x + at * step, area.bottom - high * (at % 2)) for at in range(count + 1))
        outline = [("L" if at else "M", *point) for at, point in enumerate(teeth)]
        board.shape(outline, line=board.colors.control, width=2 * board.measures.unit)


def _say_cut(plot: _Plot) -> None:
    """In words that the scale does not begin at 0."""
    board, content, small = plot.board, plot.table.content, plot.board.measures.small
    style = board.style(small, board.colors.muted, 600)
    baseline = plot.area.bottom + 4 * board.size
    if baseline > board.area.bottom:
        baseline = board.area.bottom - 0.1 * small
    text = content.words.shown.cut.format(n=content.form.shown(plot.scale.ticks[0]))
    text = board.cut(text, style, board.area.right - plot.area.x)
    board.text(plot.area.x, baseline, text, style, role="cut")


def _draw(plot: _Plot, drawn: Sequence[_Line]) -> None:
    """The lines, or the areas below them; a dot at each end, at the peak of one alone, and where no line is."""
    size, scale, at = plot.board.size, plot.scale, plot.shares
    is_filled, is_alone = plot.table.content.drawing == "area", len(drawn) == 1
    with plot.board.plotted(plot.area, (0, 1), (scale.low, scale.high)) as axes:
        if scale.low <= 0 <= scale.high:
            tint = charts.tint(plot.board.colors.rule_strong)
            axes.axhline(0, color=tint, linewidth=1, clip_on=False)
        for line in drawn:
            tint, tops = charts.tint(line.color), [NAN if top is None else top for top in line.tops]
            if is_filled:
                alpha = 0.22 if is_alone else 0.85
                axes.fill_between(at, line.bottoms, tops, color=tint, alpha=alpha, linewidth=0, clip_on=False)
            if not is_filled or is_alone:
                axes.plot(at, tops, color=tint, linewidth=(0.17 if line.named else 0.1) * size, clip_on=False)
                points = {*_lone(line.tops), *([line.peak] if is_alone else []), *([line.last] if line.named else [])}
                points -= {-1}
                dots: Any = {"marker": "o", "markersize": 0.5 * size, "linestyle": "none", "clip_on": False}
                axes.plot([at[i] for i in points], [tops[i] for i in points], color=tint, **dots)


def _lone(tops: Sequence[float | None]) -> Iterable[int]:
    """The values that have no neighbour to draw a line to."""
    around = [None, *tops, None]
    return [at for at, top in enumerate(tops) if top is not None and around[at] is None and around[at + 2] is None]


def _name_ends(plot: _Plot, ends: Sequence[_End]) -> None:
    """The names and last numbers beside the ends of lines, or beside the middle of the ends of stacked areas."""
    board, size = plot.board, plot.board.size
    x = plot.area.right + OUTSIDE * size
    apart = BLOCK if any(len(end.name) > 1 for end in ends) else LEADING
    deeper = board.leading([end.name for end in ends], board.strong()) - LABEL_LEADING * size
    tops = [(end.line.tops[end.line.last] or 0.0, end.line.bottoms[end.line.last]) for end in ends]
    wanted = [plot.y((top + bottom) / 2 if plot.table.is_stacked else top) for top, bottom in tops]
    heights = spread(wanted, apart * size + deeper, plot.area.y, plot.area.bottom)
    for end, y in zip(ends, heights, strict=True):
        strong, number = board.strong()._replace(fill=end.line.tone), end.number.leaf
        baseline = board.lines(x, y, end.name, strong, role=end.line.name.field)
        board.text(x + end.number_at(board), baseline, number.text, strong._replace(weight=400), role=number.field)


def _write_peak(plot: _Plot, line: _Line) -> None:
    """The number above the highest point of a single line; the plot keeps that room free."""
    number, style = line.known[line.peak], plot.board.strong()._replace(fill=line.tone)
    half = plot.board.measure(number.leaf.text, style) / 2
    at = plot.point(line.peak, number.value)
    x, baseline = min(max(at.x, plot.area.x + half), plot.area.right - half), at.y - 0.55 * plot.board.size
    plot.board.text(x, baseline, number.leaf.text, style, anchor="middle", role=number.leaf.field)
