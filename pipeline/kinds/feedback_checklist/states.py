"""The states of an item, and the boxes by which task lists write them: `[x] Done`, `[ ] To do`, `[~] In progress`."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from pipeline.characters import is_blank

State: TypeAlias = Literal["done", "doing", "todo", "partial", "na"]
Priority: TypeAlias = Literal["low", "medium", "high"]

STATES: tuple[State, ...] = ("done", "doing", "todo", "partial", "na")
PRIORITIES: tuple[Priority, ...] = ("low", "medium", "high")
BOXES: dict[str, State] = {"x": "done", "": "todo", "~": "doing", "/": "doing", "-": "na"}
SIGNS: dict[str, State] = {**dict.fromkeys("✅✔✓☑", "done"), **dict.fromkeys("☐⬜◻□🔲", "todo")}  # ☒ has two meanings
VARIATION = "\ufe0e\ufe0f"  # behind a sign: as text, or as a picture
KNOWN = "boxes are [x] done, [ ] to do, [~] or [/] in progress, [-] not applicable"


class Box(NamedTuple):
    """What stands before an item's text: the mark in it, and the state it means, None for an unknown mark."""

    mark: str
    state: State | None
    text: str


def boxed(text: str) -> Box | None:
    """The box before a text and the text behind it, or None for one without a box, such as a link's."""
    if text[:1] in SIGNS:
        return Box(text[0], SIGNS[text[0]], text[1:].lstrip(VARIATION).strip()) if text[1:] else None
    close = text.find("]", 1, 4)
    if not text.startswith("[") or close < 0 or text[close + 1 : close + 2] in tuple("([:"):
        return None
    mark, rest = text[1:close].strip(), text[close + 1 :]
    if len(mark) > 1 or (rest[:1].strip() and mark.lower() not in BOXES):
        return None
    return Box(mark, BOXES.get(mark.lower()), "" if is_blank(rest) else rest.strip())
