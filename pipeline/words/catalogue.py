"""The catalogues: read section by section, an author's own words in place of those that a picture shows."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Generic, NamedTuple, TypeVar

from pipeline import files
from pipeline.errors import Problem, SpecError
from pipeline.notes import Note
from pipeline.prose import punctuated
from pipeline.schema import Part, build
from pipeline.source import parse
from pipeline.words.language import FOLDER, SUFFIX, Forms, Language, Text, find, languages

ENGLISH = Language("en", "en")

_SECTION = re.compile(r"\n(\w+):")  # below the comment at the head; a newline is found faster than a line's beginning
_ENTRY = re.compile(r"^  \"?(\w+)\"?: *(.+)$", re.MULTILINE)

ShownT = TypeVar("ShownT", bound=Part)
SaidT = TypeVar("SaidT", bound=Part)
PartT = TypeVar("PartT", bound=Part)


class NoWords(Part):
    """The words of a picture that shows none but its author's."""


class Words(NamedTuple, Generic[ShownT, SaidT]):
    """The words of a kind in one language: those that a picture shows, those that its alt text and description say.

    `own` are those of `shown` that the author wrote, the others being empty.
    """

    language: Language
    shown: ShownT
    said: SaidT
    own: ShownT
    notes: tuple[Note, ...] = ()


def words(section_name: str, lang: str, shown: type[ShownT], said: type[SaidT], labels: ShownT) -> Words[ShownT, SaidT]:
    """The words of a section in the language of a tag, else in English, with `labels` in place of those shown.

    Raises SpecError for labels with braces that nothing is put into.
    """
    language = find(lang)
    spoken = language or ENGLISH
    own = {name: _punctuated(text, lang) for name in labels.__struct_fields__ if (text := getattr(labels, name))}
    known = section(spoken.tag, f"{section_name}_shown", shown) if shown.__struct_fields__ else labels
    _check_placeholders(own, known)
    whole = shown(**{name: own.get(name) or getattr(known, name) for name in known.__struct_fields__})
    left = [name for name in known.__struct_fields__ if name not in own]
    notes = () if language else (_english(lang, left),)
    return Words(spoken, whole, section(spoken.tag, f"{section_name}_said", said), shown(**own), notes)


@cache
def vocabulary(section_name: str) -> Mapping[str, frozenset[str]]:
    """The words of all languages by which a reader knows something: `name: word|word` in a section, in plain letters.

    The lines are read as they stand: a tenth of what YAML takes, and a table of a person's asks for every language.
    """
    found: dict[str, set[str]] = {}
    for tag in languages():
        if section_name in _sections(tag):
            _, text, start, end = _sections(tag)[section_name]
            for name, words in _ENTRY.findall(text, start, end):
                found.setdefault(name, set()).update(words.strip().split("|"))
    return {name: frozenset(words) for name, words in found.items()}


@cache
def section(tag: str, name: str, model: type[PartT]) -> PartT:
    """One section of a language's catalogue as a `model`; raises SpecError with every mistake in it, at its line."""
    path, text, start, end = _sections(tag)[name]
    lines = "\n" * text.count("\n", 0, start)  # so that places are those in the file
    return build(parse(f"{lines}{text[start:end]}", path).child(name) or parse("{}", path), model)


@cache
def _sections(tag: str) -> dict[str, tuple[str, str, int, int]]:
    """Where each section of a catalogue stands: a whole one takes ten times as long to read."""
    path = os.path.join(FOLDER, tag + SUFFIX)
    text = files.read(path, files.MOST_BYTES).decode()
    starts = [(found[1], found.start(1)) for found in _SECTION.finditer(text)]
    ends = [start for _, start in starts[1:]] + [len(text)]
    return {name: (path, text, start, end) for (name, start), end in zip(starts, ends, strict=True)}


def _check_placeholders(own: Mapping[str, Text], known: Part) -> None:
    """Raise SpecError for an author's own words with braces that nothing is put into."""
    problems = []
    for name, text in own.items():
        allowed = {each for form in _forms(getattr(known, name)) for each in _braces(form) or ()}
        expected = ", ".join(f"`{{{each}}}`" for each in sorted(allowed)) or "no braces"
        for form in _forms(text):
            found = _braces(form)
            if found is None or not found <= allowed:
                problems.append(Problem(f"expected {expected}, found `{form}`", field=f"labels.{name}"))
    if problems:
        raise SpecError(*problems)


def _punctuated(text: Text, lang: str) -> Text:
    if isinstance(text, str):
        return punctuated(text, lang)
    return Forms(**{name: punctuated(getattr(text, name), lang) for name in text.__struct_fields__})


def _forms(text: Text) -> list[str]:
    return [text] if isinstance(text, str) else [getattr(text, name) for name in text.__struct_fields__]


def _braces(form: str) -> set[str] | None:
    """The names in the braces of a text, or None where something else stands in them."""
    try:
        found = [each for each in Formatter().parse(form) if each[1] is not None]
    except ValueError:
        return None
    return None if any(spec or conversion for _, _, spec, conversion in found) else {str(each[1]) for each in found}


def _english(lang: str, names: list[str]) -> Note:
    """That there is no catalogue, and which words stay English."""
    shown = f"the labels {', '.join(names)}, " if names else ""
    fact = f"there are no words for `lang: {lang}`: {shown}the alt text and the description stay English"
    way_out = "write your own under `labels` and `alt`" if names else "write your own under `alt`"
    return Note("words", f"{fact}; {way_out}", field="lang")
