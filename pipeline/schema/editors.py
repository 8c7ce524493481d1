"""The JSON Schema of a model, for editors that complete keys and underline mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from pipeline.schema import words
from pipeline.schema.models import Spec

_COLOR = r"^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}(/(0|1|[01]?\.[0-9]+))?)$"
_LIST_RULES = ("type", "items", "minItems", "maxItems", "uniqueItems")
_WORDS = ["string", "number", "boolean"]


def json_schema(model: type[Any]) -> dict[str, Any]:
    """The JSON Schema of what `build` accepts for `model`."""
    schema = msgspec.json.schema(model)
    definitions: dict[str, Any] = schema.get("$defs", {})
    if "Color" in definitions:
        definitions["Color"] = {"type": "string", "pattern": _COLOR}
    for part in list(_objects(schema)):
        _accept_any_word(part)
    for part in list(_objects(schema)):
        _accept_one_text(part)
        _lift_description(part)
    if issubclass(model, Spec):
        kind = {"const": words.name(model), "description": "The kind of picture."}
        definitions[model.__name__]["properties"]["kind"] = kind
    return schema


def _accept_any_word(part: dict[str, Any]) -> None:
    """Numbers, true and false stand for their letters where text is expected, and white space for none."""
    if part.get("type") == "string" and "pattern" not in part:
        part["type"] = _WORDS
        if part.get("minLength"):
            part["pattern"] = r"\S"
    if "enum" in part:
        part["enum"] = [*part["enum"], *(str(each) for each in part["enum"] if not isinstance(each, str))]


def _accept_one_text(part: dict[str, Any]) -> None:
    """One text stands for a list of one text."""
    items = part.get("items")
    if (
        part.get("type") == "array"
        and isinstance(items, dict)
        and (isinstance(items.get("type"), list) or "enum" in items)
    ):
        part["anyOf"] = [{name: part.pop(name) for name in _LIST_RULES if name in part}, items]


def _lift_description(part: dict[str, Any]) -> None:
    """What a key means belongs to the key, not to one of the values it may take."""
    for choice in part.get("anyOf", ()):
        if "description" in choice and "description" not in part:
            part["description"] = choice.pop("description")


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    children = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    for child in children:
        yield from _objects(child)
