"""Site generators: how each is recognised, and where it wants pictures and keeps its articles."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline import files, project


class Site(NamedTuple):
    """A generator: the files of which one lies in its projects, and where things are in them.

    `output` is served under `url`, below the path that `base` finds in the site's settings; without one, pages name
    pictures by relative paths. Of `articles` those count that are there, of none that is there all but `perhaps`.
    `also` is what to do besides.
    """

    name: str
    marks: tuple[str, ...]
    output: str
    url: str = ""
    articles: tuple[str, ...] = ()
    also: str = ""
    base: str = ""
    perhaps: tuple[str, ...] = ()


SITES = (
    Site(
        "hugo",
        ("hugo.toml", "hugo.yaml", "hugo.json", "config.toml"),
        "static/visuals",
        "/visuals",
        ("content",),
        base=r"(?im)^\W*baseURL\W*[:=]\s*[\"']?[a-z]+://[^/\"'\s]+(/[^\"'\s#]*)",
    ),
    Site(
        "jekyll",
        ("_config.yml", "_config.yaml"),
        "assets/visuals",
        "/assets/visuals",
        ("_posts",),
        base=r"(?m)^baseurl:\s*[\"']?(/[^\"'\s#]*)",
    ),
    Site("mkdocs", ("mkdocs.yml", "mkdocs.yaml"), "docs/visuals", "", ("docs",)),
    Site("sphinx", ("conf.py", "docs/conf.py", "source/conf.py"), "docs/visuals", "", ("docs",)),
    Site(
        "astro",
        ("astro.config.mjs", "astro.config.js", "astro.config.ts"),
        "public/visuals",
        "/visuals",
        ("src/content", "src/pages"),
        base=r"(?m)^[^/\n]*\bbase:\s*[\"'](/[^\"'\s]*)",
    ),
    Site(
        "eleventy",
        ("eleventy.config.js", "eleventy.config.mjs", ".eleventy.js"),
        "visuals",
        "/visuals",
        perhaps=("content", "posts", "blog", "src"),
        also='let Eleventy copy the pictures: eleventyConfig.addPassthroughCopy("visuals")',
    ),
    Site(
        "docusaurus",
        ("docusaurus.config.js", "docusaurus.config.ts"),
        "static/visuals",
        "/visuals",
        ("blog", "docs"),
        base=r"(?m)^[^/\n]*\bbaseUrl:\s*[\"'](/[^\"'\s]*)",
    ),
    Site("plain", (), "output"),
)


def named(name: str) -> Site:
    """The generator of that name, which must be one of SITES."""
    return next(site for site in SITES if site.name == name)


def detected(folder: str) -> Site:
    """The generator whose files lie in a folder; `plain` where none does, or several do."""
    found = [site for site in SITES if any(_own_marks(site, folder))]
    return found[0] if len(found) == 1 else named("plain")


def placed(site: Site, folder: str) -> Site:
    """The generator as the settings of the site in a folder place it: its address, and where Sphinx has its sources."""
    marks = list(_own_marks(site, folder))
    if site.name == "sphinx" and marks:
        sources = os.path.dirname(marks[0])
        return site._replace(output="/".join(filter(None, (sources, "visuals"))), articles=(sources or ".",))
    found = (re.search(site.base, _text(os.path.join(folder, mark))) for mark in marks if site.base)
    return site._replace(url=next((match[1].rstrip("/") for match in found if match), "") + site.url)


def _own_marks(site: Site, folder: str) -> Iterator[str]:
    """The files of a generator that lie in a folder; `config.toml` is Hugo's where `content` lies beside it."""
    for mark in site.marks:
        is_vague = mark == "config.toml" and not os.path.isdir(os.path.join(folder, "content"))
        if os.path.isfile(os.path.join(folder, mark)) and not is_vague:
            yield mark


def _text(path: str) -> str:
    """The text of a site's settings; those that cannot be read say nothing."""
    try:
        return files.read(path, files.MOST_BYTES, project.folder(path)).decode("utf-8", "replace")
    except OSError:
        return ""


def settings(site: Site, folder: str) -> str:
    """The text of a first `visuals.toml` for a site: what holds is written, what may be changed is a comment."""
    known = [*site.articles, *site.perhaps]
    articles = [name for name in known if os.path.isdir(os.path.join(folder, name))] or list(site.articles)
    lines = [
        f"# The settings of visuals for this project ({site.name}). Paths are counted from this file.",
        f'site = "{site.name}"  # whose form figures have in articles',
        'specs = "specs"',
        f'output = "{site.output}"',
        *([f'url = "{site.url}"  # where the site has the pictures'] if site.url else []),
        *([f"articles = [{', '.join(f'{chr(34)}{name}{chr(34)}' for name in articles)}]"] if articles else []),
        "",
        "# What specs need not say, once they all agree:",
        '#sizes = ["og", "square"]',
        '#themes = ["paper", "ink"]',
        '#formats = ["png", "webp"]',
        '#lang = "en"',
        "",
        "# Kinds of your own, from kinds/ or from packages; they run once they are named:",
        '#kinds = ["callout"]',
    ]
    return "\n".join(lines) + "\n"


PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: visuals-build
        name: make the pictures that are stale
        entry: visuals build --fail-on-change
        language: system
        pass_filenames: false
      - id: visuals-check
        name: pictures are what their specs say
        entry: visuals check
        language: system
        pass_filenames: false
"""

WORKFLOW = """\
name: visuals

on: [push, pull_request]

permissions:
  contents: read

jobs:
  visuals:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install article-visuals=={version}
      - run: visuals check --strict --format github
"""
