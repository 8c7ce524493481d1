"""A table beside the spec -> labels and series: the first column names the rows, each other column is a series.

    Month,Sent,Replies      or one row for each number:      Region,Month,Joined
    Jan,31,6                                                 North,Jan,40
    Feb,40,9                                                 South,Jan,31

`columns:` says otherwise. Columns without numbers, a total and rows without a number are passed over with a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.errors import Place, Problem, SpecError
from pipeline.kinds.chart.content import Found
from pipeline.kinds.chart.spec import LARGEST, MAX_LABELS, MAX_NAME, MAX_SERIES, Chart
from pipeline.notes import Note
from pipeline.prose import plain
from pipeline.reading import columns, numbers, tables
from pipeline.reading.complaints import at_most
from pipeline.reading.numbers import Form, Number
from pipeline.words import vocabulary

COUNTERS = ("", "#", "no", "nr", "id", "index")  # headings of a column that only counts the rows
MOST_TOLD = 20
_SHORT = 30


class _Column(NamedTuple):
    """One column: its heading, and what its cells are as numbers, as far as they are."""

    place: int
    heading: str
    forms: tuple[Form | None, ...]
    missing: tuple[bool, ...]

    @property
    def is_numeric(self) -> bool:
        """Whether half or more of what it holds are numbers."""
        return 2 * sum(form is not None for form in self.forms) >= len(self.forms) - sum(self.missing)


def found_in_table(spec: Chart, text: str) -> Found:
    """The labels and numbers of the spec's table; raises SpecError with every cell that cannot be read, at its line."""
    table = tables.parse(text, spec.data)
    if problems := list(_misshapen(table)):
        raise SpecError(*problems)
    held = [_column(table, index) for index in range(len(table.headings))]
    label, values, series = _chosen(spec, table, held)
    forms = (form for index in values for form in held[index].forms if form)
    mark, doubtful = numbers.decimal_mark(forms, spec.lang)
    amounts = {index: [_amount(form, mark) for form in held[index].forms] for index in values}
    if not spec.columns.values and series is None:
        values = _without_total(table, amounts)
    unread = [each.place for each in held if each.place not in (label, *values, series)]
    can_map = any(held[index].is_numeric for index in unread)
    notes = [*table.notes, *table.unread(unread, can_map=can_map)]
    rows, passed = _without_totals(table, [amounts[index] for index in values], label, is_long=series is not None)
    notes += tables.passed_over(table.path, passed, "that sums up or explains the others")
    read = _Cells(spec, table, [held[index] for index in values], rows, mark)
    if doubtful is not None and mark == ",":
        fact = f"`{doubtful.written}` is read with a decimal comma, as `lang: {spec.lang}` has it"
        notes.append(Note("values", fact, field="data"))
    found = read.long(label, series) if series is not None else read.wide(label)
    if read.problems or table.problems:
        raise SpecError(*at_most((*table.problems, *read.problems), MOST_TOLD))
    return found._replace(notes=(*notes, *read.notes, *found.notes))


def _misshapen(table: tables.Table) -> Iterator[Problem]:
    """What no chart can be made of."""
    head = Place(table.path, table.heading_line, 1)
    count = len(table.headings)
    if count < 2:
        fact = f"expected two columns or more, found {count}" if count else "the table is empty"
        yield Problem(fact, head, "labels in the first column, numbers in the others; the first row names the columns")


def _column(table: tables.Table, index: int) -> _Column:
    cells = [row.cells[index] for row in table.rows]
    forms = tuple(numbers.split(cell) for cell in cells)
    return _Column(index, table.headings[index], forms, tuple(map(numbers.is_missing, cells)))


def _chosen(spec: Chart, table: tables.Table, held: Sequence[_Column]) -> tuple[int, list[int], int | None]:
    """The column of labels, those of numbers, and in a table of one row for each number that of the series' names."""
    problems: list[Problem] = []
    label = _named(table, spec.columns.label, "columns.label", problems)
    series = _named(table, spec.columns.series, "columns.series", problems)
    wanted = [
        _named(table, heading, f"columns.values[{at}]", problems) for at, heading in enumerate(spec.columns.values)
    ]
    if problems:
        raise SpecError(*problems)
    telling = [each for each in held if each.place != series and not _only_counts(each, held)]
    if label is None:
        label = telling[0].place if telling else 0
    values = [index for index in wanted if index is not None]
    values = values or [each.place for each in telling if each.is_numeric and each.place != label]
    if series is None and not spec.columns.label and len(values) == 1 and not spec.columns.values:
        label, series = _long_form(table, held, label, values[0])
    if not values:
        fact = "expected a column of numbers, found none"
        hint = f"the columns are {columns.listed(table.headings)}"
        first = next(iter(table.rows), None)
        found = f"; the first cell is `{first.cells[-1][:_SHORT]}`" if first else ""
        raise SpecError(Problem(fact + found, table.heading_place(1), hint))
    return label, values, series


