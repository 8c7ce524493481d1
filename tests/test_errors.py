"""Tests of pipeline.errors."""

from __future__ import annotations

import pytest

from pipeline.errors import (
    AssetError,
    FitError,
    OutputError,
    PipelineError,
    Place,
    Problem,
    SpecError,
    ThemeError,
    nearest,
    nearest_first,
    reason,
)


def test_a_problem_reads_place_fact_hint() -> None:
    problem = Problem("expected text, found a list", Place("s.yaml", 7, 14), "one name here")
    assert str(problem) == "s.yaml:7:14: expected text, found a list\n  hint: one name here"


def test_a_problem_without_place_and_hint_is_its_fact() -> None:
    assert str(Problem("the disk is full")) == "the disk is full"


def test_an_error_lists_its_problems_in_order() -> None:
    error = SpecError(Problem("first"), Problem("second", hint="try this"))
    assert str(error) == "first\nsecond\n  hint: try this"
    assert [problem.message for problem in error.problems] == ["first", "second"]


@pytest.mark.parametrize("kind", [SpecError, ThemeError, AssetError, FitError, OutputError])
def test_every_error_on_purpose_is_a_pipeline_error(kind: type[PipelineError]) -> None:
    assert issubclass(kind, PipelineError)


class TestLocated:
    def test_a_field_gets_its_place_and_stands_before_the_fact(self) -> None:
        error = FitError(Problem("too long", field="text")).located(lambda field: Place(f"{field}.yaml", 1, 2))
        assert str(error) == "text.yaml:1:2: text: too long"

    def test_the_sort_of_error_stays(self) -> None:
        assert type(AssetError(Problem("x", field="a")).located(lambda _: None)) is AssetError

    def test_a_problem_that_has_a_place_or_no_field_stays_as_it_is(self) -> None:
        problems = (Problem("placed", Place("a", 1, 1), field="text"), Problem("without a field"))
        assert SpecError(*problems).located(lambda _: Place("b", 2, 2)).problems == problems


class TestNearest:
    @pytest.mark.parametrize(
        ("word", "match"), [("acccent", "accent"), ("TEXT", "text"), ("txet", "text"), ("qqq", None)]
    )
    def test_the_closest_word_is_found_or_none(self, word: str, match: str | None) -> None:
        assert nearest(word, ["accent", "text", "author"]) == match

    def test_nothing_is_near_to_nothing(self) -> None:
        assert nearest("", ["text"]) is None
        assert nearest("text", []) is None


def test_a_reason_is_what_the_system_says_in_lower_case() -> None:
    assert reason(OSError(28, "No space left on device", "card.png")) == "no space left on device"
    assert reason(ValueError("Bad Data")) == "bad data"
    assert reason(EOFError()) == "eoferror"


def test_a_hint_names_the_nearest_word_first_if_one_is_close() -> None:
    known = ("paper", "ink")
    assert nearest_first("papre", known, "themes are paper, ink") == "the nearest is `paper`; themes are paper, ink"
    assert nearest_first("papre", known, "or add it", "the nearest theme") == "the nearest theme is `paper`; or add it"
    assert nearest_first("sepia", known, "themes are paper, ink") == "themes are paper, ink"
