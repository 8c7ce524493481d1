"""Every kind in words: tests/alt/<kind>.yaml holds specs and what they say, in English and in German."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
import yaml

from pipeline import kinds
from pipeline.prose import MOST_ALT, ended
from tests.conftest import REPOSITORY
from tests.worded import Said, said

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
        assert text == ended(text).strip()
        assert not {"{", "}"} & set(text)
        assert not any(gap in text for gap in ("  ", " .", ", .", ": .", ", ;", "..", "()", "“”", "„“"))
        assert text[0].isupper()
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
