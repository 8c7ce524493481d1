"""The page of HTML: valid, previewed, in the theme's type; looked at in a browser where there is one."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline import article, weaving
from pipeline.weaving import links
from pipeline.weaving.page import page
from tests.conftest import QUOTE, Invoke, write_spec
from tests.weaving.shown import figure

VOID = {"br", "hr", "img", "link", "meta", "source"}
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FRAME = Path(__file__).with_name("frame.html")
ARTICLE = """\
---
title: Less & more
description: What is "here" <told>.
url: https://example.org/posts/less.html
lang: en-GB
---
Words with *weight*, [a link](x.html) and a very long one: {long}

Visual: a card

| a | b |
|---|---|
| 1 | 2 |

    code {long}

> Visual: a card

- item
- Visual: a card

  more of it
"""


def made(text: str, path: str = "a.md", *, keep_wishes: bool = False, **told: str) -> str:
    read = weaving.Text(article.parse(text.encode(), path), ())
    wanted = weaving.wanted(read, lambda name: figure(name, **told))
    link = links.relative("")
    return page(read.article, wanted, link, link, keep_wishes=keep_wishes)


class Elements(HTMLParser):
    """Elements that are opened and closed in turn, as valid HTML has them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.metas: dict[str, str] = {}
        self.ids: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        keys = {name: value or "" for name, value in attrs}
        assert len(keys) == len(attrs), f"a key twice in <{tag}>"
        assert not (tag == "figure" and "p" in self.open), "a figure in a paragraph"
        if tag == "meta":
            self.metas[keys.get("property") or keys.get("name") or ""] = keys.get("content", "")
        self.ids += [keys["id"]] if "id" in keys else []
        self.open += [tag] if tag not in VOID else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_well_formed_and_every_wish_has_a_figure() -> None:
    text = made(ARTICLE.format(long="x" * 200))
    assert text.startswith('<!DOCTYPE html>\n<html lang="en-GB" dir="ltr">')
    assert Elements(text).ids == ["card", "card-2", "card-3"]
    assert "Visual:" not in text
    assert "\ue007" not in text


def test_a_link_to_it_is_previewed() -> None:
    metas = Elements(made(ARTICLE)).metas
    assert {name: value for name, value in metas.items() if name.startswith("og:")} == {
        "og:type": "article",
        "og:title": "Less & more",
        "og:description": 'What is "here" <told>.',
        "og:url": "https://example.org/posts/less.html",
        "og:locale": "en_GB",
        "og:image": "https://example.org/posts/output/card.og.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Quote card: “Every word counts.”",
    }
    assert metas["twitter:card"] == "summary_large_image"
    assert Elements(made("A first " + "word " * 99)).metas["description"].endswith("word…")


def test_texts_are_escaped() -> None:
    text = made("Visual: a card\n", alt='"> <script>', caption="</figcaption><script>")
    Elements(text)
    assert "<script>" not in text


def test_a_heading_of_the_first_level_is_there_once() -> None:
    assert made("# Title\n\nWords.\n").count("<h1>") == 1
    assert made("---\ntitle: Title\n---\n\n## Part\n\nWords.\n").count("<h1>Title</h1>") == 1


def test_plain_text_has_its_lines_for_paragraphs_and_no_html() -> None:
    long = (
        "This line is so long that nobody has wrapped the article, and each of its lines is a paragraph of its own, "
        * 2
    )
    text = made(f"A heading\n{long}\nVisual: a card\n<b>Second</b> {long}\n", "a.txt")
    Elements(text)
    assert [found[:9] for found in re.findall(r"<(?:h2|p|figure)\b[^>]*>.{6}", text, re.DOTALL)] == [
        "<h2>A hea",
        "<p>This l",
        "<figure i",
        "<p>&lt;b&",
    ]


def test_a_wish_may_be_kept_above_its_figure() -> None:
    text = made("Words.\n\nVisual: a card\n", keep_wishes=True)
    assert re.search(r"<p>Visual: a card</p>\s*<figure", text)


def test_right_to_left_articles_run_so() -> None:
    assert '<html lang="ar" dir="rtl">' in made("# مقال\n\nنص من اليمين إلى اليسار\n")


def test_the_themes_faces_and_both_its_colours_are_in_it() -> None:
    text = made("# A *b*\n\n**c** d\n")
    assert len(re.findall(r'@font-face \{ font-family: "Source S\w+ Pro"; .*?base64,', text)) == 4
    assert "--paper: #F5F3EC;" in text.partition("prefers-color-scheme: dark")[0]
    assert "--paper: #0D1B20;" in text.partition("prefers-color-scheme: dark")[2]


@pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here to look at the page with")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_browser_pictures_show_and_nothing_stands_out(scheme: str, project: Path, invoke: Invoke) -> None:
    assert BROWSER is not None
    write_spec(project, "card", QUOTE + "sizes: [og, square]\nthemes: [paper, ink]\n")
    for number in (2, 3):
        write_spec(project, f"card-{number}", QUOTE + "sizes: [og, square]\nthemes: [paper, ink]\n")
    invoke("build")
    Path("a.md").write_text(ARTICLE.format(long="x" * 200), encoding="utf-8")
    assert invoke("weave", "a.md", "--to", "html").exit_code == 0
    Path("frame.html").write_text(FRAME.read_text().replace("PAGE", "a.html"))
    wanted = {"light": 1, "dark": 0}[scheme]
    switches = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--dump-dom"]
    switches += [
        f"--blink-settings=preferredColorScheme={wanted}",
        "--virtual-time-budget=10000",
        "--user-data-dir=own",
    ]
    address = Path("frame.html").absolute().as_uri()
    shown = subprocess.run([BROWSER, *switches, address], capture_output=True, text=True, timeout=60, check=True)
    paper, theme = {"light": ("rgb(245, 243, 236)", ""), "dark": ("rgb(13, 27, 32)", ".ink")}[scheme]
    title = re.search("<title>(.*?)</title>", shown.stdout)
    assert title
    assert title[1].split(" | ") == [
        f"{width} px: fine; {paper}; our faces; "
        + " ".join(f"{name}.{size}{theme}.png" for name in ("card", "card-2", "card-3"))
        for width, size in ((400, "square"), (800, "og"), (1400, "og"))
    ]
