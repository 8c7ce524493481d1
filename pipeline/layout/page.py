"""A page that reads from left to right or from right to left: places are given as for the former and turned for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple

from pipeline.geometry import Point, Rect
from pipeline.prose import direction
from pipeline.scene import Box, TextRun
from pipeline.schema import Spec
from pipeline.theme import Theme
from pipeline.typography import Align, Paragraph, Span, TextStyle, Typesetter, has_direction, is_right_to_left, markup


def is_mirrored(spec: Spec, texts: Iterable[str]) -> bool:
    """Whether a page runs from right to left: as its author or else its language says, or the first text that does."""
    said = spec.direction if spec.direction != "auto" else direction(spec.lang)
    return said == "rtl" or (not said and is_right_to_left(next(filter(has_direction, texts), "")))


class Page(NamedTuple):
    """The width of a page, its looks, its typesetter, and whether it is mirrored."""

    width: float
    theme: Theme
    typesetter: Typesetter
    mirrored: bool

    def set(
        self, text: str, style: TextStyle, measure: float = inf, *, field: str = "", align: Align = "start"
    ) -> Paragraph:
        """A text whose `*emphasis*` becomes italic, no line wider than the measure."""
        return self.typesetter.set(spans(text, style), measure, align=align, role=field)

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
