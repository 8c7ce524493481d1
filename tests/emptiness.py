"""How empty a picture is: the largest rectangle of it in which nothing is drawn but paper, light and card."""

from __future__ import annotations

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
    heights, largest = [0] * columns, 0
    for row in range(rows):
        line = values[row * columns : (row + 1) * columns]
        heights = [0 if value > FAINT else height + 1 for height, value in zip(heights, line, strict=True)]
        largest = max(largest, _under(heights))
    return largest / (columns * rows)


def _under(heights: list[int]) -> int:
    """The largest rectangle under a skyline."""
    largest = 0
    rising: list[tuple[int, int]] = []  # where each higher height begins
    for at, height in enumerate([*heights, 0]):
        start = at
        while rising and rising[-1][1] >= height:
            start, top = rising.pop()
            largest = max(largest, top * (at - start))
        rising.append((start, height))
    return largest
