"""The table of a comparison, set: one size for all heads, one for all cells and names, rows as high as they need.

|        | Stay    | Go      |        names in a column of their own
| Salary | €49,000 | €54,500 |

|  Stay    | Go      |                 a name over the cells of its row, where columns would be too narrow beside it
|  Salary  |         |
|  €49,000 | €54,500 |
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.geometry import Rect
from pipeline.kinds.comparison.content import Content
from pipeline.kinds.comparison.content import Row as Written
from pipeline.kinds.comparison.measures import Measures
from pipeline.layout.canvas import Canvas
from pipeline.layout.rows import heights
from pipeline.layout.uniform import keeps_words, uniform
from pipeline.typography import Paragraph, Setting, TextStyle


class Arrangement(NamedTuple):
    """Whether names stand over their cells, the share of the type's size, and the most lines of a text."""

    is_over: bool
    share: float
    lines: int


ARRANGEMENTS = (
    *(Arrangement(False, share, 2) for share in (1.0, 0.92, 0.84)),
    *(Arrangement(True, share, 3) for share in (1.0, 0.92, 0.84)),
    *(Arrangement(is_over, share, 4) for share in (0.84, 0.76, 0.68) for is_over in (False, True)),
    *(Arrangement(is_over, share, 14) for share in (0.84, 0.76, 0.68, 0.6, 0.0) for is_over in (True, False)),
)
HEADS = ((1.0, 1), (0.9, 1), (0.8, 1), (0.72, 1), (0.8, 2), (0.72, 2), (0.72, 3), (0.64, 4))  # shares and lines
HEAD_LEADING, LEADING = 1.14, 1.16
BESIDE_NAME, BESIDE_CELL, BESIDE_HEAD, BESIDE_MARK = 12, 10, 14, 6  # px that stay free
AIR, OVER = 0.8, 0.55  # of a cell's size: about the texts of a row, and between a name and the cells below it
MOST_BELOW = 0.3  # of the page that stays empty below a table with few rows


class Row(NamedTuple):
    """A row: its edges, its texts, the middle of the cells and that of the name; an empty cell has no text."""

    top: float
    bottom: float
    middle: float
    name_middle: float
    name: Paragraph
    cells: tuple[Paragraph | None, ...]
    indents: tuple[float, ...]

    def placed(self, top: float, bottom: float) -> Row:
        """A row about 0 between these edges."""
        down = (top + bottom) / 2
        return self._replace(top=top, bottom=bottom, middle=self.middle + down, name_middle=self.name_middle + down)


class Table(NamedTuple):
    """Where columns and rows stand; `top` is that of the sheet, `deep` how much lower than the first line heads end."""

    measures: Measures
    columns: tuple[Rect, ...]
    heads: list[Paragraph]
    deep: float
    rows: list[Row]
    is_over: bool

    @property
    def sheet(self) -> tuple[float, float]:
        """The upper and the lower edge of a column."""
        return self.rows[0].top - self.measures.rule - self.deep, self.rows[-1].bottom + self.measures.foot

    @property
    def name_x(self) -> float:
        """Where names begin: in the first column where they stand over its cells."""
        return self.text(0) if self.is_over else self.columns[0].x - self.measures.name

    def gutter(self, column: int) -> float:
        """Where the line and the marks of a column stand."""
        return self.columns[column].x + self.measures.pad

    def text(self, column: int) -> float:
        """Where the texts of a column begin."""
        return self.gutter(column) + self.measures.gutter


