"""A sentence ends in one stop, its own or ours."""

from __future__ import annotations

import pytest

from pipeline.prose import ended


@pytest.mark.parametrize(
    "text", ["Done.", "Done!", "Is it done?", "And so on…", "“Done.”", "« Fini. »", "(See below.)", "終わり。", "تم؟"]
)
def test_a_stop_of_its_own_is_enough(text: str) -> None:
    assert ended(text) == text


@pytest.mark.parametrize("text", ["Done", "“Done”", "Done:", "3 of 4 (75 %)", ""])
def test_what_has_none_gets_one(text: str) -> None:
    assert ended(text) == f"{text}."
