"""The pen: draws texts, boxes and paths that are placed in px of a reference, at the scale and side of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Literal, NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.curves import circle
from pipeline.geometry import Point, Rect
from pipeline.scene import Box, Item, LinearGradient, Outline, Paint, Path, Segment, Stroke
from pipeline.theme import Colors, Theme
from pipeline.typography import Align, Paragraph, Span, TextStyle, Typesetter, is_right_to_left

ELLIPSIS = "…"
Role: TypeAlias = Literal["display", "text", "numerals"]
Anchor: TypeAlias = Literal["start", "middle", "end"]


class Ink(NamedTuple):
    """How a text looks: size in reference px, weight, colour, and which of the theme's faces."""

    size: float
    fill: Color
    weight: int = 400
    family: Role = "text"
    tracking_em: float = 0.0
    tabular: bool = False


class Pen:
    """Collects items. Places are in reference px for a picture that reads from left to right."""

    def __init__(self, width: float, unit: float, theme: Theme, typesetter: Typesetter, *, mirrored: bool) -> None:
        self.width = width
        self.unit = unit
        self.theme = theme
        self.typesetter = typesetter
        self.mirrored = mirrored
        self.field = "applications"  # of the spec, that a missing face is reported under
        self.items: list[Item] = []
        self._sets: dict[tuple[str, Ink], Paragraph] = {}

    @property
    def colors(self) -> Colors:
        """The theme's colours."""
        return self.theme.colors

    def style(self, look: Ink) -> TextStyle:
        """The text style in layout px."""
        families = getattr(self.theme.faces, look.family)
        features = ("tnum", "lnum") if look.tabular else ()
        size = look.size * self.unit
        return TextStyle(families, size, look.fill, look.weight, tracking_em=look.tracking_em, features=features)

    def measure(self, text: str, look: Ink) -> float:
        """How wide the text is."""
        return self._set(text, look).width / self.unit if text else 0.0

    def text(
        self, x: float, baseline: float, text: str, look: Ink, *, anchor: Anchor = "start", role: str = ""
    ) -> float:
        """Draw one line with its start, middle or end at x; its width comes back."""
        if not text.strip():
            return 0.0
        paragraph = self._set(text, look)
        width = paragraph.width / self.unit
        left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * width
        self.paragraph(paragraph, left, baseline, role)
        return width

    def paragraph(self, paragraph: Paragraph, x: float, baseline: float, role: str = "") -> None:
        """Draw a set paragraph with its column's start at x."""
        column = paragraph.measure if paragraph.measure < inf else paragraph.width
        left = (self.width - x) * self.unit - column if self.mirrored else x * self.unit
        runs = paragraph.placed(left, baseline * self.unit)
        self.items += [run._replace(role=role) for run in runs] if role else runs

    def fitted(self, text: str, look: Ink, measure: float) -> str:
        """The text, cut with an ellipsis where it is wider than the measure."""
        text = " ".join(text.split())
        if self.measure(text, look) <= measure:
            return text
        low, high = 0, len(text)
        while low < high - 1:
            middle = (low + high) // 2
            fits = self.measure(text[:middle].rstrip() + ELLIPSIS, look) <= measure
            low, high = (middle, high) if fits else (low, middle)
        return text[:low].rstrip(" ,;:-–&(") + ELLIPSIS

    def box(self, rect: Rect, fill: Paint, radius: float = 0.0) -> None:
        """Draw a filled box, unless it is empty."""
        if rect.width > 0 and rect.height > 0:
            unit = self.unit
            x = self.width - rect.right if self.mirrored else rect.x
            scaled = Rect(x * unit, rect.y * unit, rect.width * unit, rect.height * unit)
            self.items.append(Box(scaled, fill=fill, radius=min(radius, rect.width / 2, rect.height / 2) * unit))

    def dots(self, centers: Sequence[Point], radius: float, fill: Color) -> None:
        """Draw circles of one colour, as one path."""
        if centers:
            self.path([segment for center in centers for segment in circle(center, radius)], fill)

    def path(
        self, outline: Sequence[Segment], fill: Paint | None = None, paint: Paint | None = None, width: float = 0.0
    ) -> None:
        """Draw an outline, filled, or stroked with round ends, or both."""
        stroke = Stroke(self._paint(paint), width * self.unit, "round", "round") if paint is not None else None
        self.items.append(Path(self._outline(outline), self._paint(fill) if fill is not None else None, stroke))

    def across(self, left: float, right: float, y: float, color: Color) -> None:
        """A hairline from left to right, on whole px of the picture."""
        line = max(1, round(self.unit)) / self.unit
        self.box(Rect(left, round(y * self.unit) / self.unit, right - left, line), color)

    def down(self, x: float, top: float, bottom: float, color: Color) -> None:
        """A hairline from top to bottom, on whole px of the picture."""
        line = max(1, round(self.unit)) / self.unit
        self.box(Rect(round(x * self.unit) / self.unit, top, line, bottom - top), color)

    def towards(self, text: str) -> tuple[Typesetter, Align]:
        """A typesetter for the text's own direction, and the alignment that stands where the picture begins.

        "2 of 3" is not turned round in a picture from right to left.
        """
        is_rtl = is_right_to_left(text)
        return self.typesetter.towards("rtl" if is_rtl else "ltr"), "start" if is_rtl == self.mirrored else "end"

    def _set(self, text: str, look: Ink) -> Paragraph:
        found = self._sets.get((text, look))
        if found is None:
            spans = [Span(text, self.style(look))]
            found = self._sets[text, look] = self.towards(text)[0].set(spans, role=self.field)
        return found

    def _outline(self, outline: Sequence[Segment]) -> Outline:
        return tuple(
            (name, *(self._along(value) if at % 2 == 0 else value * self.unit for at, value in enumerate(values)))
            for name, *values in outline
        )

    def _along(self, x: float) -> float:
        return (self.width - x if self.mirrored else x) * self.unit

    def _paint(self, paint: Paint | None) -> Paint:
        assert paint is not None
        if isinstance(paint, LinearGradient):
            start, end = (Point(self._along(at.x), at.y * self.unit) for at in (paint.start, paint.end))
            return LinearGradient(start, end, paint.stops)
        return paint
