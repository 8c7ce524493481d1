"""The articles of a project, and one of them as a page with its figures in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from pipeline import project, settings, weaving
from pipeline.article import listed
from pipeline.errors import PipelineError
from pipeline.studio.sheets import keys
from pipeline.weaving.links import Link
from pipeline.weaving.page import page as as_page

MOST = 200  # articles that are looked at


def of_project() -> list[dict[str, Any]]:
    """The articles that wish for pictures or have some, with how many of each."""
    return [told for path in list(_paths())[:MOST] if (told := _told(path))]


def _paths() -> Iterator[str]:
    """Where articles may lie: in the folders that the settings name, else at the top of the project and in docs."""
    home = project.here()
    named = settings.of(home).articles
    for folder in named or (os.curdir, "docs", "content", "posts"):
        around = os.path.join(home, folder)
        if not os.path.isdir(around):
            continue
        found = (
            listed(around).articles if named else [os.path.join(around, name) for name in sorted(os.listdir(around))]
        )
        yield from (project.shown(os.path.normpath(each)) for each in found if each.endswith(project.ARTICLES))


def _told(path: str) -> dict[str, Any] | None:
    try:
        text = weaving.read(path)
    except PipelineError as error:
        return {"path": path, "wishes": 0, "figures": 0, "problems": keys(error.problems)}
    wishes = len(text.article.wishes) + len(text.article.strays)
    told = {"path": path, "title": text.article.title, "wishes": wishes, "figures": len(text.figures), "problems": []}
    return told if wishes or text.figures else None


def shown(path: str, link: Link) -> tuple[str, list[dict[str, Any]]]:
    """An article as a page with its figures, and each wish: its line, its spec, and why it has no figure."""
    text = weaving.read(path)
    home = project.with_settings(path)
    folder = project.shown(project.layout(home).specs) if home else project.specs()
    figures = weaving.wanted(text, weaving.Shelf(folder, article=path).figure)
    wishes = [
        {
            "line": text.line(each.wish.line),
            "text": each.wish.text,
            "spec": project.spec(folder, each.name),
            "problems": keys(each.problems),
        }
        for each in figures
    ]
    return as_page(text.article, figures, link, link, keep_wishes=False), wishes
