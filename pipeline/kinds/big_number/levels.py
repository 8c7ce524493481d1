"""The values of a change as numbers on one scale, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.errors import Problem
from pipeline.reading.amounts import amount, are_alike
from pipeline.reading.numbers import Mark, decimal_mark, number

FIELDS = "change.from", "change.to"


class Levels(NamedTuple):
    """What was and what is; `places` are the digits behind the mark, `doubtful` a text that may be read in two ways."""

    old: Decimal
    new: Decimal
    places: int
    doubtful: str = ""


def levels_of(old: str, new: str, lang: str) -> Levels:
    """The numbers of two texts in which `problems` finds nothing wrong."""
    forms = [each.form for text in (old, new) if (each := amount(text))]
    mark, doubtful = decimal_mark(forms, lang)
    before, after = (read for form in forms if (read := number(form, mark)))
    in_doubt = doubtful.written.strip() if doubtful and mark == "," else ""
    return Levels(before.value, after.value, max(before.places, after.places), in_doubt)


def problems(old: str, new: str, lang: str) -> Iterator[Problem]:
    """Why no line can be drawn from one of the texts to the other."""
    amounts = [amount(text) for text in (old, new)]
    mark, _ = decimal_mark([each.form for each in amounts if each], lang)
    values = [_value(text, field, mark) for text, field in zip((old, new), FIELDS, strict=True)]
    yield from (each for each in values if isinstance(each, Problem))
    before, after = amounts
    if not before or not after or any(isinstance(each, Problem) for each in values):
        return
    if not are_alike(before, after):
        fact = f"expected the unit of `{old}`, found `{new}`"
        yield Problem(fact, hint="write both in one unit: one line has one scale", field=FIELDS[1])
    elif not any(values):
        hint = "leave `change` out: between two zeros there is none"
        yield Problem("expected a value above 0 in `from` or `to`, found 0 in both", hint=hint, field=FIELDS[1])


def _value(text: str, field: str, mark: Mark) -> Decimal | Problem:
    found = amount(text)
    read = number(found.form, mark) if found else None
    if read is None:
        hint = "begin with a number in digits, then its unit, such as `31 days` or `12%`"
        return Problem(f"expected a number with its unit, found `{text}`", hint=hint, field=field)
    if read.value < 0:
        hint = "leave `change` out, or say how much it fell: both levels are drawn above zero"
        return Problem(f"expected a value from 0 up, found `{text}`", hint=hint, field=field)
    return read.value
