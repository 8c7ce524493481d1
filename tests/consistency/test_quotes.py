"""Quotes: verbatim but for the printer's choices, else told with the sentence that is most like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import article, weaving
from pipeline.consistency import quotes
from pipeline.rendering import load
from tests.conftest import write_spec

WORDS = "She said: “Every word counts – and it’s yours.” Then she left.\n\nNobody laughed."


@pytest.mark.parametrize(
    "quote",
    [
        "Every word counts – and it’s yours.",
        "every word counts - and it's yours",
        "“Every word  counts\n– and it’s yours”",
        "Every word … it’s yours.",
        "Every word [...] Then she left.",
        "she left. Nobody laughed",
    ],
)
def test_what_a_printer_may_choose_makes_no_difference(quote: str) -> None:
    assert quotes.is_in(quote, WORDS)


@pytest.mark.parametrize(
    "quote", ["Each word counts", "Every word, counts", "word counts every", "it’s yours … Every word", "Every words"]
)
def test_other_words_are_no_quote(quote: str) -> None:
    assert not quotes.is_in(quote, WORDS)


def check(text: str, project: Path, quote: str) -> list[str]:
    write_spec(project, "card", f"kind: quote_card\ntext: {quote}\n")
    read = weaving.Text(article.parse(text.encode(), "a.md"), ())
    return [str(problem) for problem in quotes.problems(read, load("specs/card.yaml"))]


def test_the_place_is_the_specs_and_the_hint_names_the_sentence(project: Path) -> None:
    text = "# Title\n\nA first one. Every single *word* counts. A last one.\n"
    assert check(text, project, "Every *word* counts.") == [
        "specs/card.yaml:2:7: the quote “Every word counts.” is not in the article\n"
        "  hint: a.md:3 says “Every single word counts.”"
    ]
    assert check(text, project, "Something else entirely.") == [
        "specs/card.yaml:2:7: the quote “Something else entirely.” is not in the article\n"
        "  hint: quote a sentence of a.md, or name this one in the wish"
    ]


def test_the_sentence_is_that_of_its_script(project: Path) -> None:
    text = "पहला वाक्य यहाँ है। हर एक शब्द मायने रखता है। आखिरी वाक्य।\n"
    (found,) = check(text, project, "हर शब्द मायने रखता है।")
    assert found.endswith("hint: a.md:1 says “हर एक शब्द मायने रखता है।”")
    assert check(text, project, "हर एक शब्द मायने रखता है") == []
    assert quotes.is_in("完了した。", "彼は完了した、と言った。")


@pytest.mark.parametrize(
    "text",
    [
        "Every *word* counts, they say.",
        "> Every\n> word\n> counts.",
        "| a |\n|---|\n| Every word counts |",
        "# Every word counts",
        "Visual: a quote “Every word counts.”",
    ],
)
def test_a_quote_may_stand_anywhere_in_the_article(text: str, project: Path) -> None:
    assert check(text, project, "Every *word* counts.") == []
