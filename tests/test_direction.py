"""Tests of the direction of pages and of the texts on them: the author's wish, then the language, then the letters."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.prose import direction
from pipeline.scene import Scene
from pipeline.typography import FaceLibrary, Typesetter
from tests import faces
from tests.visuals import page, role_of, runs, visual

ARABIC, HEBREW = "ما تعلمته", "מה למדתי"
KINDS: dict[str, Mapping[str, Any]] = {
    "quote_card": {"text": "{}", "author": "Ada"},
    "feedback_checklist": {"title": "{}", "items": ["Learn Rust", "{}"]},
    "career_roadmap": {
        "title": "{}",
        "start": {"date": "2026-11-20"},
        "paths": [{"name": "{}", "milestones": [{"title": "{}", "at": "2027-02"}]}],
    },
    "application_email": {"email": {"from": "Ada", "to": "Bo", "subject": "{}", "body": "{}."}},
    "applications_dashboard": {
        "title": "{}",
        "as_of": "2026-06-30",
        "applications": [{"company": "Ada", "role": "{}", "stage": "Applied", "applied": "2026-06-01"}],
    },
    "big_number": {"figure": 30, "eyebrow": "{}", "caption": "{}", "of": {"count": 1, "total": 3, "label": "{}"}},
    "page_card": {"title": "{}", "description": "{}", "site": "{}", "author": "{}"},
    "chart": {"title": "{}", "labels": ["Ada", "Bo"], "series": [{"name": "{}", "values": [3, 4]}]},
}


@pytest.fixture
def fonts(tmp_path: Path) -> str:
    faces.with_dejavu(tmp_path)
    return str(tmp_path)


def keys(kind: str, text: str, **more: str) -> dict[str, Any]:
    """The keys of a kind with a text in each place."""

    def filled(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace("{}", text)
        if isinstance(value, list):
            return [filled(each) for each in value]
        return {name: filled(each) for name, each in value.items()} if isinstance(value, dict) else value

    return {"kind": kind, **filled(dict(KINDS[kind])), **more}


def spread(scene: Scene, role: str) -> tuple[float, float]:
    """Where the runs of a role begin and end."""
    found = [run for run in runs(scene) if role_of(run) == role]
    return min(run.origin.x for run in found), max(run.origin.x + run.advance for run in found)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        *((tag, "rtl") for tag in ("ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "az-Arab", "jrb-Hebr")),
        *((tag, "ltr") for tag in ("de", "fr-CA", "ja", "sd-Deva", "ur-Latn", "en-GB", "zh-Hant-TW")),
        *((tag, "") for tag in ("en", "und")),
    ],
)
def test_a_language_tells_its_direction(tag: str, expected: str) -> None:
    assert direction(tag) == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("lang", "text", "wish", "expected"),
    [
        ("ar", f"SQL {ARABIC}", "auto", True),  # the language, whatever word comes first
        ("he", f"Git {HEBREW}", "auto", True),
        ("ar", "Learn Rust", "auto", True),
        ("de", f"{HEBREW} heißt", "auto", False),
        ("en", ARABIC, "auto", True),  # a spec that names no language goes by its text
        ("en", f"42 – {ARABIC}", "auto", True),
        ("en", f"SQL {ARABIC}", "auto", False),
        ("ar", ARABIC, "ltr", False),  # the author above all
        ("de", "Los", "rtl", True),
    ],
)
def test_a_page_runs_as_its_author_its_language_or_its_text_does(
    kind: str, lang: str, text: str, wish: str, expected: bool
) -> None:
    assert visual(keys(kind, text, lang=lang, direction=wish)).content.is_mirrored is expected


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_generated_words_do_not_count(lang: str) -> None:
    road = keys("career_roadmap", ARABIC, lang=lang) | {"title": ""}
    assert visual(road).content.is_mirrored
    assert not visual(road | {"direction": "ltr"}).content.is_mirrored


@pytest.mark.parametrize("kind", ["quote_card", "feedback_checklist", "career_roadmap", "chart"])
def test_a_first_word_in_latin_letters_turns_nothing_round(kind: str, fonts: str) -> None:
    role = "text" if kind == "quote_card" else "title"
    mixed = spread(page(keys(kind, f"SQL {ARABIC}", lang="ar"), "og", fonts=fonts), role)
    plain = spread(page(keys(kind, ARABIC, lang="ar"), "og", fonts=fonts), role)
    assert mixed[1] == pytest.approx(plain[1], abs=45)  # a quotation mark hangs


def test_the_first_word_of_an_item_is_the_rightmost(fonts: str) -> None:
    items = {"items": [f"Excel {ARABIC} Python", "Learn Rust"]}
    scene = page(keys("feedback_checklist", ARABIC, lang="ar") | items, fonts=fonts)
    at = {run.text.strip(): run.origin.x for run in runs(scene, "items.text")}
    assert at["Excel"] > at["Python"]
    right = [
        run.origin.x + run.advance for run in runs(scene, "items.text") if run.text.strip() in ("Excel", "Learn Rust")
    ]
    assert right[0] == pytest.approx(right[1], abs=6)


def test_a_wish_for_left_to_right_keeps_it(fonts: str) -> None:
    items = {"items": [f"Excel {ARABIC} Python"]}
    scene = page(keys("feedback_checklist", ARABIC, lang="ar", direction="ltr") | items, fonts=fonts)
    at = {run.text.strip(): run.origin.x for run in runs(scene, "items.text")}
    assert at["Excel"] < at["Python"]


@pytest.mark.parametrize(
    ("lang", "page_runs", "text", "expected"),
    [
        ("ar", "rtl", f"SQL {ARABIC}", True),
        ("ar", "rtl", "2 of 3", False),
        ("ar", "ltr", f"{ARABIC} SQL", False),
        ("en", "ltr", f"{ARABIC} SQL", True),
        ("de", "ltr", f"{HEBREW} SQL", False),
        ("de", "ltr", HEBREW, True),
        ("de", "auto", f"{HEBREW} SQL", False),
        ("he", "auto", f"SQL {HEBREW}", True),
    ],
)
def test_each_text_on_a_page_runs_its_own_way(lang: str, page_runs: str, text: str, expected: bool, fonts: str) -> None:
    typesetter = Typesetter(FaceLibrary(fonts), lang, page_runs)  # type: ignore[arg-type]
    assert typesetter.runs_right_to_left(text) is expected
    if page_runs != "auto":
        side = typesetter.set(faces.spans(text), 900).align
        assert side == ("right" if page_runs == "rtl" else "left")
