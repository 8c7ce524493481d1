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
from pipeline.errors import Place, Problem, SpecError, enumerated
from pipeline.kinds.chart.content import Material, Written
from pipeline.kinds.chart.spec import LARGEST, MAX_LABELS, MAX_NAME, MAX_SERIES, Chart
from pipeline.notes import Note
from pipeline.prose import plain
from pipeline.reading import columns, dates, numbers, tables
from pipeline.reading.complaints import at_most
from pipeline.reading.currencies import are_alike
from pipeline.reading.numbers import Form, Mark, Number
from pipeline.words import vocabulary

COUNTERS = (
    "",
    "#",
    "no",
    "nr",
    "id",
    "index",
    "rank",
    "rang",
    "pos",
    "sr no",
    "s no",
    "sl no",
    "lfd nr",
)  # headings of a column that only counts the rows
MOST_PROBLEMS = 20  # in one message
MOST = 4  # headings in a note
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
    table = _with_both_headings(tables.parse(text, spec.data))
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
    doubts: list[Note] = []
    if not spec.columns.values and series is None:
        held, doubts = _without_total(held, table)
    _check_headings(table, label, held)
    used = (label, series, *(each.place for each in held))
    unread = [each.place for each in all_columns if each.place not in used]
    can_map = any(all_columns[index].is_numeric for index in unread)
    rows, passed, more_doubts = _without_totals(table, held, label, is_long=series is not None)
    cells = _Cells(spec, table, held, rows)
    cells.tell_doubtful(doubtful, mark, parted_by_commas=text.count(",") >= text.count(";"))
    material = cells.long(label, series) if series is not None else cells.wide(label)
    if cells.problems or table.problems:
        raise SpecError(*at_most((*table.problems, *cells.problems), MOST_PROBLEMS))
    sums = tables.passed_over(table.path, passed, "with a total or a remark")
    unread_notes = table.unread(unread, can_map=can_map)
    return material._replace(notes=(*table.notes, *unread_notes, *sums, *doubts, *more_doubts, *cells.notes))


def _with_both_headings(table: tables.Table) -> tables.Table:
    """The table, with headings in two rows as those of one: `Sales` above `2023` is `Sales 2023`.

    The second row has nothing above the names of the rows, and tells apart what the first calls alike.
    """
    first, rows = table.headings[1:], table.rows
    named = [each for each in first if each]
    if not rows or rows[0].places or rows[0].cells[0] or not all(rows[0].cells[1:]) or len(set(named)) == len(first):
        return table
    above: list[str] = []
    for each in first:
        above.append(each or (above[-1] if above else ""))  # a cell that spans several has one text
    joined = tuple(f"{one} {other}".strip() for one, other in zip(above, rows[0].cells[1:], strict=True))
    if len(set(joined)) < len(joined):
        return table
    fact = f"two rows are read as headings: {enumerated([f'`{each}`' for each in joined], tables.MOST_NAMED)}"
    note = Note("rows", fact, Place(table.path, rows[0].number, 1))
    return table._replace(headings=(table.headings[0], *joined), rows=rows[1:], notes=(*table.notes, note))


def _check_headings(table: tables.Table, label: int, held: Sequence[_Column]) -> None:
    """Raise SpecError for a first row that holds numbers as the others do: a table without headings would lose it."""
    if table.headings[label] and columns.are_cells([each.heading for each in held]):
        raise SpecError(columns.no_headings(table.headings, table.heading_place(0)))


def _column(table: tables.Table, index: int) -> _Column:
    cells = tuple(row.cells[index] for row in table.rows)
    forms = tuple(numbers.split(cell) or columns.measured(cell) for cell in cells)
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
    if not spec.columns.values and any(not _are_years(all_columns[each]) for each in values):
        values = [each for each in values if not _are_years(all_columns[each])]
    if series is None and not spec.columns.label and len(values) == 1 and not spec.columns.values:
        names = [each for each in others if each != values[0]]
        label, series = _long_form(table, names, label, has_years=any(_are_years(all_columns[each]) for each in names))
    if not values:
        raise SpecError(*_no_numbers(table, [all_columns[each] for each in others if each != label]))
    return label, values, series


