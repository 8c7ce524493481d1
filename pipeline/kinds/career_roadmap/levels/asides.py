"""Asides: the step already done, what is to be decided and the way that closed, which stand on no level.

✓ Feedback call  18 Nov
◆ Pick a lead path  by 31 Jan         one below the other beside the lattice, on the legend's line, or in rows above it
··┃ The job that said no
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate, repeat
from typing import TypeAlias

from pipeline.geometry import Point, Rect, Size
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.levels.cards import spans
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import NOTHING, Dated, Plan
from pipeline.layout.canvas import Canvas
from pipeline.layout.proportions import is_wide
from pipeline.records import NamedTuple
from pipeline.typography import Paragraph

PITCH = 36  # px of the reference from line to line, one below the other
APART = 1.35  # of it, from the last row to the legend
SPACE = 30  # px of the reference between two in a row
SIGN = 2.7  # from a sign's middle to its words, in radii of a station


class Aside(NamedTuple):
    """Its words, and what draws its sign about a point."""

    words: Paragraph
    sign: Callable[[Point], None]


Place: TypeAlias = tuple[Aside, float, float]
"""An aside, its left end and the middle of its first line."""


class Seated(NamedTuple):
    """Where each aside begins: its left end and the middle of its first line; `height` is what their rows take."""

    places: tuple[Place, ...]
    height: float = 0.0

    def boxes(self, at: Measures) -> Iterator[Rect]:
        """What they fill, signs and all."""
        for aside, x, y in self.places:
            size = aside.words.size
            yield Rect(x, y - size / 2, _indent(at) + aside.words.width, size + aside.words.depth)


def seated(canvas: Canvas, at: Measures, plan: Plan, head: Rect, legend: Rect | None) -> Seated:
    """Where the asides stand: below the words `head` of a wide page, beside the legend, or in rows above it."""
    if not (plan.done or plan.decision or plan.closed):
        return Seated(())
    if at.runs == "right":
        asides = _asides(canvas, at, plan, at.title_width - _indent(at))
        stacked = _placed(at, [[each] for each in asides], at.margin, at.legend)
        if stacked[0][2] - PITCH * at.unit > head.bottom:
            return Seated(stacked)
    asides = _asides(canvas, at, plan, at.width - 2 * at.margin - _indent(at))
    total = sum(map(partial(_pitch, at), asides))
    is_short = total + (legend.width if legend else 0.0) <= at.width - 2 * at.margin
    if is_wide(Size(at.width, at.height)) and is_short and not any(each.words.depth for each in asides):
        x = at.margin if at.runs == "right" else at.width - at.margin - total + SPACE * at.unit
        return Seated(_placed(at, [asides], x, at.legend))
    foot = at.legend - APART * PITCH * at.unit
    places = _placed(at, _rows(at, asides), at.margin, foot)
    return Seated(places, at.legend - places[0][2])


def draw(canvas: Canvas, at: Measures, seated: Seated) -> None:
    """Signs and words."""
    for aside, x, y in seated.places:
        aside.sign(Point(x + at.station, y))
        canvas.paragraph(aside.words, x + _indent(at), y + aside.words.cap_height / 2)


def _indent(at: Measures) -> float:
    return (SIGN + 1) * at.station


def _pitch(at: Measures, aside: Aside) -> float:
    """From where an aside begins to the next one in its row."""
    return _indent(at) + aside.words.width + SPACE * at.unit


def _rows(at: Measures, asides: Sequence[Aside]) -> list[list[Aside]]:
    """As many in a row as fit."""
    rows: list[list[Aside]] = [[]]
    for each in asides:
        x = at.margin + sum(_pitch(at, other) for other in rows[-1])
        if rows[-1] and x + _indent(at) + each.words.width > at.width - at.margin + 1:
            rows.append([])
        rows[-1].append(each)
    return rows


def _placed(at: Measures, rows: Sequence[Sequence[Aside]], left: float, y: float) -> tuple[Place, ...]:
    """The rows from `left` on, one below the other, the last line of the last one at `y`."""
    places: list[Place] = []
    for row in reversed(rows):
        y -= max(each.words.depth for each in row)
        x = accumulate((_pitch(at, each) for each in row), initial=left)
        places = [*zip(row, x, repeat(y)), *places]
        y -= PITCH * at.unit
    return tuple(places)


def _asides(canvas: Canvas, at: Measures, plan: Plan, measure: float) -> list[Aside]:
    colors = canvas.colors
    signs: list[tuple[Dated | None, Callable[[Point], None]]] = [
        (plan.done, lambda center: marks.station(canvas, at, center, colors.accent, "done")),
        (plan.decision, lambda center: canvas.shape(marks.diamond(center, at.station * 0.81), colors.ink)),
        (Dated(NOTHING, plan.closed) if plan.closed else None, lambda center: _stop(canvas, center, at.station)),
    ]
    return [Aside(_words(canvas, at, dated, measure), sign) for dated, sign in signs if dated]


def _words(canvas: Canvas, at: Measures, dated: Dated, measure: float) -> Paragraph:
    bold, muted = canvas.style(at.meta, canvas.colors.ink, 600), canvas.style(at.meta, canvas.colors.muted)
    text = spans([(dated.title, bold), (dated.date, muted)])
    return canvas.page.typesetter.set(text, measure, balanced=True, role=text[0].role)


def _stop(canvas: Canvas, center: Point, radius: float) -> None:
    """The end of a dotted way."""
    for step in range(3):
        marks.disc(
            canvas, Point(center.x - radius + step * 0.62 * radius, center.y), 0.2 * radius, canvas.colors.control
        )
    bar = Rect(center.x + 0.8 * radius, center.y - 1.15 * radius, 0.45 * radius, 2.3 * radius)
    canvas.box(bar, canvas.colors.ink, 0.22 * radius)
