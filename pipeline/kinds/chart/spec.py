"""What an author may write with `kind: chart`, and what is wrong between its keys."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pipeline.errors import Problem
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


class Chart(Spec):
    """What an author may write with `kind: chart`."""

    chart: Annotated[
        Literal["bar", "line", "area", "donut", "stacked", "heatmap"], key("How the numbers are drawn.")
    ] = "bar"
    title: Annotated[str, key("The title at the top: best, what the numbers say.", max_length=200)] = ""
    eyebrow: Annotated[str, key("A short line above the title.", max_length=80)] = ""
    caption: Annotated[str, key("A line below the chart: the source, or how it was counted.", max_length=200)] = ""
    unit: Annotated[
        str, key("What is counted: `%`, `$`, `€` or `£` stand beside each number, a word above them.", max_length=40)
    ] = ""
    data: Annotated[
        str,
        key("A table beside the spec, best .csv: its first column holds the labels, each other one a series."),
    ] = ""
    labels: Annotated[
        tuple[Annotated[str, key("A label.", max_length=MAX_NAME)], ...],
        key("The labels of the values, where there is no `data`.", max_length=MAX_LABELS),
    ] = ()
    series: Annotated[tuple[Series, ...], key("The numbers, where there is no `data`.", max_length=MAX_SERIES)] = ()
    highlight: Annotated[
        str, key("The label, or of lines the series, that takes the warm colour.", max_length=MAX_NAME)
    ] = ""
    sort: Annotated[Literal["none", "down", "up"], key("The order of labels: as written, or by their values.")] = "none"
    limit: Annotated[
        int, key("The most labels (of lines: series) to show; the others are put together.", ge=2, le=60)
    ] = 60


def check(spec: Chart) -> Iterator[Problem]:
    """What is wrong between the keys."""
    if spec.data and (spec.series or spec.labels):
        written = "series" if spec.series else "labels"
        yield Problem(f"the numbers come from one place, found `data` and `{written}`", hint="keep one", field=written)
    elif spec.data:
        yield from _suffix(spec.data)
    else:
        yield from check_numbers(spec)


def _suffix(data: str) -> Iterator[Problem]:
    from pipeline.tables import SUFFIXES  # only a spec with a data file pays for this import

    if not data.lower().endswith(SUFFIXES):
        fact = f"expected a file that ends in {', '.join(SUFFIXES)}, found `{data}`"
        yield Problem(fact, hint="best a table with commas, semicolons or tabs", field="data")


def check_numbers(spec: Chart) -> Iterator[Problem]:
    """What is wrong with the numbers, however they came into the spec."""
    for index, series in enumerate(spec.series):
        field = "data" if spec.data else f"series[{index}].values"
        about = f"series `{series.name}`: " if spec.data else ""
        if len(series.values) != len(spec.labels):
            fact = f"expected {len(spec.labels)} values, one for each label, found {len(series.values)}"
            yield Problem(fact, hint="write `null` where a value is missing", field=field)
        if any(value is not None and value < 0 for value in series.values) and _is_whole(spec):
            fact = f"{about}a {spec.chart} chart shows parts of a whole, found a value below 0"
            yield Problem(fact, hint="choose `chart: bar` or `chart: line`", field=field)
        if not series.name and len(spec.series) > 1 and not spec.data:
            yield Problem("one of several series needs a name", hint="add `name`", field=f"series[{index}]")
    if spec.chart == "donut" and len(spec.series) > 1:
        fact = f"a donut shows one series, found {len(spec.series)}"
        field = "data" if spec.data else "series"
        yield Problem(fact, hint="choose `chart: stacked`, or remove the others", field=field)
    names = {*spec.labels, *(series.name for series in spec.series)}
    if spec.highlight and spec.highlight not in names:
        yield Problem(
            f"there is no label and no series `{spec.highlight}`", hint="write it as in the data", field="highlight"
        )


def _is_whole(spec: Chart) -> bool:
    return spec.chart in WHOLES or (spec.chart == "area" and len(spec.series) > 1)
