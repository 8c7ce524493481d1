"""Where title and sheet stand on a checklist of any size, and which ways of setting the sheet are tried in turn.

beside, reference 1200 x 630        band, for longer lists           tall, reference 1080 x 1350

eyebrow    +----------------+       eyebrow         key (ring)       eyebrow          ( ring )
Title      | Name   -- 2/3  |       Title                            Title
of four    | (o) text  High |       +------------------------+       key key key
lines      | ...            |       | Name      | Name       |       +--------------------+
(ring) key +----------------+       | (o) text  | (o) text   |       | Name         -- -- |
                                    +------------------------+       | (o) text      High |
                                                                     +--------------------+
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from pipeline.geometry import Rect, Size
from pipeline.kinds.feedback_checklist.densities import GROWN_TALL, GROWN_WIDE, TALL, WIDE, Density
from pipeline.layout.proportions import hidden, is_story, is_wide

SMALLEST = 19  # px at 1200 px width
LEAST_COLUMN = 12.5  # of a column's width, in text sizes: narrower ones hold three words a line
LEAST_BARE = 16.5  # the same without a column of dates and priorities, all of the width
GROWTH = 1.8, 1.4  # how much larger the rows of a short list are whose texts take no more than SHORT of the measure
SHORT = 0.5
DOTS = 34  # what page dots take below the sheet, reference px

Arrangement: TypeAlias = Literal["beside", "band", "tall"]


class Frame(NamedTuple):
    """The frame of one picture: places in layout px for a left-to-right card."""

    size: Size
    arrangement: Arrangement
    unit: float  # layout px for one px of the reference
    smallest: float  # size of the smallest text
    top: float  # how far the header is moved down
    left: float  # the header's edge
    right: float
    sheet: Rect  # as tall as it may be; a tall frame's begins where its header ends
    inset: float  # from the sheet's sides to its content
    pad: float  # from the sheet's top to the first cap height, and from the last baseline to its foot
    dots: bool  # whether there is room for page dots below

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


def frame(size: Size, arrangement: Arrangement, *, dots: bool = False) -> Frame:
    """The frame of a picture of `size` in one of the arrangements."""
    width, height = size
    smallest = SMALLEST * min(width / 1200, height / 630)
    if arrangement == "tall":
        unit = _tall_unit(size)
        story, buttons = is_story(size), hidden(size)
        top = buttons.top - 40 * unit if story else 0.0
        foot = buttons.bottom if story else 32 * unit
        foot += (DOTS - (0 if story else 6)) * unit if dots else 0.0
        sheet = Rect(32 * unit, top, width - 64 * unit, height - foot - top)
        return Frame(size, "tall", unit, smallest, top, 72 * unit, width - 72 * unit, sheet, 40 * unit, 53 * unit, dots)
    unit = min(width / 1200, height / 630)
    if arrangement == "band":
        foot = (DOTS + 8 if dots else 24) * unit
        sheet = Rect(32 * unit, 0, width - 64 * unit, height - foot)
        return Frame(size, "band", unit, smallest, 0.0, 64 * unit, width - 64 * unit, sheet, 32 * unit, 36 * unit, dots)
    sheet = Rect(456 * unit, 36 * unit, width - 504 * unit, height - 72 * unit)
    spare = height - 630 * unit
    return Frame(size, "beside", unit, smallest, spare * 0.3, 64 * unit, 374 * unit, sheet, 40 * unit, 43 * unit, dots)


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


def plans(columns: Literal["auto", 1, 2, 3, 4], size: Size) -> tuple[Plan, ...]:
    """The ways to set the sheet in so many columns, the preferred one first."""
    if is_wide(size) and columns == 1:
        found = _one_column_plans()
    elif is_wide(size):
        unit = min(size.width / 1200, size.height / 630)
        roomiest = 1 if columns == "auto" else 0  # a band is for longer lists, or for columns that are asked for
        found = _wide_plans((size.width / unit - 584), size.width / unit - 128, roomiest)
    else:
        found = _tall_plans(size.width / _tall_unit(size) - 144)
    every = tuple(found)
    if columns == "auto":
        return every
    chosen = tuple(plan for plan in every if plan.columns == columns)
    return chosen or tuple(
        plan._replace(columns=columns, notes=False, rights=False)
        for plan in every[-1:]  # columns narrower than they should be: nothing stands beside their texts
    )


def _one_column_plans() -> Iterator[Plan]:
    """Plans beside the title: below it one column would be shorter, and no better for being wider."""
    yield Plan("beside", 1, WIDE[0], notes=True)
    yield from (Plan("beside", 1, density) for density in WIDE)


def _wide_plans(beside: float, band: float, roomiest: int) -> Iterator[Plan]:
    """Plans for content of these widths in reference px."""
    yield Plan("beside", 1, WIDE[0], notes=True)
    yield from (Plan("beside", 1, density) for density in WIDE[:3])
    for columns in (2, 3, 4):
        yield from (
            Plan("beside", columns, density) for density in WIDE[:3] if _is_wide_enough(beside, columns, density)
        )
    yield Plan("band", 1, WIDE[3])
    for columns in (2, 3, 4):
        yield from (
            Plan("band", columns, density) for density in WIDE[roomiest:] if _is_wide_enough(band, columns, density)
        )
    for columns in (2, 3, 4):
        if band / columns >= LEAST_BARE * WIDE[4].text:
            yield Plan("band", columns, WIDE[4], rights=False)


def _tall_plans(content: float) -> Iterator[Plan]:
    yield from (Plan("tall", 1, density, notes=True) for density in TALL[:5])
    for columns in (2, 3):
        for density in TALL[3:6]:
            if _is_wide_enough(content, columns, density):
                yield Plan("tall", columns, density, notes=True)
    yield from (Plan("tall", 1, density) for density in TALL[2:6])
    for columns in (2, 3, 4):
        yield from (
            Plan("tall", columns, density) for density in TALL[3:] if _is_wide_enough(content, columns, density)
        )
    for columns in (2, 3, 4):
        if content / columns >= LEAST_BARE * TALL[6].text:
            yield Plan("tall", columns, TALL[6], rights=False)


def _is_wide_enough(content: float, columns: int, density: Density) -> bool:
    return content / columns >= LEAST_COLUMN * density.text + density.indent + 5 * density.right


def _tall_unit(size: Size) -> float:
    """Squarer pictures are set larger than their height alone would have it, and closer."""
    across, down = size.width / 1080, size.height / 1350
    return min(across, float(down**0.55 * across**0.45))
