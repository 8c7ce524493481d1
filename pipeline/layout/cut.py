"""Cutting a line that is too long: one ellipsis, after a whole letter with its marks."""

from __future__ import annotations

from pipeline.prose import one_line
from pipeline.typography import Span, TextStyle, Typesetter, grapheme_borders

ELLIPSIS = "…"
_BEFORE = " ,.;:–-&("  # never the last character before an ellipsis


def cut(text: str, style: TextStyle, measure: float, typesetter: Typesetter, field: str = "") -> str:
    """The text on one line, or as much of it as the measure holds with an ellipsis.

    Line ends and rows of blanks become one blank. Raises AssetError, under `field`, for a character no face has.
    """

    def fits(line: str) -> bool:
        return typesetter.set([Span(line, style)], role=field).width <= measure

    text = one_line(text)
    if fits(text):
        return text
    borders = grapheme_borders(text)
    low, high = 0, len(borders) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text[: borders[middle]].rstrip(_BEFORE) + ELLIPSIS):
            low = middle
        else:
            high = middle - 1
    return text[: borders[low]].rstrip(_BEFORE) + ELLIPSIS
