"""Values -> YAML text that `parse` reads back as they were."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import yaml

from pipeline.source.parsing import HARD_SPACES, resolve

_WIDTH = 100  # characters
_WORDS = re.compile(r"[A-Za-z]+(?: [A-Za-z0-9*'.,!?-]+)+")  # two and more, which are no number and no truth


def write(value: dict[str, Any]) -> str:
    """The YAML text of a mapping of texts, numbers, true, false, nothing, lists and mappings, in its own order."""
    if value and all(map(_is_line, value.values())):
        return "".join(
            f"{_head(key)}{each}\n" if _is_plain(key, each) else _line(key, _Exactly(each))
            for key, each in value.items()
        )
    return _written(value)


def _written(value: dict[str, Any]) -> str:
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, indent=2)


@lru_cache(maxsize=256)
def _head(key: str) -> str:
    return _written({key: 0}).removesuffix("0\n")


def _is_plain(key: str, value: Any) -> bool:
    """Whether a text is surely written as it is, on the line of its key."""
    return isinstance(value, str) and len(key) + len(value) < _WIDTH // 2 and bool(_WORDS.fullmatch(value))


class _Exactly:
    """A value as a key of what is held: 1, 1.0 and true are three, and a list is one."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self.written = repr(value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Exactly) and self.written == other.written

    def __hash__(self) -> int:
        return hash(self.written)


@lru_cache(maxsize=256)
def _line(key: str, value: _Exactly) -> str:
    """The text of one key, the same whatever stands around it; of many pictures of one spec most keys are the same."""
    return _written({key: value.value})


def _is_line(value: Any) -> bool:
    """Whether a value is written apart from what follows it: of no block does the end depend on that."""
    if isinstance(value, list):
        return all(type(each) is not list and _is_line(each) for each in value)
    return value is None or type(value) in (bool, int, float) or (type(value) is str and "\n" not in value)


class _Dumper(yaml.SafeDumper):
    """Writes long texts as blocks and short lists on one line, and quotes what YAML 1.2 would not read as text."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write equal values out: an author edits each of them on its own."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists below their keys too."""
        return super().increase_indent(flow, False)

    def represent_text(self, text: str) -> yaml.ScalarNode:
        is_plain = bool(text.strip(HARD_SPACES)) and text == text.strip(HARD_SPACES) and isinstance(resolve(text), str)
        style = "|" if "\n" in text.strip("\n") else None if is_plain else "'"
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def represent_entries(self, entries: list[Any]) -> yaml.SequenceNode:
        is_short = all(not isinstance(each, (list, dict)) for each in entries) and len(str(entries)) < _WIDTH // 2
        return self.represent_sequence("tag:yaml.org,2002:seq", entries, flow_style=is_short)


_Dumper.add_representer(str, _Dumper.represent_text)
_Dumper.add_representer(list, _Dumper.represent_entries)
