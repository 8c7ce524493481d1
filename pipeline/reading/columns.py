"""The headings of a table -> which column is which: an author's own `columns:` first, then whole words.

    columns: {company: Employer name}          our name, and the heading that is meant; "" for none

A heading is known when all of it is one of the words that the catalogues have for a column, in any language: one that
only looks like such a word may mean something else. What is not read is told in a note.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from pipeline.errors import Place, Problem, nearest, nearest_first
from pipeline.notes import Note
from pipeline.prose import plain

MOST_NAMED = 12
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")  # `Rent (EUR)`


class Columns(NamedTuple):
    """Where each known column stands, and which columns stand for none."""

    at: Mapping[str, int]
    unread: tuple[int, ...]


def matched(
    headings: Sequence[str],
    known: Mapping[str, Collection[str]],
    chosen: Mapping[str, str],
    place: Place | None,
    problems: list[Problem],
) -> Columns:
    """Which heading is which of the `known` columns, each with its plain words; what is wrong goes to `problems`.

    `chosen` are an author's `columns`; `place` is where the headings begin, or None for rows in the spec.
    """
    written = [plain(heading) for heading in headings]
    found: dict[str, int] = {}
    for column, heading in chosen.items():
        if problem := _misnamed(column, heading, headings, written, known):
            problems.append(problem)
        elif heading.strip():
            found[column] = _index(heading, headings, written)
    free = {word: index for index, word in reversed(list(enumerate(written))) if index not in found.values()}
    bare = {plain(_ASIDE.sub("", headings[index])): index for index in reversed(list(free.values()))}
    for column, words in known.items():
        if column in chosen:
            continue
        at = [index for word, index in free.items() if word in words and index not in found.values()]
        at = at or [index for word, index in bare.items() if word in words and index not in found.values()]
        if at:
            found[column] = min(at)
    problems += _repeated(headings, written, found, place)
    return Columns(found, tuple(index for index in range(len(headings)) if index not in found.values()))


def are_headings(cells: Sequence[str], known: Mapping[str, Collection[str]], chosen: Mapping[str, str]) -> bool:
    """Whether a row of a file has two known headings or more, or one that the author chose."""
    written = {plain(cell) for cell in cells if cell.strip()}
    if any(plain(heading) in written for heading in chosen.values() if heading.strip()):
        return True
    return sum(any(word in words for word in written) for words in known.values()) > 1


def unread(headings: Sequence[str], columns: Sequence[int], place: Place | None, *, can_map: bool = True) -> list[Note]:
    """The note that columns are not read; `place` is where the first of them stands."""
    named = [headings[index] for index in columns if headings[index]]
    if not named:
        return []
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    count = "1 column is" if len(named) == 1 else f"{len(named)} columns are"
    way_out = "; if the picture needs one, map it under `columns:`" if can_map else ""
    return [Note("columns", f"{count} not read: {', '.join(named[:MOST_NAMED])}{more}{way_out}", place)]


def listed(headings: Sequence[str]) -> str:
    """The headings for a hint."""
    named = [heading.strip() for heading in headings if heading.strip()]
    return ", ".join(named[:MOST_NAMED]) + (", ..." if len(named) > MOST_NAMED else "")


def _index(heading: str, headings: Sequence[str], written: Sequence[str]) -> int:
    """The heading that is written like that, else the one that is alike in plain words."""
    return headings.index(heading) if heading in headings else written.index(plain(heading))


def _misnamed(
    column: str, heading: str, headings: Sequence[str], written: Sequence[str], known: Mapping[str, Collection[str]]
) -> Problem | None:
    if column not in known:
        hint = nearest_first(column, known, f"columns are {', '.join(known)}")
        return Problem(f"unknown column `{column}`", hint=hint, field=f"columns.{column}")
    if heading.strip() and heading not in headings and plain(heading) not in written:
        match = nearest(plain(heading), written)
        hint = f"the nearest is `{headings[written.index(match)]}`" if match else f"headings are {listed(headings)}"
        return Problem(f"there is no heading `{heading}`", hint=hint, field=f"columns.{column}")
    return None


def _repeated(
    headings: Sequence[str], written: Sequence[str], found: Mapping[str, int], place: Place | None
) -> list[Problem]:
    """Two columns of one name: which of them is meant, only the author knows."""
    problems = []
    for index in found.values():
        again = [at for at, word in enumerate(written) if word == written[index] and at != index]
        if again:
            fact = f"the column `{headings[index].strip()}` is there twice"
            where = place._replace(column=max(again) + 1) if place else None
            problems.append(Problem(fact, where, "remove one, or give it another name"))
    return problems
