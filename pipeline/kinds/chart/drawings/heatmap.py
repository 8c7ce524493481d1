"""A grid of cells, darker for more: labels down the side, series along the top, the number in each cell."""

from __future__ import annotations

from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.chart.canvas import Canvas, on
from pipeline.kinds.chart.drawings.labels import every
from pipeline.kinds.chart.numbers import NONE
from pipeline.kinds.chart.table import Table
from pipeline.scene import LeftOut

MOST_NAMES = 0.3  # of the width that the labels may take
LEAST_ROW = 1.4  # em
MOST_SQUARE = 1.9  # a cell's height to its width


def heatmap(canvas: Canvas, area: Rect, table: Table) -> Table:
    """Draw the table as a grid; returns what was shown of it."""
    size, tokens = canvas.size, canvas.theme.colors
    head = 1.9 * size
    room = max(1, int((area.height - head) // (LEAST_ROW * size)))
    table = table.apart().top(min(room, table.content.limit))
    least = min((area.height - head) / len(table.labels), 4 * size)
    names = [
        canvas.wrapped(label.text, MOST_NAMES * area.width, least, _weight(table, index))
        for index, label in enumerate(table.labels)
    ]
    left = max(canvas.width(line, weight=600) for lines in names for line in lines) + 0.9 * size
    width = (area.width - left) / len(table.series)
    height = min((area.height - head) / len(table.labels), max(MOST_SQUARE * width, 4 * size), 6 * size)
    top = area.y + (area.height - head - height * len(table.labels)) / 2
    grid = Rect(area.x + left, top + head, area.width - left, height * len(table.labels))
    _cells(canvas, grid, table)
    for index, lines in enumerate(names):
        tone = tokens.accent_2_text if table.is_highlit(index) else tokens.ink_2
        weight, middle = _weight(table, index), grid.y + (index + 0.5) * height
        canvas.write_lines(lines, area.x, middle, tone, weight=weight, role=table.labels[index].field)
    heads = [canvas.short(each.name.text, max(width, 6 * size) - 0.4 * size) for each in table.series]
    widths = [canvas.width(text) for text in heads]
    shown = set(range(0, len(heads), every(widths, width, 0.5 * size)))
    for index in sorted(shown):
        x = min(grid.x + (index + 0.5) * width, area.right - widths[index] / 2)
        role = table.series[index].name.field
        if not canvas.write_if_free(heads[index], x, top + size, tokens.muted, align="center", weight=400, role=role):
            shown.discard(index)
    lost = tuple(each.name.field for index, each in enumerate(table.series) if each.name and index not in shown)
    left_out = (*table.left_out, LeftOut(lost, "no room for the names of these columns")) if lost else table.left_out
    return table._replace(left_out=left_out, summarised=(*table.summarised, *(each.field for each in table.series)))


def _cells(canvas: Canvas, grid: Rect, table: Table) -> None:
    columns, rows = len(table.series), len(table.labels)
    cells = [(column, row, series.numbers[row]) for column, series in enumerate(table.series) for row in range(rows)]
    width, height = grid.width / columns, grid.height / rows
    gap = min(3.0, 0.1 * width, 0.1 * height)
    low, high = min(0.0, *table.values, 0.0), max(table.values, default=0.0)
    colors = [_color(canvas, number.value if number else None, low, high) for _, _, number in cells]
    inner = width - gap, height - gap
    places = [
        Rect(grid.x + column * width + gap / 2, grid.y + row * height + gap / 2, *inner) for column, row, _ in cells
    ]
    canvas.blocks(list(zip(places, colors, strict=True)))
    texts = [number.leaf.text if number else NONE for _, _, number in cells]
    size = canvas.size
    if max(canvas.width(text) for text in texts) > width - 0.5 * size or height < 1.15 * size:
        return  # the numbers are in the description
    for (column, row, number), text, color in zip(cells, texts, colors, strict=True):
        middle = grid.y + (row + 0.5) * height
        tone = on(color, canvas.theme) if number else canvas.theme.colors.muted
        x = grid.x + (column + 0.5) * width
        role = number.leaf.field if number else "missing"
        canvas.write(text, x, canvas.middle(middle), tone, align="center", role=role)


def _color(canvas: Canvas, value: float | None, low: float, high: float) -> Color:
    """The step of the ramp: from 0, or from the smallest number where some are below 0."""
    tokens = canvas.theme.colors
    if value is None:
        return tokens.surface_2
    share = (value - low) / (high - low) if high > low else 0.0
    return tokens.seq[min(int(share * len(tokens.seq)), len(tokens.seq) - 1)]


def _weight(table: Table, index: int) -> int:
    return 600 if table.is_highlit(index) else 400
