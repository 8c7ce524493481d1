"""What is tried: a command in a project some files of which are spoilt. One that failed is kept as a folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.fuzz import project

CASE, FILES = "case.json", "files"  # in the folder of an input that is kept


class Input(NamedTuple):
    """The arguments of `visuals`, and the files that differ from the right ones."""

    family: str
    arguments: tuple[str, ...]
    files: Mapping[str, bytes]


def keep(tried: Input, folder: Path, **said: Any) -> None:
    """Write an input to a folder, with what is `said` of it."""
    folder.mkdir(parents=True, exist_ok=True)
    project.write(folder / FILES, tried.files)
    case = {"family": tried.family, "arguments": tried.arguments, **said}
    (folder / CASE).write_text(json.dumps(case, indent=1) + "\n", encoding="utf-8")


def kept(folder: Path) -> Input:
    """The input that was kept in a folder."""
    case = json.loads((folder / CASE).read_text(encoding="utf-8"))
    return Input(case["family"], tuple(case["arguments"]), project.read(folder / FILES))
