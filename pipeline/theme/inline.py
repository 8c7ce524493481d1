"""Themes that a spec holds itself, under `theme` or `themes`: taken out of it, so that what is left are names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from pipeline import project
from pipeline.errors import Problem, SpecError
from pipeline.source import Node

OWN = "own"
"""What a theme in a spec is called that has no name."""

_NAME = r"[A-Za-z0-9][A-Za-z0-9_-]*"  # it becomes part of a file's name


def taken(node: Node) -> tuple[Node, dict[str, Node]]:
    """A spec whose `themes` are names, and the themes that it held, by name.

    `theme: x` is `themes: [x]`. Raises SpecError for both in one file, and for two themes of one name.
    """
    if not isinstance(node.value, dict) or not {"theme", "themes"} & node.value.keys():
        return node, {}
    written = _written(node)
    entries = written.value if isinstance(written.value, tuple) else (written,)
    own: dict[str, Node] = {}
    named: list[Node] = []
    problems: list[Problem] = []
    for entry in entries:
        if isinstance(entry.value, dict):
            name = _name(entry)
            problems += _problems(entry, name, own)
            own[name] = entry
            entry = Node(name, entry.place, entry.key_place, name)
        named.append(entry)
    if problems:
        raise SpecError(*problems)
    keys = {key: child for key, child in node.value.items() if key != "theme"}
    listed = written._replace(value=tuple(named)) if own or isinstance(written.value, tuple) else written
    return node._replace(value=keys | {"themes": listed}), own


def check_name(name: str) -> None:
    """Raise SpecError for a name that no theme may have."""
    if not re.fullmatch(_NAME, name):
        raise SpecError(_bad_name(name))


def _bad_name(name: str) -> Problem:
    fact = f"theme: expected a name of letters, digits, `-` and `_`, found `{name}`"
    return Problem(fact, hint="it becomes part of the pictures' names")


def _written(node: Node) -> Node:
    """What stands under `theme` or `themes`; that of the spec itself where the other one is a default."""
    one, several = node.child("theme"), node.child("themes")
    if one is not None and isinstance(one.value, tuple):
        raise SpecError(
            Problem("theme: expected a name or a mapping, found a list", one.place, "`themes` takes a list")
        )
    if one is None or several is None:
        return one or several or node
    own = [each for each in (one, several) if os.path.basename(each.place.path) != project.DEFAULTS]
    if len(own) == 1:
        return own[0]
    place = one.key_place or one.place
    raise SpecError(Problem("expected `theme` or `themes`, found both", place, "remove one of the two"))


def _name(entry: Node) -> str:
    name = entry.child("name")
    return (name.text or str(name.value)) if name else OWN


def _problems(entry: Node, name: str, own: dict[str, Node]) -> Iterator[Problem]:
    written = entry.child("name")
    place = written.place if written else entry.place
    if not re.fullmatch(_NAME, name):
        yield _bad_name(name)._replace(place=place)
    if name in own:
        yield Problem(f"theme: two themes are called `{name}`", place, "give one of them a `name` of its own")
