"""The head of a checklist: eyebrow, title, and the progress of it all as ring, bar or count with its key."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.feedback_checklist import marks
from pipeline.kinds.feedback_checklist.content import ORDER, Content
from pipeline.kinds.feedback_checklist.frames import Frame
from pipeline.layout.page import Page, titled
from pipeline.scene import Box, Item
from pipeline.typography import Paragraph, Setting, TextStyle

_Entry: TypeAlias = tuple[str, Paragraph, Paragraph]  # a line of the key: state, count, name
KEY_ORDER = ("done", "partial", "doing", "todo", "na")
EYEBROW_LEADING = 1.2
DIGIT_RISE = 0.33  # em from the baseline to the middle of a capital or a digit

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
    """The head of one arrangement."""
    return {"beside": _beside, "band": _band, "tall": _tall}[frame.arrangement](_Head(content, frame, page))


class _Head(NamedTuple):
    content: Content
    frame: Frame
    page: Page

    @property
    def has_summary(self) -> bool:
        return self.content.summary != "none" and self.content.tally.all + self.content.tally.na > 0

    def y(self, reference: float) -> float:
        return self.frame.top + reference * self.frame.unit

    def sized(self, size: float) -> float:
        """A type size of the reference, no smaller than type may be."""
        return max(size * self.frame.unit, self.frame.smallest)

    def eyebrow(self, size: float, baseline: float, measure: float) -> tuple[Sequence[Item], float]:
        """The eyebrow, and how far its further lines push down what follows."""
        if not self.content.eyebrow:
            return (), -0.5 * size * self.frame.unit
        colors, faces = self.page.theme.colors, self.page.theme.faces
        style = TextStyle(faces.text, size * self.frame.unit, colors.accent, 600, False, EYEBROW_LEADING, 0.02)
        paragraph = self.page.set(self.content.eyebrow.text, style, measure, field="eyebrow")
        return self.page.runs(paragraph, self.frame.left, baseline), paragraph.depth

    def title(self, settings: Sequence[Setting], measure: float, height: float) -> Paragraph | None:
        if not self.content.title:
            return None
        colors, faces = self.page.theme.colors, self.page.theme.faces
        scaled = [setting._replace(size=self.sized(setting.size)) for setting in settings]
        style = TextStyle(faces.display, scaled[0].size, colors.ink)
        text = titled(self.content.title.text, style, self.page.theme)
        return self.page.typesetter.fit(text, scaled, measure, height, role="title")

    def ring(self, center_x: float, center_y: float, diameter: float, big: float, small: float) -> list[Item]:
        """The ring with the count in its middle; `big` and `small` are the type sizes."""
        unit = self.frame.unit
        center = self.page.point(center_x, center_y)
        items: list[Item] = [*marks.ring(self.content.tally, center, diameter, self.page.theme.colors, unit)]
        number, label = self.number(big, 0.72 * diameter), self.done(small)
        # the pair is centred by eye: between the number's cap top and the label's x-height foot
        baseline = center_y + (number.cap_height - 0.75 * label.size - 0.3 * big * unit) / 2 + 0.03 * big * unit
        items += self.page.runs(number, center_x - number.width / 2, baseline)
        if label.width <= 0.74 * diameter:
            items += self.page.runs(label, center_x - label.width / 2, round(baseline) + label.size * 1.26)
        return items

    def number(self, size: float, measure: float = inf) -> Paragraph:
        """How many of all are done, as large as the measure allows."""
        for share in (1.0, 0.85, 0.72, 0.6):
            style = self._numerals(size * share)._replace(tracking_em=-0.03)
            set_ = self.page.set(f"{self.content.tally.done}/{self.content.tally.all}", style, field="summary")
            if set_.width <= measure:
                break
        return set_

    def done(self, size: float) -> Paragraph:
        """The word beside that number."""
        return self._text(self.content.words.shown.done, size, self.page.theme.colors.muted)

    def _numerals(self, size: float) -> TextStyle:
        theme = self.page.theme
        return TextStyle(theme.faces.numerals, self.sized(size), theme.colors.ink, 600, features=("tnum",))

    def _text(self, text: str, size: float, fill: Color) -> Paragraph:
        return self.page.set(text, TextStyle(self.page.theme.faces.text, self.sized(size), fill), field="labels.done")

    def key(self, text: float, number: float) -> list[_Entry]:
        """For each state that occurs its count and its name, set."""
        style, fill = self._numerals(number), self.page.theme.colors.ink_2
        counts = [(state, count) for state in KEY_ORDER if (count := getattr(self.content.tally, state))]
        return [
            (
                state,
                self.page.set(str(count), style, field="summary"),
                self._text(getattr(self.content.words.shown, state), text, fill),
            )
            for state, count in counts
        ]

    def key_row(
        self, entry: _Entry, x: float, center_y: float, mark: float, number_x: float, label_x: float
    ) -> list[Item]:
        """One line of the key; the distances are from its mark's left edge."""
        state, number, label = entry
        rise = DIGIT_RISE * label.size
        baseline = round(center_y + rise)
        center = self.page.point(x + mark / 2, baseline - rise)
        items: list[Item] = list(marks.state_mark(state, center, mark, self.page.theme.colors))
        items += self.page.runs(number, x + number_x, baseline)
        items += self.page.runs(label, x + label_x, baseline)
        return items

    def bar(self, rect: Rect) -> tuple[Box, ...]:
        """The whole list as one bar, a part for each item or state."""
        tally, unit = self.content.tally, self.frame.unit
        if tally.all == 0:
            return ()
        gap = 4 * unit
        if tally.all <= marks.MOST_SEGMENTS:
            width = (rect.width + gap) / tally.all - gap
            parts: list[tuple[str, float]] = [(state, width) for state in ORDER for _ in range(getattr(tally, state))]
        else:
            parts = marks.shares(tally, rect.width, gap, least=rect.height)
        boxes, x = [], rect.x
        for state, width in parts:
            fill = marks.state_fill(state, self.page.theme.colors)
            boxes.append(Box(Rect(x, rect.y, width, rect.height), fill=fill, radius=rect.height / 2))
            x += width + gap
        return self.page.boxes(boxes)


