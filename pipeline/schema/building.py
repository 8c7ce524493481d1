"""The walk through a node and its model, which notes every mistake and goes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from math import isfinite
from typing import Any, NamedTuple, TypeVar, cast

import msgspec.inspect as model_of

from pipeline.characters import is_blank
from pipeline.color import Color
from pipeline.errors import PipelineError, Place, Problem, SpecError, nearest, shortened
from pipeline.prose import normal_tag
from pipeline.schema import slips, words
from pipeline.schema.models import Spec
from pipeline.schema.synonyms import meant_key
from pipeline.source import Node

T = TypeVar("T")

_FAILED: Any = object()
"""In place of a value that could not be read; its problem is already noted."""


def build(node: Node, model: type[T], way_out: Callable[[str, Node], str] | None = None) -> T:
    """The `model` that `node` describes; raises SpecError with every mistake, in the order of the file.

    `way_out` may have the hint for a field whose value is of the wrong type.
    """
    walk = _Walk(way_out)
    built = walk.take(_described(cast(Any, model)), _Slot(node, ""))
    if walk.problems:
        raise SpecError(*sorted(walk.problems, key=lambda problem: problem.place or ()))
    return cast(T, built)


@cache
def _described(model: type[Any]) -> model_of.Type:
    return model_of.type_info(model)


@cache
def _fields(model: type[Any]) -> dict[str, model_of.Field]:
    """What a model describes, by the names that authors write."""
    info = _described(cast(Any, model))
    assert isinstance(info, model_of.StructType)
    return {described.encode_name: described for described in info.fields}


class _Slot(NamedTuple):
    """A node, the field it stands in, and what its key says about itself."""

    node: Node
    field: str
    about: model_of.Metadata | None = None

    def fact(self, message: str) -> str:
        return f"{self.field}: {message}" if self.field else message

    def field_of(self, name: str) -> str:
        return f"{self.field}.{name}" if self.field else name

    def rule(self, name: str) -> Any:
        return (self.about.extra or {}).get(name) if self.about else None

    @property
    def description(self) -> str:
        return str((self.about.extra_json_schema or {}).get("description", "")) if self.about else ""


def _unknown(info: model_of.Type, slot: _Slot) -> TypeError:
    return TypeError(f"{slot.field}: a model cannot hold {info}")


class _Walk:
    """One walk; each step returns the value of its slot, or _FAILED."""

    def __init__(self, way_out: Callable[[str, Node], str] | None) -> None:
        self.problems: list[Problem] = []
        self.way_out = way_out

    def take(self, info: model_of.Type, slot: _Slot) -> Any:
        while isinstance(info, model_of.Metadata):
            slot = _Slot(slot.node, slot.field, info)
            info = info.type
        step = _STEPS.get(type(info))
        if step is None:
            raise _unknown(info, slot)
        return step(self, info, slot)

    def _truth(self, info: model_of.BoolType, slot: _Slot) -> Any:
        return slot.node.value if isinstance(slot.node.value, bool) else self._refuse(info, slot)

    def _text(self, info: model_of.StrType, slot: _Slot) -> Any:
        if not _is_word(slot.node):
            slip = slips.text_with_colon(slot.node)
            return self._report(slip) if slip else self._refuse(info, slot)
        text = words.written(slot.node)
        length = 0 if is_blank(text) else len(text.strip())
        if length == 0 and (info.min_length or text.strip()):
            is_invisible = bool(text.strip())
            return self._note(slot, f"expected text, found {'only invisible characters' if is_invisible else 'none'}")
        if not _within(length, info.min_length, info.max_length):
            lower = info.min_length if info.min_length != 1 else None
            return self._note(slot, f"expected {words.length(lower, info.max_length, 'character')}, found {length:,}")
        if info.pattern and not re.search(info.pattern, text):
            reads = slot.rule("reads") or f"text that matches {info.pattern}"
            return self._note(slot, f"expected {reads}, found {words.found(slot.node)}")
        return normal_tag(text) if slot.rule("is_tag") else text

    def _number(self, info: model_of.IntType | model_of.FloatType, slot: _Slot) -> Any:
        value, is_whole = slot.node.value, isinstance(info, model_of.IntType)
        if isinstance(value, bool) or not isinstance(value, int if is_whole else (int, float)) or not isfinite(value):
            return self._refuse(info, slot)
        if (info.ge is not None and value < info.ge) or (info.le is not None and value > info.le):
            return self._note(slot, f"expected {words.bounds(info)}, found {words.written(slot.node)}")
        return value if is_whole else float(value)

    def _choice(self, info: model_of.LiteralType, slot: _Slot) -> Any:
        if not _is_word(slot.node):
            return self._refuse(info, slot)
        text = words.written(slot.node)
        for choice in info.values:
            if str(choice) == text:
                return choice
        match = nearest(text, [str(choice) for choice in info.values])
        message = f"expected {words.expected(info)}, found {words.found(slot.node)}"
        return self._note(slot, message, f"the nearest is `{match}`" if match else "")

    def _color(self, info: model_of.NamedTupleType, slot: _Slot) -> Any:
        if info.cls is not Color:
            raise _unknown(info, slot)
        try:
            return Color.parse(words.written(slot.node)) if _is_word(slot.node) else self._refuse(info, slot)
        except ValueError:
            return self._refuse(info, slot)

    def _union(self, info: model_of.UnionType, slot: _Slot) -> Any:
        members = [member for member in info.types if not isinstance(member, model_of.NoneType)]
        if slot.node.value is None and len(members) < len(info.types):
            if slot.node.text or not words.is_color(members[0]):
                return None
            return self._refuse(members[0], slot)  # a colour without quotes is a comment, and must not vanish
        if len(members) == 1:
            return self.take(members[0], slot)
        if slip := _slip(members, slot.node):
            return self._report(slip)
        fitting = [member for member in members if _fits(member, slot.node)]
        fitting = fitting or [member for member in members if _is_word(slot.node) and _takes_one_text(member)]
        if fitting:
            return self.take(fitting[0], slot)
        return self._refuse(info, slot)

    def _list(self, info: model_of.VarTupleType | model_of.TupleType, slot: _Slot) -> Any:
        node, entries = slot.node, slot.node.value
        if not isinstance(entries, tuple):
            if not (_is_word(node) and _takes_one_text(info)):
                return self._refuse(info, slot)
            return self._list(info, slot._replace(node=node._replace(value=(node,))))
        if isinstance(info, model_of.TupleType):
            types: tuple[model_of.Type, ...] = info.item_types
            lower: int | None = len(types)
            upper = lower
        else:
            types, lower, upper = (info.item_type,) * len(entries), info.min_length, info.max_length
        fits = _within(len(entries), lower, upper)
        if not fits:
            self._note(slot, f"expected {words.length(lower, upper, 'entry')}, found {len(entries) or 'none'}")
        slots = [_Slot(entry, f"{slot.field}[{index}]") for index, entry in enumerate(entries)]
        values = [self.take(type_, entry) for type_, entry in zip(types, slots, strict=False)]
        if slot.rule("unique"):
            self._note_repeated(slots, values)
        return _FAILED if not fits or _FAILED in values else tuple(values)

    def _note_repeated(self, slots: list[_Slot], values: list[Any]) -> None:
        for index, value in enumerate(values):
            if value is not _FAILED and value in values[:index]:
                message = f"expected each entry once, found {words.found(slots[index].node)} again"
                self._note(slots[index], message, "remove one of the two")

    def _mapping(self, info: model_of.DictType, slot: _Slot) -> Any:
        entries = slot.node.value
        if not isinstance(entries, dict):
            return self._refuse(info, slot)
        if not _within(len(entries), info.min_length, info.max_length):
            limit = words.length(info.min_length, info.max_length, "key")
            return self._note(slot, f"expected {limit}, found {len(entries) or 'none'}")
        values = {}
        for name, child in entries.items():
            field = slot.field_of(name)
            written = Node(name, child.key_place or child.place, None, name)
            values[self.take(info.key_type, _Slot(written, field))] = self.take(info.value_type, _Slot(child, field))
        return _FAILED if _FAILED in values or _FAILED in values.values() else values

    def _struct(self, info: model_of.StructType, slot: _Slot) -> Any:
        written = slot.node.value
        if not isinstance(written, dict):
            return self._refuse(info, slot)
        known = _fields(info.cls)
        meant = {self._note_unknown(name, info, slot) for name in written if name not in known}
        values = {}
        for name, described in known.items():
            if name in written:
                values[described.name] = self.take(described.type, _Slot(written[name], slot.field_of(name)))
            elif described.required:
                values[described.name] = _FAILED if name in meant else self._note_missing(name, described, info, slot)
        if meant or _FAILED in values.values():
            return _FAILED
        return self._construct(info.cls, values, slot)

    def _note_unknown(self, name: str, info: model_of.StructType, slot: _Slot) -> str | None:
        """Note a key that the model does not have, and return the one that may be meant."""
        assert isinstance(slot.node.value, dict)
        fields, common = _fields(info.cls), _fields(Spec)
        known = sorted(fields)
        shared = [each for each in known if fields[each] == common.get(each)]
        match = meant_key(name.lower(), known, slot.node.value, shared)
        child = slot.node.child(name)
        place = (child.key_place or child.place) if child else slot.node.place
        whole = f"{name}: {child.text}" if child and child.text else name
        if slip := slips.key_without_blank(Node(whole, place), known):
            self._report(slip)
            return name.partition(":")[0]
        fact = f"unknown key `{shortened(name)}` in {slot.field or words.name(info.cls)}"
        hint = f"the nearest key is `{match}`; " if match else slips.cut_by_comma(slot.node, name)
        self._add(place, fact, f"{hint}allowed keys are {', '.join(known)}")
        return match

    def _note_missing(self, name: str, described: model_of.Field, info: model_of.StructType, slot: _Slot) -> Any:
        about = described.type if isinstance(described.type, model_of.Metadata) else None
        fact = f"missing key `{name}` in {slot.field or words.name(info.cls)}"
        return self._add(slot.node.place, fact, _Slot(slot.node, name, about).description)

    def _construct(self, model: Callable[..., Any], values: dict[str, Any], slot: _Slot) -> Any:
        try:
            return model(**values)
        except PipelineError as error:  # from a model's own __post_init__, which sees several keys at once
            for problem in error.problems:
                place = slot.node.at(problem.field)
                field = slot.field_of(problem.field) if problem.field else slot.field
                self._add(place, _Slot(slot.node, field).fact(problem.message), problem.hint)
            return _FAILED

    def _refuse(self, info: model_of.Type, slot: _Slot) -> Any:
        """Note that the value has the wrong type."""
        message = f"expected {words.expected(info)}, found {words.found(slot.node)}"
        hint = self.way_out(slot.field, slot.node) if self.way_out else ""
        return self._note(slot, message, hint or words.hint(info, slot.node))

    def _note(self, slot: _Slot, message: str, hint: str = "") -> Any:
        """Note a problem of a value; without a hint of its own the key's description is the hint."""
        return self._add(slot.node.place, slot.fact(message), hint or slot.description)

    def _add(self, place: Place, fact: str, hint: str) -> Any:
        return self._report(Problem(fact, place, hint))

    def _report(self, problem: Problem) -> Any:
        self.problems.append(problem)
        return _FAILED


