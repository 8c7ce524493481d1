"""What a chart says, before its drawing is known: labels in their order, series of numbers, how they are written.

the spec's own numbers --+
                         +--> Material --> put in time, sorted, written out --> Content
a table beside it -------+
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.beside import Reader
from pipeline.content import Leaf
from pipeline.errors import Place, Problem, SpecError
from pipeline.kinds.chart import emphasis, timing
from pipeline.kinds.chart.emphasis import Annotation, Target
from pipeline.kinds.chart.numbers import Format, exact, format_of, is_beside, places_of
from pipeline.kinds.chart.spec import WHOLES, Chart
from pipeline.kinds.chart.timing import Timeline
from pipeline.kinds.chart.words import Said, Shown, spoken
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.prose import counted
from pipeline.reading.currencies import is_money
from pipeline.typography import markup
from pipeline.words import Words

MOST_MISSING = 8  # numbers that are named in a note


class Cell(NamedTuple):
    """A number as it is written, none where there is none; its field, and its place in another file."""

    value: Decimal | None
    field: str
    place: Place | None


class Written(NamedTuple):
    """One series as it is written."""

    name: Leaf
    field: str  # of its numbers
    cells: tuple[Cell, ...]


class Material(NamedTuple):
    """What an author's material holds, as it is written; `places` are how many digits a table has behind the mark."""

    labels: tuple[Leaf, ...]
    series: tuple[Written, ...]
    unit: str = ""
    places: int | None = None
    notes: tuple[Note, ...] = ()

    @property
    def values(self) -> list[Decimal]:
        """All numbers that are there."""
        return [cell.value for each in self.series for cell in each.cells if cell.value is not None]

    def in_order(self, order: Sequence[int]) -> Material:
        """The labels in another order, each with its numbers."""
        series = tuple(each._replace(cells=tuple(each.cells[at] for at in order)) for each in self.series)
        return self._replace(labels=tuple(self.labels[at] for at in order), series=series)


def written(index: int, name: Leaf, numbers: Iterable[tuple[Decimal | None, Place | None]]) -> Written:
    """The series at `index`, with the fields of its numbers."""
    field = f"series[{index}].values"
    return Written(
        name, field, tuple(Cell(value, f"{field}[{at}]", place) for at, (value, place) in enumerate(numbers))
    )


class Number(NamedTuple):
    """A number: exact, as the picture shows it, and with all its digits."""

    exact: Decimal
    leaf: Leaf
    full: str

    @property
    def value(self) -> float:
        """The number for a length or a place."""
        return float(self.exact)


def total(numbers: Iterable[Number | None]) -> Decimal | None:
    """The sum of the numbers that are known; of none, nothing."""
    known = [number.exact for number in numbers if number]
    return sum(known, Decimal(0)) if known else None


class Series(NamedTuple):
    """One row of numbers with its name."""

    name: Leaf
    field: str  # of its numbers
    numbers: tuple[Number | None, ...]


class Content(NamedTuple):
    """A whole chart. `full` has the labels with all that is known of them, a day with its year.

    `time` is where labels that are times stand, `adds` whether numbers may be put together, `is_ordered` whether the
    labels have an order of their own.
    """

    name: str
    drawing: str
    title: Leaf
    eyebrow: Leaf
    caption: Leaf
    unit: Leaf
    labels: tuple[Leaf, ...]
    full: tuple[str, ...]
    series: tuple[Series, ...]
    time: Timeline
    highlight: tuple[str, ...]
    annotations: tuple[Annotation, ...]
    target: Target | None
    has_totals: bool
    limit: int
    is_ordered: bool
    adds: bool
    adds_surely: bool
    is_mirrored: bool
    form: Format
    words: Words[Shown, Said]
    notes: tuple[Note, ...] = ()

    @property
    def aims(self) -> tuple[float, ...]:
        """The number to reach, if there is one."""
        return (self.target.value,) if self.target else ()

    @property
    def is_highlight_warm(self) -> bool:
        """Whether the highlight has the warm colour: a note elsewhere is the one warm thing of a picture."""
        noted = {self.labels[each.label].text for each in self.annotations}
        noted |= {self.series[each.series].name.text for each in self.annotations if each.series is not None}
        return not noted or noted.issuperset(self.highlight)


