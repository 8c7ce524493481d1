"""What a chart says, before its drawing is known: labels in their order, series of numbers, how they are written.

the spec's own numbers --+
                         +--> Found --> put in time, sorted, written out --> Content
a table beside it -------+
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.beside import Reader
from pipeline.content import Leaf
from pipeline.errors import Place, Problem, SpecError
from pipeline.kinds.chart import timing
from pipeline.kinds.chart.numbers import Format, exact, format_of, is_beside, places_of
from pipeline.kinds.chart.spec import WHOLES, Chart
from pipeline.kinds.chart.words import Said, Shown, spoken
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.prose import counted
from pipeline.reading.currencies import is_money
from pipeline.typography import markup
from pipeline.words import Words

MOST_MISSING = 8  # numbers that are named in a note


class Found(NamedTuple):
    """What an author's material holds, as it is written: labels, and of each series a name and the numbers.

    `fields` are those of the series' numbers, `indices` where each label stands in them, `at` the numbers' places in
    another file; `places` are how many digits a table writes behind the mark.
    """

    labels: tuple[Leaf, ...]
    names: tuple[Leaf, ...]
    values: tuple[tuple[Decimal | None, ...], ...]
    fields: tuple[str, ...]
    indices: tuple[int, ...]
    at: tuple[tuple[Place | None, ...], ...] = ()
    unit: str = ""
    places: int | None = None
    notes: tuple[Note, ...] = ()


class Number(NamedTuple):
    """A number: exact, as the picture shows it, and with all its digits."""

    exact: Decimal
    leaf: Leaf
    full: str

    @property
    def value(self) -> float:
        """The number for a length or a place."""
        return float(self.exact)


class Series(NamedTuple):
    """One row of numbers with its name."""

    name: Leaf
    field: str  # of its numbers
    numbers: tuple[Number | None, ...]


class Content(NamedTuple):
    """A whole chart. `full` has the labels with all that is known of them, a day with its year.

    `times` are the places of labels that are times, as shares of the way from the first to the last; else it is empty.
    `slots` are their places in whole steps, `short` the labels below their `years`, where they are months of several.
    `adds` tells whether numbers may be put together, `is_ordered` whether the labels have an order of their own.
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
    short: tuple[str, ...]
    years: tuple[str, ...]
    slots: tuple[int, ...]
    highlight: str
    limit: int
    times: tuple[float, ...]
    is_ordered: bool
    adds: bool
    adds_surely: bool
    is_mirrored: bool
    form: Format
    words: Words[Shown, Said]
    notes: tuple[Note, ...] = ()


def content(spec: Chart, read: Reader) -> Content:
    """What the spec says, with the numbers of its table; raises SpecError with every mistake in them."""
    words = spoken(spec.lang, spec.labels if isinstance(spec.labels, Shown) else Shown())
    found = _found(spec, read)
    if problems := list(_mistakes(spec, found)):
        raise SpecError(*problems)
    found, moments, notes = timing.in_time(found, words.language, moves=spec.chart in ("line", "area"))
    unit = spec.unit or found.unit
    known = [value for values in found.values for value in values if value is not None]
    form = format_of(known, unit, words.language, found.places)
    series = tuple(_series(found, index, form) for index in range(len(found.names)))
    labels = moments.labels if moments else found.labels
    order = _order(_sort(spec, found), series, len(labels))
    in_time = moments if spec.sort in (None, "none") else None
    title = markup.plain(spec.title)
    words_seen = (title, spec.eyebrow, *(name.text for name in found.names), *(label.text for label in found.labels))
    return Content(
        name=title or words.said.chart,
        drawing=spec.chart,
        title=Leaf(spec.title, "title"),
        eyebrow=Leaf(spec.eyebrow, "eyebrow"),
        caption=Leaf(spec.caption, "caption"),
        unit=Leaf(unit if unit and not is_beside(unit) else "", "unit"),
        labels=tuple(labels[index] for index in order),
        full=tuple((moments.full if moments else [label.text for label in labels])[index] for index in order),
        series=tuple(each._replace(numbers=tuple(each.numbers[index] for index in order)) for each in series),
        short=in_time.short if in_time else (),
        years=in_time.years if in_time else (),
        slots=in_time.slots if in_time else (),
        highlight=_highlight(spec, found.labels, labels),
        limit=spec.limit,
        times=in_time.shares if in_time else (),
        is_ordered=bool(moments) or _has_order(found),
        adds=_adds(spec, found, unit) if spec.adds is None else spec.adds,
        adds_surely=spec.adds is not None or spec.chart in WHOLES,
        is_mirrored=is_mirrored(spec, words_seen),
        form=form,
        words=words,
        notes=(*words.notes, *found.notes, *notes, *_missing(spec, found)),
    )