def _named(table: tables.Table, heading: str, field: str, problems: list[Problem]) -> int | None:
    if not heading:
        return None
    at = columns.index_of(heading, table.headings)
    if at is None:
        problems.append(columns.no_heading(heading, table.headings, field))
    return at


def _only_counts(column: _Column, held: Sequence[_Column]) -> bool:
    """Whether a column numbers the rows, and another has words to name them."""
    if plain(column.heading) not in COUNTERS or not column.is_numeric:
        return False
    return any(not each.is_numeric for each in held)


def _long_form(table: tables.Table, held: Sequence[_Column], label: int, value: int) -> tuple[int, int | None]:
    """The columns of labels and of series where a table has a row for each number: two name the row between them."""
    others = [each.place for each in held if each.place != value and not _only_counts(each, held)]
    if len(others) != 2:
        return label, None
    first, second = ([row.cells[index] for row in table.rows] for index in others)
    pairs = set(zip(first, second, strict=True))
    if len(pairs) < len(table.rows) or len(set(first)) == len(first) or len(set(second)) == len(second):
        return label, None
    from pipeline.reading.order import is_ordered

    is_turned = is_ordered(list(dict.fromkeys(second))) or not is_ordered(list(dict.fromkeys(first)))
    return (others[1], others[0]) if is_turned else (others[0], others[1])


def _amount(form: Form | None, mark: numbers.Mark) -> Decimal | None:
    found = numbers.number(form, mark) if form else None
    return found.value if found else None


def _without_total(table: tables.Table, amounts: Mapping[int, Sequence[Decimal | None]]) -> list[int]:
    """The columns of numbers without one that is headed as a total and has in each row the sum of the others."""
    for index, own in amounts.items():
        parts = [column for other, column in amounts.items() if other != index]
        sums = [sum(filter(None, row), Decimal(0)) for row in zip(*parts, strict=True)]
        if len(parts) > 1 and _is_headed_total(table.headings[index]) and list(own) == sums:
            return [other for other in amounts if other != index]
    return list(amounts)


def _is_headed_total(heading: str) -> bool:
    """Whether a heading is a word for a total, or begins with one: `Totale turni`."""
    words = plain(heading).split()
    totals = vocabulary("reading")["totals"]
    return any(" ".join(words[:count]) in totals for count in range(1, len(words) + 1))


def _without_totals(
    table: tables.Table, amounts: Sequence[Sequence[Decimal | None]], label: int, *, is_long: bool
) -> tuple[list[int], list[tables.Row]]:
    """Which rows hold numbers of their own; and those that sum up others, or say where the table is from."""
    totals = vocabulary("reading")["totals"]
    kept, passed = [], []
    for at, row in enumerate(table.rows):
        is_total = plain(row.cells[label]) in totals and not is_long and _sums_up(amounts, at)
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


def _sums_up(amounts: Sequence[Sequence[Decimal | None]], at: int) -> bool:
    """Whether a row is the last one, or has in each column the sum of all others."""
    return all(
        at == len(column) - 1 or (own is not None and 2 * own == sum(filter(None, column), Decimal(0)))
        for own, column in ((column[at], column) for column in amounts)
    )


