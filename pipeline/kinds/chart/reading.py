"""A table beside the spec -> labels and series: the first column names the rows, each other column is a series.

    Month,Sent,Replies      or one row for each number:      Region,Month,Joined
    Jan,31,6                                                 North,Jan,40
    Feb,40,9                                                 South,Jan,31

`columns:` says otherwise. Columns without numbers, a total and rows without a number are passed over with a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple, TypeAlias

from pipeline.content import Leaf
from pipeline.errors import Place, Problem, SpecError
from pipeline.kinds.chart.content import Material, Written
from pipeline.kinds.chart.spec import LARGEST, MAX_LABELS, MAX_NAME, MAX_SERIES, Chart
from pipeline.notes import Note
from pipeline.prose import plain
from pipeline.reading import columns, numbers, tables
from pipeline.reading.complaints import at_most
from pipeline.reading.numbers import Form, Number
from pipeline.words import vocabulary

COUNTERS = ("", "#", "no", "nr", "id", "index")  # headings of a column that only counts the rows
MOST_PROBLEMS = 20  # in one message
_SHORT = 30


class _Column(NamedTuple):
    """One column: its heading, its cells, and what these are as numbers, as far as they are."""

    place: int
    heading: str
    cells: tuple[str, ...]
    forms: tuple[Form | None, ...]
    is_numeric: bool  # half or more of what it holds are numbers
    read: tuple[Number | None, ...] = ()  # once it is known how decimals are marked


def read_table(spec: Chart, text: str) -> Material:
    """The labels and numbers of the spec's table; raises SpecError with every cell that cannot be read, at its line."""
    table = tables.parse(text, spec.data)
    if (count := len(table.headings)) < 2 and table.problems:
        raise SpecError(*at_most(table.problems, MOST_PROBLEMS))
    if count < 2:
        fact = f"expected two columns or more, found {count}" if count else "the table is empty"
        hint = "labels in the first column, numbers in the others; the first row names the columns"
        raise SpecError(Problem(fact, table.heading_place(0), hint))
    all_columns = [_column(table, index) for index in range(count)]
    label, values, series = _chosen(spec, table, all_columns)
    held = [all_columns[index] for index in values]
    mark, doubtful = numbers.decimal_mark((form for each in held for form in each.forms if form), spec.lang)
    read = ([numbers.number(form, mark) if form else None for form in each.forms] for each in held)
    held = [each._replace(read=tuple(own)) for each, own in zip(held, read, strict=True)]
    if not spec.columns.values and series is None:
        held = _without_total(held)
    used = (label, series, *(each.place for each in held))
    unread = [each.place for each in all_columns if each.place not in used]
    can_map = any(all_columns[index].is_numeric for index in unread)
    rows, passed = _without_totals(table, held, label, is_long=series is not None)
    cells = _Cells(spec, table, held, rows)
    if doubtful is not None and mark == ",":
        fact = f"`{doubtful.written}` is read with a decimal comma, as `lang: {spec.lang}` has it"
        cells.notes.append(Note("values", fact, field="data"))
    material = cells.long(label, series) if series is not None else cells.wide(label)
    if cells.problems or table.problems:
        raise SpecError(*at_most((*table.problems, *cells.problems), MOST_PROBLEMS))
    sums = tables.passed_over(table.path, passed, "that sums up or explains the others")
    return material._replace(notes=(*table.notes, *table.unread(unread, can_map=can_map), *sums, *cells.notes))


def _column(table: tables.Table, index: int) -> _Column:
    cells = tuple(row.cells[index] for row in table.rows)
    forms = tuple(map(numbers.split, cells))
    filled = len(cells) - sum(map(numbers.is_missing, cells))
    return _Column(index, table.headings[index], cells, forms, 2 * sum(map(bool, forms)) >= filled)


def _chosen(spec: Chart, table: tables.Table, all_columns: Sequence[_Column]) -> tuple[int, list[int], int | None]:
    """The column of labels, those of numbers, and in a table of one row for each number that of the series' names."""
    problems: list[Problem] = []
    find = partial(columns.named, headings=table.headings, problems=problems)
    label = find(spec.columns.label, field="columns.label")
    series = find(spec.columns.series, field="columns.series")
    wanted = [find(each, field=f"columns.values[{at}]") for at, each in enumerate(spec.columns.values)]
    if problems:
        raise SpecError(*problems)
    has_words = any(not each.is_numeric for each in all_columns)  # then a column may do no more than number the rows
    telling = [each for each in all_columns if not (has_words and each.is_numeric and plain(each.heading) in COUNTERS)]
    others = [each.place for each in telling if each.place != series]
    if label is None:
        label = others[0] if others else 0
    values = [index for index in wanted if index is not None]
    values = values or [each for each in others if all_columns[each].is_numeric and each != label]
    if series is None and not spec.columns.label and len(values) == 1 and not spec.columns.values:
        label, series = _long_form(table, [each for each in others if each != values[0]], label)
    if not values:
        fact = "expected a column of numbers, found none"
        hint = f"the columns are {columns.listed(table.headings)}"
        cell = f"; the first cell is `{table.rows[0].cells[-1][:_SHORT]}`" if table.rows else ""
        raise SpecError(Problem(fact + cell, table.heading_place(1), hint))
    return label, values, series


