"""Figures without pictures: what `weaving.figure` returns for a quote card of any name."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from pipeline import theme
from pipeline.rendering import Visual, load
from pipeline.weaving import Figure
from pipeline.weaving.figures import Page, Picture


def figure(
    name: str = "card", alt: str = "Quote card: “Every word counts.”", caption: str = "Every word counts."
) -> Figure:
    """The figure of a quote card in one size, for light pages and dark ones."""
    visual = _card()._replace(name=name, path=f"specs/{name}.yaml")
    light, dark = (Picture(f"output/{name}.og{theme_name}.png", 1200, 630) for theme_name in ("", ".ink"))
    return Figure(visual, caption, (theme.load("paper"), theme.load("ink")), (Page(alt, light, dark),))


@cache
def _card() -> Visual:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "card.yaml")
        path.write_text("kind: quote_card\ntext: Every *word* counts.\n", encoding="utf-8")
        return load(path)
