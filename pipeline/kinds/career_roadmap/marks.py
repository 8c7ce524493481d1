"""The marks on the lines: a mark's shape says the state, its colour only whose line it is; the colours of the paths.

done      a disc with a tick              planned   an open ring          destination   a large ring with a dot
current   a ring, its right half full     optional  a dashed ring         now           a bar across the line
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Literal, NamedTuple

from pipeline.color import Color
from pipeline.curves import arc, circle
from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Move, Path, State
from pipeline.layout.canvas import Canvas
from pipeline.layout.marks import stroke as stroke_through
from pipeline.scene import Outline, Segment
from pipeline.theme import Colors

DASHES = 7  # of an optional ring
DASH = 0.6  # of each dash's share that is drawn
TICK = (-1, 0.08), (-0.28, 0.78), (0.96, -0.62)  # in shares of a mark's radius
CORNER = 0.4  # radius of the decision's corners, in line widths
MOVE = 0.36  # of a line's width: moves between the tracks of a lattice
ARROW = 1.5  # length of a switch's head, in line widths
DOT = 0.62  # radius of a merge's end, in line widths
QUIET = 0.42  # of a line's colour that is left where another path is highlighted
TEXT_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
DARKENINGS = 12  # steps from a colour to the ink


class Look(NamedTuple):
    """A path's colour as a line and as words."""

    line: Color
    words: Color


def looks(paths: Sequence[Path], colors: Colors) -> tuple[Look, ...]:
    """The look of each path, from the first lane on."""
    some_stand_out = any(path.is_highlighted for path in paths)
    lines = (*colors.cat, colors.ink_2, colors.positive_fill)
    words = (*colors.cat_text, colors.ink_2, colors.positive)
    found = []
    for at, path in enumerate(paths):
        look = Look(lines[at % len(lines)], words[at % len(words)])
        if path.color is not None:
            look = Look(path.color, _legible(path.color, colors))
        if some_stand_out and not path.is_highlighted:
            look = Look(look.line.with_alpha(QUIET).over(colors.paper), colors.muted)
        found.append(look)
    return tuple(found)


def _legible(color: Color, colors: Colors) -> Color:
    """The colour, with as much ink as words on paper and on a card need."""
    for step in range(DARKENINGS + 1):
        mixed = colors.ink.with_alpha(step / DARKENINGS).over(color)
        if min(mixed.contrast(colors.paper), mixed.contrast(colors.surface)) >= TEXT_CONTRAST:
            return mixed
    return colors.ink


def disc(canvas: Canvas, center: Point, radius: float, fill: Color) -> None:
    """A filled circle."""
    canvas.box(Rect.around(center, radius), fill, radius)


def station(canvas: Canvas, at: Measures, center: Point, color: Color, state: State) -> None:
    """A milestone, on its halo."""
    _mark(canvas, at, center, at.station, color, state, canvas.colors.paper, 0.44, 0.28)


def destination(canvas: Canvas, at: Measures, center: Point, color: Color, state: State | None) -> None:
    """The end of a path, on the card; of one without milestones nobody knows yet what is there."""
    _mark(canvas, at, center, at.goal_radius, color, state or "optional", canvas.colors.surface, 0.72, 0.34)
    if state in ("planned", "optional"):
        disc(canvas, center, at.goal_radius * 0.36, color)


def _mark(
    canvas: Canvas, at: Measures, center: Point, radius: float, color: Color, state: State, ground: Color,
    stroke: float, tick: float,
) -> None:  # fmt: skip
    """A ring or, of what is done, a disc; its stroke and its tick are so wide in widths of the line."""
    half = stroke * at.line / 2
    disc(canvas, center, radius + half + at.gap, ground)
    if state == "done":
        disc(canvas, center, radius + half, color)
        reach = radius * 0.52
        stroke_through(canvas, center, reach, TICK, ground, tick * at.line / reach)
        return
    disc(canvas, center, radius + half, canvas.colors.surface if state == "optional" else color)
    if state == "optional":
        share = 2 * pi * radius / DASHES
        dash = DASH * share, (1 - DASH) * share
        canvas.shape(circle(center, radius), line=color, width=stroke * at.line, dash=dash, is_round=False)
        return
    disc(canvas, center, radius - half, canvas.colors.surface)
    if state == "current":
        within = radius - half - 0.18 * at.line
        canvas.shape((("M", center.x, center.y - within), *arc(center, within, -pi / 2, pi), ("Z",)), color)


