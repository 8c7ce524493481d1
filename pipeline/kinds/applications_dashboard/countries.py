"""What a country does otherwise than its language: the first day of a week, decimal mark, months, the order of a date.

Without a country a week begins on Monday, as in ISO 8601; en is written as in Great Britain, de, fr and es as in
Germany, France and Spain. The source of all is the Unicode CLDR.
"""

from __future__ import annotations

from typing import NamedTuple

SUNDAY = 6
FROM_SUNDAY = (
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK "
    "PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
)  # CLDR, weekData, firstDay
WITH_POINT = {"de": "CH LI", "es": "DO GT HN MX NI PA PE PR SV US"}  # CLDR, numbers, decimal


class Habits(NamedTuple):
    """What a country does otherwise than its language; "" where it does the same. 0 is Monday, 6 Sunday.

    `day`, `day_year` and `weekday` are patterns of dates, `percent` is one of a number; `january` has the month's
    names in the language and in the country, as far as they differ.
    """

    week_start: int = 0
    decimal: str = ""
    percent: str = ""
    day: str = ""
    day_year: str = ""
    weekday: str = ""
    january: tuple[tuple[str, str], ...] = ()


def habits(language: str, country: str) -> Habits:
    """What is done in a country ("US"; "" for none) where that language is spoken."""
    week_start = SUNDAY if country in FROM_SUNDAY.split() else 0
    decimal = "." if country in WITH_POINT.get(language, "").split() else ""
    match language, country:
        case "en", "US" | "CA" | "PH":
            return Habits(week_start, decimal, "", "{month} {d}", "{month} {d}, {y}", "{weekday}, {day}")
        case "de", "CH" | "LI":
            return Habits(week_start, decimal, "{}%")
        case "de", "AT":
            return Habits(week_start, decimal, january=(("Januar", "Jänner"), ("Jan", "Jän")))
    return Habits(week_start, decimal)
