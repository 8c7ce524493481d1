"""What of a chart's numbers a page has room for: all, or the largest, with the sum of the others or without.

Once it is drawn, a table knows where its marks are: what notes need to know of a drawing, and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from pipeline.content import Leaf
from pipeline.geometry import Point, Rect
from pipeline.kinds.chart.content import Content, Number, Series, total
from pipeline.kinds.chart.spec import WHOLES
from pipeline.kinds.chart.timing import Timeline
from pipeline.scene import LeftOut

Way: TypeAlias = Literal["up", "beside", "below"]


class Mark(NamedTuple):
    """What a note's ring goes round, a point or a box; and where its stem begins, if it has one."""

    ring: Rect
    stem: Point
    is_point: bool = False


class Marks(NamedTuple):
    """All marks of a drawing.

    `find` has the mark of a label and a series, or of all of a stack. Words may stand in the `room`, except on what is
    `taken`; they stand above their mark, beside it, or below the drawing. A stem may cross `lines`, words may not.
    """

    way: Way
    room: Rect
    find: Callable[[int, int | None], Mark]
    taken: tuple[Rect, ...] = ()
    lines: tuple[Rect, ...] = ()


class Table(NamedTuple):
    """Labels and series. `rest` is the label, or the name, that stands for several; `hidden` counts those left out.

    `time` is where labels that are times stand, as long as all of them are there; `marks` is where a drawing has its
    marks, once it is drawn.
    """

    content: Content
    labels: tuple[Leaf, ...]
    series: tuple[Series, ...]
    time: Timeline = Timeline()
    rest: Leaf | None = None
    hidden: int = 0
    left_out: tuple[LeftOut, ...] = ()
    summarised: tuple[str, ...] = ()
    marks: Marks | None = None

    @property
    def is_stacked(self) -> bool:
        """Whether the numbers of a label stand on one another."""
        drawing = self.content.drawing
        return drawing == "stacked" or (drawing == "area" and len(self.series) > 1)

    @property
    def side(self) -> int:
        """How many bars of a label stand beside one another."""
        return 1 if self.is_stacked else len(self.series)

    @property
    def shares(self) -> tuple[float, ...]:
        """Where the labels stand from the left, 0, to the right, 1: as times do, or evenly."""
        last = max(len(self.labels) - 1, 1)
        return self.time.shares or tuple(
            index / last if len(self.labels) > 1 else 0.5 for index in range(len(self.labels))
        )

    @property
    def values(self) -> list[float]:
        """All numbers that are there."""
        return [number.value for each in self.series for number in each.numbers if number]

    def of_label(self, index: int) -> list[Number]:
        """The numbers of one label that are there."""
        return [number for each in self.series if (number := each.numbers[index])]

    def sums(self) -> list[Decimal]:
        """The sum of each label over all series."""
        return [sum((number.exact for number in self.of_label(at)), Decimal(0)) for at in range(len(self.labels))]

    def hangs(self, index: int) -> bool:
        """Whether the bars of a label are on the other side of 0: none above it, and one below."""
        values = [number.value for number in self.of_label(index)]
        return bool(values) and max(values) <= 0 > min(values)

    def is_mixed(self, index: int) -> bool:
        """Whether a label has bars on both sides of 0."""
        values = [number.value for number in self.of_label(index)]
        return bool(values) and max(values) > 0 > min(values)

    @property
    def rest_is_longest(self) -> bool:
        """Whether the sum of several labels is larger than any label's own: its bar would dwarf the others."""
        if self.rest is None or not self.labels or self.labels[-1] is not self.rest:
            return False
        *others, rest = (abs(each) for each in self.sums())
        return rest > max(others, default=Decimal(0))

    def is_highlit(self, index: int) -> bool:
        """Whether a label takes the warm colour."""
        return self.labels[index].text in self.content.highlight

    def apart(self) -> Table:
        """The table whose numbers are never put together."""
        return self._replace(content=self.content._replace(adds=False))

    def top(self, count: int) -> Table:
        """The `count` largest labels in their order: the last of them the sum of the others, or those are hidden.

        Of labels that have an order of their own, the first.
        """
        if len(self.labels) <= count:
            return self
        is_ordered = self.content.is_ordered
        adds, sizes = self.content.adds and not is_ordered, [abs(each) for each in self.sums()]
        kept, others = _parted(len(sizes) * [Decimal(0)] if is_ordered else sizes, max(count - adds, 1))
        rest = self._rest(len(others)) if adds else None
        series = []
        for each in self.series:
            summed = [self._sum(each.numbers[at] for at in others)] if rest else []
            series.append(each._replace(numbers=(*(each.numbers[at] for at in kept), *summed)))
        labels = (*(self.labels[at] for at in kept), *([rest] if rest else []))
        cut = self._replace(labels=labels, series=tuple(series), time=Timeline())
        numbers = [number.leaf.field for each in self.series for at in others if (number := each.numbers[at])]
        return cut._without("labels", rest, [self.labels[at].field for at in others], numbers)

    def top_series(self, count: int) -> Table:
        """The `count` largest series in their order: the last of them the sum of the others, or those are hidden."""
        if len(self.series) <= count:
            return self
        adds = self.content.adds or self.content.drawing in WHOLES  # the parts of a whole are all there
        places = _parted([total(each.numbers) or Decimal(0) for each in self.series], count - adds)
        kept, others = ([self.series[at] for at in each] for each in places)
        rest = self._rest(len(others)) if adds else None
        if rest:
            columns = zip(*(each.numbers for each in others), strict=True)
            kept.append(Series(rest, "rest.values", tuple(map(self._sum, columns))))
        fields, numbers = [each.name.field for each in others], [each.field for each in others]
        return self._replace(series=tuple(kept))._without("series", rest, fields, numbers)

    def stands_for(self, *fields: str) -> Table:
        """The table, with fields that need not be written because something else of the picture has them."""
        return self._replace(summarised=(*self.summarised, *fields))

    def leaving_out(self, fields: Iterable[str], reason: str) -> Table:
        """The table, with what is not shown and why."""
        lost = LeftOut(tuple(fields), reason)
        return self._replace(left_out=(*self.left_out, lost)) if lost.fields else self

    def _without(self, what: str, rest: Leaf | None, fields: Sequence[str], numbers: Sequence[str]) -> Table:
        """The table without what there is no room for, which is counted, or which `rest` stands for.

        Unless the author says that they add up, a note says it too.
        """
        table = self.stands_for(*numbers)._replace(rest=rest or self.rest)
        if rest is None:
            shown = table.leaving_out(fields, f"no room for these {what}")
            return shown._replace(hidden=self.hidden + len(fields))
        if self.content.adds_surely:
            return table.stands_for(*fields)
        reason = f"added together as “{rest}”; write `adds: false` if they must not be"
        return table.leaving_out(fields, reason)

    def _sum(self, numbers: Iterable[Number | None]) -> Number | None:
        """The sum of those that are known; of none, nothing."""
        value, form = total(numbers), self.content.form
        return None if value is None else Number(value, Leaf(form.shown(value), "rest.values"), form.full(value))

    def _rest(self, count: int) -> Leaf:
        words = self.content.words
        return Leaf(words.language.counted(words.shown.rest, count), "rest")


def _parted(sizes: Sequence[Decimal], count: int) -> tuple[list[int], list[int]]:
    """Where the largest stand, so many of them, and where the others do."""
    ranked = sorted(range(len(sizes)), key=lambda at: (-sizes[at], at))
    return sorted(ranked[:count]), sorted(ranked[count:])


def table(content: Content) -> Table:
    """All of a content's numbers."""
    if not content.series or not content.labels:
        return Table(content, (), ())
    return Table(content, content.labels, content.series, content.time)
