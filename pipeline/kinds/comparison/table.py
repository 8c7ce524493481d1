"""A table of texts: one size for all heads, one for all cells and names, rows as high as they need.

|        | Stay    | Go      |    names in a column of their own
| Salary | €49,000 | €54,500 |

|  Stay    | Go      |             a name over the cells of its row, where columns would be too narrow beside it
|  Salary  |         |
|  €49,000 | €54,500 |

It sets the texts and finds the places of rows and columns; a kind draws them. Lengths are px of a canvas.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.geometry import Rect
from pipeline.kinds.comparison.points import indents
from pipeline.kinds.comparison.rows import heights
from pipeline.layout.attempts import first_fit
from pipeline.layout.canvas import Canvas
from pipeline.layout.uniform import uniform
from pipeline.typography import Paragraph, Setting, TextStyle

LARGE, MEDIUM, SMALL = (1.0, 0.92, 0.84), (0.92, 0.84, 0.76), (0.84, 0.76, 0.68, 0.6, 0.0)
MANY_LINES, LITTLE_AIR = 14, 0.55  # of texts of so many lines, where room is short
WAYS = (
    (False, 2, LARGE),
    (False, 3, MEDIUM),
    (True, 3, LARGE),
    (False, 4, MEDIUM),
    (True, 4, MEDIUM),
    (True, MANY_LINES, SMALL),
    (False, MANY_LINES, SMALL),
)
"""Whether names stand over their cells, the most lines of a text, and the shares of the type's size, to be tried."""
HEADS = ((1.0, 1), (0.9, 1), (0.8, 1), (0.72, 1), (0.8, 2), (0.72, 2), (0.72, 3), (0.64, 4))  # shares and lines
HEAD_LEADING, LEADING = 1.14, 1.16
BESIDE_NAME, BESIDE_CELL, BESIDE_HEAD, BESIDE_MARK = 12, 10, 14, 6  # px that stay free
AIR, OVER = 0.8, 0.65  # of a cell's size: about the texts of a row, and between a name and the cells below it
GROWTH, TYPE_GROWTH = {1: 3.0, 2: 2.0}, {1: 1.5, 2: 1.35}  # of the highest row and of type, where rows are few
USUAL_GROWTH, USUAL_TYPE_GROWTH = 1.5, 1.22  # of three rows and more
TIGHT_BELOW, TIGHT_TYPE = 1.25, 0.88  # lowest rows; then type is smaller
TIGHTEST = 0.72  # share that heads and foot keep, where rows are lower than the lowest


class Sizes(NamedTuple):
    """How large the parts of a table are."""

    name: float  # width of the column of names
    head_base: float
    head: float
    rule: float  # from the top to the rule under the heads
    foot: float
    highest: float  # row
    lowest: float
    cell: float
    name_size: float
    pad: float  # from a column's edge to its marks
    gutter: float  # from these to its texts
    mark: float  # radius
    smallest: float
    hang: float  # of heads, before the marks
    squeeze: float = 1.0  # share that marks keep, where rows are low
    is_tight: bool = False

    def scaled(self, **shares: float) -> Sizes:
        """The sizes, some of them as so many shares of themselves."""
        return self._replace(**{name: share * getattr(self, name) for name, share in shares.items()})

    def for_rows(self, room: float, count: int) -> Sizes:
        """The sizes of a table with so many rows, in `room` for all of it."""
        squeeze = max(TIGHTEST, min(1.0, (room - self.rule - self.foot) / count / self.lowest))
        lower = self.scaled(rule=squeeze, foot=squeeze, mark=squeeze)
        pitch = (room - lower.rule - lower.foot) / count
        is_tight = pitch < TIGHT_BELOW * self.lowest
        grown = max(1.0, min(TYPE_GROWTH.get(count, USUAL_TYPE_GROWTH), pitch / self.highest))
        type_ = TIGHT_TYPE if is_tight else grown
        base = self.head_base - self.rule + lower.rule
        lower = lower._replace(head_base=base, squeeze=squeeze, is_tight=is_tight)
        return lower.scaled(cell=type_, name_size=type_)


class Texts(NamedTuple):
    """What a row says: its name, its cells, and how many characters of each stand before a decimal mark.

    `out` is the column that stands out, `clear` the last one up to which a name over the cells may reach.
    """

    name: Leaf
    cells: Sequence[Leaf]
    points: Sequence[int]
    out: int | None
    clear: int


