"""The headings of a table -> which column is which: an author's own `columns:` first, then whole words.

    columns: {company: Employer name}          our name, and the heading that is meant; "" for none

A heading is known when all of it is one of the words that the catalogues have for a column, in any language: one that
only looks like such a word may mean something else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from pipeline.errors import Place, Problem, enumerated, nearest, nearest_first
from pipeline.patterns import Pattern
from pipeline.prose import plain
from pipeline.reading.currencies import is_money
from pipeline.reading.dates import YEARS
from pipeline.reading.numbers import Form, decimal_mark, number, split

MOST_NAMED = 12
_MEASURED = Pattern(r"(?P<number>.*[\d½¼¾)])\s*(?P<unit>[^\s\d][^\s\d]{0,7})")
_ASIDE = Pattern(r"\s*[(\[][^()\[\]]*[)\]]\s*$")  # `Rent (EUR)`

_MEASURES = frozenset((
    "%", "‰", "h", "hr", "hrs", "hour", "hours", "min", "mins", "minutes", "s", "sec", "seconds", "ms", "km", "m", "cm",
    "mm", "mi", "ft", "kg", "g", "t", "lb", "l", "ml", "kWh", "MWh", "kW", "W", "°C", "°F", "K", "kB", "MB", "GB", "TB",
    "kcal", "kJ", "km/h", "mph", "Std", "Stunden", "Minuten", "heures", "horas", "ore", "uur", "timmar", "godz",
    "m²", "km²", "cm²", "ha", "m³", "ч", "час", "мин", "時間", "小时", "小時", "시간",
))  # fmt: skip


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
        if column not in known:
            meant = next((name for name, words in known.items() if plain(column) in words), column)
            hint = nearest_first(meant, known, f"columns are {', '.join(known)}")
            problems.append(Problem(f"unknown column `{column}`", hint=hint, field=f"columns.{column}"))
        elif heading.strip() and (at := named(heading, headings, f"columns.{column}", problems)) is not None:
            found[column] = at
    free = {word: index for index, word in reversed(list(enumerate(written))) if index not in found.values()}
    bare = {plain(_ASIDE.sub("", headings[index])): index for index in reversed(list(free.values()))}
    for column, words in known.items():
        if column in chosen:
            continue
        alike = [index for word, index in free.items() if word in words and index not in found.values()]
        alike = alike or [index for word, index in bare.items() if word in words and index not in found.values()]
        if alike:
            found[column] = min(alike)
    problems += _repeated(headings, written, found, place)
    return Columns(found, tuple(index for index in range(len(headings)) if index not in found.values()))


def are_headings(cells: Sequence[str], known: Mapping[str, Collection[str]], chosen: Mapping[str, str]) -> bool:
    """Whether a row of a file has two known headings or more, or one that the author chose."""
    written = {plain(cell) for cell in cells if cell.strip()}
    if any(plain(heading) in written for heading in chosen.values() if heading.strip()):
        return True
    return sum(not written.isdisjoint(words) for words in known.values()) > 1


def are_cells(headings: Sequence[str]) -> bool:
    """Whether headings look like the cells of a row: numbers, and neither years nor ones that rise like `1, 2, 3`."""
    found = [form for heading in headings if (form := split(heading))]
    mark, _ = decimal_mark(found)
    values = [read.value for form in found if (read := number(form, mark))]
    are_years = all(form.written.isdecimal() and int(form.written) in YEARS for form in found)
    rises = len(values) > 1 and values == sorted(set(values))
    return len(values) == len(headings) and not (are_years or rises)


def no_headings(headings: Sequence[str], place: Place) -> Problem:
    """That a table has no row of headings."""
    shown = ", ".join(f"`{each}`" for each in headings)
    hint = "put a row with headings above it, such as `Name` and `Number`"
    return Problem(f"expected headings in the first row, found {shown}", place, hint)


def listed(headings: Sequence[str]) -> str:
    """The headings for a hint."""
    return enumerated([heading.strip() for heading in headings if heading.strip()], MOST_NAMED)


def index_of(heading: str, headings: Sequence[str]) -> int | None:
    """Where the heading stands that is written like that, else the one that is alike in plain words."""
    if heading in headings:
        return headings.index(heading)
    written = [plain(each) for each in headings]
    return written.index(plain(heading)) if plain(heading) in written else None


def named(heading: str, headings: Sequence[str], field: str, problems: list[Problem]) -> int | None:
    """Where the heading stands that an author names in a field; "" for none. One that is not there is a problem."""
    at = index_of(heading, headings) if heading else None
    if at is None and heading:
        problems.append(no_heading(heading, headings, field))
    return at


def no_heading(heading: str, headings: Sequence[str], field: str) -> Problem:
    """That a table has no such heading, with the nearest one."""
    written = [plain(each) for each in headings]
    match = nearest(plain(heading), written)
    hint = f"the nearest is `{headings[written.index(match)]}`" if match else f"headings are {listed(headings)}"
    return Problem(f"there is no heading `{heading}`", hint=hint, field=field)


def units(headings: Sequence[str]) -> list[str]:
    """What stands in brackets behind each heading, `h` of `Duration (h)`; nothing where none of it is a known unit."""
    asides = [_aside(heading) for heading in headings]
    return asides if all(asides) and any(map(_is_unit, asides)) else [""] * len(asides)


def measured(cell: str) -> Form | None:
    """The number in a cell with a known unit of measure behind it, `12 kg`; None for any other cell."""
    found = _MEASURED.fullmatch(cell.strip())
    if found is None or found["unit"] not in _MEASURES or (form := split(found["number"])) is None or form.unit:
        return None
    return form._replace(written=cell, unit=found["unit"])


def with_and_without_unit(headings: Sequence[str]) -> tuple[str, str] | None:
    """The first heading with a known unit behind it and the first with nothing, where there are both."""
    known = [heading for heading in headings if (aside := _aside(heading)) and _is_unit(aside)]
    bare = [heading for heading in headings if not _aside(heading)]
    return (known[0], bare[0]) if known and bare else None


def _aside(heading: str) -> str:
    found = _ASIDE.search(heading)
    return found[0].strip(" ()[]") if found else ""


def _is_unit(text: str) -> bool:
    if text.rstrip(".") in _MEASURES or is_money(text):
        return True
    from pipeline.words import vocabulary  # only a heading with brackets pays for it

    known = vocabulary("roadmap_reading")
    return any(plain(text) in known[f"{name}_units"] for name in ("day", "week", "month", "quarter", "year"))


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
