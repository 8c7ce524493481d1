"""Woven articles in the sites of real generators: what a reader of the built page gets, and nothing of our own marks.

`make sites` installs the generators and runs this; VISUALS_SITES names the folder that they are installed in.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from tests.conftest import QUOTE, Invoke, write_spec

TOOLS = os.environ.get("VISUALS_SITES", "") and os.path.abspath(os.environ["VISUALS_SITES"])
ALT = "A “quote” & <b>bold</b> *star* {brace} {{ two }} {% tag %} `code` end"
CAPTION = "1. Less & *more* <i> {x} {{ y }} _u_ [a](b) `c`"
ARTICLE = """\
---
title: The garden
date: 2026-01-01
---

# The garden

Every *word* counts.

Suggested Visual: a card

Words **between** them.

- an item
- Visual: a second card

  more of it

The last words.
"""
PAGE = "<html><head>{head}</head><body>{body}</body></html>"


class Site(NamedTuple):
    """A generator: its files, where the article and its page lie, and what runs it.

    `dark` is how the picture for dark pages is found in the page: `source`, `img` or not at all.
    """

    name: str
    command: tuple[str, ...]
    article: str
    page: str
    files: dict[str, str]
    dark: str = ""
    figures: int = 2
    has_height: bool = True
    is_sized: bool = True


HUGO = {
    "layouts/_default/single.html": PAGE.format(head='{{ partial "opengraph.html" . }}', body="{{ .Content }}"),
    "layouts/_default/list.html": PAGE.format(head="", body="{{ .Content }}"),
}
HUGO_SETTINGS = 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
UNSAFE = "[markup.goldmark.renderer]\nunsafe = true\n"
MKDOCS = "site_name: T\n"
MATERIAL = (
    "site_name: T\ntheme:\n  name: material\n  font: false\nmarkdown_extensions:\n  - attr_list\n  - md_in_html\n"
)
ELEVENTY = 'module.exports = (config) => { config.addPassthroughCopy("visuals"); };\n'
ASTRO = 'import { defineConfig } from "astro/config";\nexport default defineConfig({ MORE });\n'
ASTRO_MDX = 'import mdx from "@astrojs/mdx";\n' + ASTRO.replace("MORE", "integrations: [mdx()]")
SPHINX = 'extensions = ["myst_parser"]\nhtml_theme = "THEME"\nexclude_patterns = ["specs"]\n'

DOCUSAURUS = """\
export default {
  title: "T",
  url: "https://example.org",
  baseUrl: "/",
  onBrokenLinks: "ignore",
  presets: [["classic", { docs: false, blog: { onUntruncatedBlogPosts: "ignore" } }]],
};
"""

SITES = (
    Site("hugo", ("bin/hugo",), "content/garden.md", "public/garden/index.html", {**HUGO, "hugo.toml": HUGO_SETTINGS}),
    Site(
        "hugo",
        ("bin/hugo",),
        "content/garden.md",
        "public/garden/index.html",
        {**HUGO, "hugo.toml": HUGO_SETTINGS + UNSAFE},
        dark="source",
    ),
    Site(
        "mkdocs",
        ("bin/mkdocs", "build", "--strict"),
        "docs/garden.md",
        "site/garden/index.html",
        {"mkdocs.yml": MKDOCS, "docs/index.md": "# T\n"},
        figures=0,
        has_height=False,
        is_sized=False,
    ),
    Site(
        "mkdocs",
        ("bin/mkdocs", "build", "--strict"),
        "docs/posts/garden.md",
        "site/posts/garden/index.html",
        {"mkdocs.yml": MATERIAL, "docs/index.md": "# T\n"},
        dark="img",
        figures=1,  # within a list its caption is in italics
    ),
    Site(
        "sphinx",
        ("bin/sphinx-build", "-W", "-q", "docs", "built"),
        "docs/garden.md",
        "built/garden.html",
        {"docs/conf.py": SPHINX.replace("THEME", "alabaster"), "docs/index.md": "# T\n\n```{toctree}\ngarden\n```\n"},
        has_height=False,
    ),
    Site(
        "sphinx",
        ("bin/sphinx-build", "-W", "-q", "docs", "built"),
        "docs/garden.md",
        "built/garden.html",
        {"docs/conf.py": SPHINX.replace("THEME", "furo"), "docs/index.md": "# T\n\n```{toctree}\ngarden\n```\n"},
        dark="img",
        figures=4,  # one for each theme
    ),
    Site(
        "jekyll",
        ("bin/jekyll", "build"),
        "_posts/2026-01-01-garden.md",
        "_site/2026/01/01/garden.html",
        {"_config.yml": "title: T\nexclude: [specs]\n"},
        dark="source",
    ),
    Site(
        "eleventy",
        ("node", "node_modules/@11ty/eleventy/cmd.cjs"),
        "posts/garden.md",
        "_site/posts/garden/index.html",
        {"eleventy.config.cjs": ELEVENTY},
        dark="source",
    ),
    Site(
        "astro",
        ("node", "node_modules/astro/astro.js", "build"),
        "src/pages/garden.md",
        "dist/garden/index.html",
        {"astro.config.mjs": ASTRO.replace("MORE", "")},
        dark="source",
    ),
    Site(
        "astro",
        ("node", "node_modules/astro/astro.js", "build"),
        "src/pages/garden.mdx",
        "dist/garden/index.html",
        {"astro.config.mjs": ASTRO_MDX},
        dark="source",
    ),
    Site(
        "docusaurus",
        ("node", "node_modules/@docusaurus/core/bin/docusaurus.mjs", "build"),
        "blog/garden.md",
        "build/blog/garden/index.html",
        {"docusaurus.config.js": DOCUSAURUS, "package.json": "{}", "src/pages/index.md": "# T\n"},
        dark="source",
    ),
)


class Built(HTMLParser):
    """A page as it was built: its elements of pictures, its words and its comments."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.comments: list[str] = []
        self.head: dict[str, str] = {}
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        keys = {name: value or "" for name, value in attrs}
        if tag in ("script", "style"):
            self.open.append(tag)
        if tag == "meta":
            self.head[keys.get("property", "")] = keys.get("content", "")
        self.elements.append((tag, keys))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words += "" if self.open else data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data.strip())

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of each element of that name, of images those that show a picture of ours."""
        return [keys for name, keys in self.elements if name == tag and (tag != "img" or "card" in keys.get("src", ""))]


def tool(site: Site) -> list[str]:
    """The command of a generator, or a reason to skip the test."""
    if not TOOLS:
        pytest.skip("VISUALS_SITES names no folder with site generators; `make sites` makes one")
    first, *others = site.command
    own, name = Path(TOOLS, first), Path(first).name
    program = str(own) if own.exists() else shutil.which(name)
    package = "/".join(others[0].split("/")[: 3 if "@" in others[0] else 2]) if first == "node" else ""
    if not program:
        pytest.skip(f"there is no {name} here to build a site of {site.name} with")
    if package and not Path(TOOLS, package).exists():
        pytest.skip(f"there is no {package} in {TOOLS}")
    return [program, *others]


@pytest.fixture(params=SITES, ids=lambda site: f"{site.name}-{Path(site.article).suffix[1:]}{site.dark and '-lit'}")
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site with an article and the specs of its wishes, in the current folder, its generator at hand."""
    found: Site = request.param
    tool(found)
    monkeypatch.chdir(tmp_path)
    for name, text in {**found.files, found.article: ARTICLE}.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    if found.command[0] == "node":
        Path("node_modules").symlink_to(Path(TOOLS, "node_modules"))
    said = yaml.safe_dump({"alt": ALT, "title": CAPTION, "themes": ["paper", "ink"]}, allow_unicode=True)
    for name in ("card", "second-card"):
        write_spec(tmp_path, name, QUOTE + said)
    return found


