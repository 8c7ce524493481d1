"""Amounts: a number with its unit, and whether two of them are of one sort."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.reading.amounts import amount, are_alike
from pipeline.reading.numbers import number


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("31 days", "31", "days"),
        ("31days", "31", "days"),
        ("€1.2M per year", "1200000", "per year"),
        ("31 months", "31", "months"),
        ("31 m", "31000000", ""),
        ("12,345 letters", "12345", "letters"),
        ("12 %", "12", ""),
        ("٣١ يومًا", "31", "يومًا"),
        ("9 天", "9", "天"),
        ("-4 °C", "-4", "°C"),
        ("1/2", None, ""),
        ("3 h 20 min", None, ""),
        ("31-40 days", None, ""),
        ("about 31 days", None, ""),
        ("", None, ""),
    ],
)
def test_a_text_begins_with_a_number_and_goes_on_without_one(text: str, value: str | None, counted: str) -> None:
    found = amount(text)
    if value is None:
        assert found is None
    else:
        assert found is not None
        read = number(found.form, ".")
        assert read is not None
        assert (read.value, found.counted) == (Decimal(value), counted)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("1 day", "9 days", True),
        ("1 Woche", "9 Wochen", True),
        ("1 день", "5 дней", True),
        ("1 rok", "5 lat", True),
        ("€5", "EUR 9", True),
        ("9", "8", True),
        ("9 days", "9 weeks", False),
        ("9 weeks", "9 weekends", False),
        ("9 hours", "9 years", False),
        ("€5", "$5", False),
        ("9 %", "9", False),
        ("9 days", "9", False),
        ("9 m", "9 km", False),
    ],
)
def test_two_amounts_are_alike_in_one_unit(one: str, other: str, alike: bool) -> None:
    found, second = amount(one), amount(other)
    assert found is not None
    assert second is not None
    assert are_alike(found, second) == alike
    assert are_alike(second, found) == alike
