"""What is emphasised in a title or a quote has one colour in all kinds, and is italic."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline import theme
from tests.visuals import page, runs

TITLED: dict[str, dict[str, Any]] = {
    "quote_card": {"text": "A *warm* word"},
    "chart": {"title": "A *warm* word", "labels": ["a", "b"], "series": [{"name": "All", "values": [1, 2]}]},
    "applications_dashboard": {
        "title": "A *warm* word",
        "as_of": "2026-03-02",
        "applications": [{"company": "Ada & Co", "role": "Baker", "sent": "2026-02-02"}],
    },
    "feedback_checklist": {"title": "A *warm* word", "items": [{"text": "One"}]},
    "career_roadmap": {
        "title": "A *warm* word",
        "paths": [{"name": "One", "milestones": [{"at": "2 years", "title": "Lead"}]}],
    },
}


@pytest.mark.parametrize("look", theme.names())
@pytest.mark.parametrize("kind", TITLED)
def test_emphasis_has_one_colour_in_every_kind(kind: str, look: str) -> None:
    colors = theme.load(look).colors
    field = "text" if kind == "quote_card" else "title"
    found = runs(page({"kind": kind, **TITLED[kind]}, theme=look), field)
    fill_of = {word: run.fill for run in found for word in ("warm", "word") if word in run.text}
    assert fill_of == {"warm": colors.accent_2_text, "word": colors.ink}
