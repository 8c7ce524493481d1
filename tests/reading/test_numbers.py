"""Numbers as cells and sentences have them, with their units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.reading.currencies import are_alike, is_money
from pipeline.reading.numbers import Number, decimal_mark, number, split


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("78 %", "78", "%"),
        ("78 percent", "78", "%"),
        ("78 per cent", "78", "%"),
        ("7,5 Prozent", None, ""),
        ("12 pour cent", "12", "%"),
        ("€1,200", "1200", "€"),
        ("CHF 4.50", "4.5", "CHF"),
        ("30 kr.", "30", "kr."),
        ("R$ 5", "5", "R$"),
        ("12 lei", "12", "lei"),
        ("−3", "-3", ""),
        ("(3)", "-3", ""),
        ("(3) €", "-3", "€"),
        ("€ (3)", "-3", "€"),
        ("CHF 2’000.–", "2000.00", "CHF"),
        ("12.-- CHF", "12.00", "CHF"),
        ("₹ 4,50,000/-", "450000", "₹"),
        ("3½", "3.5", ""),
        ("3\u200b", "3", ""),
        ("3 T€", "3000", "€"),
        ("$3T", "3000000000000", "$"),
        ("Rs. 450", "450", "Rs."),
        ("-¼", "-0.25", ""),
        ("1 ¾ %", "1.75", "%"),
    ],
)
def test_a_cell_is_a_number_with_its_unit(cell: str, value: str | None, unit: str) -> None:
    form = split(cell)
    found = number(form, ".") if form else None
    assert (found and (found.value, found.unit)) == (value and (Decimal(value), unit))


@pytest.mark.parametrize(
    "cell", ["about 3", "n/a", "", "2026-11-20", "3 apples", "percent", "4th", "12½5", "1.5½", "(€5) €", "120 m²"]
)
def test_other_texts_are_no_numbers(cell: str) -> None:
    assert split(cell) is None


def test_signs_codes_and_words_are_money_and_other_units_are_not() -> None:
    assert all(map(is_money, ("€", "US$", "R$", "CHF", "kr", "zł", "lei", "₿")))
    assert not any(map(is_money, ("", "%", "KWH", "shifts", "h", "X$")))
    assert are_alike("€", "EUR")
    assert are_alike("kr", "kr.")
    assert not are_alike("$", "EUR")


def test_a_comma_without_cents_tells_the_decimal_mark() -> None:
    form = split("1.234,- €")
    assert form is not None
    assert decimal_mark([form]) == (",", None)
    assert number(form, ",") == Number(Decimal("1234.00"), 2, "€")
