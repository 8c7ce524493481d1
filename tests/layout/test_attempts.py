"""The first of several ways that fits."""

import pytest

from pipeline.errors import FitError, Problem
from pipeline.layout.attempts import first_fit


def refuse(message: str) -> str:
    raise FitError(Problem(message))


def test_the_first_that_fits_is_taken() -> None:
    assert first_fit([lambda: refuse("one"), lambda: "two", lambda: "three"]) == "two"


def test_the_last_refusal_is_raised_where_none_fits() -> None:
    with pytest.raises(FitError, match="two"):
        first_fit([lambda: refuse("one"), lambda: refuse("two")])


def test_other_errors_are_not_caught() -> None:
    with pytest.raises(ZeroDivisionError):
        first_fit([lambda: 1 / 0, lambda: 1.0])
