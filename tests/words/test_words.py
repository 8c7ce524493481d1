"""The catalogues are complete and say the same in each language; what CLDR knows is as babel brings it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import yaml

from pipeline.kinds.applications_dashboard.columns import COLUMNS
from pipeline.prose import plain
from pipeline.words import Text, find, languages, vocabulary
from pipeline.words.cldr import LANGUAGES, VERSION
from pipeline.words.language import Forms
from pipeline.words.sections import FOLDER
from tests import cldr
from tests.conftest import REPOSITORY

PLACEHOLDER = re.compile(r"\{(\w+)\}")
ENGLISH = "en"
RECOGNISED = (
    "reading",
    "application_columns",
    "application_stages",
    "roadmap_reading",
)  # a language may have more or fewer


def catalogue(tag: str) -> dict[str, dict[str, Any]]:
    with open(f"{FOLDER}/{tag}.yaml", encoding="utf-8") as file:
        found: dict[str, dict[str, Any]] = yaml.safe_load(file)
    return found


def texts(tag: str) -> Iterator[tuple[str, str, Any]]:
    """Every text that is shown or said: section, key and the text, or its forms."""
    for section, words in catalogue(tag).items():
        if section not in RECOGNISED:
            yield from ((section, key, text) for key, text in words.items())


def placeholders(text: Any) -> set[str]:
    forms = text.values() if isinstance(text, dict) else [text]
    return {name for form in forms for name in PLACEHOLDER.findall(form)}


@pytest.mark.parametrize("tag", languages())
def test_a_catalogue_has_every_text_and_no_other(tag: str) -> None:
    assert [each[:2] for each in texts(tag)] == [each[:2] for each in texts(ENGLISH)]


@pytest.mark.parametrize("tag", languages())
def test_every_placeholder_is_used(tag: str) -> None:
    english = {each[:2]: placeholders(each[2]) for each in texts(ENGLISH)}
    assert {each[:2]: placeholders(each[2]) for each in texts(tag)} == english


@pytest.mark.parametrize("tag", languages())
def test_every_form_that_the_language_has_is_there(tag: str) -> None:
    language = find(tag)
    assert language is not None
    needed = {language.form(n) for n in range(200)} | {"other"}
    found = {each[:2]: set(each[2]) for each in texts(tag) if isinstance(each[2], dict)}
    assert {where: forms for where, forms in found.items() if forms != needed} == {}


@pytest.mark.parametrize("tag", languages())
def test_what_is_counted_in_english_has_forms_in_each_language(tag: str) -> None:
    counted = {each[:2] for each in texts(ENGLISH) if isinstance(each[2], dict)}
    language = find(tag)
    assert language is not None
    if len({language.form(n) for n in range(200)}) > 1:
        assert counted <= {each[:2] for each in texts(tag) if isinstance(each[2], dict)}


@pytest.mark.parametrize("tag", languages())
def test_each_language_recognises_its_words(tag: str) -> None:
    known = catalogue(tag)["reading"]
    for key in ("yes", "no", "totals"):
        words = {plain(word) for word in known[key].split("|")}
        assert words
        assert words <= vocabulary("reading")[key]


@pytest.mark.parametrize("tag", languages())
def test_each_language_names_every_column_of_a_list(tag: str) -> None:
    known = catalogue(tag)["application_columns"]
    assert [column for column in COLUMNS if column not in known] == []


def test_no_heading_names_two_columns() -> None:
    known = vocabulary("application_columns")
    held = [(column, word) for column in COLUMNS for word in known[column]]
    assert sorted(word for _, word in held) == sorted({word for _, word in held})


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Follow-up_Date ", "follow up date"),
        ("Société", "societe"),
        ("DURUMU İLK ADIM", "durumu ilk adim"),
        ("źródło", "zrodlo"),
        ("Địa điểm", "dia diem"),
        ("последний", "последнии"),
        ("स्थिति", "स्थिति"),
        ("ऑफ़र हाँ", "ऑफर हां"),
        ("ตำแหน่งที่สมัคร", plain("ตําแหน่งที่สมัคร")),
        ("الشَّرِكَة", "الشركة"),
        ("الحـالة", "الحالة"),
        ("شرکت", plain("شركت")),
        ("به‌روزرسانی", plain("به روزرساني")),
        ("חֶבְרָה", "חברה"),
        ("ポジション", "ポジション"),
        ("회사", "회사"),
        ("co\u00adop ✔\ufe0f", "coop"),
        ("# 1", "# 1"),
    ],
)
def test_words_are_alike_whatever_accents_and_points_they_are_written_with(written: str, folded: str) -> None:
    assert plain(written) == folded


def test_marks_that_are_letters_tell_words_apart() -> None:
    assert len({plain(word) for word in ("ไม่", "ใหม่", "कम", "काम", "किमी", "ポス", "ホス", "が", "か")}) == 9


@pytest.mark.skipif(cldr.version() != VERSION, reason=f"cldr.py was written with babel {VERSION}")
def test_what_cldr_knows_is_written_as_it_is() -> None:
    written = (REPOSITORY / "pipeline" / "words" / "cldr.py").read_text(encoding="utf-8")
    assert written == cldr.text(), "`make cldr` writes it anew"


def test_every_catalogue_has_a_language_of_cldr() -> None:
    assert set(languages()) <= set(LANGUAGES)


@pytest.mark.parametrize(
    ("tag", "n", "form"),
    [("en", 1, "one"), ("en", 0, "other"), ("fr", 0, "one"), ("de", 101, "other"), ("es", 1_000_001, "other")],
)
def test_a_number_takes_its_form(tag: str, n: int, form: str) -> None:
    language = find(tag)
    assert language is not None
    assert language.form(n) == form


@pytest.mark.parametrize(
    ("tag", "parts", "listed"),
    [
        ("en", [], ""),
        ("de", ["a"], "a"),
        ("en", ["a", "b"], "a and b"),
        ("en", ["a, b", "c"], "a, b and c"),
        ("en", ["a", "b", "c"], "a, b and c"),
        ("de", ["a", "b", "c"], "a, b und c"),
        ("es", ["padre", "hijo"], "padre e hijo"),
        ("es", ["leones", "hienas"], "leones y hienas"),
        ("en", ["a, b", "c", "d"], "a, b; c; and d"),
        ("zh-Hans", ["甲", "乙", "丙"], "甲、乙和丙"),
        ("ja", ["甲、乙", "丙", "丁"], "甲、乙；丙；丁"),
        ("fa", ["الف، ب", "پ", "ت"], "الف، ب؛\u200f پ؛ و ت"),
    ],
)
def test_a_list_reads_as_a_sentence_has_it(tag: str, parts: list[str], listed: str) -> None:
    language = find(tag)
    assert language is not None
    assert language.listed(parts) == listed


@pytest.mark.parametrize(
    ("tag", "sentence", "commas", "numbers", "aside"),
    [
        ("en", "a.", "a, b", "a, b", "a (b, c)"),
        ("zh-Hant", "a。", "a，b", "a、b", "a（b，c）"),
        ("ja", "a。", "a、b", "a、b", "a（b、c）"),
        ("ko", "a.", "a, b", "a, b", "a(b, c)"),
        ("hi", "a।", "a, b", "a, b", "a (b, c)"),
        ("ar", "a.", "a، b", "a، b", "a (b، c)"),
        ("th", "a", "a, b", "a, b", "a (b, c)"),
    ],
)
def test_a_language_has_its_stops_commas_and_brackets(
    tag: str, sentence: str, commas: str, numbers: str, aside: str
) -> None:
    language = find(tag)
    assert language is not None
    assert language.ended("a") == sentence
    assert language.with_commas("a", "", "b") == commas
    assert language.enumerated(["a", "b"]) == numbers
    assert language.aside("a", "b", "", "c") == aside
    assert language.aside("a", "") == "a"


@pytest.mark.parametrize(
    ("tag", "value", "compact"),
    [
        ("en", "12345", "12.3K"),
        ("en", "1250000", "1.25M"),
        ("de", "1200000", "1,2\u00a0Mio."),
        ("en", "999999", "1M"),
        ("en", "-999", "\u2212999"),
    ],
)
def test_a_large_number_is_short(tag: str, value: str, compact: str) -> None:
    language = find(tag)
    assert language is not None
    assert language.compact(Decimal(value)) == compact


def test_a_text_is_counted_with_its_form() -> None:
    language = find("fr")
    text: Text = Forms(one="{n} mot", other="{n} mots")
    assert language is not None
    assert [language.counted(text, n) for n in (0, 1, 2)] == ["0 mot", "1 mot", "2 mots"]


@pytest.mark.parametrize(
    ("written", "tag"), [("de-AT", "de"), ("pt-BR", "pt"), ("fi", None), ("en-GB", "en"), ("xx", None)]
)
def test_a_tag_finds_its_catalogue(written: str, tag: str | None) -> None:
    language = find(written)
    assert (language.tag if language else None) == tag
