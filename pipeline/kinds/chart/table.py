"""What of a chart's numbers a page has room for: all, or the largest, with the sum of the others or without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.kinds.chart.content import Content, Number, Series
from pipeline.kinds.chart.spec import WHOLES
from pipeline.scene import LeftOut


class Table(NamedTuple):
    """Labels and series. `rest` is the label, or the name, that stands for several; `hidden` counts those left out.

    `times` are the places of labels that are times, as shares of the way from the first to the last; else it is empty.
    """

    content: Content
    labels: tuple[Leaf, ...]
    series: tuple[Series, ...]
    rest: Leaf | None = None
    hidden: int = 0
    times: tuple[float, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    summarised: tuple[str, ...] = ()

    @property
    def shares(self) -> tuple[float, ...]:
        """Where the labels stand from the left, 0, to the right, 1: as times do, or evenly."""
        last = max(len(self.labels) - 1, 1)
        return self.times or tuple(index / last if len(self.labels) > 1 else 0.5 for index in range(len(self.labels)))

    @property
    def slots(self) -> tuple[int, ...]:
        """The places of labels that are times, in whole steps; empty where some of them are missing."""
        return self.content.slots if len(self.labels) == len(self.content.labels) and self.rest is None else ()

    @property
    def values(self) -> list[float]:
        """All numbers that are there."""
        return [number.value for each in self.series for number in each.numbers if number]

    def sum_of(self, index: int) -> Decimal | None:
        """The sum of one label over all series; nothing where none has a number."""
        known = [number.exact for each in self.series if (number := each.numbers[index])]
        return sum(known, Decimal(0)) if known else None

    def sums(self) -> list[Decimal]:
        """The sum of each label over all series."""
        return [self.sum_of(index) or Decimal(0) for index in range(len(self.labels))]

    @property
    def rest_is_longest(self) -> bool:
        """Whether the sum of several labels is larger than any label's own: its bar would dwarf the others."""
        if self.rest is None or not self.labels or self.labels[-1] is not self.rest:
            return False
        *others, rest = (abs(each) for each in self.sums())
        return rest > max(others, default=Decimal(0))

    def is_highlit(self, index: int) -> bool:
        """Whether a label takes the warm colour."""
        return bool(self.content.highlight) and self.labels[index].text == self.content.highlight

    def apart(self) -> Table:
        """The table whose numbers are never put together."""
        return self._replace(content=self.content._replace(adds=False))

    def top(self, count: int) -> Table:
        """The `count` largest labels in their order: the last of them the sum of the others, or those are hidden.

        Of labels that have an order of their own, the first.
        """
        surplus = len(self.labels) - count
        if surplus <= 0:
            return self
        adds = self.content.adds and not self.content.is_ordered
        count = max(count - 1, 1) if adds else max(count, 1)
        sums = self.sums()
        largest = sorted(range(len(sums)), key=lambda index: (-abs(sums[index]), index))
        ranked = list(range(len(sums))) if self.content.is_ordered else largest
        kept, others = sorted(ranked[:count]), sorted(ranked[count:])
        cut = self.chosen(kept)
        fields = tuple(self.labels[index].field for index in others)
        numbers = tuple(
            number.leaf.field for each in self.series for index in others if (number := each.numbers[index])
        )
        if not adds:
            return cut._replace(
                hidden=self.hidden + len(others),
                left_out=(*self.left_out, LeftOut(fields, "no room for these labels")),
                summarised=(*self.summarised, *numbers),
            )
        rest = Leaf(self._counted(len(others)), "rest")
        series = tuple(
            short._replace(numbers=(*short.numbers, self._sum(each.numbers[index] for index in others)))
            for each, short in zip(self.series, cut.series, strict=True)
        )
        return cut._replace(labels=(*cut.labels, rest), series=series, rest=rest)._with_sum(fields, numbers, rest)

    def top_series(self, count: int) -> Table:
        """The `count` largest series in their order: the last of them the sum of the others, or those are hidden."""
        if len(self.series) <= count:
            return self
        adds = self.content.adds or self.content.drawing in WHOLES  # the parts of a whole are all there
        totals = [sum((number.exact for number in each.numbers if number), Decimal(0)) for each in self.series]
        largest = sorted(range(len(totals)), key=lambda index: (-totals[index], index))
        kept = [self.series[index] for index in sorted(largest[: count - adds])]
        others = [self.series[index] for index in largest[count - adds :]]
        fields, numbers = tuple(each.name.field for each in others), tuple(each.field for each in others)
        if not adds:
            return self._replace(
                series=tuple(kept),
                hidden=self.hidden + len(others),
                left_out=(*self.left_out, LeftOut(fields, "no room for these series")),
                summarised=(*self.summarised, *numbers),
            )
        rest = Leaf(self._counted(len(others)), "rest")
        sums = tuple(self._sum(each.numbers[index] for each in others) for index in range(len(self.labels)))
        return self._replace(series=(*kept, Series(rest, "rest.values", sums)), rest=rest)._with_sum(
            fields, numbers, rest
        )

    def chosen(self, indices: Sequence[int]) -> Table:
        """The table with these labels in this order."""
        series = tuple(each._replace(numbers=tuple(each.numbers[at] for at in indices)) for each in self.series)
        return self._replace(labels=tuple(self.labels[index] for index in indices), series=series, times=())

    def _with_sum(self, fields: tuple[str, ...], numbers: tuple[str, ...], rest: Leaf) -> Table:
        """The table whose `rest` stands for others; unless the author says that they add up, a note says it too."""
        summarised = (*self.summarised, *numbers)
        if self.content.adds_surely:
            return self._replace(summarised=(*summarised, *fields))
        summed = LeftOut(fields, f"put together in “{rest}”; `adds: false` keeps numbers apart that do not add up")
        return self._replace(summarised=summarised, left_out=(*self.left_out, summed))

    def _sum(self, numbers: Iterable[Number | None]) -> Number | None:
        """The sum of those that are known; of none, nothing."""
        known = [number.exact for number in numbers if number]
        if not known:
            return None
        value, form = sum(known, Decimal(0)), self.content.form
        return Number(value, Leaf(form.shown(value), "rest.values"), form.full(value))

    def _counted(self, count: int) -> str:
        words = self.content.words
        return words.language.counted(words.shown.rest, count)


def table(content: Content) -> Table:
    """All of a content's numbers."""
    if not content.series or not content.labels:
        return Table(content, (), ())
    return Table(content, content.labels, content.series, times=content.times)
