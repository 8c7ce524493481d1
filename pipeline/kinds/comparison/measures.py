"""The designer's numbers of a comparison, in px of a shape's reference, and what of them suits a table's rows.

beside   title at the start, table beside it      wide, two and three columns
below    title at the top, table below it         wide with four columns or a long title; square; tall
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.layout.shape import Shape


class Measures(NamedTuple):
    """Where a table stands and how large its parts are."""

    left: float
    right: float  # from the page's right edge
    top: float  # from the page's top; below a title, from its last baseline
    bottom: float  # from the page's bottom
    name: float  # width of the column of names
    head_base: float
    head: float
    rule: float  # from the top to the rule under the heads
    foot: float
    highest: float  # row
    lowest: float
    cell: float
    name_size: float
    pad: float  # from a column's edge to its gutter
    gutter: float  # to its texts
    line: float
    station: float
    mark: float
    turn: float
    verdict: float
    score: float
    goal: float  # radius of the ring at the end
    smallest: float
    halo: float = 3.5
    is_beside: bool = False


WIDE_BESIDE = Measures(
    452, 40, 36, 36, 148, 52, 25, 80, 96, 58, 38, 22, 20, 36, 30, 7, 9, 12, 20, 32, 40, 15, 16, is_beside=True
)
WIDE_BELOW = Measures(64, 40, 28, 36, 196, 42, 23, 62, 78, 58, 38, 22, 20, 36, 30, 7, 9, 12, 20, 26, 32, 13, 16)
TALL = Measures(72, 32, 52, 32, 224, 66, 33, 104, 148, 128, 46, 29, 26, 44, 38, 10, 12, 15, 30, 42, 58, 21, 19)
SQUARE = Measures(64, 24, 38, 30, 224, 58, 30, 90, 122, 100, 40, 26, 24, 42, 35, 9, 11, 14, 25, 36, 50, 19, 19)
BY_SHAPE = {"wide": (WIDE_BESIDE, WIDE_BELOW), "tall": (TALL,), "square": (SQUARE,)}

GROWTH, TYPE_GROWTH = 1.5, 1.22  # of the highest row and of type, where rows are few
TIGHT_BELOW = 1.25  # lowest rows; then type, marks and line are smaller, and so is a halo
TIGHT_TYPE, TIGHT_MARK, TIGHT_LINE, TIGHT_HALO = 0.88, 0.82, 0.76, 2.2
TIGHTEST = 0.72  # share that heads, foot, marks and line keep, where rows are lower than the lowest
OF_COLUMNS = {2: (1.0, 1.0, 1.0, 1.0), 3: (0.8, 1.0, 0.9, 1.0), 4: (0.66, 0.8, 1.0, 0.86)}
"""Shares of pad, gutter, and cells on a wide page and on others, for so many columns."""


def candidates(shape: Shape, columns: int) -> list[Measures]:
    """The measures that a table of so many columns may have on a page, the best first."""
    pad, gutter, wide, other = OF_COLUMNS[columns]
    return [
        each._replace(
            pad=pad * each.pad,
            gutter=gutter * each.gutter,
            cell=(wide if shape.name == "wide" else other) * each.cell,
            goal=min(each.goal, pad * each.pad - 0.4 * each.line - 6),
        )
        for each in BY_SHAPE[shape.name]
        if columns < 4 or not each.is_beside
    ]


def for_rows(measures: Measures, room: float, count: int) -> tuple[Measures, float]:
    """The measures of a table with so many rows, and how high these are, in `room` for all of it."""
    pitch = (room - measures.rule - measures.foot) / count
    squeeze = max(TIGHTEST, min(1.0, pitch / measures.lowest))
    rule, foot = squeeze * measures.rule, squeeze * measures.foot
    pitch = min(GROWTH * measures.highest, (room - rule - foot) / count)
    tight = pitch < TIGHT_BELOW * measures.lowest
    type_ = TIGHT_TYPE if tight else max(1.0, min(TYPE_GROWTH, pitch / measures.highest))
    marks = squeeze * (TIGHT_MARK if tight else 1.0)
    fitted = measures._replace(
        rule=rule,
        foot=foot,
        head_base=measures.head_base - measures.rule + rule,
        cell=type_ * measures.cell,
        name_size=type_ * measures.name_size,
        station=marks * measures.station,
        mark=marks * measures.mark,
        line=squeeze * (TIGHT_LINE if tight else 1.0) * measures.line,
        halo=TIGHT_HALO if tight else measures.halo,
    )
    return fitted, pitch