class _Cells:
    """Reads the columns of numbers, and remembers what is wrong with them and what is to be said of them."""

    def __init__(
        self, spec: Chart, table: tables.Table, held: Sequence[_Column], rows: Sequence[int], mark: numbers.Mark
    ) -> None:
        self.spec, self.table, self.held, self.rows, self.mark = spec, table, held, rows, mark
        self.problems: list[Problem] = []
        self.notes: list[Note] = []
        self.read = [[self._number(column, at) for at in rows] for column in held]

    def wide(self, label: int) -> Found:
        """A series for each column."""
        labels = tuple(self._leaf(at, label, f"labels[{place}]") for place, at in enumerate(self.rows))
        if len(labels) > MAX_LABELS:
            fact = f"expected at most {MAX_LABELS} rows, found {len(labels):,}"
            place = self.table.place(self.table.rows[self.rows[MAX_LABELS]], label)
            self.problems.append(Problem(fact, place, "put some of them together"))
        if len(self.held) > MAX_SERIES:
            fact = f"expected at most {MAX_SERIES} series, found {len(self.held)}"
            hint = "choose those the chart is about: `columns: {values: [...]}`"
            self.problems.append(Problem(fact, self.table.heading_place(0), hint))
        for leaf in labels:
            if not leaf.text.strip():
                self.notes.append(Note("values", "this row has no label", leaf.place))
        names = tuple(
            self._short(Leaf(column.heading, f"series[{at}].name", self.table.heading_place(column.place)))
            for at, column in enumerate(self.held)
        )
        values = tuple(tuple(each.value if each else None for each in column) for column in self.read)
        at = tuple(tuple(self._place(row, column.place) for row in self.rows) for column in self.held)
        return self._found(labels, names, values, at)

    def long(self, label: int, series: int) -> Found:
        """A row for each number: a series for each name in the column `series`, in the order of the first of each."""
        labels: dict[str, Leaf] = {}
        names: dict[str, Leaf] = {}
        cells: dict[tuple[str, str], tuple[Number | None, Place]] = {}
        for at, number in zip(self.rows, self.read[0], strict=True):
            row = self.table.rows[at]
            one, other = row.cells[label], row.cells[series]
            labels.setdefault(one, self._leaf(at, label, f"labels[{len(labels)}]"))
            names.setdefault(other, self._short(self._leaf(at, series, f"series[{len(names)}].name")))
            place = self._place(at, self.held[0].place)
            if (one, other) in cells:
                fact = f"`{one}` and `{other}` have two numbers"
                self.problems.append(Problem(fact, place, "remove one of the two rows"))
            cells[one, other] = number, place
        values = [[cells.get((one, other), (None, None)) for one in labels] for other in names]
        fact = f"read as one row for each number: labels of `{self.table.headings[label]}`, series of "
        fact += f"`{self.table.headings[series]}`; `columns:` says otherwise"
        if not self.spec.columns.series:
            self.notes.append(Note("values", fact, self.table.heading_place(label)))
        return self._found(
            tuple(labels.values()),
            tuple(names.values()),
            tuple(tuple(number.value if number else None for number, _ in row) for row in values),
            tuple(tuple(place for _, place in row) for row in values),
        )

    def _found(
        self,
        labels: tuple[Leaf, ...],
        names: tuple[Leaf, ...],
        values: tuple[tuple[Decimal | None, ...], ...],
        at: tuple[tuple[Place | None, ...], ...],
    ) -> Found:
        known = [number for column in self.read for number in column if number]
        fields = tuple(f"series[{index}].values" for index in range(len(names)))
        places = max((number.places for number in known), default=0)
        self._tell_footnotes(known)
        return Found(labels, names, values, fields, tuple(range(len(labels))), at, self._unit(), places)

    def _number(self, column: _Column, at: int) -> Number | None:
        row = self.table.rows[at]
        if column.missing[at]:
            return None
        form = column.forms[at]
        number = numbers.number(form, self.mark) if form else None
        if number is None or abs(number.value) > LARGEST:
            written = row.cells[column.place][:_SHORT]
            limits = (
                f" between {-LARGEST:g} and {LARGEST:g}" if form and number is None and self._is_large(form) else ""
            )
            hint = "write digits, or leave it empty"
            fact = f"expected a number{limits}, found `{written}`"
            self.problems.append(Problem(fact, self.table.place(row, column.place), hint))
            return None
        return number

    def _is_large(self, form: Form) -> bool:
        return len(form.digits) > 15 or bool(form.exponent)

    def _unit(self) -> str:
        """The unit that the cells have; raises a problem where two columns have different ones."""
        units: dict[str, _Column] = {}
        asides = columns.units([column.heading for column in self.held])
        for column, aside, numbers_read in zip(self.held, asides, self.read, strict=True):
            for number in numbers_read:
                if number:
                    units.setdefault(number.unit or ("" if self.spec.unit else aside), column)
        signs = [unit for unit in units if unit]
        if self.spec.unit and signs and signs != [self.spec.unit]:
            fact = f"the cells say {' and '.join(signs)}, the picture says what the spec does: {self.spec.unit}"
            self.notes.append(Note("values", fact, field="unit"))
        if len(signs) > 1 or (signs and "" in units and units[""] is not units[signs[0]] and not self.spec.unit):
            told = ", ".join(f"`{column.heading}`{f' in {unit}' if unit else ''}" for unit, column in units.items())
            first = next(iter(units.values()))
            names = f"`columns: {{values: [{first.heading}]}}`"
            fact = f"columns of different units cannot share one scale, found {told}"
            self.problems.append(
                Problem(fact, self.table.heading_place(self.held[-1].place), f"choose those of one unit: {names}")
            )
        return signs[0] if signs and signs[0] not in asides else ""

    def _tell_footnotes(self, known: Sequence[Number]) -> None:
        marks = list(dict.fromkeys(number.footnote for number in known if number.footnote))
        if marks:
            self.notes.append(Note("text", f"marks behind numbers are not shown: {' '.join(marks)}", field="data"))

    def _leaf(self, at: int, column: int, field: str) -> Leaf:
        return self._short(Leaf(self.table.rows[at].cells[column], field, self._place(at, column)))

    def _short(self, leaf: Leaf) -> Leaf:
        if len(leaf.text) > MAX_NAME:
            what = "a label" if leaf.field.startswith("labels") else "a heading"
            fact = f"expected {what} of at most {MAX_NAME} characters, found {len(leaf.text)}"
            self.problems.append(Problem(fact, leaf.place, "shorten it"))
        return leaf

    def _place(self, at: int, column: int) -> Place:
        return self.table.place(self.table.rows[at], column)
