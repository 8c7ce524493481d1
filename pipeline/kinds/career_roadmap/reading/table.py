"""A table -> paths: a row for each milestone, in any order of paths and of times.

path,title,at,kind,state,detail,skills,id
Go deeper,SQL and statistics,2027-02,Course,current,,SQL; Statistics,sql
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.errors import Place, Problem, SpecError
from pipeline.kinds.career_roadmap.content import Material
from pipeline.kinds.career_roadmap.reading.found import Found
from pipeline.kinds.career_roadmap.spec import CareerRoadmap
from pipeline.kinds.career_roadmap.words import known
from pipeline.notes import Note
from pipeline.prose import one_line, plain
from pipeline.reading import columns
from pipeline.reading.tables import Row, parse, passed_over
from pipeline.words import vocabulary

COLUMNS = ("path", "title", "at", "kind", "state", "detail", "skills", "id")


def in_table(spec: CareerRoadmap, text: str) -> Material:
    """The paths of the spec's table, whose name tells its format; milestones in the order of their times.

    Raises SpecError if it is no table, or if it has no column of titles.
    """
    words = {name: known(name) | {name} for name in COLUMNS}
    table = parse(text, spec.data, lambda cells: columns.are_headings(cells, words, spec.columns))
    problems: list[Problem] = []
    found_columns = columns.matched(table.headings, words, spec.columns, table.heading_place(0), problems)
    if "title" not in found_columns.at and not problems:
        fact = "the column `title` is missing" if table.headings else "the table is empty"
        hint = f"columns are {', '.join(COLUMNS)}"
        if table.headings:
            hint = f"say which heading it is: `columns: {{title: ...}}`; headings are {columns.listed(table.headings)}"
        problems.append(Problem(fact, Place(table.path, table.heading_line, 1), hint))
    if problems:
        raise SpecError(*problems)
    found = Found()
    found.problems += table.problems
    found.notes += table.notes
    found.notes += table.unread(found_columns.unread)
    at = dict(found_columns.at)
    has_times = "at" in at and any(row.cells[at["at"]] for row in table.rows)
    totals = [row for row in table.rows if has_times and not row.cells[at["at"]] and _is_total(row, at)]
    found.notes += passed_over(table.path, totals, "with a total")
    for row in (row for row in table.rows if row not in totals):
        cells = {name: one_line(row.cells[column]) for name, column in at.items()}
        places = {name: table.place(row, column) for name, column in at.items()}
        if cells["title"]:
            found.add(cells, places)
        else:
            found.wrong(places["title"], "title: expected text, found none", "write what is reached, or remove the row")
    if not table.rows:
        place = Place(spec.data, table.heading_line, 1)
        found.wrong(place, "expected a milestone in each row, found no rows", "add one")
    named = [bool(row.cells[at["path"]]) for row in table.rows if row not in totals] if "path" in at else []
    if any(named) and not all(named):
        row = next(row for row in table.rows if row not in totals and not row.cells[at["path"]])
        fact = f"“{row.cells[at['title']]}” names no path, and stands on one without a name"
        found.notes.append(Note("values", fact, table.place(row, at["path"])))
    found.put_in_time(spec.date_format)
    return found.material()


def _is_total(row: Row, at: Mapping[str, int]) -> bool:
    """Whether its title is a word for a total, or its path is one and the title no more than a number."""
    title, path = row.cells[at["title"]], row.cells[at["path"]] if "path" in at else ""
    name = path if not title or title.isdecimal() else title
    return plain(name) in vocabulary("reading")["totals"]