def _are_years(column: _Column) -> bool:
    """Whether a column is headed `Year` and holds years: it says when, and not how much."""
    cells = [cell for cell in column.cells if cell]
    years = all(cell.isdigit() and int(cell) in dates.YEARS for cell in cells)
    return years and plain(column.heading) in vocabulary("roadmap_reading")["year_units"]


def _no_numbers(table: tables.Table, others: Sequence[_Column]) -> Sequence[Problem]:
    """Why no column holds numbers: the cells of the one that has most digits in it."""
    nearest = max(others, key=lambda each: sum(any(map(str.isdecimal, cell)) for cell in each.cells), default=None)
    if nearest is None or not any(any(map(str.isdecimal, cell)) for cell in nearest.cells):
        fact, hint = "expected a column of numbers, found none", f"the columns are {columns.listed(table.headings)}"
        cell = f"; the first cell is `{table.rows[0].cells[-1][:_SHORT]}`" if table.rows else ""
        return [Problem(fact + cell, table.heading_place(1), hint)]
    rows = zip(table.rows, nearest.cells, nearest.forms, strict=True)
    wrong = [(row, cell) for row, cell, form in rows if form is None and not numbers.is_missing(cell)]
    found = [_no_number(cell, table.place(row, nearest.place)) for row, cell in wrong]
    return at_most(found, MOST_PROBLEMS)


def _no_number(cell: str, place: Place | None, limits: str = "") -> Problem:
    return Problem(f"expected a number{limits}, found `{cell[:_SHORT]}`", place, numbers.way_out(cell))


def _long_form(table: tables.Table, names: Sequence[int], label: int, *, has_years: bool) -> tuple[int, int | None]:
    """The columns of labels and of series where a table has a row for each number: two name the row between them."""
    if len(names) != 2:
        return label, None
    first, second = ([row.cells[index] for row in table.rows] for index in names)
    pairs = set(zip(first, second, strict=True))
    is_unique = has_years or len(pairs) == len(table.rows)  # of a year twice the reader of rows says where
    if not is_unique or len(set(first)) == len(first) or len(set(second)) == len(second):
        return label, None
    from pipeline.reading.order import is_ordered

    is_turned = is_ordered(list(dict.fromkeys(second))) or not is_ordered(list(dict.fromkeys(first)))
    return (names[1], names[0]) if is_turned else (names[0], names[1])


def _without_total(held: list[_Column], table: tables.Table) -> tuple[list[_Column], list[Note]]:
    """The columns of numbers without one that is headed as a total and has in each row the sum of the others.

    A note tells where one is headed so and has another number.
    """
    for column in held if len(held) > 2 else ():
        if _is_headed_total(column.heading):
            others = [each for each in held if each is not column]
            wrong = [
                at for at in range(len(table.rows)) if not _is_sum(column.read[at], [each.read[at] for each in others])
            ]
            if not wrong:
                return others, []
            fact = f"`{column.heading}` is drawn like the others: here it is not their sum"
            return held, [Note("values", fact, table.place(table.rows[wrong[0]], column.place))]
    return held, []


def _is_sum(number: Number | None, others: Iterable[Number | None]) -> bool:
    """Whether a number is the sum of others."""
    return number is not None and number.value == sum((each.value for each in others if each), Decimal(0))


def _is_headed_total(heading: str) -> bool:
    """Whether a heading is a word for a total, or begins with one: `Totale turni`."""
    words = plain(heading).split()
    totals = vocabulary("reading")["totals"]
    return any(" ".join(words[:count]) in totals for count in range(1, len(words) + 1))


