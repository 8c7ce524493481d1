"""A language: which form a number takes, how a list is joined, how numbers, days and months are written."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Annotated, Any, NamedTuple, TypeAlias

from pipeline.prose import ended, quoted
from pipeline.schema import Part, key
from pipeline.words import cldr
from pipeline.words.sections import languages, section


class Forms(Part):
    """The forms that a text takes with a number, by CLDR's plural categories: those that a language has."""

    zero: Annotated[str, key("For 0, in the languages that have such a form.")] = ""
    one: Annotated[str, key("For 1, in most languages.")] = ""
    two: Annotated[str, key("For 2, in the languages that have such a form.")] = ""
    few: Annotated[str, key("For a few, such as 2 to 4 in Polish.")] = ""
    many: Annotated[str, key("For many, such as 5 and more in Polish.")] = ""
    other: Annotated[str, key("For any other number.", min_length=1)]


class Punctuation(Part):
    """How a language sets sentences and what stands beside one another in them."""

    sentence: Annotated[str, key("An author's own words as a sentence, where they have no stop.")]
    comma: Annotated[str, key("Between what belongs to one thing, such as a name and a role.")]
    enumeration: Annotated[str, key("Between things of one sort, such as numbers one after another.")]
    semicolon: Annotated[str, key("Between parts that may have commas in them.")]
    aside: Annotated[str, key("A text and what is said of it in brackets.")]


Text: TypeAlias = str | Forms
"""A text, or the forms that it takes with a number: `{one: "{n} item", other: "{n} items"}`."""

