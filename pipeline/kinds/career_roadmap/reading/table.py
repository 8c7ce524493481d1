"""A table -> paths: a row for each milestone, in any order of paths and of times.

path,title,at,kind,state,detail,skills,id
Go deeper,SQL and statistics,2027-02,Course,current,,SQL; Statistics,sql
"""

from __future__ import annotations

from pipeline.errors import Place, Problem, SpecError, nearest
from pipeline.kinds.career_roadmap import times
from pipeline.kinds.career_roadmap.reading.found import Found, Line
from pipeline.kinds.career_roadmap.times import Moment, Rank, Span
from pipeline.reading.tables import Row, Table, parse

COLUMNS = ("path", "title", "at", "kind", "state", "detail", "skills", "id")
ALSO = {"track": "path", "milestone": "title", "date": "at", "when": "at", "status": "state", "type": "kind"}


def found_in_table(text: str, path: str) -> Found:
    """The paths of the table at `path`, whose name tells its format; milestones in the order of their times.

    Raises SpecError if it is no table, or if its columns are others than ours.
    """
    table = parse(text, path)
    columns = _columns(table)
    found = Found()
    found.problems += table.problems
    for row in table.rows:
        _take(found, table, columns, row)
    if not table.rows:
        found.note(Place(path, table.heading_line, 1), "expected a milestone in each row, found no rows", "add one")
    for lines in found.lines().values():
        _sort(lines)
    return found


def _columns(table: Table) -> dict[str, int]:
    """Where each of our columns stands; raises SpecError with all that is wrong with the headings."""
    known = f"columns are {', '.join(COLUMNS)}"
    columns: dict[str, int] = {}
    wrong = []
    for at, heading in enumerate(table.headings):
        word = heading.casefold().replace(" ", "_")
        name = ALSO.get(word, word)
        place = _heading_place(table, at)
        if name not in COLUMNS:
            match = nearest(word, COLUMNS)
            hint = f"the nearest is `{match}`; {known}" if match else known
            wrong.append(Problem(f"unknown column `{heading}`", place, hint))
        elif name in columns:
            wrong.append(Problem(f"the column `{name}` is there twice", place, "remove one of the two"))
        else:
            columns[name] = at
    if "title" not in columns and not wrong:
        fact = "the column `title` is missing" if table.headings else "the table is empty"
        wrong.append(Problem(fact, Place(table.path, table.heading_line, 1), f"the headings name the columns; {known}"))
    if wrong:
        raise SpecError(*wrong)
    return columns


def _heading_place(table: Table, at: int) -> Place:
    """The place of a heading; of mappings the first that has it."""
    for row in table.rows:
        if row.places and row.cells[at]:
            return row.places[at]
    return Place(table.path, table.heading_line, at + 1)


def _take(found: Found, table: Table, columns: dict[str, int], row: Row) -> None:
    """Add the milestone of a row, or note why not."""
    cells = {name: " ".join(row.cells[at].split()) for name, at in columns.items()}
    places = {name: table.place(row, at) for name, at in columns.items()}
    if cells["title"]:
        found.add(cells, places)
    else:
        found.note(places["title"], "title: expected text, found none", "write what is reached, or remove the row")


def _sort(lines: list[Line]) -> None:
    """Put milestones in the order of their times; one without a time stays behind the one above it.

    A path with a time that cannot be read, or with times of several sorts, stays as it is written.
    """
    keys: list[tuple[float, ...]] = []
    sorts = set()
    for line in lines:
        try:
            time = times.parse(line.milestone.at) if line.milestone.at else None
        except times.TimeError:
            return
        if time is not None:
            sorts.add(type(time))
        keys.append(_key(time) if time is not None else keys[-1] if keys else (float("-inf"),))
    if len(sorts) == 1:
        order = sorted(range(len(lines)), key=lambda index: keys[index])
        lines[:] = [lines[index] for index in order]


def _key(time: times.Time) -> tuple[float, ...]:
    match time:
        case Moment(month, day, _):
            return month, day or 31
        case Span(months):
            return (months,)
        case Rank(number, _):
            return (number,)
