"""A label in two voices, what counts and what is said of it: one line, at need smaller, then up to three."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.content import Leaf
from pipeline.layout.canvas import Canvas
from pipeline.typography import Paragraph, Setting, Span

SIZES, LEADING, MOST_LINES = (1.0, 0.9, 0.8), 1.2, 3
APART = "  "  # between the two


def label(
    canvas: Canvas, strong: Leaf, size: float, measure: float, about: Sequence[Leaf] = (), *, is_end: bool = False
) -> Paragraph:
    """The label, `strong` in bold ink and the rest quieter; raises FitError for one that is too long."""
    colors, px = canvas.colors, size * canvas.unit
    bold, quiet = canvas.style(px, colors.ink, 600), canvas.style(px, colors.ink_2)
    spans = [Span(strong.text, bold, strong.field)] if strong else []
    spans += [Span(f"{APART if spans else ''}{leaf}", quiet, leaf.field) for leaf in about if leaf]
    settings = [Setting(px * factor, LEADING, lines) for lines in range(1, MOST_LINES + 1) for factor in SIZES]
    room = MOST_LINES * LEADING * px
    return canvas.page.fit(spans, bold, settings, measure * canvas.unit, room, spans[0].role, is_end=is_end)


def stand(canvas: Canvas, label_: Paragraph, x: float, last: float) -> float:
    """Write a label whose last baseline is given; returns its top."""
    first = last - label_.depth / canvas.unit
    canvas.paragraph(label_, x, first)
    return first - label_.cap_height / canvas.unit
