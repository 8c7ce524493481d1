"""The search for the best quality that is light enough, on an encoder whose bytes are known."""

from __future__ import annotations

import pytest

from pipeline.errors import FitError
from pipeline.formats import Wish
from pipeline.formats._budget import NEAR, Trials


class Encoder:
    """A thousand bytes for each step of quality; remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, quality: int) -> bytes:
        self.asked.append(quality)
        return bytes(1000 * quality)


def search(wish: Wish) -> tuple[int, list[int]]:
    encoder = Encoder()
    found = Trials("jpeg", wish).search(encoder, good=90, floor=60)
    assert found.how == f"quality {len(found.data) // 1000}"
    return len(found.data) // 1000, encoder.asked


def test_good_quality_is_enough_where_the_budget_allows_it() -> None:
    assert search(Wish()) == (90, [90])
    assert search(Wish(90_000)) == (90, [90])


@pytest.mark.parametrize("budget", range(60_000, 90_000, 1_000))
def test_a_quality_within_the_budget_and_near_the_best_is_found_with_few_trials(budget: int) -> None:
    quality, asked = search(Wish(budget))
    assert quality * 1000 <= budget < (quality + NEAR) * 1000
    assert len(asked) <= 6
    assert len(set(asked)) == len(asked)


def test_below_the_floor_it_fails_with_the_bytes_of_each_trial() -> None:
    with pytest.raises(FitError) as caught:
        search(Wish(59_999, "og"))
    (problem,) = caught.value.problems
    assert problem.field == "budget"
    assert problem.message == "expected at most 60 KB for og, found 90 KB (quality 90), 60 KB (quality 60) as jpeg"
    assert problem.hint.endswith("`budget: 60 KB` would do")


def test_the_quality_that_an_author_wants_is_the_only_one_tried() -> None:
    assert search(Wish(quality=30)) == (30, [30])
    assert search(Wish(quality=99)) == (99, [99])
    with pytest.raises(FitError, match=r"found 80 KB \(quality 80\) as jpeg\n  hint: remove `quality`"):
        search(Wish(70_000, quality=80))


def test_what_is_too_heavy_is_never_told_as_light_enough() -> None:
    class Heavy(Encoder):
        def __call__(self, quality: int) -> bytes:
            return bytes(1_000_001 if quality == 90 else 999_999)

    with pytest.raises(FitError) as caught:
        Trials("jpeg", Wish(999_000)).search(Heavy(), good=90, floor=60)
    assert "at most 999 KB, found 1.1 MB (quality 90), 1.0 MB (quality 60)" in str(caught.value)
    assert "`budget: 1.0 MB` would do" in str(caught.value)