def _found(spec: Chart, read: Reader) -> Found:
    if spec.data:
        from pipeline.kinds.chart.reading import found_in_table  # only a spec with a data file pays for this import

        return found_in_table(spec, read(spec.data, "data"))
    labels = spec.labels if isinstance(spec.labels, tuple) else ()
    return Found(
        labels=tuple(Leaf(label, f"labels[{index}]") for index, label in enumerate(labels)),
        names=tuple(Leaf(series.name, f"series[{index}].name") for index, series in enumerate(spec.series)),
        values=tuple(
            tuple(None if value is None else exact(value) for value in series.values) for series in spec.series
        ),
        fields=tuple(f"series[{index}].values" for index in range(len(spec.series))),
        indices=tuple(range(len(labels))),
    )


def _mistakes(spec: Chart, found: Found) -> Iterator[Problem]:
    """What is wrong with the numbers, wherever they come from."""
    for index, values in enumerate(found.values):
        if any(value is not None and value < 0 for value in values) and _is_whole(spec, found):
            name = found.names[index]
            about = f"series `{name}`: " if name.place else ""
            fact = f"{about}a {spec.chart} chart shows parts of a whole, found a value below 0"
            yield Problem(fact, name.place, "choose `chart: bar` or `chart: line`", found.fields[index])
    if spec.chart == "donut" and len(found.names) > 1:
        fact = f"a donut shows one series, found {len(found.names)}"
        hint = "choose `chart: stacked`, or "
        hint += "one column with `columns: {values: [...]}`" if spec.data else "remove the others"
        yield Problem(fact, found.names[1].place, hint, "series")
    names = {leaf.text for leaf in found.names}
    is_series = not spec.highlight or spec.highlight in names
    if not is_series and timing.place_of(spec.highlight, found.labels, spec.lang) is None:
        fact = f"there is no label and no series `{spec.highlight}`"
        yield Problem(fact, hint="write it as in the data", field="highlight")


def _missing(spec: Chart, found: Found) -> Iterator[Note]:
    """That numbers are missing in stacks, where nothing shows it: their sums are too small."""
    if spec.chart not in ("stacked", "area") or len(found.names) < 2:
        return
    gaps = [
        (label, name, found.at[series][at] if found.at else None)
        for series, (name, values) in enumerate(zip(found.names, found.values, strict=True))
        for at, (label, value) in enumerate(zip(found.labels, values, strict=True))
        if value is None
    ]
    if gaps:
        named = ", ".join(f"{name} of {label}" for label, name, _ in gaps[:MOST_MISSING])
        more = f" and {len(gaps) - MOST_MISSING} more" if len(gaps) > MOST_MISSING else ""
        fact = f"{counted(len(gaps), 'number')} missing in what is added up: {named}{more}"
        yield Note("values", fact, gaps[0][2], "series")


def _is_whole(spec: Chart, found: Found) -> bool:
    return spec.chart in WHOLES or (spec.chart == "area" and len(found.names) > 1)


def _series(found: Found, index: int, form: Format) -> Series:
    field, values = found.fields[index], found.values[index]
    places: Sequence[Place | None] = found.at[index] if found.at else (None,) * len(values)
    numbers = (
        None if value is None else Number(value, Leaf(form.shown(value), f"{field}[{at}]", place), form.full(value))
        for at, value, place in zip(found.indices, values, places, strict=True)
    )
    return Series(found.names[index], field, tuple(numbers))


def _sort(spec: Chart, found: Found) -> str:
    """The order that the spec asks for; the parts of a ring stand by their size unless they have an order."""
    if spec.sort is not None:
        return spec.sort
    return "down" if spec.chart == "donut" and not _has_order(found) else "none"


def _order(sort: str, series: Sequence[Series], count: int) -> Sequence[int]:
    """The labels in the order of their sums, or as they are written."""
    if sort == "none":
        return range(count)
    sums = [sum(number.exact for each in series if (number := each.numbers[at])) for at in range(count)]
    sign = -1 if sort == "down" else 1
    return sorted(range(count), key=lambda index: (sign * sums[index], index))


def _highlight(spec: Chart, written: Sequence[Leaf], shown: Sequence[Leaf]) -> str:
    """The highlighted label as it is shown; a series keeps its name."""
    at = timing.place_of(spec.highlight, written, spec.lang) if spec.highlight else None
    return spec.highlight if at is None else shown[at].text


def _has_order(found: Found) -> bool:
    from pipeline.reading.order import is_ordered

    return is_ordered([label.text for label in found.labels])


def _adds(spec: Chart, found: Found, unit: str) -> bool:
    """Whether the numbers are surely counts: whole, not below 0, without a sign, and nothing calls them an average."""
    if spec.chart in WHOLES:
        return True
    if unit == "%" or is_money(unit):
        return False
    known = [value for values in found.values for value in values if value is not None]
    if any(value < 0 or places_of(value) for value in known):
        return False
    from pipeline.prose import plain
    from pipeline.words import vocabulary

    averages = vocabulary("reading")["averages"]
    texts = (spec.title, spec.eyebrow, spec.caption, spec.unit, *(name.text for name in found.names))
    return not any(word in averages for text in texts for word in plain(text).split())