def _without_totals(
    table: tables.Table, held: Sequence[_Column], label: int, *, is_long: bool
) -> tuple[list[int], list[tables.Row], list[Note]]:
    """Which rows hold numbers of their own; those that sum up others or say where the table is from; and doubts.

    A total sums up all others, those above it, or those since the total before it; or it is the last row.
    """
    words = vocabulary("reading")["totals"]
    totals = [at for at, row in enumerate(table.rows) if plain(row.cells[label]) in words and not is_long]
    notes = []
    for at in totals[:]:
        others = [other for other in range(len(table.rows)) if other not in totals]
        before = max((other for other in totals if other < at), default=-1)
        above = [other for other in others if other < at]
        groups = (others, above, [other for other in above if other > before])
        sums = (all(_is_sum(each.read[at], [each.read[other] for other in group]) for each in held) for group in groups)
        if not any(sums) and at < len(table.rows) - 1:
            totals.remove(at)
            fact = f"`{table.rows[at].cells[label]}` is drawn like the others: it is not their sum"
            notes.append(Note("values", fact, table.place(table.rows[at], label)))
    passed = [at for at, row in enumerate(table.rows) if at in totals or _is_source(row.cells)]
    kept = [at for at in range(len(table.rows)) if at not in passed]
    return kept, [table.rows[at] for at in passed], notes


