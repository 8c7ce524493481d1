"""The words of a roadmap: a catalogue's sections `career_roadmap_shown`, `career_roadmap_said`, `roadmap_reading`."""

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pipeline.prose import capital
from pipeline.schema import Part, key
from pipeline.words import Forms, Text, Words, vocabulary
from pipeline.words import words as of_catalogue

if TYPE_CHECKING:
    from pipeline.kinds.career_roadmap.times import Moment

SECTION = "career_roadmap"
YEARS_FROM = 24  # months that are counted in years, if they are whole ones
DAYS_A_MONTH = 365.2425 / 12


class Shown(Part):
    """The words that a roadmap shows; a spec may have its own."""

    numbers: Annotated[str, key("The numbers from none up in words, parted by `|`; beyond, figures stand.")] = ""
    headline: Annotated[str | Forms, key("The headline of a map without a title: `{number}` paths.")] = ""
    one_no: Annotated[str, key("What stands before that headline where a way closed.")] = ""
    today: Annotated[str, key("The start, where it is now.")] = ""
    start: Annotated[str, key("The start, where the map began before.")] = ""
    by: Annotated[str, key("By when something is to be decided: `{day}`.")] = ""
    quarter: Annotated[str, key("The quarter `{n}` of a `{year}`.")] = ""
    level: Annotated[str, key("A level without a name of its own: `{n}`.")] = ""
    days: Annotated[str | Forms, key("A time from the start: `{n}` days.")] = ""
    months: Annotated[str | Forms, key("A time from the start: `{n}` months.")] = ""
    years: Annotated[str | Forms, key("A time from the start: `{n}` years.")] = ""
    short_months: Annotated[str | Forms, key("The same where there is little room: `{n}` months.")] = ""
    short_years: Annotated[str | Forms, key("The same where there is little room: `{n}` years.")] = ""
    done: Annotated[str, key("The state of what is done.")] = ""
    current: Annotated[str, key("The state of what is in progress.")] = ""
    planned: Annotated[str, key("The state of what is planned.")] = ""
    optional: Annotated[str, key("The state of what may be left out.")] = ""
    lateral: Annotated[str, key("What a plain line between tracks means.")] = ""
    merge: Annotated[str, key("What a line that ends in a dot means.")] = ""
    switch: Annotated[str, key("What a line that ends in an arrow means.")] = ""


class Said(Part):
    """The sentences of its alt text and description; what stands in braces is put in, full stops too."""

    titled: Annotated[str, key("The map with its `{title}` in quotation marks, and its `{paths}`.")]
    named: Annotated[str, key("The map with its `{title}`.")]
    paths: Annotated[Text, key("From the `{start}` so many paths lead on: `{number}`.")]
    today: Annotated[str, key("The start, where it is now, in a sentence.")]
    start: Annotated[str, key("The start, where the map began before, in a sentence.")]
    as_of: Annotated[str, key("The `{day}` the map shows as now.")]
    path: Annotated[str, key("The `{name}` of a path and its `{steps}`.")]
    no_steps: Annotated[str, key("A path has none.")]
    destination: Annotated[str, key("The last of several steps, `{title}`.")]
    done: Annotated[str, key("The state of a step, in brackets.")]
    current: Annotated[str, key("The state of a step, in brackets.")]
    optional: Annotated[str, key("The state of a step, in brackets.")]
    closed: Annotated[str, key("The way that closed, `{title}`.")]
    already: Annotated[str, key("The step already taken, `{title}`.")]
    decision: Annotated[str, key("What is to be decided, `{title}`.")]
    moves: Annotated[str, key("All `{moves}` between the paths.")]
    lateral: Annotated[str, key("A move from `{start}` to a place beside, `{end}`.")]
    merge: Annotated[str, key("A move from `{start}` that goes on in `{end}`.")]
    switch: Annotated[str, key("A move from `{start}` to `{end}`.")]
    highlight: Annotated[str, key("The path `{name}` stands out.")]
    axis: Annotated[str, key("The `{ticks}` of the axis.")]


Speech: TypeAlias = Words[Shown, Said]


def spoken(lang: str, labels: Shown) -> Speech:
    """The words in a language, with an author's own in place of those shown."""
    return of_catalogue(SECTION, lang, Shown, Said, labels)


def known(name: str) -> frozenset[str]:
    """The plain words of all languages by which a reader knows a column, a state, a unit or a role."""
    return vocabulary("roadmap_reading")[name]


def number(words: Speech, n: int) -> str:
    """A number in words as far as the language's go, else in figures."""
    numbers = words.shown.numbers.split("|")
    return numbers[n] if n < len(numbers) else words.language.whole(n)


def headline(words: Speech, paths: int, *, is_closed: bool) -> str:
    """The headline that counts the paths; where a way closed, it says so first."""
    count = capital(words.language.counted(words.shown.headline, paths, number=number(words, paths)))
    return f"{words.shown.one_no} {count}" if is_closed else count


def written(words: Speech, moment: "Moment", *, with_year: bool = True) -> str:
    """20 Nov 2026, Nov 2026, Q4 2026 or 2026; only a day can do without its year.

    What is neither day, month, quarter nor year stays as its author wrote it.
    """
    language = words.language
    if moment.text:
        return moment.text
    if moment.grain == "day":
        return language.day(moment.date, with_year=with_year)
    if moment.grain == "month":
        return language.month(moment.date)
    if moment.grain == "quarter":
        return words.shown.quarter.format(n=moment.month % 12 // 3 + 1, year=moment.year)
    return str(moment.year)


def span(words: Speech, months: float, *, is_short: bool = False) -> str:
    """A time from the start: 3 months, 2 years, 5 days; where there is little room, 3 mo."""
    shown, (whole, left) = words.shown, divmod(months, 12)
    if months < 1 and not is_short:
        return words.language.counted(shown.days, round(months * DAYS_A_MONTH))
    if months >= YEARS_FROM and not left:
        return words.language.counted(shown.short_years if is_short else shown.years, int(whole))
    text, tenths = shown.short_months if is_short else shown.months, round(months, 1)
    if tenths == int(tenths):
        return words.language.counted(text, int(tenths))
    form = text if isinstance(text, str) else text.other
    return form.format(n=words.language.number(Decimal(str(tenths)), 1))
