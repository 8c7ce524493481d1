"""What is blank, and what a terminal may be shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.characters import is_blank, printable
from pipeline.errors import Place, Problem


@pytest.mark.parametrize("character", "\u00ad\u034f\u061c\u115f\u180e\u200b\u200d\u2060\u3164\ufe0f\ufeff\U000e0020")
def test_a_text_of_characters_without_a_sign_of_their_own_is_blank(character: str) -> None:
    assert is_blank(character * 3 + " \u00a0\n")
    assert not is_blank(f"{character}a")


def test_letters_marks_and_signs_beside_those_are_not_blank() -> None:
    for character in "a\u00ac\u00ae\u0301\u0350\u2010\u3165\ufe10\ufffd\U000e1000-":
        assert not is_blank(character), hex(ord(character))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain Grüße — 日本語 🙂", "plain Grüße — 日本語 🙂"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b31m", "\\x9b31m"),
        ("a\nb\rc\td\x07", "a\\nb\\rc\\td\\x07"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("a\u2028b\u2066", "a\\u2028b\\u2066"),
        ("half \ud800", "half \\ud800"),
        ("no-break\u00a0space, soft\u00adhyphen", "no-break\u00a0space, soft\u00adhyphen"),
    ],
)
def test_what_would_steer_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_no_control_of_any_sort_is_left(text: str) -> None:
    for keeps in ("", "\n\t"):
        left = set(printable(text, keeps)) - set(keeps)
        assert [each for each in left if unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp")] == []


def test_a_problem_is_one_line_and_its_hint_another() -> None:
    problem = Problem("found `\x1b[2J\n`", Place("a\x1bb\n.yaml", 1, 2), "try\n\x9b")
    assert str(problem) == "a\\x1bb\\n.yaml:1:2: found `\\x1b[2J\\n`\n  hint: try\\n\\x9b"
