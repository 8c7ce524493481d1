"""How closely the sheet is set: type sizes and distances that belong together, from roomy to tight.

(o) Text of the item          right        first   from a group's name to its first item
    note below                             pitch   from an item's last line to the next item
-----------------------------------        after   from the last line of a group to the hairline
Name  "quote"          -- --  2 of 3       before  from the hairline to the next name
                                           indent  from the mark's left edge to the text
"""

from __future__ import annotations

from pipeline.records import NamedTuple


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
