"""A table -> groups: CSV with a header row that names its columns, commas or semicolons between the cells."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from pipeline.errors import Place, Problem, SpecError, nearest
from pipeline.kinds.feedback_checklist.gathering.found import Found
from pipeline.kinds.feedback_checklist.spec import Entry, Group

COLUMNS = ("group", "text", "state", "note", "priority", "due", "done_on")
LIMITS = {"note": 500, "due": 30, "done_on": 30}


def groups_of_table(text: str, path: str) -> tuple[Group, ...]:
    """The groups of the table at `path`, in the order in which their names occur first; rows need not be sorted.

    Raises SpecError with every cell that cannot be read, each at its line.
    """
    rows = _rows(text.removeprefix("\ufeff"), path)
    line, names = next(rows, (1, []))
    columns = _columns(names, line, path)
    found = Found(path)
    for line, cells in rows:
        _take(found, columns, cells, line)
    if found.problems:
        raise SpecError(*found.problems)
    return found.groups()


def _rows(text: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, and the line it begins in."""
    head = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begun = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begun, cells
            begun = reader.line_num + 1
    except csv.Error as error:
        hint = 'a cell with quotation marks is written "like ""this"" one"; look for one that is not closed'
        raise SpecError(Problem(f"the table breaks off here: {error}", Place(path, begun, 1), hint)) from error


def _columns(names: list[str], line: int, path: str) -> list[str]:
    """The columns in the order of the table."""
    known = f"columns are {', '.join(COLUMNS)}"
    written = [name.strip().lower().replace(" ", "_") for name in names]
    problems = []
    for at, name in enumerate(written):
        if name not in COLUMNS:
            match = nearest(name, COLUMNS)
            hint = f"the nearest is `{match}`; {known}" if match else known
            problems.append(Problem(f"unknown column `{names[at].strip()}`", Place(path, line, at + 1), hint))
        elif name in written[:at]:
            problems.append(Problem(f"the column `{name}` is there twice", Place(path, line, at + 1), "remove one"))
    if "text" not in written:
        fact = "the column `text` is missing" if names else "the table is empty"
        problems.append(Problem(fact, Place(path, line, 1), f"the first row names the columns; {known}"))
    if problems:
        raise SpecError(*problems)
    return written


def _take(found: Found, columns: list[str], cells: list[str], line: int) -> None:
    """Add the item of a row, or note why not; columns of problems count cells."""
    if len(cells) > len(columns):
        fact = f"expected {len(columns)} cells, found {len(cells)}"
        found.note(line, len(columns) + 1, fact, "put a text with the separator in it in quotation marks")
        return
    row = dict.fromkeys(COLUMNS, "") | dict(zip(columns, (cell.strip() for cell in cells), strict=False))
    at = {name: index + 1 for index, name in enumerate(columns)}
    for name, most in LIMITS.items():
        if len(row[name]) > most:
            found.note(
                line, at[name], f"{name}: expected at most {most} characters, found {len(row[name])}", "shorten it"
            )
    state = found.state(row["state"], line, at.get("state", 1))
    priority = found.priority(row["priority"], line, at.get("priority", 1))
    if not row["text"]:
        found.note(line, at["text"], "expected text, found none", "write what is to be done, or remove the row")
        return
    due, done_on = row["due"], row["done_on"]
    if done_on and state not in ("done", "partial"):
        fact = f"an item that is {state} has no day on which it was done"
        found.note(line, at["done_on"], fact, "write `done` as its state, or move the day to the column `due`")
    if state == "done" and due and not done_on:
        due, done_on = "", due  # a table of usual columns has one for days
    found.add(
        row["group"],
        Entry(text=row["text"], state=state, note=row["note"], priority=priority, due=due, done_on=done_on),
        line,
    )
