"""Snapshots: a text that a test compares with a stored one; `make goldens` accepts what is found."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "tests" / "snapshots"


def compare(path: Path, found: str, config: pytest.Config) -> None:
    """Fail unless the file holds just this text; a missing file fails too, as nobody has looked at it yet."""
    if config.getoption("--accept-goldens"):
        path.write_text(found, encoding="utf-8")
        return
    name = path.relative_to(REPOSITORY)
    if not path.exists():
        pytest.fail(f"{name} is missing; `make goldens` stores it: read it before you commit it.\n\n{found}")
    stored = path.read_text(encoding="utf-8")
    if stored != found:
        lines = unified_diff(stored.splitlines(), found.splitlines(), "stored", "found", lineterm="", n=0)
        pytest.fail(f"{name} differs; `make goldens` accepts what is found.\n\n" + "\n".join(lines))