_STEPS: dict[type[model_of.Type], Callable[[_Walk, Any, _Slot], Any]] = {
    model_of.StrType: _Walk._text,
    model_of.BoolType: _Walk._truth,
    model_of.IntType: _Walk._number,
    model_of.FloatType: _Walk._number,
    model_of.LiteralType: _Walk._choice,
    model_of.NamedTupleType: _Walk._color,
    model_of.UnionType: _Walk._union,
    model_of.VarTupleType: _Walk._list,
    model_of.TupleType: _Walk._list,
    model_of.DictType: _Walk._mapping,
    model_of.StructType: _Walk._struct,
}


def _slip(members: list[model_of.Type], node: Node) -> Problem | None:
    """What was meant as text and taken for keys, or the other way round, where a union takes both."""
    if not isinstance(node.value, dict) and not (isinstance(node.value, str) and ":" in node.value):
        return None
    parts = [member for member in map(_bare, members) if isinstance(member, model_of.StructType)]
    if len(parts) != 1 or not any(isinstance(_bare(member), model_of.StrType) for member in members):
        return None
    own = next((field.encode_name for field in parts[0].fields if field.required), "")
    known = [field.encode_name for field in parts[0].fields]
    return slips.text_with_colon(node, known, own) or slips.key_without_blank(node, known)