class Looks(NamedTuple):
    """The styles of cells."""

    plain: TextStyle
    out: TextStyle


class Row(NamedTuple):
    """A row: its edges, its texts, the middle of the cells and that of the name, and how far cells are moved in."""

    top: float
    bottom: float
    middle: float
    name_middle: float
    name: Paragraph
    cells: list[Paragraph]
    indents: list[float]


class Table(NamedTuple):
    """Where columns and rows stand."""

    sizes: Sizes
    columns: list[Rect]
    heads: list[Paragraph]
    top: float
    head_base: float  # of the last lines of all heads
    rows: list[Row]
    name_x: float

    @property
    def left(self) -> float:
        """Where hairlines begin."""
        return min(self.name_x, self.columns[0].x)

    @property
    def foot(self) -> float:
        """Where the rows end."""
        return self.rows[-1].bottom

    def foot_room(self, column: int | None, gap: float) -> tuple[float, float]:
        """Where a text in the foot begins and how wide it may be: all of it, or the wider side of a column."""
        right = self.columns[-1].right
        if column is None:
            return self.left, right - self.left
        taken = self.columns[column]
        before, after = taken.x - gap - self.left, right - taken.right - self.sizes.pad
        return (self.left, before) if before >= after else (right - after, after)

    def gutter(self, column: int) -> float:
        """Where the marks of a column stand."""
        return self.columns[column].x + self.sizes.pad


