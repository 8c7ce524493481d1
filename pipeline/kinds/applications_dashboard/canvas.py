"""The canvas of a board: what all its parts draw on, with the measures of the picture and what the board says."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.color import Color, set_off
from pipeline.geometry import Point, Rect
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.measures import Measures
from pipeline.kinds.applications_dashboard.model import RUNGS
from pipeline.layout.canvas import Anchor, Canvas
from pipeline.layout.page import Page
from pipeline.typography import TextStyle

TITLE_RISE_EM = 0.74  # from the top of a panel to its title's baseline
MARK_CONTRAST = 3.0  # WCAG 2.2, 1.4.11
SWATCH, AFTER_SWATCH = 0.66, 0.95  # em: the square before an entry of a legend, and from its left to the text


class Arrow(NamedTuple):
    """An arrow from one stage to the next."""

    length: float
    barb: float
    line: float  # width
    before: float  # from the share's end to the tip


class BoardCanvas(Canvas):
    """A canvas that knows the measures and the content of the board that is drawn on it, and the words of that.

    `meta` is the size of the small text, which most distances are multiples of, `quiet` the style of remarks, and
    `title_style` that of a panel's title.
    """

    def __init__(self, page: Page, measures: Measures, content: Content) -> None:
        super().__init__(page, unit=measures.unit, field=content.field)
        self.measures, self.content, self.words = measures, content, content.words
        self.meta = measures.meta
        self.quiet = self.style(self.meta, self.colors.muted)
        self.title_style = self.style(measures.heading, self.colors.ink, 600, "display")

    def write(
        self, x: float, baseline: float, text: str, style: TextStyle, room: float, role: str, anchor: Anchor = "start"
    ) -> float:
        """Write as much of a line as the room holds; returns its width."""
        return self.text(x, baseline, self.cut(text, style, room), style, anchor=anchor, role=role)

    def number(self, count: int) -> str:
        """A count in the digits of the board's language."""
        return self.words.language.whole(count)

    def heading(self, room: Rect, title: str, remark: str = "", role: str = "panels.title") -> float:
        """The head of a panel: its title and, where there is room beside it, a remark; returns their baseline."""
        baseline = self.title_baseline(room)
        width = self.write(room.x, baseline, title, self.title_style, room.width, "panels.title")
        if remark and self.measure(remark, self.quiet) <= room.width - width - self.meta:
            self.text(room.right, baseline, remark, self.quiet, anchor="end", role=role)
        return baseline

    def title_baseline(self, room: Rect) -> float:
        """Where the title of a panel stands."""
        return room.y + self.measures.heading * TITLE_RISE_EM

    def legend_width(self, text: str, style: TextStyle) -> float:
        """How wide an entry of a legend is, with its swatch."""
        return self.measure(text, style) + AFTER_SWATCH * style.size

    def legend_entry(self, end: Point, text: str, look: TextStyle, fill: Color, role: str, inner: Color | None) -> None:
        """A swatch before a text that ends there; with an `inner` colour the swatch is outlined."""
        self.text(end.x, end.y, text, look, anchor="end", role=role)
        size = SWATCH * look.size
        swatch = Rect(end.x - self.legend_width(text, look), end.y - size, size, size)
        self.box(swatch, fill, 3)
        if inner:
            self.box(swatch.inset(1.5), inner, 1.5)

    def conversion(self, at: int, clear: float, tip: float, baseline: float, style: TextStyle, arrow: Arrow) -> None:
        """The share that moved on from a stage and an arrow to the next, if they keep clear of the stage's count."""
        step = self.content.figures.pipeline[at]
        share, end = self.words.share(step.moved_on, step.count), tip - arrow.before
        if end - self.measure(share, style) < clear:
            return
        self.text(end, baseline, share, style, anchor="end", role="stage.conversion")
        y, barb = baseline - 0.33 * style.size, arrow.barb
        head = (("M", tip - barb, y - barb), ("L", tip, y), ("L", tip - barb, y + barb))
        outline = (("M", tip - arrow.length, y), ("L", tip, y), *head)
        self.shape(outline, line=self.colors.muted, width=arrow.line)

    def seen(self, color: Color) -> Color:
        """An author's colour, in a shade that stands out from the card."""
        surface = self.colors.surface
        return set_off(color.over(surface), (surface,), MARK_CONTRAST)

    def stage_color(self, at: int) -> Color:
        """The colour of a stage's node: the author's, or the theme's."""
        own = self.content.colors.get(RUNGS[at])
        if own is not None:
            return self.seen(own)
        return self.colors.accent_2 if RUNGS[at] == "offer" else self.colors.flow_node
