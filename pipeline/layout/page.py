"""A page that reads from left to right or from right to left: places are given as for the former and turned for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import Any, NamedTuple

from pipeline.geometry import Point, Rect, Size
from pipeline.prose import direction
from pipeline.scene import Box, TextRun
from pipeline.schema import Spec
from pipeline.theme import Theme
from pipeline.typography import (
    Align,
    Paragraph,
    Setting,
    Span,
    TextStyle,
    Typesetter,
    has_direction,
    is_right_to_left,
    markup,
)


def is_mirrored(spec: Spec, texts: Iterable[str]) -> bool:
    """Whether a page runs from right to left: as its author or else its language says, or the first text that does."""
    said = spec.direction if spec.direction != "auto" else direction(spec.lang)
    return said == "rtl" or (not said and is_right_to_left(next(filter(has_direction, texts), "")))


class Page(NamedTuple):
    """The size of a page, its looks, its typesetter, and whether it is mirrored."""

    size: Size
    theme: Theme
    typesetter: Typesetter
    mirrored: bool

    @property
    def width(self) -> float:
        return self.size.width

    def set(
        self,
        text: str,
        style: TextStyle,
        measure: float = inf,
        *,
        field: str = "",
        align: Align = "start",
        keeps_size: bool = False,
    ) -> Paragraph:
        """A text whose `*emphasis*` becomes italic, no line wider than the measure."""
        typesetter = self.typesetter
        if typesetter.keeps_size != keeps_size:
            typesetter = typesetter._replace(keeps_size=keeps_size)
        return typesetter.set(spans(text, style), measure, align=align, role=field)

    def fit(
        self,
        text: str | Sequence[Span],
        style: TextStyle,
        settings: Sequence[Setting],
        measure: float,
        height: float,
        field: str,
        *,
        is_end: bool = False,
        is_running: bool = False,
    ) -> Paragraph:
        """A text in the first of the settings that keeps to measure and height, at the measure's start or end.

        Its `*emphasis*` is set in italic and, in the display face, in the warm colour; that of stretches is no markup.
        """
        if isinstance(text, str):
            is_display = style.families == self.theme.faces.display
            text = titled(text, style, self.theme) if is_display else spans(text, style)
        return self.typesetter.fit(
            text,
            settings,
            measure,
            height,
            align="end" if is_end else "start",
            hanging=False,
            is_running=is_running,
            role=field,
        )

    def runs(self, paragraph: Paragraph, x: float, baseline: float) -> tuple[TextRun, ...]:
        """The paragraph with its column's edge at x, where reading starts."""
        column = paragraph.measure if paragraph.measure < inf else paragraph.width
        return paragraph.placed(self.width - x - column if self.mirrored else x, baseline)

    def point(self, x: float, y: float) -> Point:
        return Point(self.width - x if self.mirrored else x, y)

    def rect(self, rect: Rect) -> Rect:
        return rect.mirrored(self.width) if self.mirrored else rect

    def boxes(self, boxes: Sequence[Box]) -> tuple[Box, ...]:
        """The boxes, each turned to its place."""
        return tuple(box._replace(rect=self.rect(box.rect)) for box in boxes)


def spans(text: str, style: TextStyle) -> list[Span]:
    """A text's stretches in a style, the emphasised ones in its italic."""
    return _emphasised(text, style, italic=True)


def titled(text: str, style: TextStyle, theme: Theme) -> list[Span]:
    """The stretches of a title or a quote: what is emphasised in it is in the theme's second accent, too."""
    return _emphasised(text, style, italic=True, fill=theme.colors.accent_2_text)


def _emphasised(text: str, style: TextStyle, **emphasis: Any) -> list[Span]:
    if "*" not in text:
        return [Span(text, style)]
    looks = style, style._replace(**emphasis)
    parts = markup.parse(text)
    return [Span(part.text, looks[part.emphasised], "", part.emphasised) for part in parts] or [Span(text, style)]
