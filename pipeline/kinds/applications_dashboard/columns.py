"""The headings of a list -> the columns that a board knows: usual names, stages as headings, and an author's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.errors import Problem
from pipeline.kinds.applications_dashboard import stages
from pipeline.prose import plain
from pipeline.reading import columns, dates
from pipeline.reading.answers import is_yes
from pipeline.reading.tables import Table
from pipeline.words import vocabulary

COLUMNS = (
    "company", "role", "stage", "applied", "updated", "next_step", "next_date", "reached", "source", "location",
    "screening", "interview", "offer", "rejected", "withdrawn",
)  # fmt: skip
"""The first ten are what an application has; the rest hold the day on which it came to that stage, or yes."""

DAYS = ("applied", "updated", "next_date", "screening", "interview", "offer", "rejected", "withdrawn")
STAGE_DAYS = DAYS[3:]
_ELSE = "_else"  # the end of the names of lists with words that say so only where no better one stands


class Found(NamedTuple):
    """Where each column stands, where further ones of a stage do, and which headings stand for none."""

    at: Mapping[str, int]
    more: Mapping[str, tuple[int, ...]]
    unread: tuple[int, ...]


def are_headings(cells: Sequence[str], chosen: Mapping[str, str]) -> bool:
    """Whether a row of a file is that of the headings."""
    known = vocabulary("application_columns")
    return columns.are_headings(
        cells, {name: [*words, *known.get(name + _ELSE, ())] for name, words in known.items()}, chosen
    )


def positions(table: Table, chosen: Mapping[str, str], field: str, problems: list[Problem]) -> Found:
    """Which heading is which column; what is wrong goes to `problems`.

    `chosen` are an author's `columns`: our name to the heading that is meant, or to "" for none. `field` is the key
    that holds the rows where they stand in the spec.
    """
    words = vocabulary("application_columns")
    place = None if field else table.heading_place(0)
    usual = {column: words.get(column, frozenset()) for column in COLUMNS}
    complaints: list[Problem] = []
    found = dict(columns.matched(table.headings, usual, chosen, place, complaints).at)
    for column in COLUMNS:
        if column not in found and column not in chosen:
            known = words.get(column + _ELSE, frozenset())
            free = [at for at in range(len(table.headings)) if at not in found.values()]
            if at_else := [at for at in free if plain(table.headings[at]) in known]:
                found[column] = at_else[0]
    problems += (each._replace(field=each.field or field) for each in complaints)
    more: dict[str, list[int]] = {}
    for at in range(len(table.headings)):
        stage = _stage_of(table, at) if at not in found.values() else ""
        if stage and stage not in chosen:
            if stage in found:
                more.setdefault(stage, []).append(at)
            else:
                found[stage] = at
    taken = {*found.values(), *(at for columns_of in more.values() for at in columns_of)}
    unread = tuple(at for at, name in enumerate(table.headings) if name.strip() and at not in taken)
    problems += _missing(found, table, unread, field)
    return Found(found, {stage: tuple(at) for stage, at in more.items()}, unread)


def _stage_of(table: Table, at: int) -> str:
    """The stage that a heading names, `Phone` or `On-site`, if its column holds days or yes and no."""
    meant = stages.usual(plain(table.headings[at]))
    if meant is None or meant.stage not in STAGE_DAYS or meant.is_silent:
        return ""
    cells = [cell for row in table.rows if (cell := row.cells[at])]
    return meant.stage if cells and all(_is_day(cell) or is_yes(cell) is not None for cell in cells) else ""


def _is_day(cell: str) -> bool:
    try:
        found = dates.parse(cell)
    except dates.DateError as error:
        return error.is_ambiguous
    return found is None or found.grain in ("day", "moment")


def _missing(found: Mapping[str, int], table: Table, unread: Sequence[int], field: str) -> list[Problem]:
    """What a list cannot do without: whose the application is, and where it stands or when it was sent."""
    place = None if field else table.heading_place(0)
    if not any(heading.strip() for heading in table.headings):
        hint = "the first row names the columns: company, role, stage, applied, ..."
        return [Problem("the table is empty", place, hint, field)]
    missing = []
    if "company" not in found and "role" not in found:
        missing.append("company")
    if "stage" not in found and "applied" not in found and not any(column in found for column in STAGE_DAYS):
        missing.append("stage")
    free = columns.listed([table.headings[at] for at in unread])
    headed = f"; other headings are {free}" if free else ""
    hint = "`columns: {{{column}: ...}}` names it{headed}"
    return [
        Problem(f"the column `{column}` is missing", place, hint.format(column=column, headed=headed), field)
        for column in missing
    ]
