"""The words of steps: one size for all of a sort, and words whole; sizes and places are px of the canvas."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import TypeAlias

from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.geometry import Point
from pipeline.kinds.steps.content import Content
from pipeline.kinds.steps.content import Point as Step
from pipeline.layout.canvas import Canvas
from pipeline.layout.icons import icon
from pipeline.layout.uniform import uniform
from pipeline.typography import Paragraph, Setting, TextStyle

Texts: TypeAlias = list[Paragraph | None]  # none for a text that is blank

ICON = 0.66  # of a number's size: its icon's side
MIDDLE = 0.36  # of a number's size: from its baseline up to its middle
AFTER_LABEL = 0.42  # of its size


def set_all(
    canvas: Canvas, leaves: Sequence[Leaf], style: TextStyle, settings: Sequence[Setting], measures: Sequence[float]
) -> Texts | None:
    """The texts in the first of the settings that parts no word of them, if one does not."""
    for setting in settings:
        look = style._replace(size=setting.size)
        pairs = zip(leaves, measures, strict=True)
        if all(canvas.whole(leaf.text, look, measure, setting.max_lines) for leaf, measure in pairs if leaf):
            try:
                return set_in(canvas, leaves, style, setting, measures)
            except FitError:  # tall letters, or emphasis that is wider
                continue
    return None


def set_in(
    canvas: Canvas, leaves: Sequence[Leaf], style: TextStyle, setting: Setting, measures: Sequence[float]
) -> Texts:
    """The texts in one setting, at need with parted words; raises FitError for one that is too long."""
    scaled = setting._replace(size=setting.size * canvas.unit)
    widths = [measure * canvas.unit for leaf, measure in zip(leaves, measures, strict=True) if leaf]
    found = iter(uniform(canvas.page, [leaf for leaf in leaves if leaf], style, [scaled], widths))
    return [next(found) if leaf else None for leaf in leaves]


def set_one(
    canvas: Canvas, leaf: Leaf, style: TextStyle, settings: Sequence[Setting], measure: float, height: float = inf
) -> Paragraph:
    """A text in the first of the settings that holds it; raises FitError."""
    unit = canvas.unit
    scaled = [setting._replace(size=setting.size * unit) for setting in settings]
    return canvas.page.fit(leaf.text, style, scaled, measure * unit, height * unit, leaf.field)


def write(canvas: Canvas, paragraph: Paragraph | None, x: float, baseline: float) -> float:
    """Write a paragraph, if there is one; returns its last baseline."""
    if paragraph is None:
        return baseline
    canvas.paragraph(paragraph, x, baseline)
    return baseline + paragraph.depth / canvas.unit


def number_style(canvas: Canvas, size: float, weight: int = 500) -> TextStyle:
    """How numbers look."""
    return canvas.style(size, canvas.colors.accent, weight, "numerals", -0.04)


def write_number(canvas: Canvas, step: Step, x: float, baseline: float, style: TextStyle, aside: float) -> None:
    """Write a step's number, and its icon `aside` of where that begins, about the same middle."""
    canvas.text(x, baseline, step.number, style, role="number")
    if step.icon:
        side = ICON * style.size
        icon(canvas, step.icon, Point(x + aside, baseline - MIDDLE * style.size - side / 2), side, canvas.colors.accent)


def write_start(
    canvas: Canvas, content: Content, settings: Sequence[Setting], x: float, baseline: float, right: float
) -> None:
    """Write what there is before the first step, behind its label; raises FitError."""
    label = canvas.style(settings[0].size, canvas.colors.ink_2, 600)
    x += canvas.text(x, baseline, content.words.shown.start, label, role="labels.start") + AFTER_LABEL * label.size
    text = set_one(canvas, content.start, canvas.style(1, canvas.colors.muted), settings, right - x)
    canvas.paragraph(text, x, baseline)
