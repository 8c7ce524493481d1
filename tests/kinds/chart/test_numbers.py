"""Tests of a chart's numbers: how they are written, and shares that add up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.kinds.chart.numbers import shares, written


@pytest.mark.parametrize(
    ("value", "unit", "lang", "expected"),
    [
        (0, "", "en", "0"),
        (None, "%", "en", "–"),
        (46, "%", "en", "46%"),
        (12.5, "", "en", "12.5"),
        (12.04, "", "en", "12"),
        (0.034, "", "en", "0.03"),
        (-0.001, "", "en", "0"),
        (-12.5, "€", "en", "−€12.5"),
        (9999, "", "en", "9,999"),
        (12345, "", "en", "12.3k"),
        (999950, "", "en", "1M"),
        (1234567, "$", "en", "$1.2M"),
        (1e15, "", "en", "1,000T"),
        (1234.5, "", "de", "1\u202f234,5"),
        (7, "applications", "en", "7"),
    ],
)
def test_a_number_is_written_compactly(value: float | None, unit: str, lang: str, expected: str) -> None:
    assert written(value, unit, lang) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [([], ()), ([0, 0], (0, 0)), ([1, 1, 1], (34, 33, 33)), ([12, 7, 3, 1, 1], (50, 29, 13, 4, 4)), ([5], (100,))],
)
def test_shares_are_whole_per_cents(values: list[float], expected: tuple[int, ...]) -> None:
    assert shares(values) == expected


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.lists(st.floats(0.001, 1e9), min_size=1, max_size=30))
def test_shares_add_up_to_a_hundred(values: list[float]) -> None:
    assert sum(shares(values)) == 100
