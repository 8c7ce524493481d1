"""What types, limits and found values are called in messages."""

from __future__ import annotations

import re
from typing import Any

import msgspec.inspect as model_of

from pipeline.errors import shortened
from pipeline.prose import plural
from pipeline.schema.slips import list_without_blanks
from pipeline.source import Node, quoted

_YES, _NO = ("yes", "on", "y"), ("no", "off", "n")


def expected(info: model_of.Type) -> str:
    """A type in words: "text", "one of todo, done", "text or a mapping"."""
    match info:
        case model_of.Metadata():
            return expected(info.type)
        case model_of.StrType():
            return "text"
        case model_of.BoolType():
            return "true or false"
        case model_of.IntType():
            return "a whole number"
        case model_of.FloatType():
            return "a number"
        case model_of.LiteralType():
            choices = ", ".join(str(choice) for choice in info.values)
            return choices if len(info.values) == 1 else f"one of {choices}"
        case model_of.NamedTupleType():
            return "a colour such as #0D5A66"
        case model_of.VarTupleType() | model_of.TupleType():
            return "a list"
        case model_of.UnionType():
            return " or ".join(expected(each) for each in info.types if not isinstance(each, model_of.NoneType))
    return "a mapping"


def found(node: Node) -> str:
    """What is written, in words: "a list", "nothing", or the text itself."""
    if isinstance(node.value, tuple):
        return "a list"
    if isinstance(node.value, dict):
        return "a mapping"
    if node.value is None:
        return "nothing"
    return f"`{shortened(written(node))}`" if written(node) else "empty text"


def hint(info: model_of.Type, node: Node) -> str:
    """A way out of a wrong type, where one is plain to see."""
    value = node.value
    word = value.strip().lower() if isinstance(value, str) else ""
    if value is None and node.text:
        return f'put it in quotes if the word is meant: "{node.text}"'
    if value is None and node.comment:
        return f"put it in quotation marks, because `#` begins a comment: {quoted(node.comment)}"
    if value is None:
        return "write a value, or remove the key"
    if isinstance(info, model_of.StructType):
        return f"its keys are {', '.join(sorted(described.encode_name for described in info.fields))}"
    if isinstance(info, model_of.VarTupleType) and value and (way_out := list_without_blanks(node)):
        return way_out
    if isinstance(info, model_of.VarTupleType) and word and _takes_text(info.item_type):
        return f"write [{quoted(node.text)}], or each entry on a line of its own that begins with `- `"
    if isinstance(info, model_of.BoolType) and word in _YES + _NO:
        return f"write {'true' if word in _YES else 'false'}"
    if isinstance(info, (model_of.IntType, model_of.FloatType)) and word.isdecimal():
        return "remove the quotation marks"
    return ""


def _takes_text(info: model_of.Type) -> bool:
    members = info.types if isinstance(info, model_of.UnionType) else (info,)
    bare = (each.type if isinstance(each, model_of.Metadata) else each for each in members)
    return any(isinstance(each, model_of.StrType) for each in bare)


def length(lower: int | None, upper: int | None, unit: str) -> str:
    """How many characters, entries or keys there may be: "1 to 8 entries"."""
    units = plural(unit)
    if lower is not None and lower == upper:
        return f"{lower:,} {unit if lower == 1 else units}"
    if not lower:
        return f"at most {upper:,} {unit if upper == 1 else units}"
    return f"at least {lower:,} {unit if lower == 1 else units}" if upper is None else f"{lower:,} to {upper:,} {units}"


def bounds(info: model_of.IntType | model_of.FloatType) -> str:
    """What a number may be: "1900 to 2100"."""
    lower, upper = (f"{limit:.15g}" if limit is not None else "" for limit in (info.ge, info.le))
    if not lower:
        return f"at most {upper}"
    return f"{lower} to {upper}" if upper else f"at least {lower}"


def name(model: type[Any]) -> str:
    """A model's name as authors know it: QuoteCard is quote_card."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", model.__name__.lstrip("_")).lower()


def written(node: Node) -> str:
    """A scalar as its author wrote it."""
    return node.text or ("" if node.value is None else str(node.value))


def is_color(info: model_of.Type) -> bool:
    """Whether a type is a colour."""
    return isinstance(info.type if isinstance(info, model_of.Metadata) else info, model_of.NamedTupleType)
