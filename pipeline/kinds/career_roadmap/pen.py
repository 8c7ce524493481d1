"""The pen of a map: draws lines, discs, boxes and words, all placed as on a page from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from pipeline.color import Color
from pipeline.geometry import Point, Rect
from pipeline.layout.page import Page
from pipeline.scene import Box, Item, Outline, Path, Segment, Stroke, TextRun
from pipeline.theme import Colors
from pipeline.typography import Align, Paragraph, Setting, TextStyle


class Pen:
    """Collects drawings and words; places are layout px of a page that reads from left to right."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.drawings: list[Item] = []
        self.words: list[TextRun] = []

    @property
    def colors(self) -> Colors:
        """The theme's colours."""
        return self.page.theme.colors

    def style(self, size: float, fill: Color, weight: int = 400, *, leading: float = 1.33) -> TextStyle:
        """A style in the theme's face for text."""
        return TextStyle(self.page.theme.faces.text, size, fill, weight, leading=leading)

    def set(
        self, text: str, style: TextStyle, measure: float = inf, *, field: str = "", align: Align = "start"
    ) -> Paragraph:
        """Words in lines no wider than the measure."""
        return self.page.set(text, style, measure, field=field, align=align)

    def fit(
        self,
        text: str,
        style: TextStyle,
        settings: Sequence[Setting],
        measure: float,
        height: float,
        field: str,
        *,
        is_end: bool = False,
        is_running: bool = False,
    ) -> Paragraph:
        """Words in the first setting that keeps to measure and height, at the measure's start or end."""
        return self.page.fit(text, style, settings, measure, height, field, is_end=is_end, is_running=is_running)

    def disc(self, center: Point, radius: float, fill: Color) -> None:
        """A filled circle."""
        self.box(Rect.around(center, radius), fill, radius)

    def ring(self, center: Point, radius: float, fill: Color, color: Color, width: float) -> None:
        """A circle drawn `width` wide about its radius, and filled."""
        self.disc(center, radius + width / 2, color)
        self.disc(center, radius - width / 2, fill)

    def box(self, rect: Rect, fill: Color, radius: float = 0.0) -> None:
        """A filled box."""
        self.drawings.append(Box(self.page.rect(rect), fill=fill, radius=radius))

    def boxes(self, boxes: Sequence[Box]) -> None:
        """Boxes that are made already."""
        self.drawings += self.page.boxes(boxes)

    def line(
        self,
        outline: Sequence[Segment],
        color: Color,
        width: float,
        *,
        is_round: bool = False,
        dash: tuple[float, ...] = (),
    ) -> None:
        """A stroked outline; its ends are cut off straight unless it is round."""
        stroke = Stroke(color, width, "round" if is_round else "butt", "round", dash)
        self.drawings.append(Path(self.turned(outline), stroke=stroke))

    def fill(self, outline: Sequence[Segment], color: Color) -> None:
        """A filled outline."""
        self.drawings.append(Path(self.turned(outline), fill=color))

    def upright(self, outline: Sequence[Segment], center: Point, color: Color, width: float) -> None:
        """A round-ended sign drawn about (0, 0) that no page turns round, such as a tick."""
        x, y = self.page.point(*center)
        moved: Outline = tuple(
            (name, *(value + (x, y)[index % 2] for index, value in enumerate(values))) for name, *values in outline
        )
        self.drawings.append(Path(moved, stroke=Stroke(color, width, "round", "round")))

    def text(self, paragraph: Paragraph, x: float, baseline: float) -> Rect:
        """Words with their column's start at x; the box that they fill, descenders included."""
        self.words += self.page.runs(paragraph, x, baseline)
        return Rect(x, baseline - paragraph.cap_height, paragraph.width, paragraph.height + 0.24 * paragraph.size)

    def turned(self, outline: Sequence[Segment]) -> Outline:
        """The outline as it stands on the page."""
        if not self.page.mirrored:
            return tuple(outline)
        width = self.page.width
        return tuple(
            (name, *(width - value if index % 2 == 0 else value for index, value in enumerate(values)))
            for name, *values in outline
        )
