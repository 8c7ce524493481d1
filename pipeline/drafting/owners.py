"""Whose a spec is: its first comment names the article that it was drafted for, so that no two articles share one.

An article may have a folder of specs to itself, which lies below `specs` as the article does below its folder:

    content/posts/garden/index.md    specs/posts/garden/
    content/posts/kitchen.md         specs/posts/kitchen/, once that is there

# posts/garden.md: a checklist of the garden
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from pipeline import files, project
from pipeline.errors import Problem

STANDARD_INPUT, INDEX = "-", "index"
MOST_BYTES = 1_000_000
_HEADING = re.compile(r"(?:\ufeff)?# (?P<article>.+?): ")


def heading(article: str, folder: str, wish: str) -> str:
    """The first comment of a spec in `folder` that is drafted for a wish of the article at the path `article`."""
    if article == STANDARD_INPUT:
        return f"wish: {wish}"
    beside = os.path.relpath(article, os.path.dirname(os.path.abspath(folder)))
    return f"{beside.replace(os.sep, '/')}: {wish}"


def folder(article: str, home: str) -> str | None:
    """The folder of an article's own specs in the project at `home`, or None where they lie among those of others.

    A page bundle, which is an `index` in a folder of its own, always has one; another article where that is there.
    """
    for way in _ways(article, home):
        above, name = os.path.split(way)
        parts = (above if name == INDEX else way).split(os.sep)
        if not all(map(_may_hold_specs, parts)):
            continue
        own = os.path.join(project.layout(home).specs, *parts)
        return own if name == INDEX or os.path.isdir(own) else None
    return None


def spec(folder: str, name: str, article: str) -> str:
    """The spec of that name for an article: in the folder, else in those around it, if it is no other's."""
    own = project.spec(folder, name)
    if os.path.isfile(own):
        return own
    around = (project.spec(each, name) for each in project.spec_folders(own)[1:])
    return next((path for path in around if os.path.isfile(path) and not sharing(path, article)), own)


def sharing(path: str, article: str) -> Problem | None:
    """That the spec at `path` was drafted for another article, which is still there; or None."""
    owner = _owner(path)
    if owner is None or article == STANDARD_INPUT or _stem(owner) == _stem(article):
        return None
    hint = (
        "word the wish otherwise, and its spec gets another name; or keep this article's specs in a folder of their "
        f"own, {_way_out(article)}; if both are to show this one, remove its first line"
    )
    return Problem(f"{path} was drafted for another article, {os.path.relpath(owner)}", hint=hint)


def _way_out(article: str) -> str:
    """How an article gets a folder of specs to itself: a folder that is found, else one that is named each time."""
    import shlex

    home = project.with_settings(article)
    name = os.path.basename(_stem(article))
    for way in _ways(article, home) if home else ():
        own = project.shown(os.path.join(project.layout(str(home)).specs, way))
        return f"`mkdir -p {shlex.quote(own)}`"
    return f"`--specs {shlex.quote(name)}/specs`"


def _ways(article: str, home: str) -> Iterator[str]:
    """The path of an article, without its suffix, from each of the project's folders of articles that it lies in."""
    from pipeline import settings

    for root in settings.of(home).articles:
        way = os.path.relpath(_stem(article), os.path.realpath(os.path.join(home, root)))
        if os.pardir not in way.split(os.sep):
            yield way


def _owner(path: str) -> str | None:
    """The article that a spec's first line names, if it is there."""
    try:
        first, *_ = files.read(path, MOST_BYTES, project.folder(path)).decode(errors="replace").splitlines() or [""]
    except (OSError, ValueError):
        return None
    named = _HEADING.match(first)
    owner = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(path))), named["article"]) if named else ""
    return owner if os.path.isfile(owner) else None


def _may_hold_specs(name: str) -> bool:
    """Whether specs in a folder of that name are built."""
    return name[:1] not in ("", "_", ".") and name != project.THEMES


def _stem(path: str) -> str:
    """What an article and the same with its figures have in common."""
    return os.path.splitext(os.path.realpath(path))[0].removesuffix(".woven")
