"""Weaving gives back every byte: over random articles with random line ends, places of wishes and code."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import article, weaving
from pipeline.article.html import to_html
from pipeline.errors import ArticleError, Problem, SpecError
from pipeline.weaving import Text, markdown, marks, weaver
from pipeline.weaving.forms import Style
from tests.amounts import some_of
from tests.weaving.shown import figure

LINES = [
    "",
    " ",
    "Words of the article — über 90 %.",
    "# A heading",
    "Visual: a roadmap",
    "Suggested Visual: a quote “Go on” -- now ",
    "  **Image:** a <b>checklist</b> --> 100%20",
    "[visual: a chart]",
    "[visual: a chart",
    "of two lines]",
    "<!-- visual: a dashboard -->",
    "<!-- visuals",
    "- Visual: a card in a list",
    "  with more of its item",
    "  - Figure: deeper",
    "1. Bild: nummeriert",
    "    Visual: maybe code",
    "\tVisual: after a tab",
    "> Visual: in a quotation",
    "> - Image: in both",
    ">",
    "```",
    "~~~ text",
    "<div>",
    "</div>",
    "---",
    "| a | b |",
    "|---|---|",
    "<!-- a comment -->",
    "صورة: نص من اليمين",
    "Visual:",
    "Visual: مخطط",
    "\u2028Visual: odd\u00a0spaces\u2028",
    "\x0bImage: a feed\x0c",
]


def is_article(raw: bytes) -> bool:
    """Whether the bytes can be read: front matter that is no YAML is refused."""
    try:
        article.parse(raw, "a.md")
    except ArticleError:
        return False
    return True


ENDS = ["\n", "\r\n", "\r"]
ARTICLES = st.builds(
    lambda mark, lines, last: (mark + "".join(line + end for line, end in lines) + last).encode(),
    st.sampled_from(["", "\ufeff"]),
    st.lists(st.tuples(st.sampled_from(LINES), st.one_of(st.just("\n"), st.sampled_from(ENDS))), max_size=14),
    st.sampled_from(LINES),
).filter(is_article)
MODEST = settings(max_examples=some_of(120), deadline=None, derandomize=True)


def read(raw: bytes) -> Text:
    return weaver.parse(raw, "a.md")


def woven(raw: bytes, keep_wishes: bool = False) -> bytes:
    text = read(raw)
    return weaving.weave(text, weaving.wanted(text, figure), Style(lambda each: markdown.lines(each, str)), keep_wishes)


@MODEST
@given(ARTICLES, st.booleans())
def test_unweaving_restores_every_byte(raw: bytes, keep_wishes: bool) -> None:
    assert marks.restore(woven(raw, keep_wishes), "a.md").raw == raw


@MODEST
@given(ARTICLES, st.booleans(), st.booleans())
def test_weaving_again_changes_nothing_but_the_way_it_is_asked_for(raw: bytes, before: bool, after: bool) -> None:
    assert woven(woven(raw, before), after) == woven(raw, after)


@MODEST
@given(ARTICLES, st.booleans(), st.sets(st.integers(0, 4)))
def test_weaving_twice_is_weaving_once_also_where_specs_are_gone(raw: bytes, keep_wishes: bool, gone: set[int]) -> None:
    before = woven(raw, keep_wishes)
    names = [each.name for each in marks.find(before, "a.md")]
    missing = {name for at, name in enumerate(names) if at in gone}

    def figure_or_none(name: str) -> weaving.Figure:
        if name in missing:
            raise SpecError(Problem("there is no such spec"))
        return figure(name)

    def again(data: bytes) -> bytes:
        text = read(data)
        found = weaving.wanted(text, figure_or_none)
        return weaving.weave(text, found, Style(lambda each: markdown.lines(each, str)), keep_wishes)

    assert again(again(raw)) == again(raw)
    assert again(before) == before
    assert marks.restore(again(raw), "a.md").raw == raw


@MODEST
@given(ARTICLES)
def test_each_wish_has_one_figure(raw: bytes) -> None:
    wishes = article.parse(raw, "a.md").wishes
    assert len(marks.find(woven(raw), "a.md")) == len(wishes)


@MODEST
@given(ARTICLES)
def test_lines_are_those_of_the_woven_file(raw: bytes) -> None:
    text = read(woven(raw))
    for wish, mark in zip(text.article.wishes, marks.find(woven(raw), "a.md"), strict=True):
        assert text.line(wish.line) == mark.line


@MODEST
@given(ARTICLES, st.booleans())
def test_a_page_shows_each_figure_once_and_none_as_code(raw: bytes, keep_wishes: bool) -> None:
    found = article.parse(raw, "a.md")
    insets = [f"<figure>{number}</figure>" for number in range(len(found.wishes))]
    html = to_html(found, insets, keep_wishes=keep_wishes)
    assert [html.count(inset) for inset in insets] == [1] * len(insets)
    assert not re.search("<(pre|p|h1)>(?:(?!</\\1>).)*<figure>", html, re.DOTALL)
    assert "\ue007" not in html
