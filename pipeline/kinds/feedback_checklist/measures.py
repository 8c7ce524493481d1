"""Where title and sheet stand on a checklist of any size, and the plans for setting the sheet, in the order of trying.

beside, reference 1200 x 630        band, for longer lists           tall, reference 1080 x 1350

eyebrow    +----------------+       eyebrow      legend (ring)       eyebrow          ( ring )
Title      | Name   -- 2/3  |       Title                            Title
of four    | (o) text  High |       +------------------------+       legend legend
lines      | ...            |       | Name      | Name       |       +--------------------+
(ring) leg.+----------------+       | (o) text  | (o) text   |       | Name         -- -- |
                                    +------------------------+       | (o) text      High |
                                                                     +--------------------+

How closely the sheet is set: type sizes and distances that belong together, from roomy to tight.

(o) Text of the item          right        first   from a group's name to its first item
    note below                             pitch   from an item's last line to the next item
-----------------------------------        after   from the last line of a group to the hairline
Name  "quote"          -- --  2 of 3       before  from the hairline to the next name
                                           indent  from the mark's left edge to the text
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from pipeline.geometry import Rect, Size
from pipeline.kinds.feedback_checklist.spec import ColumnCount
from pipeline.layout.proportions import hidden, is_wide

SMALLEST = 19  # px at 1200 px width
LEAST_COLUMN = 12.5  # of a column's width, in text sizes: narrower ones hold three words a line
LEAST_BARE = 16.5  # the same without a column of dates and priorities, all of the width
GROWTH = 1.8, 1.4  # how much larger the rows of a short list are whose texts take no more than SHORT of the measure
SHORT = 0.5
DOTS = 34  # what page dots take below the sheet, reference px

Arrangement: TypeAlias = Literal["beside", "band", "tall"]


class Density(NamedTuple):
    """Sizes in px of a frame's reference; baselines are the ends of all vertical distances."""

    text: float
    leading: float  # px, of a second line
    pitch: float
    note: float
    note_leading: float  # px
    mark: float
    indent: float
    name: float
    quote: float
    right: float  # size of dates, priorities and counts
    pill: tuple[float, float, float]  # width, height, gap
    first: float
    after: float
    before: float
    level: float  # side of the priority's bars
    level_gap: float
    note_gap: float = 0.0  # from the text to its note, beyond the note's leading

    def scaled(self, unit: float, smallest: float) -> Density:
        """In px of the picture, no type below `smallest`."""
        values = [tuple(one * unit for one in each) if isinstance(each, tuple) else each * unit for each in self]
        scaled = Density(*values)  # type: ignore[arg-type]
        sizes = {name: max(smallest, getattr(scaled, name)) for name in ("text", "note", "name", "quote", "right")}
        return scaled._replace(**sizes)


# Beside the title, reference 1200 x 630: the second is the comp's, the others keep its proportions. By eye, on lists
# of 1 to 40 items.
WIDE = (
    Density(24, 32, 42, 20, 27, 26, 42, 27, 20, 20, (22, 5, 5), 48, 30, 54, 19, 9),
    Density(22, 30, 36, 19, 25, 24, 38, 25, 19, 19, (20, 5, 5), 42, 26, 47, 18, 8),
    Density(21, 28, 32, 19, 25, 23, 36, 24, 19, 19, (18, 5, 5), 37, 22, 41, 17, 8),
    Density(20, 26, 29, 19, 25, 22, 34, 22, 19, 19, (16, 5, 4), 33, 19, 36, 16, 7),
    Density(19, 24, 26, 19, 24, 20, 31, 20, 19, 19, (14, 4, 4), 29, 15, 31, 15, 7),
)

# Under the title, reference 1080 x 1350: the third is the comp's.
TALL = (
    Density(33, 43, 60, 27, 35, 35, 56, 38, 28, 27, (30, 7, 7), 78, 54, 80, 23, 12),
    Density(30, 39, 54, 25, 32, 32, 51, 35, 26, 25, (28, 6, 6), 70, 50, 74, 21, 11),
    Density(28, 36, 50, 23, 30, 30, 48, 33, 24, 23, (26, 6, 6), 65, 46, 68, 20, 10),
    Density(26, 33, 44, 22, 28, 28, 44, 30, 23, 22, (24, 6, 5), 54, 35, 54, 19, 9),
    Density(24, 31, 39, 21, 27, 26, 41, 28, 22, 21, (22, 5, 5), 49, 30, 48, 18, 9),
    Density(22, 28, 34, 20, 25, 24, 37, 25, 20, 20, (20, 5, 5), 42, 24, 41, 17, 8),
    Density(20, 25, 29, 19, 23, 22, 33, 22, 19, 19, (17, 5, 4), 35, 19, 34, 16, 7),
)

# Of a short list, by its number of rows, each in the middle of its part of the sheet: the third and the fourth beside a
# title are the comp's. By eye, on texts of 1 to 20 words.
NONE = 0, 0, 0  # first, after and before: the rows' parts keep them apart
GROWN_WIDE = (
    Density(46, 56, 0, 27, 35, 72, 104, 28, 21, 23, (22, 5, 5), *NONE, 24, 11, 10),
    Density(38, 47, 0, 25, 32, 64, 93, 27, 20, 22, (22, 5, 5), *NONE, 23, 11, 8),
    Density(33, 41, 0, 23, 30, 56, 82, 25, 19, 21, (20, 5, 5), *NONE, 21.4, 10, 6),
    Density(28, 35, 0, 21, 27, 46, 68, 25, 19, 20, (20, 5, 5), *NONE, 20, 9, 5),
)
GROWN_TALL = (
    Density(64, 78, 0, 36, 47, 100, 142, 38, 28, 30, (30, 7, 7), *NONE, 26, 13, 12),
    Density(52, 64, 0, 32, 42, 84, 120, 37, 28, 29, (30, 7, 7), *NONE, 25, 12, 10),
    Density(44, 55, 0, 29, 38, 72, 104, 35, 26, 28, (28, 6, 6), *NONE, 24, 12, 8),
    Density(38, 48, 0, 27, 35, 62, 90, 34, 26, 27, (28, 6, 6), *NONE, 23, 11, 7),
)


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
        across, down, buttons = width / 1080, height / 1350, hidden(size)
        unit = min(across, float(down**0.55 * across**0.45))  # squarer pictures are set larger, and closer
        top = max(0.0, buttons.top - 40 * unit)
        foot = buttons.bottom or 32 * unit
        foot += (DOTS if buttons.bottom else DOTS - 6) * unit if has_dots else 0.0
        sheet = Rect(32 * unit, top, width - 64 * unit, height - foot - top)
        left, right, inset, pad = 72 * unit, width - 72 * unit, 40, 53
    return Measures(size, arrangement, unit, smallest, top, left, right, sheet, inset * unit, pad * unit, has_dots)


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
