"""Tests of the tags in the head of a page."""

from __future__ import annotations

import pytest

from pipeline.plugins.cards import Card
from pipeline.plugins.tags import inserted, missing, tags
from pipeline.plugins.words import PageWords
from tests.plugins.sites import tags_of

WORDS = PageWords("a.md", 'Say "no" & <go>', "About\nit.", "Letters")
CARD = Card("card.png", "Say no.", 1200, 630)
WANTED = tags(WORDS, "https://example.org/a/", CARD, "https://example.org/a.png")
PAGE = "<html><head><title>A</title></head><body></head></body></html>"


def test_a_page_says_what_it_is_and_names_its_card() -> None:
    assert WANTED == {
        "og:type": "website",
        "og:site_name": "Letters",
        "og:title": 'Say "no" & <go>',
        "og:description": "About it.",
        "og:url": "https://example.org/a/",
        "og:image": "https://example.org/a.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Say no.",
        "twitter:card": "summary_large_image",
    }


def test_without_a_card_it_names_none() -> None:
    assert not [name for name in tags(WORDS, "") if "image" in name or name in ("twitter:card", "og:url")]


def test_tags_stand_at_the_end_of_the_head_and_nothing_else_changes() -> None:
    made = inserted(PAGE, WANTED)
    head, _, rest = made.partition("</head>")
    assert tags_of(head) == WANTED
    assert head.startswith("<html><head><title>A</title>")
    assert rest == "<body></head></body></html>"


def test_what_a_theme_writes_itself_stays_the_only_one() -> None:
    own = PAGE.replace(
        "<title>", '<meta content="Own" property="og:title"><meta name="Twitter:Card" content="x"><title>'
    )
    found = tags_of(inserted(own, WANTED).replace('content="Own" property="og:title"', ""))
    assert set(WANTED) - set(found) == {"og:title", "twitter:card"}


def test_beside_a_picture_of_the_theme_s_own_stands_nothing_of_ours() -> None:
    own = '<meta property="og:image" content="https://example.org/own.png">'
    assert "og:image" not in missing(own, WANTED)
    assert "og:title" in missing(own, WANTED)


def test_a_script_that_mentions_the_end_of_a_head_does_not_end_it() -> None:
    page = PAGE.replace("<title>", '<script>let a = "</head>";</script><title>')
    assert inserted(page, WANTED).index("og:title") > page.index("<title>")


@pytest.mark.parametrize("page", ["", "<p>No head</p>", "<body>{</head>"[:6]])
def test_a_page_without_a_head_stays_as_it_is(page: str) -> None:
    assert inserted(page, WANTED) == page
