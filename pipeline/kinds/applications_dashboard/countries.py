"""What a country does otherwise than its language: the first day of a week, decimal mark, months, the order of a date.

Without a country a week begins on Monday, as in ISO 8601; en is written as in Great Britain, de, fr and es as in
Germany, France and Spain. The source of all is the Unicode CLDR.
"""

from __future__ import annotations

from typing import Any

SUNDAY = 6
FROM_SUNDAY = (
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK "
    "PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
)  # CLDR, weekData, firstDay
WITH_POINT = {"de": "CH LI", "es": "DO GT HN MX NI PA PE PR SV US"}  # CLDR, numbers, decimal
MONTH_FIRST = {"day_month": "{month} {day}", "with_year": "{day}, {year}", "weekday": "{weekday}, {day}"}


def habits(language: str, country: str) -> dict[str, Any]:
    """Fields of `words.Words` that differ in a country ("US"; "" for none)."""
    found: dict[str, Any] = {"week_start": SUNDAY} if country in FROM_SUNDAY.split() else {}
    if country in WITH_POINT.get(language, "").split():
        found["decimal"] = "."
    if language == "en" and country in ("US", "CA", "PH"):
        found |= MONTH_FIRST
    if language == "de" and country in ("CH", "LI"):
        found["percent"] = "{n}%"
    if language == "de" and country == "AT":
        found |= {"months": ("Jän.", *_GERMAN[0]), "long_months": ("Jänner", *_GERMAN[1])}
    return found


_GERMAN = (
    ("Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
    ("Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
)
