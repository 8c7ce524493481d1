"""Blocks: an author's texts set in lines, their sizes and measures in px of a canvas.

block     one text, in the first of some settings that holds it
blocks    several in one size, none of their words parted: titles of steps, names of columns
put       where they stand; the y at which a next one may follow comes back
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from pipeline.content import Leaf
from pipeline.layout.canvas import Anchor, Canvas
from pipeline.layout.uniform import uniform
from pipeline.typography import Paragraph, Setting, TextStyle


def block(
    canvas: Canvas, leaf: Leaf, style: TextStyle, settings: Sequence[Setting], measure: float, height: float = inf
) -> Paragraph | None:
    """A text in the first of the settings that holds it, none if it is blank; raises FitError."""
    return canvas.fit(leaf, style, settings, measure, height) if leaf else None


def blocks(
    canvas: Canvas,
    leaves: Sequence[Leaf],
    style: TextStyle,
    settings: Sequence[Setting],
    measures: Sequence[float],
    *,
    parts_words: bool = False,
) -> list[Paragraph | None]:
    """The texts in the first of the settings that holds all of them, none for a blank one.

    No word of them is parted, unless `parts_words` and there is no such setting. Raises FitError.
    """
    found = uniform(canvas, leaves, style, settings, measures, may_part_words=parts_words)
    return [set_ if leaf else None for leaf, set_ in zip(leaves, found, strict=True)]


def put(canvas: Canvas, block: Paragraph | None, x: float, baseline: float, anchor: Anchor = "start") -> float:
    """Write a block that starts or ends at x with its first baseline there; returns its last, of none the same."""
    if block is None:
        return baseline
    canvas.paragraph(block, x - (block.width / canvas.unit if anchor == "end" else 0), baseline)
    return baseline + depth(canvas, block)


def depth(canvas: Canvas, block: Paragraph | None) -> float:
    """From a block's first baseline to its last."""
    return block.depth / canvas.unit if block else 0.0


def apart(canvas: Canvas, above: Paragraph | None, below: Paragraph | None, least: float) -> float:
    """How far below a block's last baseline another one is put: as far as its tall letters need, or the least."""
    if above is None or below is None:
        return 0.0
    return max(least, above.apart_from(below) / canvas.unit)
