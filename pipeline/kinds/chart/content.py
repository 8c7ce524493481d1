"""What a chart says, before its drawing is known: labels in their order, series of numbers, how they are written.

the spec's own numbers --+
                         +--> Material --> put in time, sorted, written out --> Content
a table beside it -------+
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from pipeline.beside import Reader
from pipeline.content import Leaf
from pipeline.errors import Place, Problem, SpecError, enumerated
from pipeline.kinds.chart import emphasis, timing
from pipeline.kinds.chart.emphasis import Annotation, Target
from pipeline.kinds.chart.numbers import Format, exact, format_of, is_beside, places_of
from pipeline.kinds.chart.spec import WHOLES, Chart
from pipeline.kinds.chart.timing import Moments, Timeline
from pipeline.kinds.chart.words import SECTION, Said, Shown
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.prose import counted, one_line
from pipeline.reading.currencies import is_money
from pipeline.typography import markup
from pipeline.words import Words
from pipeline.words import words as of_catalogue

MOST_MISSING = 8  # numbers that are named in a note


Cell: TypeAlias = tuple[Decimal | None, Place | None]  # a number, if there is one, and its place in another file


class Written(NamedTuple):
    """One series as it is written."""

    name: Leaf
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
        return [value for each in self.series for value, _ in each.cells if value is not None]


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
    def counted(self) -> Leaf:
        """What the numbers are: their unit, or the name of the only series."""
        return self.series[0].name if not self.unit and len(self.series) == 1 else self.unit

    @property
    def is_highlight_warm(self) -> bool:
        """Whether the highlight has the warm colour: a note elsewhere is the one warm thing of a picture."""
        noted = {self.labels[each.label].text for each in self.annotations}
        noted |= {self.series[each.series].name.text for each in self.annotations if each.series is not None}
        return not noted or noted.issuperset(self.highlight)


def content(spec: Chart, read: Reader) -> Content:
    """What the spec says, with the numbers of its table; raises SpecError with every mistake in them."""
    from pipeline.reading.order import is_ordered

    labels_shown = spec.labels if isinstance(spec.labels, Shown) else Shown()
    words = of_catalogue(SECTION, spec.lang, Shown, Said, labels_shown)
    material = _material(spec, read)
    problems = list(_mistakes(spec, material))
    pointed = emphasis.pointed_out(spec, material, problems)
    if problems:
        raise SpecError(*problems)
    moves = spec.chart in ("line", "area")
    moments = timing.in_time(material.labels, words.language, spec.date_format, moves=moves)
    has_order = moments.are_times or is_ordered([each.text for each in material.labels])
    unit = spec.unit or material.unit
    form = format_of(material.values, unit, words.language, material.places)
    numbers = [_numbers(each, f"series[{at}].values", form) for at, each in enumerate(material.series)]
    places = _places(spec, material, moments, has_order=has_order)
    labels = tuple(moments.labels[at] for at in places)
    series = tuple(
        Series(each.name, f"series[{index}].values", tuple(numbers[index][at] for at in places))
        for index, each in enumerate(material.series)
    )
    title = markup.plain(spec.title)
    words_seen = (title, spec.eyebrow, *(each.name.text for each in series), *(label.text for label in material.labels))
    result = Content(
        name=title or words.said.chart,
        drawing=spec.chart,
        title=Leaf(spec.title, "title"),
        eyebrow=Leaf(spec.eyebrow, "eyebrow"),
        caption=Leaf(spec.caption, "caption"),
        unit=Leaf(unit if unit and not is_beside(unit) else "", "unit"),
        labels=labels,
        full=tuple(one_line(moments.full[at]) for at in places),
        series=series,
        time=moments.timeline if spec.sort in (None, "none") else Timeline(),
        highlight=tuple(at if isinstance(at, str) else moments.labels[at].text for at in pointed.highlight),
        annotations=tuple(note._replace(label=places.index(note.label)) for note in pointed.notes),
        target=emphasis.target(spec, form, words.shown.target),
        has_totals=spec.totals,
        limit=spec.limit,
        is_ordered=has_order,
        adds=_adds(spec, material, unit) if spec.adds is None else spec.adds,
        adds_surely=spec.adds is not None or spec.chart in WHOLES,
        is_mirrored=is_mirrored(spec, words_seen),
        form=form,
        words=words,
        notes=(
            *words.notes,
            *material.notes,
            *moments.notes,
            *_missing(spec, material, moments),
            *_no_whole(spec, material, unit),
        ),
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
    rows = [tuple((None if value is None else exact(value), None) for value in each.values) for each in spec.series]
    names = [Leaf(each.name, f"series[{index}].name") for index, each in enumerate(spec.series)]
    leaves = tuple(Leaf(label, f"labels[{index}]") for index, label in enumerate(labels))
    return Material(leaves, tuple(map(Written, names, rows)))


def _mistakes(spec: Chart, material: Material) -> Iterator[Problem]:
    """What is wrong with the numbers, wherever they come from."""
    series = material.series
    is_whole = spec.chart in WHOLES or (spec.chart == "area" and len(series) > 1)
    for index, (name, cells) in enumerate(series if is_whole else ()):
        if any(value is not None and value < 0 for value, _ in cells):
            about = f"series `{name}`: " if name.place else ""
            fact = f"{about}a {spec.chart} chart shows parts of a whole, found a value below 0"
            yield Problem(fact, name.place, "choose `chart: bar` or `chart: line`", f"series[{index}].values")
    if spec.chart == "donut" and len(series) > 1:
        fact = f"a donut shows one series, found {len(series)}"
        hint = "choose `chart: stacked`, or "
        hint += "one column with `columns: {values: [...]}`" if spec.data else "remove the others"
        yield Problem(fact, series[1].name.place, hint, "series")


def _no_whole(spec: Chart, material: Material, unit: str) -> Iterator[Note]:
    """That a drawing of parts of a whole shows what is none: averages, or per cents of more or less than all."""
    if spec.chart not in WHOLES or spec.adds is not None:
        return
    whole = sum(material.values, Decimal(0))
    averages = [each.name for each in material.series if _is_average(each.name.text)]
    if averages and unit != "%" and whole != 100:
        fact = (
            f"a {spec.chart} chart adds up its numbers, which `{averages[0]}` may not allow: `adds: true` says it does"
        )
        yield Note("values", fact, averages[0].place, "series")
    if spec.chart == "donut" and unit == "%":
        places = material.places if material.places is not None else max(map(places_of, material.values), default=0)
        if abs(whole - 100) > len(material.values) * Decimal("0.5").scaleb(-places):
            place = material.series[0].name.place
            yield Note("values", f"the parts add up to {whole} %, not to 100 %", place, "series")


def _missing(spec: Chart, material: Material, moments: Moments) -> Iterator[Note]:
    """That numbers are missing in stacks, where nothing shows it: their sums are too small."""
    if spec.chart not in ("stacked", "area") or len(material.series) < 2:
        return
    gaps = [(each, at) for each in material.series for at in moments.order if each.cells[at][0] is None]
    if gaps:
        named = enumerated([f"{each.name} of {material.labels[at]}" for each, at in gaps], MOST_MISSING)
        fact = f"{counted(len(gaps), 'number')} missing from what is added up: {named}"
        first, at = gaps[0]
        yield Note("values", fact, first.cells[at][1], "series")


def _numbers(series: Written, field: str, form: Format) -> list[Number | None]:
    leaves = [Leaf("", f"{field}[{at}]", place) for at, (_, place) in enumerate(series.cells)]
    return [
        None if value is None else Number(value, leaf._replace(text=form.shown(value)), form.full(value))
        for leaf, (value, _) in zip(leaves, series.cells, strict=True)
    ]


def _places(spec: Chart, material: Material, moments: Moments, *, has_order: bool) -> Sequence[int]:
    """The labels in time, or by their sums; the parts of a ring stand by their size unless they have an order."""
    sort = spec.sort or ("down" if spec.chart == "donut" and not has_order else "none")
    if sort == "none":
        return moments.order
    sums = [sum(cells[at][0] or 0 for _, cells in material.series) for at in range(len(material.labels))]
    return sorted(moments.order, key=lambda at: -sums[at] if sort == "down" else sums[at])


def _adds(spec: Chart, material: Material, unit: str) -> bool:
    """Whether the numbers are surely counts: whole, not below 0, without a sign, and nothing calls them an average."""
    if spec.chart in WHOLES:
        return True
    if unit == "%" or is_money(unit):
        return False
    if any(value < 0 or places_of(value) for value in material.values):
        return False
    texts = (spec.title, spec.eyebrow, spec.caption, spec.unit, *(each.name.text for each in material.series))
    return not any(map(_is_average, texts))


def _is_average(text: str) -> bool:
    """Whether a word of a text says that numbers cannot be added up: an average, a price, a rate."""
    from pipeline.prose import plain
    from pipeline.words import vocabulary

    averages = vocabulary("reading")["averages"]
    return any(word in averages for word in plain(text).split())
