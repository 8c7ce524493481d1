"""Tests of pipeline.typography.markup."""

from __future__ import annotations

import pytest

from pipeline.typography.markup import parse, plain


def shown(text: str) -> str:
    """The text with its emphasis in brackets."""
    return "".join(f"[{part.text}]" if part.emphasised else part.text for part in parse(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *word* here", "a [word] here"),
        ("*All* of *it*", "[All] of [it]"),
        ("*two words*.", "[two words]."),
        ("“*so*”, *yes*!", "“[so]”, [yes]!"),
        ("*naïve*", "[naïve]"),
        ("a *b*\nc", "a [b]\nc"),
        ("日*本*語", "日[本]語"),
        ("a **word** and *one*", "a [word] and [one]"),
        ("***both***, **five \\* stars**", "[both], [five * stars]"),
        (r"*five \* stars*", "[five * stars]"),
        ("", ""),
    ],
)
def test_stars_around_words_emphasise_them(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2*3*4",
        "a * b * c",
        "5*",
        "*",
        "**",
        "***",
        "* point",
        "snake*case*name",
        "*a\nb*",
        "**bold*",
        "2**3**4",
        "**bo\nld**",
        "a* b *c",
        "f(*a)",
    ],
)
def test_other_stars_stay_as_they_are_written(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(("text", "expected"), [(r"\*word\*", "*word*"), (r"a \* b", "a * b"), (r"5\*", "5*")])
def test_a_backslash_makes_a_star_plain(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_no_part_is_empty() -> None:
    assert [part.text for part in parse("*a* *b*")] == ["a", " ", "b"]


def test_the_plain_text_has_no_marks() -> None:
    assert plain(r"Every *word* \*counts\*") == "Every word *counts*"
