"""Naming: the levels' names before their hairlines, the tracks' above their spines, and the start's at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.levels import drawing, heads
from pipeline.kinds.career_roadmap.levels.fitting import Board, Fitted
from pipeline.kinds.career_roadmap.levels.lattice import Lattice
from pipeline.kinds.career_roadmap.looks import Look
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.pen import Pen
from pipeline.typography import Paragraph


def levels(pen: Pen, fitted: Fitted) -> None:
    """Each level's name: left of its hairline, or above it."""
    at, lattice = fitted.frame.at, fitted.lattice
    for leaf, span in zip(fitted.grid.names, lattice.rows, strict=True):
        if not leaf:
            continue
        if lattice.is_horizontal:
            paragraph = heads.name(pen.page, leaf, at.axis, pen.colors.muted, span.length)
            pen.text(paragraph, span.low, lattice.area.y + 0.75 * at.axis)
        else:
            paragraph = heads.name(pen.page, leaf, at.axis, pen.colors.muted, _before(fitted))
            _center(pen, paragraph, lattice.area.x, span.middle)


def tracks(pen: Pen, fitted: Fitted, plan: Plan, looks: Sequence[Look]) -> None:
    """Each track's name: above its cards, or left of its spine."""
    at, lattice = fitted.frame.at, fitted.lattice
    for way, look, span, spine in zip(plan.ways, looks, lattice.tracks, lattice.spines, strict=True):
        if lattice.is_horizontal:
            paragraph = heads.name(pen.page, way.name, at.axis, look.words, _before(fitted))
            _center(pen, paragraph, lattice.area.x, spine)
        else:
            size = heads.name_size(fitted.frame, fitted.density.mark)
            paragraph = heads.name(pen.page, way.name, size, look.words, span.length)
            foot = lattice.area.y + fitted.head - heads.foot(fitted.frame, fitted.density.mark)
            x = span.low + (fitted.sizes.pad if fitted.density.is_bare else 0.0)
            pen.text(paragraph, x, foot - paragraph.depth)


def start(pen: Pen, fitted: Fitted, board: Board, way: int, *, is_now: bool) -> None:
    """The start, persimmon where it is today, its name and date before it: a ring, long enough for all its lines."""
    at, lattice, (label, date, _) = fitted.frame.at, fitted.lattice, board.start
    assert lattice.foot is not None
    center = lattice.at(lattice.foot, lattice.spines[way])
    radius, stroke = at.ring * 0.8, 0.72 * at.line
    longer = max(0.0, (board.foot_ways / 2 - 1) * fitted.pitch + at.line * drawing.AHEAD - radius)
    color = pen.colors.accent_2 if is_now else pen.colors.accent
    widths = ((stroke / 2 + at.gap, pen.colors.paper), (stroke / 2, color), (-stroke / 2, pen.colors.surface))
    for more, fill in widths:
        pen.box(_stadium(lattice, center, radius + more, longer), fill, radius + more)
    if lattice.is_horizontal:
        name = heads.name(pen.page, label, at.axis, pen.colors.ink, heads.MOST_START * at.width)
        pen.text(name, center.x - name.width / 2, lattice.area.y + 0.75 * at.axis)
        return
    name = heads.name(pen.page, label, at.axis, pen.colors.ink, _before(fitted))
    y = center.y + name.cap_height / 2 - name.depth / 2
    if date:
        y -= at.axis * heads.LEADING / 2
        below = pen.set(date.text, pen.style(at.axis, pen.colors.muted), field=date.field)
        pen.text(below, lattice.area.x, y + name.depth + at.axis * heads.LEADING)
    pen.text(name, lattice.area.x, y)


def _stadium(lattice: Lattice, center: Point, radius: float, longer: float) -> Rect:
    """The box about a point, so much longer to both sides along the tracks."""
    u, v = (radius + longer, radius) if lattice.is_horizontal else (radius, radius + longer)
    return Rect(center.x - u, center.y - v, 2 * u, 2 * v)


def _before(fitted: Fitted) -> float:
    """The measure of the names before the lattice."""
    return fitted.label - heads.BEHIND * fitted.frame.unit


def _center(pen: Pen, paragraph: Paragraph, x: float, middle: float) -> Rect:
    """A paragraph centred on a height."""
    return pen.text(paragraph, x, middle + paragraph.cap_height / 2 - paragraph.depth / 2)
