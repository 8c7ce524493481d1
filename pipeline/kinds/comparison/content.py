"""What a comparison says: columns, rows of cells with their marks, which cell is better, and the score.

the spec's own rows --+
                      +--> Found --> marks, better cells, points of numbers --> Content
a table beside it ----+
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from pipeline.beside import Reader
from pipeline.content import Leaf
from pipeline.errors import Problem, SpecError, enumerated, nearest
from pipeline.kinds.comparison.marks import MARKS, Mark, Marked, Marks
from pipeline.kinds.comparison.spec import MOST_COLUMNS, Comparison
from pipeline.kinds.comparison.table import Texts
from pipeline.kinds.comparison.words import Said, Shown, spoken
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.prose import one_line, plain
from pipeline.reading import numbers
from pipeline.typography import markup
from pipeline.words import Words


class FoundRow(NamedTuple):
    """A row as it is written: its name, its cells, each with its mark if that is a key, and the better column."""

    name: Leaf
    cells: tuple[tuple[str, Leaf], ...]
    better: Leaf


class Found(NamedTuple):
    """What an author's material holds, as it is written."""

    columns: tuple[Leaf, ...]
    rows: tuple[FoundRow, ...]
    notes: tuple[Note, ...] = ()


class Cell(NamedTuple):
    """A cell; `word` is its mark's, where the text beside that says something else.

    `point` is how many characters of a number stand before its decimal mark, where numbers align.
    """

    mark: Mark
    text: Leaf
    word: str = ""
    point: int = 0


class Row(NamedTuple):
    """A row; `better` is the column that wins it, by the author's word."""

    name: Leaf
    cells: tuple[Cell, ...]
    better: int | None


class Content(NamedTuple):
    """A whole comparison; `score` is that of the highlighted column, where rows have better cells."""

    name: str
    eyebrow: Leaf
    title: Leaf
    columns: tuple[Leaf, ...]
    highlight: int | None
    rows: tuple[Row, ...]
    verdict: Leaf
    score: tuple[Leaf, Leaf, Leaf]  # before the number of rows won, that, and after it
    is_mirrored: bool
    words: Words[Shown, Said]
    notes: tuple[Note, ...] = ()

    @property
    def is_judged(self) -> bool:
        """Whether some row has a better cell."""
        return any(row.better is not None for row in self.rows)

    @property
    def texts(self) -> list[Texts]:
        """What the rows of its table say."""
        return [
            Texts(
                row.name,
                [cell.text for cell in row.cells],
                [cell.point for cell in row.cells],
                row.better if self.is_judged else self.highlight,
                clear,
            )
            for row, clear in zip(self.rows, self.clear, strict=True)
        ]

    @property
    def is_plain(self) -> bool:
        """Whether nothing stands out."""
        return self.highlight is None and not self.is_judged

    def wins(self, column: int) -> int:
        """How many rows a column wins."""
        return sum(row.better == column for row in self.rows)

    @property
    def track(self) -> Sequence[int | None]:
        """The column that the line is in, row by row: that of the better cell, else the one it came from."""
        first = next((row.better for row in self.rows if row.better is not None), self.highlight)
        better = (row.better for row in self.rows)
        return list(accumulate(better, lambda at, new: at if new is None else new, initial=first))[1:]

    @property
    def clear(self) -> list[int]:
        """The last column, row by row, up to which neither the line nor the highlighted column's edge is met."""
        last, chosen = len(self.columns) - 1, self.highlight
        if chosen is None:
            return [last] * len(self.rows)
        edge = 1 if chosen == 0 else chosen
        return [min(edge, at or edge) - 1 for at in self.track]

    def stands_out(self, row: int, column: int) -> bool:
        """Whether a cell is the better one, or in the highlighted column where none is said to be better."""
        return column == (self.rows[row].better if self.is_judged else self.highlight)


def content(spec: Comparison, read: Reader) -> Content:
    """What the spec says, with the rows of its table; raises SpecError with every mistake in them."""
    words = spoken(spec.lang, spec.labels)
    marks = Marks(words)
    found = _found(spec, read)
    if problems := list(_mistakes(spec, found, marks)):
        raise SpecError(*problems)
    rows = _aligned([_row(row, found.columns, marks) for row in found.rows], spec.lang)
    highlight = _index(spec.highlight, found.columns)
    title = markup.plain(spec.title)
    columns = tuple(column.text for column in found.columns)
    made = Content(
        name=one_line(title) or words.language.listed(columns),
        eyebrow=Leaf(one_line(spec.eyebrow), "eyebrow"),
        title=Leaf(spec.title.strip(), "title"),
        columns=found.columns,
        highlight=highlight,
        rows=tuple(rows),
        verdict=Leaf(spec.verdict.strip(), "verdict"),
        score=(Leaf("", "score"),) * 3,
        is_mirrored=is_mirrored(spec, (title, spec.eyebrow, *columns, *(row.name.text for row in rows))),
        words=words,
        notes=(*words.notes, *found.notes),
    )
    return made._replace(score=_score(made))


