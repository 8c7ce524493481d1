"""Marks: they carry a wish through an HTML comment, tell an edit by hand, and are none in code."""

from __future__ import annotations

import pytest

from pipeline.errors import ArticleError
from pipeline.weaving import marks

WISHES = [
    "Visual: a roadmap",
    "<!-- visual: a -- b --->",
    "  Visual: 100 %20 of it  ",
    "[visual: two\r\nlines]",
    "Visual:\ta\u2028b\u00a0c --> d--",
    "Bild: über\x0c 文字 عربى",
    "-",
]


def block(wish: str | None, body: tuple[str, ...] = ("![a](b)", "*c*")) -> str:
    opening = marks.begin("card", None if wish is None else wish.encode())
    return "\n".join([opening, *body, marks.end(body)])


@pytest.mark.parametrize("wish", WISHES)
def test_a_mark_carries_its_wish(wish: str) -> None:
    (woven,) = marks.find(block(wish).encode(), "a.md")
    assert (woven.name, woven.wish, woven.is_edited) == ("card", wish.encode(), False)


@pytest.mark.parametrize("wish", WISHES)
def test_a_mark_is_one_line_that_no_comment_ends_early(wish: str) -> None:
    mark = marks.begin("card", wish.encode())
    assert len(mark.splitlines()) == 1
    assert "--" not in mark.removeprefix("<!--").removesuffix("-->")


def test_a_wish_can_be_read_and_edited_in_its_mark() -> None:
    text = block("Visual: 100 % of it").replace("100 %", "50 %")
    assert marks.restore(text.encode(), "a.md").raw == b"Visual: 50 % of it"


@pytest.mark.parametrize(
    ("before", "after"), [("*c*", "*d*"), ("![a]", "![A]"), ("*c*\n", "*c*\nmore\n"), ("*c*\n", "")]
)
def test_an_edited_body_is_told(before: str, after: str) -> None:
    (woven,) = marks.find(block("Visual: x").replace(before, after).encode(), "a.md")
    assert woven.is_edited


def test_other_line_ends_indentation_and_empty_lines_are_no_edit() -> None:
    text = block("Visual: x").replace("\n", "\r\n  ").replace("*c*", "\r\n  *c*  ")
    (woven,) = marks.find(text.encode(), "a.md")
    assert not woven.is_edited


@pytest.mark.parametrize("around", ["```\n{}\n```\n", "~~~ html\n{}\n~~~\n", "<p>Words</p>\n\n    {}\n"])
def test_marks_in_code_are_none(around: str) -> None:
    text = around.format(block("Visual: x").replace("\n", "\n    "))
    assert marks.find(text.encode(), "a.md") == ()
    assert marks.restore(text.encode(), "a.md").raw == text.encode()


def test_every_mark_without_a_partner_is_told_with_its_line() -> None:
    lines = ["<!-- /visuals -->", "", "<!-- visuals a: Visual: a -->", "", "<!-- visuals b: Visual: b -->"]
    with pytest.raises(ArticleError) as caught:
        marks.find("\n".join(lines).encode(), "a.md")
    assert [str(problem).split("\n")[0] for problem in caught.value.problems] == [
        "a.md:1:1: this mark ends a figure that does not begin",
        "a.md:3:1: the figure that begins here has no end mark",
        "a.md:5:1: the figure that begins here has no end mark",
    ]


def test_a_figure_after_its_wish_goes_with_its_line() -> None:
    text = f"Visual: x\n{block(None)}\nmore\n"
    assert marks.restore(text.encode(), "a.md").raw == b"Visual: x\nmore\n"
    text = f"Visual: x\n{block(None)}"
    assert marks.restore(text.encode(), "a.md").raw == b"Visual: x"
