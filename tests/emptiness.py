"""How empty a picture is: the largest rectangle of it in which nothing is drawn but paper, light and card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PIL import Image, ImageChops, ImageFilter

from pipeline import paint
from pipeline.scene import Scene

SHORT = 420  # px of the short side at which it is looked at
CELL = 5  # px a side of a cell, empty where nothing in it stands off
FAINT = 10  # levels of grey by which a gradient changes within a cell


def largest_empty(scene: Scene) -> float:
    """The share of the picture that its largest empty rectangle covers; hairlines part it."""
    image = paint.paint(scene, SHORT / min(scene.size)).image().convert("L")
    edges = ImageChops.subtract(image.filter(ImageFilter.MaxFilter(3)), image.filter(ImageFilter.MinFilter(3)))
    columns, rows = edges.width // CELL, edges.height // CELL
    cells = edges.filter(ImageFilter.MaxFilter(CELL)).resize((columns, rows), Image.Resampling.NEAREST)
    values = cells.tobytes()
    lines = (values[row * columns : (row + 1) * columns] for row in range(rows))
    return largest_rectangle([value > FAINT for value in line] for line in lines) / (columns * rows)


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
