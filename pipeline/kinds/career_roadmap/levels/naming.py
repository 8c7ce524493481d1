"""Naming: the levels' names before their hairlines, the tracks' above their spines, and the start's at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.color import Color
from pipeline.geometry import Point
from pipeline.kinds.career_roadmap.levels import heads
from pipeline.kinds.career_roadmap.levels.fitting import Fitted
from pipeline.kinds.career_roadmap.looks import Look
from pipeline.layout.canvas import Canvas


def names(canvas: Canvas, fitted: Fitted, looks: Sequence[Look]) -> None:
    """The names of all levels, then those of all tracks."""
    levels, tracks = [canvas.colors.muted] * len(fitted.lattice.rows), [look.words for look in looks]
    if fitted.lattice.is_horizontal:
        _above(canvas, fitted, levels)
        _before(canvas, fitted, tracks)
    else:
        _before(canvas, fitted, levels)
        _above(canvas, fitted, tracks)


def _before(canvas: Canvas, fitted: Fitted, colors: Sequence[Color]) -> None:
    """The names before the lattice, centred on their lines."""
    lattice = fitted.lattice
    for leaf, middle, color in zip(fitted.heads.before, lattice.middles, colors, strict=True):
        name = fitted.heads.name(leaf, fitted.label_measure, color=color)
        canvas.paragraph(name, lattice.area.x, middle + name.cap_height / 2 - name.depth / 2)


def _above(canvas: Canvas, fitted: Fitted, colors: Sequence[Color]) -> None:
    """The names above the lattice: the levels' hang from its head, the tracks' stand on its foot."""
    lattice, heads = fitted.lattice, fitted.heads
    for leaf, span, color in zip(heads.above, lattice.columns, colors, strict=True):
        name = heads.name(leaf, span.length, heads.size, color)
        if lattice.is_horizontal:
            canvas.paragraph(name, span.low, lattice.area.y + 0.75 * heads.size)
        else:
            x = span.low + (fitted.sizes.pad if fitted.density.is_bare else 0.0)
            canvas.paragraph(name, x, fitted.first_card - name.depth)


def start(canvas: Canvas, fitted: Fitted, center: Point) -> None:
    """The start's name and date, before its ring or above it."""
    at, lattice, names = fitted.measures, fitted.lattice, fitted.heads
    label, date, _ = names.start
    if lattice.is_horizontal:
        name = names.start_above
        canvas.paragraph(name, center.x - name.width / 2, lattice.area.y + 0.75 * at.axis)
        return
    name = names.name(label, fitted.label_measure)
    y = center.y + name.cap_height / 2 - name.depth / 2
    if date:
        y -= at.axis * heads.LEADING / 2
        below = canvas.page.set(date.text, canvas.style(at.axis, canvas.colors.muted), field=date.field)
        canvas.paragraph(below, lattice.area.x, y + name.depth + at.axis * heads.LEADING)
    canvas.paragraph(name, lattice.area.x, y)
