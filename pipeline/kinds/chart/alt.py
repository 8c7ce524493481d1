"""What a chart says to those who cannot see it: the numbers, in sentences of its language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.kinds.chart.numbers import BEFORE, BESIDE, written
from pipeline.kinds.chart.sentences import Forms, Sentences, counted, sentences
from pipeline.kinds.chart.spec import Chart
from pipeline.kinds.chart.table import Row, Table
from pipeline.prose import ended
from pipeline.typography import markup

MOST_TOLD = 30  # numbers; of more, each series' range and end


class _Value(NamedTuple):
    """A number and what it belongs to."""

    value: float
    at: str


def alt(spec: Chart, table: Table) -> str:
    """The author's own words, or what the chart shows."""
    if spec.alt:
        return spec.alt
    said = sentences(spec.lang)
    title, drawing = markup.plain(spec.title), said.names[spec.chart]
    head = said.named.format(drawing=drawing, title=ended(title)) if title else f"{drawing}."
    caption = [ended(markup.plain(spec.caption))] if spec.caption else []
    if not table.labels:
        return " ".join([head, said.empty, *caption])
    many = len(table.labels) * len(table.rows) > MOST_TOLD
    told = [_summary(spec, table, row, said) if many else _numbers(spec, table, row, said) for row in table.rows]
    if spec.chart == "heatmap" and many:
        told = [_grid(spec, table, said)]
    unit = [said.unit.format(unit=spec.unit)] if spec.unit and spec.unit not in BEFORE + BESIDE else []
    hidden = [counted(said.grey if spec.chart == "line" else said.hidden, table.hidden)] if table.hidden else []
    return " ".join([head, *unit, *told, *hidden, *caption])


def _numbers(spec: Chart, table: Table, row: Row, said: Sentences) -> str:
    pairs = (
        f"{label} {said.none if value is None else written(value, spec.unit, spec.lang)}"
        for label, value in zip(table.labels, row.values, strict=True)
    )
    return f"{_named(table, row)}{', '.join(pairs)}."


def _summary(spec: Chart, table: Table, row: Row, said: Sentences) -> str:
    """The range of a long series and, where its order means something, its ends."""
    found = [_Value(value, at) for value, at in zip(row.values, table.labels, strict=True) if value is not None]
    if not found:
        return said.nothing.format(name=_named(table, row))
    span = _span(spec, found, said)
    if spec.chart in ("line", "area") and len(found) > 1:
        first, last = (written(each.value, spec.unit, spec.lang) for each in (found[0], found[-1]))
        span += said.ends.format(first=first, at_first=found[0].at, last=last, at_last=found[-1].at)
    return f"{_named(table, row)}{span}."


def _span(spec: Chart, found: Sequence[_Value], said: Sentences) -> str:
    """How many values there are, and the lowest and the highest of them."""
    low, high = min(found, key=lambda each: each.value), max(found, key=lambda each: each.value)
    lowest, highest = (written(each.value, spec.unit, spec.lang) for each in (low, high))
    return counted(said.span, len(found)).format(low=lowest, at_low=low.at, high=highest, at_high=high.at)


def _grid(spec: Chart, table: Table, said: Sentences) -> str:
    """A large grid in one sentence."""
    found = [
        _Value(value, f"{label}, {row.name}")
        for row in table.rows
        for label, value in zip(table.labels, row.values, strict=True)
        if value is not None
    ]
    return said.grid.format(
        rows=_extent(said.rows, table.labels),
        columns=_extent(said.columns, [row.name for row in table.rows]),
        span=_span(spec, found, said) if found else said.nothing.format(name="").rstrip("."),
    )


def _extent(forms: Forms, names: Sequence[str]) -> str:
    return counted(forms, len(names)).format(first=names[0], last=names[-1])


def _named(table: Table, row: Row) -> str:
    return f"{row.name}: " if row.name and len(table.rows) > 1 else ""
