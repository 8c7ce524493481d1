"""The JSON Schema of specs, for editors that complete keys and underline mistakes while one types."""

from __future__ import annotations

import os
from typing import Any

from pipeline import kinds, sizes, theme
from pipeline.schema.editors import json_schema
from pipeline.theme.written import Theme

FOLDER = "schema"
ANY = "spec"  # the name of the schema that takes every kind
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_THEME = "The one theme to make it in: a name, or tokens such as `{extends: paper, accent: '#7A3CFF'}`."
_SIDE = r"0*(3[2-9][0-9]|[4-9][0-9]{2}|[1-7][0-9]{3}|80[0-9]{2}|81[0-8][0-9]|819[0-2])"  # sizes.SMALLEST to LARGEST


def of_kind(name: str, home: str = "") -> dict[str, Any]:
    """The schema of specs of one kind, which must be one of `kinds.names(home)`."""
    kind = kinds.load(name, home)
    schema = json_schema(kind.spec)
    whole = schema["$defs"][kind.spec.__name__]
    properties = whole["properties"]
    custom = {"type": "string", "pattern": f"^{_SIDE}x{_SIDE}$", "description": "WIDTHxHEIGHT in px."}
    _name(properties["sizes"], [{"enum": list(sizes.names())}, custom])
    look = [{"enum": list(theme.names())}, *_choices_of_entries(properties["themes"]), {"$ref": "#/$defs/theme"}]
    _name(properties["themes"], look)
    properties["theme"] = {"anyOf": look, "description": _THEME}
    whole["not"] = {"required": ["theme", "themes"]}
    schema["$defs"]["theme"] = _moved(_theme(), "theme")
    return {"$schema": _DRAFT, "title": name, **schema}


def of_any(home: str = "") -> dict[str, Any]:
    """The schema of specs of all kinds: the key `kind` decides which."""
    names = kinds.names(home)
    rules = [
        {"if": {"properties": {"kind": {"const": name}}, "required": ["kind"]}, "then": {"$ref": f"#/$defs/{name}"}}
        for name in names
    ]
    kind = {"enum": list(names), "description": "The kind of picture."}
    whole = {"type": "object", "properties": {"kind": kind}, "required": ["kind"], "allOf": rules}
    return {
        "$schema": _DRAFT,
        "title": ANY,
        **whole,
        "$defs": {name: _moved(of_kind(name, home), name) for name in names},
    }


def as_text(schema: dict[str, Any]) -> str:
    """A schema as the text of its file."""
    import json

    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def files(folder: str, home: str = "") -> dict[str, str]:
    """Path and text of each schema's file in a folder."""
    schemas = {**{name: of_kind(name, home) for name in kinds.names(home)}, ANY: of_any(home)}
    return {os.path.join(folder, f"{name}.json"): as_text(schema) for name, schema in schemas.items()}


def modeline(spec_path: str, schema_path: str) -> str:
    """The first line of a spec that tells editors its schema."""
    way = os.path.relpath(schema_path, os.path.dirname(os.path.abspath(spec_path))).replace(os.sep, "/")
    return f"# yaml-language-server: $schema={way}\n"


def _theme() -> dict[str, Any]:
    """The schema of a theme inside a spec: any token may be left to the theme that it extends."""
    schema = json_schema(Theme)
    definitions = schema.pop("$defs")
    for part in definitions.values():
        part.pop("required", None)
    extends = {"description": "The theme whose tokens stand in for those left out; else paper.", "type": "string"}
    name = {"description": "What its pictures are called after; else `own`.", "type": ["string", "number"]}
    definitions[Theme.__name__]["properties"] |= {"extends": extends, "name": name}
    return {**schema, "$defs": definitions}


def _name(rules: dict[str, Any], choices: list[dict[str, Any]]) -> None:
    """Let the entries of a list, or the one entry in its place, be one of the choices."""
    entry = {"anyOf": choices}
    array = next(each for each in rules["anyOf"] if each.get("type") == "array")
    rules["anyOf"] = [{**array, "items": entry}, entry]


def _choices_of_entries(rules: dict[str, Any]) -> list[dict[str, Any]]:
    array = next(each for each in rules["anyOf"] if each.get("type") == "array")
    items: dict[str, Any] = array["items"]
    return list(items.get("anyOf", [items]))


def _moved(schema: Any, name: str) -> Any:
    """A schema that has become the definition `name` of another, its references with it."""
    if isinstance(schema, list):
        return [_moved(each, name) for each in schema]
    if not isinstance(schema, dict):
        return schema
    moved = {key: _moved(value, name) for key, value in schema.items() if key != "$schema"}
    if isinstance(moved.get("$ref"), str):
        moved["$ref"] = moved["$ref"].replace("#/", f"#/$defs/{name}/", 1)
    return moved
