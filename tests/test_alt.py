"""Every kind in words: tests/alt/<kind>.yaml holds specs and what they say, in English and in German."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
import yaml

from pipeline import kinds
from pipeline.prose import CLOSING, MOST_ALT, STOPS
from tests.conftest import REPOSITORY
from tests.visuals import visual
from tests.worded import Said, said

pytestmark = pytest.mark.usefixtures("in_repository")
FOLDER = REPOSITORY / "tests" / "alt"
LANGUAGES = ("en", "de")


class Case(NamedTuple):
    """A spec in one language, and what it has to say."""

    kind: str
    name: str
    keys: dict[str, Any]
    expected: Said

    def __str__(self) -> str:
        return f"{self.kind}-{self.keys['lang']}-{self.name}"


def _cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            for lang in LANGUAGES:
                keys = {"kind": path.stem, "lang": lang, **case["spec"], **(case.get(f"{lang}_spec") or {})}
                yield Case(path.stem, case["case"], keys, Said(**case[lang]))


CASES = list(_cases())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_spec_says_what_the_table_says(case: Case) -> None:
    assert said(case.keys) == case.expected


def test_every_kind_has_a_table() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(kinds.names())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_text_is_whole_sentences_without_gaps(case: Case) -> None:
    """The tables are read by people; this reads them once more."""
    for text in case.expected:
        assert text == text.strip()
        assert text.rstrip(CLOSING)[-1] in STOPS
        assert not {"{", "}"} & set(text)
        assert not any(gap in text for gap in ("  ", " .", ", .", ": .", ", ;", "..", "()", "“”", "„“"))
        assert not text[0].islower()
    assert len(case.expected.alt) <= MOST_ALT
    assert not case.expected.alt.lower().startswith(("image", "picture", "graphic", "bild", "grafik", "foto"))


@pytest.mark.parametrize("kind", kinds.names())
def test_an_authors_own_alt_text_replaces_the_sentence_and_not_the_description(kind: str) -> None:
    case = next(case for case in CASES if case.kind == kind)
    assert said({**case.keys, "alt": "My words"}) == ("My words", case.expected.description)


@pytest.mark.parametrize("kind", kinds.names())
def test_a_regional_tag_speaks_its_language_and_one_without_sentences_english(kind: str) -> None:
    english, german = [case for case in CASES if case.kind == kind][:2]
    assert said({**german.keys, "lang": "de-AT"}) == german.expected
    assert said({**english.keys, "lang": "sw"}) == english.expected


_NATIVE = {  # a text that has no stop of its own, and a name, in scripts with stops and commas of their own
    "zh-Hans": ("每一步都算数", "晓雨"),
    "zh-Hant": ("每一步都算數", "曉雨"),
    "ja": ("一歩ずつ進む", "花子"),
    "hi": ("हर कदम मायने रखता है", "आशा"),
    "ar": ("كل خطوة مهمة", "سلمى"),
    "fa": ("هر گام مهم است", "نگار"),
}
_FOREIGN = {  # what the marks of the language stand for
    "zh-Hans": (", ", "; ", ". ", ".", " ("),
    "zh-Hant": (", ", "; ", ". ", ".", " ("),
    "ja": (", ", "; ", ". ", ".", " ("),
    "hi": (".",),
    "ar": (", ", "; ", "،،"),
    "fa": (", ", "; ", "،،"),
}


def _of_each_kind(text: str, name: str) -> Iterator[dict[str, Any]]:
    yield {"kind": "quote_card", "text": text, "author": name, "role": text}
    yield {"kind": "big_number", "figure": 3, "caption": text, "unit": name, "source": text, "eyebrow": name,
           "of": {"count": 3, "total": 10, "rest": text}}  # fmt: skip
    yield {"kind": "big_number", "figure": 3, "caption": text,
           "change": {"from": "31", "to": "9", "from_note": text, "to_note": name}}  # fmt: skip
    yield {"kind": "page_card", "title": text, "description": text, "site": name, "section": text, "author": name,
           "date": text}  # fmt: skip
    yield {"kind": "application_email", "email": {"from": name, "subject": text, "body": text}}
    yield {"kind": "chart", "title": text, "caption": text, "labels": [text, name, "A"],
           "series": [{"name": text, "values": [1, 2, 3]}, {"name": name, "values": [4, 5, 6]}],
           "chart": "stacked"}  # fmt: skip
    yield {"kind": "steps", "title": text, "start": name, "result": text, "total": name, "steps": [
        {"title": name, "detail": text, "duration": name}, text,
    ]}  # fmt: skip
    yield {"kind": "feedback_checklist", "title": text, "eyebrow": text, "groups": [
        {"title": name, "items": [{"text": text, "state": "done", "priority": "high"}, {"text": name, "note": text}]},
    ]}  # fmt: skip
    yield {"kind": "career_roadmap", "title": text, "eyebrow": text, "paths": [
        {"name": name, "milestones": [{"title": text, "at": "2027-01-10", "skills": [text, name]}, {"title": name}]},
        {"name": text, "milestones": [{"title": name, "detail": text}]},
    ]}  # fmt: skip
    yield {"kind": "applications_dashboard", "as_of": "2026-04-20", "eyebrow": text, "applications": [
        {"company": name, "role": text, "stage": "interview", "applied": "2026-04-01", "source": text},
        {"company": text, "role": name, "stage": "rejected", "applied": "2026-04-02", "next_step": text},
    ], "panels": ["pipeline", "weeks", "next_steps", "sources", "kanban"]}  # fmt: skip


@pytest.mark.parametrize("lang", _NATIVE)
def test_sentences_and_lists_have_the_marks_of_their_language(lang: str) -> None:
    for keys in _of_each_kind(*_NATIVE[lang]):
        made = visual({**keys, "lang": lang})
        for text in (made.kind.alt(made.content), made.kind.description(made.content)):
            words = re.sub(r"\d[.,]\d", "", text)
            assert [mark for mark in _FOREIGN[lang] if mark in words] == [], f"{keys['kind']}: {text}"
