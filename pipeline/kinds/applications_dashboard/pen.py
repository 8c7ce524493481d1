"""The pen: draws texts, boxes and dots that are placed in px of a reference, at the scale and side of the picture, and
holds the figure that charts are put on."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Literal, NamedTuple, TypeAlias

from pipeline import charts
from pipeline.color import Color
from pipeline.curves import circle
from pipeline.geometry import Point, Rect, Size
from pipeline.prose import one_line
from pipeline.scene import Box, Item, Paint, Path
from pipeline.theme import Colors, Theme
from pipeline.typography import Paragraph, Span, TextStyle, Typesetter

ELLIPSIS = "…"
Role: TypeAlias = Literal["display", "text", "numerals"]


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

    def __init__(self, page: Size, unit: float, theme: Theme, typesetter: Typesetter, *, mirrored: bool) -> None:
        self.page = page
        self.width = page.width
        self.unit = unit
        self.theme = theme
        self.typesetter = typesetter
        self.mirrored = mirrored
        self.field = "applications"  # of the spec, that a missing face is reported under
        self.items: list[Item] = []
        self._sets: dict[tuple[str, Ink], Paragraph] = {}
        self._figure: charts.Figure | None = None

    @property
    def colors(self) -> Colors:
        """The theme's colours."""
        return self.theme.colors

    @property
    def figure(self) -> charts.Figure:
        """The figure of matplotlib that all charts of a picture are put on, as large as the page, in reference px."""
        if self._figure is None:
            self._figure = charts.figure(self.page.width, self.page.height)
        return self._figure

    def keep_figure(self) -> None:
        """Add what has been put on the figure to the items, if there is one."""
        if self._figure is not None:
            rect = Rect(0, 0, self.page.width * self.unit, self.page.height * self.unit)
            figure, typesetter = self._figure, self.typesetter.towards("auto")
            self.items += charts.record(figure, typesetter, self.theme, rect, mirrored=self.mirrored, field=self.field)

    def style(self, look: Ink) -> TextStyle:
        """The text style in layout px."""
        style = self._style(look)
        return style._replace(size=style.size * self.unit)

    def _style(self, look: Ink) -> TextStyle:
        """The text style in reference px."""
        families = getattr(self.theme.faces, look.family)
        features = ("tnum", "lnum") if look.tabular else ()
        return TextStyle(families, look.size, look.fill, look.weight, tracking_em=look.tracking_em, features=features)

    def measure(self, text: str, look: Ink) -> float:
        """How wide the text is."""
        return self._set(text, look).width / self.unit if text else 0.0

    def text(
        self, x: float, baseline: float, text: str, look: Ink, *, anchor: charts.Anchor = "start", role: str = ""
    ) -> float:
        """Draw one line with its start, middle or end at x; its width comes back."""
        if not text.strip():
            return 0.0
        paragraph = self._set(text, look)
        width = paragraph.width / self.unit
        left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * width
        self.paragraph(paragraph, left, baseline, role)
        return width

    def label(
        self, x: float, baseline: float, text: str, look: Ink, *, anchor: charts.Anchor = "start", role: str = ""
    ) -> float:
        """Put one line on the figure of the charts, with its start, middle or end at x; its width comes back."""
        if text.strip():
            charts.label(self.figure, x, baseline, text, self._style(look), anchor, role)
        return self.measure(text, look)

    def paragraph(self, paragraph: Paragraph, x: float, baseline: float, role: str = "") -> None:
        """Draw a set paragraph with its column's start at x."""
        column = paragraph.measure if paragraph.measure < inf else paragraph.width
        left = (self.width - x) * self.unit - column if self.mirrored else x * self.unit
        runs = paragraph.placed(left, baseline * self.unit)
        self.items += [run._replace(role=role) for run in runs] if role else runs

    def fitted(self, text: str, look: Ink, measure: float) -> str:
        """The text, cut with an ellipsis where it is wider than the measure."""
        text = one_line(text)
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
        unit = self.unit
        placed = [
            Point((self.width - center.x if self.mirrored else center.x) * unit, center.y * unit) for center in centers
        ]
        if placed:
            outline = tuple(segment for center in placed for segment in circle(center, radius * unit))
            self.items.append(Path(outline, fill))

    def across(self, left: float, right: float, y: float, color: Color) -> None:
        """A hairline from left to right, on whole px of the picture."""
        line = max(1, round(self.unit)) / self.unit
        self.box(Rect(left, round(y * self.unit) / self.unit, right - left, line), color)

    def down(self, x: float, top: float, bottom: float, color: Color) -> None:
        """A hairline from top to bottom, on whole px of the picture."""
        line = max(1, round(self.unit)) / self.unit
        self.box(Rect(round(x * self.unit) / self.unit, top, line, bottom - top), color)

    def _set(self, text: str, look: Ink) -> Paragraph:
        found = self._sets.get((text, look))
        if found is None:
            spans = [Span(text, self.style(look))]
            found = self._sets[text, look] = self.typesetter.set(spans, role=self.field)
        return found