class Setter(NamedTuple):
    """Sets the texts of a content on a canvas, in a room of its page; `pitch` is how high rows are at the most."""

    canvas: Canvas
    content: Content
    measures: Measures
    room: Rect
    pitch: float

    def table(self) -> Table:
        """The first arrangement that holds all texts, words whole if any does so; raises FitError where none does."""
        refused = FitError(Problem("the rows are too high for the picture", hint="shorten their cells", field="rows"))
        for must_keep_words in (True, False):
            for how in ARRANGEMENTS:
                try:
                    if table := self._arranged(how, must_keep_words):
                        return table
                except FitError as error:
                    refused = error
        raise refused

    def _arranged(self, how: Arrangement, must_keep_words: bool) -> Table | None:
        columns = self._columns(how)
        heads, texts = self._heads(columns), self._names(how, columns) | self._cells(how, columns)
        if must_keep_words and not all(keeps_words(leaf.text, set_) for leaf, set_ in texts.items()):
            return None
        deep = max(head.depth for head in heads) / self.canvas.unit
        rows = self._rows(how, texts, deep, self._indents(texts, self._measure(columns)))
        return Table(self.measures, columns, heads, deep, rows, how.is_over) if rows else None

    def _columns(self, how: Arrangement) -> tuple[Rect, ...]:
        count, left = len(self.content.columns), self.room.x + (0 if how.is_over else self.measures.name)
        width = (self.room.right - left) / count
        return tuple(Rect(left + at * width, self.room.y, width, self.room.height) for at in range(count))

    def _size(self, size: float) -> float:
        return max(size, self.measures.smallest) * self.canvas.unit

    def _heads(self, columns: Sequence[Rect]) -> list[Paragraph]:
        colors, unit = self.canvas.colors, self.canvas.unit
        chosen = self.canvas.style(1, colors.ink, 600, "display", -0.005)
        looks = [
            chosen if self.content.highlight in (at, None) else chosen._replace(fill=colors.ink_2)
            for at in range(len(columns))
        ]
        settings = [Setting(self._size(share * self.measures.head), HEAD_LEADING, lines) for share, lines in HEADS]
        measure = columns[0].width - self.measures.pad + self.measures.station - BESIDE_HEAD
        return uniform(self.canvas.page, self.content.columns, looks, settings, measure * unit)

    def _names(self, how: Arrangement, columns: Sequence[Rect]) -> dict[Leaf, Paragraph]:
        leaves, start = [row.name for row in self.content.rows], columns[0].x + self.measures.pad + self.measures.gutter
        room = [self.measures.name - BESIDE_NAME] * len(leaves)
        if how.is_over:
            room = [columns[at].right - start - BESIDE_CELL for at in self.content.clear]
        setting = Setting(self._size(how.share * self.measures.name_size), LEADING, how.lines)
        look = self.canvas.style(1, self.canvas.colors.ink_2)
        set_ = uniform(self.canvas.page, leaves, look, [setting], [each * self.canvas.unit for each in room])
        return dict(zip(leaves, set_, strict=True))

    def _looks(self) -> dict[Leaf, TextStyle]:
        """The styles of all cells that have a text."""
        colors, are_equal = self.canvas.colors, self.content.highlight is None and not self.content.is_judged
        plain = self.canvas.style(1, colors.ink if are_equal else colors.muted)
        strong = plain._replace(fill=colors.ink, weight=600)
        return {
            cell.text: strong if self.content.stands_out(row, at) else plain
            for row in self.content.rows
            for at, cell in enumerate(row.cells)
            if cell.text
        }

    def _cells(self, how: Arrangement, columns: Sequence[Rect]) -> dict[Leaf, Paragraph]:
        looks = self._looks()
        setting = Setting(self._size(how.share * self.measures.cell), LEADING, how.lines)
        measure = self._measure(columns) * self.canvas.unit
        set_ = uniform(self.canvas.page, [*looks], [*looks.values()], [setting], measure) if looks else []
        return dict(zip(looks, set_, strict=True))

    def _measure(self, columns: Sequence[Rect]) -> float:
        return columns[0].width - self.measures.pad - self.measures.gutter - BESIDE_CELL

    def _indents(self, texts: dict[Leaf, Paragraph], measure: float) -> dict[Leaf, float]:
        """How far cells are moved in, so that numbers align on their decimal marks where a column has room for it."""
        looks, unit = self._looks(), self.canvas.unit
        indents: dict[Leaf, float] = {}
        for column in zip(*(row.cells for row in self.content.rows), strict=True):
            numbers = {cell.text: texts[cell.text] for cell in column if cell.point}
            before = {
                cell.text: self.canvas.measure(
                    cell.text.text[: cell.point], looks[cell.text]._replace(size=numbers[cell.text].size / unit)
                )
                for cell in column
                if cell.point
            }
            moved = {leaf: max(before.values()) - width for leaf, width in before.items()}
            if all(indent + numbers[leaf].width / unit <= measure for leaf, indent in moved.items()):
                indents |= moved
        return indents

    def _rows(
        self, how: Arrangement, texts: dict[Leaf, Paragraph], deep: float, indents: dict[Leaf, float]
    ) -> list[Row]:
        """The rows below heads that are `deep`; none where they do not fit."""
        size = self._size(how.share * self.measures.cell) / self.canvas.unit
        over = OVER * size if how.is_over else None
        blocks = [self._block(row, texts, indents, over) for row in self.content.rows]
        least = [max(block.bottom - block.top + AIR * size, 2 * self.measures.mark + BESIDE_MARK) for block in blocks]
        above = self.measures.rule + deep
        room = self.room.height - above - self.measures.foot
        high = heights(least, self.pitch, room)
        spare = room - sum(high)
        above += spare / 2 if self.measures.is_beside else max(0.0, spare - MOST_BELOW * self.canvas.height)
        edges = accumulate(high, initial=self.room.y + above)
        whole = [round(each * self.canvas.unit) / self.canvas.unit for each in edges]  # as hairlines are
        return [block.placed(*edge) for block, edge in zip(blocks, pairwise(whole), strict=True)] if high else []

    def _block(self, row: Written, texts: dict[Leaf, Paragraph], indents: dict[Leaf, float], over: float | None) -> Row:
        """The texts of a row about 0: a name beside its cells, or so far over them."""
        name, cells = texts[row.name], tuple(texts.get(cell.text) for cell in row.cells)
        named = name.height / self.canvas.unit
        high = max((cell.height for cell in cells if cell), default=0.0) / self.canvas.unit
        half = max(named, high) / 2 if over is None else (named + over + high) / 2
        middles = (0.0, 0.0) if over is None else (half - high / 2, named / 2 - half)
        return Row(-half, half, *middles, name, cells, tuple(indents.get(cell.text, 0.0) for cell in row.cells))
