"""A few bars, large: the numbers are the picture. On a wide page a number stands after its bar, on a tall one above it.

With the phone                          7.5 Without
[==============] 5.5                    [====================]
Without        |-- +2.0 --|             5.5 With the phone
[=========================] 7.5         [==============------]
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.geometry import Rect
from pipeline.kinds.chart.drawings.board import Board, label_colors
from pipeline.kinds.chart.measures import Measures
from pipeline.kinds.chart.numbers import MINUS
from pipeline.kinds.chart.table import Table
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


def suits(measures: Measures, table: Table) -> bool:
    """Whether a table is a few numbers of one series, none missing, none below 0."""
    if len(table.series) != 1 or not 0 < len(table.labels) <= min(table.content.limit, _most(measures)):
        return False
    values = [number.value if number else -1.0 for number in table.series[0].numbers]
    return min(values) >= 0 < max(values)


def height(measures: Measures, table: Table, room: float) -> float:
    """The px that the bars take of the room; two or three leave some of it."""
    count, sizes = len(table.labels), _few(measures)
    if count > FEW_MOST or not suits(measures, table):
        return room
    if not measures.is_tall:
        return min(room, (count * _WHOLE + (count + 1) * ROOMY) * measures.unit)
    return min(room, count * sizes.height + (count + 1) * 0.4 * sizes.number)


def draw(board: Board, table: Table) -> Table | None:
    """Draw the bars; nothing is drawn, and none returned, where there are too many or a name has no room."""
    if not suits(board.measures, table):
        return None
    return _tall(board, table) if board.measures.is_tall else _wide(board, table)


def _most(measures: Measures) -> int:
    return TALL_MOST if measures.is_tall else WIDE_MOST


def _few(measures: Measures) -> _Sizes:
    unit = measures.number / 42  # of the reference, larger in a story
    bar, number = (each * unit for each in FEW)
    return _Sizes(bar, number, number, 1.2 * measures.text, 22 * unit)


def _style(board: Board, table: Table, index: int, size: float) -> TextStyle:
    colors = board.theme.colors
    fill = colors.accent_2_text if table.is_highlit(index) else colors.ink
    return board.canvas.style(size, fill, 600, "numerals", tracking_em=-0.02)


def _wide(board: Board, table: Table) -> Table | None:
    canvas, area, unit, count = board.canvas, board.area, board.measures.unit, len(table.labels)
    share = min(1.0, (area.height / unit - (count + 1) * SPACE) / (count * _WHOLE))
    bar, number_size, name_size = (each * share * unit for each in WIDE)
    name_size = max(name_size, board.measures.sizes[-1])
    names = [board.name(table, index, name_size) for index in range(count)]
    texts = [each.leaf.text for each in table.series[0].numbers if each]
    styles = [_style(board, table, index, number_size) for index in range(count)]
    widest = max(canvas.measure(text, style) for text, style in zip(texts, styles, strict=True)) + 0.3 * number_size
    is_cut = any(canvas.measure(leaf.text, style) > area.width for leaf, style in zip(table.labels, names, strict=True))
    if share < 0.4 or is_cut or widest > 0.5 * area.width:
        return None
    per_px = (area.width - widest) / max(table.values)
    above = 1.3 * name_size
    space = (area.height - count * (above + bar)) / (count + 1)
    ends, y = [], area.y + space
    for index, (leaf, text, value) in enumerate(zip(table.labels, texts, table.values, strict=True)):
        rect = Rect(area.x, y + above, value * per_px, bar)
        board.bar(rect, label_colors(board.theme, table, many=False)[index], "right", 8 * unit)
        canvas.text(area.x, y + 0.75 * name_size, leaf.text, names[index], role=leaf.field)
        baseline = rect.center.y + CAPITALS / 2 * number_size
        number = table.series[0].numbers[index]
        role = number.leaf.field if number else ""
        canvas.text(rect.right + 0.3 * number_size, baseline, text, styles[index], role=role)
        ends.append(rect)
        y += above + bar + space
    if count == 2:
        _difference(board, table, ends, area.x + canvas.measure(table.labels[1].text, names[1]), name_size)
    return table


def _difference(board: Board, table: Table, ends: list[Rect], name_right: float, size: float) -> None:
    """What the second number is more, or less, on a measure from the end of one bar to that of the other."""
    first, second = (number.exact for number in table.series[0].numbers if number)
    form, canvas, color = table.content.form, board.canvas, board.theme.colors.control
    if first == second or form.unit == "%":  # what two rates differ by is no per cent
        return
    text = ("+" if second > first else MINUS) + form.shown(abs(second - first))
    style = canvas.style(size, board.theme.colors.ink, 600, "numerals")
    left, right = sorted(rect.right for rect in ends)
    width = canvas.measure(text, style)
    if right - left < width + 2.6 * size or left < name_right + size:
        return
    y, middle = ends[1].y - 0.75 * size, (left + right) / 2
    for begin, end in ((left, middle - width / 2 - 0.4 * size), (middle + width / 2 + 0.4 * size, right)):
        canvas.shape((("M", begin, y), ("L", end, y)), line=color, width=2 * board.measures.unit)
    for x in (left, right):
        tick = (("M", x, y - 0.38 * size), ("L", x, y + 0.38 * size))
        canvas.shape(tick, line=color, width=2 * board.measures.unit)
    canvas.text(middle, y + CAPITALS / 2 * size, text, style, anchor="middle", role="difference")


def _tall(board: Board, table: Table) -> Table | None:
    canvas, area, count = board.canvas, board.area, len(table.labels)
    sizes = _few(board.measures)
    if count > FEW_MOST or count * (sizes.height + SPACE * board.measures.unit) > area.height:
        sizes = _many(board, table)
    pitch = area.height / count
    if sizes.height + 0.5 * SPACE * board.measures.unit > pitch:
        return None
    texts = [each.leaf.text for each in table.series[0].numbers if each]
    styles = [_style(board, table, at, sizes.lit if table.is_highlit(at) else sizes.number) for at in range(count)]
    aside = max(canvas.measure(text, style) for text, style in zip(texts, styles, strict=True)) + 0.6 * sizes.name
    names = [board.name(table, index, sizes.name) for index in range(count)]
    is_cut = any(
        canvas.measure(leaf.text, style) > area.width - aside for leaf, style in zip(table.labels, names, strict=True)
    )
    if is_cut:
        return None
    per_px = area.width / max(table.values)
    colors = label_colors(board.theme, table, many=False)
    for index, (leaf, value) in enumerate(zip(table.labels, table.values, strict=True)):
        top = area.y + index * pitch + (pitch - sizes.height) / 2 + sizes.height - sizes.bar
        track = Rect(area.x, top, area.width, sizes.bar)
        board.bar(track, board.theme.colors.surface_2, "right", 0.14 * sizes.gap * 3)
        board.bar(track._replace(width=value * per_px), colors[index], "right", 0.14 * sizes.gap * 3)
        baseline, number = top - sizes.gap, table.series[0].numbers[index]
        role = number.leaf.field if number else ""
        canvas.text(area.x, baseline, texts[index], styles[index], role=role)
        canvas.text(area.x + aside, baseline, leaf.text, names[index], role=leaf.field)
    return table


def _many(board: Board, table: Table) -> _Sizes:
    """The sizes of four and more; the bars are as thick as they have room."""
    measures = board.measures
    unit = measures.number / 42
    pitch = board.area.height / len(table.labels)
    least = _Sizes(LEAST_BAR * unit, measures.number, LIT * measures.number, 1.07 * measures.text, 15 * unit)
    spare = pitch - least.height - SPACE * measures.unit
    return least._replace(bar=min(BAR * unit, least.bar + max(0.0, spare)))
