"""What a chart points out: the labels and series that stand out, notes at single marks, and a number to reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipeline.content import Leaf
from pipeline.errors import Problem, enumerated, nearest_first
from pipeline.kinds.chart import spec as written
from pipeline.kinds.chart import timing
from pipeline.kinds.chart.numbers import Format, exact, places_of
from pipeline.kinds.chart.spec import STACKS, Chart

if TYPE_CHECKING:
    from pipeline.kinds.chart.content import Material, Series

_MOST_NAMED = 8


class Annotation(NamedTuple):
    """A note, and the mark it is about: a label, and a series unless it is about all of a stack."""

    text: Leaf
    label: int
    series: int | None


class Target(NamedTuple):
    """A number to reach: its name and itself as the picture has them, and with all its digits."""

    value: float
    name: str
    number: str
    full: str
    leaf: Leaf


def highlighted(spec: Chart) -> tuple[str, ...]:
    """The labels and series that are to stand out, as they are written."""
    return tuple(filter(None, (spec.highlight,) if isinstance(spec.highlight, str) else spec.highlight))


def highlight(spec: Chart, labels: Sequence[Leaf], shown: Sequence[Leaf]) -> tuple[str, ...]:
    """The highlighted labels as they are shown; series keep their names."""
    places = [(text, timing.place_of(text, labels, spec.lang, spec.date_format)) for text in highlighted(spec)]
    return tuple(text if at is None else shown[at].text for text, at in places)


def placed(spec: Chart, material: Material, labels: Sequence[Leaf], series: Sequence[Series]) -> tuple[Annotation, ...]:
    """The notes of the spec, each at its place among the labels as they are shown."""
    fields, found = [label.field for label in labels], []
    for index, note in enumerate(spec.annotate):
        at = timing.place_of(note.at, material.labels, spec.lang, spec.date_format)
        assert at is not None  # `mistakes` were raised before
        label = fields.index(material.labels[at].field)
        leaf = Leaf(note.text, f"annotate[{index}].text")
        found.append(Annotation(leaf, label, _series_of(note, [each.name.text for each in series])))
    return tuple(found)


def target(spec: Chart, form: Format, word: str) -> Target | None:
    """The number to reach, with as many digits as its author gave it; without a name of its own it has this word."""
    if spec.target is None:
        return None
    given = spec.target if isinstance(spec.target, written.Target) else written.Target(value=spec.target)
    value, name = exact(given.value), given.label.strip() or word
    number = form._replace(places=max(form.places, places_of(value))).shown(value)
    return Target(given.value, name, number, form.full(value), Leaf(f"{name} {number}", "target"))


def mistakes(spec: Chart, material: Material) -> Iterator[Problem]:
    """What is pointed out and is not there, or twice."""
    names = [each.name.text for each in material.series]
    for index, text in enumerate(highlighted(spec)):
        field = "highlight" if isinstance(spec.highlight, str) else f"highlight[{index}]"
        if text in highlighted(spec)[:index]:
            yield Problem(f"`{text}` is there twice", hint="remove one", field=field)
        elif text not in names and timing.place_of(text, material.labels, spec.lang, spec.date_format) is None:
            known = [*(label.text for label in material.labels), *names]
            hint = nearest_first(text, known, "write it as in the data")
            yield Problem(f"there is no label and no series `{text}`", hint=hint, field=field)
    marks: set[tuple[int, int | None]] = set()
    for index, note in enumerate(spec.annotate):
        yield from _misplaced(spec, material, note, f"annotate[{index}]", marks)


def _misplaced(
    spec: Chart, material: Material, note: written.Annotation, field: str, marks: set[tuple[int, int | None]]
) -> Iterator[Problem]:
    """What is wrong with the place of a note; a right one joins the `marks` that have a note."""
    names, labels = [each.name.text for each in material.series], [label.text for label in material.labels]
    at, series = timing.place_of(note.at, material.labels, spec.lang, spec.date_format), _series_of(note, names)
    if at is None:
        hint = nearest_first(note.at, labels, f"labels are {enumerated(labels, _MOST_NAMED)}")
        yield Problem(f"there is no label `{note.at}`", hint=hint, field=f"{field}.at")
    listed = f"series are {enumerated(names, _MOST_NAMED)}"
    if note.series and note.series not in names:
        hint = nearest_first(note.series, names, listed)
        yield Problem(f"there is no series `{note.series}`", hint=hint, field=f"{field}.series")
    elif series is None and spec.chart not in STACKS and names:
        fact = f"`{note.at}` has a mark of each series, and the note names none"
        yield Problem(fact, hint=f"add `series`; {listed}", field=field)
    elif at is not None:
        rows = material.series if series is None else material.series[series : series + 1]
        if all(row.cells[at][0] is None for row in rows):
            yield Problem(f"`{note.at}` has no number to point at", hint="choose another mark", field=f"{field}.at")
        if (at, series) in marks:
            yield Problem("this mark has a note already", hint="put both into one, or choose another", field=field)
        marks.add((at, series))


def _series_of(note: written.Annotation, names: Sequence[str]) -> int | None:
    """Which series a note is about; None where it is about all of a stack, or none is known."""
    if note.series:
        return names.index(note.series) if note.series in names else None
    return 0 if len(names) == 1 else None
