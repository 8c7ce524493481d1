"""Drafts of an article that is given as text, and what becomes of their specs up to the picture."""

from __future__ import annotations

from pathlib import Path

from pipeline import article, drafting
from pipeline.drafting import Draft
from pipeline.scene import Scene
from tests.visuals import page, visual


def drafts(folder: Path, text: str | bytes, name: str = "article.md") -> tuple[Draft, ...]:
    """The drafts for the wishes of an article with that text."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return drafting.draft(article.read(str(path)), str(folder / "specs"))


def laid_out(yaml: str, fonts: str | None = None, size: str = "og") -> Scene:
    """The picture of a spec, up to where it is painted; raises what `visuals render` would report."""
    made = visual(yaml, "draft.yaml")
    return page(made, size, made.spec.themes[0], fonts or "")
