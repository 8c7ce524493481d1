"""A first spec of each kind: its starter.yaml, with what each key means written above it from the schema.

starter.yaml        text: Every *word* counts.        what is written is used
                    #role: Editor                     what is optional is there to be used
becomes             # The quote; *one word* may be emphasised.
                    text: Every *word* counts.

    # What the author is or does.
                    #role: Editor
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from functools import reduce
from operator import getitem
from textwrap import wrap
from typing import Any, NamedTuple

from pipeline import files, kinds, project, source
from pipeline.authoring import schemas
from pipeline.rendering import Visual, understood

FILE = "starter.yaml"
_SHARED = os.path.join(os.path.dirname(__file__), FILE)  # the keys of every kind
_KEY = re.compile(r"(?P<outer> *)(?P<off>#?)(?P<inner> *)(?P<dash>- )?(?P<name>\w+):(?: |$)")
_MEASURE = 100  # characters
_MOST_CHOICES = 14


class _Line(NamedTuple):
    """A line of a starter that begins with a key: the key, how deep it stands, and what stands before its comment."""

    name: str
    depth: int
    before: str


def starter(kind: str, home: str = "", decided: Collection[str] = ()) -> str:
    """The text of a first spec of a kind, which must be one of `kinds.names(home)`; it makes a picture as it is.

    The keys that the project has `decided` are left to it: they stand there to be used. Raises SpecError for a custom
    kind that has no starter.
    """
    head = [
        f"# {kinds.load(kind, home).summary}",
        "# Where a `#` stands right before a key, the key is optional: remove the `#` to use it.",
    ]
    return (
        "\n".join(
            [*head, *_explained([_left_to(decided, line) for line in _lines(kind, home)], schemas.of_kind(kind, home))]
        )
        + "\n"
    )


def visual(kind: str) -> Visual:
    """The starter of a kind, ready to be rendered as if it lay in the specs/ of the current folder."""
    path = os.path.join(project.SPECS, f"{kind}{project.SUFFIXES[0]}")
    return understood(source.parse(starter(kind), path), path)


def _lines(kind: str, home: str) -> list[str]:
    """The lines of a kind's own starter, then those of the keys that all kinds share and it does not show itself."""
    own = _read(kinds.starter_file(kind, home))
    shown = {line.name for line in map(_parsed, own) if line and not line.depth}
    shared = [line for line in _read(_SHARED) if (key := _parsed(line)) is None or key.name not in shown]
    return own + shared


def _left_to(decided: Collection[str], line: str) -> str:
    return f"#{line}" if line.partition(":")[0] in decided else line


def _read(path: str) -> list[str]:
    return files.read(path, files.MOST_BYTES).decode().splitlines()


def _explained(lines: list[str], schema: dict[str, Any]) -> Iterator[str]:
    """The lines, each key with what it means above it, where it stands for the first time."""
    way: list[_Line] = []
    told: set[tuple[str, ...]] = set()
    for line in lines:
        key = _parsed(line)
        if key is not None:
            while way and way[-1].depth >= key.depth:
                way.pop()
            way.append(key)
            names = tuple(each.name for each in way)
            if not key.depth:
                yield ""
            if names not in told:
                told.add(names)
                yield from _comment(_meaning(schema, names), key.before)
        yield line


def _parsed(line: str) -> _Line | None:
    match = _KEY.match(line)
    if match is None:
        return None
    dash = match["dash"] or ""
    depth = len(match["outer"]) + len(match["inner"]) + len(dash)
    within = match["off"] + match["inner"] if match["inner"] else ""  # what stands in a block that is not used
    return _Line(match["name"], depth, match["outer"] + within)


def _comment(meaning: str, before: str) -> Iterator[str]:
    for line in wrap(meaning, _MEASURE - len(before), break_on_hyphens=False):
        yield f"{before}# {line}"


def _meaning(schema: dict[str, Any], names: tuple[str, ...]) -> str:
    """What a key means and which words it may be; raises StopIteration for a key that the schema does not have."""
    part = schema
    for name in names:
        homes = (each["properties"] for each in _forms(part, schema) if name in each.get("properties", {}))
        part = next(homes)[name]
    forms = list(_forms(part, schema))
    described = part.get("description") or next((each["description"] for each in forms if "description" in each), "")
    choices = [str(choice) for each in forms for choice in each.get("enum", ())]
    if 1 < len(choices) <= _MOST_CHOICES and not all(choice in described for choice in choices):
        return f"{described} One of {', '.join(dict.fromkeys(choices))}."
    return described


def _forms(part: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every form that a value may take: references followed, alternatives and the entries of lists one by one."""
    yield part
    if "$ref" in part:
        yield from _forms(reduce(getitem, part["$ref"].removeprefix("#/").split("/"), schema), schema)
    for each in (*part.get("anyOf", ()), *([part["items"]] if isinstance(part.get("items"), dict) else ())):
        yield from _forms(each, schema)