def _long_form(table: tables.Table, names: Sequence[int], label: int) -> tuple[int, int | None]:
    """The columns of labels and of series where a table has a row for each number: two name the row between them."""
    if len(names) != 2:
        return label, None
    first, second = ([row.cells[index] for row in table.rows] for index in names)
    pairs = set(zip(first, second, strict=True))
    if len(pairs) < len(table.rows) or len(set(first)) == len(first) or len(set(second)) == len(second):
        return label, None
    from pipeline.reading.order import is_ordered

    is_turned = is_ordered(list(dict.fromkeys(second))) or not is_ordered(list(dict.fromkeys(first)))
    return (names[1], names[0]) if is_turned else (names[0], names[1])


def _is_sum(number: Number | None, read: Iterable[Number | None]) -> bool:
    """Whether a number is the sum of all others that stand with it."""
    return number is not None and 2 * number.value == sum((each.value for each in read if each), Decimal(0))


def _without_total(held: list[_Column]) -> list[_Column]:
    """The columns of numbers without one that is headed as a total and has in each row the sum of the others."""
    for column in held:
        if len(held) > 2 and _is_headed_total(column.heading):
            rows = zip(*(each.read for each in held), strict=True)
            if all(_is_sum(own, row) for own, row in zip(column.read, rows, strict=True)):
                return [each for each in held if each is not column]
    return held


def _is_headed_total(heading: str) -> bool:
    """Whether a heading is a word for a total, or begins with one: `Totale turni`."""
    words = plain(heading).split()
    totals = vocabulary("reading")["totals"]
    return any(" ".join(words[:count]) in totals for count in range(1, len(words) + 1))


def _without_totals(
    table: tables.Table, held: Sequence[_Column], label: int, *, is_long: bool
) -> tuple[list[int], list[tables.Row]]:
    """Which rows hold numbers of their own; and those that sum up others, or say where the table is from."""
    totals = vocabulary("reading")["totals"]
    kept, passed = [], []
    for at, row in enumerate(table.rows):
        is_total = plain(row.cells[label]) in totals and not is_long
        is_last = at == len(table.rows) - 1
        is_total = is_total and (is_last or all(_is_sum(each.read[at], each.read) for each in held))
        if is_total or _is_source(row.cells):
            passed.append(row)
        else:
            kept.append(at)
    return kept, passed


def _is_source(cells: Sequence[str]) -> bool:
    """Whether a row has one cell, which begins with a word such as `Source`, or a footnote's mark."""
    filled = [cell for cell in cells if cell]
    if len(filled) != 1 or len(cells) < 2:
        return False
    first = plain(filled[0]).partition(" ")[0]
    return filled[0].startswith(("*", "†", "http")) or first in vocabulary("reading")["sources"]


_Read: TypeAlias = "tuple[Number | None, Place | None]"  # a number, and where it stands


