"""The head of a checklist: eyebrow, title, and the progress of it all as ring, bar or count with its legend."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from pipeline.geometry import Point, Rect
from pipeline.kinds.feedback_checklist import marks
from pipeline.kinds.feedback_checklist.content import Content
from pipeline.kinds.feedback_checklist.frames import Frame
from pipeline.layout import header as head
from pipeline.layout.canvas import Anchor, Canvas
from pipeline.layout.page import Page
from pipeline.scene import Item
from pipeline.typography import Paragraph, Setting, TextStyle

LEGEND_ORDER = ("done", "partial", "doing", "todo", "na")
DIGIT_RISE = 0.33  # em from the baseline to the middle of a capital or a digit
FRACTION_SIZES = (1.0, 0.85, 0.72, 0.6)  # of the usual size, for counts with more digits
CAP_HEIGHT = 0.72  # em, of the numerals
LABEL_LEADING = 1.1
CLEAR = 24  # px of the reference between a legend and the sheet beside it
BAND_ROWS = 3  # of a legend's column in a band
BAND_LEGEND = 360  # px of the reference that a line of it may be wide

# size, leading, most lines, weight, tracking: tried in order; the first ones are the comp's
BESIDE_TITLES = (
    Setting(58, 62 / 58, 4, None, -0.02),
    Setting(52, 56 / 52, 5, None, -0.019),
    Setting(44, 49 / 44, 5, None, -0.017),
    Setting(37, 42 / 37, 6, None, -0.014),
    Setting(31, 37 / 31, 7, None, -0.01),
    Setting(26, 32 / 26, 8, None, -0.006),
    Setting(22, 28 / 22, 9, None, -0.003),
)
TALL_TITLES = (
    Setting(74, 80 / 74, 2, None, -0.022),
    Setting(64, 70 / 64, 3, None, -0.02),
    Setting(54, 60 / 54, 3, None, -0.018),
    Setting(44, 50 / 44, 4, None, -0.015),
    Setting(36, 43 / 36, 5, None, -0.012),
    Setting(29, 36 / 29, 6, None, -0.008),
)
BAND_TITLES = (
    Setting(44, 48 / 44, 1, None, -0.018),
    Setting(38, 42 / 38, 1, None, -0.016),
    Setting(34, 38 / 34, 2, None, -0.014),
    Setting(28, 33 / 28, 2, None, -0.01),
    Setting(23, 28 / 23, 3, None, -0.005),
)


class Header(NamedTuple):
    """What is drawn, and the y where the sheet may begin."""

    items: tuple[Item, ...]
    bottom: float


def header(content: Content, frame: Frame, page: Page) -> Header:
    """The head of one arrangement; raises FitError for an eyebrow, a title or a label that does not fit it."""
    drawn = _Head(content, frame, Canvas(page, unit=frame.unit, origin=Point(0.0, frame.top)))
    bottom = {"beside": _beside, "band": _band, "tall": _tall}[frame.arrangement](drawn)
    return Header(tuple(drawn.canvas.items), frame.top + bottom * frame.unit)


class _Entry(NamedTuple):
    """A line of the legend: a state, how many items are in it, and its name, set."""

    state: str
    number: str
    name: Paragraph


class _Legend(NamedTuple):
    """The type sizes of a legend, and what stands before its names, from the left: the mark and the count."""

    size: float
    count_size: float
    mark: float
    count_x: float
    gap: float  # from the count to the name


LEGENDS = {
    "beside": _Legend(20, 19, 20, 32, 10),
    "band": _Legend(19, 19, 18, 28, 9),
    "tall": _Legend(24, 22, 24, 36, 9),
}


class _Head(NamedTuple):
    """A head that is being drawn, in px of the frame's reference."""

    content: Content
    frame: Frame
    canvas: Canvas

    @property
    def left(self) -> float:
        return self.frame.left / self.frame.unit

    @property
    def right(self) -> float:
        return self.frame.right / self.frame.unit

    @property
    def summary(self) -> str:
        """How progress is shown; of an empty list, not at all."""
        return self.content.summary if self.content.tally.all + self.content.tally.na else "none"

    def set_eyebrow(self, size: float, measure: float) -> Paragraph | None:
        unit, least = self.frame.unit, self.frame.smallest
        return head.eyebrow(self.canvas.page, self.content.eyebrow, size * unit, measure * unit, smallest=least)

    def eyebrow(self, size: float, baseline: float, measure: float) -> float:
        """Write the eyebrow; how far its further lines push down what follows."""
        eyebrow = self.set_eyebrow(size, measure)
        if eyebrow is None:
            return -0.5 * size
        self.canvas.paragraph(eyebrow, self.left, baseline)
        return eyebrow.depth / self.frame.unit

    def title(self, settings: Sequence[Setting], measure: float, height: float) -> Paragraph | None:
        unit = self.frame.unit
        scaled = [each._replace(size=max(each.size * unit, self.frame.smallest)) for each in settings]
        title, page = self.content.title, self.canvas.page
        return head.title(page, title, scaled, measure * unit, height * unit)

    def ring(self, center: Point, diameter: float, big: float, small: float) -> None:
        """The ring with the count in its middle; `big` and `small` are the type sizes."""
        canvas, unit, (word, style) = self.canvas, self.frame.unit, self.done(small)
        at = canvas.placed(Rect.around(center, diameter / 2))
        canvas.items += marks.ring(self.content.tally, at.center, at.width, canvas.colors, unit)
        sizes = [big * factor for factor in FRACTION_SIZES]
        widths = [canvas.measure(self.fraction, self.digits(size)) for size in sizes]
        fitting = [size for size, width in zip(sizes, widths, strict=True) if width <= 0.72 * diameter]
        size = max(fitting, default=sizes[-1])
        # the pair is centred by eye: between the number's cap top and the label's x-height foot
        baseline = center.y + (CAP_HEIGHT * size - 0.75 * small - 0.3 * big) / 2 + 0.03 * big
        self.write_count(center.x, baseline, size, anchor="middle")
        if canvas.measure(word, style) <= 0.74 * diameter:
            foot = round(baseline * unit) / unit + 1.26 * small
            canvas.text(center.x, foot, word, style, anchor="middle", role="labels.done")

    def write_count(self, x: float, baseline: float, size: float, anchor: Anchor = "start") -> float:
        """Write how many of all are done, in digits; their width."""
        return self.canvas.text(x, baseline, self.fraction, self.digits(size), anchor=anchor, role="summary")

    def done(self, size: float) -> tuple[str, TextStyle]:
        """The word that stands with the count."""
        return str(self.content.words.shown.done), self.canvas.style(size, self.canvas.colors.muted)

    @property
    def fraction(self) -> str:
        return f"{self.content.tally.done}/{self.content.tally.all}"

    def digits(self, size: float) -> TextStyle:
        return self.canvas.style(size, self.canvas.colors.ink, 600, "numerals", -0.03, tabular=True)

    def legend(self, measure: float) -> list[_Entry]:
        """Each state that occurs, in the measure; a long name is set smaller, at need and below a band on two lines."""
        canvas, unit, entries = self.canvas, self.frame.unit, []
        tally, shown, size = self.content.tally, self.content.words.shown, self.look.size
        tried = ((size, 1), (19, 1)) if self.frame.arrangement == "band" else ((size, 1), (19, 1), (19, 2))
        sizes = [(max(each * unit, self.frame.smallest), lines) for each, lines in tried]
        settings = [Setting(each, LABEL_LEADING, lines) for each, lines in sizes]
        style = canvas.style(size * unit, canvas.colors.ink_2)
        found = [(state, str(count)) for state in LEGEND_ORDER if (count := getattr(tally, state))]
        room = (measure - max((self.name_x(count) for _, count in found), default=0.0)) * unit
        for state, count in found:
            name = canvas.page.fit(getattr(shown, state), style, settings, room, 3 * size * unit, f"labels.{state}")
            entries.append(_Entry(state, count, name))
        return entries

    def name_x(self, count: str) -> float:
        """From an entry's edge to its name."""
        return self.look.count_x + self.canvas.measure(count, self._count_style) + self.look.gap

    def entry(self, entry: _Entry, x: float, y: float, name_x: float) -> None:
        """A line of the legend, about y, with its name so far from its edge."""
        canvas, unit, look = self.canvas, self.frame.unit, self.look
        rise = DIGIT_RISE * look.size
        baseline = round((y + rise) * unit) / unit
        at = canvas.placed(Rect.around(Point(x + look.mark / 2, baseline - rise), look.mark / 2))
        canvas.items += marks.state_mark(entry.state, at.center, at.width, canvas.colors)
        canvas.text(x + look.count_x, baseline, entry.number, self._count_style, role="summary")
        canvas.paragraph(entry.name, x + name_x, baseline - entry.name.depth / unit / 2)

    @property
    def look(self) -> _Legend:
        return LEGENDS[self.frame.arrangement]

    @property
    def _count_style(self) -> TextStyle:
        return self.canvas.style(self.look.count_size, self.canvas.colors.ink, 600, "numerals", tabular=True)


