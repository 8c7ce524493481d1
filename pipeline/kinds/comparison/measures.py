"""The designer's numbers of a comparison, in px of a shape's reference.

beside   title at the start, table beside it      wide, two and three columns
below    title at the top, table below it         wide with four columns or a long title; square; tall
"""

from typing import NamedTuple

from pipeline.kinds.comparison.table import Sizes
from pipeline.layout.shape import Shape


class Measures(NamedTuple):
    """Where a table stands, and how large its line and what goes with it are."""

    left: float
    right: float  # from the page's right edge
    top: float  # from the page's top; below a title, from its last baseline
    bottom: float  # from the page's bottom
    line: float
    station: float
    turn: float
    goal: float  # radius of the ring at the end
    score: float
    verdict: float
    sizes: Sizes
    below: float = 0.25  # of the page that may stay empty below a table; 0 where it stands in the middle
    halo: float = 3.5

    @property
    def is_beside(self) -> bool:
        """Whether the table stands beside the title."""
        return not self.below


WIDE_BESIDE = Measures(
    *(452, 40, 36, 36, 7, 9, 20, 15, 40, 32), Sizes(148, 52, 25, 80, 96, 58, 38, 22, 20, 36, 30, 12, 16, 9), below=0
)
WIDE_BELOW = Measures(
    *(64, 40, 28, 36, 7, 9, 20, 13, 32, 26), Sizes(196, 42, 23, 62, 78, 58, 38, 22, 20, 36, 30, 12, 16, 9)
)
TALL = Measures(
    *(72, 32, 52, 32, 10, 12, 30, 21, 58, 42), Sizes(224, 66, 33, 104, 148, 128, 46, 29, 26, 44, 38, 15, 19, 12)
)
SQUARE = Measures(
    *(64, 24, 38, 30, 9, 11, 25, 19, 50, 36), Sizes(224, 58, 30, 90, 122, 100, 40, 26, 24, 42, 35, 14, 19, 11)
)
BY_SHAPE = {"wide": (WIDE_BESIDE, WIDE_BELOW), "tall": (TALL,), "square": (SQUARE,)}
OF_COLUMNS = {2: (1.0, 1.0, 1.0, 1.0), 3: (0.8, 1.0, 0.9, 1.0), 4: (0.66, 0.8, 1.0, 0.86)}
"""Shares of pad, gutter, and cells on a wide page and on others, for so many columns."""
MOST_WIDER = 1.1  # than its reference a page is, whose smallest type is as much larger
TIGHT_MARK, TIGHT_LINE, TIGHT_HALO = 0.82, 0.76, 2.2  # shares, and a halo, where rows are low


def candidates(shape: Shape, columns: int, *, has_title: bool) -> list[Measures]:
    """The measures that a table of so many columns may have on a page, the best first."""
    found = [each for each in BY_SHAPE[shape.name] if (has_title and columns < 4) or not each.is_beside]
    pad, gutter, wide, other = OF_COLUMNS[columns]
    cell = wide if shape.name == "wide" else other
    smallest = min(MOST_WIDER, shape.width / shape.reference.width)
    sizes = [each.sizes.scaled(pad=pad, gutter=gutter, cell=cell, smallest=smallest) for each in found]
    return [each._replace(sizes=scaled) for each, scaled in zip(found, sizes, strict=True)]


def for_rows(measures: Measures, room: float, count: int) -> Measures:
    """The measures of a table with so many rows, in `room` for all of it."""
    sizes = measures.sizes.for_rows(room, count)
    goal = min(measures.goal, sizes.pad - 0.4 * measures.line - 6)
    mark, line, halo = (TIGHT_MARK, TIGHT_LINE, TIGHT_HALO) if sizes.is_tight else (1.0, 1.0, measures.halo)
    station, line = sizes.squeeze * mark * measures.station, sizes.squeeze * line * measures.line
    sizes = sizes.scaled(mark=mark)._replace(hang=station)
    return measures._replace(sizes=sizes, line=line, station=station, halo=halo, goal=goal)
