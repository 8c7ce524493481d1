"""The words of a board: what a catalogue has in its two sections, and how a country writes numbers and days.

Without a country a week begins on Monday, as in ISO 8601; en is written as in Great Britain, de, fr and es as in
Germany, France and Spain. The source of all is the Unicode CLDR.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, NamedTuple

from pipeline.kinds.applications_dashboard.model import RUNGS, Stage
from pipeline.notes import Note
from pipeline.prose import capital
from pipeline.schema import Part, key
from pipeline.words import Forms, Language, Text
from pipeline.words import words as of_catalogue

SECTION = "applications_dashboard"
SUNDAY = 6
FROM_SUNDAY = (
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK "
    "PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
)  # CLDR, weekData, firstDay
WITH_POINT = {"de": "CH LI", "es": "DO GT HN MX NI PA PE PR SV US"}  # CLDR, numbers, decimal


class Shown(Part):
    """The words that a board shows; a spec may have its own."""

    unknown: Annotated[str, key("A figure of nothing.")] = ""
    numbers: Annotated[str, key("The words of a headline for 0, 1, 2 ..., parted by `,`; else figures.")] = ""
    made_up_company: Annotated[str, key("What a made-up name of a company begins with.")] = ""
    made_up_role: Annotated[str, key("What a made-up name of a role begins with.")] = ""
    weekday: Annotated[str, key("A `{day}` with its `{weekday}`.")] = ""
    nothing: Annotated[str, key("The headline of an empty list.")] = ""
    said_no: Annotated[str | Forms, key("In the headline: `{n}` said no.")] = ""
    one_said_no: Annotated[str, key("The same of one, in words.")] = ""
    are_open: Annotated[str | Forms, key("In the headline, after those who said no: `{n}` are still open.")] = ""
    one_is_open: Annotated[str, key("The same of one, in words.")] = ""
    sent: Annotated[str | Forms, key("In the headline: `{n}` were sent.")] = ""
    one_sent: Annotated[str, key("The same of one, in words.")] = ""
    all_open: Annotated[str | Forms, key("In the headline, after those sent: all are still open.")] = ""
    some_open: Annotated[str | Forms, key("In the headline, after those sent: `{n}` are still open.")] = ""
    one_open: Annotated[str, key("The same of one, in words.")] = ""
    led_to_job: Annotated[str | Forms, key("In the headline: `{n}` led to a job.")] = ""
    one_led_to_job: Annotated[str, key("The same of one, in words.")] = ""
    never_answered: Annotated[str | Forms, key("In the headline: `{n}` never answered.")] = ""
    one_never_answered: Annotated[str, key("The same of one, in words.")] = ""
    starts_again: Annotated[str, key("In the headline: all are closed, and some said no.")] = ""
    none_open: Annotated[str, key("In the headline: none is open any more.")] = ""
    search: Annotated[str, key("What the eyebrow calls a search.")] = ""
    active: Annotated[str, key("A tile.")] = ""
    interviews: Annotated[str, key("A tile.")] = ""
    response_rate: Annotated[str, key("A tile.")] = ""
    moved_on: Annotated[str, key("A tile.")] = ""
    offers: Annotated[str | Forms, key("A tile.")] = ""
    ghosted: Annotated[str, key("A tile.")] = ""
    median_reply: Annotated[str, key("A tile.")] = ""
    new: Annotated[str | Forms, key("In a tile: `{n}` are new.")] = ""
    in_month: Annotated[str, key("In a tile: in that `{month}`.")] = ""
    of_sent: Annotated[str, key("In a tile: of `{n}` sent.")] = ""
    next_7_days: Annotated[str, key("In a tile: so many are due soon.")] = ""
    of: Annotated[str, key("In a tile: `{n}` of `{all}`.")] = ""
    answered: Annotated[str, key("In a tile: so many got an answer.")] = ""
    reply_by: Annotated[str, key("In a tile: the `{day}` to reply by.")] = ""
    not_yet: Annotated[str, key("In a tile: there is no offer yet.")] = ""
    closed: Annotated[str, key("In a tile: the offers are closed.")] = ""
    no_answer: Annotated[str, key("In a tile: since when there is no answer.")] = ""
    days: Annotated[str | Forms, key("In a tile: the unit of `{n}` days.")] = ""
    weeks: Annotated[str | Forms, key("In a tile: `{n}` weeks.")] = ""
    months: Annotated[str | Forms, key("In a tile: `{n}` months.")] = ""
    sent_in: Annotated[str, key("In a tile: `{n}` were sent in a `{span}`.")] = ""
    of_replies: Annotated[str | Forms, key("In a tile: the median is of `{n}` replies.")] = ""
    left_out: Annotated[str | Forms, key("Below the board: `{n}` rows are left out.")] = ""
    row: Annotated[str, key("Below the board: the row `{n}`, which has no name.")] = ""
    unnamed: Annotated[str, key("Why a row is left out: it names neither company nor role.")] = ""
    not_sent: Annotated[str, key("Why a row is left out: it was never sent.")] = ""
    nowhere: Annotated[str, key("Why a row is left out: it has neither a stage nor a day.")] = ""
    total: Annotated[str, key("Why a row is left out: it sums up others.")] = ""
    applied: Annotated[str, key("A stage.")] = ""
    screening: Annotated[str, key("A stage.")] = ""
    interview: Annotated[str, key("A stage.")] = ""
    offer: Annotated[str, key("A stage.")] = ""
    pipeline: Annotated[str, key("A panel.")] = ""
    still_open: Annotated[str, key("In the legend: still open.")] = ""
    rejected: Annotated[str, key("In the legend: said no.")] = ""
    withdrawn: Annotated[str, key("In the legend: was withdrawn.")] = ""
    hired: Annotated[str, key("In the pipeline: led to a job.")] = ""
    undated: Annotated[str, key("In the pipeline: nobody knows since when it is open.")] = ""
    open: Annotated[str | Forms, key("In the pipeline: `{n}` are open.")] = ""
    no: Annotated[str | Forms, key("In the pipeline: `{n}` said no.")] = ""
    withdrew: Annotated[str | Forms, key("In the pipeline: `{n}` were withdrawn.")] = ""
    lower_bound: Annotated[str, key("Below the pipeline: the list does not tell all.")] = ""
    per_week: Annotated[str, key("A panel and a tile.")] = ""
    per_month: Annotated[str, key("A panel and a tile.")] = ""
    per_year: Annotated[str, key("A panel.")] = ""
    week_average: Annotated[str, key("Beside it: `{n}` a week on average.")] = ""
    month_average: Annotated[str, key("Beside it: `{n}` a month on average.")] = ""
    year_average: Annotated[str, key("Beside it: `{n}` a year on average.")] = ""
    next_steps: Annotated[str, key("A panel.")] = ""
    of_open: Annotated[str, key("Beside it: `{n}` of `{all}` open ones are shown.")] = ""
    no_steps: Annotated[str, key("In it: nothing is open.")] = ""
    company: Annotated[str, key("The head of a column.")] = ""
    stage: Annotated[str, key("The head of a column.")] = ""
    updated: Annotated[str, key("The head of a column.")] = ""
    next: Annotated[str, key("The head of a column.")] = ""
    sources: Annotated[str, key("A panel.")] = ""
    went_on: Annotated[str, key("In it: `{n}` of `{all}` moved on.")] = ""
    no_source: Annotated[str, key("In it: those whose source is not noted.")] = ""
    others: Annotated[str, key("In it: `{n}` smaller sources.")] = ""
    sankey: Annotated[str, key("A panel.")] = ""
    other: Annotated[str, key("In it: the smaller sources together.")] = ""
    by_stage: Annotated[str, key("A panel.")] = ""
    calendar: Annotated[str, key("A panel.")] = ""
    more: Annotated[str, key("`{n}` more have no room.")] = ""
    today: Annotated[str, key("When something was updated.")] = ""
    yesterday: Annotated[str, key("When something was updated.")] = ""
    days_ago: Annotated[str | Forms, key("When something was updated, `{n}` days ago.")] = ""
    weeks_ago: Annotated[str | Forms, key("When something was updated, `{n}` weeks ago.")] = ""
    months_ago: Annotated[str | Forms, key("When something was updated, `{n}` months ago.")] = ""


class Said(Part):
    """The sentences of its description; what stands in braces is put in."""

    name: Annotated[str, key("What the picture is.")]
    alt: Annotated[str, key("The `{name}` of the picture, its `{title}` and `{tiles}`.")]
    named: Annotated[str, key("The `{name}` of something and its `{value}`.")]
    reached: Annotated[Text, key("Of `{n}` sent so many came to each stage: `{steps}`.")]
    open: Annotated[Text, key("`{n}` are still open.")]
    silent: Annotated[Text, key("`{n}` never answered.")]
    hired: Annotated[Text, key("`{n}` led to a job.")]
    no: Annotated[Text, key("`{n}` said no.")]
    withdrew: Annotated[Text, key("`{n}` were withdrawn.")]
    lower_bound: Annotated[str, key("The list does not tell how far all came.")]
    undated: Annotated[Text, key("`{n}` have no date of applying.")]
    outside: Annotated[Text, key("`{n}` were sent outside the days shown.")]
    left_out: Annotated[Text, key("`{n}` rows are left out: `{rows}`.")]
    following: Annotated[str, key("What comes next: `{steps}`.")]


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


def _habits(language: str, country: str) -> Habits:
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


class Words(NamedTuple):
    """The words of a board in one language, as a country has it."""

    language: Language
    shown: Shown
    said: Said
    habits: Habits
    notes: tuple[Note, ...] = ()

    @property
    def stages(self) -> tuple[str, ...]:
        """The four open stages, in the order of RUNGS."""
        return tuple(getattr(self.shown, rung) for rung in RUNGS)

    def stage(self, stage: Stage) -> str:
        """What a stage is called."""
        return str(getattr(self.shown, stage))

    @property
    def weekdays(self) -> tuple[str, ...]:
        """The days of a week in short, Monday first."""
        return tuple(self.language.facts["weekdays"])

    def month(self, when: date, *, is_whole: bool = False) -> str:
        """A month's name as it stands alone, in short or as a whole."""
        return self._named(str(self.language.facts["wide" if is_whole else "own"][when.month - 1]), when)

    def counted(self, text: Text, n: int, one: str = "") -> str:
        """A text in the form for the number, with a capital; with `one` in words, which is then the whole text of 1."""
        if not one:
            return capital(self.language.counted(text, n))
        if n == 1:
            return one
        names = dict(enumerate(name.strip() for name in self.shown.numbers.split(",")))
        return capital(self.language.formed(text, n).format(n=names.get(n, self.language.whole(n))))

    def day(self, when: date, *, with_year: bool = False) -> str:
        """14 Sep, or 14 Sep 2026."""
        pattern = self.habits.day_year if with_year else self.habits.day
        written = self.language.dated(pattern, when) if pattern else self.language.day(when, with_year=with_year)
        return self._named(written, when)

    def weekday_and_day(self, when: date) -> str:
        """Mon 14 Sep."""
        pattern = self.habits.weekday or self.shown.weekday
        return pattern.format(weekday=self.weekdays[when.weekday()], day=self.day(when))

    def share(self, part: int, whole: int) -> str:
        """A rounded percentage; of 0 of 0 it is unknown."""
        if not whole:
            return self.shown.unknown
        percent = self.language.number(Decimal(100 * part) / whole, 0)
        return self.habits.percent.format(percent) if self.habits.percent else self.language.percent(percent)

    def of(self, text: Text, part: int, whole: int) -> str:
        """So many of all, in the form for the part."""
        return self.language.counted(text, part, all=self.language.whole(whole))

    def decimals(self, value: float) -> str:
        """A number with one digit behind the mark."""
        written = self.language.number(Decimal(str(value)), 1)
        mark = str(self.language.facts["decimal"])
        return written.replace(mark, self.habits.decimal) if self.habits.decimal else written

    def ago(self, days: int) -> str:
        """How long ago a day was; a half week or month counts as a whole one."""
        shown, counted = self.shown, self.language.counted
        if days <= 1:
            return shown.today if days <= 0 else shown.yesterday
        if days < 14:
            return counted(shown.days_ago, days)
        if days < 60:
            return counted(shown.weeks_ago, int(days / 7 + 0.5))
        return counted(shown.months_ago, int(days / 30 + 0.5))

    def _named(self, written: str, when: date) -> str:
        names = (each for each in self.habits.january if when.month == 1 and each[0] in written)
        return written.replace(*next(names, ("", "")))


@lru_cache(maxsize=16)
def words(locale: str, lang: str = "en", labels: Shown = Shown()) -> Words:  # noqa: B008  # frozen
    """The words of a locale such as de or en-US, else of the texts' language, with an author's own in their place."""
    tag = locale or lang
    found = of_catalogue(SECTION, tag, Shown, Said, labels)
    country = next((part for part in tag.split("-")[1:] if len(part) == 2), "")
    return Words(found.language, found.shown, found.said, _habits(found.language.tag, country), found.notes)
