"""How large rows of steps are, by a page's shape and their number: with details as long as there is room for them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from pipeline.kinds.steps.bundle import Strands
from pipeline.layout.shape import Shape


class Look(NamedTuple):
    """The numbers of a shape, in px of its reference."""

    left: float  # of lines and numbers; a card begins 40 px before
    right: float  # of the outermost line, from the page's edge
    first: float  # the start's line, below the title's last baseline; beside it, below the page's top
    card: float  # its height
    card_foot: float  # below it
    strands: Strands
    capsule: float  # half its height
    title: float
    detail: float
    number: float
    indent: float  # from the line's start to the texts
    least: float  # the smallest size
    dense: float  # the share of the title's size that dense rows begin with, at the least


LOOKS = {
    "wide": Look(452, 88, 66, 86, 36, Strands(5, 8, 18), 12, 21, 19, 26, 44, 16, 0.905),
    "square": Look(64, 64, 88, 148, 30, Strands(9, 14, 36), 21, 29, 24, 68, 78, 19, 0.8),
    "tall": Look(72, 72, 118, 176, 32, Strands(10, 16, 44), 23, 33, 26, 84, 94, 20, 0.8),
}
HIGHEST, TWO = 260, 0.72  # a row of two, or the share of the page that they take
MANY, THINNER, CLOSER, TIGHTER = 8, 0.72, 0.74, 0.7  # lines of more than so many steps
DENSE_BELOW = 3.6  # details in a row's height
LOOSE, TIGHT = 4.2, 2.1  # titles in a row's height at their own size
SMALLEST, LARGEST, ROOMY = 0.92, 1.3, 220  # of a shape's sizes; px of a row's height beyond which they are larger
LIFT, LIFT_DENSE = 0.62, 0.42  # details or titles from a line's upper edge to the baseline on it
DENSE_NUMBER, DENSE_INDENT = 1.15, 1.9  # titles
LINES = (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (3, 3), (3, 5)  # of titles and of details
FACTORS = (
    (1.0, 0.92),
    (0.85, 0.78),
    (0.7, 0.62, 0.55, 0.48, 0.42),
)  # of a size that does not fit: more lines come between


class Table(NamedTuple):
    """Where the lines stand: their start, the outermost one's right edge, the start's y, and where they end."""

    look: Look
    strands: Strands
    left: float
    right: float
    first: float
    pitch: float
    end: float
    rows: int

    def x(self, at: int) -> float:
        """The middle of a line that runs down; 0 is the start's."""
        return self.right - self.strands.width / 2 - at * self.strands.pitch

    def y(self, at: int) -> float:
        """The middle of a line that runs out."""
        return self.first + at * self.pitch


class Sizes(NamedTuple):
    """How the steps are set; without details where rows are dense."""

    title: float
    title_lines: int
    detail: float
    detail_lines: int
    number: float
    indent: float

    @property
    def lift(self) -> float:
        """From a line's upper edge to the baseline of what stands on it."""
        return LIFT * self.detail if self.detail_lines else LIFT_DENSE * self.title


def table(frame: Shape, rows: int, head: float) -> Table:
    """The table of so many rows below a head that ends at this baseline, or beside it; without a head it is 0."""
    look = LOOKS[frame.name]
    first = look.first if frame.name == "wide" else head + look.first if head else frame.eyebrow_base + look.detail
    last = frame.height - look.card_foot - look.card - look.strands.turn
    pitch = (last - first) / rows
    pitch = pitch if rows > 2 else min(pitch, max(HIGHEST, TWO * pitch))
    width, apart, turn = look.strands
    many = rows > MANY and frame.name != "wide"
    strands = Strands(THINNER * width, CLOSER * apart, TIGHTER * turn) if many else look.strands
    end = frame.height - look.card_foot - look.card / 2
    return Table(look, strands, look.left, frame.width - look.right, first, pitch, end, rows)


def loose(at: Table) -> Iterator[Sizes]:
    """Sizes with details, those of the fewest lines first; none where rows are too low."""
    look, is_loose = at.look, at.pitch >= DENSE_BELOW * at.look.detail
    fills = max(SMALLEST, min(max(LARGEST, at.pitch / ROOMY), at.pitch / (LOOSE * look.title)))
    for factors, (title_lines, detail_lines) in product(FACTORS, LINES) if is_loose else ():
        for factor in factors:
            title, detail = (max(look.least, size * fills * factor) for size in (look.title, look.detail))
            number, indent = (size * max(SMALLEST, fills * factor) for size in (look.number, look.indent))
            yield Sizes(title, title_lines, detail, detail_lines, number, indent)


def dense(at: Table) -> Iterator[Sizes]:
    """Sizes without details; numbers stand on the titles' baseline."""
    look = at.look
    fills = max(look.dense, min(1.0, at.pitch / (TIGHT * look.title)))
    for factors, lines in product(FACTORS, (1, 2, 3)):
        for factor in factors:
            title = max(look.least, look.title * fills * factor)
            yield Sizes(title, lines, look.detail, 0, DENSE_NUMBER * title, DENSE_INDENT * title)
