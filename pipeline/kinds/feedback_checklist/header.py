"""The head of a checklist: eyebrow, title, and the progress of it all as ring, bar or count with its legend."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from pipeline.geometry import Point, Rect
from pipeline.kinds.feedback_checklist import marks
from pipeline.kinds.feedback_checklist.content import ORDER, Content
from pipeline.kinds.feedback_checklist.measures import Measures
from pipeline.kinds.feedback_checklist.states import State
from pipeline.layout import header as head
from pipeline.layout.canvas import Anchor, Canvas
from pipeline.layout.page import Page
from pipeline.scene import Item
from pipeline.typography import Paragraph, Setting, TextStyle

LEGEND_ORDER: tuple[State, ...] = (*ORDER, "na")
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


def header(content: Content, measures: Measures, page: Page) -> Header:
    """The head of one arrangement; raises FitError for an eyebrow, a title or a label that does not fit it."""
    canvas = Canvas(page, unit=measures.unit, origin=Point(0.0, measures.top))
    draw = {"beside": _beside, "band": _band, "tall": _tall}[measures.arrangement]
    bottom = draw(_Head(content, measures, canvas, LEGENDS[measures.arrangement]))
    return Header(tuple(canvas.items), measures.top + bottom * measures.unit)


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


class _Entry(NamedTuple):
    """A line of the legend: a state, how many items are in it, and its name, set, with where that may begin."""

    state: State
    number: str
    name: Paragraph
    name_x: float


class _Head(NamedTuple):
    """A head that is being drawn, in px of the reference."""

    content: Content
    measures: Measures
    canvas: Canvas
    look: _Legend

    @property
    def left(self) -> float:
        return self.measures.left / self.measures.unit

    @property
    def right(self) -> float:
        return self.measures.right / self.measures.unit

    @property
    def summary(self) -> str:
        """How progress is shown; of an empty list, not at all."""
        return self.content.summary if self.content.tally.all + self.content.tally.na else "none"

    def set_eyebrow(self, size: float, measure: float) -> Paragraph | None:
        unit, least = self.canvas.unit, self.measures.smallest
        return head.eyebrow(self.canvas.page, self.content.eyebrow, size * unit, measure * unit, smallest=least)

    def eyebrow(self, size: float, baseline: float, measure: float) -> float:
        """Write the eyebrow; how far its further lines push down what follows."""
        eyebrow = self.set_eyebrow(size, measure)
        if eyebrow is None:
            return -0.5 * size
        self.canvas.paragraph(eyebrow, self.left, baseline)
        return eyebrow.depth / self.canvas.unit

    def title(self, settings: Sequence[Setting], measure: float, height: float) -> Paragraph | None:
        unit, least = self.canvas.unit, self.measures.smallest
        scaled = [each._replace(size=max(each.size * unit, least)) for each in settings]
        return head.title(self.canvas.page, self.content.title, scaled, measure * unit, height * unit)

    def ring(self, center: Point, diameter: float, big: float, small: float) -> None:
        """The ring with the count in its middle; `big` and `small` are the type sizes."""
        canvas, unit, (word, style) = self.canvas, self.canvas.unit, self.done(small)
        marks.ring(canvas, self.content.tally, center, diameter)
        sizes = [big * factor for factor in FRACTION_SIZES]
        fitting = (size for size in sizes if canvas.measure(self.fraction, self.digits(size)) <= 0.72 * diameter)
        size = next(fitting, sizes[-1])
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
        return f"{self.content.number(self.content.tally.done)}/{self.content.number(self.content.tally.all)}"

    def digits(self, size: float) -> TextStyle:
        return self.canvas.style(size, self.canvas.colors.ink, 600, "numerals", -0.03, tabular=True)

    def legend(self, measure: float) -> list[_Entry]:
        """The states that occur, in lines no wider than the measure."""
        canvas, look, unit = self.canvas, self.look, self.canvas.unit
        tried = ((look.size, 1), (19, 1), (19, 2))[: 2 if self.measures.arrangement == "band" else 3]
        settings = [Setting(max(size * unit, self.measures.smallest), LABEL_LEADING, lines) for size, lines in tried]
        style = canvas.style(look.size * unit, canvas.colors.ink_2)
        tally, number = self.content.tally, self.content.number
        counts = {state: number(count) for state in LEGEND_ORDER if (count := getattr(tally, state))}
        starts = [look.count_x + canvas.measure(count, self._count_style) + look.gap for count in counts.values()]
        room = (measure - max(starts)) * unit
        entries = []
        for (state, count), name_x in zip(counts.items(), starts, strict=True):
            label = getattr(self.content.words.shown, state)
            name = canvas.page.fit(label, style, settings, room, 3 * look.size * unit, f"labels.{state}")
            entries.append(_Entry(state, count, name, name_x))
        return entries

    def entry(self, entry: _Entry, x: float, y: float, name_x: float) -> None:
        """Write a line of the legend, about y, with its name so far from its edge."""
        canvas, look, rise = self.canvas, self.look, DIGIT_RISE * self.look.size
        baseline = round((y + rise) * canvas.unit) / canvas.unit
        marks.state_mark(canvas, entry.state, Point(x + look.mark / 2, baseline - rise), look.mark)
        canvas.text(x + look.count_x, baseline, entry.number, self._count_style, role="summary")
        canvas.paragraph(entry.name, x + name_x, baseline - entry.name.depth / canvas.unit / 2)

    def entries(self, entries: Sequence[_Entry], x: float, y: float, pitch: float, name_x: float) -> None:
        """Write lines of the legend below each other, the first about y."""
        for index, entry in enumerate(entries):
            self.entry(entry, x, y + pitch * index, name_x)

    def bar(self, rect: Rect) -> None:
        """Draw the progress as a bar."""
        marks.bar(self.canvas, self.content.tally, rect, 4.0, marks.MOST_SEGMENTS)

    @property
    def _count_style(self) -> TextStyle:
        return self.canvas.style(self.look.count_size, self.canvas.colors.ink, 600, "numerals", tabular=True)


def _beside(head: _Head) -> float:
    """Title in a narrow column at the left, progress at its foot."""
    unit, left = head.canvas.unit, head.left
    measure = head.right - left
    first = 160 + head.eyebrow(20, 94, measure)
    foot = (head.measures.size.height - head.measures.top) / unit - 76
    top = _beside_summary(head, foot - (24 if head.measures.has_dots else 0))
    title = head.title(BESIDE_TITLES, measure + 2, min(top, foot) - 38 - (first - 38.86))
    if title is not None:
        head.canvas.paragraph(title, left - 2, first - (38.86 - title.cap_height / unit) * 0.9)
    return -inf


def _beside_summary(head: _Head, foot: float) -> float:
    """Ring and legend side by side, or bar or count above the legend; the y of their top."""
    if head.summary == "none":
        return foot
    x = head.left + (164 if head.summary == "ring" else 0)
    entries = head.legend(head.measures.sheet.x / head.canvas.unit - CLEAR - x)
    pitch = 32 + max(entry.name.depth for entry in entries) / head.canvas.unit
    if head.summary == "ring":
        center = foot - 66
        head.ring(Point(head.left + 66, center), 132, 34, 19)
        y = min(center - pitch / 2 * (len(entries) - 1), foot - pitch * (len(entries) - 1))
        top = min(foot - 132, y - 12)
    else:
        y = foot - 12 - pitch * (len(entries) - 1)
        top = y - 30
        if head.summary == "bar":
            head.bar(Rect(x, top - 12, 300, 12))
            top -= 32
        width = head.write_count(x, top, 40)
        head.canvas.text(x + width + 10, top, *head.done(22), role="labels.done")
        top -= 0.72 * 40
    head.entries(entries, x, y, pitch, max(entry.name_x for entry in entries))
    return top


def _tall(head: _Head) -> float:
    """Title at the left, the ring at its right, the legend in rows below."""
    unit, left, right = head.canvas.unit, head.left, head.right
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
        head.bar(Rect(left, bottom + 40, right - left, 16))
        bottom += 48
    if head.summary == "none":
        return bottom + 68
    x, y = left, bottom + 52
    for entry in head.legend(right - left):  # in a row, in several where it is too wide
        width = entry.name_x + entry.name.width / unit
        if x > left and x + width > right:
            x, y = left, y + 40
        head.entry(entry, x, y, entry.name_x)
        x += width + 36
    return y + 56


def _band(head: _Head) -> float:
    """Everything on one band across the top."""
    unit, left = head.canvas.unit, head.left
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
    name_x = max(entry.name_x for entry in entries)
    width = name_x + max(entry.name.width for entry in entries) / head.canvas.unit
    columns = [entries[at : at + BAND_ROWS] for at in range(0, len(entries), BAND_ROWS)]
    whole = width * len(columns) + 28 * (len(columns) - 1)
    pitch, y = 29.0, middle - 14.5 * (len(columns[0]) - 1)
    if head.summary == "bar":
        whole = max(whole, 260)
        head.bar(Rect(left - whole, 118, whole, 10))
        pitch, y = 26.0, 94 - 26.0 * (len(columns[0]) - 1)
    for at, column in enumerate(columns):
        head.entries(column, left - whole + at * (width + 28), y, pitch, name_x)
    return left - whole - 32
