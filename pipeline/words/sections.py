"""The catalogues' files, read section by section: a whole one takes ten times as long to read."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from pipeline import files
from pipeline.patterns import Pattern
from pipeline.prose import plain
from pipeline.schema import Part, build
from pipeline.source import parse

FOLDER = os.path.dirname(__file__)
SUFFIX = ".yaml"

_SECTION = Pattern(r"\n(\w+):")  # below the comment at the head; a newline is found faster than a line's beginning
_ENTRY = re.compile(r"^  \"?(\w+)\"?: *(.+)$", re.MULTILINE)

PartT = TypeVar("PartT", bound=Part)


@cache
def languages() -> tuple[str, ...]:
    """The tags of all catalogues."""
    return tuple(sorted(name.removesuffix(SUFFIX) for name in os.listdir(FOLDER) if name.endswith(SUFFIX)))


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
                found.setdefault(name, set()).update(map(plain, words.strip().split("|")))
    return {name: frozenset(words) for name, words in found.items()}


@cache
def section(tag: str, name: str, model: type[PartT]) -> PartT:
    """One section of a language's catalogue as a `model`; raises SpecError with every mistake in it, at its line."""
    path, text, start, end = _sections(tag)[name]
    lines = "\n" * text.count("\n", 0, start)  # so that places are those in the file
    return build(parse(f"{lines}{text[start:end]}", path).child(name) or parse("{}", path), model)


@cache
def _sections(tag: str) -> dict[str, tuple[str, str, int, int]]:
    """Where each section of a catalogue stands."""
    path = os.path.join(FOLDER, tag + SUFFIX)
    text = files.read(path, files.MOST_BYTES).decode()
    starts = [(found[1], found.start(1)) for found in _SECTION.finditer(text)]
    ends = [start for _, start in starts[1:]] + [len(text)]
    return {name: (path, text, start, end) for (name, start), end in zip(starts, ends, strict=True)}
