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
from pipeline.kinds.career_roadmap.levels.cards import spans
from pipeline.kinds.career_roadmap.measures import Measures
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

    def boxes(self, at: Measures) -> Iterator[Rect]:
        """What they fill, signs and all."""
        for aside, x, y in self.places:
            size = aside.words.size
            yield Rect(x, y - size / 2, _indent(at) + aside.words.width, size + aside.words.depth)


def seated(canvas: Canvas, at: Measures, plan: Plan, head: Rect, key: Rect | None) -> Seated:
    """Where the asides stand: below the words `head` of a wide page, beside the key, or in rows above it."""
    unit = at.unit
    if not (plan.done or plan.decision or plan.closed):
        return Seated(())
    if at.runs == "right":
        stacked = _stacked(at, _said(canvas, at, plan, at.title_width - _indent(at)))
        if stacked.places[0][2] - PITCH * unit > head.bottom:
            return stacked
    said = _said(canvas, at, plan, at.width - 2 * at.margin - _indent(at))
    spares_height = not is_wide(Size(at.width, at.height))
    return (None if spares_height else _beside(at, said, key)) or _rows(at, said)


def draw(canvas: Canvas, at: Measures, seated: Seated) -> None:
    """Signs and words."""
    for aside, x, y in seated.places:
        aside.sign(Point(x + at.station, y))
        canvas.paragraph(aside.words, x + _indent(at), y + aside.words.cap_height / 2)


def _indent(at: Measures) -> float:
    return (SIGN + 1) * at.station


def _stacked(at: Measures, said: Sequence[Aside]) -> Seated:
    """One below the other, the last line level with the key."""
    y, places = at.legend, []
    for each in reversed(said):
        y -= each.words.depth
        places.append((each, at.margin, y))
        y -= PITCH * at.unit
    return Seated(tuple(reversed(places)))


def _beside(at: Measures, said: Sequence[Aside], key: Rect | None) -> Seated | None:
    """In one row on the key's line; None where that is too long."""
    space = SPACE * at.unit
    total = sum(_indent(at) + each.words.width + space for each in said)
    if any(each.words.depth for each in said) or total + (key.width if key else 0.0) > at.width - 2 * at.margin:
        return None
    x = at.margin if at.runs == "right" else at.width - at.margin - total + space
    places = []
    for each in said:
        places.append((each, x, at.legend))
        x += _indent(at) + each.words.width + space
    return Seated(tuple(places))


def _rows(at: Measures, said: Sequence[Aside]) -> Seated:
    """As many in a row as fit, the rows above the key."""
    unit = at.unit
    rows: list[list[Aside]] = [[]]
    x, right = at.margin, at.width - at.margin
    for each in said:
        width = _indent(at) + each.words.width
        if rows[-1] and x + width > right + 1:
            rows.append([])
            x = at.margin
        rows[-1].append(each)
        x += width + SPACE * unit
    y = at.legend - APART * PITCH * unit
    places: list[tuple[Aside, float, float]] = []
    for row in reversed(rows):
        y -= max(each.words.depth for each in row)
        x = at.margin
        for each in row:
            places.append((each, x, y))
            x += _indent(at) + each.words.width + SPACE * unit
        y -= PITCH * unit
    return Seated(tuple(places), at.legend - y - PITCH * unit)


def _said(canvas: Canvas, at: Measures, plan: Plan, measure: float) -> list[Aside]:
    found = []
    colors = canvas.colors
    if plan.done:
        words = _words(canvas, at, plan.done, measure)
        found.append(Aside(words, lambda center: marks.station(canvas, at, center, colors.accent, "done")))
    if plan.decision:
        words = _words(canvas, at, plan.decision, measure)
        found.append(Aside(words, lambda center: canvas.shape(marks.diamond(center, at.station * 0.81), colors.ink)))
    if plan.closed:
        words = _words(canvas, at, Dated(NOTHING, plan.closed), measure)
        found.append(Aside(words, lambda center: _stop(canvas, center, at.station)))
    return found


def _words(canvas: Canvas, at: Measures, said: Dated, measure: float) -> Paragraph:
    size = at.meta
    bold, muted = canvas.style(size, canvas.colors.ink, 600), canvas.style(size, canvas.colors.muted)
    parts = [(said.title, bold), (said.date, muted)]
    text = spans(parts)
    return canvas.page.typesetter.set(text, measure, balanced=True, role=text[0].role)


def _stop(canvas: Canvas, center: Point, radius: float) -> None:
    """The end of a dotted way."""
    for step in range(3):
        marks.disc(
            canvas, Point(center.x - radius + step * 0.62 * radius, center.y), 0.2 * radius, canvas.colors.control
        )
    bar = Rect(center.x + 0.8 * radius, center.y - 1.15 * radius, 0.45 * radius, 2.3 * radius)
    canvas.box(bar, canvas.colors.ink, 0.22 * radius)
