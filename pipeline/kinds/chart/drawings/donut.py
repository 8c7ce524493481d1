"""A ring of parts of a whole, and beside or below it a list that names each part with its number and share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline import charts
from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.chart.drawings.board import Board
from pipeline.kinds.chart.numbers import NONE
from pipeline.kinds.chart.table import Mark, Marks, Table
from pipeline.layout.canvas import CAPITALS

RING = 0.34  # of the radius
ROUNDING = 1.0  # what per cents that were rounded one by one may miss of 100 together
MOST_BESIDE, MOST_BELOW = 0.42, 0.58  # of the area that the ring takes
NEAR = 12.0  # em that a number may stand from where its name ends


def draw(board: Board, table: Table) -> Table:
    """Draw the table's one series; returns what was shown of it."""
    area, size = board.area, board.size
    table = table.top(min(len(board.colors.cat), table.content.limit))
    if area.width > 1.35 * area.height:
        side = min(area.height, MOST_BESIDE * area.width)
        ring = Rect(area.x, area.y + (area.height - side) / 2, side, side)
        left = ring.right + 0.09 * area.width
        listed = Rect(left, area.y, area.right - left, area.height)
    else:
        side = min(area.width, MOST_BELOW * area.height)
        ring = Rect(area.center.x - side / 2, area.y, side, side)
        top = ring.bottom + 1.5 * size
        listed = Rect(area.x, top, area.width, area.bottom - top)
    colors = board.label_colors(table, many=True)
    _ring(board, ring, table, colors)
    swatches = _list(board, listed, table, colors)

    def mark(label: int, _: int | None) -> Mark:
        return Mark(swatches[label].inset(-0.2 * size), swatches[label].center)

    return table._replace(marks=Marks("below", area, mark))


def _ring(board: Board, rect: Rect, table: Table, colors: Sequence[Color]) -> None:
    tokens, form = board.colors, table.content.form
    parts = [(float(value), color) for value, color in zip(table.sums(), colors, strict=True) if value > 0]
    values = [value for value, _ in parts] or [1.0]
    tints = [charts.tint(color) for _, color in parts] or [charts.tint(tokens.surface_3)]
    edge = {"width": RING, "linewidth": 3.0 if len(values) > 1 else 0.0, "edgecolor": charts.tint(tokens.surface)}
    with board.plotted(rect, (-1, 1), (-1, 1)) as axes:
        axes.pie(values, colors=tints, startangle=90, counterclock=False, wedgeprops=edge)
        axes.set(xlim=(-1, 1), ylim=(-1, 1))
    whole = sum(table.sums(), Decimal(0))
    if form.unit == "%" and abs(whole - 100) > ROUNDING:
        return  # rates of different things have no sum
    total, size = form.shown(whole), 0.2 * rect.width
    style = board.style(size, tokens.ink, 600, "numerals")
    factor = min(1.0, 0.62 * rect.width / max(board.measure(total, style), 1), 3.4 * board.size / size)
    style, y = style._replace(size=size * factor), rect.center.y + 0.2 * size * factor
    board.text(rect.center.x, y, total, style, anchor="middle", role="total")
    unit = table.content.unit
    under, role = (unit.text, unit.field) if unit else (table.content.words.shown.total, "total")
    quiet = board.quiet()
    under = board.cut(under, quiet, 1.05 * rect.width * (1 - RING) / 1.3)
    board.text(rect.center.x, y + 1.35 * board.size, under, quiet, anchor="middle", role=role)


def _list(board: Board, area: Rect, table: Table, colors: Sequence[Color]) -> list[Rect]:
    """The parts: a swatch, the name, and near enough to it the number and the share; returns the swatches."""
    values, numbers = table.sums(), table.series[0].numbers
    pitch = min(area.height / max(len(values), 1), 3.2 * board.size)
    size = min(board.size, max(board.measures.sizes[-1], pitch / 1.3))
    top = area.y + (area.height - pitch * len(values)) / 2
    quiet, strong = board.quiet(size), board.strong(size)
    texts = [number.leaf.text if number else NONE for number in numbers]
    per_cents = table.content.form.shares(values)
    share_width = max(board.measure(text, quiet) for text in per_cents)
    after = share_width + 1.2 * size if share_width else 0.0
    number_width = max(board.measure(text, strong) for text in texts)
    names = [board.name(table, leaf, size) for leaf in table.labels]
    widest = max(board.measure(leaf.text, style) for leaf, style in zip(table.labels, names, strict=True))
    left = 1.3 * size
    number_right = min(area.width - after, left + widest + 0.5 * NEAR * size + number_width)
    if area.x == board.area.x:  # below the ring, and as far from the one edge as from the other
        area = area._replace(x=area.x + (area.width - number_right - after) / 2)
    x, number_right = area.x + left, area.x + number_right
    room = number_right - number_width - size - x
    swatches = []
    for index, leaf in enumerate(table.labels):
        middle = top + (index + 0.5) * pitch
        baseline, swatch = middle + CAPITALS / 2 * size, 0.66 * size
        swatches.append(Rect(area.x, middle - swatch / 2, swatch, swatch))
        board.box(swatches[-1], colors[index], 2 * board.measures.unit)
        lines = board.named(leaf.text, names[index], room, pitch)
        board.lines(x, middle, lines, names[index], role=leaf.field)
        number = numbers[index]
        role = number.leaf.field if number else "missing"
        board.text(number_right, baseline, texts[index], strong, anchor="end", role=role)
        board.text(number_right + after, baseline, per_cents[index], quiet, anchor="end", role="share")
    return swatches
