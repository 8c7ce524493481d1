"""Values -> YAML text that `parse` reads back as they were.

The lines of mappings and lists are ours, and so are those of words and numbers, as nearly all texts of a spec are; what
may need quotation marks, a block or a second line is PyYAML's to write, and remembered: of many pictures of one spec
most texts are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

from pipeline.source.parsing import HARD_SPACES, resolve

_WIDTH = 100  # characters
_STEP = 2  # blanks to a level
_NO_TEXTS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))  # of YAML 1.2, and of 1.1
_IN_LISTS = frozenset(",?[]{}:")  # what has a meaning of its own within a list on one line
_ITEM = "- "


def write(value: dict[str, Any]) -> str:
    """The YAML text of a mapping of texts, numbers, true, false, nothing, lists and mappings, in its own order."""
    return "".join(_entries(value, 0)) if value else _written(value)


def _entries(values: dict[str, Any] | list[Any], indent: int) -> Iterator[str]:
    """Each entry of a block that is indented so far, with its line end."""
    margin = " " * indent
    if isinstance(values, list):
        for each in values:
            yield f"{margin}{_entry(None, _ITEM, each, indent)}"
        return
    for key, each in values.items():
        yield f"{margin}{_entry(key, _head(key), each, indent)}"


def _entry(key: str | None, head: str, value: Any, indent: int) -> str:
    """One entry that begins with `head`, behind its margin; `key` is None for that of a list."""
    if head:
        written = _on_one_line(value)
        if written and indent + len(head) + len(written) <= _WIDTH:
            return f"{head}{written}\n"
        if _is_block(value):
            block = "".join(_entries(value, indent + _STEP))
            return f"{head}{block[indent + _STEP :]}" if key is None else f"{head[:-1]}\n{block}"
    return _other(key, _Exactly(value), indent)


def _on_one_line(value: Any) -> str:
    """What is surely written as it is, if there is room for it on its line; "" where it may not be."""
    if isinstance(value, str):
        return value if _is_word(value) else ""
    if isinstance(value, list) and value and _is_short(value):
        written = [_on_one_line(each) for each in value]
        return f"[{', '.join(written)}]" if all(each and _IN_LISTS.isdisjoint(each) for each in written) else ""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value) if isinstance(value, int) else ""


def _is_word(text: str) -> bool:
    """Whether a text begins with a letter and has nothing in it that YAML may take for something else."""
    return (
        text[:1].isalpha()
        and text.isprintable()
        and text[-1] not in " :"
        and ": " not in text
        and " #" not in text
        and text.lower() not in _NO_TEXTS
    )


def _is_block(value: Any) -> bool:
    """Whether a list or a mapping has a line, or several, for each of its entries."""
    return bool(value) and (isinstance(value, dict) or (isinstance(value, list) and not _is_short(value)))


def _is_short(entries: list[Any]) -> bool:
    return all(not isinstance(each, (list, dict)) for each in entries) and len(str(entries)) < _WIDTH // 2


@lru_cache(maxsize=256)
def _head(key: str) -> str:
    """A key with its colon and a blank; "" for one that takes lines of its own."""
    written = _written({key: 0})
    return "" if "\n" in written[:-1] else written[:-2]


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
def _other(key: str | None, value: _Exactly, indent: int) -> str:
    """The text of one entry, the same whatever stands around it: PyYAML writes it as deep, and another behind it."""
    around: Any = [value.value, "-" * _WIDTH] if key is None else {key: value.value, "0" if key != "0" else "1": 0}
    above = indent // _STEP
    for _ in range(above):
        around = {"-": around}
    return "\n".join(_written(around).split("\n")[above:-2])[indent:] + "\n"


def _written(value: Any) -> str:
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, indent=_STEP)


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
        return self.represent_sequence("tag:yaml.org,2002:seq", entries, flow_style=_is_short(entries))


_Dumper.add_representer(str, _Dumper.represent_text)
_Dumper.add_representer(list, _Dumper.represent_entries)
