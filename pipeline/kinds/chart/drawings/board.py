"""The board that a chart fills: a canvas with room for it, the measures of its page, and looks that drawings share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy

from pipeline import charts
from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.curves import End, rounded_end
from pipeline.geometry import Point, Rect
from pipeline.kinds.chart.measures import Measures
from pipeline.kinds.chart.table import Table
from pipeline.layout.canvas import LABEL_LEADING, Canvas
from pipeline.layout.page import Page
from pipeline.typography import TextStyle

GAP = 0.45  # em between a mark and its label
TWO_LINES = 2.4  # em from label to label that two lines of each need
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
_WHITE = Color(255, 255, 255)  # on sage the lightest token falls short of a contrast of 4.5 by a hundredth


class Board(Canvas):
    """A canvas that knows the measures of its page: all lengths in px from the left top of the board's inner part.

    A drawing stands in the `area`, and keeps free `head` px above its marks, for notes.
    """

    def __init__(self, page: Page, inner: Rect, foot: float, measures: Measures, head: float) -> None:
        super().__init__(page, origin=Point(inner.x, inner.y))
        self.area, self.measures, self.head = Rect(0, 0, inner.width, inner.height - foot), measures, head

    @property
    def size(self) -> float:
        """Of labels that have room."""
        return self.measures.text

    def named(self, text: str, style: TextStyle, measure: float, pitch: float) -> tuple[str, ...]:
        """A label in two lines, if they leave free those that stand so far above and below, else cut to one."""
        lines = self.wrapped(text, style, measure)
        room = pitch - (TWO_LINES - LABEL_LEADING) * style.size
        has_room = len(lines) == 1 or self.leading([lines], style) <= room + 0.01
        return lines if has_room else self.wrapped(text, style, measure, 1)

    def below(self, px: float) -> Board:
        """The board without so much of it at the top."""
        return self.within(self.area._replace(y=self.area.y + px, height=self.area.height - px))

    def within(self, area: Rect) -> Board:
        """The board on which a drawing has another area: what is drawn there is drawn here."""
        other = copy(self)
        other.area = area
        return other

    def plain(self, size: float = 0.0) -> TextStyle:
        """The style of labels."""
        return self.style(size or self.size, self.colors.ink_2)

    def quiet(self, size: float = 0.0) -> TextStyle:
        """The style of what is said beside marks."""
        return self.style(size or self.size, self.colors.muted)

    def strong(self, size: float = 0.0) -> TextStyle:
        """The style of numbers."""
        return self.style(size or self.size, self.colors.ink, 600)

    def name(self, table: Table, leaf: Leaf, size: float, *, is_peak: bool = False) -> TextStyle:
        """The style of a label: that of the highest number is bold, the highlighted one's warm and bold."""
        is_lit = leaf.text in table.content.highlight
        ink = self.lit(table)[1] if is_lit else self.colors.ink_2
        return self.style(size, ink, 600 if is_lit or is_peak else 400)

    def bar(self, rect: Rect, color: Color, end: End | None = None, radius: float = 0.0) -> None:
        """A filled box on whole px, its corners round at one end; of a negative extent it reaches to the left or up."""
        left, right = sorted((round(rect.x), round(rect.right)))
        top, bottom = sorted((round(rect.y), round(rect.bottom)))
        box = Rect(left, top, max(right - left, 1 if rect.width else 0), max(bottom - top, 1 if rect.height else 0))
        radius = min(radius, box.width / 2, box.height / 2)
        if end is None or radius < 1:
            self.box(box, color)
        elif box.width > 0 and box.height > 0:
            self.shape(rounded_end(box, radius, end), color)

    @contextmanager
    def plotted(self, rect: Rect, x: tuple[float, float], y: tuple[float, float]) -> Iterator[charts.Axes]:
        """Bare axes of matplotlib, which is best at curves and rings; its marks join the canvas when the block ends.

        `x` and `y` are the data at the edges of `rect`.
        """
        page = self.page
        with charts.styled(page.theme):
            figure = charts.figure(rect.width, rect.height)
            yield charts.axes(figure, Rect(0, 0, rect.width, rect.height), x, y)
            place = self.placed(rect)
            self.items += charts.record(figure, page.typesetter, page.theme, place, mirrored=page.mirrored)

    def on(self, color: Color) -> Color:
        """The colour of text on a mark: whichever of the theme's darkest and lightest stands out most."""
        colors = self.colors
        best = max((colors.ink, colors.surface, colors.on_accent_2), key=color.contrast)
        return best if color.contrast(best) >= LEAST_CONTRAST else _WHITE

    def lit(self, table: Table) -> tuple[Color, Color]:
        """The colours of a highlighted mark and of its text: warm, unless a note elsewhere is the one warm thing."""
        colors = self.colors
        return (colors.accent_2, colors.accent_2_text) if table.content.is_highlight_warm else (colors.ink, colors.ink)

    def series_colors(self, table: Table) -> list[Color]:
        """A colour for each series; that of several put together is grey."""
        cat, rest = self.colors.cat, self.colors.series_rest
        return [rest if each.name is table.rest else cat[at % len(cat)] for at, each in enumerate(table.series)]

    def label_colors(self, table: Table, *, many: bool) -> list[Color]:
        """A colour for each label, of one hue or of many: the highlight warm, several put together grey."""
        cat, rest = self.colors.cat, self.colors.series_rest
        plain = [cat[at % len(cat) if many else 0] for at in range(len(table.labels))]
        colors = [rest if label is table.rest else color for label, color in zip(table.labels, plain, strict=True)]
        return [self.lit(table)[0] if table.is_highlit(at) else color for at, color in enumerate(colors)]
