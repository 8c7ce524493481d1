"""Which keys of a spec name files, and which may be open to requests: one text or number that names no file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec.inspect as model_of

from pipeline.color import Color
from pipeline.errors import Problem, SpecError, shortened
from pipeline.schema.synonyms import meant_key
from pipeline.source import STEP

# They say which pictures there are, how heavy they are and what they carry: that is the author's to say.
_NEVER = ("budget", "embed", "formats", "kind", "open", "optimize", "sizes", "themes")
_FIELD = r"[^\s.\[\]=]+(?:\[\d{1,6}\]|\.[^\s.\[\]=]+)*"
_PLAIN = (model_of.StrType, model_of.BoolType, model_of.IntType, model_of.FloatType, model_of.LiteralType)


def check_open(model: type[Any], field: str) -> None:
    """Raise SpecError where a field, such as `items[0].text`, is none of the model's or may not be open."""
    if re.fullmatch(_FIELD, field) is None:
        raise _refused(f"expected a key such as text or items[0].text, found `{shortened(field)}`")
    if re.split(r"[.\[]", field)[0] in _NEVER:
        raise _refused(f"`{field}` cannot be open to requests", "it is for the author of the spec to say")
    found = [model_of.type_info(model)]
    for index, name in re.findall(STEP, field):
        known = dict(_keys(found)) if name else {}
        below = list(_below(found, index, name))
        if not below:
            match = meant_key(name, known)
            hint = f"the nearest is `{match}`; " if match else ""
            hint += f"keys here are {', '.join(sorted(known))}" if known else ""
            raise _refused(f"there is no key `{shortened(field)}`", hint)
        if any(_names_a_file(each) for each in below):
            raise _refused(f"`{field}` cannot be open to requests", "it may name a file of the project")
        found = [part for each in below for part in _parts(each)]
    if not any(isinstance(each, _PLAIN) or _is_color(each) for each in found):
        hint = "open keys in it, such as " + (_inside(field, found) or "items[0].text")
        raise _refused(f"expected a key that holds one text or number, found `{field}`", hint)


def _refused(fact: str, hint: str = "") -> SpecError:
    return SpecError(Problem(fact, hint=hint))


def _parts(info: model_of.Type) -> Iterator[model_of.Type]:
    """The types that a value may have, one by one."""
    if isinstance(info, model_of.Metadata):
        yield from _parts(info.type)
    elif isinstance(info, model_of.UnionType):
        for each in info.types:
            yield from _parts(each)
    else:
        yield info


def _keys(found: Iterable[model_of.Type]) -> Iterator[tuple[str, model_of.Type]]:
    for each in found:
        if isinstance(each, model_of.StructType):
            yield from ((described.encode_name, described.type) for described in each.fields)


def _below(found: Iterable[model_of.Type], index: str, name: str) -> Iterator[model_of.Type]:
    """What lies one step below: the entries of a list, or what a key holds."""
    for each in found:
        if index and isinstance(each, model_of.VarTupleType):
            yield each.item_type
        elif index and isinstance(each, model_of.TupleType):
            yield from each.item_types[int(index) : int(index) + 1]
        elif name and isinstance(each, model_of.DictType):
            yield each.value_type
        elif name:
            yield from (info for known, info in _keys([each]) if known == name)


def file_keys(model: type[Any]) -> dict[str, tuple[str, ...]]:
    """The keys of a model that name a file to be read, and what names of such files end in."""
    written = ((name, info) for name, info in _keys([model_of.type_info(model)]) if isinstance(info, model_of.Metadata))
    named = ((name, (info.extra or {}).get("suffixes", ())) for name, info in written)
    return {name: suffixes for name, suffixes in named if suffixes}


def _names_a_file(info: model_of.Type) -> bool:
    return isinstance(info, model_of.Metadata) and bool((info.extra or {}).get("is_file"))


def _is_color(info: model_of.Type) -> bool:
    return isinstance(info, model_of.NamedTupleType) and info.cls is Color


def _inside(field: str, found: list[model_of.Type]) -> str:
    """A key inside what a field holds, for a hint."""
    entries = [part for each in found for below in _below([each], "0", "") for part in _parts(below)]
    first = next((name for name, _ in _keys(found)), None) or next((f".{name}" for name, _ in _keys(entries)), "")
    return f"{field}[0]{first}" if entries else f"{field}.{first}" if first else ""
