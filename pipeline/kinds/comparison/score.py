"""A number, large, amid small words: `5 of 7`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.content import Leaf
from pipeline.layout.canvas import Canvas

SHARES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46)  # of the size, until it fits
GAP, BELOW_MIDDLE = 0.2, 0.36  # of the number's size: to the words, and from its middle to the base
TRACKING_EM = -0.03


def score(
    canvas: Canvas, x: float, middle: float, parts: Sequence[Leaf], sizes: tuple[float, float, float], room: float
) -> None:
    """Write words, a number and words, as large as the room allows.

    `sizes` are that of the number, and the largest and the smallest of the words, which are half as large as it.
    """
    size, largest, smallest = sizes
    before, number, after = parts
    for share in SHARES:
        large = canvas.style(share * size, canvas.colors.ink, 600, "numerals", TRACKING_EM)
        small = canvas.style(max(smallest, min(largest, large.size / 2)), canvas.colors.muted)
        looks = [(before, small), (number, large), (after, small)]
        told = [(leaf, look, canvas.measure(leaf.text, look)) for leaf, look in looks if leaf]
        if sum(width + GAP * large.size for *_, width in told) - GAP * large.size <= room:
            break
    for leaf, look, width in told:
        canvas.text(x, middle + BELOW_MIDDLE * large.size, leaf.text, look, role=leaf.field)
        x += width + GAP * large.size
