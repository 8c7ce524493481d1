"""Naming: the levels' names before their hairlines, the tracks' above their spines, and the start's at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.lettering import style
from pipeline.kinds.career_roadmap.levels import drawing, heads
from pipeline.kinds.career_roadmap.levels.fitting import Board, Fitted
from pipeline.kinds.career_roadmap.looks import Look
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.layout.canvas import Canvas
from pipeline.typography import Paragraph


def levels(canvas: Canvas, fitted: Fitted) -> None:
    """Each level's name: left of its hairline, or above it."""
    at, lattice = fitted.measures, fitted.lattice
    for leaf, span in zip(fitted.grid.names, lattice.rows, strict=True):
        if not leaf:
            continue
        if lattice.is_horizontal:
            paragraph = heads.name(canvas.page, leaf, at.axis, canvas.colors.muted, span.length)
            canvas.paragraph(paragraph, span.low, lattice.area.y + 0.75 * at.axis)
        else:
            paragraph = heads.name(canvas.page, leaf, at.axis, canvas.colors.muted, _before(fitted))
            _center(canvas, paragraph, lattice.area.x, span.middle)


def tracks(canvas: Canvas, fitted: Fitted, plan: Plan, looks: Sequence[Look]) -> None:
    """Each track's name: above its cards, or left of its spine."""
    at, lattice = fitted.measures, fitted.lattice
    for way, look, span, spine in zip(plan.ways, looks, lattice.tracks, lattice.spines, strict=True):
        if lattice.is_horizontal:
            paragraph = heads.name(canvas.page, way.name, at.axis, look.words, _before(fitted))
            _center(canvas, paragraph, lattice.area.x, spine)
        else:
            size = heads.name_size(fitted.measures, fitted.density.mark)
            paragraph = heads.name(canvas.page, way.name, size, look.words, span.length)
            foot = lattice.area.y + fitted.head - heads.foot(fitted.measures, fitted.density.mark)
            x = span.low + (fitted.sizes.pad if fitted.density.is_bare else 0.0)
            canvas.paragraph(paragraph, x, foot - paragraph.depth)


def start(canvas: Canvas, fitted: Fitted, board: Board, way: int, *, is_now: bool) -> None:
    """The start, persimmon where it is today, its name and date before it: a ring, long enough for all its lines."""
    at, lattice, (label, date, _) = fitted.measures, fitted.lattice, board.start
    assert lattice.foot is not None
    center = lattice.at(lattice.foot, lattice.spines[way])
    radius = at.ring * 0.8
    longer = max(radius, (board.foot_ways / 2 - 1) * fitted.pitch + at.line * drawing.AHEAD)
    u, v = (longer, radius) if lattice.is_horizontal else (radius, longer)
    marks.start(canvas, fitted.measures, Rect(center.x - u, center.y - v, 2 * u, 2 * v), is_now=is_now)
    if lattice.is_horizontal:
        name = heads.name(canvas.page, label, at.axis, canvas.colors.ink, heads.MOST_START * at.width)
        canvas.paragraph(name, center.x - name.width / 2, lattice.area.y + 0.75 * at.axis)
        return
    name = heads.name(canvas.page, label, at.axis, canvas.colors.ink, _before(fitted))
    y = center.y + name.cap_height / 2 - name.depth / 2
    if date:
        y -= at.axis * heads.LEADING / 2
        below = canvas.page.set(date.text, style(canvas.page, at.axis, canvas.colors.muted), field=date.field)
        canvas.paragraph(below, lattice.area.x, y + name.depth + at.axis * heads.LEADING)
    canvas.paragraph(name, lattice.area.x, y)


def _before(fitted: Fitted) -> float:
    """The measure of the names before the lattice."""
    return fitted.label - heads.BEHIND * fitted.measures.unit


def _center(canvas: Canvas, paragraph: Paragraph, x: float, middle: float) -> Rect:
    """A paragraph centred on a height."""
    return canvas.paragraph(paragraph, x, middle + paragraph.cap_height / 2 - paragraph.depth / 2)
