"""A table beside the spec -> labels and series: the first column names the rows, each other column is a series."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline import tables
from pipeline.errors import Place, Problem, SpecError
from pipeline.kinds.chart.spec import LARGEST, MAX_LABELS, MAX_NAME, MAX_SERIES, Chart, Series, check_numbers
from pipeline.schema import filled

MISSING = ("", "-", "–", "n/a", "na", "null")
_SIGNS = "%$€£ \u00a0\u202f"
_SPACES = str.maketrans({" ": "", "\u00a0": "", "\u202f": "", "−": "-"})
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?")
_COMMAS = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?")  # 1,234,567.8
_POINTS = re.compile(r"[-+]?\d{1,3}(\.\d{3})*,\d+")  # 1.234.567,8


def gather(spec: Chart, read: Callable[[str, str], str]) -> Chart:
    """The spec with the numbers of its table; raises SpecError with every cell that is not a number, at its line."""
    table = tables.parse(read(spec.data, "data"), spec.data)
    problems = [*table.problems, *_misshapen(table)]
    decimal_comma = any(
        _POINTS.fullmatch(_digits(cell)) and not _COMMAS.fullmatch(_digits(cell))
        for row in table.rows
        for cell in row.cells[1:]
    )
    columns: list[list[float | None]] = [[] for _ in table.headings[1:]]
    for row in table.rows:
        for at, column in enumerate(columns, start=1):
            number = _number(row.cells[at], decimal_comma)
            if isinstance(number, str):
                problems.append(Problem(number, table.place(row, at), "write digits, or leave it empty"))
            else:
                column.append(number)
    if problems:
        raise SpecError(*problems)
    series = tuple(
        Series(name=name, values=tuple(cells)) for name, cells in zip(table.headings[1:], columns, strict=True)
    )
    whole = filled(Chart, spec, labels=tuple(row.cells[0] for row in table.rows), series=series)
    if problems := list(check_numbers(whole)):
        raise SpecError(*problems)
    return whole


def _misshapen(table: tables.Table) -> Iterator[Problem]:
    """Tables that are too large or hold no numbers, and labels that are too long."""
    head = Place(table.path, table.heading_line, 1)
    series = len(table.headings) - 1
    if series < 1:
        fact = f"expected two columns or more, found {series + 1}" if series == 0 else "the table is empty"
        yield Problem(fact, head, "labels in the first column, numbers in the others; the first row names the columns")
    if series > MAX_SERIES:
        yield Problem(f"expected at most {MAX_SERIES} series, found {series}", head, "keep those the chart is about")
    if len(table.rows) > MAX_LABELS:
        fact = f"expected at most {MAX_LABELS} rows, found {len(table.rows):,}"
        yield Problem(fact, table.place(table.rows[MAX_LABELS], 0), "put some of them together")
    for name in table.headings[1:]:
        if len(name) > MAX_NAME:
            yield Problem(f"expected a heading of at most {MAX_NAME} characters, found {len(name)}", head, "shorten it")
    for row in table.rows:
        if row.cells and len(row.cells[0]) > MAX_NAME:
            fact = f"expected a label of at most {MAX_NAME} characters, found {len(row.cells[0])}"
            yield Problem(fact, table.place(row, 0), "shorten it")


def _digits(written: str) -> str:
    return written.strip(_SIGNS).translate(_SPACES).strip(_SIGNS)


def _number(written: str, decimal_comma: bool) -> float | str | None:
    """The number, nothing for a cell without one, or what is wrong with the cell."""
    if written.lower() in MISSING:
        return None
    digits = _digits(written)
    if decimal_comma:
        digits = digits.replace(".", "").replace(",", ".")
    elif _COMMAS.fullmatch(digits):
        digits = digits.replace(",", "")
    if not _NUMBER.fullmatch(digits):
        return f"expected a number, found `{written[:30]}`"
    number = float(digits)
    if abs(number) > LARGEST:
        return f"expected a number between {-LARGEST:g} and {LARGEST:g}, found `{written[:30]}`"
    return number
