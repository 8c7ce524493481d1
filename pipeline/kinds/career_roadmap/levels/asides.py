"""Asides: the step already done, what is to be decided and the way that closed, which stand on no level.

✓ Feedback call  18 Nov
◆ Pick a lead path  by 31 Jan         one below the other beside the lattice, on the key's line, or in rows above it
··┃ The job that said no
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pipeline.geometry import Point, Rect, Size
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.frames import Frame
from pipeline.kinds.career_roadmap.levels.cards import set_spans, spans
from pipeline.kinds.career_roadmap.model import NOTHING, Dated, Plan
from pipeline.kinds.career_roadmap.pen import Pen
from pipeline.layout.proportions import is_wide
from pipeline.typography import Paragraph

PITCH = 36  # px of the reference from line to line, one below the other
APART = 1.35  # of it, from the last row to the key
SPACE = 30  # px of the reference between two in a row
SIGN = 2.7  # from a sign's middle to its words, in radii of a station


class Aside(NamedTuple):
    """Its words, and what draws its sign about a point."""

    words: Paragraph
    sign: Callable[[Point], None]


class Seated(NamedTuple):
    """Where each aside begins: its left end and the middle of its first line; `height` is what their rows take."""

    places: tuple[tuple[Aside, float, float], ...]
    height: float = 0.0

    def boxes(self, frame: Frame) -> Iterator[Rect]:
        """What they fill, signs and all."""
        for aside, x, y in self.places:
            size = aside.words.size
            yield Rect(x, y - size / 2, _indent(frame) + aside.words.width, size + aside.words.depth)


def seated(pen: Pen, frame: Frame, plan: Plan, head: Rect, key: Rect | None) -> Seated:
    """Where the asides stand: below the words `head` of a wide page, beside the key, or in rows above it."""
    at, unit = frame.at, frame.unit
    if not (plan.done or plan.decision or plan.closed):
        return Seated(())
    if frame.runs == "right":
        stacked = _stacked(frame, _said(pen, frame, plan, at.title_width - _indent(frame)))
        if stacked.places[0][2] - PITCH * unit > head.bottom:
            return stacked
    said = _said(pen, frame, plan, at.width - 2 * at.margin - _indent(frame))
    spares_height = not is_wide(Size(at.width, at.height))
    return (None if spares_height else _beside(frame, said, key)) or _rows(frame, said)


def draw(pen: Pen, frame: Frame, seated: Seated) -> None:
    """Signs and words."""
    for aside, x, y in seated.places:
        aside.sign(Point(x + frame.at.station, y))
        pen.text(aside.words, x + _indent(frame), y + aside.words.cap_height / 2)


def _indent(frame: Frame) -> float:
    return (SIGN + 1) * frame.at.station


def _stacked(frame: Frame, said: Sequence[Aside]) -> Seated:
    """One below the other, the last line level with the key."""
    y, places = frame.at.key, []
    for each in reversed(said):
        y -= each.words.depth
        places.append((each, frame.at.margin, y))
        y -= PITCH * frame.unit
    return Seated(tuple(reversed(places)))


def _beside(frame: Frame, said: Sequence[Aside], key: Rect | None) -> Seated | None:
    """In one row on the key's line; None where that is too long."""
    at, space = frame.at, SPACE * frame.unit
    total = sum(_indent(frame) + each.words.width + space for each in said)
    if any(each.words.depth for each in said) or total + (key.width if key else 0.0) > at.width - 2 * at.margin:
        return None
    x = at.margin if frame.runs == "right" else at.width - at.margin - total + space
    places = []
    for each in said:
        places.append((each, x, at.key))
        x += _indent(frame) + each.words.width + space
    return Seated(tuple(places))


def _rows(frame: Frame, said: Sequence[Aside]) -> Seated:
    """As many in a row as fit, the rows above the key."""
    at, unit = frame.at, frame.unit
    rows: list[list[Aside]] = [[]]
    x, right = at.margin, at.width - at.margin
    for each in said:
        width = _indent(frame) + each.words.width
        if rows[-1] and x + width > right + 1:
            rows.append([])
            x = at.margin
        rows[-1].append(each)
        x += width + SPACE * unit
    y = at.key - APART * PITCH * unit
    places: list[tuple[Aside, float, float]] = []
    for row in reversed(rows):
        y -= max(each.words.depth for each in row)
        x = at.margin
        for each in row:
            places.append((each, x, y))
            x += _indent(frame) + each.words.width + SPACE * unit
        y -= PITCH * unit
    return Seated(tuple(places), at.key - y - PITCH * unit)


def _said(pen: Pen, frame: Frame, plan: Plan, measure: float) -> list[Aside]:
    found = []
    colors = pen.colors
    if plan.done:
        words = _words(pen, frame, plan.done, measure)
        found.append(Aside(words, lambda at: marks.station(pen, frame, at, colors.accent, "done")))
    if plan.decision:
        words = _words(pen, frame, plan.decision, measure)
        found.append(Aside(words, lambda at: _diamond(pen, at, frame.at.station * 1.15)))
    if plan.closed:
        words = _words(pen, frame, Dated(NOTHING, plan.closed), measure)
        found.append(Aside(words, lambda at: _stop(pen, at, frame.at.station)))
    return found


def _words(pen: Pen, frame: Frame, said: Dated, measure: float) -> Paragraph:
    size = frame.at.meta
    parts = [(said.title, pen.style(size, pen.colors.ink, 600)), (said.date, pen.style(size, pen.colors.muted))]
    text = spans(parts)
    return set_spans(pen.page, text, measure, text[0].role)


def _diamond(pen: Pen, at: Point, reach: float) -> None:
    corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    outline = [("L" if index else "M", at.x + dx, at.y + dy) for index, (dx, dy) in enumerate(corners)]
    pen.fill([*outline, ("Z",)], pen.colors.ink)


def _stop(pen: Pen, at: Point, radius: float) -> None:
    """The end of a dotted way."""
    for step in range(3):
        pen.disc(Point(at.x - radius + step * 0.62 * radius, at.y), 0.2 * radius, pen.colors.control)
    bar = Rect(at.x + 0.8 * radius, at.y - 1.15 * radius, 0.45 * radius, 2.3 * radius)
    pen.box(bar, pen.colors.ink, 0.22 * radius)
