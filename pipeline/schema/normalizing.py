"""A spec as values: bytes that are the same whenever it says the same, and what its author need have written."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec
from msgspec.structs import FieldInfo, fields

from pipeline.color import Color
from pipeline.schema.models import Spec

_WHOLE = 1e15  # below it, each whole number is a float of its own


def normalized(spec: Spec, without: tuple[str, ...] = ()) -> bytes:
    """The spec with all its defaults as JSON, however its file writes it; the keys in `without` are left out."""
    keys = {name: getattr(spec, name) for name in spec.__struct_fields__ if name not in without}
    return msgspec.json.encode(keys, order="deterministic")


def plain(spec: Spec, model: type[Spec]) -> dict[str, Any]:
    """The keys of `model` that differ from their defaults, as texts, numbers, lists and mappings."""
    return {
        each.encode_name: _plain(getattr(spec, each.name)) for each in _fields(model) if not _is_default(spec, each)
    }


@lru_cache(maxsize=1024)
def _fields(model: type[msgspec.Struct]) -> tuple[FieldInfo, ...]:
    return fields(model)


def _is_default(part: Any, field: Any) -> bool:
    if field.required:
        return False
    default = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    return bool(getattr(part, field.name) == default)


def _plain(value: Any) -> Any:
    if isinstance(value, Color):
        return str(value)
    if isinstance(value, msgspec.Struct):
        written = (each for each in _fields(type(value)) if not _is_default(value, each))
        return {each.encode_name: _plain(getattr(value, each.name)) for each in written}
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE:
        return int(value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else value
