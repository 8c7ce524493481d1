"""The panel in docs/charts.md is whole: it runs as printed, and its numbers stand above its columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pipeline import theme
from pipeline.geometry import Rect
from pipeline.scene import Item, TextRun, walk
from pipeline.typography import Typesetter, library
from tests.conftest import REPOSITORY

DOCUMENT = (REPOSITORY / "docs" / "charts.md").read_text(encoding="utf-8")


def test_the_panel_runs_as_printed() -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(example, "docs/charts.md", "exec"), names)
    replies: Callable[..., tuple[Item, ...]] = names["replies"]
    items = replies([3, 8, 5], Rect(100, 50, 300, 124), theme.load("paper"), Typesetter(library(None)))
    runs = [item for item, _ in walk(items) if isinstance(item, TextRun)]
    assert [(run.text, run.role) for run in runs] == [("3", "value"), ("8", "value"), ("5", "value")]
    assert min(run.origin.y for run in runs) == runs[1].origin.y == 50 + 24 - 6
