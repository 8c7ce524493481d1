"""Comments on lines of their own: where their bytes are; those in code and in front matter are none."""

from __future__ import annotations

import pytest

from pipeline import article


def test_a_comment_has_its_line_and_its_bytes() -> None:
    raw = "\ufeffÄ\r\n<!-- one -->  \r> - <!--two-->\n1. <!-- a -- b -->".encode()
    found = article.comments(raw, "a.md")
    assert [(each.line, each.text) for each in found] == [(2, "one"), (3, "two"), (4, "a -- b")]
    assert [raw[each.start : each.end].decode() for each in found] == [
        "<!-- one -->  ",
        "> - <!--two-->",
        "1. <!-- a -- b -->",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- x -->\n```",
        "Words.\n\n    <!-- x -->",
        "---\na: b\n<!-- x -->: c\n---\n",
        "Words <!-- x -->",
        "<!-- x\n-->",
        "<!-- x --> words",
    ],
)
def test_what_is_none(text: str) -> None:
    assert article.comments(text.encode(), "a.md") == ()
