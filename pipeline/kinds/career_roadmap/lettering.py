"""Lettering: styles and balanced paragraphs for the words of a map and of a lattice."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.typography import Paragraph, Setting, Span, TextStyle


def style(page: Page, size: float, fill: Color, weight: int = 400, *, leading: float = 1.33) -> TextStyle:
    """A style in the theme's face for text."""
    return TextStyle(page.theme.faces.text, size, fill, weight, leading=leading)


def balanced(page: Page, text: Sequence[Span], measure: float, field: str) -> Paragraph:
    """Stretches of text in balanced lines that begin where the page's reading does."""
    return page.typesetter.set(text, measure, balanced=True, role=field)


def line(canvas: Canvas, leaf: Leaf, style: TextStyle, x: float, baseline: float) -> Rect:
    """Write a leaf on one line; what it covers."""
    return canvas.paragraph(canvas.page.set(leaf.text, style, field=leaf.field), x, baseline)


def fitted(
    canvas: Canvas, leaf: Leaf, style: TextStyle, lines: Sequence[tuple[float, int]], measure: float, *,
    smallest: float, is_end: bool = False,
) -> Paragraph:  # fmt: skip
    """A leaf in the first of these sizes (factors, each with its most lines) in which it keeps to the measure.

    Raises FitError with its field.
    """
    settings = [Setting(max(style.size * factor, smallest), style.leading, most) for factor, most in lines]
    return canvas.page.fit(leaf.text, style, settings, measure, inf, leaf.field, is_end=is_end)