def _bare(info: model_of.Type) -> model_of.Type:
    return info.type if isinstance(info, model_of.Metadata) else info


def _fits(info: model_of.Type, node: Node) -> bool:
    """Whether a member of a union has the shape of what is written."""
    value = node.value
    match info:
        case model_of.Metadata():
            return _fits(info.type, node)
        case model_of.StructType() | model_of.DictType():
            return isinstance(value, dict)
        case model_of.VarTupleType() | model_of.TupleType():
            return isinstance(value, tuple)
        case model_of.BoolType():
            return isinstance(value, bool)
        case model_of.IntType():
            return isinstance(value, int) and not isinstance(value, bool)
        case model_of.FloatType():
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case model_of.LiteralType():
            return _is_word(node) and words.written(node) in map(str, info.values)
    return _is_word(node)


def _is_word(node: Node) -> bool:
    """Whether the node is a scalar that is not nothing: numbers and dates too may be meant as text."""
    return node.value is not None and not isinstance(node.value, (tuple, dict))


def _takes_one_text(info: model_of.Type) -> bool:
    """Whether a list may be written as its only entry: `sizes: og`."""
    if not isinstance(info, model_of.VarTupleType):
        return False
    return isinstance(_bare(info.item_type), (model_of.StrType, model_of.LiteralType))


def _within(count: int, lower: int | None, upper: int | None) -> bool:
    return (lower is None or count >= lower) and (upper is None or count <= upper)
