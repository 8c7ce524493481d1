"""Changes to a spec from the command line: `--set person.skin=dark`, `--set items[0].text="..."`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.errors import PipelineError, Place, Problem, SpecError
from pipeline.patterns import Pattern
from pipeline.source.node import STEP, Node
from pipeline.source.parsing import normal, parse_value, resolve, stray_character
from pipeline.source.values import of_values, placed

FIELD = r"[^\s.\[\]=]+(?:\[\d{1,6}\]|\.[^\s.\[\]=]+)*"
_ASSIGNMENT = Pattern(rf"(?s)\s*({FIELD})\s*=[ \t]?(.*)")
_QUOTED = Pattern(r"""(?s)\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*""")


def override(node: Node, assignments: Iterable[str] | Mapping[str, Any]) -> Node:
    """The mapping `node` with each `field=value` put in, missing keys included; raises SpecError naming each bad one.

    A value in brackets or braces is YAML, anything else is one plain scalar, quotation marks optional. The values of a
    mapping of fields are taken as they are.
    """
    problems: list[Problem] = []
    named = assignments if isinstance(assignments, Mapping) else None
    for assignment in assignments:
        try:
            node = _assign(node, assignment) if named is None else _put_value(node, assignment, named[assignment])
        except PipelineError as error:
            problems += error.problems
    if problems:
        raise SpecError(*problems)
    return node


def filled(node: Node, fields: Mapping[str, str], source: str) -> Node:
    """The mapping `node` with each field set to a text from outside: one plain scalar each, whatever is in it.

    `source` names where they are from. Raises SpecError naming each bad one.
    """
    problems: list[Problem] = []
    for field, text in fields.items():
        try:
            node = put(node, field, placed(text, Place(f"{source} {field}", 0, 0), field, is_cell=True))
        except PipelineError as error:
            problems += error.problems
    if problems:
        raise SpecError(*problems)
    return node


def _assign(node: Node, assignment: str) -> Node:
    match = _ASSIGNMENT.fullmatch(assignment)
    if match is None:
        place = Place("--set", 1, 1)
        raise SpecError(Problem(f"expected key=value, found `{assignment}`", place, 'write --set text="..."'))
    field, text = match.groups()
    place = Place(f"--set {field}", 1, match.start(2) + 1)
    if name := stray_character(assignment):
        raise SpecError(Problem(f"found {name}, which is no text", place, "remove it"))
    value = _value(text, place)
    return put(node, field, value)


def put(node: Node, field: str, value: Node) -> Node:
    """The mapping `node` with `value` at a field such as `items[0].text`; raises SpecError where there is no such."""
    return _put(node, [int(index) if index else key for index, key in re.findall(STEP, field)], value, "")


def _put_value(node: Node, field: str, value: Any) -> Node:
    where = f"override {field}"
    if re.fullmatch(FIELD, field) is None:
        raise SpecError(Problem("expected a key such as text or items[0].text", Place(where, 0, 0)))
    return put(node, field, of_values(value, where))


def _value(text: str, place: Place) -> Node:
    if text.lstrip()[:1] in ("[", "{") or _QUOTED.fullmatch(text):
        # the spaces make the parser count columns from the start of the assignment
        parsed = parse_value(" " * (place.column - 1) + text, place.path)
        if parsed is not None:
            return parsed._replace(key_place=place)
    text = normal(text)
    return Node(resolve(text) if text else "", place, place, text)


def _put(node: Node | None, steps: list[str | int], value: Node, field: str) -> Node:
    """`node` with `value` at the end of `steps`; `field` names the way so far."""
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        return _put_entry(node, step, rest, value, field)
    keys = {} if node is None else node.value
    if not isinstance(keys, dict):
        raise _mismatch(field, "a mapping", f"no key `{step}`", value.place)
    below = f"{field}.{step}" if field else step
    changed = {**keys, step: _put(keys.get(step), rest, value, below)}
    return Node(changed, value.place, value.place) if node is None else node._replace(value=changed)


def _put_entry(node: Node | None, index: int, rest: list[str | int], value: Node, field: str) -> Node:
    entries = () if node is None else node.value
    if not isinstance(entries, tuple):
        raise _mismatch(field, "a list", f"no entry [{index}]", value.place)
    if index > len(entries):
        fact = f"{field} has {len(entries)} entries, so [{index}] is too far"
        raise SpecError(Problem(fact, value.place, f"[{len(entries)}] adds one at the end"))
    old = entries[index] if index < len(entries) else None
    changed = (*entries[:index], _put(old, rest, value, f"{field}[{index}]"), *entries[index + 1 :])
    return Node(changed, value.place, value.place) if node is None else node._replace(value=changed)


def _mismatch(field: str, expected: str, consequence: str, place: Place) -> SpecError:
    return SpecError(Problem(f"{field} is not {expected}, it has {consequence}", place, f"set {field} as a whole"))
