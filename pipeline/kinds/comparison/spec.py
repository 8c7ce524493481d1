"""What an author may write with `kind: comparison`, and what is wrong between its keys."""

from collections.abc import Iterator
from typing import Annotated, TypeAlias

from pipeline.errors import Problem
from pipeline.kinds.comparison.words import Shown
from pipeline.project import TABLES
from pipeline.prose import one_line
from pipeline.schema import Part, Spec, key

LEAST_COLUMNS, MOST_COLUMNS, MOST_ROWS = 2, 4, 12
MAX_HEAD, MAX_NAME, MAX_CELL = 60, 80, 200

Cell: TypeAlias = (
    Annotated[str, key("Text, a number, or yes, no or partly.", max_length=MAX_CELL)]
    | Annotated[
        dict[str, Annotated[str, key("The mark's own words.", min_length=1, max_length=MAX_CELL)]],
        key("A mark with its own words: `yes: My own`.", min_length=1, max_length=1),
    ]
    | None
)


class Row(Part):
    """One thing that is compared."""

    name: Annotated[str, key("What is compared.", min_length=1, max_length=MAX_NAME)]
    cells: Annotated[
        tuple[Cell, ...],
        key("A cell for each column: text, a number, yes, no or partly, `yes: My own`, or `null` for nothing."),
    ]
    better: Annotated[str, key("The column that wins this row; none is guessed.", max_length=MAX_HEAD)] = ""


class Comparison(Spec):
    """What an author may write with `kind: comparison`."""

    title: Annotated[str, key("The title at the top, best a question or what the rows say.", max_length=200)] = ""
    eyebrow: Annotated[str, key("A short line above the title.", max_length=80)] = ""
    columns: Annotated[
        tuple[Annotated[str, key("A column's name.", min_length=1, max_length=MAX_HEAD)], ...],
        key("The names of two to four columns; with `data`, which of its columns are read, by their headings."),
    ] = ()
    highlight: Annotated[str, key("The column that stands out.", max_length=MAX_HEAD)] = ""
    rows: Annotated[tuple[Row, ...], key("The rows, where there is no `data`.", max_length=MOST_ROWS)] = ()
    data: Annotated[
        str,
        key(
            "A table beside the spec, best .csv: its first column names the rows; `better` may be one of the others.",
            is_file=True,
            suffixes=TABLES,
        ),
    ] = ""
    verdict: Annotated[str, key("What follows from it, in a sentence.", max_length=160)] = ""
    labels: Annotated[Shown, key("Your own words for those that the picture shows.")] = Shown()


def check(spec: Comparison) -> Iterator[Problem]:
    """What is wrong between the keys."""
    if spec.data and spec.rows:
        yield Problem("the rows come from one place, found `data` and `rows`", hint="keep one of them", field="rows")
    elif not spec.data and not spec.rows:
        yield Problem("expected `rows` or `data`, found neither", hint="a row has a name and its cells", field="rows")
    elif spec.rows:
        yield from _columns(spec)
        yield from _cells(spec)
    yield from repeated(spec.columns)


def _columns(spec: Comparison) -> Iterator[Problem]:
    count = len(spec.columns)
    if not LEAST_COLUMNS <= count <= MOST_COLUMNS:
        fact = f"expected {LEAST_COLUMNS} to {MOST_COLUMNS} columns, found {count or 'none'}"
        yield Problem(fact, hint="name the things that are compared", field="columns")


def _cells(spec: Comparison) -> Iterator[Problem]:
    for index, row in enumerate(spec.rows):
        if spec.columns and len(row.cells) != len(spec.columns):
            fact = f"expected {len(spec.columns)} cells, one for each column, found {len(row.cells) or 'none'}"
            yield Problem(fact, hint="write `null` where there is nothing", field=f"rows[{index}].cells")


def repeated(columns: tuple[str, ...]) -> Iterator[Problem]:
    """The names that two columns have."""
    known = [one_line(name).casefold() for name in columns]
    for index, name in enumerate(known):
        if name in known[:index]:
            fact = f"two columns are called `{one_line(columns[index])}`"
            yield Problem(fact, hint="give each a name of its own", field=f"columns[{index}]")
