"""`make cldr`: write pipeline/words/cldr.py from Unicode's Common Locale Data Repository, as babel brings it.

What grammar and calendars ask for and no translator should have to write: which form a number takes, how a list is
joined, months, the marks of numbers, the order of dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from pprint import pformat
from typing import Any

import babel
from babel import Locale

LANGUAGES = (
    "ar", "de", "en", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "th", "tr",
    "uk", "vi", "zh-Hans", "zh-Hant",
)  # fmt: skip
TARGET = Path(__file__).parent.parent / "pipeline" / "words" / "cldr.py"
FORMS = {"zero": "z", "one": "1", "two": "2", "few": "f", "many": "m", "other": "o"}
DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}  # of the numbering systems that are a language's usual one
MINIMUM = {"es": 2, "it": 2, "pl": 2}  # minimumGroupingDigits of CLDR 45, which babel does not keep
PERIOD = 100  # the forms of all numbers from 100 on repeat with it, but for millions, which we do not count
FIELDS = {"d": "{d}", "dd": "{d}", "M": "{m}", "MM": "{m}", "L": "{m}", "MMM": "{month}", "MMMM": "{month}", "y": "{y}"}
UNSEEN = re.compile("[\u200e\u200f']")  # marks of direction, which our own layout sets; quotation marks of patterns
STANDALONE = {"LLL": "{own}", "LLLL": "{own}"}

HEAD = '''\
"""What Unicode's CLDR knows of each language, written by `make cldr`: change tests/cldr.py, not this file.

plural    the form of each number from 0 to 199, of larger ones by their last two digits: z(ero), 1 (one), 2 (two),
          f(ew), m(any), o(ther)
lists     how two parts are joined, how the first two of more, those between, and the last two
months    short ones as they stand in a date, `full` whole ones; `own` short ones that stand alone, `wide` whole ones
compact   numbers from 10**3 to 10**14 in short: as many 0 as digits are shown, and a word; money a sign and a number
decimal   the mark before decimals, `group` that between thousands; `groups` the digits in the first group and in
          others; `least_grouped` digits at least stand before the first group
weekdays  short ones from Monday on, `wide_weekdays` whole ones
day       a date without its year, day_year one with it, month_year a month: `{d}` `{m}` `{month}` `{own}` `{y}`
"""

from __future__ import annotations

from typing import Any

VERSION = "%s"
LANGUAGES: dict[str, dict[str, Any]] = %s
'''


def main() -> None:
    """Write the file."""
    TARGET.write_text(text(), encoding="utf-8")


def text() -> str:
    """What the file holds."""
    found = {language: dict(facts(Locale.parse(language.replace("-", "_")))) for language in LANGUAGES}
    return HEAD % (version(), pformat(found, width=118, sort_dicts=False, compact=True))


def version() -> str:
    """The version of babel, and so of CLDR."""
    return babel.__version__


def facts(locale: Locale) -> Iterator[tuple[str, Any]]:
    """What is kept of a language."""
    forms = (locale.plural_form(n) for n in range(2 * PERIOD))
    yield "plural", "".join(FORMS[form] for form in forms)
    order = Locale.parse("en_GB") if locale.language == "en" else locale  # 12 March, and no comma before `and`
    patterns = order.list_patterns["standard"]
    yield "lists", tuple(re.sub(r"\{[01]\}", "{}", patterns[part]) for part in ("2", "start", "middle", "end"))
    months, own = locale.months["format"], locale.months["stand-alone"]
    yield "months", tuple(months["abbreviated"].values())
    yield "own", tuple(own["abbreviated"].values())
    yield "wide", tuple(own["wide"].values())
    yield "full", tuple(months["wide"].values())
    weekdays = locale.days["stand-alone"]
    yield "weekdays", tuple(weekdays["abbreviated"][day] for day in range(7))
    yield "wide_weekdays", tuple(weekdays["wide"][day] for day in range(7))
    for name, skeleton in (("day", "MMMd"), ("day_year", "yMMMd"), ("month_year", "yMMM")):
        yield name, pattern(order.datetime_skeletons[skeleton].pattern)
    system = locale.default_numbering_system
    symbols = locale.number_symbols[system if system in locale.number_symbols else "latn"]
    yield "decimal", symbols["decimal"]
    yield "group", symbols["group"]
    yield "groups", locale.decimal_formats[None].grouping
    yield "least_grouped", MINIMUM.get(locale.language, 1)
    money = re.sub(r"[#,.0]+", "{n}", locale.currency_formats["standard"].pattern.split(";")[0])
    yield "money", UNSEEN.sub("", money).replace("\xa4", "{sign}")
    compact = locale.compact_decimal_formats["short"]["other"]
    yield "compact", tuple(UNSEEN.sub("", compact[str(10**power)].pattern.split(";")[0]) for power in range(3, 15))
    yield "percent", re.sub(r"[#,0]+", "{}", locale.percent_formats[None].pattern)
    yield "digits", DIGITS.get(system, "0123456789")


def pattern(written: str) -> str:
    """A pattern of CLDR (UTS 35, Date Field Symbol Table) with names in braces."""
    pieces = re.findall(r"'([^']*)'|([a-zA-Z]+)|([^a-zA-Z']+)", written)
    return "".join(quoted or literal or (FIELDS | STANDALONE)[field] for quoted, field, literal in pieces)


if __name__ == "__main__":
    main()
