"""Tests of what a card says: the words of a page, and what is said of those that are left out."""

from __future__ import annotations

import pytest

from pipeline.plugins.words import MOST, PageWords, card_keys
from tests.visuals import page, texts


def test_words_become_keys_and_empty_ones_none() -> None:
    found = card_keys(PageWords("a.md", "Write it", "", "The Second Letter", "Guides"))
    assert found.keys == {
        "kind": "page_card",
        "title": "Write it",
        "site": "The Second Letter",
        "section": "Guides",
    }
    assert found.notes == ()


def test_a_page_without_a_title_is_called_as_its_site_and_says_so_once() -> None:
    assert card_keys(PageWords("a.md", " ", site="Letters")).keys == {"kind": "page_card", "title": "Letters"}


@pytest.mark.parametrize(
    ("written", "shown", "gone"),
    [("Welcome 🚀 here", "Welcome here", "🚀"), ("Team ❤ letters", "Team letters", "❤")],
)
def test_emoji_are_left_out_and_said(written: str, shown: str, gone: str) -> None:
    found = card_keys(PageWords("docs/a.md", written))
    assert found.keys["title"] == shown
    assert found.notes == (f"docs/a.md: the card's title goes without `{gone}`, which no face has",)


def test_stars_are_no_emphasis() -> None:
    keys = card_keys(PageWords("a.md", "The *args* of 2*3*4")).keys
    assert "".join(texts(page(keys), "title")).split() == ["The", "*args*", "of", "2*3*4"]


@pytest.mark.parametrize("field", MOST)
def test_what_is_too_long_is_cut_and_said(field: str) -> None:
    found = card_keys(PageWords("a.md", **{"title": "A", field: "word " * 200}))
    assert len(found.keys[field]) <= MOST[field]
    assert found.notes == (f"a.md: the card's {field} is cut after {MOST[field]} of 999 characters",)
