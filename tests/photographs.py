"""Photographs for tests: drawn, and cards that show them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PIL import Image

from pipeline.scene import Picture, Scene
from tests.visuals import page, visual

BRIGHT, DARK = (236, 222, 196), (18, 26, 30)
SUBJECT = (200, 30, 30)  # the colour of the point that must be seen


def drawn(path: Path, size: tuple[int, int] = (300, 200), ground: tuple[int, int, int] = BRIGHT, **options: Any) -> str:
    """A plain photograph; returns its file's name."""
    Image.new("RGB", size, ground).save(path, **options)
    return path.name


def striped(path: Path, size: tuple[int, int] = (300, 200)) -> str:
    """A photograph of dark and bright columns, two pixels wide each: on both no ink of one colour can be read."""
    image = Image.new("RGB", size, BRIGHT)
    for x in range(0, size[0], 4):
        image.paste(DARK, (x, 0, x + 2, size[1]))
    image.save(path)
    return path.name


def with_subject(path: Path, at: tuple[float, float], size: tuple[int, int] = (300, 200)) -> str:
    """A photograph with a small spot at shares of its width and height."""
    image = Image.new("RGB", size, BRIGHT)
    x, y = round(at[0] * size[0]), round(at[1] * size[1])
    image.paste(SUBJECT, (x - 3, y - 3, x + 3, y + 3))
    image.save(path)
    return path.name


def card(folder: Path, size: str = "og", look: str = "paper", fonts: str = "", **keys: Any) -> Scene:
    """The card of a spec in a folder; keywords are its keys."""
    written = {"kind": "quote_card", "text": "Go slowly. The hill will *wait.*", "author": "Ilse Brandt", **keys}
    return page(visual(json.dumps(written, ensure_ascii=False), str(folder / "card.yaml")), size, look, fonts)


def photograph(scene: Scene) -> Picture:
    """The photograph on a card."""
    (found,) = (item for item in scene.items if isinstance(item, Picture) and item.role.startswith("photo"))
    return found