class _Cells:
    """The numbers of some columns and rows, and what is wrong with them or is to be said of them."""

    def __init__(self, spec: Chart, table: tables.Table, held: Sequence[_Column], rows: Sequence[int]) -> None:
        self.spec, self.table, self.held, self.rows = spec, table, held, rows
        self.problems: list[Problem] = []
        self.notes: list[Note] = []
        self.read: list[list[_Read]] = [
            [(self._checked(column, at), self._place(at, column.place)) for at in rows] for column in held
        ]

    def wide(self, label: int) -> Material:
        """A series for each column."""
        labels = [self._leaf(at, label, f"labels[{place}]") for place, at in enumerate(self.rows)]
        if len(labels) > MAX_LABELS:
            fact = f"expected at most {MAX_LABELS} rows, found {len(labels):,}"
            place = self._place(self.rows[MAX_LABELS], label)
            self.problems.append(Problem(fact, place, "put some of them together"))
        if len(self.held) > MAX_SERIES:
            fact = f"expected at most {MAX_SERIES} series, found {len(self.held)}"
            hint = "choose those the chart is about: `columns: {values: [...]}`"
            self.problems.append(Problem(fact, self.table.heading_place(0), hint))
        for leaf in labels:
            if not leaf.text.strip():
                self.notes.append(Note("values", "this row has no label", leaf.place))
        names = [
            self._short(Leaf(column.heading, f"series[{at}].name", self.table.heading_place(column.place)))
            for at, column in enumerate(self.held)
        ]
        return self._material(labels, names, self.read)

    def long(self, label: int, series: int) -> Material:
        """A row for each number: a series for each name in the column `series`, in the order of the first of each."""
        labels: dict[str, Leaf] = {}
        names: dict[str, Leaf] = {}
        cells: dict[tuple[str, str], _Read] = {}
        for at, (number, place) in zip(self.rows, self.read[0], strict=True):
            row = self.table.rows[at]
            one, other = row.cells[label], row.cells[series]
            labels.setdefault(one, self._leaf(at, label, f"labels[{len(labels)}]"))
            names.setdefault(other, self._leaf(at, series, f"series[{len(names)}].name"))
            if (one, other) in cells:
                fact = f"`{one}` and `{other}` have two numbers"
                self.problems.append(Problem(fact, place, "remove one of the two rows"))
            cells[one, other] = number, place
        if not self.spec.columns.series:
            fact = f"read as one row for each number: labels of `{self.table.headings[label]}`, series of "
            fact += f"`{self.table.headings[series]}`; `columns:` says otherwise"
            self.notes.append(Note("values", fact, self.table.heading_place(label)))
        grid = [[cells.get((one, other), (None, None)) for one in labels] for other in names]
        return self._material(list(labels.values()), list(names.values()), grid)

    def _material(self, labels: Sequence[Leaf], names: Sequence[Leaf], grid: Sequence[Sequence[_Read]]) -> Material:
        known = [number for column in self.read for number, _ in column if number]
        if marks := dict.fromkeys(number.footnote for number in known if number.footnote):
            self.notes.append(Note("text", f"marks behind numbers are not shown: {' '.join(marks)}", field="data"))
        rows = (tuple((number.value if number else None, place) for number, place in row) for row in grid)
        series = tuple(map(Written, names, rows))
        return Material(tuple(labels), series, self._unit(), max((number.places for number in known), default=0))

    def _checked(self, column: _Column, at: int) -> Number | None:
        """The number, unless it is none or too large to draw: then that is a problem."""
        cell, form, number = column.cells[at], column.forms[at], column.read[at]
        if numbers.is_missing(cell) or (number and abs(number.value) <= LARGEST):
            return number
        is_large = form is not None and number is None and (len(form.digits) > 15 or bool(form.exponent))
        limits = f" between {-LARGEST:g} and {LARGEST:g}" if is_large else ""
        fact = f"expected a number{limits}, found `{cell[:_SHORT]}`"
        self.problems.append(Problem(fact, self._place(at, column.place), "write digits, or leave it empty"))
        return None

    def _unit(self) -> str:
        """The unit that the cells have; a problem where two columns have different ones."""
        units: dict[str, _Column] = {}
        asides = columns.units([column.heading for column in self.held])
        for column, aside, read in zip(self.held, asides, self.read, strict=True):
            for number, _ in read:
                if number:
                    units.setdefault(number.unit or ("" if self.spec.unit else aside), column)
        signs = [unit for unit in units if unit]
        if not signs and not self.spec.unit:
            self._tell_unit_of_some()
        if self.spec.unit and signs and signs != [self.spec.unit]:
            fact = f"the cells say {' and '.join(signs)}, the picture says what the spec does: {self.spec.unit}"
            self.notes.append(Note("values", fact, field="unit"))
        if len(signs) > 1 or (signs and "" in units and units[""] is not units[signs[0]] and not self.spec.unit):
            listed = ", ".join(f"`{column.heading}`{f' in {unit}' if unit else ''}" for unit, column in units.items())
            fact = f"columns of different units cannot share one scale, found {listed}"
            hint = f"choose those of one unit: `columns: {{values: [{next(iter(units.values())).heading}]}}`"
            self.problems.append(Problem(fact, self.table.heading_place(self.held[-1].place), hint))
        return signs[0] if signs and signs[0] not in asides else ""

    def _tell_unit_of_some(self) -> None:
        """A note where one heading has a unit behind it and another has none, though they share a scale."""
        if pair := columns.with_and_without_unit([column.heading for column in self.held]):
            fact = f"`{pair[0]}` has a unit and `{pair[1]}` none, and both stand on one scale; `columns:` chooses, "
            fact += "`unit` says that it is the same"
            place = self.table.heading_place(next(each.place for each in self.held if each.heading == pair[1]))
            self.notes.append(Note("values", fact, place))

    def _leaf(self, at: int, column: int, field: str) -> Leaf:
        return self._short(Leaf(self.table.rows[at].cells[column], field, self._place(at, column)))

    def _short(self, leaf: Leaf) -> Leaf:
        """The label or heading; one that is too long is a problem."""
        if len(leaf.text) > MAX_NAME:
            what = "a label" if leaf.field.startswith("labels") else "a heading"
            fact = f"expected {what} of at most {MAX_NAME} characters, found {len(leaf.text)}"
            self.problems.append(Problem(fact, leaf.place, "shorten it"))
        return leaf

    def _place(self, at: int, column: int) -> Place:
        return self.table.place(self.table.rows[at], column)
