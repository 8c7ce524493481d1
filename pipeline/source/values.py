"""A spec from a program: plain values as nodes, each taken as it is; no text in them is read as YAML."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from os import PathLike, fspath
from typing import Any

from pipeline.errors import Place, Problem, SpecError
from pipeline.source.node import Node
from pipeline.source.parsing import MAX_DEPTH, normal, resolve, stray_character


def of_values(value: Any, path: str, field: str = "", depth: int = 0) -> Node:
    """The node of a mapping, a list, a text, a number, a truth, a day, a path or None; `path` names where it is from.

    Raises SpecError for anything else, naming its field.
    """
    place = Place(path, 0, 0)
    if depth > MAX_DEPTH:
        raise _refused(f"more than {MAX_DEPTH} lists and mappings in one another", "a spec", place, field)
    if isinstance(value, Mapping):
        return Node(
            {_key(key, place, field): _below(held, path, f"{field}.{key}", depth) for key, held in value.items()},
            place,
            place,
        )
    if isinstance(value, list | tuple):
        entries = (_below(held, path, f"{field}[{index}]", depth) for index, held in enumerate(value))
        return Node(tuple(entries), place, place)
    return _scalar(value, place, field)


def placed(value: Any, place: Place, field: str, is_cell: bool = False) -> Node:
    """The node of a value that stands at `place`; raises SpecError naming `field`.

    With `is_cell`, a text may stand for a number or a truth, as the cells of a table do.
    """
    try:
        node = _moved(of_values(value, place.path), place)
        meant = resolve(node.text) if is_cell and node.text else None
        return node if meant is None else node._replace(value=meant)
    except SpecError as error:
        problems = (each._replace(message=f"{field}: {each.message}", place=place) for each in error.problems)
        raise SpecError(*problems) from error


def _moved(node: Node, place: Place) -> Node:
    """The node and all in it, at `place`."""
    value = node.value
    if isinstance(value, dict):
        value = {key: _moved(child, place) for key, child in value.items()}
    elif isinstance(value, tuple):
        value = tuple(_moved(entry, place) for entry in value)
    return node._replace(value=value, place=place, key_place=place)


def _below(value: Any, path: str, field: str, depth: int) -> Node:
    return of_values(value, path, field.removeprefix("."), depth + 1)


def _key(key: object, place: Place, field: str) -> str:
    if not isinstance(key, str):
        raise _refused(f"the key {key!r}", "keys that are texts", place, field)
    return key


def _scalar(value: Any, place: Place, field: str) -> Node:
    if isinstance(value, PathLike):
        value = fspath(value)
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, str):
        value = normal(value)
        if name := stray_character(value):
            raise _refused(f"{name} in it", "text", place, field)
    elif value is not None and not isinstance(value, bool | int | float):
        kinds = "a text, a number, true or false, a day, a list or a mapping"
        raise _refused(f"{type(value).__module__}.{type(value).__qualname__}", kinds, place, field)
    return Node(value, place, place, "" if value is None else str(value))


def _refused(found: str, expected: str, place: Place, field: str) -> SpecError:
    before = f"{field}: " if field else ""
    return SpecError(Problem(f"{before}expected {expected}, found {found}", place))
