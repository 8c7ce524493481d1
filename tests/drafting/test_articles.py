"""What is drafted from the articles in tests/drafting/articles: specs word by word, and that each can be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import article, drafting
from tests import snapshot
from tests.conftest import REPOSITORY
from tests.drafting.drafts import laid_out

ARTICLES = sorted((REPOSITORY / "tests" / "drafting" / "articles").iterdir())
BY_NAME = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)


@BY_NAME
def test_the_specs_are_those_that_were_read_and_accepted(
    path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    drafts = drafting.draft(article.read(path.name), "specs")
    told = [f"== {each.path}: {_words(each.choice)}\n{each.text or 'unknown'}" for each in drafts]
    snapshot.compare(snapshot.FOLDER / "drafting" / f"{path.stem}.txt", "\n".join(told).rstrip() + "\n", request.config)


@BY_NAME
def test_each_spec_is_right_and_fits_in_og(path: Path, fonts: str) -> None:
    texts = [each.text for each in drafting.draft(article.read(str(path)), "specs") if each.text]
    assert texts
    for text in texts:
        laid_out(text, fonts)


def _words(choice: drafting.Choice) -> str:
    return ", ".join(f"{score.kind} {score.points}" for score in choice)
