"""What a chart says to those who cannot see it: the numbers, in sentences."""

from __future__ import annotations

from pipeline.kinds.chart.numbers import BEFORE, BESIDE, spoken
from pipeline.kinds.chart.spec import Chart
from pipeline.kinds.chart.table import Row, Table
from pipeline.typography import markup

MOST_TOLD = 30  # numbers; of more, each series' range and end
NAMES = {
    "bar": "Bar chart",
    "line": "Line chart",
    "area": "Area chart",
    "donut": "Donut chart",
    "stacked": "Stacked bar chart",
    "heatmap": "Heat map",
}


def alt(spec: Chart, table: Table) -> str:
    """The author's own words, or what the chart shows."""
    if spec.alt:
        return spec.alt
    title = markup.plain(spec.title)
    head = f"{NAMES[spec.chart]}: {_ended(title)}" if title else f"{NAMES[spec.chart]}."
    caption = [_ended(markup.plain(spec.caption))] if spec.caption else []
    if not table.labels:
        return " ".join([head, "There are no data yet.", *caption])
    many = len(table.labels) * len(table.rows) > MOST_TOLD
    told = [_summary(spec, table, row) if many else _numbers(spec, table, row) for row in table.rows]
    if spec.chart == "heatmap" and many:
        told = [_extremes(spec, table)]
    unit = [f"Numbers are {spec.unit}."] if spec.unit and spec.unit not in BEFORE + BESIDE else []
    hidden = (
        [f"{table.hidden} more {'are drawn in grey' if spec.chart == 'line' else 'are not shown'}."]
        if table.hidden
        else []
    )
    return " ".join([head, *unit, *told, *hidden, *caption])


def _numbers(spec: Chart, table: Table, row: Row) -> str:
    pairs = (f"{label} {spoken(value, spec.unit)}" for label, value in zip(table.labels, row.values, strict=True))
    return f"{_named(table, row)}{', '.join(pairs)}."


def _summary(spec: Chart, table: Table, row: Row) -> str:
    """The range of a long series and, where its order means something, its ends."""
    present = [(value, label) for value, label in zip(row.values, table.labels, strict=True) if value is not None]
    if not present:
        return f"{_named(table, row)}no values."
    low, high = min(present, key=lambda pair: pair[0]), max(present, key=lambda pair: pair[0])
    said = f"from {spoken(low[0], spec.unit)} ({low[1]}) to {spoken(high[0], spec.unit)} ({high[1]})"
    if spec.chart in ("line", "area"):
        first, last = present[0], present[-1]
        said += (
            f"; {spoken(first[0], spec.unit)} at first ({first[1]}), {spoken(last[0], spec.unit)} at last ({last[1]})"
        )
    return f"{_named(table, row)}{len(present)} values, {said}."


def _extremes(spec: Chart, table: Table) -> str:
    """A large grid in one sentence."""
    cells = [
        (value, f"{label}, {row.name}")
        for row in table.rows
        for label, value in zip(table.labels, row.values, strict=True)
        if value is not None
    ]
    size = f"{len(table.labels)} rows, {table.labels[0]} to {table.labels[-1]}, and {len(table.rows)} columns"
    size += f", {table.rows[0].name} to {table.rows[-1].name}"
    if not cells:
        return f"{size}, without values."
    low, high = min(cells, key=lambda cell: cell[0]), max(cells, key=lambda cell: cell[0])
    return f"{size}; from {spoken(low[0], spec.unit)} ({low[1]}) to {spoken(high[0], spec.unit)} ({high[1]})."


def _named(table: Table, row: Row) -> str:
    return f"{row.name}: " if row.name and len(table.rows) > 1 else ""


def _ended(text: str) -> str:
    return text if text[-1:] in ".!?…" else f"{text}."
