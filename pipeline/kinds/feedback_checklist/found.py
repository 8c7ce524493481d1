"""What a checklist's spec or file holds, as it was found: groups of items whose texts know their places."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.errors import Place
from pipeline.kinds.feedback_checklist.states import Priority, State
from pipeline.notes import Note

_GAP = re.compile(r"[ \t\r\n]+")  # spaces that do not break stay


class Text(NamedTuple):
    """A text as it was found, with its place in another file, or the field of the spec that says it."""

    text: str = ""
    place: Place | None = None
    field: str = ""

    def leaf(self, field: str) -> Leaf:
        """The text on one line, as what the field says."""
        return Leaf(_GAP.sub(" ", self.text).strip(), field, self.place)


class Item(NamedTuple):
    """One thing on the list, as it was found."""

    text: Text
    state: State = "todo"
    note: Text = Text()
    priority: Priority | None = None
    due: Text = Text()
    done_on: Text = Text()

    @property
    def is_open(self) -> bool:
        return self.state in ("doing", "todo", "partial")

    @property
    def day(self) -> Text:
        """The day that is shown: when it is due while it is open, and when it was done."""
        return self.due if self.is_open and self.due.text else self.done_on


class Group(NamedTuple):
    """Items that belong together; without a title they are a list without groups."""

    title: Text
    items: tuple[Item, ...]
    quote: Text = Text()


class Found(NamedTuple):
    """What the spec or its file holds, and what is to be said of it."""

    groups: tuple[Group, ...]
    notes: tuple[Note, ...] = ()
    title: Text = Text()