def _beside(head: _Head) -> float:
    """Title in a narrow column at the left, progress at its foot."""
    unit, left = head.frame.unit, head.left
    measure = head.right - left
    first = 160 + head.eyebrow(20, 94, measure)
    foot = (head.frame.size.height - head.frame.top) / unit - 76
    top = _beside_summary(head, foot - (24 if head.frame.dots else 0))
    title = head.title(BESIDE_TITLES, measure + 2, min(top, foot) - 38 - (first - 38.86))
    if title is not None:
        head.canvas.paragraph(title, left - 2, first - (38.86 - title.cap_height / unit) * 0.9)
    return -inf


def _beside_summary(head: _Head, foot: float) -> float:
    """Ring and legend side by side, or bar or count above the legend; the y of their top."""
    if head.summary == "none":
        return foot
    x = head.left + (164 if head.summary == "ring" else 0)
    entries = head.legend(head.frame.sheet.x / head.frame.unit - CLEAR - x)
    pitch = 32 + max((entry.name.depth for entry in entries), default=0.0) / head.frame.unit
    if head.summary == "ring":
        center = foot - 66
        head.ring(Point(head.left + 66, center), 132, 34, 19)
        y = min(center - pitch / 2 * (len(entries) - 1), foot - pitch * (len(entries) - 1))
        top = min(foot - 132, y - 12)
    else:
        y = foot - 12 - pitch * (len(entries) - 1)
        top = y - 30
        if head.summary == "bar":
            marks.bar(head.canvas, head.content.tally, Rect(x, top - 12, 300, 12), 4.0, marks.MOST_SEGMENTS)
            top -= 32
        width = head.write_count(x, top, 40)
        head.canvas.text(x + width + 10, top, *head.done(22), role="labels.done")
        top -= 0.72 * 40
    name_x = max((head.name_x(entry.number) for entry in entries), default=0.0)
    for index, entry in enumerate(entries):
        head.entry(entry, x, y + pitch * index, name_x)
    return top


