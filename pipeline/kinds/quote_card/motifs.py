"""The motifs of a quote card: what stands beside the words or above them, and the room that it leaves them.

redirection, sun   behind the words, at its own place
rule, mark         above the words, at the head of one block with them
none               nothing
"""

from __future__ import annotations

from math import acos, pi
from typing import NamedTuple

from pipeline.curves import arc
from pipeline.geometry import Point, Rect
from pipeline.kinds.quote_card.compositions import Composition
from pipeline.layout.canvas import Canvas
from pipeline.layout.strokes import line
from pipeline.scene import LinearGradient, Outline, RadialGradient
from pipeline.typography import Align, Span, TextStyle, ink, moved

BLEED = 12  # px beyond the edge, so that no line end shows
ASIDE = {"start": 0.0, "center": 0.5, "end": 1.0}  # how much of the room left over lies before what is aligned
RULE_LENGTH, RULE_ABOVE = 72, 64  # reference px: the rule, and how far above the words it stands
CLEAR = 30  # reference px between the bar and a sun that does not fade
MARK_HEIGHT = 0.3  # em from the top of a quotation mark's ink to its foot, in most serif faces
ALONE = 2.0  # times as large as beside a motif a few words may be without one
MARK_ABOVE = 56  # reference px from the foot of a large mark to the words


class Room(NamedTuple):
    """What a motif leaves to the words: the box they fill, where they are centred or hang from its top.

    A few words stand in the middle of the `zone`, `largest` at the most; `above` is the height of the block's head.
    """

    box: Rect
    centered: bool
    zone: tuple[float, float]
    largest: float
    above: float = 0.0


def room(motif: str, frame: Composition) -> Room:
    """The room that a motif leaves."""
    foot, largest = frame.lowest, frame.at.largest * frame.unit
    if motif in ("redirection", "sun") and not frame.wide:
        return Room(frame.beside, False, (frame.road if motif == "redirection" else frame.sun_foot, foot), largest)
    if motif == "redirection":
        return Room(frame.beside, True, (0.0, frame.road), largest)
    if motif == "sun":
        return Room(frame.beside._replace(height=frame.alone.height), True, (0.0, foot), largest)
    above = {"rule": RULE_ABOVE * frame.unit, "mark": MARK_HEIGHT * frame.mark_size + MARK_ABOVE * frame.unit}
    zone = 2 * frame.alone.center.y - foot, foot
    return Room(frame.alone, True, zone, ALONE * largest, above.get(motif, 0.0))


def draw_behind(canvas: Canvas, motif: str, frame: Composition) -> None:
    """What lies behind the words."""
    if motif == "redirection":
        _redirection(canvas, frame)
    elif motif == "sun":
        turn = frame.at.turn
        center = Point(frame.size.width - turn.sun_x * frame.unit, turn.sun_y * frame.unit + frame.motif_top)
        _sun(canvas, frame, center)


def _redirection(canvas: Canvas, frame: Composition) -> None:
    """A line comes in, the way ahead ends at a bar, the line turns and becomes the edge of a rising sun."""
    turn, unit, colors, right = frame.at.turn, frame.unit, canvas.colors, frame.size.width
    node = Point(right - turn.node_x * unit, frame.road)
    sun = Point(right - turn.sun_x * unit, turn.sun_y * unit + frame.motif_top - _lift(canvas, frame))
    bar_x, half, width = right - turn.bar_x * unit, turn.bar_half * unit, turn.line * unit
    _sun(canvas, frame, sun)
    x, end = right - turn.dots_from * unit, right - turn.dots_to * unit
    way = (("M", x, frame.road), ("L", end, frame.road))
    canvas.shape(way, line=colors.control, width=turn.dot * unit, dash=(0.01, turn.pitch * unit - 0.01))
    bar = (("M", bar_x, frame.road - half), ("L", bar_x, frame.road + half))
    canvas.shape(bar, line=colors.ink, width=width)
    _road(canvas, frame, node.x)
    turning = _turning(node, turn.turn_radius * unit, sun, turn.sun_radius * unit, right)
    canvas.shape(turning, line=colors.accent_2, width=width, is_round=False)
    _node(canvas, frame, node)


