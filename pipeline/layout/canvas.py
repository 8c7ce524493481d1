"""A canvas: collects what is drawn on a page, its places and sizes given in px of a reference.

Places are those of a page that reads from left to right; here, and nowhere else, they are scaled to the page and turned
round where it reads the other way.

    canvas = Canvas(page, unit=1.2, origin=Point(64, 180))
    canvas.box(Rect(0, 0, 200, 40), theme.colors.accent)            # from 64 px to 304 px, or from the right
    canvas.text(0, 70, "Sent", canvas.style(18, theme.colors.ink))  # the width of the text comes back
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from math import inf
from typing import Literal, TypeAlias

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.curves import circle
from pipeline.geometry import Point, Rect
from pipeline.layout.cut import cut
from pipeline.layout.page import Page
from pipeline.scene import Box, Item, LinearGradient, Outline, Paint, Path, RadialGradient, Segment, Stroke
from pipeline.theme import Colors, Theme
from pipeline.typography import AIR, LEADING, Paragraph, Setting, Span, TextStyle

CAPITALS, DESCENDERS = 0.68, 0.24  # em: what letters reach above and below their baseline
LABEL_LEADING = 1.15  # em from line to line of a label

Anchor: TypeAlias = Literal["start", "middle", "end"]
Family: TypeAlias = Literal["display", "text", "numerals"]

_SHARES: dict[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Canvas:
    """Collects items for a page; `unit` is the page's px for one of the reference, `origin` where the canvas begins.

    A character that no face has is reported under `field` of the spec, else under the role of its text.
    """

    def __init__(self, page: Page, *, unit: float = 1.0, origin: Point = Point(0.0, 0.0), field: str = "") -> None:
        self.page = page
        self.unit = unit
        self.items: list[Item] = []
        self._field = field
        self._origin = origin
        self._sets: dict[tuple[str, TextStyle], Paragraph] = {}
        self._written: list[Rect] = []

    @property
    def theme(self) -> Theme:
        """The page's theme."""
        return self.page.theme

    @property
    def colors(self) -> Colors:
        """The theme's colours."""
        return self.page.theme.colors

    @property
    def width(self) -> float:
        """Of the page."""
        return self.page.size.width / self.unit

    @property
    def height(self) -> float:
        """Of the page."""
        return self.page.size.height / self.unit

    # Text

    def style(
        self,
        size: float,
        fill: Color,
        weight: int = 400,
        family: Family = "text",
        tracking_em: float = 0.0,
        tabular: bool = False,
        leading: float = LEADING,
    ) -> TextStyle:
        """A style in one of the theme's faces; `tabular` numbers are even in width."""
        features = ("tnum", "lnum") if tabular else ()
        families = getattr(self.theme.faces, family)
        return TextStyle(families, size, fill, weight, False, leading, tracking_em, features)

    def measure(self, text: str, style: TextStyle) -> float:
        """How wide the text is on one line."""
        return self._set(text, style).width / self.unit if text else 0.0

    def box_of(self, text: str, x: float, baseline: float, style: TextStyle, anchor: Anchor = "start") -> Rect:
        """What a line covers, from the height of its capitals to below its descenders."""
        width = self.measure(text, style)
        return _box(x - _SHARES[anchor] * width, baseline, width, style)

    def text(
        self, x: float, baseline: float, text: str, style: TextStyle, *, anchor: Anchor = "start", role: str = ""
    ) -> float:
        """Write one line with its start, middle or end at x; returns its width."""
        if not text.strip():
            return 0.0
        set_ = self._set(text, style, role)
        width = set_.width / self.unit
        left = x - _SHARES[anchor] * width
        self._written.append(_box(left, baseline, width, style))
        self._write(set_, left, baseline, role)
        return width

    def text_if_free(
        self, x: float, baseline: float, text: str, style: TextStyle, room: Rect, *, anchor: Anchor, role: str
    ) -> bool:
        """Write one line unless it would leave the room or touch another; returns whether it was written."""
        box = self.box_of(text, x, baseline, style, anchor)
        if not room.contains(box) or not self.is_free(box.inset(-0.25 * style.size)):
            return False
        self.text(x, baseline, text, style, anchor=anchor, role=role)
        return True

    def is_free(self, rect: Rect) -> bool:
        """Whether no line of text has been written there."""
        return not self.written_in(rect)

    def written_in(self, rect: Rect) -> list[Rect]:
        """What lines of text cover that reach into a box."""
        return [other for other in self._written if rect.intersection(other)]

    def fit(
        self,
        text: Leaf | Sequence[Span],
        style: TextStyle,
        settings: Sequence[Setting],
        measure: float,
        height: float = inf,
        *,
        is_end: bool = False,
        is_running: bool = False,
    ) -> Paragraph:
        """A text in the first of the settings that holds it, as `Page.fit` has it but in px of the canvas.

        Raises FitError under the field of the text, or of the first of its stretches.
        """
        written, field = (text.text, text.field) if isinstance(text, Leaf) else (text, text[0].role)
        scaled = [setting._replace(size=setting.size * self.unit) for setting in settings]
        room = measure * self.unit, height * self.unit
        return self.page.fit(written, style, scaled, *room, field, is_end=is_end, is_running=is_running)

    def cut(self, text: str, style: TextStyle, measure: float, role: str = "") -> str:
        """The text, or as much of it as the measure holds, with an ellipsis; a letter keeps its marks."""
        return cut(text, self._scaled(style), measure * self.unit, self.page.typesetter, self._field or role)

    def wrapped(self, text: str, style: TextStyle, measure: float, most: int = 2) -> tuple[str, ...]:
        """The text in as few lines as hold it, at most so many; a last line that holds too much is cut."""
        if most == 1 or self.measure(text, style) <= measure:
            return (self.cut(text, style, measure),)
        set_ = self.page.typesetter.set([Span(text, self._scaled(style))], measure * self.unit, role=self._field)
        first = set_.lines[0].text
        if len(set_.lines) == 1 or not text.startswith(first):  # no letter of it may be lost
            return (self.cut(text, style, measure),)
        return (first.strip(), *self.wrapped(text[len(first) :].strip(), style, measure, most - 1))

    def whole(self, text: str, style: TextStyle, measure: float, most: int = 2) -> tuple[str, ...]:
        """The text in at most so many lines none of which parts a word; none where it does not fit so."""
        lines = self.wrapped(text, style, measure, most)
        fits = all(self.measure(line, style) <= measure for line in lines)
        return lines if fits and "".join("".join(lines).split()) == "".join(text.split()) else ()

    def leading(self, labels: Iterable[Sequence[str]], style: TextStyle) -> float:
        """From line to line of the labels: the usual, or what the ink of the tallest of their letters takes."""
        usual = LABEL_LEADING * style.size
        pairs = [pair for lines in labels for pair in pairwise((line, style) for line in lines)]
        return max([self.apart(*pair, usual) for pair in pairs], default=usual)

    def apart(self, above: tuple[str, TextStyle], below: tuple[str, TextStyle], usual: float) -> float:
        """From a line to one below it: the usual, or farther where their inks would touch."""
        needed = self._set(*above).apart_from(self._set(*below)) / self.unit
        return needed if needed > usual + AIR * below[1].size else usual

    def lines(
        self,
        x: float,
        middle: float,
        lines: Sequence[str],
        style: TextStyle,
        *,
        anchor: Anchor = "start",
        role: str = "",
    ) -> float:
        """Write lines as a block whose capitals stand about `middle`; returns the baseline of the last."""
        leading = self.leading([lines], style)
        baseline = middle + CAPITALS / 2 * style.size - (len(lines) - 1) / 2 * leading
        for index, line in enumerate(lines):
            self.text(x, baseline + index * leading, line, style, anchor=anchor, role=role)
        return baseline + (len(lines) - 1) * leading

    def paragraph(self, paragraph: Paragraph, x: float, baseline: float, role: str = "") -> Rect:
        """Write set lines with their column's start at x; returns what they cover, descenders included."""
        self._write(paragraph, x, baseline, role)
        height = paragraph.height + DESCENDERS * paragraph.size
        top = baseline - paragraph.cap_height / self.unit
        return Rect(x, top, paragraph.width / self.unit, height / self.unit)

    def _write(self, paragraph: Paragraph, x: float, baseline: float, role: str) -> None:
        at = self._place(x, baseline)
        if self.page.mirrored:
            at = Point(at.x - (paragraph.measure if paragraph.measure < inf else paragraph.width), at.y)
        self.items += paragraph.placed(at.x, at.y, role)

    def block(self, paragraph: Paragraph, x: float, middle: float) -> Rect:
        """Write set lines as a block whose letters, capitals to last baseline, stand about `middle`."""
        return self.paragraph(paragraph, x, middle + (paragraph.cap_height - paragraph.height / 2) / self.unit)

    # Marks

    def box(self, rect: Rect, fill: Paint, radius: float = 0.0) -> None:
        """A filled box, unless it is empty."""
        if rect.width > 0 and rect.height > 0:
            round_ = min(radius, rect.width / 2, rect.height / 2) * self.unit
            self.items.append(Box(self.placed(rect), fill=self._paint(fill), radius=round_))

    def boxes(self, rects: Iterable[Rect], fill: Paint, radius: float = 0.0) -> None:
        """Filled boxes of one colour."""
        for rect in rects:
            self.box(rect, fill, radius)

    def ring(self, center: Point, radius: float, line: float, color: Color, fill: Color | None = None) -> None:
        """A circle whose line's middle is `radius` from its center, filled or not."""
        place = self.placed(Rect.around(center, radius))
        self.items.append(Box(place, fill=fill, radius=place.width / 2, stroke=Stroke(color, line * self.unit)))

    def dots(self, centers: Sequence[Point], radius: float, fill: Color) -> None:
        """Filled circles of one colour, as one path."""
        if centers:
            self.shape(chain.from_iterable(circle(center, radius) for center in centers), fill)

    def shape(
        self,
        outline: Iterable[Segment],
        fill: Paint | None = None,
        line: Paint | None = None,
        width: float = 0.0,
        *,
        dash: tuple[float, ...] = (),
        is_round: bool = True,
    ) -> None:
        """An outline, filled, or drawn as a line `width` px wide, or both; the line's ends are round or cut off."""
        cap: Literal["butt", "round"] = "round" if is_round else "butt"
        dashes = tuple(each * self.unit for each in dash)
        stroke = Stroke(self._paint(line), width * self.unit, cap, "round", dashes) if line is not None else None
        self.items.append(Path(self._turned(outline), self._paint(fill) if fill is not None else None, stroke))

    def across(self, left: float, right: float, y: float, color: Color) -> None:
        """A hairline from left to right, on whole px of the page."""
        line = max(1, round(self.unit)) / self.unit
        self.box(Rect(left, round(y * self.unit) / self.unit, right - left, line), color)

    def down(self, x: float, top: float, bottom: float, color: Color) -> None:
        """A hairline from top to bottom, on whole px of the page."""
        line = max(1, round(self.unit)) / self.unit
        self.box(Rect(round(x * self.unit) / self.unit, top, line, bottom - top), color)

    # Places

    def placed(self, rect: Rect) -> Rect:
        """Where a box of the reference lies on the page."""
        corner = self._place(rect.right if self.page.mirrored else rect.x, rect.y)
        return Rect(corner.x, corner.y, rect.width * self.unit, rect.height * self.unit)

    def _place(self, x: float, y: float) -> Point:
        return self.page.point(self._origin.x + x * self.unit, self._origin.y + y * self.unit)

    def _turned(self, outline: Iterable[Segment]) -> Outline:
        (dx, dy), down = self._place(0, 0), self.unit
        across = -down if self.page.mirrored else down
        turned: list[Segment] = []
        for segment in outline:
            if len(segment) == 7:
                name, x1, y1, x2, y2, x, y = segment
                handles = x1 * across + dx, y1 * down + dy, x2 * across + dx, y2 * down + dy
                turned.append((name, *handles, x * across + dx, y * down + dy))
            elif len(segment) == 3:
                name, x, y = segment
                turned.append((name, x * across + dx, y * down + dy))
            else:
                turned.append(segment)
        return tuple(turned)

    def _paint(self, paint: Paint) -> Paint:
        match paint:
            case LinearGradient():
                return paint._replace(start=self._place(*paint.start), end=self._place(*paint.end))
            case RadialGradient():
                return paint._replace(center=self._place(*paint.center), radius=paint.radius * self.unit)
        return paint

    def _scaled(self, style: TextStyle) -> TextStyle:
        return style.scaled(self.unit)

    def _set(self, text: str, style: TextStyle, role: str = "") -> Paragraph:
        found = self._sets.get((text, style))
        if found is None:
            spans = [Span(text, self._scaled(style))]
            found = self._sets[text, style] = self.page.typesetter.set(spans, role=self._field or role)
        return found


def _box(left: float, baseline: float, width: float, style: TextStyle) -> Rect:
    """What a line covers, from the height of its capitals to below its descenders."""
    return Rect(left, baseline - CAPITALS * style.size, width, (CAPITALS + DESCENDERS) * style.size)