def start(canvas: Canvas, at: Measures, middle: Rect, *, is_now: bool) -> Rect:
    """The start, a ring or a stadium whose line has this middle; persimmon where it is today; returns its box."""
    stroke, colors, radius = 0.72 * at.line, canvas.colors, min(middle.width, middle.height) / 2
    color = colors.accent_2 if is_now else colors.accent
    for reach, fill in ((stroke / 2 + at.gap, colors.paper), (stroke / 2, color), (-stroke / 2, colors.surface)):
        canvas.box(middle.inset(-reach), fill, radius + reach)
    return middle.inset(-stroke / 2)


def now(canvas: Canvas, at: Measures, center: Point, runs: Literal["right", "down"]) -> Rect:
    """Where a line is today: a persimmon bar across it; returns its box."""
    wide, high = 0.55 * at.line, 2.6 * at.line
    width, height = (wide, high) if runs == "right" else (high, wide)
    bar = Rect(center.x - width / 2, center.y - height / 2, width, height)
    canvas.box(bar.inset(-0.8 * at.gap), canvas.colors.paper, wide / 2 + 0.8 * at.gap)
    canvas.box(bar, canvas.colors.accent_2, wide / 2)
    return bar


def decision(canvas: Canvas, at: Measures) -> Rect:
    """The place where a path is chosen, a diamond or, across a wide bundle, a capsule; returns its box."""
    colors = canvas.colors
    halo = 0.7 * at.gap
    if at.has_plates:
        half, thick = at.decision_half, 0.8 * at.ring
        capsule = Rect(at.rise - half, at.decision - thick, 2 * half, 2 * thick)
        canvas.box(capsule.inset(-halo), colors.paper, thick + halo)
        canvas.box(capsule.inset(halo), colors.ink, thick - halo)
        return capsule
    center = Point(at.rise, at.decision)
    canvas.shape(diamond(center, at.ring + halo, CORNER * at.line + halo), colors.paper)
    canvas.shape(diamond(center, at.ring - halo, CORNER * at.line - halo), colors.ink)
    return Rect.around(center, at.decision_half)


def ending(canvas: Canvas, kind: Move, tip: Point, away: tuple[int, int], color: Color, line: float) -> None:
    """What a move ends in at `tip`, running `away`: an arrow where it switches, a dot where it merges, else nothing."""
    dx, dy = away
    if kind == "switch":
        length = line * ARROW
        back = Point(tip.x - dx * length, tip.y - dy * length)
        one, other = (Point(back.x - side * dy * length / 2, back.y + side * dx * length / 2) for side in (1, -1))
        canvas.shape([("M", *tip), ("L", *one), ("L", *other), ("Z",)], color)
    elif kind == "merge":
        disc(canvas, Point(tip.x - dx * line * DOT, tip.y - dy * line * DOT), line * DOT, color)


def diamond(center: Point, half: float, corner: float = 0.0) -> Outline:
    """A square of that half side with round corners, turned by 45 degrees."""
    reach = (half - corner) * 2**0.5
    outline: list[Segment] = []
    for quarter in range(4):
        dx, dy = ((0, -1), (1, 0), (0, 1), (-1, 0))[quarter]
        middle, start_rad = Point(center.x + dx * reach, center.y + dy * reach), (quarter - 1.5) * pi / 2
        first = middle.x + corner * cos(start_rad), middle.y + corner * sin(start_rad)
        outline += [("L" if outline else "M", *first), *arc(middle, corner, start_rad, pi / 2)]
    return (*outline, ("Z",))
