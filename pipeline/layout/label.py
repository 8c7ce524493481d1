"""A label in several voices, such as what counts and what is said of it: on one line, at need smaller, then on more."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.content import Leaf
from pipeline.layout.canvas import Canvas
from pipeline.typography import Paragraph, Setting, Span, TextStyle

SIZES, LEADING, MOST_LINES = (1.0, 0.92, 0.85), 1.2, 3


def label(
    canvas: Canvas,
    parts: Sequence[tuple[Leaf, TextStyle]],
    measure: float,
    apart: str,
    *,
    sizes: Sequence[float] = SIZES,
    is_end: bool = False,
) -> Paragraph:
    """The parts that are not blank, each in its voice, in one of these shares of its size; raises FitError."""
    told = [(leaf, style) for leaf, style in parts if leaf]
    spans = [Span(f"{apart if at else ''}{leaf}", style, leaf.field) for at, (leaf, style) in enumerate(told)]
    style = spans[0].style
    settings = [Setting(style.size * factor, LEADING, most) for most in range(1, MOST_LINES + 1) for factor in sizes]
    return canvas.fit(spans, style, settings, measure, MOST_LINES * LEADING * style.size, is_end=is_end)


def stand(canvas: Canvas, label_: Paragraph, x: float, last: float) -> float:
    """Write a label whose last baseline is given; returns its top."""
    first = last - label_.depth / canvas.unit
    canvas.paragraph(label_, x, first)
    return first - label_.cap_height / canvas.unit
