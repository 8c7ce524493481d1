"""Single lines on things: in the largest size that the thing has room for, or cut with an ellipsis."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.typography import Align, Paragraph, Span, TextStyle, Typesetter

ELLIPSIS = "…"


def line(
    typesetter: Typesetter,
    leaf: Leaf,
    style: TextStyle,
    sizes: Sequence[float],
    measure: float,
    thing: str,
    align: Align = "start",
) -> Paragraph:
    """The text on one line of a thing, in the first of the sizes that fits.

    Raises FitError with the number of characters that would fit the last one.
    """
    text, role = leaf.text, leaf.field
    for size in sizes:
        style = style._replace(size=size)
        if _width(typesetter, text, style, role) <= measure:
            return typesetter.set([Span(text, style)], measure, align=align, role=role)
    hint = f"shorten it to about {_longest(typesetter, text, style, measure, role, '')} characters"
    raise FitError(Problem(f"{len(text)} characters do not fit the {thing}", hint=hint, field=role))


def cut(typesetter: Typesetter, leaf: Leaf, style: TextStyle, measure: float) -> Paragraph:
    """The text on one line, cut with an ellipsis where it is wider than the measure."""
    text, role = leaf.text, leaf.field
    if _width(typesetter, text, style, role) > measure:
        text = text[: _longest(typesetter, text, style, measure, role, ELLIPSIS)].rstrip() + ELLIPSIS
    return typesetter.set([Span(text, style)], measure, role=role)


def _longest(typesetter: Typesetter, text: str, style: TextStyle, measure: float, role: str, tail: str) -> int:
    """How many characters of a text fit the measure with a tail behind them; the whole does not."""
    low, high = 0, len(text)
    while high - low > 1:
        middle = (low + high) // 2
        fits = _width(typesetter, text[:middle].rstrip() + tail, style, role) <= measure
        low, high = (middle, high) if fits else (low, middle)
    return low


def _width(typesetter: Typesetter, text: str, style: TextStyle, role: str) -> float:
    return typesetter.set([Span(text, style)], role=role).width
