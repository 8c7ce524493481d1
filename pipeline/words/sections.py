"""The catalogues' files, read section by section: a whole one takes ten times as long to read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeVar

from pipeline import files
from pipeline.patterns import Pattern
from pipeline.prose import plain_lines
from pipeline.schema import Part, build
from pipeline.source import parse

FOLDER = os.path.dirname(__file__)
SUFFIX = ".yaml"

_NEXT = Pattern(r"\n\w")  # the head of the next section; a newline is found faster than a line's beginning
_ENTRY = Pattern(r"^  \"?(\w+)\"?: *(.+)$", re.MULTILINE)

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
    written: dict[str, list[str]] = {}
    for tag in languages():
        _, text = _catalogue(tag)
        for name, words in _ENTRY.findall(text, *_span(text, section_name)):
            written.setdefault(name, []).append(words)
    return _Vocabulary({name: "|".join(words) for name, words in written.items()})


class _Vocabulary(Mapping[str, frozenset[str]]):
    """Words by their names; those of a name are brought into plain letters when they are first asked for."""

    def __init__(self, written: Mapping[str, str]) -> None:
        self._written = written
        self._known: dict[str, frozenset[str]] = {}

    def __getitem__(self, name: str) -> frozenset[str]:
        if name not in self._known:
            self._known[name] = frozenset(plain_lines(self._written[name].replace("|", "\n")))
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


@cache
def section(tag: str, name: str, model: type[PartT]) -> PartT:
    """One section of a language's catalogue as a `model`; raises SpecError with every mistake in it, at its line."""
    path, text = _catalogue(tag)
    start, end = _span(text, name)
    lines = "\n" * text.count("\n", 0, start)  # so that places are those in the file
    return build(parse(f"{lines}{text[start:end]}", path).child(name) or parse("{}", path), model)


@cache
def _catalogue(tag: str) -> tuple[str, str]:
    """The path of a language's catalogue, and its text."""
    path = os.path.join(FOLDER, tag + SUFFIX)
    return path, files.read(path, files.MOST_BYTES).decode()


def _span(text: str, section_name: str) -> tuple[int, int]:
    """Where a section stands in its catalogue, below the comment at the head; nowhere if it has none."""
    start = text.find(f"\n{section_name}:") + 1
    following = _NEXT.search(text, start) if start else None
    return (start, following.start() + 1 if following else len(text)) if start else (0, 0)