def content(spec: Chart, read: Reader) -> Content:
    """What the spec says, with the numbers of its table; raises SpecError with every mistake in them."""
    words = spoken(spec.lang, spec.labels if isinstance(spec.labels, Shown) else Shown())
    material = _material(spec, read)
    if problems := list(_mistakes(spec, material)):
        raise SpecError(*problems)
    material, moments, notes = timing.in_time(material, words.language, moves=spec.chart in ("line", "area"))
    unit = spec.unit or material.unit
    form = format_of(material.values, unit, words.language, material.places)
    series = [_series(each, form) for each in material.series]
    labels = moments.labels if moments else material.labels
    order = _order(_sort(spec, material), series, len(labels))
    title = markup.plain(spec.title)
    words_seen = (title, spec.eyebrow, *(each.name.text for each in series), *(label.text for label in material.labels))
    in_order = tuple(labels[index] for index in order)
    result = Content(
        name=title or words.said.chart,
        drawing=spec.chart,
        title=Leaf(spec.title, "title"),
        eyebrow=Leaf(spec.eyebrow, "eyebrow"),
        caption=Leaf(spec.caption, "caption"),
        unit=Leaf(unit if unit and not is_beside(unit) else "", "unit"),
        labels=in_order,
        full=tuple((moments.full if moments else [label.text for label in labels])[index] for index in order),
        series=tuple(each._replace(numbers=tuple(each.numbers[index] for index in order)) for each in series),
        time=moments.timeline if moments and spec.sort in (None, "none") else Timeline(),
        highlight=emphasis.highlight(spec, material.labels, labels),
        annotations=emphasis.placed(spec, material, in_order, series),
        target=emphasis.target(spec, form, words.shown.target),
        has_totals=spec.totals,
        limit=spec.limit,
        is_ordered=bool(moments) or _has_order(material),
        adds=_adds(spec, material, unit) if spec.adds is None else spec.adds,
        adds_surely=spec.adds is not None or spec.chart in WHOLES,
        is_mirrored=is_mirrored(spec, words_seen),
        form=form,
        words=words,
        notes=(*words.notes, *material.notes, *notes, *_missing(spec, material)),
    )
    if result.has_totals and not result.adds:
        fact = "numbers that may not add up have no total"
        raise SpecError(Problem(fact, hint="write `adds: true` if these may, or remove `totals`", field="totals"))
    return result


def _material(spec: Chart, read: Reader) -> Material:
    if spec.data:
        from pipeline.kinds.chart.reading import read_table  # only a spec with a data file pays for this import

        return read_table(spec, read(spec.data, "data"))
    labels = spec.labels if isinstance(spec.labels, tuple) else ()
    series = (
        written(
            index,
            Leaf(each.name, f"series[{index}].name"),
            ((None if value is None else exact(value), None) for value in each.values),
        )
        for index, each in enumerate(spec.series)
    )
    return Material(tuple(Leaf(label, f"labels[{index}]") for index, label in enumerate(labels)), tuple(series))


def _mistakes(spec: Chart, material: Material) -> Iterator[Problem]:
    """What is wrong with the numbers, wherever they come from."""
    series = material.series
    is_whole = spec.chart in WHOLES or (spec.chart == "area" and len(series) > 1)
    for name, field, cells in series if is_whole else ():
        if any(cell.value is not None and cell.value < 0 for cell in cells):
            about = f"series `{name}`: " if name.place else ""
            fact = f"{about}a {spec.chart} chart shows parts of a whole, found a value below 0"
            yield Problem(fact, name.place, "choose `chart: bar` or `chart: line`", field)
    if spec.chart == "donut" and len(series) > 1:
        fact = f"a donut shows one series, found {len(series)}"
        hint = "choose `chart: stacked`, or "
        hint += "one column with `columns: {values: [...]}`" if spec.data else "remove the others"
        yield Problem(fact, series[1].name.place, hint, "series")
    yield from emphasis.mistakes(spec, material)


def _missing(spec: Chart, material: Material) -> Iterator[Note]:
    """That numbers are missing in stacks, where nothing shows it: their sums are too small."""
    if spec.chart not in ("stacked", "area") or len(material.series) < 2:
        return
    gaps = [
        (f"{each.name} of {label}", cell.place)
        for each in material.series
        for label, cell in zip(material.labels, each.cells, strict=True)
        if cell.value is None
    ]
    if gaps:
        named = ", ".join(name for name, _ in gaps[:MOST_MISSING])
        more = f" and {len(gaps) - MOST_MISSING} more" if len(gaps) > MOST_MISSING else ""
        fact = f"{counted(len(gaps), 'number')} missing in what is added up: {named}{more}"
        yield Note("values", fact, gaps[0][1], "series")


def _series(series: Written, form: Format) -> Series:
    numbers = (
        None if value is None else Number(value, Leaf(form.shown(value), field, place), form.full(value))
        for value, field, place in series.cells
    )
    return Series(series.name, series.field, tuple(numbers))


def _sort(spec: Chart, material: Material) -> str:
    """The order that the spec asks for; the parts of a ring stand by their size unless they have an order."""
    if spec.sort is not None:
        return spec.sort
    return "down" if spec.chart == "donut" and not _has_order(material) else "none"


def _order(sort: str, series: Sequence[Series], count: int) -> Sequence[int]:
    """The labels in the order of their sums, or as they are written."""
    if sort == "none":
        return range(count)
    sums = [total(each.numbers[at] for each in series) or 0 for at in range(count)]
    sign = -1 if sort == "down" else 1
    return sorted(range(count), key=lambda index: (sign * sums[index], index))


def _has_order(material: Material) -> bool:
    from pipeline.reading.order import is_ordered

    return is_ordered([label.text for label in material.labels])


def _adds(spec: Chart, material: Material, unit: str) -> bool:
    """Whether the numbers are surely counts: whole, not below 0, without a sign, and nothing calls them an average."""
    if spec.chart in WHOLES:
        return True
    if unit == "%" or is_money(unit):
        return False
    if any(value < 0 or places_of(value) for value in material.values):
        return False
    from pipeline.prose import plain
    from pipeline.words import vocabulary

    averages = vocabulary("reading")["averages"]
    texts = (spec.title, spec.eyebrow, spec.caption, spec.unit, *(each.name.text for each in material.series))
    return not any(word in averages for text in texts for word in plain(text).split())
