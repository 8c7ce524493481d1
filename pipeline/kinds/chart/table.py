"""What a chart shows: labels and rows of numbers, sorted, and cut to those there is room for."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from pipeline import days
from pipeline.kinds.chart.spec import Chart
from pipeline.kinds.chart.words import words


class Row(NamedTuple):
    """One series: its name and a number for each label."""

    name: str
    values: tuple[float | None, ...]

    @property
    def total(self) -> float:
        return sum(value or 0.0 for value in self.values)


class Table(NamedTuple):
    """Labels and series. `rest` is the label, or the name, that stands for several; `hidden` counts those left out.

    `times` are the places of labels that are dates, as shares of the way from the first to the last; else it is empty.
    """

    labels: tuple[str, ...]
    rows: tuple[Row, ...]
    rest: str = ""
    hidden: int = 0
    times: tuple[float, ...] = ()

    @property
    def shares(self) -> tuple[float, ...]:
        """Where the labels stand from the left, 0, to the right, 1: as dates do, or evenly."""
        last = max(len(self.labels) - 1, 1)
        return self.times or tuple(index / last if len(self.labels) > 1 else 0.5 for index in range(len(self.labels)))

    @property
    def numbers(self) -> list[float]:
        """All numbers that are there."""
        return [value for row in self.rows for value in row.values if value is not None]

    def sum_of(self, index: int) -> float | None:
        """The sum of one label over all series; nothing where none has a number."""
        values = [row.values[index] for row in self.rows if row.values[index] is not None]
        return sum(value for value in values if value is not None) if values else None

    def sums(self) -> list[float]:
        """The sum of each label over all series."""
        return [self.sum_of(index) or 0.0 for index in range(len(self.labels))]

    def chosen(self, indices: list[int]) -> Table:
        """The table with these labels in this order."""
        rows = tuple(Row(row.name, tuple(row.values[index] for index in indices)) for row in self.rows)
        return self._replace(labels=tuple(self.labels[index] for index in indices), rows=rows, times=())

    def top(self, count: int, lang: str, *, added_up: bool) -> Table:
        """The `count` largest labels in their order: the last of them the sum of the others, or those are hidden."""
        surplus = len(self.labels) - count
        if surplus <= 0:
            return self
        count = max(count - 1, 1) if added_up else max(count, 1)
        sums = self.sums()
        largest = sorted(range(len(sums)), key=lambda index: (-abs(sums[index]), index))
        kept, others = sorted(largest[:count]), largest[count:]
        cut = self.chosen(kept)
        if not added_up:
            return cut._replace(hidden=self.hidden + len(others))
        name = words(lang).other.format(n=len(others))
        rows = tuple(
            Row(row.name, (*short.values, sum(row.values[index] or 0.0 for index in others)))
            for row, short in zip(self.rows, cut.rows, strict=True)
        )
        return Table((*cut.labels, name), rows, name, self.hidden)

    def top_rows(self, count: int, lang: str) -> Table:
        """The `count` largest series in their order, the last of them the sum of the others."""
        if len(self.rows) <= count:
            return self
        largest = sorted(range(len(self.rows)), key=lambda index: (-self.rows[index].total, index))
        kept, others = sorted(largest[: count - 1]), [self.rows[index] for index in largest[count - 1 :]]
        name = words(lang).other.format(n=len(others))
        values = tuple(sum(row.values[index] or 0.0 for row in others) for index in range(len(self.labels)))
        return self._replace(rows=(*(self.rows[index] for index in kept), Row(name, values)), rest=name)


def table(spec: Chart) -> Table:
    """The spec's numbers in their order, cut to its limit where labels are cut."""
    rows = tuple(Row(series.name, series.values) for series in spec.series)
    made = Table(tuple(in_words(spec, label) for label in spec.labels), rows, times=_times(spec))
    if not made.rows or not made.labels:
        return Table((), ())
    if spec.sort != "none":
        sums = made.sums()
        sign = -1 if spec.sort == "down" else 1
        made = made.chosen(sorted(range(len(sums)), key=lambda index: (sign * sums[index], index)))
    return made


def in_words(spec: Chart, label: str) -> str:
    """A label as it is shown: dates in the language's words, where all labels are dates; the year where it changes."""
    if not all(map(days.read, spec.labels)):
        return label
    return days.written(label, spec.lang, with_year=len(days.years(spec.labels)) > 1)


def _times(spec: Chart) -> tuple[float, ...]:
    """The places of labels on an axis of time, if all are days, or all months, from early to late."""
    found = [day for label in spec.labels if (day := days.read(label))]
    numbers = [day.number for day in found]
    rises = all(earlier < later for earlier, later in pairwise(numbers))
    if len(found) < max(len(spec.labels), 2) or len({bool(day.day) for day in found}) > 1 or not rises:
        return ()
    return tuple((number - numbers[0]) / (numbers[-1] - numbers[0]) for number in numbers)
