"""Slips of the pen that are YAML, but not what their author meant: told as what they are, with what to write."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import takewhile

from pipeline.errors import Problem
from pipeline.patterns import Pattern
from pipeline.schema.synonyms import meant_key
from pipeline.source import HARD_SPACES, Node, pasted, quoted

_NO_BLANK = Pattern(rf"(?P<key>\w+):[{HARD_SPACES}]*(?P<value>[^\s/:{HARD_SPACES}].*)", re.DOTALL)
_DAY = Pattern(r"\d{4}-\d{1,2}-\d{1,2}", re.ASCII)
_BULLET = Pattern(r"[-–•*]\s*(?P<text>[^\s\d].*)", re.DOTALL)


def text_with_colon(node: Node, known: Collection[str] = (), own_key: str = "") -> Problem | None:
    """That a text was taken for a key and its value: `- Practise: the answer`.

    `known` are the keys that may stand in its place; beside one of them the text has a key of its own.
    """
    if not isinstance(node.value, dict) or node.place not in [child.key_place for child in node.value.values()]:
        return None  # a mapping in braces is meant
    strange = [(name, child) for name, child in node.value.items() if name not in known]
    if len(strange) != 1 or (len(node.value) > 1 and (not own_key or own_key in node.value)):
        return None
    (name, child), *_ = strange
    if isinstance(child.value, tuple | dict) or meant_key(name, known, node.value):
        return None
    text = quoted(f"{name}: {child.text}".rstrip())
    hint = f"write {text}" if len(node.value) == 1 else f"write `{own_key}: {text}`"
    return Problem("a text with `: ` in it needs quotation marks", child.key_place or child.place, hint)


def key_without_blank(node: Node, known: Collection[str]) -> Problem | None:
    """That a key and its value were taken for a text: `author:Ada`."""
    found = _NO_BLANK.fullmatch(node.value) if isinstance(node.value, str) and ":" in node.value else None
    if found is None or found["key"] not in known:
        return None
    return Problem("a blank is missing behind the `:`", node.place, f"write `{found['key']}: {pasted(found['value'])}`")


def cut_by_comma(node: Node, name: str) -> str:
    """What to write where a comma in braces cut a text, `{text: ask, then go}`; "" where it is none."""
    assert isinstance(node.value, dict)
    keys = list(node.value.items())
    at = next(index for index, (key, _) in enumerate(keys) if key == name)
    first = next((index for index in range(at, -1, -1) if keys[index][1].text), at)
    text = keys[first][1]
    cut = [key for key, _ in takewhile(lambda each: each[1].value is None and not each[1].text, keys[first + 1 :])]
    place = keys[at][1].key_place
    if name not in cut or not place or place.line != text.place.line:
        return ""
    return f"if a comma cut the text before it, write {quoted(', '.join([text.text, *cut]))}; "


def list_without_blanks(node: Node) -> str:
    """What to write where the entries of a list were taken for a text, `-One`; "" where it is none."""
    found = _BULLET.match(node.value) if isinstance(node.value, str) else None
    return "begin each line with `- `, a hyphen and a usual blank" if found else ""


def missing_days(node: Node, field: str = "") -> Iterator[Problem]:
    """The texts that are written as a day, 2026-02-30, and are none."""
    if isinstance(node.value, dict):
        for name, child in node.value.items():
            if _may_hold_days(child):
                yield from missing_days(child, f"{field}.{name}".lstrip("."))
    elif isinstance(node.value, tuple):
        for index, child in enumerate(node.value):
            if _may_hold_days(child):
                yield from missing_days(child, f"{field}[{index}]")
    elif isinstance(node.value, str) and _DAY.fullmatch(node.value) and not _is_day(node.value):
        fact = f"{field}: {node.value} does not exist"
        yield Problem(fact, node.place, "write a day that there is, or words")


def _may_hold_days(node: Node) -> bool:
    value = node.value
    return value[4:5] == "-" if isinstance(value, str) else isinstance(value, dict | tuple)


def _is_day(text: str) -> bool:
    from calendar import monthrange  # only a text that is written as a day pays for this import

    year, month, day = map(int, text.split("-"))
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
