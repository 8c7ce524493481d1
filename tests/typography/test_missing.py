"""Tests of pipeline.typography.missing: the wording for characters that no face has."""

from __future__ import annotations

import pytest

from pipeline.typography.missing import missing_glyphs


def test_the_character_its_number_and_its_name_are_told() -> None:
    problem = missing_glyphs("ع", "text")
    assert problem.message == "no face has ع (U+0639 ARABIC LETTER AIN)"
    assert problem.hint == (
        "put a face that has it into fonts/, such as Noto Naskh Arabic; `visuals fonts` lists what is here"
    )
    assert problem.field == "text"


def test_each_character_is_named_once_in_the_order_of_the_text() -> None:
    message = missing_glyphs("今日今日は", "text").message
    assert [message.index(character) for character in "今日は"] == sorted(message.index(each) for each in "今日は")
    assert message.count("今") == 1


def test_five_are_named_and_the_others_counted() -> None:
    message = missing_glyphs("ขกคงจฉช", "author").message
    assert message.count("THAI CHARACTER") == 5
    assert message.endswith("THAI CHARACTER CHO CHAN) and 2 more")


@pytest.mark.parametrize(
    ("characters", "families"),
    [
        ("שלום", "Noto Serif Hebrew"),
        ("你", "Noto Serif CJK"),
        ("한", "Noto Serif CJK KR"),
        ("कख", "Noto Serif Devanagari"),
        ("ก", "Noto Serif Thai"),
        ("😀", "Noto Color Emoji"),
        ("∮", "Noto Sans"),
        ("あア你", "Noto Serif CJK JP or Noto Serif CJK"),
        ("שعกक", "Noto Serif Hebrew or Noto Naskh Arabic or Noto Serif Thai"),
    ],
)
def test_the_hint_names_families_that_have_them(characters: str, families: str) -> None:
    assert f"such as {families};" in missing_glyphs(characters, "text").hint


def test_what_cannot_be_printed_is_written_as_an_escape() -> None:
    assert missing_glyphs("\ue000", "text").message == r"no face has '\ue000' (U+E000 unnamed)"
