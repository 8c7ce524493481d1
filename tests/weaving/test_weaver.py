"""Weaving: figures where the wishes are, in lists and quotations too; edits between two runs survive."""

from __future__ import annotations

import pytest

from pipeline import weaving
from pipeline.errors import Problem, SpecError
from pipeline.weaving import Figure, Text, markdown, marks, weaver
from pipeline.weaving.forms import Style
from tests.weaving.shown import figure


def read(raw: bytes) -> Text:
    return weaver.parse(raw, "a.md")


def woven(raw: bytes, *, keep_wishes: bool = False, force: bool = False, alt: str = "Alt.") -> bytes:
    text = read(raw)
    wanted = weaving.wanted(text, lambda name: figure(name, alt, "Caption"), force=force)
    return weaving.weave(text, wanted, Style(lambda each: markdown.lines(each, str)), keep_wishes)


def shape(raw: bytes) -> list[str]:
    """The lines, figures in short."""
    short = {"<!-- v": "<", "![Alt": "image", "*Capt": "caption", "<!-- /": ">"}
    lines = raw.decode().splitlines()
    return [
        next((line[: line.index(key)] + word for key, word in short.items() if key in line), line) for line in lines
    ]


def test_a_figure_stands_in_place_of_its_wish() -> None:
    assert woven(b"Before.\n\nVisual: a card\n\nAfter.\n").decode() == (
        "Before.\n\n"
        "<!-- visuals card: Visual: a card -->\n"
        "![Alt.](output/card.og.png)  \n"
        "*Caption*\n"
        f"{marks.end(['![Alt.](output/card.og.png)  ', '*Caption*'])}\n"
        "\nAfter.\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("> Visual: x\n>\n> more", ["> <", "> image", "> caption", "> >", ">", "> more"]),
        ("- a\n- Visual: x\n- b", ["- a", "<", "image", "caption", ">", "- b"]),
        ("- Visual: x\n\n  of the item", ["- <", "  image", "  caption", "  >", "", "  of the item"]),
        ("- a\n  Visual: x", ["- a", "  <", "  image", "  caption", "  >"]),
        ("# Visual: x", ["<", "image", "caption", ">"]),
        ("words\n     Visual: x", ["words", "     <", "     image", "     caption", "     >"]),
        ("Visual: x\n    Visual: y", ["<", "image", "caption", ">", "<", "image", "caption", ">"]),
    ],
)
def test_lists_and_quotations_go_on_around_a_figure(before: str, after: list[str]) -> None:
    assert shape(woven(before.encode())) == after


def test_within_lists_and_quotations_a_style_may_have_other_lines() -> None:
    style = Style(lambda each: ["![Alt]"], lambda each: ["![Alt", "*Capt"])
    for before, after in (("Visual: x", 1), ("> Visual: x", 2), ("- a\n  Visual: x", 2)):
        text = read(before.encode())
        raw = weaving.weave(text, weaving.wanted(text, figure), style, False)
        assert len([line for line in shape(raw) if "image" in line or "caption" in line]) == after


def test_a_kept_wish_has_its_figure_below() -> None:
    raw = b"- Visual: x\n- b\n\nVisual: y"
    kept = woven(raw, keep_wishes=True)
    figures = ["<", "image", "caption", ">"]
    assert shape(kept) == ["- Visual: x", *figures, "- b", "", "Visual: y", *figures]
    assert not kept.endswith(b"\n")
    assert marks.restore(kept, "a.md").raw == raw


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_the_byte_order_mark_stay(end: str) -> None:
    raw = f"\ufeffVisual: card{end}{end}Words.{end}".encode()
    result = woven(raw)
    assert result.startswith(b"\xef\xbb\xbf<!-- visuals card:")
    assert result.count(end.encode()) == 6
    assert marks.restore(result, "a.md").raw == raw


def test_words_written_between_two_runs_survive() -> None:
    edited = woven(b"One.\n\nVisual: x\n\nTwo.\n").replace(b"One.", b"First.").replace(b"Two.", b"Two.\n\nVisual: y\n")
    again = woven(edited)
    assert marks.restore(again, "a.md").raw == b"First.\n\nVisual: x\n\nTwo.\n\nVisual: y\n\n"
    assert again.count(b"<!-- visuals ") == 2


def test_a_figure_that_was_edited_by_hand_stays_until_it_is_forced() -> None:
    edited = woven(b"Visual: x\r\n").replace(b"*Caption*", b"*My own words*")
    assert woven(edited, alt="New.") == edited
    assert b"*Caption*" in woven(edited, alt="New.", force=True)
    assert b"![New.]" in woven(woven(b"Visual: x\r\n"), alt="New.")


def test_a_wish_that_goes_takes_no_other_figure_with_it() -> None:
    both = woven(b"Visual: card\n\nVisual: card\n")
    assert [each.name for each in marks.find(both, "a.md")] == ["card", "card-2"]
    second = both.split(b"\n\n")[1]
    again = woven(b"Visual: card\n\n" + second)
    assert [each.name for each in marks.find(again, "a.md")] == ["card", "card-2"]
    assert [each.name for each in marks.find(woven(second), "a.md")] == ["card-2"]


def test_wishes_in_code_and_wishes_without_a_figure_stay() -> None:
    def missing(name: str) -> Figure:
        raise SpecError(Problem(f"no {name}"))

    text = read(b"```\nVisual: x\n```\n\nVisual: y\n")
    (only,) = weaving.wanted(text, missing)
    assert (only.name, only.problems) == ("y", (Problem("no y"),))
    assert weaving.weave(text, [only], Style(lambda each: []), False) == text.article.raw


def test_a_caption_that_repeats_its_heading_is_none() -> None:
    assert b"*Caption*" not in woven(b"# Caption\n\nVisual: x\n")


def test_lines_are_counted_in_the_woven_file() -> None:
    text = read(woven(b"Visual: x\n\n[visual: y\nz]\n\nWords.\n"))
    assert [text.line(line) for line in (1, 2, 3, 4, 5, 6)] == [1, 5, 6, 7, 10, 11]
