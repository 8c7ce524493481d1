"""Markdown task lists -> groups: `## Group`, then `- [x] done`, `- [ ] to do`, `- [~]` or `- [/]` in progress.

    # Moving out                   the title, where it is the only one and the spec has none
    ## Kitchen                     a group; names that occur below several headings tell which: `Kitchen: Before`
    - [ ] Wash the pans            an item, also in a quotation, a numbered list or a table of tasks
      - [x] find the brush         an item of its own
      - with sand                  a note of the item above, as is a paragraph below it
    - Windows                      without a box: a group, if tasks stand below it

What else the file holds is for its other readers, and is reported once. What HTML hides, and code, is not read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.article import front_matter
from pipeline.characters import is_blank
from pipeline.content import Leaf
from pipeline.errors import Place, Problem, enumerated, shortened
from pipeline.kinds.feedback_checklist.gathering import table as task_table
from pipeline.kinds.feedback_checklist.gathering.groups import check_limits, refuse
from pipeline.kinds.feedback_checklist.listing import NO_TEXT, Group, Item, Listing
from pipeline.kinds.feedback_checklist.states import KNOWN, Box, State, boxed
from pipeline.notes import Note
from pipeline.reading import markdown
from pipeline.reading.tables import Row, Table

MOST_NAMED = 3  # passages in a note
MAX_LENGTH = 5_000  # characters of an item with its note, before its marks are looked for
WIDEST_UNWRAPPED = 66  # characters: a file whose longest entry is shorter was not broken for its width
_BEFORE = " \t>"  # what may stand before a line's text
_ENDS = (".", "!", "?", "…", ":", ";")
_NOTE = "\ue007"  # a private character, taken out of the file: where an item's note begins
_JOINED_BOX = re.compile(r"\s*([-*+]|\d+[.)])[^\S \t]?(\[[ xX~/-]?\])\s*\S")  # `-[ ] Text`: no entry of a list
_ANCHOR = re.compile(r"\s*\{#[^{}]*\}\s*$")  # of a heading: `## Kitchen {#kitchen}`
_MARKERS = "-*+.)0123456789 \t>"


class _Name(NamedTuple):
    """A heading, or an entry without a box, that may name a group."""

    text: str
    place: Place
    level: int = 0


@dataclass(eq=False)
class _Task:
    """An item as it grows: paragraphs and entries below it are its notes."""

    text: str
    state: State
    place: Place
    notes: list[Leaf] = field(default_factory=list)

    def item(self) -> Item:
        note = ""
        for each in self.notes:
            between = "; " if note and not note.endswith((",", *_ENDS)) else " "
            note = f"{note}{between}{each.text}".strip()
        place = self.notes[0].place if self.notes else None
        return Item(Leaf(self.text, "", self.place), self.state, Leaf(note, "", place))


class _Entry(NamedTuple):
    """A list entry that is open: a task, or words that may name a group."""

    name: _Name
    task: _Task | None = None


def listed_in_markdown(text: str, path: str) -> Listing:
    """The groups of the file at `path`, and its title; raises SpecError with what cannot be read, each sort once."""
    text = text.replace(_NOTE, "")
    head, front = front_matter.read(text, path)
    lines = text.splitlines(keepends=True)
    document = markdown.parse("".join(["\n"] * head + lines[head:]))
    reading = _Reading(document, path)
    for block in document.blocks:
        reading.take(block)
    reading.take_title(front.get("title", "").strip())
    return reading.listing()


class _Reading:
    """What is known while the blocks go by: headings, open entries, groups, and what is passed over."""

    def __init__(self, document: markdown.Document, path: str) -> None:
        self.document, self.path = document, path
        self.problems: list[Problem] = []
        self.notes: list[Note] = []
        self.headings: list[_Name] = []
        self.entries: list[_Entry] = []
        self.groups: dict[tuple[str, ...], tuple[tuple[_Name, ...], list[_Task | Item]]] = {}
        self.passed: list[_Name] = []
        self.code: list[_Name] = []  # the first box of each, or all of it; its level is not 0 where it has one
        self.used: set[_Name] = set()
        self.nested: list[Place] = []
        headings = [block for block in document.blocks if block.sort == "heading" and not block.depth + block.quoted]
        first = [block for block in headings if block.level == 1]
        self.first = first[0] if len(first) == 1 and first[0] is headings[0] else None
        self.title = NO_TEXT
        entries = (line for block in document.blocks if block.depth for line in document.lines[block.begin : block.end])
        self.width = max(map(len, entries), default=0)

    def take(self, block: markdown.Block) -> None:
        """One block of the file."""
        del self.entries[block.depth - block.opens :]
        opens_entry = block.opens > 0 and block.sort not in ("code", "html", "table", "footnote")
        while len(self.entries) < block.depth - opens_entry:
            self.entries.append(_Entry(_Name("", self._place(block))))
        if block.sort in ("code", "html"):
            self._hidden(block)
        elif block.sort == "table":
            self._table(block)
        elif block.sort == "heading" and not block.depth and not block.quoted:
            self._heading(block)
        elif opens_entry:
            self._entry(block)
        else:
            self._boxless(block)

    def take_title(self, title: str) -> None:
        """The title of the front matter, for a file without a heading that is one."""
        if not self.title.text:
            self.title = Leaf(title, "", Place(self.path, 1, 1))
        elif title and title != self.title.text:
            fact = f"the title of the front matter is not shown: “{shortened(title)}”"
            self.notes.append(Note("text", fact, Place(self.path, 1, 1)))

    def listing(self) -> Listing:
        """All of it; raises SpecError with what is wrong, or for a file of words without any box."""
        if not self.groups and (passed := [*self.passed, *(code for code in self.code if code.level)]):
            entry = next((name for name in passed if name.level < 0), None)
            first, what = entry or passed[0], "list entry" if entry else "text"
            fact = f"this file has no task boxes; its first {what} is `{shortened(first.text)}`"
            hint = "write `- [ ]` before what is to be done, `- [x]` before what is; or use `items`"
            self.problems.append(Problem(fact, first.place, hint))
        groups = self._named()
        check_limits(groups, self.problems)
        refuse(self.problems)
        return Listing(groups, (*self._notes_on_passed(), *self.notes), self.title)

    def _heading(self, block: markdown.Block) -> None:
        text = _ANCHOR.sub("", " ".join(block.lines))
        if box := boxed(text):
            text = box.text
            self.notes.append(
                Note("rows", f"the box of a heading is not read: “{shortened(text)}”", self._place(block))
            )
        name = _Name(self._words(text), self._place(block), block.level)
        if block is self.first and not self.groups:
            self.title = Leaf(name.text, "", name.place)
            return
        while self.headings and self.headings[-1].level >= block.level:
            self.headings.pop()
        self.headings.append(name)
        self.passed += [name] if name.text else []

    def _hidden(self, block: markdown.Block) -> None:
        """Code, or HTML: neither is read; boxes in code are reported, since it may be indented by mistake."""
        if block.is_open:
            what, mark = ("code", "```") if block.sort == "code" else ("comment", "<!--")
            self.problems.append(
                Problem(f"the {what} that begins with {mark} does not end", self._place(block), "end it")
            )
        elif block.sort == "code":
            boxes = (line.strip() for line in block.lines if boxed(line.lstrip(_MARKERS)))
            box = next(boxes, "")
            self.code.append(_Name(box or " ".join(block.lines), self._place(block), len(box)))
        else:
            self._pass(markdown.words(" ".join(block.lines)).plain, block)

    def _entry(self, block: markdown.Block) -> None:
        """A list entry begins: an item, a note of the one around it, or words."""
        box = boxed(block.lines[0])
        if box is None:
            text = self._boxless(block)
            self.entries.append(_Entry(_Name(text, self._place(block), -1)))
            return
        task = self._boxed(box, block)
        self.nested += [task.place] if task and self._task() else []
        if task:
            self._group().append(task)
        self.entries.append(_Entry(_Name("", self._place(block)), task))

    def _boxed(self, box: Box, block: markdown.Block) -> _Task | None:
        """The item behind a box; None, with a problem, where there is none."""
        place = self._place(block)
        if box.state is None:
            self.problems.append(Problem(f"unknown box `[{box.mark}]`", place, KNOWN))
            return None
        if (length := sum(map(len, block.lines))) > MAX_LENGTH:
            fact = f"expected at most {MAX_LENGTH:,} characters behind a box, found {length:,}"
            self.problems.append(Problem(fact, place, "shorten it, or break it into several"))
            return None
        for at, line in enumerate(block.lines[1:], 1):
            if mark := _JOINED_BOX.match(line):
                fact, hint = f"expected a blank between `{mark[1]}` and its box", f"write `{mark[1]} {mark[2]}`"
                self.problems.append(Problem(fact, Place(self.path, block.begin + at + 1, 1), hint))
        first = self._first_of_note(block)
        text = [box.text, *block.lines[1:first]]
        note = [_NOTE, *block.lines[first:]] if first < len(block.lines) else []
        read = markdown.words("\n".join([*text, *note]), self.document.references)
        text_read, _, note_read = read.marked.partition(_NOTE)
        task = _Task(text_read.strip(), box.state, place)
        if read.struck:
            self._struck(task, read.struck, place)
        if is_blank(task.text):
            self.problems.append(
                Problem("expected text behind the box, found none", place, "write it, or remove the line")
            )
            return None
        if note:
            task.notes.append(Leaf(note_read.strip(), "", Place(self.path, block.begin + first + 1, 1)))
        return task

    def _struck(self, task: _Task, struck: Sequence[str], place: Place) -> None:
        """What is struck through is not shown; an item that is so as a whole is dropped, unless it is done."""
        words = ", ".join(f"“{shortened(text)}”" for text in struck[:MOST_NAMED])
        if task.text:
            self.notes.append(Note("text", f"struck through and not shown: {words}", place))
            return
        task.text = " ".join(struck).replace("*", r"\*")
        if task.state != "done":
            task.state = "na"
            self.notes.append(Note("values", f"struck through, and so read as not applicable: {words}", place))

    def _first_of_note(self, block: markdown.Block) -> int:
        """The first line of an item's paragraph that does not go on with its sentence: there its note begins."""
        source = [self.document.lines[block.begin + at] for at in range(len(block.lines))]
        for at in range(1, len(source)):
            before, line = source[at - 1], source[at]
            text = line.lstrip(_BEFORE)
            is_lazy = not line.lstrip(">")[:2].strip(">").startswith((" ", "\t"))
            is_broken = before.endswith(("  ", "\\"))
            first = text.split(maxsplit=1)[:1]  # it had no room in the file's width: the line was broken for that
            is_full = bool(first) and len(before.rstrip()) + 1 + len(first[0]) > self.width >= WIDEST_UNWRAPPED
            goes_on = text[:1].islower() or is_full
            if is_broken or not (is_lazy or (goes_on and not before.rstrip().endswith(_ENDS))):
                return at
        return len(source)

    def _table(self, block: markdown.Block) -> None:
        """The tasks of a table, where it has a column of them."""
        cells = [tuple(map(self._words, row)) for row in block.rows]
        lines = [block.begin + 1, *range(block.begin + 3, block.begin + 2 + len(cells))]
        for line in lines[1:]:
            if (found := markdown.cells(self.document.lines[line - 1])) > len(cells[0]):
                fact, hint = (
                    f"expected {len(cells[0])} cells, found {found}",
                    "write a bar in a text with a backslash: `\\|`",
                )
                self.problems.append(Problem(fact, Place(self.path, line, 1), hint))
        rows = tuple(Row(line, row) for line, row in zip(lines[1:], cells[1:], strict=True))
        table = Table(self.path, cells[0], rows, lines[0])
        columns = task_table.matched(table, {}, [])
        if "text" in columns.at:
            table = task_table.without_total(table, columns.at["text"])
        at = columns.at  # it has a column of tasks, and another of ours or boxes before them
        if "text" not in at or (len(at) == 1 and not any(boxed(row.cells[at["text"]]) for row in rows)):
            self.passed.append(_Name(" | ".join(filter(None, cells[0])), self._place(block)))
            return
        for row in task_table.rows(table, at, self.problems):
            names = [_Name(row.group.text, row.group.place)] if row.group.text and row.group.place else []
            self._group(names).append(row.item)
        self.notes += table.notes
        self.notes += table.unread(columns.unread, can_map=False)

    def _group(self, names: Iterable[_Name] = ()) -> list[_Task | Item]:
        """The items of the group at hand."""
        path = (*self.headings, *(entry.name for entry in self.entries if not entry.task and entry.name.text), *names)
        return self.groups.setdefault(tuple(name.text for name in path), (path, []))[1]

    def _task(self) -> _Task | None:
        """The innermost item that is open."""
        return next((entry.task for entry in reversed(self.entries) if entry.task), None)

    def _boxless(self, block: markdown.Block) -> str:
        """Words without a box, which come back: a note of the item around them, or else passed over."""
        text, task = self._words("\n".join(block.lines)), self._task()
        if task and block.sort != "footnote":
            task.notes.append(Leaf(text, "", self._place(block)))
        else:
            self._pass(text, block, level=-1 if block.depth and block.opens else 0)
        return text

    def _pass(self, text: str, block: markdown.Block, level: int = 0) -> None:
        if text:
            self.passed.append(_Name(text, self._place(block), level))

    def _named(self) -> tuple[Group, ...]:
        """The groups; those of one name have their parents' names before it, as far as that tells them apart."""
        paths = dict.fromkeys(self.groups, 1)
        while True:
            titles = {key: key[-length:] for key, length in paths.items()}
            counts = Counter(titles.values())
            longer = [key for key, title in titles.items() if counts[title] > 1 and paths[key] < len(key)]
            if not longer:
                break
            paths.update({key: paths[key] + 1 for key in longer})
        groups = []
        for key, (path, items) in self.groups.items():
            names = path[-paths[key] :]
            self.used.update(names)
            title = NO_TEXT
            if names:
                text = ": ".join([*(name.text.rstrip(":") for name in names[:-1]), names[-1].text])
                title = Leaf(text, "", names[-1].place)
            groups.append(Group(title, tuple(each.item() if isinstance(each, _Task) else each for each in items)))
        return tuple(groups)

    def _notes_on_passed(self) -> Iterable[Note]:
        """What is passed over, in one line, and that the order of tasks within tasks is not shown."""
        passed = [name for name in self.passed if name not in self.used]
        shown = {(name.text, name.level) for name in self.used if name.level > 0}
        for name in [name for name in passed if (name.text, name.level) in shown]:
            passed.remove(name)
            fact = f"several headings are called “{shortened(name.text)}”: their tasks are one group"
            yield Note("rows", fact, name.place)
        if passed:
            words = enumerated([f"“{shortened(markdown.plain(name.text))}”" for name in passed], MOST_NAMED)
            what = "a passage without a box is" if len(passed) == 1 else f"{len(passed)} passages without a box are"
            yield Note("rows", f"{what} not on the list: {words}", passed[0].place)
        for code in self.code[:MOST_NAMED]:
            though = ", though it has a box in it" if code.level else ""
            yield Note("rows", f"code is not read{though}: “{shortened(code.text)}”", code.place)
        if len(self.nested) == 1:
            yield Note("values", "a task within another is read as an item of its own", self.nested[0])
        elif self.nested:
            fact = f"{len(self.nested)} tasks within others are read as items of their own"
            yield Note("values", fact, self.nested[0])

    def _words(self, text: str) -> str:
        return markdown.words(text, self.document.references).marked

    def _place(self, block: markdown.Block) -> Place:
        line = self.document.lines[block.begin]
        return Place(self.path, block.begin + 1, len(line) - len(line.lstrip(_BEFORE)) + 1)
