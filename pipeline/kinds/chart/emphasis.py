"""What a chart points out: the labels and series that stand out, notes at single marks, and a number to reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pipeline.content import Leaf
from pipeline.errors import Problem, enumerated, nearest_first
from pipeline.kinds.chart import spec as written
from pipeline.kinds.chart import timing
from pipeline.kinds.chart.numbers import Format, exact, places_of
from pipeline.kinds.chart.spec import STACKS, Chart

if TYPE_CHECKING:
    from pipeline.kinds.chart.content import Material

_MOST_NAMED = 8


class Annotation(NamedTuple):
    """A note, and the mark it is about: a label, and a series unless it is about all of a stack."""

    text: Leaf
    label: int
    series: int | None


class Pointed(NamedTuple):
    """Highlighted labels, by their places, or names of series; and notes, by the places of their labels."""

    highlight: tuple[int | str, ...]
    notes: tuple[Annotation, ...]


class Target(NamedTuple):
    """A number to reach: its name and itself as the picture has them, and with all its digits."""

    value: float
    name: str
    number: str
    full: str
    leaf: Leaf


def target(spec: Chart, form: Format, word: str) -> Target | None:
    """The number to reach, with as many digits as its author gave it; without a name of its own it has this word."""
    if spec.target is None:
        return None
    given = spec.target if isinstance(spec.target, written.Target) else written.Target(value=spec.target)
    value, name = exact(given.value), given.label.strip() or word
    number = form._replace(places=max(form.places, places_of(value))).shown(value)
    return Target(given.value, name, number, form.full(value), Leaf(f"{name} {number}", "target"))


def pointed_out(spec: Chart, material: Material, problems: list[Problem]) -> Pointed:
    """What a spec points out among its labels as they are written; what is not there, or twice, goes to `problems`."""
    names, labels = [each.name.text for each in material.series], [label.text for label in material.labels]
    find = partial(timing.place_of, labels=material.labels, lang=spec.lang, date_format=spec.date_format)
    is_one, highlight = isinstance(spec.highlight, str), list[int | str]()
    wanted = [text for text in ((spec.highlight,) if isinstance(spec.highlight, str) else spec.highlight) if text]
    for index, text in enumerate(wanted):
        at, field = find(text), "highlight" if is_one else f"highlight[{index}]"
        if text in wanted[:index]:
            problems.append(Problem(f"`{text}` is there twice", hint="remove one", field=field))
        elif at is None and text not in names:
            hint = nearest_first(text, [*labels, *names], "write it as in the data")
            problems.append(Problem(f"there is no label and no series `{text}`", hint=hint, field=field))
        highlight.append(text if at is None else at)
    notes: list[Annotation] = []
    for index, note in enumerate(spec.annotate):
        at, field = find(note.at), f"annotate[{index}]"
        if at is None:
            hint = nearest_first(note.at, labels, f"labels are {enumerated(labels, _MOST_NAMED)}")
            problems.append(Problem(f"there is no label `{note.at}`", hint=hint, field=f"{field}.at"))
        series = (
            names.index(note.series) if note.series in names else 0 if len(names) == 1 and not note.series else None
        )
        placed = Annotation(Leaf(note.text, f"{field}.text"), -1 if at is None else at, series)
        problems += _misplaced(spec, material, note, placed, notes)
        notes.append(placed)
    return Pointed(tuple(highlight), tuple(notes))


def _misplaced(
    spec: Chart, material: Material, note: written.Annotation, placed: Annotation, others: Sequence[Annotation]
) -> Iterator[Problem]:
    """What is wrong with the place of a note beside others."""
    names, (leaf, at, series) = [each.name.text for each in material.series], placed
    field, listed = leaf.field.removesuffix(".text"), f"series are {enumerated(names, _MOST_NAMED)}"
    if note.series and note.series not in names:
        hint = nearest_first(note.series, names, listed)
        yield Problem(f"there is no series `{note.series}`", hint=hint, field=f"{field}.series")
    elif series is None and spec.chart not in STACKS and names:
        fact = f"`{note.at}` has a mark of each series, and the note names none"
        yield Problem(fact, hint=f"add `series`; {listed}", field=field)
    elif at >= 0:
        rows = material.series if series is None else material.series[series : series + 1]
        if all(row.cells[at][0] is None for row in rows):
            yield Problem(f"`{note.at}` has no number to point at", hint="choose another mark", field=f"{field}.at")
        if any(each[1:] == placed[1:] for each in others):
            yield Problem("this mark has a note already", hint="put both into one, or choose another", field=field)
