"""A figure as HTML, MDX and reStructuredText: every text escaped, elements closed, the right picture first."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from pipeline.weaving import Figure, html, links, markdown, mdx, snippets
from pipeline.weaving.figures import File, Page, Picture
from tests.visuals import visual
from tests.weaving.shown import figure

EVIL = 'A "quote" & <b>bold</b> *star* [link](x) `code` {brace} $1 _under_ \\ back\nslash'


def full() -> Figure:
    wide, tall = Picture("out/a b.og.png", 1200, 630, "out/a b.og@2x.png"), Picture("out/a.tall.png", 1080, 1350)
    page = Page(
        "Alt.", wide, wide._replace(path="out/a.ink.png", fine=""), tall, tall._replace(path="out/a.tall.ink.png")
    )
    return figure()._replace(pages=(page,))


def test_a_picture_knows_light_and_dark_wide_and_narrow() -> None:
    assert "\n".join(html.lines(full(), links.relative(""))) == (
        '<figure id="card">\n'
        "  <picture>\n"
        '    <source media="(max-width: 600px) and (prefers-color-scheme: dark)" srcset="out/a.tall.ink.png" '
        'width="1080" height="1350">\n'
        '    <source media="(max-width: 600px)" srcset="out/a.tall.png" width="1080" height="1350">\n'
        '    <source media="(prefers-color-scheme: dark)" srcset="out/a.ink.png" width="1200" height="630">\n'
        '    <img src="out/a%20b.og.png" srcset="out/a%20b.og.png 1200w, out/a%20b.og@2x.png 2400w" '
        'sizes="(min-width: 900px) 860px, 100vw" width="1200" height="630" alt="Alt." loading="lazy" '
        'decoding="async">\n'
        "  </picture>\n"
        '  <figcaption dir="auto">Every word counts.</figcaption>\n'
        "</figure>"
    )


def test_lighter_formats_stand_before_the_others_unless_the_page_holds_its_pictures() -> None:
    light = Picture("a.png", 1200, 630, lighter=(File("a.avif", "a@2x.avif"), File("a.webp")))
    shown = figure()._replace(pages=(Page("Alt.", light, light._replace(path="a.ink.png", lighter=(File("b.avif"),))),))
    assert [line.split(" width")[0].strip() for line in html.lines(shown, links.relative(""))[2:6]] == [
        '<source media="(prefers-color-scheme: dark)" type="image/avif" srcset="b.avif"',
        '<source media="(prefers-color-scheme: dark)" srcset="a.ink.png"',
        '<source type="image/avif" srcset="a.avif 1200w, a@2x.avif 2400w" sizes="(min-width: 900px) 860px, 100vw"',
        '<source type="image/webp" srcset="a.webp"',
    ]


def test_a_description_that_says_more_than_the_alt_text_is_folded_below_its_picture() -> None:
    page = figure().pages[0]._replace(description=EVIL)
    text = "\n".join(mdx.lines(figure()._replace(pages=(page, page._replace(description=page.alt))), str))
    (details,) = ElementTree.fromstring(text).iter("details")
    assert [element.text for element in details] == ["Description", EVIL.replace("\n", " ")]
    assert text.count(f'aria-details="{details.get("id")}"') == 1


@pytest.mark.parametrize(
    ("lang", "word"), [("de-AT", "Beschreibung"), ("ja", "説明"), ("pt-BR", "Descrição"), ("fi", "Description")]
)
def test_a_description_unfolds_with_the_word_of_its_language(lang: str, word: str) -> None:
    shown = figure()
    spec = visual({"kind": "quote_card", "text": "x", "lang": lang}).spec
    page = shown.pages[0]._replace(description=EVIL)
    text = "\n".join(html.lines(shown._replace(visual=shown.visual._replace(spec=spec), pages=(page,)), str))
    assert f"<summary>{word}</summary>" in text


def test_texts_are_escaped_in_html() -> None:
    text = "\n".join(html.lines(figure(alt=EVIL, caption=EVIL), str))
    told: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag in ("figure", "picture", "source", "img", "figcaption")
            told.extend(value or "" for name, value in attrs if name == "alt")

        def handle_data(self, data: str) -> None:
            told.extend([data] if data.strip() else [])

    Reader().feed(text)
    assert told == [EVIL.replace("\n", " ")] * 2
    assert "\n\n" not in text


def test_texts_are_escaped_in_markdown() -> None:
    from markdown_it import MarkdownIt

    text = "\n".join(markdown.lines(figure(alt=EVIL, caption=EVIL), str))
    (inline,) = (token for token in MarkdownIt("commonmark").parse(text) if token.type == "inline")
    image, *others = inline.children or []
    assert image.content.replace("\\", "") == EVIL.replace("\n", " ").replace("\\", "") or image.type == "image"
    assert "".join(token.content for token in others if token.type == "text") == EVIL.replace("\n", " ")
    assert [token.type for token in others if token.type.endswith("_open")] == ["em_open"]


def test_mdx_is_well_formed_and_takes_braces_for_text() -> None:
    text = "\n".join(mdx.lines(full()._replace(caption=EVIL), links.relative("")))
    root = ElementTree.fromstring(text)
    assert [element.tag for element in root.iter()] == ["figure", "picture", *["source"] * 3, "img", "figcaption"]
    assert "srcSet=" in text
    assert not set("{}") & set(text)
    assert root[1].text == EVIL.replace("\n", " ")


@pytest.mark.parametrize(("caption", "written"), [("- a *b*", r"   \- a \*b\*"), ("“A”", r"   \“A”"), ("A", "   A")])
def test_rst_has_a_directive_with_alt_text_and_caption(caption: str, written: str) -> None:
    assert snippets.rst(figure(alt="Alt\ntext.", caption=caption), str) == [
        ".. figure:: output/card.og.png",
        "   :alt: Alt text.",
        "   :width: 100%",
        "",
        written,
    ]


def test_addresses_are_counted_from_the_page(tmp_path: object) -> None:
    assert links.relative("docs/a")("docs/output/ä (1).png") == "../output/%C3%A4%20%281%29.png"
    assert links.relative("")("output/x@2x.png") == "output/x@2x.png"


def test_an_id_holds_no_blanks() -> None:
    named = figure()._replace(visual=figure().visual._replace(name="a  card\tof mine"))
    page = named.pages[0]._replace(description="More than the alt text.")
    lines = "\n".join(html.lines(named._replace(pages=(page,)), links.relative("")))
    assert '<figure id="a-card-of-mine">' in lines
    assert 'aria-details="a-card-of-mine-1"' in lines
    assert '<details id="a-card-of-mine-1"' in lines