class Setter(NamedTuple):
    """Sets a table's texts in a room of a canvas.

    Rows that are few leave so much of the room `below` them empty, and stand lower by what is left beyond, but never
    below its middle.
    """

    canvas: Canvas
    heads: Sequence[Leaf]
    head_looks: Sequence[TextStyle]
    rows: Sequence[Texts]
    looks: Looks
    sizes: Sizes
    room: Rect
    below: float
    is_over: bool = False
    lines: int = 1
    share: float = 1.0
    may_part_words: bool = True

    def table(self) -> Table:
        """The table in the first way that holds all texts, words whole if any does so; raises FitError."""
        ways = [(is_over, lines, share) for is_over, lines, shares in WAYS for share in shares]
        attempts = [
            self._replace(is_over=is_over, lines=lines, share=share, may_part_words=may_part_words)
            for may_part_words in (False, True)
            for is_over, lines, share in ways
        ]
        return first_fit(attempt._table for attempt in attempts)

    def _table(self) -> Table:
        blocks, heads, columns = self._blocks(), self._heads(), self._columns
        deep = max(head.depth for head in heads) / self.canvas.unit
        rows = self._rows(blocks, self.room.y + self.sizes.rule + deep)
        top = rows[0].top - self.sizes.rule - deep
        name_x = columns[0].x + (self.sizes.pad + self.sizes.gutter if self.is_over else -self.sizes.name)
        return Table(self.sizes, columns, heads, top, top + self.sizes.head_base + deep, rows, name_x)

    @property
    def _columns(self) -> list[Rect]:
        count, left = len(self.heads), self.room.x + (0 if self.is_over else self.sizes.name)
        width = (self.room.right - left) / count
        return [self.room._replace(x=left + at * width, width=width) for at in range(count)]

    @property
    def _measure(self) -> float:
        """Of a cell."""
        return self._columns[0].width - self.sizes.pad - self.sizes.gutter - BESIDE_CELL

    def _size(self, size: float) -> float:
        return max(size, self.sizes.smallest)

    def _heads(self) -> list[Paragraph]:
        settings = [Setting(self._size(share * self.sizes.head), HEAD_LEADING, most) for share, most in HEADS]
        measure = self._columns[0].width - self.sizes.pad + self.sizes.hang - BESIDE_HEAD
        return uniform(self.canvas, self.heads, self.head_looks, settings, measure)

    def _set(self, leaves: list[Leaf], looks: list[TextStyle], size: float, measures: list[float]) -> list[Paragraph]:
        setting = Setting(self._size(self.share * size), LEADING, self.lines)
        return uniform(self.canvas, leaves, looks, [setting], measures, may_part_words=self.may_part_words)

    def _names(self) -> list[Paragraph]:
        leaves, colors = [row.name for row in self.rows], self.canvas.colors
        look = self.canvas.style(1, colors.accent, 600) if self.is_over else self.canvas.style(1, colors.ink_2)
        over = [self._measure + row.clear * self._columns[0].width for row in self.rows]
        measures = over if self.is_over else [self.sizes.name - BESIDE_NAME] * len(leaves)
        return self._set(leaves, [look] * len(leaves), self.sizes.name_size, measures)

    def _cells(self) -> tuple[list[list[Paragraph]], list[list[float]]]:
        """The cells row by row, and how far each is moved in."""
        count = len(self.heads)
        leaves = [leaf for row in self.rows for leaf in row.cells]
        looks = [self.looks.out if row.out == at else self.looks.plain for row in self.rows for at in range(count)]
        set_ = self._set(leaves, looks, self.sizes.cell, [self._measure] * len(leaves))
        looks = [look._replace(size=set_[0].size / self.canvas.unit) for look in looks]
        texts, points = [leaf.text for leaf in leaves], [point for row in self.rows for point in row.points]
        columns = [slice(at, None, count) for at in range(count)]
        moved = [self._moved(texts[each], points[each], looks[each]) for each in columns]
        rows = range(len(self.rows))
        return [set_[row * count : (row + 1) * count] for row in rows], [[each[row] for each in moved] for row in rows]

    def _moved(self, texts: Sequence[str], points: Sequence[int], looks: Sequence[TextStyle]) -> list[float]:
        """How far the cells of a column are moved in; not at all where nothing smaller is left to try."""
        try:
            return indents(self.canvas, texts, points, looks, self._measure)
        except FitError:
            if not self.may_part_words:
                raise
            return [0.0] * len(texts)

    def _rows(self, blocks: list[Row], top: float) -> list[Row]:
        """The rows from `top` on; raises FitError where they do not fit above the foot."""
        unit, room = self.canvas.unit, self.room.bottom - self.sizes.foot - top
        high = self._heights([2 * block.bottom for block in blocks], room)
        spare = room - sum(high)
        top += max(0.0, min(spare - self.below, spare / 2))
        edges = pairwise(round(each * unit) / unit for each in accumulate(high, initial=top))  # whole px, as hairlines
        return [_placed(block, *edge) for block, edge in zip(blocks, edges, strict=True)]

    def _heights(self, texts: list[float], room: float) -> list[float]:
        least = [max(each + self._air, 2 * self.sizes.mark + BESIDE_MARK) for each in texts]
        high = heights(least, GROWTH.get(len(least), USUAL_GROWTH) * self.sizes.highest, room)
        if not high:
            needed, held = sum(least) * self.canvas.unit, max(0.0, room) * self.canvas.unit
            hint = f"texts about {int(100 * held / needed)}% as long fit, or fewer rows, or a larger picture"
            raise FitError(Problem(f"the rows need {needed:.0f} px, and there are {held:.0f}", hint=hint, field="rows"))
        return high

    @property
    def _air(self) -> float:
        """About the texts of a row."""
        return (AIR if self.lines < MANY_LINES else LITTLE_AIR) * self._size(self.share * self.sizes.cell)

    def _blocks(self) -> list[Row]:
        over = OVER * self._size(self.share * self.sizes.cell)
        return [self._block(*texts, over) for texts in zip(self._names(), *self._cells(), strict=True)]

    def _block(self, name: Paragraph, cells: list[Paragraph], moved: list[float], over: float) -> Row:
        """The texts of a row about 0."""
        unit = self.canvas.unit
        named, high = name.height / unit, max(cell.height for cell in cells) / unit
        over = max(over, *((name.apart_from(cell) - cell.cap_height) / unit for cell in cells))
        half = (named + over + high) / 2 if self.is_over else max(named, high) / 2
        middles = (half - high / 2, named / 2 - half) if self.is_over else (0.0, 0.0)
        needed = max((cell.apart_from(name if self.is_over else cell) - name.cap_height) / unit for cell in cells)
        half += max(0.0, needed - self._air) / 2  # clear of the next row, however far down its letters reach
        return Row(-half, half, *middles, name, cells, moved)


def _placed(row: Row, top: float, bottom: float) -> Row:
    """A row about 0 between these edges."""
    down = (top + bottom) / 2
    return row._replace(top=top, bottom=bottom, middle=row.middle + down, name_middle=row.name_middle + down)
