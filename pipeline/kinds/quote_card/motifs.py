"""The motifs of a quote card: what stands beside the words. Each is drawn for a left-to-right card."""

from __future__ import annotations

from collections.abc import Callable
from math import acos, pi
from typing import NamedTuple

from pipeline.curves import arc
from pipeline.geometry import Point, Rect
from pipeline.kinds.quote_card.compositions import Composition
from pipeline.scene import Box, Item, LinearGradient, Outline, Path, RadialGradient, Stroke
from pipeline.theme import Theme
from pipeline.typography import Align

BLEED = 12  # px beyond the edge, so that no line end shows
ASIDE = {"start": 0.0, "center": 0.5, "end": 1.0}  # how much of the room left over lies before what is aligned
RULE_LENGTH = 72  # reference px
CLEAR = 30  # reference px between the bar and a sun that does not fade
MARK_HEIGHT = 0.3  # em from the top of a quotation mark's ink to its foot, in most serif faces


class Room(NamedTuple):
    """The box that a motif leaves to the words; they are centred in it or hang from its top."""

    box: Rect
    centered: bool


class Motif(NamedTuple):
    """What is drawn behind the words, and the room it leaves them."""

    draw: Callable[[Composition, Theme, Align], tuple[Item, ...]]
    room: Callable[[Composition], Room]


class Turn(NamedTuple):
    """The road that ends, turns and becomes the edge of a rising sun, in px of its frame's reference."""

    line: float
    node_x: float  # from the right edge
    node_radius: float
    node_stroke: float
    turn_radius: float
    sun_x: float  # from the right edge
    sun_y: float
    sun_radius: float
    dots_from: float  # from the right edge
    dots_to: float
    dot: float
    pitch: float
    bar_x: float
    bar_half: float
    glow: float


WIDE_TURN = Turn(5, 312, 9, 4, 96, 40, 240, 176, 268, 74, 2.8, 10, 64, 24, 560)
TALL_TURN = Turn(7, 552, 13, 5.5, 152, 96, 336, 304, 493, 86, 3.9, 14, 72, 34, 900)


def _redirection(frame: Composition, theme: Theme, align: Align) -> tuple[Item, ...]:
    """A line comes in, the way ahead ends at a bar, the line turns and becomes the edge of a rising sun."""
    turn, unit, colors = WIDE_TURN if frame.wide else TALL_TURN, frame.unit, theme.colors
    right = frame.size.width
    node = Point(right - turn.node_x * unit, frame.road)
    sun = Point(right - turn.sun_x * unit, turn.sun_y * unit + frame.motif_top - _lift(frame, theme, turn))
    bar_x = right - turn.bar_x * unit
    line = turn.line * unit
    dots = _line(right - turn.dots_from * unit, frame.road, right - turn.dots_to * unit, frame.road)
    bar = _line(bar_x, frame.road - turn.bar_half * unit, bar_x, frame.road + turn.bar_half * unit)
    road = _line(-BLEED, frame.road, node.x, frame.road)
    pitch = turn.pitch * unit
    dotted = Stroke(colors.control, turn.dot * unit, cap="round", dash=(0.01, pitch - 0.01))
    return (
        *_sun(frame, theme, sun, turn.sun_radius * unit, turn.glow * unit),
        Path(dots, stroke=dotted),
        Path(bar, stroke=Stroke(colors.ink, line, cap="round")),
        Path(road, stroke=Stroke(colors.accent, line)),
        Path(
            _turning(node, turn.turn_radius * unit, sun, turn.sun_radius * unit, right),
            stroke=Stroke(colors.accent_2, line),
        ),
        Box(
            Rect.around(node, turn.node_radius * unit),
            fill=colors.paper,
            radius=turn.node_radius * unit,
            stroke=Stroke(colors.ink, turn.node_stroke * unit),
        ),
    )


def _lift(frame: Composition, theme: Theme, turn: Turn) -> float:
    """How much higher a sun stands that does not fade: clear of the bar, which would be lost on it."""
    if theme.gradients.sun[-1].color.alpha < 1:
        return 0.0
    foot = (turn.sun_y + turn.sun_radius) * frame.unit + frame.motif_top
    return max(0.0, foot - frame.road + (turn.bar_half + CLEAR) * frame.unit)


def _plain_sun(frame: Composition, theme: Theme, align: Align) -> tuple[Item, ...]:
    """A plain sun, high at the right, that fades towards its foot."""
    turn, unit = WIDE_TURN if frame.wide else TALL_TURN, frame.unit
    center = Point(frame.size.width - turn.sun_x * unit, turn.sun_y * unit + frame.motif_top)
    return _sun(frame, theme, center, turn.sun_radius * unit, turn.glow * unit)


def _rule(frame: Composition, theme: Theme, align: Align) -> tuple[Item, ...]:
    """A short warm rule between the words and their label."""
    length = RULE_LENGTH * frame.unit
    left = frame.left + ASIDE[align] * (frame.alone.width - length)
    outline = _line(left, _rule_y(frame), left + length, _rule_y(frame))
    return (Path(outline, stroke=Stroke(theme.colors.accent_2, (5 if frame.wide else 7) * frame.unit)),)


def _rule_y(frame: Composition) -> float:
    return frame.label_baseline - (72 if frame.wide else 92) * frame.unit


def _nothing(frame: Composition, theme: Theme, align: Align) -> tuple[Item, ...]:
    """No more than the words."""
    return ()


def _sun(frame: Composition, theme: Theme, center: Point, radius: float, glow: float) -> tuple[Item, ...]:
    page = Rect.of(frame.size)
    fade = LinearGradient(Point(center.x, center.y - radius), Point(center.x, center.y + radius), theme.gradients.sun)
    return (
        Box(page, fill=RadialGradient(center, glow, theme.gradients.glow)),
        Box(Rect.around(center, radius), fill=fade, radius=radius),
    )


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


def _room_beside(frame: Composition) -> Room:
    return Room(frame.beside, frame.wide)


def _room_beside_sun(frame: Composition) -> Room:
    """The sun has no road under it: in wide pictures the words may go down to the label."""
    box = frame.beside
    return Room(box._replace(height=frame.alone.height) if frame.wide else box, frame.wide)


def _room_alone(frame: Composition) -> Room:
    return Room(frame.alone, True)


def _room_above_rule(frame: Composition) -> Room:
    box = frame.alone
    return Room(Rect(box.x, box.y, box.width, _rule_y(frame) - 56 * frame.unit - box.y), True)


def _room_under_mark(frame: Composition) -> Room:
    """`mark` is drawn by the card itself, as it is a glyph of the text's face; it takes the top of the room."""
    box = frame.alone
    taken = MARK_HEIGHT * frame.mark_size + 56 * frame.unit
    return Room(Rect(box.x, box.y + taken, box.width, box.height - taken), not frame.wide)


def _line(x1: float, y1: float, x2: float, y2: float) -> Outline:
    return (("M", x1, y1), ("L", x2, y2))


MOTIFS = {
    "redirection": Motif(_redirection, _room_beside),
    "sun": Motif(_plain_sun, _room_beside_sun),
    "rule": Motif(_rule, _room_above_rule),
    "mark": Motif(_nothing, _room_under_mark),
    "none": Motif(_nothing, _room_alone),
}
