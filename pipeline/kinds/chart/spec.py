"""What an author may write with `kind: chart`, and what is wrong between its keys."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pipeline.errors import Problem
from pipeline.kinds.chart.words import Shown
from pipeline.project import TABLES
from pipeline.schema import Part, Spec, key

MAX_LABELS, MAX_SERIES, MAX_NAME = 400, 60, 120
MAX_NOTE, MAX_NOTES, MAX_LIT = 60, 2, 6
LARGEST = 1e15  # beyond, a float no longer tells one from the next
WHOLES = ("donut", "stacked")  # drawings of parts of a whole
SCALED = ("bar", "line", "area", "stacked")  # drawings whose numbers stand along a scale
STACKS = ("stacked", "area")


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


class Annotation(Part):
    """A note at one mark."""

    at: Annotated[str, key("The label of the mark, as in the data or as the picture writes it.", max_length=MAX_NAME)]
    text: Annotated[str, key("What happened there, in a few words.", min_length=1, max_length=MAX_NOTE)]
    series: Annotated[
        str, key("The series of the mark; stacks do without, and so does a single series.", max_length=MAX_NAME)
    ] = ""


class Target(Part):
    """A number to reach, with a word of its own."""

    value: Annotated[float, key("The number.", ge=-LARGEST, le=LARGEST)]
    label: Annotated[str, key("What it is called: `Goal`.", max_length=30)] = ""


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
        key(
            "A table beside the spec, best .csv: its first column holds the labels, each other one a series.",
            is_file=True,
            suffixes=TABLES,
        ),
    ] = ""
    columns: Annotated[Columns, key("Which columns of `data` are read.")] = Columns()
    date_format: (
        Annotated[Literal["dmy", "mdy", "ymd"], key("The order of day, month and year in labels such as 03/04/2026.")]
        | None
    ) = None
    labels: Annotated[
        tuple[Annotated[str, key("A label.", max_length=MAX_NAME)], ...] | Shown,
        key("The labels of the values, where there is no `data`; with `data`, your own words for those shown."),
    ] = ()
    series: Annotated[tuple[Series, ...], key("The numbers, where there is no `data`.", max_length=MAX_SERIES)] = ()
    highlight: (
        Annotated[str, key("The label, or of lines the series, that takes the warm colour.", max_length=MAX_NAME)]
        | Annotated[
            tuple[Annotated[str, key("A label or a series.", min_length=1, max_length=MAX_NAME)], ...],
            key("Several of them.", max_length=MAX_LIT),
        ]
    ) = ""
    annotate: Annotated[
        tuple[Annotation, ...],
        key("One note or two, each at a mark: `{at: Mar, text: New letter}`.", max_length=MAX_NOTES),
    ] = ()
    target: (
        Annotated[float, key("A number to reach, drawn as a dashed line.", ge=-LARGEST, le=LARGEST)] | Target | None
    ) = None
    totals: Annotated[
        bool, key("Whether the sum of a stacked area is written at its end, and of stacked bars above every one.")
    ] = False
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
    elif not spec.data:
        yield from _numbers(spec)
    if spec.target is not None and spec.chart not in SCALED:
        fact = f"a {spec.chart} chart has no scale for a target to stand on"
        yield Problem(fact, hint="choose `chart: bar`, `line`, `area` or `stacked`", field="target")
    if spec.totals and spec.chart not in STACKS:
        yield Problem(f"a {spec.chart} chart has no stacks", hint="choose `chart: stacked` or `area`", field="totals")
    elif spec.totals and spec.adds is False:
        fact = "numbers that do not add up have no total"
        yield Problem(fact, hint="remove `adds: false` or `totals`", field="totals")


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