def _beside(head: _Head) -> Header:
    """Title in a narrow column at the left, progress at its foot."""
    frame, unit, page = head.frame, head.frame.unit, head.page
    items: list[Item] = []
    eyebrow, pushed = head.eyebrow(20, head.y(94), frame.right - frame.left)
    items += eyebrow
    foot = frame.size.height - (76 + (24 if frame.dots else 0)) * unit  # of the ring
    entries = head.key(20, 19) if head.has_summary else []
    top = foot  # of the summary
    if head.has_summary:
        summary, top = _beside_summary(head, entries, foot)
        items += summary
    first = head.y(160) + pushed
    room = min(top, frame.size.height - 76 * unit) - 38 * unit - (first - 38.86 * unit)
    title = head.title(BESIDE_TITLES, frame.right - frame.left + 2 * unit, room)
    if title is not None:
        items += page.runs(title, frame.left - 2 * unit, first - (38.86 * unit - title.cap_height) * 0.9)
    return Header(tuple(items), 0.0)


def _beside_summary(head: _Head, entries: list[_Entry], foot: float) -> tuple[list[Item], float]:
    """Ring and key side by side, or bar or count above the key; and the y of their top."""
    frame, unit, page = head.frame, head.frame.unit, head.page
    items: list[Item] = []
    numbers = max([22 * unit, *(number.width + 8 * unit for _, number, _ in entries)])
    labels_x = 32 * unit + numbers
    if head.content.summary == "ring":
        center_y = foot - 66 * unit
        items += head.ring(frame.left + 66 * unit, center_y, 132 * unit, 34, 19)
        x, y = frame.left + 164 * unit, center_y - 16 * unit * (len(entries) - 1)
        top = min(foot - 132 * unit, y - 12 * unit)
    else:
        x, y = frame.left, foot - 12 * unit - 32 * unit * (len(entries) - 1)
        top = y - 30 * unit
        if head.content.summary == "bar":
            top -= 12 * unit
            items += head.bar(Rect(x, top, 300 * unit, 12 * unit))
            top -= 20 * unit
        number, label = head.number(40), head.done(22)
        baseline = round(top)
        items += page.runs(number, x, baseline)
        items += page.runs(label, x + number.width + 10 * unit, baseline)
        top -= number.cap_height
    for index, entry in enumerate(entries):
        items += head.key_row(entry, x, y + 32 * unit * index, 20 * unit, 32 * unit, labels_x)
    return items, top