def _is_source(cells: Sequence[str]) -> bool:
    """Whether a row has one cell, which begins with a word such as `Source`, or the mark of a footnote."""
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
        rows = [self._leaf(at, label, f"labels[{place}]") for place, at in enumerate(self.rows)]
        for leaf in rows:
            if not leaf.text.strip():
                self.notes.append(Note("values", "this row has no label", leaf.place))
        for at, column in enumerate(self.held):
            if column.heading in [each.heading for each in self.held[:at]]:
                fact = f"two columns are called `{column.heading}`; give each a name of its own"
                self.notes.append(Note("values", fact, self.table.heading_place(column.place)))
        heads = [
            self._short(Leaf(column.heading, f"series[{at}].name", self.table.heading_place(column.place)))
            for at, column in enumerate(self.held)
        ]
        if not self._runs_along_headings(rows, heads):
            self._check_counts(rows, heads)
            return self._material(rows, heads, self.read)
        run = enumerated([each.text for each in heads], MOST)
        fact = f"the headings run on, so each row is a {self.spec.chart}: {run}"
        self.notes.append(Note("values", fact, heads[0].place))
        labels = [each._replace(field=f"labels[{at}]") for at, each in enumerate(heads)]
        names = [each._replace(field=f"series[{at}].name") for at, each in enumerate(rows)]
        self._check_counts(labels, names)
        return self._material(labels, names, [list(row) for row in zip(*self.read, strict=True)])

    def _runs_along_headings(self, rows: Sequence[Leaf], heads: Sequence[Leaf]) -> bool:
        """Whether a line runs from heading to heading: these are times or steps, and the names of the rows are none."""
        if self.spec.chart not in ("line", "area") or self.spec.columns.values or self.spec.columns.label:
            return False
        from pipeline.reading.order import is_along_headings

        return is_along_headings([each.text for each in heads], [each.text for each in rows])

    def _check_counts(self, labels: Sequence[Leaf], names: Sequence[Leaf]) -> None:
        """More labels or series than a chart takes are a problem."""
        if len(labels) > MAX_LABELS:
            fact = f"expected at most {MAX_LABELS} rows, found {len(labels):,}"
            self.problems.append(Problem(fact, labels[MAX_LABELS].place, "put some of them together"))
        if len(names) > MAX_SERIES:
            fact = f"expected at most {MAX_SERIES} series, found {len(names)}"
            hint = "choose those the chart is about: `columns: {values: [...]}`"
            self.problems.append(Problem(fact, self.table.heading_place(0), hint))

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
        marked = [
            (number.footnote, place) for each in self.read for number, place in each if number and number.footnote
        ]
        if marked:
            marks = " ".join(dict.fromkeys(mark for mark, _ in marked))
            self.notes.append(Note("text", f"marks after numbers are not shown: {marks}", marked[0][1]))
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
        problem = _no_number(cell, self._place(at, column.place), limits)
        if form is not None and not is_large:
            problem = problem._replace(hint="write all numbers of the table with one decimal mark")
        self.problems.append(problem)
        return None

    def _unit(self) -> str:
        """The unit that the cells have; a problem where two columns, or two cells of one, have different ones."""
        units: dict[str, tuple[_Column, str, Place | None]] = {}
        asides = columns.units([column.heading for column in self.held])
        for column, aside, read in zip(self.held, asides, self.read, strict=True):
            for at, (number, place) in zip(self.rows, read, strict=True):
                if number:
                    unit = number.unit or ("" if self.spec.unit else aside)
                    unit = next((each for each in units if are_alike(each, unit)), unit)
                    units.setdefault(unit, (column, column.cells[at], place))
        signs = [unit for unit in units if unit]
        if not signs and not self.spec.unit:
            self._tell_unit_of_some()
        if self.spec.unit and signs and signs != [self.spec.unit]:
            fact = f"the cells say {' and '.join(signs)}, the picture has the unit of the spec: {self.spec.unit}"
            self.notes.append(Note("values", fact, field="unit"))
        if len(signs) > 1 and units[signs[0]][0] is units[signs[1]][0]:
            column, cell, place = units[signs[1]]
            fact = f"expected a number in {signs[0]} as above, found `{cell[:_SHORT]}`"
            hint = f"write all of `{column.heading}` in one unit, or in columns of their own"
            self.problems.append(Problem(fact, place, hint))
        elif len(signs) > 1 or (
            signs and "" in units and units[""][0] is not units[signs[0]][0] and not self.spec.unit
        ):
            listed = ", ".join(f"`{each.heading}`{f' in {unit}' if unit else ''}" for unit, (each, *_) in units.items())
            fact = f"columns of different units cannot share one scale, found {listed}"
            hint = f"choose those of one unit: `columns: {{values: [{next(iter(units.values()))[0].heading}]}}`"
            self.problems.append(Problem(fact, self.table.heading_place(self.held[-1].place), hint))
        elif "" in units and signs and not self.spec.unit:
            _, cell, place = units[""]
            self.notes.append(Note("values", f"`{cell}` has no {signs[0]}, and is read as if it had", place))
        return signs[0] if signs and signs[0] not in asides else ""

    def tell_doubtful(self, form: Form | None, mark: Mark, *, parted_by_commas: bool) -> None:
        """A note of a number that has two readings, and of a letter behind one that may be a unit of measure.

        That English parts thousands with commas goes without saying, unless the file has semicolons for that reason.
        """
        if form is not None and (mark == "," or "." in form.digits or not parted_by_commas):
            called = "comma" if mark == "," else "point"
            fact = f"`{form.written}` is read with a decimal {called}, as `lang: {self.spec.lang}` has it"
            self.notes.append(Note("values", fact, self._place_of(form)))
        scaled = [
            form for each in self.held for form in each.forms if form and form.magnitude in numbers.DOUBTFUL_SCALES
        ]
        if scaled and not scaled[0].unit and (number := numbers.number(scaled[0], mark)):
            fact = (
                f"`{scaled[0].written}` is read as {number.value:,f}; if `{scaled[0].magnitude}` is a unit of measure, "
            )
            fact += "write the numbers alone, and it behind `unit:` in the spec"
            self.notes.append(Note("values", fact, self._place_of(scaled[0])))

    def _place_of(self, form: Form) -> Place | None:
        """Where a number stands that is read as it is written there."""
        found = ((at, each.place) for each in self.held for at, own in enumerate(each.forms) if own is form)
        return next((self._place(at, column) for at, column in found), None)

    def _tell_unit_of_some(self) -> None:
        """A note where one heading has a unit behind it and another has none, though they share a scale."""
        if pair := columns.with_and_without_unit([column.heading for column in self.held]):
            fact = f"`{pair[0]}` has a unit and `{pair[1]}` has none, but they share one scale; choose among them with "
            fact += "`columns:`, or name the unit of both with `unit`"
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
