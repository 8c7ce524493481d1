"""How empty a picture is: the largest rectangle of it in which nothing is drawn but paper, light and card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from pipeline import paint
from pipeline.scene import Scene

SHORT = 420  # px of the short side at which it is looked at
CELL = 5  # px a side of a cell, empty where nothing in it stands off
FAINT = 10  # levels of grey by which a gradient changes within a cell


def largest_empty(scene: Scene) -> float:
    """The share of the picture that its largest empty rectangle covers; hairlines part it."""
    levels = np.asarray(paint.paint(scene, SHORT / min(scene.size)).image().convert("L"))
    edges = _around(levels, 3, np.maximum) - _around(levels, 3, np.minimum)
    middles = [((np.arange(length // CELL) + 0.5) * length / (length // CELL)).astype(int) for length in edges.shape]
    cells = _around(edges, CELL, np.maximum)[np.ix_(*middles)] > FAINT
    return largest_rectangle(cells.tolist()) / int(cells.size)


def _around(levels: Any, side: int, pick: np.ufunc) -> Any:
    """The most or the least within a square about each pixel; Pillow's filters find the same, six times as slowly."""
    (rows, columns), padded = levels.shape, np.pad(levels, side // 2, "edge")
    across = pick.reduce([padded[:, at : at + columns] for at in range(side)])
    return pick.reduce([across[at : at + rows] for at in range(side)])


def largest_rectangle(rows: Iterable[Sequence[bool]]) -> int:
    """The cells of the largest rectangle that is free of taken ones: of each row as a foot, the largest above it."""
    largest, heights = 0, list[int]()
    for row in rows:
        heights = [0 if taken else height + 1 for taken, height in zip(row, heights or [0] * len(row), strict=True)]
        rising: list[tuple[int, int]] = []  # where each higher height begins
        for at, height in enumerate([*heights, 0]):
            start = at
            while rising and rising[-1][1] >= height:
                start, top = rising.pop()
                largest = max(largest, top * (at - start))
            rising.append((start, height))
    return largest
