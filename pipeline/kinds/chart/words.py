"""The words of a chart: what a catalogue has in its sections `chart_shown` and `chart_said`."""

from typing import Annotated

from pipeline.schema import Part, key
from pipeline.words import Forms, Text

SECTION = "chart"


class Shown(Part):
    """The words that a chart shows; a spec may have its own."""

    rest: Annotated[str | Forms, key("The label of several that are put together; `{n}` is how many.")] = ""
    hidden: Annotated[str | Forms, key("In the caption: how many labels are not shown, `{n}`.")] = ""
    unnamed: Annotated[str | Forms, key("In the caption: how many lines are grey and not named, `{n}`.")] = ""
    empty: Annotated[str, key("In the place of a chart without numbers.")] = ""
    cut: Annotated[str, key("Below a scale that does not begin at 0, but at `{n}`.")] = ""
    total: Annotated[str, key("Below the sum in a ring, and before that of stacked areas.")] = ""
    target: Annotated[str, key("Before the number to reach, where it has no name of its own.")] = ""


class Said(Part):
    """The sentences of its alt text and description; what stands in braces is put in."""

    chart: Annotated[str, key("What it is called without a title.")]
    bar: Annotated[str, key("A drawing.")]
    line: Annotated[str, key("A drawing.")]
    area: Annotated[str, key("A drawing.")]
    donut: Annotated[str, key("A drawing.")]
    stacked: Annotated[str, key("A drawing.")]
    heatmap: Annotated[str, key("A drawing.")]
    titled: Annotated[str, key("`{drawing}` with its `{title}` in quotation marks.")]
    named: Annotated[str, key("`{drawing}` with its `{title}`, whose stop is its own.")]
    says: Annotated[str, key("`{drawing}`, and `{what}` it shows.")]
    none_yet: Annotated[str, key("In the alt text of a chart without numbers.")]
    empty: Annotated[str, key("In the description of one.")]
    unit: Annotated[str, key("What the numbers are: `{unit}`.")]
    missing: Annotated[str, key("In the place of a number that there is none of.")]
    unlabelled: Annotated[str, key("In the place of a label that there is none of.")]
    no_values: Annotated[str, key("Of a series without numbers.")]
    values: Annotated[Text, key("How many values there are, `{n}`.")]
    counting: Annotated[str, key("`{values}` with the word for what they count, `{unit}`.")]
    only: Annotated[str, key("Of one value: `{values}`, which is `{high}` at `{at_high}`.")]
    same: Annotated[str, key("Of equal values: `{values}`, each `{high}`.")]
    span: Annotated[str, key("`{values}`, from `{low}` at `{at_low}` to `{high}` at `{at_high}`.")]
    ends: Annotated[str, key("`{span}`, and the `{first}` value at `{at_first}`, the `{last}` at `{at_last}`.")]
    beside: Annotated[str, key("`{span}`, and one `{number}` that stands out.")]
    grid: Annotated[str, key("`{rows}` and `{columns}` of a grid, and `{span}`.")]
    rows: Annotated[Text, key("`{n}` rows of a grid, `{first}` to `{last}`.")]
    columns: Annotated[Text, key("`{n}` columns of a grid, `{first}` to `{last}`.")]
    of_names: Annotated[str, key("`{drawing}` with the `{names}` of its series.")]
    of_many: Annotated[Text, key("`{drawing}` with `{n}` series.")]
    series: Annotated[str, key("The `{name}` of a series and its `{values}`.")]
    value: Annotated[str, key("A `{label}` and its `{number}`.")]
    share: Annotated[str, key("A `{label}`, its `{number}` and its `{share}` of all.")]
    cell: Annotated[str, key("Where a number stands: its `{label}` and its `{series}`.")]
    total: Annotated[str, key("The sum of all is `{number}`.")]
    totals: Annotated[str, key("The sums of the series are `{values}`.")]
    highlight: Annotated[str, key("`{name}` stands out.")]
    highlights: Annotated[str, key("Several `{names}` stand out.")]
    target: Annotated[str, key("The `{name}` of a number to reach, and the `{number}`.")]
    note: Annotated[str, key("The `{text}` of a note, and the mark `{at}` which it stands.")]
    noted: Annotated[str, key("In the alt text: the `{text}` of a note `{at}` its mark.")]
