"""Whether git has the files that it is to keep as they are: what is not in the commit is missing for everybody else."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterable, Iterator

from pipeline.check.findings import Finding
from pipeline.errors import Problem

SECONDS = 10  # at most, for git to answer
HINT = "git add"


def not_committed(paths: Iterable[str]) -> Iterator[Finding]:
    """A finding for each file that the next commit has not, or not as it is; nothing where there is no git.

    A file that git ignores is nobody's matter.
    """
    by_folder: dict[str, list[str]] = {}
    for path in paths:
        by_folder.setdefault(os.path.dirname(path) or os.curdir, []).append(path)
    for folder, files in by_folder.items():
        told = _told(folder)
        for path in files:
            if fact := told.get(os.path.abspath(path)):
                yield Finding(path, Problem(f"{path}: {fact}", hint=f"{HINT} {shlex.quote(path)}"))


def _told(folder: str) -> dict[str, str]:
    """What git says of the files in a folder that are not as in its index, which the next commit is made of."""
    # Where git named the repository itself, as to some hooks, that counts from where the hook runs.
    start, place = (os.getcwd(), os.path.abspath(folder)) if os.environ.get("GIT_DIR") else (folder, os.curdir)
    listed = ["git", "ls-files", "-t", "-z", "--others", "--modified", "--exclude-standard", "--", place]
    try:
        told = subprocess.run(listed, cwd=start, capture_output=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return {}
    entries = told.stdout.decode(errors="surrogateescape").split("\0") if told.returncode == 0 else ()
    tagged = (entry.partition(" ") for entry in entries if entry)
    return {os.path.abspath(os.path.join(start, name)): _fact(tag) for tag, _, name in tagged}


def _fact(tag: str) -> str:
    """A tag of git-ls-files(1) in words."""
    if tag == "?":
        return "git does not track it, so it is in nobody else's copy"
    return "git has another state of it, so the next commit is without this one"
