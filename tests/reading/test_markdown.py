"""Markdown as blocks with their lines, and as words."""

from __future__ import annotations

import pytest

from pipeline.reading.markdown import Block, front_matter, parse, plain, words


def blocks(text: str) -> list[tuple[str, int, int]]:
    return [(block.sort, block.begin, block.end) for block in parse(text).blocks]


def test_every_block_knows_its_lines() -> None:
    text = "# A\n\ntext\nmore\n\n- one\n  - two\n\n> said\n\n```\ncode\n```\n\n| a |\n|---|\n| b |\n\n[^1]: note\n"
    assert blocks(text) == [
        ("heading", 0, 1),
        ("paragraph", 2, 4),
        ("item", 5, 6),
        ("item", 6, 7),
        ("quote", 8, 9),
        ("code", 10, 13),
        ("table", 14, 17),
        ("footnote", 18, 19),
    ]


def test_a_block_knows_what_holds_it_and_what_begins_with_it() -> None:
    text = "- - a\n  - b\n\n    c\n> - d\n"
    found = [(block.lines[0], block.depth, block.opens, block.quoted) for block in parse(text).blocks]
    assert found == [("a", 2, 2, 0), ("b", 2, 1, 0), ("c", 2, 0, 0), ("d", 1, 1, 1)]


def test_what_html_hides_is_in_no_block() -> None:
    text = "<div hidden>\n\n# Hidden\n\n<p>too</p>\n\n</div>\n\nshown\n"
    assert [block.lines for block in parse(text).blocks if block.sort != "html"] == [("shown",)]


def test_lines_between_two_marks_of_a_comment_are_in_no_block() -> None:
    text = "a\n\n%%\n- b\n\n# c\n%%\n\n- d\n%% e\nf %%\n\n%% g\n"
    assert [block.lines for block in parse(text).blocks] == [("a",), ("d",), ("%% g",)]


def test_code_and_comments_that_do_not_end_are_open() -> None:
    assert [block.is_open for block in parse("```\na\n```\n\n- ```\n  b\n\n<!-- c").blocks] == [False, False, True]
    assert [block.is_open for block in parse("~~~\na\n```").blocks] == [True]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("*a* and __b__", "*a* and *b*"),
        ("2 * 3 * 4 `*`", r"2 \* 3 \* 4 \*"),
        ("**a *b* c**", "*a b c*"),
        ("un*frigging*believable", "unfriggingbelievable"),
        ("[a](b) ![c *d*](e) <http://f.g>", "a c *d* http://f.g"),
        ("a<!-- b -->c<br/>d &lt;e&gt;", "ac d <e>"),
        ("a <span style='display:none'>b <i>c</i></span> <script>d</script>e", "a e"),
        ("a ~~b~~[^1] c", "a c"),
        ("a\nb  \nc", "a b c"),
        ("[[a]] [[b#c|d *e*]] ![[f.png|300]] [[1]](g)", r"a d \*e\* f.png [1]"),
        ("==a *b*== c == d == e==f==g", "a *b* c == d == e==f==g"),
        ("a %%b *c*%% d 50%% or 60%% `%%e%% ==f==`", "a d 50%% or 60%% %%e%% ==f=="),
    ],
)
def test_words_are_read_as_a_reader_sees_them(text: str, read: str) -> None:
    assert words(text).marked == read
    assert plain(text) == read.replace("\\*", "#").replace("*", "").replace("#", "*")


def test_what_is_struck_through_is_known() -> None:
    assert words("~~a *b*~~ c ~~d~~").struck == ("a b", "d")


def test_a_reference_is_that_of_the_document() -> None:
    document = parse("[a][b] and [c]\n\n[b]: d\n[c]: e\n")
    assert words(document.blocks[0].lines[0], document.references).marked == "a and c"


@pytest.mark.parametrize(("text", "lines"), [("---\na: 1\n---\nb", 3), ("---\n\n---\n", 0), ("+++\na = 1\n+++", 3)])
def test_front_matter_has_keys(text: str, lines: int) -> None:
    assert front_matter(text)[2] == lines


def test_a_block_is_plain_data() -> None:
    assert parse("a").blocks == (Block("paragraph", ("a",), 0, 1),)
