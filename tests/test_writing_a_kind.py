"""The example of docs/writing_a_kind.md is a kind: it is built, laid out and rendered as it stands there."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from pipeline import kinds
from pipeline.errors import FitError
from pipeline.rendering import render
from pipeline.words import sections
from pipeline.words.sections import FOLDER
from tests.conftest import REPOSITORY
from tests.visuals import forgotten, page, texts, visual

DOCUMENT = (REPOSITORY / "docs" / "writing_a_kind.md").read_text(encoding="utf-8")
NAME = "pipeline.kinds.callout"
KEYS = {
    "kind": "callout",
    "word": "Careful",
    "text": "The door sticks: pull before you turn",
    "by": "Ada",
}


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.fixture(autouse=True)
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The example is a kind, and its words stand in the English catalogue."""
    shutil.copytree(FOLDER, tmp_path / "words")
    with open(tmp_path / "words" / "en.yaml", "a", encoding="utf-8") as file:
        file.write(f"\n{block('yaml')}")
    module = ModuleType(NAME)
    exec(compile(block("python"), "docs/writing_a_kind.md", "exec"), module.__dict__)
    names = (*kinds.names(), "callout")
    monkeypatch.setitem(sys.modules, NAME, module)
    monkeypatch.setattr(kinds, "_built_in", lambda: names)
    monkeypatch.setattr(sections, "FOLDER", str(tmp_path / "words"))
    sections._catalogue.cache_clear()
    yield
    sections._catalogue.cache_clear()


@pytest.mark.parametrize("size", ["og", "square", "portrait", "wide", "story"])
def test_it_shows_all_that_it_says(size: str) -> None:
    found = page(KEYS, size)
    assert texts(found, "word") == ["Careful"]
    assert " ".join(texts(found, "text")) == KEYS["text"]
    assert texts(found, "by") == ["From Ada"]
    assert found.left_out == ()


def test_it_says_what_it_shows() -> None:
    found = visual(KEYS)
    assert found.alt == "Careful: The door sticks: pull before you turn."
    assert found.description == "Careful: The door sticks: pull before you turn. From Ada."


def test_what_has_no_room_is_left_out_with_a_reason() -> None:
    found = page({**KEYS, "by": "W" * 80})
    assert [each.fields for each in found.left_out] == [("by",)]
    assert forgotten(found) == []


def test_it_is_rendered() -> None:
    made = render(visual(KEYS))
    assert (made.width, made.height, made.title) == (1200, 630, KEYS["text"])


def test_an_author_may_have_other_words() -> None:
    keys = {**KEYS, "lang": "fi", "labels": {"by": "Terveisin {name}"}}
    assert texts(page(keys), "by") == ["Terveisin Ada"]
    assert [note.about for note in visual(keys).notes] == ["words"]


def test_what_fits_in_no_size_is_refused_at_its_field() -> None:
    with pytest.raises(FitError, match="text"):
        page({**KEYS, "text": "W" * 399})
