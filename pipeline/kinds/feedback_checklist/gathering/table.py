"""A table -> groups: its headings name the columns, in every language with a catalogue; each row is an item."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, TypeVar

from pipeline.characters import is_blank
from pipeline.content import Leaf
from pipeline.errors import Problem, SpecError, nearest_first, shortened
from pipeline.kinds.feedback_checklist.gathering.groups import check_limits, refuse
from pipeline.kinds.feedback_checklist.listing import NO_TEXT, Group, Item, Listing
from pipeline.kinds.feedback_checklist.spec import Columns
from pipeline.kinds.feedback_checklist.states import PRIORITIES, SIGNS, STATES, Priority, State, boxed
from pipeline.notes import Note
from pipeline.patterns import Pattern
from pipeline.prose import plain, plural
from pipeline.reading import columns, tables
from pipeline.reading.answers import is_yes
from pipeline.words import vocabulary

NameT = TypeVar("NameT", State, Priority)

SECTION = "feedback_checklist_read"
DAY = "day"  # a column headed `Date`: by which an item is due, or on which it was done
FINISHED = "finished"  # a column headed `Done`, which says yes or no, or on which day


_PERCENT = Pattern(r"(\d{1,3})(?:[.,]\d+)?\s?%")


class Row(NamedTuple):
    """The item of a row, and the group that the row names."""

    group: Leaf
    item: Item


def listed_in_table(text: str, path: str, chosen: Columns) -> Listing:
    """The groups of the table at `path`, in the order in which their names occur first; rows need not be sorted.

    Raises SpecError with every cell that cannot be read, each at its place.
    """
    wanted = {name: heading for name in chosen.__struct_fields__ if (heading := getattr(chosen, name))}
    table = tables.parse(text, path, lambda cells: columns.are_headings(cells, _known(), wanted))
    wrong: list[Problem] = []
    at = matched(table, wanted, wrong)
    if not wrong and "text" not in at.at:
        fact, hint = "the table is empty", "its first row names the columns"
        if table.headings:
            fact, headings = "the column `text` is missing", columns.listed(table.headings)
            hint = f"headings are {headings}; say which holds the texts: `columns: {{text: ...}}`"
        wrong.append(Problem(fact, table.heading_place(0), hint))
    if wrong:
        raise SpecError(*wrong)
    table = without_total(table, at.at["text"])
    problems = [*table.problems]
    groups: dict[str, tuple[Leaf, list[Item]]] = {}
    for row in rows(table, at.at, problems):
        groups.setdefault(row.group.text, (row.group, []))[1].append(row.item)
    listed = tuple(Group(title, tuple(items)) for title, items in groups.values())
    notes = [*table.notes]
    if len(groups) > 1 and "" in groups:
        alone = groups[""][1][0].text
        notes.append(Note("values", f"“{shortened(alone.text)}” names no group, and stands in none", alone.place))
    check_limits(listed, problems)
    refuse(problems)
    return Listing(listed, (*notes, *table.unread(at.unread)))


def without_total(table: tables.Table, text: int) -> tables.Table:
    """The table without a last row that counts the others, `Total,2`, with a note."""
    *others, last = table.rows or (None,)
    if last is None or plain(last.cells[text]) not in vocabulary("reading")["totals"]:
        return table
    if any(any(map(str.isalpha, cell)) for at, cell in enumerate(last.cells) if at != text):
        return table
    notes = tables.passed_over(table.path, [last], "with a sum")
    return table._replace(rows=tuple(filter(None, others)), notes=(*table.notes, *notes))


def matched(table: tables.Table, wanted: Mapping[str, str], wrong: list[Problem]) -> columns.Columns:
    """Which of a table's columns is which of ours; one that holds boxes alone tells the states.

    One of days is of both sorts, unless another is headed as one of these: then it is of the other, or not read.
    """
    headed = columns.matched(table.headings, _known(), wanted, table.heading_place(0), wrong)
    at = {**headed.at}
    sorts = [name for name in ("due", "done_on") if name not in at]
    if DAY in at and len(sorts) < 2:
        day = at.pop(DAY)
        at |= {"due": day} if sorts == ["due"] else {}
    columns_of = {index: list(filter(None, (row.cells[index] for row in table.rows))) for index in headed.unread}
    boxes = [index for index, cells in columns_of.items() if cells and all(map(_box, cells))]
    if boxes and not {"state", FINISHED} & at.keys():
        at["state"] = boxes[0]
    return columns.Columns(at, tuple(index for index in range(len(table.headings)) if index not in at.values()))


def rows(table: tables.Table, at: Mapping[str, int], problems: list[Problem]) -> list[Row]:
    """The items of a table; rows that cannot be read go to `problems`."""
    ragged = {problem.place.line for problem in table.problems if problem.place}  # their cells may be anybody's
    taken = (_row(table, row, at, problems) for row in table.rows if row.number not in ragged)
    return [row for row in taken if row is not None]


def _row(table: tables.Table, row: tables.Row, at: Mapping[str, int], problems: list[Problem]) -> Row | None:
    def cell(name: str) -> Leaf:
        return Leaf(row.cells[at[name]], "", table.place(row, at[name])) if name in at else NO_TEXT

    state, priority = _state_of(cell("state").text), _words(PRIORITIES).get(plain(cell("priority").text))
    if state is None:
        _report_unknown("state", cell("state"), STATES, problems)
    if priority is None:
        _report_unknown("priority", cell("priority"), PRIORITIES, problems)
    due, done_on = cell("due"), cell("done_on")
    if finished := cell(FINISHED).text:
        known = _state_of(finished)
        state = known or "done" if state in (None, "todo") else state
        done_on = done_on if known or done_on.text else cell(FINISHED)
    text = cell("text")
    box = boxed(text.text)
    if box and box.state and not state:
        text, state = text._replace(text=box.text), box.state
    if is_blank(text.text):
        problems.append(Problem("expected text, found none", text.place, "write what is to be done, or remove the row"))
        return None
    due, done_on, day = (day if any(map(str.isalnum, day.text)) else NO_TEXT for day in (due, done_on, cell(DAY)))
    if state is None:
        state = "done" if done_on.text else "todo"
    if state == "done":
        done_on = done_on if done_on.text else day
    else:
        due = due if due.text else day
    note = cell("note")
    if state == "doing" and not note.text:  # how much of it is done is worth showing
        note = next((each for each in (cell("state"), cell(FINISHED)) if _PERCENT.fullmatch(each.text)), note)
    return Row(cell("group"), Item(text, state, note, priority, due, done_on))


def _state_of(text: str) -> State | None:
    if text[:1] in SIGNS or text.startswith("["):
        return _box(text)
    if percent := _PERCENT.fullmatch(text.strip()):
        return "done" if int(percent[1]) >= 100 else "doing" if int(percent[1]) else "todo"
    state = _words(STATES).get(plain(text))
    if state is None and (answer := is_yes(text)) is not None:
        state = "done" if answer else "todo"
    return state


def _box(text: str) -> State | None:
    """The state that a box alone says."""
    box = boxed(f"{text} .")
    return box.state if box and box.text == "." else None


def _report_unknown(what: str, written: Leaf, names: tuple[str, ...], problems: list[Problem]) -> None:
    """Report a cell that says something, where that is none of the names."""
    if written.text.strip(" -–—"):
        hint = nearest_first(plain(written.text), names, f"{plural(what)} are {', '.join(names)}")
        problems.append(Problem(f"unknown {what} `{written.text}`", written.place, hint))


@cache
def _known() -> Mapping[str, frozenset[str]]:
    """The words by which each column is known."""
    names = (*Columns.__struct_fields__, DAY, FINISHED)
    return {name: vocabulary(SECTION)[name] | {plain(name)} for name in names}


@cache
def _words(names: tuple[NameT, ...]) -> Mapping[str, NameT]:
    """Each word for a state or a priority, with the name of that."""
    words = {word: name for name in names for word in vocabulary(SECTION)[name]}
    return words | {name: name for name in names}
