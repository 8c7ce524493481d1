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
from pipeline.kinds.career_roadmap.lettering import balanced, style
from pipeline.kinds.career_roadmap.levels.cards import spans
from pipeline.kinds.career_roadmap.model import NOTHING, Dated, Plan
from pipeline.layout.canvas import Canvas
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


def seated(canvas: Canvas, frame: Frame, plan: Plan, head: Rect, key: Rect | None) -> Seated:
    """Where the asides stand: below the words `head` of a wide page, beside the key, or in rows above it."""
    at, unit = frame.at, frame.unit
    if not (plan.done or plan.decision or plan.closed):
        return Seated(())
    if frame.runs == "right":
        stacked = _stacked(frame, _said(canvas, frame, plan, at.title_width - _indent(frame)))
        if stacked.places[0][2] - PITCH * unit > head.bottom:
            return stacked
    said = _said(canvas, frame, plan, at.width - 2 * at.margin - _indent(frame))
    spares_height = not is_wide(Size(at.width, at.height))
    return (None if spares_height else _beside(frame, said, key)) or _rows(frame, said)


def draw(canvas: Canvas, frame: Frame, seated: Seated) -> None:
    """Signs and words."""
    for aside, x, y in seated.places:
        aside.sign(Point(x + frame.at.station, y))
        canvas.paragraph(aside.words, x + _indent(frame), y + aside.words.cap_height / 2)


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


def _said(canvas: Canvas, frame: Frame, plan: Plan, measure: float) -> list[Aside]:
    found = []
    colors = canvas.colors
    if plan.done:
        words = _words(canvas, frame, plan.done, measure)
        found.append(Aside(words, lambda at: marks.station(canvas, frame, at, colors.accent, "done")))
    if plan.decision:
        words = _words(canvas, frame, plan.decision, measure)
        found.append(Aside(words, lambda at: canvas.shape(marks.diamond(at, frame.at.station * 0.81), colors.ink)))
    if plan.closed:
        words = _words(canvas, frame, Dated(NOTHING, plan.closed), measure)
        found.append(Aside(words, lambda at: _stop(canvas, at, frame.at.station)))
    return found


def _words(canvas: Canvas, frame: Frame, said: Dated, measure: float) -> Paragraph:
    size = frame.at.meta
    bold, muted = style(canvas.page, size, canvas.colors.ink, 600), style(canvas.page, size, canvas.colors.muted)
    parts = [(said.title, bold), (said.date, muted)]
    text = spans(parts)
    return balanced(canvas.page, text, measure, text[0].role)


def _stop(canvas: Canvas, at: Point, radius: float) -> None:
    """The end of a dotted way."""
    for step in range(3):
        marks.disc(canvas, Point(at.x - radius + step * 0.62 * radius, at.y), 0.2 * radius, canvas.colors.control)
    bar = Rect(at.x + 0.8 * radius, at.y - 1.15 * radius, 0.45 * radius, 2.3 * radius)
    canvas.box(bar, canvas.colors.ink, 0.22 * radius)
