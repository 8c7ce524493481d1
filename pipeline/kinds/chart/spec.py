"""What an author may write with `kind: chart`, and what is wrong between its keys."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pipeline.errors import Problem
from pipeline.kinds.chart.words import Shown
from pipeline.schema import Part, Spec, key

MAX_LABELS, MAX_SERIES, MAX_NAME = 400, 60, 120
LARGEST = 1e15  # beyond, a float no longer tells one from the next
WHOLES = ("donut", "stacked")  # drawings of parts of a whole


class Series(Part):
    """One row of numbers with its name."""

    name: Annotated[str, key("What the numbers are; a single series may do without.", max_length=MAX_NAME)] = ""
    values: Annotated[
        tuple[Annotated[float, key("A number; `null` where there is none.", ge=-LARGEST, le=LARGEST)] | None, ...],
        key("The numbers, one for each label; `null` where there is none.", max_length=MAX_LABELS),
    ]


class Columns(Part):
    """Which columns of `data` are read, by their headings."""

    label: Annotated[str, key("The column of labels; without it the first one.")] = ""
    values: Annotated[
        tuple[Annotated[str, key("A heading.", min_length=1)], ...],
        key("The columns of numbers; without it all that hold numbers.", max_length=MAX_SERIES),
    ] = ()
    series: Annotated[
        str, key("Of a table with one row for each number: the column that names the series it belongs to.")
    ] = ""


class Chart(Spec):
    """What an author may write with `kind: chart`."""

    chart: Annotated[
        Literal["bar", "line", "area", "donut", "stacked", "heatmap"], key("How the numbers are drawn.")
    ] = "bar"
    title: Annotated[str, key("The title at the top: best, what the numbers say.", max_length=200)] = ""
    eyebrow: Annotated[str, key("A short line above the title.", max_length=80)] = ""
    caption: Annotated[str, key("A line below the chart: the source, or how it was counted.", max_length=200)] = ""
    unit: Annotated[
        str,
        key(
            "What is counted: `%` and the sign or code of a currency stand beside each number, a word above them.",
            max_length=40,
        ),
    ] = ""
    data: Annotated[
        str,
        key("A table beside the spec, best .csv: its first column holds the labels, each other one a series."),
    ] = ""
    columns: Annotated[Columns, key("Which columns of `data` are read.")] = Columns()
    labels: Annotated[
        tuple[Annotated[str, key("A label.", max_length=MAX_NAME)], ...] | Shown,
        key("The labels of the values, where there is no `data`; with `data`, your own words for those shown."),
    ] = ()
    series: Annotated[tuple[Series, ...], key("The numbers, where there is no `data`.", max_length=MAX_SERIES)] = ()
    highlight: Annotated[
        str, key("The label, or of lines the series, that takes the warm colour.", max_length=MAX_NAME)
    ] = ""
    sort: (
        Annotated[
            Literal["none", "down", "up"],
            key("The order of labels: as written, or by their values; without it, parts of a ring by their values."),
        ]
        | None
    ) = None
    limit: Annotated[
        int, key("The most labels (of lines: series) to show; the others are put together.", ge=2, le=60)
    ] = 60
    adds: (
        Annotated[
            bool,
            key("Whether numbers may be added up, as counts may and averages may not; without it, only counts are."),
        ]
        | None
    ) = None


def check(spec: Chart) -> Iterator[Problem]:
    """What is wrong between the keys."""
    has_labels = isinstance(spec.labels, tuple) and bool(spec.labels)
    if spec.data and (spec.series or has_labels):
        written = "series" if spec.series else "labels"
        yield Problem(f"the numbers come from one place, found `data` and `{written}`", hint="keep one", field=written)
    elif spec.data:
        yield from _suffix(spec.data)
    else:
        yield from _numbers(spec)


def _suffix(data: str) -> Iterator[Problem]:
    from pipeline.reading.tables import SUFFIXES  # only a spec with a data file pays for this import

    if not data.lower().endswith(SUFFIXES):
        fact = f"expected a file that ends in {', '.join(SUFFIXES)}, found `{data}`"
        yield Problem(fact, hint="best a table with commas, semicolons or tabs", field="data")


def _numbers(spec: Chart) -> Iterator[Problem]:
    """What is wrong with the numbers in the spec itself."""
    labels = spec.labels if isinstance(spec.labels, tuple) else ()
    if isinstance(spec.labels, Shown) and spec.series:
        fact = "expected a list of labels, one for each value, found words"
        yield Problem(fact, hint="words of your own go with `data`, or into _defaults.yaml", field="labels")
        return
    if spec.columns != Columns():
        yield Problem("`columns` chooses among those of `data`, found none", hint="remove it", field="columns")
    for index, series in enumerate(spec.series):
        if len(series.values) != len(labels):
            fact = f"expected {len(labels)} values, one for each label, found {len(series.values)}"
            yield Problem(fact, hint="write `null` where a value is missing", field=f"series[{index}].values")
        if not series.name and len(spec.series) > 1:
            yield Problem("one of several series needs a name", hint="add `name`", field=f"series[{index}]")
