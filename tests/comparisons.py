"""Comparisons for tests: keys of one, and what its picture holds."""

from __future__ import annotations

from typing import Any

from pipeline.geometry import Point
from pipeline.scene import Box, Path, Scene, walk
from tests.visuals import page

STAY, GO = "Stay", "Go"


def row(name: str, *cells: object, better: str = "") -> dict[str, Any]:
    """A row of a comparison."""
    return {"name": name, "cells": list(cells), **({"better": better} if better else {})}


def comparison(*rows: dict[str, Any], **keys: object) -> dict[str, Any]:
    """A comparison of two columns, the second highlighted, unless the keys say otherwise."""
    usual = {"kind": "comparison", "title": "Stay, or go?", "columns": [STAY, GO], "highlight": GO}
    return {**usual, "rows": list(rows), **keys}


def drawn(*rows: dict[str, Any], size: str = "og", fonts: str = "", **keys: object) -> Scene:
    """Its picture."""
    return page(comparison(*rows, **keys), size, fonts=fonts)


def line(scene: Scene) -> Path:
    """The line through the better cells: the widest stroke without a fill."""
    return max(_strokes(scene), key=lambda path: path.stroke.width if path.stroke else 0.0)


def corners(scene: Scene) -> list[Point]:
    """The ends of the line's straights."""
    return [Point(*values[-2:]) for _, *values in line(scene).outline]


def has_line(scene: Scene) -> bool:
    """Whether a line is drawn: no mark is as high as a row."""
    return any(_height(path) > 40 for path in _strokes(scene))


def sheets(scene: Scene) -> list[Box]:
    """The raised boxes."""
    return [item for item, _ in walk(scene.items) if isinstance(item, Box) and item.shadows]


def rings(scene: Scene, color: object) -> list[Box]:
    """The circles drawn as a line in that colour."""
    boxes = [item for item, _ in walk(scene.items) if isinstance(item, Box)]
    return [box for box in boxes if box.fill and box.stroke and box.stroke.paint == color]


def hairlines(scene: Scene) -> list[float]:
    """The y of the rules, from the one under the heads down."""
    boxes = [item.rect for item, _ in walk(scene.items) if isinstance(item, Box)]
    return [box.y for box in boxes if box.height <= 2 and box.width > 300]


def _strokes(scene: Scene) -> list[Path]:
    return [item for item, _ in walk(scene.items) if isinstance(item, Path) and item.stroke and not item.fill]


def _height(path: Path) -> float:
    ys = [value for _, *values in path.outline for value in values[1::2]]
    return max(ys) - min(ys)
