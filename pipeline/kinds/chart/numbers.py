"""How a chart writes its numbers: all of them with one precision, none as what it is not; and shares that add up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from pipeline.reading.currencies import is_money
from pipeline.words import Language

MINUS = "\u2212"
NONE = "–"  # in the place of a number that there is none of
RATES = ("%", "‰")
COMPACT_FROM = Decimal(100_000)  # where the largest number is smaller, all are written in full
SHORT_FROM = Decimal(10_000)  # of these, numbers that are shortened
MOST_PLACES = 4  # that are kept whatever there is before the mark; more only as long as they tell numbers apart
LEAST_PLACES = 2


class Format(NamedTuple):
    """How the numbers of one picture are written: in a language, with a unit, so many places; large ones in short."""

    language: Language
    unit: str
    places: int
    is_compact: bool

    def shown(self, value: Decimal) -> str:
        """A number as the picture has it; what is not 0, or not 100 %, does not seem so."""
        if self.is_compact and abs(value) >= SHORT_FROM:
            return self._with_unit(self.language.compact(value))
        step = Decimal(1).scaleb(-self.places)
        exact = value.quantize(step, ROUND_HALF_UP)
        if value and not exact:
            return f"<{self._with_unit(self.language.number(step, self.places))}" if value > 0 else self.full(value)
        if self.unit == "%" and exact == 100 > value:
            return f">{self._with_unit(self.language.number(100 - step, self.places))}"
        return self._with_unit(self.language.number(exact, self.places))

    def full(self, value: Decimal) -> str:
        """A number with all its digits, for those who cannot see the picture."""
        return self._with_unit(self.language.number(value, places_of(value)))

    def shares(self, values: Sequence[Decimal]) -> list[str]:
        """What each is of all, in per cent; nothing where it is 0, and of rates."""
        whole = sum(values, Decimal(0))
        has_shares = self.unit != "%" and whole > 0
        rounded = zip(values, shares(values), strict=True)
        return [self.share(value, whole, share) if has_shares and value else "" for value, share in rounded]

    def share(self, value: Decimal, whole: Decimal, rounded: int) -> str:
        """A share in per cent, which was rounded so that all add up; never 0 % or 100 % of what is not."""
        if rounded == 0 and value > 0:
            return f"<{self.language.percent(self.language.whole(1))}"
        if rounded == 100 and value < whole:
            return f">{self.language.percent(self.language.whole(99))}"
        return self.language.percent(self.language.whole(rounded))

    def _with_unit(self, number: str) -> str:
        sign, digits = (MINUS, number[1:]) if number.startswith(MINUS) else ("", number)
        if is_money(self.unit):
            return sign + self.language.money(self.unit, digits)
        if self.unit in RATES:
            return sign + self.language.percent(digits).replace("%", self.unit)
        return number


def format_of(values: Iterable[Decimal], unit: str, language: Language, places: int | None = None) -> Format:
    """The format in which different numbers look different; `places` are those of the table, else of the numbers."""
    distinct = sorted(set(values))
    places = max(map(places_of, distinct), default=0) if places is None else places
    if places > MOST_PLACES:
        enough = (
            few for few in range(LEAST_PLACES, places) if _tells_apart(Format(language, unit, few, False), distinct)
        )
        places = next(enough, places)
    plain = Format(language, unit, places, is_compact=False)
    short = plain._replace(is_compact=True)
    is_large = max(map(abs, distinct), default=Decimal(0)) >= COMPACT_FROM
    return short if is_large and _tells_apart(short, distinct) else plain


def is_beside(unit: str) -> bool:
    """Whether a unit stands beside each number, and not as a word above them."""
    return unit in RATES or is_money(unit)


def exact(value: float) -> Decimal:
    """A number of a spec as its author wrote it: 12.25, 3, without the 0 behind the point that floats have."""
    found = Decimal(repr(value))
    return found.quantize(Decimal(1)) if found == found.to_integral_value() else found


def places_of(value: Decimal) -> int:
    """How many digits stand behind the mark."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def shares(values: Sequence[Decimal]) -> tuple[int, ...]:
    """Whole per cents that add up to 100 (largest remainders); all 0 where there is nothing to share."""
    total = sum(values)
    if total <= 0:
        return (0,) * len(values)
    parts = [value / total * 100 for value in values]
    floors = [int(part) for part in parts]
    by_rest = sorted(range(len(parts)), key=lambda index: (floors[index] - parts[index], index))
    for index in by_rest[: 100 - sum(floors)]:
        floors[index] += 1
    return tuple(floors)


def _tells_apart(form: Format, distinct: Sequence[Decimal]) -> bool:
    """Whether numbers that differ are written differently, and none as 0 that is not."""
    texts = [form.shown(value) for value in distinct]
    return len(set(texts)) == len(texts) and not any("<" in text or ">" in text for text in texts)
