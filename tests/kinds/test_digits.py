"""Counts that a picture writes itself have the digits of its language, as the words beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import faces
from tests.visuals import page, runs

PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
LETTERS = "".join(map(chr, range(0x0621, 0x06D0))) + "٪٬٫،؛\u200c\u200f«»…"
BOARD = {
    "kind": "applications_dashboard",
    "as_of": "2026-11-20",
    "applications": [
        {"company": "الف", "stage": stage, "applied": f"2026-11-0{day}", "source": "ب", "next_date": "2026-11-24"}
        for day, stage in enumerate(("Applied", "Screening", "Interview", "Offer", "Rejected"), 1)
    ],
}
LIST = {
    "kind": "feedback_checklist",
    "title": "فهرست",
    "numbering": "all",
    "items": [{"text": "الف", "state": "done"}, "ب", "ج"],
}
SPECS: dict[str, dict[str, Any]] = {
    "few applications": BOARD,
    "a list": LIST,
    "a count": {**LIST, "summary": "count"},
    **{name: {**BOARD, "panels": [name]} for name in ("pipeline", "weeks", "sources", "sankey", "kanban", "calendar")},
}


@pytest.mark.parametrize("name", SPECS)
def test_counts_have_the_digits_of_the_language(name: str, tmp_path: Path) -> None:
    faces.squares(tmp_path / "letters.ttf", "Letters", LETTERS + PERSIAN)
    found = [run.text for run in runs(page({**SPECS[name], "lang": "fa"}, "wide", fonts=str(tmp_path)))]
    assert [text for text in found if any(letter in "0123456789" for letter in text)] == []
    assert any(letter in PERSIAN for text in found for letter in text)
