"""Days and months as a reader writes them: `2026-03-12` becomes `12 Mar` or `12. März`, by language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "de": ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"),
    "it": ("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"),
    "pt": ("jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."),
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
}
NOT_HERE = ("ar", "he")  # languages whose dates stay as they are written
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


class Day(NamedTuple):
    """A day, or with `day` 0 a whole month."""

    year: int
    month: int
    day: int

    @property
    def number(self) -> int:
        """How many days, or months, lie before it: what tells two days apart on an axis of time."""
        if not self.day:
            return self.year * 12 + self.month - 1
        year = self.year - (self.month < 3)
        leaps = year // 4 - year // 100 + year // 400
        return self.year * 365 + leaps + _DAYS_BEFORE[self.month - 1] + self.day


def read(text: str) -> Day | None:
    """The day of `2026-03-12`, the month of `2026-03`, or None for any other text."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return None
    found = Day(int(match[1]), int(match[2]), int(match[3] or 0))
    return found if 1 <= found.month <= 12 and 0 <= found.day <= 31 and (match[3] is None or found.day) else None


def written(text: str, lang: str, *, with_year: bool) -> str:
    """A date such as 2026-03-12 as the language writes it; other words, and dates that are none, as they are."""
    language = lang.partition("-")[0]
    found = read(text)
    if found is None or language in NOT_HERE:
        return text
    month = _MONTHS.get(language, _MONTHS["en"])[found.month - 1]
    mark = "." if language == "de" else ""
    parts = [f"{found.day}{mark}"] * bool(found.day) + [month] + [str(found.year)] * with_year
    return " ".join(parts)


def years(texts: Sequence[str]) -> set[int]:
    """The years of those texts that are dates."""
    return {found.year for text in texts if (found := read(text))}
