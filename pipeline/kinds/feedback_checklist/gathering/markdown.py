"""Markdown task lists -> groups: `## Group`, then `- [x] done`, `- [ ] to do`, `- [~]` or `- [/]` in progress.

`- [-]` is an item that does not apply. Text that is indented below an item is its note. Paragraphs and headings without
items are for the file's other readers and left out; a box that cannot be read, a task inside another, and a list entry
without a box are reported.
"""

from __future__ import annotations

import re

from pipeline.characters import is_blank
from pipeline.errors import SpecError
from pipeline.kinds.feedback_checklist.gathering.found import Found
from pipeline.kinds.feedback_checklist.spec import Entry, Group, State

BOXES: dict[str, State] = {"x": "done", "X": "done", " ": "todo", "": "todo", "~": "doing", "/": "doing", "-": "na"}
MAX_NOTE = 500
MAX_LINE = 5_000
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)$")
_ENTRY = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(.*))?$")
_BOX = re.compile(r"\[([^\]]{0,12})\](?:[ \t]+(.*))?$")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_MARKED = re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")


def groups_of_markdown(text: str, path: str) -> tuple[Group, ...]:
    """The groups of the file at `path`; raises SpecError with every line that cannot be read."""
    reading = _Reading(path)
    for line, written in enumerate(text.splitlines(), start=1):
        reading.take(written, line)
    reading.finish()
    if reading.found.problems:
        raise SpecError(*reading.found.problems)
    return reading.found.groups()


class _Reading:
    """What is known while the lines go by: the group, the item whose notes may follow, whether code is open."""

    def __init__(self, path: str) -> None:
        self.found = Found(path)
        self.title = ""
        self.item: tuple[str, State, int] | None = None
        self.notes: list[str] = []
        self.fence = ""
        self.fence_line = 0

    def take(self, written: str, line: int) -> None:
        """One line of the file."""
        if len(written) > MAX_LINE:
            fact = f"expected a line of at most {MAX_LINE:,} characters, found {len(written):,}"
            self.found.note(line, 1, fact, "shorten it, or break it into several")
        elif mark := _FENCE.match(written):
            self.fence_line = self.fence_line if self.fence else line
            self.fence = "" if self.fence == mark[1] else self.fence or mark[1]
        elif self.fence or _RULE.match(written):
            self.end_item()
        elif heading := _HEADING.match(written):
            self.end_item()
            self.title = (
                _plain(_unclosed(heading[2])) if len(heading[1]) > 1 else self.title
            )  # `#` is the file's own title
        elif entry := _ENTRY.match(written):
            self._take_entry(entry, line)
        elif written[:1] in " \t" and written.strip():
            self.notes.append(_plain(written))
        elif written.strip():
            self.end_item()

    def finish(self) -> None:
        """The end of the file: what is still open is closed, or reported if it has swallowed the rest."""
        self.end_item()
        if self.fence:
            self.found.note(
                self.fence_line, 1, f"the code that begins with {self.fence} does not end", f"end it with {self.fence}"
            )

    def end_item(self) -> None:
        """The item at hand is whole: no more notes follow."""
        if self.item is not None:
            text, state, line = self.item
            note = " ".join(self.notes)
            if len(note) > MAX_NOTE:
                fact = f"expected at most {MAX_NOTE} characters below an item, found {len(note)}"
                self.found.note(line, 1, fact, "shorten them, or move them to a paragraph of their own")
            self.found.add(self.title, Entry(text=text, state=state, note=note), line)
        self.item, self.notes = None, []

    def _take_entry(self, entry: re.Match[str], line: int) -> None:
        """A list entry: an item, a note, or a mistake."""
        box = _BOX.match(entry[2] or "")
        is_nested = len(entry[1].expandtabs(4)) >= 2 and self.item is not None
        column = len(entry[1]) + 1
        if is_nested and box is None:
            self.notes.append(_plain(entry[2] or ""))
        elif is_nested:
            fact = "a task inside another one is not read"
            self.found.note(line, column, fact, "move it to the first level, or take its box away: then it is a note")
        elif box is None:
            fact = f"expected a box, found `{(entry[2] or '')[:30]}`"
            self.found.note(line, column, fact, "write `- [ ]` before the text, or make it a paragraph")
        else:
            self.end_item()
            self._begin(box, line, column)

    def _begin(self, box: re.Match[str], line: int, column: int) -> None:
        text = _plain(box[2] or "")
        if box[1] not in BOXES:
            hint = "boxes are [x] done, [ ] to do, [~] or [/] in progress, [-] not applicable"
            self.found.note(line, column, f"unknown box `[{box[1]}]`", hint)
        elif is_blank(text):
            self.found.note(line, column, "expected text behind the box, found none", "write it, or remove the line")
        else:
            self.item = (text, BOXES[box[1]], line)


def _unclosed(heading: str) -> str:
    """A heading without the number signs behind it."""
    return heading.rstrip(" \t").rstrip("#").rstrip(" \t")


def _plain(text: str) -> str:
    """The text without Markdown's links, code and strong marks; `*emphasis*` is ours too."""
    return _MARKED.sub(r"\2", _LINK.sub(r"\1", text)).replace("`", "").strip()
