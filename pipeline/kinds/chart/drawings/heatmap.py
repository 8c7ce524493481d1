"""A grid of cells, darker for more: labels down the side, series along the top, the number in each cell."""

from __future__ import annotations

from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.chart.canvas import Canvas, on
from pipeline.kinds.chart.drawings.labels import every
from pipeline.kinds.chart.numbers import written
from pipeline.kinds.chart.spec import Chart
from pipeline.kinds.chart.table import Table

MOST_NAMES = 0.3  # of the width that the labels may take
LEAST_ROW = 1.4  # em
MOST_SQUARE = 1.9  # a cell's height to its width


def heatmap(canvas: Canvas, area: Rect, table: Table, spec: Chart) -> Table:
    """Draw the table as a grid; returns what was shown of it."""
    size, tokens = canvas.size, canvas.theme.colors
    head = 1.9 * size
    room = max(1, int((area.height - head) // (LEAST_ROW * size)))
    table = table.top(min(room, spec.limit), spec.lang, added_up=False)
    least = min((area.height - head) / len(table.labels), 4 * size)
    names = [canvas.wrapped(label, MOST_NAMES * area.width, least, _weight(label, spec)) for label in table.labels]
    left = max(canvas.width(line, weight=600) for lines in names for line in lines) + 0.9 * size
    width = (area.width - left) / len(table.rows)
    height = min((area.height - head) / len(table.labels), max(MOST_SQUARE * width, 4 * size), 6 * size)
    top = area.y + (area.height - head - height * len(table.labels)) / 2
    grid = Rect(area.x + left, top + head, area.width - left, height * len(table.labels))
    _cells(canvas, grid, table, spec)
    for index, lines in enumerate(names):
        warm = table.labels[index] == spec.highlight
        tone = tokens.accent_2_text if warm else tokens.ink_2
        weight = _weight(table.labels[index], spec)
        canvas.write_lines(lines, area.x, grid.y + (index + 0.5) * height, tone, weight=weight, role="category")
    heads = [canvas.short(row.name, max(width, 6 * size) - 0.4 * size) for row in table.rows]
    widths = [canvas.width(text) for text in heads]
    for index in range(0, len(heads), every(widths, width, 0.5 * size)):
        x = min(grid.x + (index + 0.5) * width, area.right - widths[index] / 2)
        canvas.write_if_free(heads[index], x, top + size, tokens.muted, align="center", weight=400)
    return table


def _cells(canvas: Canvas, grid: Rect, table: Table, spec: Chart) -> None:
    columns, rows = len(table.rows), len(table.labels)
    cells = [(column, row, series.values[row]) for column, series in enumerate(table.rows) for row in range(rows)]
    width, height = grid.width / columns, grid.height / rows
    gap = min(3.0, 0.1 * width, 0.1 * height)
    colors = [_color(canvas, value, table) for _, _, value in cells]
    inner = width - gap, height - gap
    places = [
        Rect(grid.x + column * width + gap / 2, grid.y + row * height + gap / 2, *inner) for column, row, _ in cells
    ]
    canvas.blocks(list(zip(places, colors, strict=True)))
    texts = [written(value, spec.unit, spec.lang) for _, _, value in cells]
    size = canvas.size
    if max(canvas.width(text) for text in texts) > width - 0.5 * size or height < 1.15 * size:
        return  # the numbers are in the description
    for (column, row, value), text, color in zip(cells, texts, colors, strict=True):
        middle = grid.y + (row + 0.5) * height
        tone = on(color, canvas.theme) if value is not None else canvas.theme.colors.muted
        x = grid.x + (column + 0.5) * width
        canvas.write(text, x, canvas.middle(middle), tone, align="center", role="value")


def _color(canvas: Canvas, value: float | None, table: Table) -> Color:
    """The step of the ramp: from 0, or from the smallest number where some are below 0."""
    tokens = canvas.theme.colors
    if value is None:
        return tokens.surface_2
    low, high = min(0.0, *table.numbers, 0.0), max(table.numbers)
    share = (value - low) / (high - low) if high > low else 0.0
    return tokens.seq[min(int(share * len(tokens.seq)), len(tokens.seq) - 1)]


def _weight(label: str, spec: Chart) -> int:
    return 600 if label == spec.highlight else 400
