"""Applications -> the same ones with made-up names: what is shown can be shared, what is counted stays.

"Company A" is the first that was applied to, so that a list that grows keeps the names it has. Nothing is derived from
the real name's letters: who guesses a company cannot check the guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, TypeAlias

from pipeline.kinds.applications_dashboard.model import Application

Hidden: TypeAlias = Literal["none", "companies", "roles", "all"]

SHORT = 3  # letters: below, a name is replaced only as it is written
DISTINCT = 5  # letters: a first word that long is a name of its own


def anonymized(
    applications: Sequence[Application], hidden: Hidden, company: str = "Company", role: str = "Role"
) -> tuple[Application, ...]:
    """The applications with "Company A" and "Role 1" in place of names; "all" hides both, and locations.

    Hidden names are replaced in next steps and sources too, where they stand as whole words; so is the first word of a
    company's name, if it is long and written with a capital. `company` and `role` are the words of the picture's
    language.
    """
    companies = _names(applications, "company", company, _letters) if hidden in ("companies", "all") else {}
    roles = _names(applications, "role", role, str) if hidden in ("roles", "all") else {}
    exact = {each.company: name for each in applications if (name := companies.get(each.company.casefold()))}
    # "Nordvale" for Nordvale Labs; not "The" or "New"
    words = ((company.split()[0], name) for company, name in reversed(exact.items()))
    firsts = {word: name for word, name in words if len(word) >= DISTINCT and word[0].isupper()}
    exact |= {each.role: name for each in applications if (name := roles.get(each.role.casefold()))}
    conceal = _concealing({**roles, **companies}, {**firsts, **exact})
    return tuple(
        each._replace(
            company=companies.get(each.company.casefold(), each.company),
            role=roles.get(each.role.casefold(), each.role),
            next_step=conceal(each.next_step),
            source=conceal(each.source),
            location="" if hidden == "all" else each.location,
        )
        for each in applications
    )


def _names(applications: Iterable[Application], key: str, word: str, numeral: Callable[[int], str]) -> dict[str, str]:
    """A made-up name for each real one, in small letters, in the order of the first day of applying, then by name."""
    first: dict[str, date] = {}
    for each in applications:
        name = getattr(each, key).casefold()
        if name:
            first[name] = min(first.get(name, date.max), each.applied or date.max)
    ordered = sorted(first, key=lambda name: (first[name], name))
    return {name: f"{word} {numeral(at)}" for at, name in enumerate(ordered, start=1)}


def _concealing(names: Mapping[str, str], exact: Mapping[str, str]) -> Callable[[str], str]:
    """The function that replaces every hidden name in a text.

    `names` are in small letters and stand for any case, `exact` are as written: "HP" is a company, "hp" may be none.
    """
    as_written = [name for name in exact if name and (len(name) < SHORT or " " not in name)]
    in_any_case = [name for name in names if len(name) >= SHORT]
    alternatives = [f"(?i:{_any_of(in_any_case)})"] if in_any_case else []
    if as_written:
        alternatives.append(_any_of(as_written))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)") if alternatives else None

    def replaced(match: re.Match[str]) -> str:
        return exact.get(match[0]) or names.get(match[0].casefold(), "...")

    return lambda text: pattern.sub(replaced, text) if pattern else text


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def _letters(number: int) -> str:
    """1 -> A, 26 -> Z, 27 -> AA: as a spreadsheet counts columns."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