def _tall(head: _Head) -> Header:
    """Title at the left, the ring at its right, the key in a row below."""
    frame, unit, page = head.frame, head.frame.unit, head.page
    items: list[Item] = []
    has_side = head.has_summary and head.content.summary in ("ring", "count")
    side = (264 if head.content.summary == "ring" else 220) * unit if has_side else 0.0
    measure = frame.right - frame.left - side
    eyebrow, pushed = head.eyebrow(24, head.y(102), measure)
    items += eyebrow
    title = head.title(TALL_TITLES, measure + 3 * unit, 214 * unit)
    bottom = head.y(102) + pushed + 8 * unit
    if title is not None:
        first = head.y(190) + pushed - (49.58 * unit - title.cap_height)
        items += page.runs(title, frame.left - 3 * unit, first)
        bottom = first + title.depth
    if has_side:
        bottom = max(bottom, _tall_side(head, items))
    if head.has_summary:
        if head.content.summary == "bar":
            bottom += 40 * unit
            items += head.bar(Rect(frame.left, bottom, frame.right - frame.left, 16 * unit))
            bottom += 16 * unit - 8 * unit
        bottom = _tall_key(head, items, bottom) + 40 * unit
        return Header(tuple(items), bottom)
    return Header(tuple(items), bottom + 68 * unit)


def _tall_side(head: _Head, items: list[Item]) -> float:
    """The ring or the count at the right; how low a title's last line may be taken to reach beside it."""
    frame, unit, page = head.frame, head.frame.unit, head.page
    if head.content.summary == "ring":
        items += head.ring(frame.right - 100 * unit, head.y(184), 200 * unit, 52, 25)
        return head.y(262)
    items += page.runs_until(head.number(74), frame.right, head.y(190))
    items += page.runs_until(head.done(28), frame.right, head.y(230))
    return head.y(230)


def _tall_key(head: _Head, items: list[Item], bottom: float) -> float:
    """The key in a row, in two where it is too wide; its lower edge."""
    frame, unit = head.frame, head.frame.unit
    y = bottom + 52 * unit
    x = frame.left
    for entry in head.key(24, 22):
        _, number, label = entry
        label_x = 36 * unit + number.width + 9 * unit
        if x > frame.left and x + label_x + label.width > frame.right:
            x, y = frame.left, y + 40 * unit
        items += head.key_row(entry, x, y, 24 * unit, 36 * unit, label_x)
        x += label_x + label.width + 36 * unit
    return y + 16 * unit


def _band(head: _Head) -> Header:
    """Everything on one band across the top."""
    frame, unit, page = head.frame, head.frame.unit, head.page
    items: list[Item] = []
    right = frame.right
    if head.has_summary:
        right = _band_summary(head, items) - 32 * unit
    eyebrow, depth = head.eyebrow(20, head.y(58), right - frame.left)
    if depth > 0:  # a second line grows upwards: there is no room below
        eyebrow, depth = head.eyebrow(20, head.y(58) - depth, right - frame.left)
    items += eyebrow
    title = head.title(BAND_TITLES, right - frame.left, 62 * unit)
    if title is not None:
        middle = head.y(89) + min(0.0, depth)
        top = max(middle - title.height / 2, head.y(70) if eyebrow else 0.0)
        items += page.runs(title, frame.left - 2 * unit, top + title.cap_height)
    return Header(tuple(items), head.y(148))


def _band_summary(head: _Head, items: list[Item]) -> float:
    """Ring or count at the right, the key at its left in a column; the x where they begin."""
    frame, unit, page = head.frame, head.frame.unit, head.page
    left, center_y = frame.right, head.y(82)
    if head.content.summary == "ring":
        items += head.ring(left - 48 * unit, center_y, 96 * unit, 27, 19)
        left -= 120 * unit
    elif head.content.summary == "count":
        number = head.number(44)
        items += page.runs_until(number, left, center_y + number.cap_height / 2)
        left -= number.width + 28 * unit
    entries = head.key(19, 19)
    pitch = min(29.0, 104 / max(1, len(entries))) * unit
    numbers = max([number.width for _, number, _ in entries]) + 9 * unit
    width = 28 * unit + numbers + max(label.width for _, _, label in entries)
    y = center_y - pitch * (len(entries) - 1) / 2
    if head.content.summary == "bar":
        items += head.bar(Rect(left - 260 * unit, head.y(118), 260 * unit, 10 * unit))
        y -= 22 * unit
    for index, entry in enumerate(entries):
        items += head.key_row(entry, left - width, y + pitch * index, 18 * unit, 28 * unit, 28 * unit + numbers)
    return left - max(width, 260 * unit if head.content.summary == "bar" else 0.0)