def _tall(head: _Head) -> float:
    """Title at the left, the ring at its right, the legend in rows below."""
    unit, left, right = head.frame.unit, head.left, head.right
    side = {"ring": 264, "count": 220}.get(head.summary, 0)
    measure = right - left - side
    pushed = head.eyebrow(24, 102, measure)
    title = head.title(TALL_TITLES, measure + 3, 214)
    bottom = 110 + pushed
    if title is not None:
        first = 190 + pushed - (49.58 - title.cap_height / unit)
        head.canvas.paragraph(title, left - 3, first)
        bottom = first + title.depth / unit
    if head.summary == "ring":
        head.ring(Point(right - 100, 184), 200, 52, 25)
        bottom = max(bottom, 262)
    elif head.summary == "count":
        head.write_count(right, 190, 74, anchor="end")
        head.canvas.text(right, 230, *head.done(28), anchor="end", role="labels.done")
        bottom = max(bottom, 230)
    elif head.summary == "bar":
        marks.bar(head.canvas, head.content.tally, Rect(left, bottom + 40, right - left, 16), 4.0, marks.MOST_SEGMENTS)
        bottom += 48
    return (bottom if head.summary == "none" else _tall_legend(head, bottom + 52) - 12) + 68


def _tall_legend(head: _Head, y: float) -> float:
    """The legend in a row, in several where it is too wide; the y of the last one."""
    x = head.left
    for entry in head.legend(head.right - head.left):
        name_x = head.name_x(entry.number)
        width = name_x + entry.name.width / head.frame.unit
        if x > head.left and x + width > head.right:
            x, y = head.left, y + 40
        head.entry(entry, x, y, name_x)
        x += width + 36
    return y


def _band(head: _Head) -> float:
    """Everything on one band across the top."""
    unit, left = head.frame.unit, head.left
    measure = _band_summary(head) - left
    eyebrow = head.set_eyebrow(20, measure)
    deeper = eyebrow.depth / unit if eyebrow else 0.0  # a second line grows upwards: there is no room below
    if eyebrow:
        head.canvas.paragraph(eyebrow, left, 58 - deeper)
    title = head.title(BAND_TITLES, measure, 62)
    if title is not None:
        middle = 89 if eyebrow else 79
        top = max(middle - title.height / unit / 2, 70 if eyebrow else 0)
        head.canvas.paragraph(title, left - 2, top + title.cap_height / unit)
    return 148


def _band_summary(head: _Head) -> float:
    """Ring or count at the right, the legend at its left in columns; the x where the title must end."""
    left, middle = head.right, 82.0
    if head.summary == "none":
        return left
    if head.summary == "ring":
        head.ring(Point(left - 48, middle), 96, 27, 19)
        left -= 120
    elif head.summary == "count":
        left -= head.write_count(left, middle + 16, 44, anchor="end") + 28
    entries = head.legend(BAND_LEGEND)
    if not entries:
        return left
    name_x = max(head.name_x(entry.number) for entry in entries)
    width = name_x + max(entry.name.width for entry in entries) / head.frame.unit
    columns = [entries[at : at + BAND_ROWS] for at in range(0, len(entries), BAND_ROWS)]
    whole = width * len(columns) + 28 * (len(columns) - 1)
    pitch, y = 29.0, middle - 14.5 * (len(columns[0]) - 1)
    if head.summary == "bar":
        whole = max(whole, 260)
        marks.bar(head.canvas, head.content.tally, Rect(left - whole, 118, whole, 10), 4.0, marks.MOST_SEGMENTS)
        pitch, y = 26.0, 94 - 26.0 * (len(columns[0]) - 1)
    for at, column in enumerate(columns):
        for row, entry in enumerate(column):
            head.entry(entry, left - whole + at * (width + 28), y + pitch * row, name_x)
    return left - whole - 32
