"""Asides: the step already done, what is to be decided and the way that closed, which stand on no level.

✓ Feedback call  18 Nov
◆ Pick a lead path  by 31 Jan         one below the other beside the lattice, on the legend's line, or in rows above it
··┃ The job that said no
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate
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
APART = 1.35  # of it, from the last row to the legend
SPACE = 30  # px of the reference between two in a row
SIGN = 2.7  # from a sign's middle to its words, in radii of a station


class Aside(NamedTuple):
    """Its words, what draws its sign about a point, its left end and the middle of its first line."""

    words: Paragraph
    sign: Callable[[Point], object]
    x: float = 0.0
    y: float = 0.0


class Asides:
    """The asides below the words `head` of a wide page, beside the legend, or in rows above it, `height` px high."""

    def __init__(self, canvas: Canvas, at: Measures, plan: Plan, head: Rect, legend: Rect | None) -> None:
        self.canvas, self.at, self.plan = canvas, at, plan
        self.indent = (SIGN + 1) * at.station
        self.placed = self._beside(head, legend)
        self.height = 0.0
        if not self.placed:
            self.placed = self._placed(self._rows(), at.margin, at.legend - APART * PITCH * at.unit)
            self.height = at.legend - self.placed[0].y if self.placed else 0.0

    def boxes(self) -> list[Rect]:
        """What they fill, signs and all."""
        sizes = ((each, each.words.size) for each in self.placed)
        return [
            Rect(each.x, each.y - size / 2, self.indent + each.words.width, size + each.words.depth)
            for each, size in sizes
        ]

    def draw(self) -> None:
        """Signs and words."""
        for words, sign, x, y in self.placed:
            sign(Point(x + self.at.station, y))
            self.canvas.paragraph(words, x + self.indent, y + words.cap_height / 2)

    def _beside(self, head: Rect, legend: Rect | None) -> list[Aside]:
        """Their places one below the other below the head, or on the legend's line, if they have room there."""
        at = self.at
        if at.runs == "right":
            stacked = self._placed([[each] for each in self._set(at.title_width)], at.margin, at.legend)
            if stacked and stacked[0].y - PITCH * at.unit > head.bottom:
                return stacked
        asides, measure = self._set(at.width - 2 * at.margin), at.width - 2 * at.margin
        total = sum(map(self._pitch, asides))
        is_short = total + (legend.width if legend else 0.0) <= measure
        if not is_wide(Size(at.width, at.height)) or not is_short or any(each.words.depth for each in asides):
            return []
        x = at.margin if at.runs == "right" else at.width - at.margin - total + SPACE * at.unit
        return self._placed([asides], x, at.legend)

    def _set(self, measure: float) -> list[Aside]:
        """Those there are, in lines of that measure."""
        canvas, at, plan, colors = self.canvas, self.at, self.plan, self.canvas.colors
        diamond = partial(marks.diamond, half=at.station * 0.81)
        signs: list[tuple[Dated | None, Callable[[Point], object]]] = [
            (plan.done, partial(marks.station, canvas, at, color=colors.accent, state="done")),
            (plan.decision, lambda center: canvas.shape(diamond(center), colors.ink)),
            (Dated(NOTHING, plan.closed) if plan.closed else None, partial(_stop, canvas, at.station)),
        ]
        bold, muted = canvas.style(at.meta, colors.ink, 600), canvas.style(at.meta, colors.muted)
        texts = [(spans([(dated.title, bold), (dated.date, muted)]), sign) for dated, sign in signs if dated]
        setter = partial(canvas.page.typesetter.set, measure=measure - self.indent, balanced=True)
        return [Aside(setter(text, role=text[0].role), sign) for text, sign in texts]

    def _pitch(self, aside: Aside) -> float:
        """From where an aside begins to the next one in its row."""
        return self.indent + aside.words.width + SPACE * self.at.unit

    def _rows(self) -> list[list[Aside]]:
        """As many in a row as fit."""
        rows, measure = list[list[Aside]](), self.at.width - 2 * self.at.margin
        for each in self._set(measure):
            x = sum(map(self._pitch, rows[-1])) if rows else 0.0
            if not rows or x + self.indent + each.words.width > measure + 1:
                rows.append([])
            rows[-1].append(each)
        return rows

    def _placed(self, rows: Sequence[Sequence[Aside]], left: float, y: float) -> list[Aside]:
        """The rows from `left` on, one below the other, the last line of the last one at `y`."""
        placed: list[Aside] = []
        for row in reversed([row for row in rows if row]):
            y -= max(each.words.depth for each in row)
            starts = accumulate(map(self._pitch, row), initial=left)
            placed = [*(each._replace(x=x, y=y) for each, x in zip(row, starts, strict=False)), *placed]
            y -= PITCH * self.at.unit
        return placed


def _stop(canvas: Canvas, radius: float, center: Point) -> None:
    """The end of a dotted way."""
    for step in range(3):
        marks.disc(
            canvas, Point(center.x - radius + step * 0.62 * radius, center.y), 0.2 * radius, canvas.colors.control
        )
    bar = Rect(center.x + 0.8 * radius, center.y - 1.15 * radius, 0.45 * radius, 2.3 * radius)
    canvas.box(bar, canvas.colors.ink, 0.22 * radius)
