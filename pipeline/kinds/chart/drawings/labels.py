"""Labels that never collide: positions spread apart, names in whole words, every so many-th label of an axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from pipeline.layout.canvas import Canvas
from pipeline.typography import TextStyle

Lines: TypeAlias = tuple[str, ...]  # of one label


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


def whole(canvas: Canvas, texts: Sequence[str], style: TextStyle, measure: float, most: int = 2) -> tuple[Lines, ...]:
    """Every text in whole words, in at most so many lines; nothing where one of them does not fit."""
    lines = tuple(canvas.whole(text, style, measure, most) if text else ("",) for text in texts)
    return lines if all(lines) else ()


def thinned(canvas: Canvas, texts: Sequence[str], style: TextStyle, pitch: float) -> tuple[Lines, ...]:
    """Every so many-th text in a line, and no lines of those between."""
    step = every([canvas.measure(text, style) for text in texts], pitch, 0.6 * style.size)
    return tuple((text,) if at % step == 0 else () for at, text in enumerate(texts))
