"""The catalogues' files, read section by section: a whole one takes ten times as long to read."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
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
    entries = [entry for tag in languages() for entry in _entries(tag, section_name)]
    known = iter(plain_lines("\n".join(words for _, words in entries).replace("|", "\n")))
    found: dict[str, set[str]] = {}
    for name, words in entries:
        found.setdefault(name, set()).update(islice(known, words.count("|") + 1))
    return {name: frozenset(words) for name, words in found.items()}


def _entries(tag: str, section_name: str) -> list[tuple[str, str]]:
    """The lines of a language's section: a name and the words that stand behind it."""
    _, text = _catalogue(tag)
    return _ENTRY.findall(text, *_span(text, section_name))


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
