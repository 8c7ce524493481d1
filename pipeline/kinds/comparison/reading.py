"""A table beside the spec -> rows: the first column names them, each other one is compared, `better` says who wins.

Point,Stay,Go,Better
Salary,"€49,000","€54,500",Go
Paid leave,yes,partly: 20 days,Stay
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.content import Leaf
from pipeline.errors import Problem, SpecError
from pipeline.kinds.comparison.content import Found, FoundRow
from pipeline.kinds.comparison.spec import (
    LEAST_COLUMNS,
    MAX_CELL,
    MAX_HEAD,
    MAX_NAME,
    MOST_COLUMNS,
    MOST_ROWS,
    Comparison,
    repeated,
)
from pipeline.prose import one_line, plain
from pipeline.reading import columns, tables
from pipeline.reading.complaints import at_most
from pipeline.words import vocabulary


def found_in_table(spec: Comparison, text: str) -> Found:
    """The columns and rows of the spec's table; raises SpecError with every mistake in it, at its line."""
    table = tables.parse(text, spec.data)
    better = _better(table)
    names = [at for at in range(len(table.headings)) if at != better]
    chosen = _chosen(spec, table, names[1:])
    problems = [*table.problems, *_misshapen(table, chosen)]
    if chosen and table.headings[names[0]] and columns.are_cells([table.headings[at] for at in chosen]):
        problems.append(columns.no_headings(table.headings, table.heading_place(0)))
    if problems:
        raise SpecError(*at_most(problems))
    heads = tuple(
        Leaf(table.headings[at], f"columns[{index}]", table.heading_place(at)) for index, at in enumerate(chosen)
    )
    rows = tuple(_row(table, index, names[0], chosen, better) for index in range(len(table.rows)))
    texts = [*heads, *(row.name for row in rows), *(leaf for row in rows for _, leaf in row.cells)]
    if problems := [*repeated(tuple(head.text for head in heads)), *_lengths(texts)]:
        raise SpecError(*at_most(problems))
    unread = [at for at in names[1:] if at not in chosen]
    return Found(heads, rows, (*table.notes, *table.unread(unread)))


def _better(table: tables.Table) -> int | None:
    """The column that says which one is better, by its heading in any language."""
    words = vocabulary("comparison_read")["better"]
    return next((at for at, heading in enumerate(table.headings) if at and plain(heading) in words), None)


def _chosen(spec: Comparison, table: tables.Table, others: Sequence[int]) -> list[int]:
    """The columns that are compared: those that the spec names, else all."""
    if not spec.columns:
        return [*others]
    problems: list[Problem] = []
    named = enumerate(spec.columns)
    found = [columns.named(name, table.headings, f"columns[{index}]", problems) for index, name in named]
    if problems:
        raise SpecError(*problems)
    return [at for at in found if at is not None]


def _misshapen(table: tables.Table, chosen: Sequence[int]) -> Iterator[Problem]:
    """What no comparison can be made of."""
    if not LEAST_COLUMNS <= len(chosen) <= MOST_COLUMNS:
        fact = f"expected {LEAST_COLUMNS} to {MOST_COLUMNS} columns beside the names of the rows, found {len(chosen)}"
        hint = "choose some of them: `columns: [...]`" if len(chosen) > MOST_COLUMNS else ""
        yield Problem(fact, table.heading_place(0), hint)
    if not 1 <= len(table.rows) <= MOST_ROWS:
        fact = f"expected 1 to {MOST_ROWS} rows, found {len(table.rows) or 'none'}"
        yield Problem(fact, table.heading_place(0), "keep those that decide" if table.rows else "")


def _row(table: tables.Table, index: int, name: int, chosen: Sequence[int], better: int | None) -> FoundRow:
    row, field = table.rows[index], f"rows[{index}]"

    def leaf(at: int, key: str) -> Leaf:
        return Leaf(one_line(row.cells[at]), f"{field}.{key}", table.place(row, at))

    cells = tuple(("", leaf(at, f"cells[{number}]")) for number, at in enumerate(chosen))
    won = leaf(better, "better") if better is not None else Leaf("", f"{field}.better")
    return FoundRow(leaf(name, "name"), cells, won)


def _lengths(texts: Sequence[Leaf]) -> Iterator[Problem]:
    """Names that are missing, and texts that are too long."""
    for leaf in texts:
        is_cell, is_name = ".cells" in leaf.field, leaf.field.endswith(".name")
        most = MAX_CELL if is_cell else MAX_NAME if is_name else MAX_HEAD
        if not leaf and not is_cell:
            yield Problem(f"expected the name of a {'row' if is_name else 'column'}, found none", leaf.place)
        if len(leaf.text) > most:
            fact = f"expected at most {most} characters, found {len(leaf.text)}"
            yield Problem(fact, leaf.place, "shorten it")