def _score(content: Content) -> tuple[Leaf, Leaf, Leaf]:
    if content.highlight is None or not content.is_judged:
        return content.score
    whole = content.words.language.whole
    before, _, after = content.words.shown.score.partition("{n}")
    all_ = whole(len(content.rows))
    texts = before.format(all=all_), whole(content.wins(content.highlight)), after.format(all=all_)
    return Leaf(texts[0].strip(), "score"), Leaf(texts[1], "score"), Leaf(texts[2].strip(), "score")


def _found(spec: Comparison, read: Reader) -> Found:
    if spec.data:
        from pipeline.kinds.comparison.reading import found_in_table  # only a spec with a data file pays for it

        return found_in_table(spec, read(spec.data, "data"))
    columns = tuple(Leaf(one_line(name), f"columns[{at}]") for at, name in enumerate(spec.columns))
    rows = []
    for at, row in enumerate(spec.rows):
        field = f"rows[{at}]"
        cells = tuple(_written(cell, f"{field}.cells[{index}]") for index, cell in enumerate(row.cells))
        rows.append(FoundRow(Leaf(one_line(row.name), f"{field}.name"), cells, Leaf(row.better, f"{field}.better")))
    return Found(columns, tuple(rows))


def _written(cell: str | dict[str, str] | None, field: str) -> tuple[str, Leaf]:
    (key, text), *_ = cell.items() if isinstance(cell, dict) else [("", cell or "")]
    return key, Leaf(one_line(text), field)


def _row(row: FoundRow, columns: Sequence[Leaf], marks: Marks) -> Row:
    return Row(row.name, tuple(_cell(*cell, marks) for cell in row.cells), _index(row.better.text, columns))


def _cell(key: str, leaf: Leaf, marks: Marks) -> Cell:
    known = Marked(marks.mark(key) or "text", leaf.text) if key else marks.read(leaf.text)
    word = "" if marks.mark(known.text) == known.mark else marks.word(known.mark)
    return Cell(known.mark, leaf._replace(text=known.text), word)


def _index(name: str, columns: Sequence[Leaf]) -> int | None:
    """The column of that name: as it is written, in any case, or in plain words if only one has them."""
    texts = [column.text for column in columns]
    for alike in (one_line, _in_any_case, plain):
        found = [at for at, text in enumerate(texts) if alike(text) == alike(name)]
        if len(found) == 1 and alike(name):
            return found[0]
    return None


def _in_any_case(text: str) -> str:
    return one_line(text).casefold()


def _mistakes(spec: Comparison, found: Found, marks: Marks) -> Iterator[Problem]:
    """Columns that are not there, and keys of cells that are no marks."""
    names = [column.text for column in found.columns]
    named = [Leaf(spec.highlight, "highlight"), *(row.better for row in found.rows)]
    for leaf in named:
        if leaf and _index(leaf.text, found.columns) is None:
            match = nearest(leaf.text, names)
            hint = f"the nearest is `{match}`" if match else f"columns are {enumerated(names, MOST_COLUMNS)}"
            yield Problem(f"there is no column `{one_line(leaf.text)}`", leaf.place, hint, leaf.field)
    for key, leaf in (cell for row in found.rows for cell in row.cells):
        if key and marks.mark(key) is None:
            hint = f'marks are {", ".join(MARKS)}; if it is text, write "{key}: {leaf}"'
            yield Problem(f"`{key}` is no mark", leaf.place, hint, leaf.field)


def _aligned(rows: Sequence[Row], lang: str) -> list[Row]:
    """The rows, each number with its point in the columns whose texts are all numbers of one unit."""
    points = [_points([row.cells[at] for row in rows], lang) for at in range(len(rows[0].cells))]
    return [
        row._replace(cells=tuple(cell._replace(point=points[at][index]) for at, cell in enumerate(row.cells)))
        for index, row in enumerate(rows)
    ]


def _points(cells: Sequence[Cell], lang: str) -> list[int]:
    """How many characters of each cell stand before its decimal mark; none where other texts are among them."""
    forms = [numbers.split(cell.text.text) if cell.mark == "text" else None for cell in cells]
    known = [form for form in forms if form]
    texts = sum(cell.mark == "text" for cell in cells)
    if len(known) < max(2, texts) or len({form.unit for form in known}) > 1:
        return [0] * len(cells)
    mark, _ = numbers.decimal_mark(known, lang)
    return [_point(cell.text.text, form, mark) if form else 0 for cell, form in zip(cells, forms, strict=True)]


def _point(text: str, form: numbers.Form, mark: numbers.Mark) -> int:
    number = numbers.number(form, mark)
    if number and number.places and mark in text:
        return text.rindex(mark)
    return max(at for at, letter in enumerate(text) if letter.isdigit()) + 1
