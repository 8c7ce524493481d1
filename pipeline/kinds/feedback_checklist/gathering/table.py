"""A table -> groups: its headings name the columns; each row is an item."""

from __future__ import annotations

from pipeline.errors import Place, Problem, SpecError, nearest
from pipeline.kinds.feedback_checklist.gathering.found import Found
from pipeline.kinds.feedback_checklist.spec import Entry, Group
from pipeline.reading import tables

COLUMNS = ("group", "text", "state", "note", "priority", "due", "done_on")
LIMITS = {"note": 500, "due": 30, "done_on": 30}


def groups_of_table(text: str, path: str) -> tuple[Group, ...]:
    """The groups of the table at `path`, in the order in which their names occur first; rows need not be sorted.

    Raises SpecError with every cell that cannot be read, each at its place.
    """
    table = tables.parse(text, path)
    columns = _columns(table)
    found = Found(path)
    found.problems += table.problems
    ragged = {problem.place.line for problem in table.problems if problem.place}
    for row in table.rows:
        if row.number not in ragged:  # its cells may stand under the wrong headings
            _take(found, columns, table, row)
    if found.problems:
        raise SpecError(*sorted(found.problems, key=lambda problem: problem.place.line if problem.place else 0))
    return found.groups()


def _columns(table: tables.Table) -> list[str]:
    """The columns in the order of the table."""
    known = f"columns are {', '.join(COLUMNS)}"
    written = [name.lower().replace(" ", "_") for name in table.headings]
    problems = []
    for at, name in enumerate(written):
        place = Place(table.path, table.heading_line, at + 1)
        if name not in COLUMNS:
            match = nearest(name, COLUMNS)
            hint = f"the nearest is `{match}`; {known}" if match else known
            problems.append(Problem(f"unknown column `{table.headings[at]}`", place, hint))
        elif name in written[:at]:
            problems.append(Problem(f"the column `{name}` is there twice", place, "remove one"))
    if "text" not in written:
        fact = "the column `text` is missing" if written else "the table is empty"
        place = Place(table.path, table.heading_line, 1)
        problems.append(Problem(fact, place, f"the first row names the columns; {known}"))
    if problems:
        raise SpecError(*problems)
    return written


def _take(found: Found, columns: list[str], table: tables.Table, row: tables.Row) -> None:
    """Add the item of a row, or note why not."""
    cells = dict.fromkeys(COLUMNS, "") | dict(zip(columns, row.cells, strict=True))

    def at(name: str) -> tuple[int, int]:
        place = table.place(row, columns.index(name) if name in columns else 0)
        return place.line, place.column

    for name, most in LIMITS.items():
        if len(cells[name]) > most:
            fact = f"{name}: expected at most {most} characters, found {len(cells[name])}"
            found.note(*at(name), fact, "shorten it")
    state = found.state(cells["state"], *at("state"))
    priority = found.priority(cells["priority"], *at("priority"))
    if not cells["text"]:
        found.note(*at("text"), "expected text, found none", "write what is to be done, or remove the row")
        return
    due, done_on = cells["due"], cells["done_on"]
    if done_on and state not in ("done", "partial"):
        fact = f"an item that is {state} has no day on which it was done"
        found.note(*at("done_on"), fact, "write `done` as its state, or move the day to the column `due`")
    if state == "done" and due and not done_on:
        due, done_on = "", due  # a table of usual columns has one for days
    entry = Entry(text=cells["text"], state=state, note=cells["note"], priority=priority, due=due, done_on=done_on)
    found.add(cells["group"], entry, at("text")[0])
