"""A table -> groups: its headings name the columns, in every language with a catalogue; each row is an item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from pipeline.errors import Problem, SpecError, nearest_first
from pipeline.kinds.feedback_checklist.found import Found, Group, Item, Text
from pipeline.kinds.feedback_checklist.gathering.groups import Problems, check_limits
from pipeline.kinds.feedback_checklist.spec import Columns
from pipeline.kinds.feedback_checklist.states import PRIORITIES, SIGNS, STATES, Priority, State, boxed
from pipeline.notes import Note
from pipeline.prose import plain
from pipeline.reading import columns, tables
from pipeline.reading.answers import is_yes
from pipeline.words import vocabulary

FoundT = TypeVar("FoundT", State, Priority)

SECTION = "feedback_checklist_read"
FINISHED = "finished"  # a column headed `Done`, which says yes or no, or on which day


class Row(NamedTuple):
    """The item of a row, and the group that the row names."""

    group: Text
    item: Item


def found_in_table(text: str, path: str, chosen: Columns) -> Found:
    """The groups of the table at `path`, in the order in which their names occur first; rows need not be sorted.

    Raises SpecError with every cell that cannot be read, each at its place.
    """
    wanted = {name: heading for name in chosen.__struct_fields__ if (heading := getattr(chosen, name))}
    table = tables.parse(text, path, lambda cells: columns.are_headings(cells, _known(), wanted))
    wrong: list[Problem] = []
    at = columns.matched(table.headings, _known(), wanted, table.heading_place(0), wrong)
    if not wrong and "text" not in at.at:
        wrong.append(_without_texts(table))
    if wrong:
        raise SpecError(*wrong)
    problems = Problems()
    for problem in table.problems:
        problems.add(problem.message, problem.place, problem.hint)
    groups: dict[str, tuple[Text, list[Item]]] = {}
    for row in rows(table, at.at, problems):
        groups.setdefault(row.group.text, (row.group, []))[1].append(row.item)
    found = tuple(Group(title, tuple(items)) for title, items in groups.values())
    check_limits(found, problems)
    problems.check()
    return Found(found, (*table.notes, *unread(table, at.unread)))


def unread(table: tables.Table, left: Sequence[int]) -> Sequence[Note]:
    """The note on the columns that hold something and are for none of ours."""
    filled = [at for at in left if any(row.cells[at] for row in table.rows)]
    return columns.unread(table.headings, filled, table.heading_place(filled[0])) if filled else ()


def matched(table: tables.Table) -> columns.Columns:
    """Which of a table's columns is which of ours."""
    return columns.matched(table.headings, _known(), {}, table.heading_place(0), [])


def rows(table: tables.Table, at: Mapping[str, int], problems: Problems) -> list[Row]:
    """The items of a table; rows that cannot be read go to `problems`."""
    ragged = {problem.place.line for problem in table.problems if problem.place}  # their cells may be anybody's
    taken = (_row(table, row, at, problems) for row in table.rows if row.number not in ragged)
    return [row for row in taken if row is not None]


def _without_texts(table: tables.Table) -> Problem:
    if not table.headings:
        return Problem("the table is empty", table.heading_place(0), "its first row names the columns")
    hint = f"headings are {columns.listed(table.headings)}; say which holds the texts: `columns: {{text: ...}}`"
    return Problem("the column `text` is missing", table.heading_place(0), hint)


def _row(table: tables.Table, row: tables.Row, at: Mapping[str, int], problems: Problems) -> Row | None:
    def cell(name: str) -> Text:
        return Text(row.cells[at[name]], table.place(row, at[name])) if name in at else Text()

    state, days = _state(cell("state"), problems), [cell("due"), cell("done_on")]
    if finished := cell(FINISHED).text:
        known = _state_of(finished)
        state = known or "done" if state in (None, "todo") else state
        days[1] = days[1] if known or days[1].text else cell(FINISHED)
    priority = _priority(cell("priority"), problems)
    text = cell("text")
    box = boxed(text.text)
    if box and box.state and not state:
        text, state = text._replace(text=box.text), box.state
    if not text.text:
        problems.add("expected text, found none", text.place, "write what is to be done, or remove the row")
        return None
    due, done_on = (Text() if not any(map(str.isalnum, day.text)) else day for day in days)
    if state is None:
        state = "done" if done_on.text else "todo"
    if state == "done" and due.text and not done_on.text:
        due, done_on = Text(), due  # a table of usual columns has one for days
    return Row(cell("group"), Item(text, state, cell("note"), priority, due, done_on))


def _state(written: Text, problems: Problems) -> State | None:
    """The state that a cell says, None for an empty one; an unknown one is a problem."""
    return _told(_state_of(written.text), written, "state", f"states are {', '.join(STATES)}", STATES, problems)


def _state_of(text: str) -> State | None:
    if text[:1] in SIGNS or text.startswith("["):
        box = boxed(f"{text} .")
        return box.state if box else None
    state = _words(STATES).get(plain(text))
    if state is None and (answer := is_yes(text)) is not None:
        state = "done" if answer else "todo"
    return state  # type: ignore[return-value]


def _priority(written: Text, problems: Problems) -> Priority | None:
    found: Priority | None = _words(PRIORITIES).get(plain(written.text))  # type: ignore[assignment]
    return _told(found, written, "priority", f"priorities are {', '.join(PRIORITIES)}", PRIORITIES, problems)


def _told(
    found: FoundT | None, written: Text, what: str, rest: str, names: tuple[str, ...], problems: Problems
) -> FoundT | None:
    """What was found for a cell; a problem where it says something and that is none of the names."""
    if found is None and written.text.strip(" -–—"):
        hint = nearest_first(plain(written.text), names, rest)
        problems.add(f"unknown {what} `{written.text}`", written.place, hint)
    return found


@cache
def _known() -> Mapping[str, frozenset[str]]:
    """The words by which each column is known."""
    names = (*Columns.__struct_fields__, FINISHED)
    return {name: vocabulary(SECTION)[name] | {plain(name)} for name in names}


@cache
def _words(names: tuple[str, ...]) -> Mapping[str, str]:
    """Each word for a state or a priority, with the name of that."""
    found = {word: name for name in names for word in vocabulary(SECTION)[name]}
    return found | {name: name for name in names}
