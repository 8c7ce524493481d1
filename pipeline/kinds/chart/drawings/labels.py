"""Labels that never collide: legends in rows, positions spread apart, every so many-th label of an axis."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.chart.canvas import Canvas

MOST_NAME, MOST_ROWS = 0.4, 3  # of the width that a name in a legend may take where whole names need more rows


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Positions at least `apart` from one another, between low and high, as near to the wanted ones as order allows.

    Where there is not enough room for all, they stand evenly from low to high.
    """
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    if len(order) > 1 and apart * (len(order) - 1) >= high - low:
        step = (high - low) / (len(order) - 1)
        placed = [low + step * rank for rank in range(len(order))]
    else:
        placed = _pushed([min(max(wanted[index], low), high) for index in order], apart, low, high)
    result = [0.0] * len(order)
    for rank, index in enumerate(order):
        result[index] = placed[rank]
    return result


def _pushed(sorted_positions: list[float], apart: float, low: float, high: float) -> list[float]:
    """Blocks of touching labels about their mean (pool adjacent violators), kept inside."""
    blocks: list[tuple[float, int]] = []  # the first position and how many
    for position in sorted_positions:
        blocks.append((position, 1))
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] * apart > blocks[-1][0]:
            (first, count), (second, more) = blocks[-2:]
            mean = (first * count + (second - count * apart) * more) / (count + more)
            blocks[-2:] = [(min(max(mean, low), high - (count + more - 1) * apart), count + more)]
    return [first + step * apart for first, count in blocks for step in range(count)]


def every(widths: Sequence[float], pitch: float, gap: float) -> int:
    """The smallest step with which labels that stand `pitch` apart keep `gap` between them."""
    step = 1
    while step < len(widths) and any(
        (widths[index] + widths[index + step]) / 2 + gap > pitch * step for index in range(0, len(widths) - step, step)
    ):
        step += 1
    return step


def legend(canvas: Canvas, area: Rect, names: Sequence[Leaf], colors: Sequence[Color]) -> Rect:
    """A swatch and a name for each colour, in rows along the top; returns the area below."""
    size, swatch, ink = canvas.size, 0.66 * canvas.size, canvas.theme.colors.ink_2
    whole = sum(swatch * 1.6 + canvas.width(name.text) + 1.4 * size for name in names)
    most = area.width - swatch * 1.6 if whole <= MOST_ROWS * area.width else MOST_NAME * area.width
    x, y = area.x, area.y + size * 0.9
    swatches = []
    for leaf, color in zip(names, colors, strict=True):
        name = canvas.short(leaf.text, most)
        width = swatch * 1.6 + canvas.width(name)
        if x > area.x and x + width > area.right:
            x, y = area.x, y + 1.5 * size
        swatches.append((Rect(x, y - 0.66 * size, swatch, swatch), color))
        canvas.write(name, x + swatch * 1.6, y, ink, role=leaf.field)
        x += width + 1.4 * size
    canvas.blocks(swatches)
    down = y - area.y + 1.3 * size
    return Rect(area.x, area.y + down, area.width, area.height - down)
