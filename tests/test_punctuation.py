"""Tests of punctuation as it is set: of one text, and of every text that a picture of any kind shows or says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from pipeline.content import FilePath, Leaf, punctuated
from pipeline.errors import Place
from pipeline.notes import Note
from pipeline.prose import punctuated as set_right
from tests.visuals import page, runs, visual

TYPED = "It's \"as seen\" - ask Bo's ... son"
SAID = {
    "en": "It’s “as seen” – ask Bo’s … son",
    "de": "It’s „as seen“ – ask Bo’s … son",
    "fr": "It’s «\u202fas seen\u202f» – ask Bo’s … son",
    "sv": "It’s ”as seen” – ask Bo’s … son",
}
KINDS: dict[str, Mapping[str, Any]] = {
    "quote_card": {"text": TYPED, "author": TYPED, "role": TYPED, "source": TYPED},
    "feedback_checklist": {
        "title": TYPED,
        "eyebrow": TYPED,
        "groups": [{"title": TYPED, "items": [{"text": TYPED, "note": TYPED, "state": "done"}, TYPED]}],
        "labels": {"done": "Bo's done"},
    },
    "career_roadmap": {
        "title": TYPED,
        "eyebrow": TYPED,
        "standfirst": TYPED,
        "start": {"date": "2026-01-05", "label": "Bo's day"},
        "done": {"title": "Bo's no"},
        "paths": [{"name": TYPED, "milestones": [{"title": TYPED, "at": "6 months", "kind": "Bo's"}]}],
    },
    "application_email": {
        "email": {
            "from": TYPED,
            "to": TYPED,
            "subject": TYPED,
            "body": f'{TYPED}. "Go on. Write." So I did.',
        },
        "note": {"title": "Bo's", "lines": ["Don't - ..."]},
    },
    "applications_dashboard": {
        "title": TYPED,
        "eyebrow": TYPED,
        "as_of": "2026-06-30",
        "panels": ["next_steps", "sources"],
        "applications": [
            {
                "company": "Bo's - Inn",
                "role": 'Chef "de rang"',
                "stage": "Applied",
                "applied": "2026-06-01",
                "next_step": "Don't ask ...",
                "next_date": "2026-07-02",
                "source": "Bo's son",
            }
        ],
    },
    "big_number": {
        "figure": "1'000",
        "eyebrow": TYPED,
        "caption": TYPED,
        "source": TYPED,
        "change": {"from": '3 "so"', "to": '4 "so"', "from_note": "Bo's - ...", "to_note": "Bo's"},
    },
    "page_card": {"title": TYPED, "description": TYPED, "site": TYPED, "author": TYPED, "date": "Bo's day"},
    "chart": {
        "title": TYPED,
        "eyebrow": TYPED,
        "caption": TYPED,
        "labels": ["Bo's", "Di - Do"],
        "highlight": "Bo's",
        "series": [{"name": 'The "old" ...', "values": [3, 4]}],
    },
}


@pytest.mark.parametrize("lang", SAID)
def test_keys_of_a_keyboard_become_the_marks_of_a_language(lang: str) -> None:
    assert set_right(TYPED, lang) == SAID[lang]


@pytest.mark.parametrize("text", [*SAID.values(), "‘So’ – “so” … don’t", "- a\n- b", "co-operate", "5 -3", "a.b"])
def test_what_is_set_stays_as_it_is(text: str) -> None:
    assert set_right(text, "en") == text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("'Tis the '90s, rock 'n' roll", "’Tis the ’90s, rock ’n’ roll"),
        ("the dogs' day", "the dogs’ day"),
        ("'So' it is", "‘So’ it is"),
        ('("So")', "(“So”)"),
        ('*"So"* it is', "*“So”* it is"),
        ('"*So*" it is', "“*So*” it is"),
        ('"2024" and "1. FC"', "“2024” and “1. FC”"),
        ('a 27" and a 15" screen', 'a 27" and a 15" screen'),
        ('"a 27" screen"', '“a 27" screen”'),
        ("5'10\" tall", "5'10\" tall"),
        ("1'000'000 km", "1’000’000 km"),
        ('She said: "Go on.', "She said: “Go on."),
        ('Write." So I did.', "Write.” So I did."),
        ("צה\"ל ג'ירפה", "צה\"ל ג'ירפה"),
        ("one -- two", "one – two"),
        ("And so....", "And so…."),
        ("wait.....", "wait....."),
        ("say `it's \"x\" - y ...` or don't", 'say `it\'s "x" - y ...` or don’t'),
        ("see https://x.example/it's...a don't", "see https://x.example/it's...a don’t"),
        ("o'dell@x.example isn't", "o'dell@x.example isn’t"),
    ],
)
def test_each_mark_is_told_by_where_it_stands(typed: str, expected: str) -> None:
    assert set_right(typed, "en") == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["en", "de", "fr"])
def test_no_picture_shows_or_says_a_straight_mark(kind: str, lang: str) -> None:
    made = visual({"kind": kind, "lang": lang, **KINDS[kind]})
    scene = page(made, "portrait")
    shown = [run.text for run in runs(scene)]
    for text in (*shown, made.alt, made.description, scene.title):
        assert not any(mark in text for mark in ("'", '"', " - ", "...")), text
    assert any("’" in text for text in shown)


def test_an_alt_text_of_ones_own_is_set_too() -> None:
    made = visual({"kind": "quote_card", "text": "So", "alt": TYPED})
    assert made.alt == page(made).alt == SAID["en"]


def test_a_content_keeps_its_files_places_and_notes() -> None:
    note = Note("words", "it's", Place("it's.yaml", 1, 1))
    kept = FilePath("it's.png"), Leaf("a", "it's", Place("it's.csv", 1, 1)), note, 3, None
    assert punctuated(kept, "en") is kept
    assert punctuated((Leaf("it's", "x"), ("it's",)), "en") == (Leaf("it’s", "x"), ("it’s",))
    assert punctuated(Leaf('say "no"', "x", lang="de"), "en").text == "say „no“"
