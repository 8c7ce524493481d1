"""What a chart says to those who cannot see it, in its language: a sentence, and all the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.kinds.chart.numbers import BEFORE, BESIDE, shares, written
from pipeline.kinds.chart.sentences import Sentences, sentences
from pipeline.kinds.chart.spec import Chart
from pipeline.kinds.chart.table import Row, Table
from pipeline.kinds.chart.words import words
from pipeline.prose import Forms, capital, counted, ended, fitted, joined, listed, one_line, quoted, shortened
from pipeline.typography import markup

MOST_TOLD = 30  # numbers; of more, each series' range and end
MOST_NAMED = 4  # series, in one sentence
LONGEST_PLACE = 30  # characters of a label or a name, in one sentence


class _Value(NamedTuple):
    """A number and what it belongs to."""

    value: float
    at: str


def alt(spec: Chart, table: Table) -> str:
    """One sentence: what is drawn, its title, and the range of its numbers; long words are cut."""
    said = sentences(spec.lang)
    body = _body(spec, table, said)
    names = [row.name for row in table.rows] if spec.chart != "heatmap" and len(table.rows) > 1 else []

    def write(title: str, *names: str) -> str:
        head = f"{said.names[spec.chart]} {quoted(title, said.lang)}" if title else said.names[spec.chart]
        if len(names) > MOST_NAMED:
            head = said.of_many.format(drawing=head, n=len(names))
        elif names:
            head = said.of_names.format(drawing=head, names=listed(names, said.lang))
        return f"{head}{said.colon}{body}."

    return fitted(write, one_line(markup.plain(spec.title)), *names)


def description(spec: Chart, table: Table) -> str:
    """The title, every number or of very many their range, what stands out, and the caption."""
    said = sentences(spec.lang)
    title, drawing = one_line(markup.plain(spec.title)), said.names[spec.chart]
    head = said.named.format(drawing=drawing, title=ended(title)) if title else f"{drawing}."
    eyebrow = ended(one_line(spec.eyebrow)) if spec.eyebrow else ""
    caption = ended(one_line(markup.plain(spec.caption))) if spec.caption else ""
    if not table.labels:
        return joined([head, eyebrow, said.empty, caption])
    many = len(table.labels) * len(table.rows) > MOST_TOLD
    told = [_summary(spec, table, row, said) if many else _numbers(spec, table, row, said) for row in table.rows]
    if spec.chart == "heatmap" and many:
        told = [_grid(spec, table, said)]
    told += _totals(spec, table, said) if not many else []
    unit = said.unit.format(unit=spec.unit) if _is_word(spec.unit) else ""
    lit = said.highlight.format(name=spec.highlight) if spec.highlight else ""
    hidden = counted(said.grey if spec.chart == "line" else said.hidden, table.hidden) if table.hidden else ""
    return joined([head, eyebrow, unit, *told, lit, hidden, caption])


def _totals(spec: Chart, table: Table, said: Sentences) -> list[str]:
    """The sums that stand in the ring of a donut and at the ends of stacks."""
    name = capital(words(spec.lang).total)
    if spec.chart == "donut":
        return [f"{name}{said.colon}{written(sum(table.sums()), spec.unit, spec.lang)}."]
    if spec.chart != "stacked" or len(table.rows) < 2:
        return []
    sums = Row(name, tuple(table.sum_of(index) for index in range(len(table.labels))))
    return [_numbers(spec, table, sums, said)]


def _body(spec: Chart, table: Table, said: Sentences) -> str:
    """The range of the numbers and, of one line, its ends; the number that stands out, unless it is an end."""
    if not table.labels:
        empty = words(spec.lang).empty
        return empty[:1].lower() + empty[1:]
    table, highlight = _short(table), shortened(spec.highlight, LONGEST_PLACE)
    unit = f" ({spec.unit})" if _is_word(spec.unit) else ""
    if len(table.rows) > 1 and spec.chart == "heatmap":
        return _grid(spec, table, said, unit).rstrip(".")
    found = _found(table)
    if not found:
        return said.nothing.format(name="").rstrip(".")
    if len(table.rows) > 1:
        return _span(spec, found, said, unit)
    body = _range(spec, found, said, unit)
    for label, value in zip(table.labels, table.rows[0].values, strict=True):
        if label == highlight and value is not None and f"({label})" not in body:
            body += f"; {label} {written(value, spec.unit, spec.lang)}"
    return body


def _short(table: Table) -> Table:
    """The table with names that one sentence has room for."""
    rows = tuple(row._replace(name=shortened(row.name, LONGEST_PLACE)) for row in table.rows)
    return table._replace(labels=tuple(shortened(label, LONGEST_PLACE) for label in table.labels), rows=rows)


def _found(table: Table) -> list[_Value]:
    """Every number there is, and where: its label, and its series where there are several."""
    return [
        _Value(value, f"{label}, {row.name}" if len(table.rows) > 1 else label)
        for row in table.rows
        for label, value in zip(table.labels, row.values, strict=True)
        if value is not None
    ]


def _numbers(spec: Chart, table: Table, row: Row, said: Sentences) -> str:
    """Every number of a series; of a donut, its share too."""
    of_all = shares([value or 0.0 for value in row.values]) if spec.chart == "donut" and spec.unit != "%" else ()
    pairs = (
        f"{label} {said.none if value is None else written(value, spec.unit, spec.lang)}"
        + (f" ({of_all[at]}%)" if of_all and value else "")
        for at, (label, value) in enumerate(zip(table.labels, row.values, strict=True))
    )
    return f"{_named(table, row, said)}{', '.join(pairs)}."


def _summary(spec: Chart, table: Table, row: Row, said: Sentences) -> str:
    """The range of a long series and, where its order means something, its ends."""
    found = _found(table._replace(rows=(row,)))
    if not found:
        return said.nothing.format(name=_named(table, row, said))
    return f"{_named(table, row, said)}{_range(spec, found, said)}."


def _range(spec: Chart, found: Sequence[_Value], said: Sentences, unit: str = "") -> str:
    """The range of one series; of a line, its ends too."""
    span = _span(spec, found, said, unit)
    if spec.chart in ("line", "area") and len(found) > 1:
        first, last = (written(each.value, spec.unit, spec.lang) for each in (found[0], found[-1]))
        span += said.ends.format(first=first, at_first=found[0].at, last=last, at_last=found[-1].at)
    return span


def _span(spec: Chart, found: Sequence[_Value], said: Sentences, unit: str = "") -> str:
    """How many values there are, and the lowest and the highest of them."""
    low, high = min(found, key=lambda each: each.value), max(found, key=lambda each: each.value)
    lowest, highest = (written(each.value, spec.unit, spec.lang) for each in (low, high))
    if len(found) > 1 and low.value == high.value:
        return said.equal.format(n=len(found), high=highest, unit=unit)
    forms = counted(said.span, len(found))
    return forms.format(low=lowest, at_low=low.at, high=highest, at_high=high.at, unit=unit)


def _grid(spec: Chart, table: Table, said: Sentences, unit: str = "") -> str:
    """A large grid in one sentence."""
    found = _found(table)
    return said.grid.format(
        rows=_extent(said.rows, table.labels),
        columns=_extent(said.columns, [row.name for row in table.rows]),
        span=_span(spec, found, said, unit) if found else said.nothing.format(name="").rstrip("."),
    )


def _extent(forms: Forms, names: Sequence[str]) -> str:
    return counted(forms, len(names)).format(first=names[0], last=names[-1]).rstrip(", ")  # one may have no name


def _named(table: Table, row: Row, said: Sentences) -> str:
    return f"{row.name}{said.colon}" if row.name and len(table.rows) > 1 else ""


def _is_word(unit: str) -> bool:
    """Whether the unit stands above the numbers and not beside each."""
    return bool(unit) and unit not in BEFORE + BESIDE
