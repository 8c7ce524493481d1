"""What is not finished in a spec: what `visuals draft` left to its author, and pictures that would show nothing.

The text of the spec is looked at before its meaning: a check reads no spec that is as it was, but one that looks empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline import drafting, files, project
from pipeline.check.findings import Finding
from pipeline.errors import Place, Problem, SpecError, shortened

MOST_BYTES = 1_000_000
_KIND = re.compile(r"^kind:[ \t]*[\"']?(\w+)", re.MULTILINE)
_FILLED = r"^(?:{}):(?:[ \t]+[\w.-]*[./]|[ \t]*\n[ \t]*-)"  # what is surely a file, or a list; else the spec is read
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
        text = files.read(path, MOST_BYTES, project.folder(path)).decode().replace("\r\n", "\n")
    except (OSError, ValueError):
        return
    lines = text.splitlines()
    todos = drafting.todos(text)
    for line, todo in todos:
        place = Place(path, line, lines[line - 1].index("#") + 1)
        fact = f"a TODO is left in the draft: {todo}"
        yield Finding(path, Problem(fact, place, "do so, then remove the comment"), path)
    for named in _NAME.finditer(text):
        if drafting.is_placeholder(named[1]) and not todos:
            place = Place(path, text.count("\n", 0, named.start(1)) + 1, _column(text, named.start(1)))
            hint = "give the path its name, or remove it"
            yield Finding(path, Problem(f"`{shortened(named[1])}` is no name yet", place, hint), path)
    kind = _KIND.search(text)
    needed = _SHOWN.get(kind[1], ()) if kind else ()
    if kind and needed and not todos and not _is_filled(path, text, needed):
        place = Place(path, text.count("\n", 0, kind.start()) + 1, 1)
        keys = ", ".join(f"`{key}`" for key in needed)
        yield Finding(path, Problem("the picture has nothing to show", place, f"one of {keys} fills it"), path, True)


def _is_filled(path: str, text: str, keys: Iterable[str]) -> bool:
    """Whether one of the keys holds something, in the spec or its defaults; what cannot be read is told elsewhere."""
    if re.search(_FILLED.format("|".join(keys)), text, re.MULTILINE):
        return True
    from pipeline import source  # of the specs in order, none is read

    try:
        spec = source.read_spec(path)
    except SpecError:
        return True
    return any((held := spec.child(key)) and held.value not in (None, "", (), {}) for key in keys)


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at)
