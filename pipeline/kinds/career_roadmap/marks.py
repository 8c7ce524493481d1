"""The marks on the lines. A state is told by its shape; colour only says whose line it is.

done      a disc with a tick              planned   an open ring          destination   a large ring with a dot
current   a ring, its right half full     optional  a dashed ring         unnamed       a paper dot on the line
"""

from __future__ import annotations

from math import cos, pi, sin

from pipeline.color import Color
from pipeline.curves import arc, circle
from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.frames import Frame
from pipeline.kinds.career_roadmap.model import State
from pipeline.kinds.career_roadmap.pen import Pen
from pipeline.scene import Outline, Segment

DOT = 0.34  # radius of an unnamed stop, in radii of a station
DASHES = 7  # of an optional ring
DASH = 0.6  # of each dash's share that is drawn
CORNER = 0.4  # radius of the decision's corners, in line widths


def station(pen: Pen, frame: Frame, center: Point, color: Color, state: State) -> None:
    """A milestone that is named, on its halo."""
    at, colors = frame.at, pen.colors
    stroke = 0.44 * at.line
    pen.disc(center, at.station + stroke / 2 + at.gap, colors.paper)
    if state == "done":
        pen.disc(center, at.station + stroke / 2, color)
        pen.upright(_tick(at.station * 0.52), center, colors.paper, 0.28 * at.line)
        return
    _open_ring(pen, center, at.station, color, stroke, state)
    if state == "current":
        pen.fill(_right_half(center, at.station - stroke / 2 - 0.18 * at.line), color)


def destination(pen: Pen, frame: Frame, center: Point, color: Color, state: State) -> None:
    """The end of a way, on the card."""
    at, colors = frame.at, pen.colors
    stroke, radius = 0.72 * at.line, at.goal_radius
    pen.disc(center, radius + stroke / 2 + at.gap, colors.surface)
    if state == "done":
        pen.disc(center, radius + stroke / 2, color)
        pen.upright(_tick(radius * 0.52), center, colors.surface, 0.34 * at.line)
        return
    _open_ring(pen, center, radius, color, stroke, state)
    if state == "current":
        pen.fill(_right_half(center, radius - stroke / 2 - 0.18 * at.line), color)
    else:
        pen.disc(center, radius * 0.36, color)


def open_end(pen: Pen, frame: Frame, center: Point, color: Color) -> None:
    """Where a way without milestones ends: nobody knows yet what is there."""
    at = frame.at
    pen.disc(center, at.goal_radius + 0.36 * at.line + at.gap, pen.colors.surface)
    _open_ring(pen, center, at.goal_radius, color, 0.72 * at.line, "optional")


def dot(pen: Pen, frame: Frame, center: Point) -> None:
    """A milestone that is not named."""
    pen.disc(center, DOT * frame.at.station, pen.colors.paper)


def start(pen: Pen, frame: Frame, *, is_now: bool) -> Rect:
    """The start, a ring or, round a wide bundle, a stadium; persimmon where it is today. Its box comes back."""
    at, colors = frame.at, pen.colors
    half, stroke = frame.today_half, 0.72 * at.line
    middle = Rect(at.today - at.ring, at.trunk - half, 2 * at.ring, 2 * half)
    color = colors.accent_2 if is_now else colors.accent
    for reach, fill in ((stroke / 2 + at.gap, colors.paper), (stroke / 2, color), (-stroke / 2, colors.surface)):
        pen.box(middle.inset(-reach), fill, at.ring + reach)
    return middle.inset(-stroke / 2)


def now(pen: Pen, frame: Frame, center: Point) -> Rect:
    """Where a line is today: a persimmon bar across it, whose box comes back."""
    at = frame.at
    wide, high = 0.55 * at.line, 2.6 * at.line
    width, height = (wide, high) if frame.runs == "right" else (high, wide)
    bar = Rect(center.x - width / 2, center.y - height / 2, width, height)
    pen.box(bar.inset(-0.8 * at.gap), pen.colors.paper, wide / 2 + 0.8 * at.gap)
    pen.box(bar, pen.colors.accent_2, wide / 2)
    return bar


def decision(pen: Pen, frame: Frame) -> Rect:
    """The place where a way is chosen, a diamond or, across a wide bundle, a capsule; its box comes back."""
    at, colors = frame.at, pen.colors
    halo = 0.7 * at.gap
    if frame.is_dense:
        half = frame.ways * frame.pitch / 2 + 6 * frame.unit
        thick = 0.8 * at.ring
        capsule = Rect(at.rise - half, at.decision - thick, 2 * half, 2 * thick)
        pen.box(capsule.inset(-halo), colors.paper, thick + halo)
        pen.box(capsule.inset(halo), colors.ink, thick - halo)
        return capsule
    center = Point(at.rise, at.decision)
    pen.fill(_diamond(center, at.ring + halo, CORNER * at.line + halo), colors.paper)
    pen.fill(_diamond(center, at.ring - halo, CORNER * at.line - halo), colors.ink)
    return Rect.around(center, at.ring * 2**0.5)


def _open_ring(pen: Pen, center: Point, radius: float, color: Color, stroke: float, state: State) -> None:
    if state != "optional":
        pen.ring(center, radius, pen.colors.surface, color, stroke)
        return
    pen.disc(center, radius + stroke / 2, pen.colors.surface)
    share = 2 * pi * radius / DASHES
    pen.line(circle(center, radius), color, stroke, dash=(DASH * share, (1 - DASH) * share))


def _tick(reach: float) -> Outline:
    return (
        ("M", -reach, reach * 0.08),
        ("L", -reach * 0.28, reach * 0.78),
        ("L", reach * 0.96, -reach * 0.62),
    )


def _right_half(center: Point, radius: float) -> Outline:
    return (("M", center.x, center.y - radius), *arc(center, radius, -pi / 2, pi), ("Z",))


def _diamond(center: Point, half: float, corner: float) -> Outline:
    """A square of that half side with round corners, turned by 45 degrees."""
    reach = (half - corner) * 2**0.5
    outline: list[Segment] = []
    for quarter in range(4):
        dx, dy = ((0, -1), (1, 0), (0, 1), (-1, 0))[quarter]
        middle, start_rad = Point(center.x + dx * reach, center.y + dy * reach), (quarter - 1.5) * pi / 2
        first = middle.x + corner * cos(start_rad), middle.y + corner * sin(start_rad)
        outline += [("L" if outline else "M", *first), *arc(middle, corner, start_rad, pi / 2)]
    return (*outline, ("Z",))
