"""Values -> YAML text that `parse` reads back as they were."""

from __future__ import annotations

from typing import Any

import yaml

from pipeline.source.parsing import HARD_SPACES, resolve

_WIDTH = 100  # characters


def write(value: dict[str, Any]) -> str:
    """The YAML text of a mapping of texts, numbers, true, false, nothing, lists and mappings, in its own order."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, indent=2)


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
