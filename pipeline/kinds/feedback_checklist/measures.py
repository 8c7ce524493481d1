"""Where title and sheet stand on a checklist of any size, and the plans for setting the sheet, in the order of trying.

beside, reference 1200 x 630        band, for longer lists           tall, reference 1080 x 1350

eyebrow    +----------------+       eyebrow      legend (ring)       eyebrow          ( ring )
Title      | Name   -- 2/3  |       Title                            Title
of four    | (o) text  High |       +------------------------+       legend legend
lines      | ...            |       | Name      | Name       |       +--------------------+
(ring) leg.+----------------+       | (o) text  | (o) text   |       | Name         -- -- |
                                    +------------------------+       | (o) text      High |
                                                                     +--------------------+
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from pipeline.geometry import Rect, Size
from pipeline.kinds.feedback_checklist.densities import GROWN_TALL, GROWN_WIDE, TALL, WIDE, Density
from pipeline.kinds.feedback_checklist.spec import ColumnCount
from pipeline.layout.proportions import hidden, is_wide
from pipeline.records import NamedTuple

SMALLEST = 19  # px at 1200 px width
LEAST_COLUMN = 12.5  # of a column's width, in text sizes: narrower ones hold three words a line
LEAST_BARE = 16.5  # the same without a column of dates and priorities, all of the width
GROWTH = 1.8, 1.4  # how much larger the rows of a short list are whose texts take no more than SHORT of the measure
SHORT = 0.5
DOTS = 34  # what page dots take below the sheet, reference px

Arrangement: TypeAlias = Literal["beside", "band", "tall"]


class Measures(NamedTuple):
    """What the size and the arrangement of a picture decide: places in layout px for a left-to-right card."""

    size: Size
    arrangement: Arrangement
    unit: float  # layout px for one px of the reference
    smallest: float  # size of the smallest text
    top: float  # how far the header is moved down
    left: float  # the header's edge
    right: float
    sheet: Rect  # as tall as it may be; a tall one begins where its header ends
    inset: float  # from the sheet's sides to its content
    pad: float  # from the sheet's top to the first cap height, and from the last baseline to its foot
    has_dots: bool  # whether there is room for page dots below

    @property
    def inner(self) -> Rect:
        """The sheet without the insets at its sides."""
        return Rect(self.sheet.x + self.inset, self.sheet.y, self.sheet.width - 2 * self.inset, self.sheet.height)


class Plan(NamedTuple):
    """One way to set the sheet. Without `rights` the column of dates and priorities is left out."""

    arrangement: Arrangement
    columns: int
    density: Density
    notes: bool = False
    rights: bool = True
    fill: float = 0.0  # where the sheet keeps its height and its rows share it: of the measure, what a text takes

    def fits(self, measures: Measures) -> bool:
        """Whether its columns are wide enough."""
        width, density = measures.inner.width / measures.unit / self.columns, self.density
        if self.rights:
            return width >= LEAST_COLUMN * density.text + density.indent + 5 * density.right
        return width >= LEAST_BARE * density.text


def measures(size: Size, arrangement: Arrangement, *, has_dots: bool = False) -> Measures:
    """The measures of a picture of `size` in one of the arrangements."""
    width, height = size
    unit = min(width / 1200, height / 630)
    smallest = SMALLEST * unit
    if arrangement == "beside":
        sheet = Rect(456 * unit, 36 * unit, width - 504 * unit, height - 72 * unit)
        top, left, right, inset, pad = (height - 630 * unit) * 0.3, 64 * unit, 374 * unit, 40, 43
    elif arrangement == "band":
        foot = (DOTS + 8 if has_dots else 24) * unit
        sheet = Rect(32 * unit, 0, width - 64 * unit, height - foot)
        top, left, right, inset, pad = 0.0, 64 * unit, width - 64 * unit, 32, 36
    else:
        unit, buttons = _tall_unit(size), hidden(size)
        top = max(0.0, buttons.top - 40 * unit)
        foot = buttons.bottom or 32 * unit
        foot += (DOTS if buttons.bottom else DOTS - 6) * unit if has_dots else 0.0
        sheet = Rect(32 * unit, top, width - 64 * unit, height - foot - top)
        left, right, inset, pad = 72 * unit, width - 72 * unit, 40, 53
    return Measures(size, arrangement, unit, smallest, top, left, right, sheet, inset * unit, pad * unit, has_dots)


def _tall_unit(size: Size) -> float:
    """Squarer pictures are set larger than their height alone would have it, and closer."""
    across, down = size.width / 1080, size.height / 1350
    return min(across, float(down**0.55 * across**0.45))


def grown_plans(count: int, columns: int, size: Size) -> Iterator[Plan]:
    """The ways to set so many rows on a sheet that keeps its height, the largest with all of its texts first."""
    rows = -(-count // columns)
    wide: tuple[Arrangement, ...] = ("beside", "band") if columns == 1 else ("band", "beside")
    arrangements: tuple[Arrangement, ...] = wide if is_wide(size) else ("tall",)
    densities, closer = (GROWN_WIDE[rows - 1 :], WIDE[:2]) if is_wide(size) else (GROWN_TALL[rows - 1 :], TALL[:5])
    larger = [(densities[0].scaled(factor, 0), SHORT) for factor in GROWTH]
    usual = [(density, 1.0) for density in densities]
    for notes in (True, False):
        for each in arrangements:
            last = [(density, 1.0) for density in closer if columns > 1 and each == arrangements[0]]
            tried = (*larger, *usual, *last)
            yield from (Plan(each, columns, density, notes=notes, fill=fill) for density, fill in tried)


def plans(columns: ColumnCount, size: Size) -> tuple[Plan, ...]:
    """The ways to set the sheet in so many columns, the preferred one first."""
    tried = _wide_plans(columns) if is_wide(size) else _tall_plans()
    every = tuple(plan for plan in tried if plan.fits(measures(size, plan.arrangement)))
    if columns == "auto":
        return every
    chosen = tuple(plan for plan in every if plan.columns == columns)
    # columns narrower than they should be: nothing stands beside their texts
    return chosen or (every[-1]._replace(columns=columns, notes=False, rights=False),)


def _wide_plans(columns: ColumnCount) -> Iterator[Plan]:
    yield Plan("beside", 1, WIDE[0], notes=True)
    if columns == 1:  # below the title one column would be shorter, and no better for being wider
        yield from (Plan("beside", 1, density) for density in WIDE)
        return
    yield from (Plan("beside", count, density) for count in (1, 2, 3, 4) for density in WIDE[:3])
    yield Plan("band", 1, WIDE[3])
    densities = WIDE[1:] if columns == "auto" else WIDE  # a band is for longer lists, or for columns that are asked for
    yield from (Plan("band", count, density) for count in (2, 3, 4) for density in densities)
    yield from (Plan("band", count, WIDE[4], rights=False) for count in (2, 3, 4))


def _tall_plans() -> Iterator[Plan]:
    yield from (Plan("tall", 1, density, notes=True) for density in TALL[:5])
    yield from (Plan("tall", count, density, notes=True) for count in (2, 3) for density in TALL[3:6])
    yield from (Plan("tall", 1, density) for density in TALL[2:6])
    yield from (Plan("tall", count, density) for count in (2, 3, 4) for density in TALL[3:])
    yield from (Plan("tall", count, TALL[6], rights=False) for count in (2, 3, 4))
