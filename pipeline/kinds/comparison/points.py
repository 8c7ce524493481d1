"""Numbers below one another, aligned on their decimal marks."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import FitError, Problem
from pipeline.layout.canvas import Canvas
from pipeline.typography import TextStyle


def indents(
    canvas: Canvas, texts: Sequence[str], points: Sequence[int], looks: Sequence[TextStyle], measure: float
) -> list[float]:
    """How far each text is moved in; raises FitError, without a field, where one would leave the measure.

    `points` are how many characters of each stand before its decimal mark; a text with 0 of them stays.
    """
    widths = [canvas.measure(text[:point], look) for text, point, look in zip(texts, points, looks, strict=True)]
    found = [max(widths) - width if point else 0.0 for width, point in zip(widths, points, strict=True)]
    reach = [canvas.measure(text, look) + each for text, look, each in zip(texts, looks, found, strict=True) if each]
    if max(reach, default=0.0) > measure:
        raise FitError(Problem(f"numbers one below the other do not fit {measure:.0f} px"))
    return found