def draw_road_until(canvas: Canvas, frame: Composition, x: float) -> None:
    """The line that comes in, as far as a node at x."""
    _road(canvas, frame, x)
    _node(canvas, frame, Point(x, frame.road))


def _road(canvas: Canvas, frame: Composition, x: float) -> None:
    start, end = Point(-BLEED, frame.road), Point(x, frame.road)
    line(canvas, start, end, frame.at.turn.line * frame.unit, canvas.colors.accent)


def _node(canvas: Canvas, frame: Composition, at: Point) -> None:
    turn, colors = frame.at.turn, canvas.colors
    canvas.ring(at, turn.node_radius * frame.unit, turn.node_stroke * frame.unit, colors.ink, colors.paper)


def _lift(canvas: Canvas, frame: Composition) -> float:
    """How much higher a sun stands that does not fade: clear of the bar, which would be lost on it."""
    if canvas.theme.gradients.sun[-1].color.alpha < 1:
        return 0.0
    return max(0.0, frame.sun_foot - frame.road + (frame.at.turn.bar_half + CLEAR) * frame.unit)


def _sun(canvas: Canvas, frame: Composition, center: Point) -> None:
    """A disc that fades towards its foot, in its glow."""
    radius, gradients = frame.at.turn.sun_radius * frame.unit, canvas.theme.gradients
    fade = LinearGradient(Point(center.x, center.y - radius), Point(center.x, center.y + radius), gradients.sun)
    canvas.box(Rect.of(frame.size), RadialGradient(center, frame.at.turn.glow * frame.unit, gradients.glow))
    canvas.box(Rect.around(center, radius), fade, radius)


def _turning(node: Point, radius: float, sun: Point, sun_radius: float, right: float) -> Outline:
    """From the node a quarter turn upwards, straight on, and round the sun until it leaves the page: one stroke."""
    rise = node.x + radius
    leaves = acos(min(1.0, (right + BLEED - sun.x) / sun_radius))  # the angle at which the edge is off the page
    return (
        ("M", node.x, node.y),
        *arc(Point(node.x, node.y - radius), radius, pi / 2, -pi / 2),
        ("L", rise, sun.y),
        *arc(sun, sun_radius, pi, pi - leaves),
    )


def draw_rule(canvas: Canvas, frame: Composition, top: float, align: Align) -> None:
    """A short warm rule at the head of the block."""
    length, width = RULE_LENGTH * frame.unit, (5 if frame.wide else 7) * frame.unit
    left, y = frame.left + ASIDE[align] * (frame.alone.width - length), top + width / 2
    line(canvas, Point(left, y), Point(left + length, y), width, canvas.colors.accent_2)


def draw_mark(canvas: Canvas, frame: Composition, top: float, align: Align, mark: str) -> None:
    """A large quotation mark; its ink stands at the head of the block, where the lines of the words do."""
    size, tallest = frame.mark_size, MARK_HEIGHT * frame.mark_size
    style = TextStyle(canvas.theme.faces.display, size, canvas.colors.accent, 300)
    for _ in range(2):  # a bracket is taller than commas: it is set again, smaller
        set_ = canvas.page.typesetter.set([Span(mark, style._replace(size=size))], role="mark")
        (run,) = set_.placed(0, 0)
        box = ink(run)
        if box is None or box.height <= tallest:
            break
        size *= tallest / box.height
    box = box or Rect(0, 0, 0, 0)
    left = frame.left + ASIDE[align] * (frame.alone.width - box.width)
    place = canvas.placed(Rect(left, top, box.width, box.height))
    canvas.items.append(moved(run, place.x - box.x, place.y - box.y))
