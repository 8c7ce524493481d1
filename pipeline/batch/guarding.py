"""What lies where a batch is to write: names come from rows, so no file that is not ours is overwritten."""

from __future__ import annotations

import json
import os
from stat import S_ISDIR, S_ISLNK, S_ISREG

from pipeline import files
from pipeline.batch.rows import MOST_BYTES
from pipeline.errors import OutputError, Problem

_MARK = b"article-visuals"  # every picture says which program made it
_HINT = "move it away, or give the pictures another place: -o"


def obstacle(path: str, folder: str) -> str:
    """Why a picture may not be written to a path below `folder`, or ""."""
    try:
        status = os.lstat(path)
    except (OSError, ValueError):
        return ""
    if S_ISLNK(status.st_mode) and not files.is_within(path, folder):
        return f"a link lies there that leads to {os.path.realpath(path)}"
    if S_ISDIR(status.st_mode):
        return "a folder lies there"
    is_file = S_ISREG(status.st_mode) or S_ISLNK(status.st_mode)
    return "" if is_file and _is_ours(path) else "what lies there is no picture that this program made"


def refused(path: str, fact: str) -> Problem:
    """That a picture may not be written to a path."""
    return Problem(f"{path}: {fact}", hint=_HINT)


def check_report(path: str, rows_path: str) -> None:
    """Raise OutputError where a report would take the place of the rows, or of a file that is no report."""
    if not os.path.lexists(path):
        return
    if os.path.exists(path) and os.path.exists(rows_path) and os.path.samefile(path, rows_path):
        fact = "the report would take the place of the rows"
        raise OutputError(Problem(f"{path}: {fact}", hint="give the pictures a folder of their own: -o"))
    if not _is_report(path):
        raise OutputError(refused(path, "the report would take the place of a file that is none"))


def _is_ours(path: str) -> bool:
    try:
        return _MARK in files.read(path, files.MOST_BYTES)
    except OSError:
        return False


def _is_report(path: str) -> bool:
    """Whether a file is a report, or empty."""
    try:
        with files.opened(path, MOST_BYTES) as file:
            first = file.readline(1_000_000)
        entry = json.loads(first) if first else {"row": 0, "line": 0}
    except (OSError, ValueError):
        return False
    return isinstance(entry, dict) and {"row", "line"} <= entry.keys()
