"""A page that reads from left to right or from right to left: places are given as for the former and turned for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from pipeline.geometry import Point, Rect
from pipeline.scene import Box, TextRun
from pipeline.theme import Theme
from pipeline.typography import Align, Paragraph, Span, TextStyle, Typesetter, is_right_to_left, markup

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


class Page(NamedTuple):
    """The width of a page, its looks, its typesetter, and whether it is mirrored."""

    width: float
    theme: Theme
    typesetter: Typesetter
    mirrored: bool

    def set(
        self, text: str, style: TextStyle, measure: float = inf, *, field: str = "", align: Align = "start"
    ) -> Paragraph:
        """A text whose `*emphasis*` becomes italic, no line wider than the measure.

        It runs in its own direction and stands where the page's begins: "2 of 3" is not turned round on a page from
        right to left.
        """
        runs_right_to_left = bool(RIGHT_TO_LEFT.search(text)) if self.mirrored else is_right_to_left(text)
        typesetter = self.typesetter
        if runs_right_to_left != self.mirrored:
            typesetter = typesetter.towards("rtl" if runs_right_to_left else "ltr")
            align = {"start": "end", "end": "start", "center": "center"}[align]  # type: ignore[assignment]
        return typesetter.set(spans(text, style), measure, align=align, role=field)

    def runs(self, paragraph: Paragraph, x: float, baseline: float) -> tuple[TextRun, ...]:
        """The paragraph with its column's edge at x, where reading starts."""
        column = paragraph.measure if paragraph.measure < inf else paragraph.width
        return paragraph.placed(self.width - x - column if self.mirrored else x, baseline)

    def runs_until(self, paragraph: Paragraph, right: float, baseline: float) -> tuple[TextRun, ...]:
        """A paragraph of one line, set without a measure, that ends at `right`."""
        return self.runs(paragraph, right - paragraph.width, baseline)

    def point(self, x: float, y: float) -> Point:
        return Point(self.width - x if self.mirrored else x, y)

    def rect(self, rect: Rect) -> Rect:
        return rect.mirrored(self.width) if self.mirrored else rect

    def boxes(self, boxes: Sequence[Box]) -> tuple[Box, ...]:
        """The boxes, each turned to its place."""
        return tuple(box._replace(rect=self.rect(box.rect)) for box in boxes)


def spans(text: str, style: TextStyle, emphasised: TextStyle | None = None) -> list[Span]:
    """A text's stretches in a style, those that are `*emphasised*` in another, by default its italic."""
    if "*" not in text:
        return [Span(text, style)]
    looks = style, emphasised or style._replace(italic=True)
    parts = markup.parse(text)
    return [Span(part.text, looks[part.emphasised], "", part.emphasised) for part in parts] or [Span(text, style)]
