"""`visuals describe`: alt text and description, in the spec's language or another, for each page."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pipeline.rendering import load, render
from tests.conftest import QUOTE, Invoke, write_spec

LIST = "kind: feedback_checklist\ntitle: Long\noverflow: paginate\ngroups:\n  - title: All\n    items: [{}]\n"


def test_alt_text_and_description_are_printed_with_an_empty_line_between(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE)
    alt, description = invoke("describe", "specs/word.yaml").output.rstrip("\n").split("\n\n")
    assert alt == "Quote card: “Every word counts”, by Ada Example."
    assert description.startswith("Quote card: “Every word counts.” “word” stands out.")
    assert not (project / "output").exists()


@pytest.mark.parametrize("lang", ["de", "de-AT"])
def test_another_language_may_be_asked_for(lang: str, project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE)
    assert invoke("describe", "specs/word.yaml", "--lang", lang).output.startswith(
        "Zitatkarte: „Every word counts“, von"
    )
    assert invoke("describe", "specs/word.yaml", "--lang", "no language").exit_code == 2


def test_a_language_without_words_is_told_beside_the_english_ones(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE)
    result = invoke("describe", "specs/word.yaml", "--lang", "fi")
    assert "there are no words for `lang: fi`: the alt text and the description stay English" in result.stderr
    assert result.stdout.startswith("Quote card: ")
    write_spec(project, "word", f"{QUOTE}accept: [words]\n")
    assert invoke("describe", "specs/word.yaml", "--lang", "fi").stderr == ""


def test_each_page_of_a_long_list_is_described(project: Path, invoke: Invoke) -> None:
    write_spec(project, "long", LIST.format(", ".join(f"Item {number}" for number in range(90))))
    texts = invoke("describe", "specs/long.yaml").output.rstrip("\n").split("\n\n")
    assert len(texts) == 2 * render(load("specs/long.yaml")).pages


def test_a_description_has_a_length_that_every_format_can_carry(
    project: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_spec(project, "word", QUOTE)
    monkeypatch.setattr(sys.modules[load.__module__], "MOST_DESCRIPTION", 30)
    assert invoke("describe", "specs/word.yaml").output.endswith("\n\nQuote card: “Every word…\n")
