"""Tests of a chart's numbers: how they are written, and shares that add up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.kinds.chart.numbers import exact, format_of, shares
from pipeline.words import find


def shown(values: list[str], unit: str = "", lang: str = "en", places: int | None = None) -> list[str]:
    """How a picture writes these numbers."""
    language = find(lang)
    assert language is not None
    found = [Decimal(value) for value in values]
    form = format_of(found, unit, language, places)
    return [form.shown(value) for value in found]


@pytest.mark.parametrize(
    ("values", "unit", "lang", "expected"),
    [
        (["0"], "", "en", ["0"]),
        (["46"], "%", "en", ["46%"]),
        (["46"], "%", "de", ["46\u00a0%"]),
        (["46"], "‰", "en", ["46‰"]),
        (["12.25", "0.45", "79.95"], "€", "en", ["€12.25", "€0.45", "€79.95"]),
        (["1.25", "2.25", "3.75", "-4.25"], "", "en", ["1.25", "2.25", "3.75", "−4.25"]),
        (["-12.5"], "€", "en", ["−€12.5"]),
        (["12.5"], "€", "de", ["12,5\u00a0€"]),
        (["20"], "CHF", "en", ["CHF\u00a020"]),
        (["9999"], "", "en", ["9,999"]),
        (["12345"], "", "en", ["12,345"]),
        (["123456", "12345", "950"], "", "en", ["123K", "12.3K", "950"]),
        (["1234567"], "$", "en", ["$1.23M"]),
        (["1234567"], "", "de", ["1,23\u00a0Mio."]),
        (["1234567"], "", "hi", ["12.3\u00a0लाख"]),
        (["1234567"], "", "ja", ["123万"]),
        (["999950"], "", "en", ["1M"]),
        (["1000000000000000"], "", "en", ["1,000T"]),
        (["250000.1", "250000.6"], "", "en", ["250,000.1", "250,000.6"]),
        (["49999", "250000", "50000"], "", "en", ["49,999", "250,000", "50,000"]),
        (["0.003", "99.97", "50"], "%", "en", ["0.003%", "99.970%", "50.000%"]),
        (["0.00003", "0.02", "1"], "", "en", ["0.00003", "0.02000", "1.00000"]),
        (["0.333333333333", "12.6666666666"], "", "en", ["0.33", "12.67"]),
        (["1234.5"], "", "fr", ["1\u202f234,5"]),
        (["7"], "applications", "en", ["7"]),
    ],
)
def test_numbers_of_a_picture_have_one_precision(values: list[str], unit: str, lang: str, expected: list[str]) -> None:
    if find(lang) is None:
        pytest.skip("the language has no words yet")
    assert shown(values, unit, lang) == expected


def test_a_number_that_is_rounded_is_neither_nothing_nor_all() -> None:
    language = find("en")
    assert language is not None
    form = format_of([Decimal("12.5")], "%", language)
    assert [form.shown(Decimal(value)) for value in ("0.04", "99.96", "0", "100", "0.05", "-0.04")] == [
        "<0.1%", ">99.9%", "0.0%", "100.0%", "0.1%", "−0.04%",
    ]  # fmt: skip
    assert [form.shown(Decimal(value)) for value in ("2.25", "-2.25", "2.35")] == ["2.3%", "−2.3%", "2.4%"]


@pytest.mark.parametrize(
    ("part", "whole", "rounded", "expected"),
    [(1, 50_000, 0, "<1%"), (49_999, 50_000, 100, ">99%"), (1, 1, 100, "100%"), (0, 1, 0, "0%"), (1, 3, 33, "33%")],
)
def test_a_share_is_neither_nothing_nor_all_unless_it_is(part: int, whole: int, rounded: int, expected: str) -> None:
    language = find("en")
    assert language is not None
    form = format_of([], "", language)
    assert form.share(Decimal(part), Decimal(whole), rounded) == expected


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(st.decimals(-(10**9), 10**9, places=3), min_size=1, max_size=8), st.sampled_from(["en", "de", "fr"]))
def test_different_numbers_look_different(values: list[Decimal], lang: str) -> None:
    texts = shown([str(value) for value in values], lang=lang)
    assert len(set(texts)) == len(set(values))


def test_a_number_of_a_spec_is_as_its_author_wrote_it() -> None:
    assert [str(exact(value)) for value in (12.25, 3.0, 0.00003, 1e14)] == ["12.25", "3", "0.00003", "100000000000000"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [([], ()), ([0, 0], (0, 0)), ([1, 1, 1], (34, 33, 33)), ([12, 7, 3, 1, 1], (50, 29, 13, 4, 4)), ([5], (100,))],
)
def test_shares_are_whole_per_cents(values: list[int], expected: tuple[int, ...]) -> None:
    assert shares([Decimal(value) for value in values]) == expected


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.lists(st.decimals("0.001", 10**9, places=3), min_size=1, max_size=30))
def test_shares_add_up_to_a_hundred(values: list[Decimal]) -> None:
    assert sum(shares(values)) == 100
