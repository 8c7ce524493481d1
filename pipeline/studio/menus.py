"""The choices that an author has, from the schema of the kind: small menus, each for one field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, reduce
from operator import getitem
from typing import Any, TypeAlias

from pipeline import project, sizes
from pipeline.authoring import schemas
from pipeline.rendering import Visual
from pipeline.source.patching import Step, steps
from pipeline.studio import fields
from pipeline.studio.sheets import Menu

Schema: TypeAlias = dict[str, Any]

MOST_CHOICES = 20
FIRST = ("sizes", "themes", "theme")
_NOT_OFFERED = ("kind", "theme", "accept", "svg_dark", "optimize")
_LATE = ("formats", "direction", "embed", "svg_text")  # which are seldom chosen


def of_spec(visual: Visual) -> list[Menu]:
    """The menus of a spec's own keys, those that say most of a picture first."""
    schema = _schema(visual.kind.name, project.folder(visual.path))
    found = list(_of_mapping(schema, _parts(schema, ()), visual, ()))
    themes = visual.shelf.names()
    known = {"sizes": sizes.names(), "themes": themes, "theme": themes}
    found = [menu._replace(choices=known.get(menu.field, menu.choices)) for menu in found]
    return sorted(found, key=lambda menu: (menu.field in _LATE, menu.field not in FIRST))


def beside(visual: Visual, field: str) -> list[Menu]:
    """The menus of the keys that stand beside a field, such as the state of an item beside its text."""
    way = steps(field)[:-1]
    schema = _schema(visual.kind.name, project.folder(visual.path))
    held = fields.node(visual.node, fields.written(way))
    if not way or held is None or not isinstance(held.value, dict):
        return []
    return list(_of_mapping(schema, _parts(schema, way), visual, way))


@lru_cache(maxsize=32)
def _schema(kind: str, home: str) -> Schema:
    return schemas.of_kind(kind, home)


def _of_mapping(schema: Schema, parts: Sequence[Schema], visual: Visual, way: Sequence[Step]) -> Iterator[Menu]:
    """The menus of a mapping whose forms are the `parts`."""
    keys = {name: rules for part in parts for name, rules in part.get("properties", {}).items()}
    for name, rules in keys.items():
        forms = list(_forms(rules, schema))
        choices = tuple(dict.fromkeys(str(each) for form in forms for each in _choices(form)))
        several = any(form.get("type") == "array" for form in forms)
        is_free = not way and name in FIRST  # whose names the schema does not all know
        if not way and name == "themes" and visual.node.child("theme"):  # one theme, which is to stay one
            yield Menu("theme", rules.get("description", ""), choices, _chosen(visual, name))
        elif name not in _NOT_OFFERED and (is_free or 1 < len(choices) <= MOST_CHOICES):
            field, written = fields.written((*way, name)), fields.node(visual.node, fields.written((*way, name)))
            chosen = (written.text,) if way and written and written.text else () if way else _chosen(visual, name)
            yield Menu(field, rules.get("description", ""), choices, chosen, several)


def _choices(form: Schema) -> list[Any]:
    if form.get("type") == "boolean":
        return ["true", "false"]
    return [each for each in form.get("enum", ()) if each is not None]


def _chosen(visual: Visual, name: str) -> tuple[str, ...]:
    """What holds for a key of the spec, whether it is written or not."""
    value = getattr(visual.spec, name, None)
    found = value if isinstance(value, tuple) else () if value in (None, "") else (value,)
    return tuple(str(each).lower() if isinstance(each, bool) else str(each) for each in found)


def _parts(schema: Schema, way: Sequence[Step]) -> list[Schema]:
    """The forms that what stands at the end of a way may have."""
    parts = list(_forms(schema, schema))
    for step in way:
        inner = (part.get("items") if isinstance(step, int) else part.get("properties", {}).get(step) for part in parts)
        parts = [form for each in inner if isinstance(each, dict) for form in _forms(each, schema)]
    return parts


def _forms(part: Schema, schema: Schema) -> Iterator[Schema]:
    """Every form of a value: references followed, alternatives one by one."""
    yield part
    if "$ref" in part:
        yield from _forms(reduce(getitem, part["$ref"].removeprefix("#/").split("/"), schema), schema)
    for each in part.get("anyOf", ()):
        yield from _forms(each, schema)
