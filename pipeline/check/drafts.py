"""What is not finished in a spec: what `visuals draft` left to its author, and pictures that would show nothing.

The text of the spec is looked at, not its meaning: a check reads no spec that is as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from pipeline import drafting, files, project
from pipeline.check.findings import Finding
from pipeline.errors import Place, Problem, shortened

MOST_BYTES = 1_000_000
_KIND = re.compile(r"^kind:[ \t]*[\"']?(\w+)", re.MULTILINE)
_KEY = re.compile(r"(\w+):[ \t]*(.*?)[ \t]*(?:#.*)?")
_NOTHING = ("[]", "{}", "~", "null", '""', "''")
_NAME = re.compile(r"^[ \t-]*name:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)
_SHOWN = {  # one of these keys gives each kind something to show
    "chart": ("data", "labels", "series"),
    "feedback_checklist": ("data", "groups", "items"),
    "applications_dashboard": ("data", "applications", "tiles"),
    "career_roadmap": ("data", "paths"),
}


def unfinished(path: str) -> Iterator[Finding]:
    """What is not finished in the spec at `path`; an empty picture is a warning, one that cannot be read no draft."""
    try:
        text = files.read(path, MOST_BYTES, project.folder(path)).decode()
    except (OSError, ValueError):
        return
    lines = text.splitlines()
    todos = drafting.todos(text)
    for line, todo in todos:
        place = Place(path, line, lines[line - 1].index("#") + 1)
        fact = f"the draft is not finished: {todo}"
        yield Finding(path, Problem(fact, place, "do so, then remove the comment"), path)
    for named in _NAME.finditer(text):
        if drafting.is_placeholder(named[1]) and not todos:
            place = Place(path, text.count("\n", 0, named.start(1)) + 1, _column(text, named.start(1)))
            hint = "give the path its name, or remove it"
            yield Finding(path, Problem(f"`{shortened(named[1])}` is no name yet", place, hint), path)
    kind = _KIND.search(text)
    needed = _SHOWN.get(kind[1], ()) if kind else ()
    if kind and needed and not todos and not _filled(lines).intersection(needed):
        place = Place(path, text.count("\n", 0, kind.start()) + 1, 1)
        keys = ", ".join(f"`{key}`" for key in needed)
        yield Finding(path, Problem("the picture has nothing to show", place, f"one of {keys} fills it"), path, True)


def _filled(lines: list[str]) -> set[str]:
    """The keys of the first level that have a value, or lines below them."""
    filled = set()
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        key = _KEY.fullmatch(line)
        if key and (key[2] not in _NOTHING if key[2] else following.startswith((" ", "-"))):
            filled.add(key[1])
    return filled


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at)
