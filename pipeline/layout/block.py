"""Blocks: an author's texts set in lines, their sizes and measures in px of a canvas.

block     one text, in the first of some settings that holds it
blocks    several in one size, none of their words parted: titles of steps, names of columns
put       where they stand; the y at which a next one may follow comes back
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.layout.canvas import Anchor, Canvas
from pipeline.layout.uniform import uniform
from pipeline.typography import Paragraph, Setting, TextStyle

TYPICAL = 20.0  # px of the canvas: a size by which the length of a text in another is known
SHORTEST = 0.97  # of that length: a size of its own may make a text so much shorter


def block(
    canvas: Canvas, leaf: Leaf, style: TextStyle, settings: Sequence[Setting], measure: float, height: float = inf
) -> Paragraph | None:
    """A text in the first of the settings that holds it, none if it is blank; raises FitError."""
    if not leaf:
        return None
    unit = canvas.unit
    return canvas.page.fit(leaf.text, style, _scaled(canvas, settings), measure * unit, height * unit, leaf.field)


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
    told = [(leaf, measure) for leaf, measure in zip(leaves, measures, strict=True) if leaf]
    whole = [setting for setting in settings if _parted(canvas, told, style, setting) is None]
    if not whole and not parts_words:
        raise FitError(_too_wide(canvas, told, style, settings[-1]))
    widths = [measure * canvas.unit for _, measure in told]
    scaled = _scaled(canvas, whole or settings[-1:])
    found = iter(uniform(canvas.page, [leaf for leaf, _ in told], style, scaled, widths))
    return [next(found) if leaf else None for leaf in leaves]


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


def _scaled(canvas: Canvas, settings: Sequence[Setting]) -> list[Setting]:
    return [setting._replace(size=setting.size * canvas.unit) for setting in settings]


def _parted(canvas: Canvas, told: Sequence[tuple[Leaf, float]], style: TextStyle, setting: Setting) -> Leaf | None:
    """The first text that does not fit a setting with its words whole."""
    for leaf, measure in told:
        length = canvas.measure(leaf.text, style._replace(size=TYPICAL)) / TYPICAL * setting.size  # set but once
        is_hopeless = SHORTEST * length > setting.max_lines * measure
        if is_hopeless or not canvas.whole(leaf.text, style._replace(size=setting.size), measure, setting.max_lines):
            return leaf
    return None


def _too_wide(canvas: Canvas, told: Sequence[tuple[Leaf, float]], style: TextStyle, setting: Setting) -> Problem:
    leaf = _parted(canvas, told, style, setting)
    assert leaf is not None
    lines = f"{setting.max_lines} lines" if setting.max_lines > 1 else "one line"
    fact = f"{len(leaf.text)} characters do not fit {lines} at {setting.size:g} px, the smallest size"
    return Problem(fact, hint="shorten it, or choose a larger picture", field=leaf.field)
