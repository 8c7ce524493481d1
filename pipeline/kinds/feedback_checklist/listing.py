"""A checklist as its spec or file lists it: groups of items whose texts know their places."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.kinds.feedback_checklist.states import Priority, State
from pipeline.notes import Note
from pipeline.patterns import Pattern

NO_TEXT = Leaf("", "")
_GAP = Pattern(r"[ \t\r\n]+")  # spaces that do not break stay


def on_one_line(text: Leaf, field: str) -> Leaf:
    """The text on one line, as what this field says."""
    return Leaf(_GAP.sub(" ", text.text).strip(), field, text.place, text.lang)


class Item(NamedTuple):
    """One thing on the list, as it is listed."""

    text: Leaf
    state: State = "todo"
    note: Leaf = NO_TEXT
    priority: Priority | None = None
    due: Leaf = NO_TEXT
    done_on: Leaf = NO_TEXT

    @property
    def is_open(self) -> bool:
        return self.state in ("doing", "todo", "partial")

    @property
    def day(self) -> Leaf:
        """The day that is shown: when it is due while it is open, and when it was done."""
        return self.due if self.is_open and self.due.text else self.done_on


class Group(NamedTuple):
    """Items that belong together; without a title they are a list without groups."""

    title: Leaf
    items: tuple[Item, ...]
    quote: Leaf = NO_TEXT


class Listing(NamedTuple):
    """What the spec or its file lists, and the notes on what it holds besides."""

    groups: tuple[Group, ...]
    notes: tuple[Note, ...] = ()
    title: Leaf = NO_TEXT
