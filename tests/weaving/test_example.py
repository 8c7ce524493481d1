"""The example in docs/example: what lies there woven is what weaving makes of it now, and it is true."""

from __future__ import annotations

import pytest

from pipeline.weaving import marks
from tests.conftest import REPOSITORY, Invoke

FOLDER = REPOSITORY / "docs" / "example"
ARTICLE, WOVEN = FOLDER / "article.md", FOLDER / "article.woven.md"


def test_the_woven_article_is_up_to_date(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    result = invoke("weave", "article.md", "-o", "-")
    assert result.exit_code == 0, result.output
    assert result.stdout_bytes == WOVEN.read_bytes()


def test_it_can_be_taken_apart() -> None:
    assert marks.restore(WOVEN.read_bytes(), "article.woven.md").raw == ARTICLE.read_bytes()


def test_text_and_pictures_are_true_to_each_other(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    assert invoke("check", "article.woven.md").output == "article.woven.md: 10 figures, 0 problems\n"
