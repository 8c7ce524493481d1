"""Keys and values -> the YAML of a spec, with a `# TODO` comment above each key that its author has to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from pipeline import source
from pipeline.drafting.text import LONGEST_WORD, clean, clipped

WIDTH = 110  # characters of a comment's line
_PLAIN = re.compile(r"[^\W\d_](?:[\w,’ –—“”„()/%.!?+'-]*[\w’”!?.)%])?")
_FLOW = re.compile(r"[^\W\d_](?:[\w’ –—()/%.!+'-]*[\w’!.)%])?")  # in a line of entries PyYAML takes `a?` for a key
_TODO = re.compile(r"[ \t]*# TODO (.*)")
_WORDS_OF_YAML = ("y", "n", "yes", "no", "on", "off", "true", "false", "null")

Scalar: TypeAlias = "str | int | float | bool | None"
Value: TypeAlias = "Scalar | list[Value] | Mapping[str, Value] | Noted | Todo | Hint"
Keys: TypeAlias = dict[str, Value]


class Noted(NamedTuple):
    """A value that its author has to look at, and why."""

    value: Value
    todo: str


class Todo(NamedTuple):
    """In the place of a value: what is for the author to write. The key is left out."""

    todo: str


class Hint(NamedTuple):
    """In the place of a value: what the author may write too. The key is left out, and nothing is left to do."""

    text: str


def write(keys: Keys, heading: str) -> str:
    """The YAML text: `heading` as comments, then the keys in their order."""
    comments = [f"# {line}" for line in _wrapped(heading)]
    return "\n".join([*comments, *_mapping(keys, "")]) + "\n"


def todos(text: str) -> list[tuple[int, str]]:
    """What a spec's author still has to do, each with its line, counted from 1; within a text it is a part of that."""
    lines = text.splitlines()
    found = [(at, todo[1]) for at, line in enumerate(lines, 1) if (todo := _TODO.fullmatch(line))]
    own = source.text_lines(text) if found else frozenset()
    return [(at, todo) for at, todo in found if at not in own]


def fitted(text: str, limit: int, word_limit: int = LONGEST_WORD) -> Value:
    """The text where it has no more than `limit` characters, else its beginning, noted with the whole."""
    whole, short = clean(text), clipped(text, limit, word_limit)
    return short if short == whole else Noted(short, f"shortened; the article says “{whole}”")


def _mapping(keys: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, value in keys.items():
        if isinstance(value, Noted | Todo):
            first, *more = _wrapped(f"TODO {value.todo}")
            yield f"{indent}# {first}"
            yield from (f"{indent}#   {line}" for line in more)
        elif isinstance(value, Hint):
            yield from (f"{indent}# {line}" for line in _wrapped(value.text))
        if not isinstance(value, Todo | Hint):
            yield from _entry(f"{indent}{key}:", value.value if isinstance(value, Noted) else value, indent)


def _entry(start: str, value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield start
        yield from _mapping(value, indent + "  ")
    elif isinstance(value, list) and not _is_short(value):
        yield start
        for each in value:
            yield from _listed(each, indent + "  ")
    elif isinstance(value, list):
        yield f"{start} [{', '.join(map(_in_flow, value))}]"
    else:
        yield f"{start} {scalar(value)}"


def _listed(value: Value, indent: str) -> Iterator[str]:
    """An entry of a list: its first key stands behind the dash, a note above it."""
    if isinstance(value, Noted):
        yield from (f"{indent}# {line}" for line in _wrapped(f"TODO {value.todo}"))
        yield from _listed(value.value, indent)
        return
    if not isinstance(value, Mapping):
        yield f"{indent}- {scalar(value)}"
        return
    lines = list(_mapping(value, indent + "  "))
    at = next(at for at, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (line[2:] for line in lines[:at])  # comments stand above the dash
    yield f"{indent}- {lines[at].lstrip()}"
    yield from lines[at + 1 :]


def _is_short(entries: list[Value]) -> bool:
    """Whether a list can stand in one line."""
    if sum(len(str(each)) + 2 for each in entries) > WIDTH - 20:
        return False
    return all(isinstance(each, int | float | None) or (isinstance(each, str) and len(each) <= 32) for each in entries)


def _in_flow(value: Value) -> str:
    written = scalar(value)
    return written if not isinstance(value, str) or _FLOW.fullmatch(written) else _quoted(value)


def scalar(value: Value) -> str:
    """A value as YAML writes it: text plain where it cannot be taken for something else, else in quotation marks."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}" if abs(value) < 1e6 else str(value)
    assert isinstance(value, str)
    is_plain = _PLAIN.fullmatch(value) and value.lower() not in _WORDS_OF_YAML
    return value if is_plain else _quoted(value)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _wrapped(text: str) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line
