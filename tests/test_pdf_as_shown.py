"""PDF as poppler shows it, beside our own pixels: a few samples; `make fuzz` has all sizes and themes."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.rendering import load, render
from tests import documents
from tests.conftest import REPOSITORY
from tests.documents import FINER
from tests.likeness import alike, painted

SHOWN = [
    ("career_levels", "og", "paper", 1),
    ("application_email", "480x400", "ink", 1),
    ("applications_dashboard", "og", "grid", 1),
    ("quote_photo", "og", "paper", 1),
    ("chart_line", "640x400", "ink", 2),
]


@pytest.mark.parametrize(("name", "size", "theme", "scale"), SHOWN)
def test_poppler_shows_what_we_paint(tmp_path: Path, name: str, size: str, theme: str, scale: int) -> None:
    visual = load(REPOSITORY / "specs" / f"{name}.yaml", ["budget=5 MB"])
    (tmp_path / "own.pdf").write_bytes(render(visual, size, theme, 1, "pdf").data)
    alike(painted(visual, size, theme, scale), documents.shown(tmp_path / "own.pdf", scale, FINER // scale))
