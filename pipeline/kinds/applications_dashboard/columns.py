"""The headings of a list -> the columns that a board knows: usual names, stages as headings, and an author's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TypeAlias

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


def are_headings(cells: Sequence[str], chosen: Mapping[str, str]) -> bool:
    """Whether a row of a file is that of the headings."""
    return columns.are_headings(cells, _headings(), chosen)


@cache
def _headings() -> Mapping[str, frozenset[str]]:
    """All words for each column, those too that say so only where no better one stands."""
    known = vocabulary("application_columns")
    return {name: words | known.get(name + _ELSE, frozenset()) for name, words in known.items()}


Positions: TypeAlias = tuple[dict[str, int], dict[str, list[int]], list[int]]


def positions(table: Table, chosen: Mapping[str, str], field: str, problems: list[Problem]) -> Positions:
    """Where each column stands, where further ones of a stage do, and which headings stand for none.

    `chosen` are an author's `columns`: our name to the heading that is meant, or to "" for none. `field` is the key
    that holds the rows where they stand in the spec. What is wrong goes to `problems`.
    """
    words = vocabulary("application_columns")
    usual = {column: words.get(column, frozenset()) for column in COLUMNS}
    complaints: list[Problem] = []
    place = None if field else table.heading_place(0)
    at = dict(columns.matched(table.headings, usual, chosen, place, complaints).at)
    problems += (each._replace(field=each.field or field) for each in complaints)
    written = [plain(heading) for heading in table.headings]
    for column in COLUMNS:
        if column not in at and column not in chosen:
            known = words.get(column + _ELSE, frozenset())
            free = [index for index, word in enumerate(written) if word in known and index not in at.values()]
            at.update((column, index) for index in free[:1])
    more: dict[str, list[int]] = {}
    for index in range(len(table.headings)):
        stage = _stage_of(table, index) if index not in at.values() else ""
        if stage and stage not in chosen and at.setdefault(stage, index) != index:
            more.setdefault(stage, []).append(index)
    taken = {*at.values(), *chain(*more.values())}
    unread = [index for index, word in enumerate(table.headings) if word.strip() and index not in taken]
    problems += _missing(at, table, unread, field)
    return at, more, unread


def _stage_of(table: Table, at: int) -> str:
    """The stage that a heading names, `Phone` or `On-site`, if its column holds days or yes and no."""
    meant = stages.usual(plain(table.headings[at]))
    if meant is None or meant.stage not in STAGE_DAYS or meant.is_silent:
        return ""
    cells = [cell for row in table.rows if (cell := row.cells[at])]
    return meant.stage if cells and all(_is_day(cell) or is_yes(cell) is not None for cell in cells) else ""


def _is_day(cell: str) -> bool:
    try:
        when = dates.parse(cell)
    except dates.DateError as error:
        return error.is_ambiguous
    return when is None or when.grain in ("day", "moment")


def _missing(at: Mapping[str, int], table: Table, unread: Sequence[int], field: str) -> Iterator[Problem]:
    """What a list cannot do without: whose the application is, and where it stands or when it was sent."""
    place = None if field else table.heading_place(0)
    if not any(heading.strip() for heading in table.headings):
        hint = "the first row names the columns: company, role, stage, applied, ..."
        yield Problem("the table is empty", place, hint, field)
        return
    free = columns.listed([table.headings[index] for index in unread])
    headed = f"; other headings are {free}" if free else ""
    for names in (("company", "role"), ("stage", "applied", *STAGE_DAYS)):
        if not any(name in at for name in names):
            hint = f"`columns: {{{names[0]}: ...}}` names it{headed}"
            yield Problem(f"the column `{names[0]}` is missing", place, hint, field)
