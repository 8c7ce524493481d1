"""What a picture says is worked out once, however many pictures show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

from pipeline import kinds
from pipeline.authoring import starters
from pipeline.rendering import lay_out

SIZES = ("og", "square", "portrait", "story", "wide")
THEMES = ("paper", "ink")


@pytest.mark.parametrize("name", kinds.names())
def test_ten_pictures_have_one_content(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made: Counter[str] = Counter()
    kind = kinds.load(name)

    def counting(what: str) -> Callable[..., Any]:
        def count(*given: Any) -> Any:
            made[what] += 1
            return getattr(kind, what)(*given)

        return count

    counted = kind._replace(content=counting("content"), alt=counting("alt"), description=counting("description"))
    monkeypatch.setattr(import_module(f"{kinds.__name__}.{name}"), "KIND", counted)
    visual = starters.visual(name)
    for size in SIZES:
        for theme in THEMES:
            lay_out(visual, size, theme)
    assert made == {"content": 1, "alt": 1, "description": 1}
