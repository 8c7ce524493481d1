"""Whose a spec is: its first comment names the article that it was drafted for, so that no two articles share one.

# posts/garden.md: a checklist of the garden
"""

from __future__ import annotations

import os
import re

from pipeline import files, project
from pipeline.errors import Problem

STANDARD_INPUT = "-"
MOST_BYTES = 1_000_000
_HEADING = re.compile(r"(?:\ufeff)?# (?P<article>.+?): ")


def heading(article: str, folder: str, wish: str) -> str:
    """The first comment of a spec in `folder` that is drafted for a wish of the article at the path `article`."""
    if article == STANDARD_INPUT:
        return f"wish: {wish}"
    beside = os.path.relpath(article, os.path.dirname(os.path.abspath(folder)))
    return f"{beside.replace(os.sep, '/')}: {wish}"


def sharing(path: str, article: str) -> Problem | None:
    """That the spec at `path` was drafted for another article, which is still there; or None."""
    owner = _owner(path)
    if owner is None or article == STANDARD_INPUT or _stem(owner) == _stem(article):
        return None
    hint = (
        "word the wish otherwise, and its spec gets another name; or keep this article's specs in a folder of their "
        f"own, `--specs {os.path.basename(_stem(article))}/specs`; if both are to show this one, remove its first line"
    )
    return Problem(f"{path} was drafted for another article, {os.path.relpath(owner)}", hint=hint)


def _owner(path: str) -> str | None:
    """The article that a spec's first line names, if it is there."""
    try:
        first, *_ = files.read(path, MOST_BYTES, project.folder(path)).decode(errors="replace").splitlines() or [""]
    except (OSError, ValueError):
        return None
    named = _HEADING.match(first)
    owner = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(path))), named["article"]) if named else ""
    return owner if os.path.isfile(owner) else None


def _stem(path: str) -> str:
    """What an article and the same with its figures have in common."""
    return os.path.splitext(os.path.realpath(path))[0].removesuffix(".woven")
