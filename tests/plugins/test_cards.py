"""Tests of social cards without a generator: kept under what they say, made again only when that changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import AssetError, SpecError
from pipeline.plugins import cards
from pipeline.plugins.cards import Look
from pipeline.plugins.words import PageWords
from tests.plugins import sites

PAGES = {"a": PageWords("a.md", "First", site="Letters"), "b": PageWords("b.md", "Second", "About it.")}


@pytest.fixture
def look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Look:
    sites.project(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    return Look(str(tmp_path / "mkdocs.yml"), str(tmp_path / ".cache"))


def test_each_page_has_a_card_that_says_what_it_says(look: Look) -> None:
    made = cards.make(look, PAGES)
    assert (made.drawn, made.problems) == (2, ())
    assert {page: card.alt for page, card in made.cards.items()} == {"a": "First.", "b": "Second. About it."}
    for card in made.cards.values():
        assert (card.width, card.height) == (1200, 630)
        assert Path(card.path).read_bytes().startswith(b"\x89PNG")


def test_only_what_changed_is_drawn_again(look: Look) -> None:
    cards.make(look, PAGES)
    assert cards.make(look, PAGES).drawn == 0
    changed = {**PAGES, "b": PAGES["b"]._replace(title="Third")}
    assert cards.make(look, changed).drawn == 1
    assert cards.make(look, {**PAGES, "b": PAGES["b"]._replace(path="moved.md")}).drawn == 0


def test_another_look_draws_all_anew(look: Look) -> None:
    cards.make(look, PAGES)
    assert cards.make(look._replace(theme="ink"), PAGES).drawn == 2
    assert cards.make(look._replace(theme={"extends": "paper", "accent": "#6A2BD9"}), PAGES).drawn == 2


def test_pages_that_say_the_same_share_a_card(look: Look) -> None:
    made = cards.make(look, {"a": PAGES["a"], "b": PAGES["a"]})
    assert made.drawn == 1
    assert made.cards["a"] == made.cards["b"]


def test_the_settings_of_the_project_hold_for_cards(look: Look, tmp_path: Path) -> None:
    plain = cards.make(look, PAGES).cards
    (tmp_path / "visuals.toml").write_text(sites.SETTINGS + 'themes = ["grid"]\n', encoding="utf-8")
    assert cards.make(look, PAGES).cards != plain
    assert cards.make(look._replace(theme="paper"), PAGES).cards == plain


def test_a_theme_beside_the_specs_may_be_named(look: Look, tmp_path: Path) -> None:
    (tmp_path / "specs" / "themes").mkdir()
    (tmp_path / "specs" / "themes" / "mine.yaml").write_text("extends: ink\n", encoding="utf-8")
    cards.check(look._replace(theme="mine"))
    with pytest.raises(
        SpecError, match=r"mkdocs.yml: themes\[0\]: unknown theme `mien`\n  hint: the nearest is `mine`"
    ):
        cards.check(look._replace(theme="mien"))


def test_a_face_that_is_not_here_is_told_before_anything_is_drawn(look: Look) -> None:
    with pytest.raises(AssetError, match=r"mkdocs.yml: theme.faces: no face of the family `Nowhere` is here"):
        cards.check(look._replace(theme={"faces": {"display": "Nowhere"}}))


def test_a_page_that_gets_no_card_keeps_none_of_the_others_from_theirs(look: Look) -> None:
    made = cards.make(look, {**PAGES, "he": PageWords("he.md", "שלום")})
    assert set(made.cards) == {"a", "b"}
    (problem,) = made.problems
    assert problem.startswith("he.md: title: no face has ש (U+05E9 HEBREW LETTER SHIN)")
