"""What a picture of steps says: where it starts, the steps, and what they lead to."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.beside import Reader
from pipeline.content import Leaf
from pipeline.kinds.steps.icons import Icon
from pipeline.kinds.steps.spec import Step, Steps
from pipeline.kinds.steps.words import Said, Shown, spoken
from pipeline.layout.page import is_mirrored
from pipeline.notes import Note
from pipeline.prose import one_line
from pipeline.typography import markup
from pipeline.words import Words


class Numbered(NamedTuple):
    """One step, with its number in the digits of the language."""

    number: str
    title: Leaf
    detail: Leaf
    duration: Leaf
    icon: Icon | None


class Content(NamedTuple):
    """All of it."""

    name: str
    title: Leaf
    eyebrow: Leaf
    start: Leaf
    steps: tuple[Numbered, ...]
    result: Leaf
    total: Leaf
    total_note: Leaf
    is_mirrored: bool
    words: Words[Shown, Said]
    notes: tuple[Note, ...] = ()


def content(spec: Steps, read: Reader) -> Content:
    """What the spec says."""
    words = spoken(spec.lang, spec.labels)
    numbers = map(words.language.whole, range(1, len(spec.steps) + 1))
    fields = (f"steps[{at}]" for at in range(len(spec.steps)))
    titles = [step if isinstance(step, str) else step.title for step in spec.steps]
    return Content(
        name=one_line(markup.plain(spec.title)) or words.language.counted(words.said.count, len(titles)),
        title=Leaf(spec.title.strip(), "title"),
        eyebrow=Leaf(one_line(spec.eyebrow), "eyebrow"),
        start=Leaf(one_line(spec.start), "start"),
        steps=tuple(map(_numbered, spec.steps, numbers, fields)),
        result=Leaf(one_line(spec.result), "result"),
        total=Leaf(one_line(spec.total), "total"),
        total_note=Leaf(one_line(spec.total_note), "total_note"),
        is_mirrored=is_mirrored(spec, (spec.title, spec.eyebrow, spec.start, *titles, spec.result)),
        words=words,
        notes=words.notes,
    )


def _numbered(step: str | Step, number: str, field: str) -> Numbered:
    if isinstance(step, str):
        return Numbered(number, Leaf(one_line(step), field), Leaf("", field), Leaf("", field), None)
    title, detail, duration = (
        Leaf(one_line(getattr(step, name)), f"{field}.{name}") for name in ("title", "detail", "duration")
    )
    return Numbered(number, title, detail, duration, step.icon)
