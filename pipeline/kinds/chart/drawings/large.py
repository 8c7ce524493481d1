"""A few bars, large: the numbers are the picture. On a wide page a number stands after its bar, on a tall one above it.

With the phone                          7.5 Without
[==============] 5.5                    [====================]
Without        |-- +2.0 --|             5.5 With the phone
[=========================] 7.5         [==============------]
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Point, Rect
from pipeline.kinds.chart.drawings.annotating import AFTER, beside_width
from pipeline.kinds.chart.drawings.board import Board, label_colors, lit
from pipeline.kinds.chart.drawings.scale import HEAD, below_word, down
from pipeline.kinds.chart.measures import Measures
from pipeline.kinds.chart.numbers import MINUS
from pipeline.kinds.chart.table import Mark, Marks, Table
from pipeline.layout.canvas import CAPITALS
from pipeline.typography import TextStyle

WIDE_MOST, TALL_MOST = 3, 7  # bars
WIDE = (108.0, 88.0, 25.0)  # reference px: a bar, a number, a name
FEW_MOST, FEW = 3, (150.0, 132.0)  # on a tall page: up to so many bars, and the px of a bar and a number
BAR, LEAST_BAR = 58.0, 32.0  # px of a bar on a tall page, where there are more
LIT = 1.29  # of a number's size: that of the highlighted bar
SPACE, ROOMY = 24.0, 60.0  # px between bars, at least and at most
_WHOLE = WIDE[0] + 1.55 * WIDE[2]  # reference px of a bar with its name


class _Sizes(NamedTuple):
    """In px: a bar, a number, the number of the highlighted bar, a name, the gap above a bar."""

    bar: float
    number: float
    lit: float
    name: float
    gap: float

    @property
    def height(self) -> float:
        """Of one bar with what stands above it."""
        return self.bar + self.gap + CAPITALS * max(self.lit, self.name)


class _Bar(NamedTuple):
    """One bar, and how its name and its number are written."""

    name: Leaf
    name_style: TextStyle
    number: Leaf
    number_style: TextStyle
    value: float
    color: Color


def suits(measures: Measures, table: Table) -> bool:
    """Whether a table is a few numbers of one series, none missing, none below 0, nor is its target."""
    most = min(table.content.limit, TALL_MOST if measures.is_tall else WIDE_MOST)
    if len(table.series) != 1 or table.is_stacked or not 0 < len(table.labels) <= most:
        return False
    values = [number.value if number else -1.0 for number in table.series[0].numbers]
    target = table.content.target
    return min(values) >= 0 < max(values) and (target is None or target.value >= 0)


def height(measures: Measures, table: Table, room: float) -> float:
    """The px that the bars take of the room; two or three leave some of it."""
    count, sizes = len(table.labels), _few(measures)
    if count > FEW_MOST:
        return room
    word = HEAD * measures.text if table.content.target else 0.0
    if not measures.is_tall:
        return min(room, word + (count * _WHOLE + (count + 1) * ROOMY) * measures.unit)
    return min(room, word + count * sizes.height + (count + 1) * 0.4 * sizes.number)


def draw(board: Board, table: Table) -> Table | None:
    """Draw the bars; nothing is drawn, and none returned, where there are too many or a name has no room."""
    if not suits(board.measures, table):
        return None
    board = below_word(board, table)
    return _tall(board, table) if board.measures.is_tall else _wide(board, table)


def _few(measures: Measures) -> _Sizes:
    """The sizes of up to three on a tall page."""
    unit = measures.number / 42  # of the reference, larger in a story
    bar, number = (each * unit for each in FEW)
    return _Sizes(bar, number, number, 1.2 * measures.text, 22 * unit)


def _many(measures: Measures, pitch: float) -> _Sizes:
    """The sizes of four and more; the bars are as thick as they have room."""
    unit = measures.number / 42
    least = _Sizes(LEAST_BAR * unit, measures.number, LIT * measures.number, 1.07 * measures.text, 15 * unit)
    spare = pitch - least.height - SPACE * measures.unit
    return least._replace(bar=min(BAR * unit, least.bar + max(0.0, spare)))


def _bars(board: Board, table: Table, sizes: _Sizes) -> list[_Bar]:
    tokens, bars = board.theme.colors, []
    for index, color in enumerate(label_colors(board.theme, table, many=False)):
        (number,) = table.of_label(index)
        is_lit = table.is_highlit(index)
        ink, size = (lit(board.theme, table)[1], sizes.lit) if is_lit else (tokens.ink, sizes.number)
        style = board.canvas.style(size, ink, 600, "numerals", tracking_em=-0.02)
        name_style = board.name(table, table.labels[index], sizes.name)
        bars.append(_Bar(table.labels[index], name_style, number.leaf, style, number.value, color))
    return bars


def _widest(board: Board, bars: list[_Bar]) -> tuple[float, float]:
    """The widths of the widest number and of the widest name."""
    measure = board.canvas.measure
    numbers = [measure(bar.number.text, bar.number_style) for bar in bars]
    return max(numbers), max(measure(bar.name.text, bar.name_style) for bar in bars)


def _wide(board: Board, table: Table) -> Table | None:
    canvas, area, unit, count = board.canvas, board.area, board.measures.unit, len(table.labels)
    share = min(1.0, (area.height / unit - (count + 1) * SPACE) / (count * _WHOLE))
    thickness, number_size, name_size = (each * share * unit for each in WIDE)
    name_size = max(name_size, board.measures.sizes[-1])
    bars = _bars(board, table, _Sizes(thickness, number_size, number_size, name_size, 0.0))
    widest, widest_name = _widest(board, bars)
    widest += 0.3 * number_size
    if share < 0.4 or widest > 0.5 * area.width or widest_name > area.width:
        return None
    per_px = (area.width - widest) / max([*table.values, *table.content.aims])
    for bar in bars:
        needed = beside_width(board, table, bar.name, thickness) + widest
        per_px = min(per_px, max(area.width - needed, 0.3 * area.width) / bar.value) if bar.value else per_px
    above = 1.3 * name_size
    space = (area.height - count * (above + thickness)) / (count + 1)
    rects, stems, y = [], [], area.y + space
    for bar in bars:
        rect = Rect(area.x, y + above, bar.value * per_px, thickness)
        board.bar(rect, bar.color, "right", 8 * unit)
        canvas.text(area.x, y + 0.75 * name_size, bar.name.text, bar.name_style, role=bar.name.field)
        x, baseline = rect.right + 0.3 * number_size, rect.center.y + CAPITALS / 2 * number_size
        width = canvas.text(x, baseline, bar.number.text, bar.number_style, role=bar.number.field)
        rects.append(rect)
        stems.append(Point(x + width + AFTER * board.size, rect.center.y))
        y += above + thickness + space
    if count == 2:
        _difference(board, table, rects, area.x + canvas.measure(bars[1].name.text, bars[1].name_style), name_size)
    return _with_marks(board, table, rects, stems, area.bottom, per_px)


def _difference(board: Board, table: Table, rects: list[Rect], name_right: float, size: float) -> None:
    """What the second number is more, or less, on a measure from the end of one bar to that of the other."""
    first, second = table.sums()
    form, canvas, line = table.content.form, board.canvas, 2 * board.measures.unit
    if first == second or form.unit == "%":  # what two rates differ by is no per cent
        return
    text = ("+" if second > first else MINUS) + form.shown(abs(second - first))
    style = canvas.style(size, board.theme.colors.ink, 600, "numerals")
    left, right = sorted(rect.right for rect in rects)
    width = canvas.measure(text, style)
    if right - left < width + 2.6 * size or left < name_right + size:
        return
    y, middle, tick = rects[1].y - 0.75 * size, (left + right) / 2, 0.38 * size
    begin, end = middle - width / 2 - 0.4 * size, middle + width / 2 + 0.4 * size
    ticks = [(x, y - tick, x, y + tick) for x in (left, right)]
    for x, top, to_x, bottom in ((left, y, begin, y), (end, y, right, y), *ticks):
        canvas.shape((("M", x, top), ("L", to_x, bottom)), line=board.theme.colors.control, width=line)
    canvas.text(middle, y + CAPITALS / 2 * size, text, style, anchor="middle", role="difference")


def _tall(board: Board, table: Table) -> Table | None:
    canvas, area, count = board.canvas, board.area, len(table.labels)
    sizes, pitch, space = _few(board.measures), area.height / count, SPACE * board.measures.unit
    if count > FEW_MOST or count * (sizes.height + space) > area.height:
        sizes = _many(board.measures, pitch)
    bars = _bars(board, table, sizes)
    widest, widest_name = _widest(board, bars)
    aside = widest + 0.6 * sizes.name
    if sizes.height + 0.5 * space > pitch or widest_name > area.width - aside:
        return None
    per_px = area.width / max([*table.values, *table.content.aims])
    rects, stems = [], []
    for index, bar in enumerate(bars):
        top = area.y + index * pitch + (pitch - sizes.height) / 2 + sizes.height - sizes.bar
        whole = Rect(area.x, top, area.width, sizes.bar)
        board.bar(whole, board.theme.colors.surface_2, "right", 0.42 * sizes.gap)
        rects.append(whole._replace(width=bar.value * per_px))
        board.bar(rects[-1], bar.color, "right", 0.42 * sizes.gap)
        baseline = top - sizes.gap
        canvas.text(area.x, baseline, bar.number.text, bar.number_style, role=bar.number.field)
        width = canvas.text(area.x + aside, baseline, bar.name.text, bar.name_style, role=bar.name.field)
        stems.append(Point(area.x + aside + width + AFTER * board.size, baseline - CAPITALS / 2 * sizes.name))
    return _with_marks(board, table, rects, stems, rects[-1].bottom, per_px)


def _with_marks(
    board: Board, table: Table, rects: list[Rect], stems: list[Point], bottom: float, per_px: float
) -> Table:
    """The line of a target, and where the bars are."""
    lines = down(board, table, lambda value: board.area.x + value * per_px, board.area.y, bottom)
    marks = Marks("beside", board.area, lambda label, _: Mark(rects[label], stems[label]), tuple(rects), lines)
    return table._replace(marks=marks)
