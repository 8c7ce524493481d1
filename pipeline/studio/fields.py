"""Where a text of a picture is written: its place, and the field of the spec that an edit of it changes."""

from __future__ import annotations

import os
from collections.abc import Sequence

from pipeline.errors import Place
from pipeline.rendering import Visual
from pipeline.source import Node
from pipeline.source.patching import Step, steps


def place(visual: Visual, field: str) -> Place | None:
    """Where a field is written: in the spec, in a file that it is read with, or the closest thing around it."""
    leaf = visual.leaves.get(field)
    if leaf and leaf.place:
        own = leaf.place.path == visual.path
        return leaf.place if own else leaf.place._replace(path=_beside(visual.path, leaf.place.path))
    return visual.node.at(field) if field else None


def editable(visual: Visual, field: str) -> str:
    """The field whose text an edit of this one changes: itself, or the plain text that stands for it and its like.

    `items[0]` is that of `items[0].text` in a list of plain texts. "" where there is none in the spec's own file.
    """
    leaf = visual.leaves.get(field)
    if not field or (leaf and leaf.place and leaf.place.path != visual.path):
        return ""
    way = steps(field)
    for length in (len(way), len(way) - 1):
        found = _node(visual.node, way[:length])
        if found and not isinstance(found.value, (dict, tuple)):
            return written(way[:length]) if found.place.path == visual.path else ""
    return ""


def node(root: Node, field: str) -> Node | None:
    """What is written at a field, None where there is nothing."""
    return _node(root, steps(field))


def written(way: Sequence[Step]) -> str:
    """A way as a field: `groups[1].text`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way).removeprefix(".")


def _node(found: Node | None, way: Sequence[Step]) -> Node | None:
    for step in way:
        if found is not None:
            found = found.entry(step) if isinstance(step, int) else found.child(step)
    return found


def _beside(spec_path: str, path: str) -> str:
    """The path of a file that a spec is read with, as it can be opened from here."""
    return path if os.path.isfile(path) else os.path.normpath(os.path.join(os.path.dirname(spec_path), path))
