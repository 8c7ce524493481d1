"""A sheet to draw a chart on: a matplotlib figure with our measures, y downwards, mirrored where the text runs so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pipeline import charts
from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.scene import Item
from pipeline.theme import Theme
from pipeline.typography import Span, TextStyle, Typesetter

CAPITALS, BELOW = 0.68, 0.24  # em: what letters reach above and below their baseline
GAP = 0.45  # em between a mark and its label
LEADING, TWO_LINES = 1.15, 2.4  # em from line to line of a label, and that two lines of it need

LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
_WHITE = Color(255, 255, 255)  # on sage the lightest token falls short of a contrast of 4.5 by a hundredth

Align = Literal["left", "center", "right"]


class Canvas:
    """Where drawings put marks and labels; all lengths in px, origin left top of `rect`."""

    def __init__(self, rect: Rect, size: float, theme: Theme, typesetter: Typesetter, mirrored: bool) -> None:
        self.rect = rect
        self.size = size
        self.theme = theme
        self.mirrored = mirrored
        self._typesetter = typesetter.towards("auto")  # each label by its own letters: numbers keep their order
        self._figure = charts.figure(rect.width, rect.height)
        self._taken: list[Rect] = []

    @property
    def area(self) -> Rect:
        """The whole sheet."""
        return Rect(0, 0, self.rect.width, self.rect.height)

    def items(self) -> tuple[Item, ...]:
        """What has been drawn, as scene items in the page's px."""
        return charts.record(self._figure, self._typesetter, self.theme, self.rect, role="label")

    def axes(self, rect: Rect, x: tuple[float, float], y: tuple[float, float]) -> charts.Axes:
        """Bare matplotlib axes: `x` are the data at the left and right edge, `y` at the bottom and top."""
        if self.mirrored:
            return charts.axes(self._figure, rect.mirrored(self.rect.width), (x[1], x[0]), y)
        return charts.axes(self._figure, rect, x, y)

    def blocks(
        self, marks: Sequence[tuple[Rect, Color]], edge: Color | None = None, widths: Sequence[float] = ()
    ) -> None:
        """Filled boxes; one of a negative width or height reaches to the left or upwards."""
        upright = [_upright(rect) for rect, _ in marks]
        rects = [rect.mirrored(self.rect.width) for rect in upright] if self.mirrored else upright
        if rects:
            charts.blocks(self._figure, rects, [color for _, color in marks], edge, widths)

    def width(self, text: str, size: float = 0.0, weight: int = 400, family: str = "sans-serif") -> float:
        """How wide the text is in px."""
        families = self.theme.faces.numerals if family == "monospace" else self.theme.faces.text
        style = TextStyle(families, size or self.size, self.theme.colors.ink, weight)
        return self._typesetter.set([Span(text, style)]).width if text else 0.0

    def short(self, text: str, room: float, size: float = 0.0, weight: int = 400) -> str:
        """The text, or as much of it as the room holds, with an ellipsis."""
        if self.width(text, size, weight) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.width(_cut(text, middle), size, weight) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return _cut(text, low)

    def wrapped(self, text: str, room: float, height: float, weight: int = 400) -> tuple[str, ...]:
        """The text in one line, or in two where the height has room for them; the last one cut where it must be."""
        if self.width(text, weight=weight) <= room or height < TWO_LINES * self.size:
            return (self.short(text, room, weight=weight),)
        style = TextStyle(self.theme.faces.text, self.size, self.theme.colors.ink, weight)
        first = self._typesetter.set([Span(text, style)], room).lines[0].text.strip()
        rest = text.strip().removeprefix(first).strip()
        if rest and self.width(first, weight=weight) <= room and text.strip().startswith(first):
            return first, self.short(rest, room, weight=weight)
        return (self.short(text, room, weight=weight),)

    def write_lines(
        self,
        lines: Sequence[str],
        x: float,
        middle: float,
        color: Color,
        *,
        align: Align = "left",
        weight: int,
        role: str,
    ) -> float:
        """Write lines as a block whose capitals stand about `middle`; returns the last one's baseline."""
        first = self.middle(middle - (len(lines) - 1) / 2 * LEADING * self.size)
        for index, line in enumerate(lines):
            self.write(line, x, first + index * LEADING * self.size, color, align=align, weight=weight, role=role)
        return first + (len(lines) - 1) * LEADING * self.size

    def write(
        self,
        text: str,
        x: float,
        baseline: float,
        color: Color,
        *,
        align: Align = "left",
        size: float = 0.0,
        weight: int = 400,
        family: str = "sans-serif",
        role: str = "label",
    ) -> None:
        """Write on the baseline; `x` is where the text's left end, middle or right end stands."""
        if not text:
            return
        self._taken.append(self.box(text, x, baseline, align=align, size=size, weight=weight, family=family))
        turned: dict[Align, Align] = {"left": "right", "center": "center", "right": "left"}
        self._figure.text(
            self.rect.width - x if self.mirrored else x,
            self.rect.height - baseline,
            text,
            transform=None,
            ha=turned[align] if self.mirrored else align,
            va="baseline",
            color=charts.tint(color),
            size=size or self.size,
            weight=weight,
            family=family,
            gid=role,
        )

    def write_if_free(
        self, text: str, x: float, baseline: float, color: Color, *, align: Align, weight: int, role: str
    ) -> bool:
        """Write, unless it would touch another text or leave the sheet; whether it was written."""
        box = self.box(text, x, baseline, align=align, weight=weight)
        around = box.inset(-0.25 * self.size)
        if box.x < 0 or box.right > self.rect.width or box.y < 0 or box.bottom > self.rect.height:
            return False
        if any(around.intersection(other) for other in self._taken):
            return False
        self.write(text, x, baseline, color, align=align, weight=weight, role=role)
        return True

    def box(
        self,
        text: str,
        x: float,
        baseline: float,
        *,
        align: Align = "left",
        size: float = 0.0,
        weight: int = 400,
        family: str = "sans-serif",
    ) -> Rect:
        """What a text covers, from the capitals' height to below its descenders."""
        size = size or self.size
        width = self.width(text, size, weight, family)
        left = x - width * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        return Rect(left, baseline - CAPITALS * size, width, (CAPITALS + BELOW) * size)

    def middle(self, y: float, size: float = 0.0) -> float:
        """The baseline on which capitals stand about `y`."""
        return y + CAPITALS / 2 * (size or self.size)


def on(color: Color, theme: Theme) -> Color:
    """The colour of text on a mark: whichever of the theme's darkest and lightest stands out most."""
    colors = theme.colors
    best = max((colors.ink, colors.surface, colors.on_accent_2), key=color.contrast)
    return best if color.contrast(best) >= LEAST_CONTRAST else _WHITE


def _upright(rect: Rect) -> Rect:
    x, y = min(rect.x, rect.right), min(rect.y, rect.bottom)
    return Rect(x, y, abs(rect.width), abs(rect.height))


def _cut(text: str, count: int) -> str:
    return text[:count].rstrip(" ,.;:–-") + "…"
