"""The example in docs/example: its wishes have just the specs that lie there, finished, and each can be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import article, drafting, kinds
from pipeline.rendering import lay_out, load
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "docs" / "example"
SPECS = sorted((FOLDER / "specs").glob("[!_]*.yaml"))


def test_each_wish_has_its_spec_and_there_is_no_other() -> None:
    drafts = drafting.draft(article.read(str(FOLDER / "article.md")), str(FOLDER / "specs"))
    assert sorted(each.path for each in drafts) == [str(path) for path in SPECS]


def test_it_has_one_wish_for_each_kind() -> None:
    drafts = drafting.draft(article.read(str(FOLDER / "article.md")), str(FOLDER / "specs"))
    assert sorted(each.choice.first.kind for each in drafts if each.text) == list(kinds.names())


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_spec_is_finished_and_can_be_made(path: Path) -> None:
    visual = load(path)
    assert "TODO" not in path.read_text(encoding="utf-8")
    for name in visual.spec.themes:
        lay_out(visual, theme=name)
