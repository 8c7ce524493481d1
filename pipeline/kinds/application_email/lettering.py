"""Single lines on things: in the largest size that the thing has room for, or cut with an ellipsis."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.typography import Align, Paragraph, Span, TextStyle, Typesetter, is_right_to_left

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
            return _in_its_way(typesetter, text, style, measure, role, align)
    hint = f"shorten it to about {_longest(typesetter, text, style, measure, role, '')} characters"
    raise FitError(Problem(f"{len(text)} characters do not fit the {thing}", hint=hint, field=role))


def cut(typesetter: Typesetter, leaf: Leaf, style: TextStyle, measure: float) -> Paragraph:
    """The text on one line, cut with an ellipsis where it is wider than the measure."""
    text, role = leaf.text, leaf.field
    if _width(typesetter, text, style, role) > measure:
        text = text[: _longest(typesetter, text, style, measure, role, ELLIPSIS)].rstrip() + ELLIPSIS
    return _in_its_way(typesetter, text, style, measure, role, "start")


def _in_its_way(
    typesetter: Typesetter, text: str, style: TextStyle, measure: float, role: str, align: Align
) -> Paragraph:
    """The text as its own script reads, where the thing's reading begins: "Next:" keeps its colon behind it."""
    runs_right_to_left = any(map(is_right_to_left, text.split()))
    if typesetter.direction == "rtl" and not runs_right_to_left:
        typesetter = typesetter.towards("ltr")
        align = "end" if align == "start" else align
    return typesetter.set([Span(text, style)], measure, align=align, role=role)


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
