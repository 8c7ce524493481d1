"""Whether git knows the pictures that it is to keep: one that is not in the commit is missing for everybody else."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator

from pipeline.check.findings import Finding
from pipeline.errors import Problem

SECONDS = 10  # at most, for git to answer
HINT = "git add"


def untracked(paths: Iterable[str]) -> Iterator[Finding]:
    """A finding for each file that git neither tracks nor ignores; nothing where there is no git, or no repository."""
    by_folder: dict[str, list[str]] = {}
    for path in paths:
        by_folder.setdefault(os.path.dirname(path) or os.curdir, []).append(path)
    for folder, files in by_folder.items():
        strange = _others(folder)
        for path in files:
            if os.path.basename(path) in strange:
                fact = f"{path}: git does not track it, so it is in nobody else's copy"
                yield Finding(path, Problem(fact, hint=f"{HINT} {path}, or ignore its folder in .gitignore"))


def _others(folder: str) -> frozenset[str]:
    """The names of the files in a folder that git neither tracks nor ignores."""
    command = ["git", "ls-files", "--others", "--exclude-standard", "-z", "--", "."]
    try:
        told = subprocess.run(command, cwd=folder, capture_output=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    names = told.stdout.decode(errors="surrogateescape").split("\0") if told.returncode == 0 else ()
    return frozenset(name for name in names if name)