def build(site: Site) -> Built:
    """The article's page, made by the generator."""
    environment = {**os.environ, "ASTRO_TELEMETRY_DISABLED": "1", "DOCUSAURUS_NO_PERSISTENT_CACHE": "true"}
    made = subprocess.run(tool(site), capture_output=True, text=True, timeout=300, env=environment, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    return Built(Path(site.page).read_text(encoding="utf-8"))


def woven(site: Site, invoke: Invoke) -> None:
    """Set the project up, make its pictures, and weave its articles."""
    places = [site.article] if site.name == "eleventy" else []  # it has no folder for articles
    for arguments in (["init", "--site", site.name], ["build"], ["weave", *places, "--preview"], ["check", *places]):
        result = invoke(*arguments)
        assert result.exit_code == 0, result.output


def test_a_reader_of_the_site_gets_the_figures_and_nothing_of_marks_or_markup(site: Site, invoke: Invoke) -> None:
    woven(site, invoke)
    page = build(site)
    shown = [image for image in page.all("img") if "ink" not in image["src"]]
    assert [image["alt"] for image in shown] == [ALT, ALT]
    assert all(is_served(image["src"], site) for image in page.all("img"))
    if site.is_sized:
        assert {(image["width"], image["loading"]) for image in shown} == {("1200", "lazy")}
    if site.has_height:
        assert {image["height"] for image in shown} == {"630"}
    assert len(page.all("figcaption")) == site.figures
    assert " ".join(page.words.split()).count(CAPTION) == max(site.figures, 2)
    assert is_lit(page, site)
    if site.name in ("hugo", "docusaurus"):  # whose templates make a link's preview of the front matter
        assert page.head["og:image"] == "https://example.org/visuals/card.og.png"
    words = " ".join(page.words.split()).replace(CAPTION, "").partition("Every word")[2].partition("The last words")[0]
    assert "Words between them." in words
    for left in ("visuals", "![", "{", "```", "<", "&", "markdown=", ":alt:", "Visual:", "figure", "\\"):
        assert left not in words, left
    assert "markdown" not in str(page.all("figure"))


def test_unweaving_gives_every_byte_back(site: Site, invoke: Invoke) -> None:
    woven(site, invoke)
    assert Path(site.article).read_text() != ARTICLE
    assert invoke("weave", site.article, "--unweave").exit_code == 0
    assert Path(site.article).read_text() == ARTICLE


def is_lit(page: Built, site: Site) -> bool:
    """Whether dark pages have a picture of their own where the site can have one, and nothing else shows it."""
    sources = [keys for keys in page.all("source") if "prefers-color-scheme: dark" in keys["media"]]
    images = [keys for tag, keys in page.elements if tag == "img" and "ink" in keys.get("src", "")]
    marked = [keys for keys in images if "#only-dark" in keys["src"]]
    marked += [keys for tag, keys in page.elements if tag == "figure" and "only-dark" in keys.get("class", "")]
    return {"": not sources and not images, "source": len(sources) == 2, "img": len(marked) == len(images) == 2}[
        site.dark
    ]


def is_served(address: str, site: Site) -> bool:
    """Whether an address on the built page leads to a file that the site has."""
    root = PurePosixPath(site.page).parts[0]
    path = unquote(urlsplit(address).path)
    return Path(root + path if path.startswith("/") else os.path.join(os.path.dirname(site.page), path)).is_file()
