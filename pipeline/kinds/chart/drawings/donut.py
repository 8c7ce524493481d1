"""A ring of parts of a whole, and beside or below it a list that names each part with its number and share."""

from __future__ import annotations

from decimal import Decimal

from pipeline import charts
from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.chart.canvas import Canvas
from pipeline.kinds.chart.numbers import NONE, shares
from pipeline.kinds.chart.table import Table

RING = 0.34  # of the radius
ROUNDING = 1.0  # what per cents that were rounded one by one may miss of 100 together
MOST_BESIDE, MOST_BELOW = 0.42, 0.58  # of the area that the ring takes


def donut(canvas: Canvas, area: Rect, table: Table) -> Table:
    """Draw the table's one series; returns what was shown of it."""
    table = table.top(min(len(canvas.theme.colors.cat), table.content.limit))
    beside = area.width > 1.35 * area.height
    if beside:
        side = min(area.height, MOST_BESIDE * area.width)
        ring = Rect(area.x, area.y + (area.height - side) / 2, side, side)
        left = ring.right + 0.09 * area.width
        listed = Rect(left, area.y, area.right - left, area.height)
    else:
        side = min(area.width, MOST_BELOW * area.height)
        ring = Rect(area.center.x - side / 2, area.y, side, side)
        top = ring.bottom + 1.5 * canvas.size
        listed = Rect(area.x, top, area.width, area.bottom - top)
    colors = _colors(canvas, table)
    _ring(canvas, ring, table, colors)
    _list(canvas, listed, table, colors)
    return table


def _colors(canvas: Canvas, table: Table) -> list[Color]:
    tokens = canvas.theme.colors
    return [
        tokens.accent_2
        if table.is_highlit(index)
        else tokens.series_rest
        if label is table.rest
        else tokens.cat[index % len(tokens.cat)]
        for index, label in enumerate(table.labels)
    ]


def _ring(canvas: Canvas, rect: Rect, table: Table, colors: list[Color]) -> None:
    tokens, form = canvas.theme.colors, table.content.form
    axes = canvas.axes(rect, (-1, 1), (-1, 1))
    parts = [(float(value), color) for value, color in zip(table.sums(), colors, strict=True) if value > 0]
    values = [value for value, _ in parts] or [1.0]
    tints = [charts.tint(color) for _, color in parts] or [charts.tint(tokens.surface_3)]
    edge = {"width": RING, "linewidth": 3.0 if len(values) > 1 else 0.0, "edgecolor": charts.tint(tokens.surface)}
    axes.pie(values, colors=tints, startangle=90, counterclock=False, wedgeprops=edge)
    axes.set(xlim=(1, -1) if canvas.mirrored else (-1, 1), ylim=(-1, 1))
    whole = sum(table.sums(), Decimal(0))
    if form.unit == "%" and abs(whole - 100) > ROUNDING:
        return  # rates of different things have no sum
    total = form.shown(whole)
    size = min(0.2 * rect.width, 0.2 * rect.width * 0.62 * rect.width / max(canvas.width(total, 0.2 * rect.width), 1))
    size = min(size, 3.4 * canvas.size)
    style = {"family": "monospace", "weight": 600}
    y = rect.center.y + 0.2 * size
    canvas.write(total, rect.center.x, y, tokens.ink, align="center", size=size, role="total", **style)  # type: ignore[arg-type]
    unit = table.content.unit
    under, role = (unit.text, unit.field) if unit else (table.content.words.shown.total, "total")
    under = canvas.short(under, 1.05 * rect.width * (1 - RING) / 1.3)
    canvas.write(under, rect.center.x, y + 1.35 * canvas.size, tokens.muted, align="center", role=role)


def _list(canvas: Canvas, area: Rect, table: Table, colors: list[Color]) -> None:
    size, tokens, form = canvas.size, canvas.theme.colors, table.content.form
    values = table.sums()
    pitch = min(area.height / max(len(values), 1), 2.6 * size)
    top = area.y + (area.height - pitch * len(values)) / 2
    numbers = table.series[0].numbers
    texts = [number.leaf.text if number else NONE for number in numbers]
    whole = sum(values, Decimal(0))
    shown = form.unit != "%" and whole > 0
    per_cents = [
        form.share(value, whole, share) if shown and value else ""
        for share, value in zip(shares(values), values, strict=True)
    ]
    share_width = max(canvas.width(text) for text in per_cents)
    number_right = area.right - (share_width + 1.2 * size if share_width else 0)
    number_left = number_right - max(canvas.width(text, weight=600) for text in texts)
    swatches = []
    swatch = 0.66 * size
    for index, label in enumerate(table.labels):
        middle = top + (index + 0.5) * pitch
        baseline = canvas.middle(middle)
        swatches.append((Rect(area.x, middle - swatch / 2, swatch, swatch), colors[index]))
        tone, weight = (tokens.accent_2_text, 600) if table.is_highlit(index) else (tokens.ink_2, 400)
        x = area.x + 1.3 * size
        lines = canvas.wrapped(label.text, number_left - size - x, pitch, weight)
        canvas.write_lines(lines, x, middle, tone, weight=weight, role=label.field)
        number = numbers[index]
        role = number.leaf.field if number else "missing"
        canvas.write(texts[index], number_right, baseline, tokens.ink, align="right", weight=600, role=role)
        canvas.write(per_cents[index], area.right, baseline, tokens.muted, align="right", role="share")
    canvas.blocks(swatches)
