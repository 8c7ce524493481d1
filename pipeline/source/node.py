"""A value of a YAML file that remembers where it was written."""

from __future__ import annotations

import re
from typing import Any, NamedTuple, TypeAlias

from pipeline.errors import Place
from pipeline.notes import Note

Scalar: TypeAlias = str | int | float | bool | None

_SAME = {"theme": "themes", "themes": "theme"}  # who writes the one means the other, too
STEP = r"\[(\d+)\]|\.?([^.\[\]]+)"  # one step of a field: an index or a key


class Node(NamedTuple):
    """A scalar, a list or a mapping, and the place where it begins.

    `key_place` is the place of the key that names it. `text` is how a scalar was written (`2024`, `0x1F`, `~`),
    because a number stands for its digits where text is expected. `notes`, at the root, are on what YAML does not read
    as its author may have meant it, and `comment` is what stands behind a plain scalar as one, `#7A3CFF`.
    """

    value: Scalar | tuple[Node, ...] | dict[str, Node]
    place: Place
    key_place: Place | None = None
    text: str = ""
    notes: tuple[Note, ...] = ()
    comment: str = ""

    def at(self, field: str) -> Place:
        """The place of a field such as `groups[1].items[0].text`, or of the closest thing around it that is written."""
        node = self
        for index, key in re.findall(STEP, field):
            child = node.entry(int(index)) if index else node.child(key)
            if child is None:
                break
            node = child
        return node.place

    def child(self, key: str) -> Node | None:
        """What a mapping holds under `key`, or None."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def plain(self) -> Any:
        """The value without places: a scalar, a list or a mapping."""
        if isinstance(self.value, dict):
            return {key: child.plain() for key, child in self.value.items()}
        return [child.plain() for child in self.value] if isinstance(self.value, tuple) else self.value

    def entry(self, index: int) -> Node | None:
        """What a list holds at `index`, or None."""
        return self.value[index] if isinstance(self.value, tuple) and index < len(self.value) else None


def with_defaults(node: Node, defaults: Node) -> Node:
    """The mapping `node` with the keys of `defaults` that it leaves out; each key keeps the place it was written at."""
    if not isinstance(node.value, dict) or not isinstance(defaults.value, dict):
        return node
    own = {*node.value, *(_SAME[key] for key in node.value if key in _SAME)}
    missing = {key: value for key, value in defaults.value.items() if key not in own}
    return node._replace(value={**node.value, **missing}, notes=(*node.notes, *defaults.notes))