MINUS = "\u2212"
_DIGITS = "0123456789"
_FORMS = {"z": "zero", "1": "one", "2": "two", "f": "few", "m": "many", "o": "other"}
_SCRIPTS = {"zh": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant", "zh-MO": "zh-Hant"}  # likely subtags, CLDR
_SAME = {"iw": "he", "in": "id", "nb": "no", "nn": "no"}  # tags that were replaced: RFC 5646, 2.2.1; and Norwegian
_PERIOD = 100  # of plural forms: docs in cldr.py


class Language(NamedTuple):
    """A language that there is a catalogue for; `tag` names that, `written` is the spec's own tag, such as `pt-BR`."""

    tag: str
    written: str

    @property
    def facts(self) -> Mapping[str, Any]:
        """What CLDR knows of it."""
        return cldr.LANGUAGES[self.tag]

    @property
    def punctuation(self) -> Punctuation:
        """Its stops and commas."""
        found: Punctuation = section(self.tag, "punctuation", Punctuation)
        return found

    def ended(self, text: str) -> str:
        """An author's words as a sentence, with the language's full stop unless they have a stop of their own."""
        return ended(text, self.punctuation.sentence)

    def with_commas(self, *parts: str) -> str:
        """What is known of one thing: `Ada, Programmer`."""
        return self.punctuation.comma.join(filter(None, parts))

    def with_semicolons(self, *parts: str) -> str:
        """Parts that may have commas in them: `Jan, 3 of 4; Feb`."""
        return self.punctuation.semicolon.join(filter(None, parts))

    def enumerated(self, parts: Iterable[str]) -> str:
        """Things of one sort without a word before the last, as numbers are told: `Jan 31, Feb 40`."""
        return self.punctuation.enumeration.join(parts)

    def aside(self, text: str, *about: str) -> str:
        """A text and, if anything is said of it, that in brackets: `Ada (Programmer, Oslo)`."""
        told = self.with_commas(*about)
        return self.punctuation.aside.format(text=text, aside=told) if told else text

    def form(self, n: int) -> str:
        """The plural category of a whole number: zero, one, two, few, many or other."""
        n = abs(n)
        forms: str = self.facts["plural"]
        return _FORMS[forms[n if n < len(forms) else _PERIOD + n % _PERIOD]]

    def counted(self, text: Text, n: int, **names: object) -> str:
        """A text in the form for `n`, with the number in place of `{n}` and `names` in place of others."""
        return self.formed(text, n).format(**{"n": self.whole(n), **names})

    def formed(self, text: Text, n: int) -> str:
        """A text in the form for `n`, its placeholders as they are."""
        return text if isinstance(text, str) else getattr(text, self.form(n)) or text.other

    def listed(self, parts: Sequence[str]) -> str:
        """The parts as a sentence lists them: `a, b and c`; of none, nothing.

        Three and more that have commas in them are set apart by semicolons. Spanish `y` and Italian `e` change before
        their own sound: RAE, Diccionario panhispánico de dudas, "y".
        """
        if len(parts) < 2:
            return "".join(parts)
        two, start, middle, end = self.facts["lists"]
        if len(parts) == 2:
            return self._joined(two, *parts)
        comma, heavier = self.punctuation.enumeration.strip(), self.punctuation.semicolon.strip()
        if comma in middle and any(self.punctuation.enumeration in part for part in parts):
            start, middle, end = (each.replace(comma, heavier) for each in (start, middle, end))
            end = end if heavier in end else end.replace("{}", f"{{}}{heavier}", 1)
        first, *between, last = parts
        text = start.format(first, between[0])
        for part in between[1:]:
            text = middle.format(text, part)
        return self._joined(end, text, last)

    def _joined(self, pattern: str, before: str, last: str) -> str:
        word = last.lower()
        if self.tag == "es" and word.startswith(("i", "hi")) and not word.startswith(("hia", "hie")):
            pattern = pattern.replace(" y ", " e ")
        return str(pattern.format(before, last))

    def whole(self, n: int) -> str:
        """A whole number with its marks between thousands."""
        return (MINUS if n < 0 else "") + self.marked(str(abs(n)))

    def number(self, value: Decimal, places: int) -> str:
        """A number with so many places behind its mark, halves away from zero."""
        exact = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        sign = MINUS if exact < 0 else ""
        return sign + self.marked(f"{abs(exact):f}")

    def marked(self, digits: str) -> str:
        """Digits such as `1234.5` with the language's marks, its own digits, and groups where it has them."""
        whole, _, fraction = digits.partition(".")
        return self._in_own_digits(self._grouped(whole) + (self.facts["decimal"] + fraction if fraction else ""))

    def _grouped(self, whole: str) -> str:
        """`1234567` in threes, or as in India in twos before the last three."""
        first, other = self.facts["groups"]
        if len(whole) < first + self.facts["least_grouped"]:
            return whole
        parts, rest = [whole[-first:]], whole[:-first]
        while rest:
            parts.append(rest[-other:])
            rest = rest[:-other]
        return str(self.facts["group"]).join(reversed(parts))

    def _in_own_digits(self, text: str) -> str:
        digits = self.facts["digits"]
        return text if digits == _DIGITS else text.translate(str.maketrans(_DIGITS, digits))

    def compact(self, value: Decimal) -> str:
        """A large number in three figures or so and a word: `12.3K`, `1,2 Mio.`; smaller ones as they are."""
        size = value.copy_abs()
        power = size.adjusted() + (size.scaleb(-size.adjusted()).quantize(Decimal("0.01"), ROUND_HALF_UP) >= 10)
        pattern = self.facts["compact"][min(power, 14) - 3] if power >= 3 else "0"
        digits = pattern.count("0")
        if pattern.strip("0") == "":
            return self.number(value, 0)
        scaled = value.scaleb(digits - 1 - min(power, 14))
        places = max(0, 3 - digits)
        exact = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        trimmed = len(f"{exact.normalize():f}".partition(".")[2])
        return str(pattern.replace("0" * digits, self.number(exact, trimmed)))

    def money(self, sign: str, number: str) -> str:
        """A number with the sign of its currency, or its code, where the language puts it: `€12`, `12 €`, `CHF 12`."""
        pattern = self.facts["money"]
        if sign.isalpha() and "{sign}{n}" in pattern:
            pattern = pattern.replace("{sign}", "{sign}\u00a0")
        return str(pattern.format(sign=sign, n=number))

    def percent(self, number: str) -> str:
        """A number that was written as a percentage: `46%`, `46 %`, `%46`."""
        return str(self.facts["percent"].format(number))

    def day(self, day: date, *, with_year: bool = True) -> str:
        """A day as a table or an axis has it: `12 Mar 2026`, `12. März`."""
        return self.dated(self.facts["day_year" if with_year else "day"], day)

    def month(self, day: date, *, with_year: bool = True) -> str:
        """A month by itself: `Mar 2026`, or its name alone."""
        return self.dated(self.facts["month_year"], day) if with_year else str(self.facts["own"][day.month - 1])

    def quoted(self, text: str) -> str:
        """The text in the language's quotation marks."""
        return quoted(text, self.written)

    def dated(self, pattern: str, day: date) -> str:
        """A day in a pattern: `{d}` and `{m}` its numbers, `{month}` and `{own}` a short name, `{y}` the year."""
        facts, at, own = self.facts, day.month - 1, self._in_own_digits
        d, m, y = own(str(day.day)), own(str(day.month)), own(str(day.year))
        return pattern.format(month=facts["months"][at], own=facts["own"][at], d=d, m=m, y=y)


@cache
def find(written: str) -> Language | None:
    """The language of a tag such as `de`, `pt-BR` or `zh-TW`, or None where there is no catalogue for it."""
    language, *parts = written.split("-")
    language = _SAME.get(language, language)
    for tag in ("-".join([language, *parts[:1]]), _SCRIPTS.get("-".join([language, *parts[:1]]), ""), language):
        tag = tag if tag in cldr.LANGUAGES else _SCRIPTS.get(tag, "")
        if tag in languages():
            return Language(tag, written)
    return None
