"""Tests of the extension in real builds of Sphinx."""

from __future__ import annotations

import re
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.plugins import sites
from tests.plugins.sites import SITE, tags_of

pytestmark = sites.NEEDS_SPHINX
URL = "https://example.org/docs"
PAGES = {
    "index.rst": """\
Welcome to *it*
===============

A first paragraph with ``code`` & more.

.. toctree::

   guide/write

.. visual:: specs/word.yaml
   :caption: Every word *counts*.
   :width: 50%
   :name: fig-word

See :ref:`fig-word`.
""",
    "guide/write.rst": """\
:description: How to "write" & send
:author: Ada Example

Write
=====

.. visual::
   :alt: Lines count
   :size: square

   kind: quote_card
   text: Every *line* counts.
""",
}


def config(folder: Path, *lines: str, url: str = URL) -> None:
    text = [f"project = {SITE!r}", 'extensions = ["pipeline.plugins.sphinx"]', f"html_baseurl = {url!r}", *lines]
    (folder / "docs" / "conf.py").write_text("\n".join(text) + "\n", encoding="utf-8")


def build(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return sites.run(folder, "sphinx", "docs", "out", *arguments)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    sites.project(tmp_path, PAGES)
    config(tmp_path)
    return tmp_path


def html(site: Path, page: str) -> str:
    return (site / "out" / page).read_text(encoding="utf-8")


def test_a_directive_is_a_figure_with_alt_text_caption_and_a_name(site: Path) -> None:
    done = build(site, "-W")
    assert done.returncode == 0, done.stderr
    (figure,) = re.findall(r"<figure.*?</figure>", html(site, "index.html"), re.DOTALL)
    assert 'id="fig-word"' in figure
    assert re.search(r'<img alt="[^"]*Every word counts[^"]*" src="_images/word.og.png" style="width: 50%;"', figure)
    assert "Every word <em>counts</em>." in figure
    assert (site / "out" / "_images" / "word.og.png").is_file()


def test_keys_in_a_page_are_a_picture(site: Path) -> None:
    build(site)
    (name,) = re.findall(r'<img alt="Lines count" src="../(_images/[0-9a-f]{32}.png)"', html(site, "guide/write.html"))
    assert (site / "out" / name).is_file()


def test_each_page_has_a_card(site: Path) -> None:
    build(site)
    found = tags_of(html(site, "guide/write.html"))
    assert found == {
        "og:type": "website",
        "og:site_name": SITE,
        "og:title": "Write",
        "og:description": "How to “write” & send",
        "og:url": f"{URL}/guide/write.html",
        "og:image": f"{URL}/_images/social/guide/write.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Write. How to “write” & send.",
        "twitter:card": "summary_large_image",
    }
    assert (site / "out" / "_images/social/guide/write.png").read_bytes().startswith(b"\x89PNG")
    assert tags_of(html(site, "index.html"))["og:description"] == "A first paragraph with code & more."


def test_cards_are_drawn_once_and_put_back_where_pages_are_written_anew(site: Path) -> None:
    assert "2 social cards, 2 of them new" in build(site).stdout
    (site / "out" / "_images/social/index.png").unlink()
    (site / "out" / "index.html").unlink()
    assert "2 social cards, 0 of them new" in build(site).stdout
    assert (site / "out" / "_images/social/index.png").is_file()
    assert "og:image" in tags_of(html(site, "index.html"))


@pytest.mark.parametrize("is_built_before", [True, False])
def test_a_changed_spec_is_drawn_and_its_page_read_again(site: Path, is_built_before: bool) -> None:
    config(site, f"visuals_build = {is_built_before}")
    build(site)
    spec = site / "specs" / "word.yaml"
    spec.write_text(spec.read_text(encoding="utf-8").replace("word*", "line*"), encoding="utf-8")
    build(site)
    assert "Every line counts" in html(site, "index.html")


def test_several_processes_come_to_the_same(site: Path) -> None:
    for at in range(8):
        (site / "docs" / f"page{at}.rst").write_text(f":orphan:\n\nPage {at}\n======\n\n.. visual:: specs/word.yaml\n")
    done = build(site, "-W", "-j", "4")
    assert done.returncode == 0, done.stderr
    assert tags_of(html(site, "page3.html"))["og:image"] == f"{URL}/_images/social/page3.png"


@pytest.mark.parametrize(
    ("directive", "line", "complaint"),
    [
        (".. visual:: specs/no.yaml\n", 5, "specs/no.yaml: no such spec, neither in docs/specs nor specs"),
        (".. visual::\n", 5, "expected the name of a spec or the keys of one in the body, found both or neither"),
        (
            ".. visual:: specs/word.yaml\n\n   kind: a\n",
            5,
            "expected the name of a spec or the keys of one in the body",
        ),
        (".. visual:: specs/word.yaml\n   :size: story\n", 5, "size: expected one of og, found story"),
        (".. visual::\n\n   kind: quote_card\n   texxt: a\n", 5, "docs/odd.rst:8:4: unknown key `texxt` in quote_card"),
        ("- a\n\n  .. visual::\n\n     kind: quote_card\n     texxt: a\n", 7, "docs/odd.rst:10:6: unknown key `texxt`"),
        (".. visual::\n\n   kind: [\n", 5, "docs/odd.rst:"),
    ],
)
def test_a_mistake_is_told_at_its_line(site: Path, directive: str, line: int, complaint: str) -> None:
    (site / "docs" / "odd.rst").write_text(f":orphan:\n\nOdd\n===\n{directive}", encoding="utf-8")
    done = build(site)
    assert f"odd.rst:{line}: ERROR: {complaint}" in done.stderr
    assert "Traceback" not in done.stderr
    assert build(site, "-W", "-E").returncode != 0


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("specs/bad.yaml", "kind: quote_card\ntexxt: a\n", "visuals:\nspecs/bad.yaml:2:1: unknown key `texxt`"),
        ("visuals.toml", 'themes = ["inkk"]\n', "visuals.toml:1:1: themes[0]: unknown theme `inkk`"),
    ],
)
def test_what_no_picture_can_be_made_of_ends_the_build(site: Path, name: str, text: str, complaint: str) -> None:
    (site / name).write_text(text, encoding="utf-8")
    done = build(site)
    assert done.returncode == 1
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_theme_of_cards_ends_the_build(site: Path) -> None:
    config(site, 'visuals_cards_theme = "inkk"')
    assert "conf.py: themes[0]: unknown theme `inkk`\n  hint: the nearest is `ink`;" in build(site).stderr


@pytest.mark.parametrize(("lines", "url"), [(["visuals_cards = False"], URL), ([], "")])
def test_without_cards_pages_stay_as_they_are(site: Path, lines: list[str], url: str) -> None:
    config(site, *lines, url=url)
    build(site)
    assert tags_of(html(site, "index.html")) == {}
    assert ("no social cards without `html_baseurl`" in build(site, "-E").stdout) == (not url)


@sites.NEEDS_MYST
def test_pages_in_markdown_have_figures_cards_and_errors_at_their_lines(site: Path) -> None:
    config(site, 'extensions.append("myst_parser")')
    page = "---\norphan: true\ndescription: About it\n---\n\n# My page\n\n```{visual} specs/word.yaml\n```\n"
    (site / "docs" / "page.md").write_text(page, encoding="utf-8")
    (site / "docs" / "odd.md").write_text(f"{page}\n```{{visual}}\n:size: og\n\nkind: quote_card\ntexxt: a\n```\n")
    done = build(site)
    assert "odd.md:11: ERROR: docs/odd.md:15:1: unknown key `texxt` in quote_card" in done.stderr
    assert tags_of(html(site, "page.html"))["og:description"] == "About it"
    assert '<figure class="visual' in html(site, "page.html")
