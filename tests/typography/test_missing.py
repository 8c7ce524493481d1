"""Tests of pipeline.typography.missing: the wording for characters that no face has."""

from __future__ import annotations

import pytest

from pipeline.typography.missing import missing_glyphs


def test_the_character_its_number_and_its_name_are_told() -> None:
    problem = missing_glyphs("ع", "text", "en")
    assert problem.message == "no face has ع (U+0639 ARABIC LETTER AIN)"
    assert problem.hint == (
        "put a face that has it into fonts/, such as Noto Naskh Arabic; `visuals fonts` lists what is here"
    )
    assert problem.field == "text"


def test_each_character_is_named_once_in_the_order_of_the_text() -> None:
    message = missing_glyphs("今日今日は", "text", "en").message
    assert [message.index(character) for character in "今日は"] == sorted(message.index(each) for each in "今日は")
    assert message.count("今") == 1


def test_five_are_named_and_the_others_counted() -> None:
    message = missing_glyphs("ขกคงจฉช", "author", "en").message
    assert message.count("THAI CHARACTER") == 5
    assert message.endswith("THAI CHARACTER CHO CHAN) and 2 more")


@pytest.mark.parametrize(
    ("characters", "families"),
    [
        ("שלום", "Noto Serif Hebrew"),
        ("你", "Noto Serif CJK SC"),
        ("한", "Noto Serif CJK KR"),
        ("한字", "Noto Serif CJK KR"),
        ("。", "Noto Serif CJK SC"),
        ("कख", "Noto Serif Devanagari"),
        ("ก", "Noto Serif Thai"),
        ("ខ", "Noto Sans Khmer"),
        ("తె", "Noto Sans Telugu"),
        ("ස", "Noto Sans Sinhala"),
        ("ગુ", "Noto Sans Gujarati"),
        ("བོ", "Noto Serif Tibetan"),
        ("ދި", "Noto Sans Thaana"),
        ("😀", "Noto Color Emoji"),
        ("∮", "Noto Sans Math"),
        ("⟶", "Noto Sans Math"),
        ("∑", "Noto Sans Math"),
        ("\U0001d4d0", "Noto Sans Math"),
        ("☎", "Noto Sans Symbols or Noto Sans Symbols 2"),
        ("■", "Noto Sans Symbols 2"),
        ("ⓐ", "Noto Sans Symbols"),
        ("あア你", "Noto Serif CJK JP"),
        ("שعกक", "Noto Serif Hebrew or Noto Naskh Arabic or Noto Serif Thai"),
    ],
)
def test_the_hint_names_families_that_have_them(characters: str, families: str) -> None:
    assert f"such as {families};" in missing_glyphs(characters, "text", "en").hint


@pytest.mark.parametrize(
    ("lang", "region"), [("ja", "JP"), ("zh", "SC"), ("zh-CN", "SC"), ("zh-Hant", "TC"), ("zh-HK", "HK"), ("ko", "KR")]
)
def test_ideographs_are_those_of_the_language(lang: str, region: str) -> None:
    assert f"such as Noto Serif CJK {region};" in missing_glyphs("你", "text", lang).hint


@pytest.mark.parametrize("character", ["\ua840", "\U00012000", "\U00010400", "\ue000"])  # Phags-pa, cuneiform, ...
def test_of_a_script_that_we_know_no_family_of_none_is_named(character: str) -> None:
    assert missing_glyphs(character, "text", "en").hint == (
        "put a face that has it into fonts/; `visuals fonts` lists what is here"
    )


def test_what_cannot_be_printed_is_written_as_an_escape() -> None:
    assert missing_glyphs("\ue000", "text", "en").message == r"no face has '\ue000' (U+E000 unnamed)"
