"""Where things stand on a quote card of any size: one frame for wide pictures, two for tall ones.

Each frame is measured at a reference size and scaled to the picture; what the picture has beyond the scaled frame goes
to the distances named below, so that nothing is stretched. Without a label the motif drops, so that the air is shared.

    wide, reference 1200 x 630               tall, reference 1080 x 1350; square, 1080 x 1080

    "text text text         /sun              ____________/sun
     text text             |                 ------------o  ....|
     text text.            |                 "text text
    ------------------o /  ....|              text text
     label                                    label
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.geometry import Rect, Size
from pipeline.layout.proportions import hidden, is_wide
from pipeline.typography import Setting

SMALLEST_TEXT = 24  # reference px; at the smallest scale still above 19 px at 1200 px width
SQUARE_BELOW = 1.12  # height : width; taller pictures are composed as portraits

# size, leading, most lines, weight (None: the light display weight), tracking: tried in order. The sizes up to 92 or
# 60 px are the designer's; the larger ones are for a few words, the smaller ones, in a sturdier weight, for up to
# about 500 characters. By eye, on quotes of 1 to 90 words.
LIGHT = None
WIDE_SETTINGS = (
    Setting(190, 1.0, 1, LIGHT, -0.026),
    Setting(150, 1.04, 1, LIGHT, -0.024),
    Setting(124, 1.08, 2, LIGHT, -0.024),
    Setting(104, 1.13, 2, LIGHT, -0.022),
    Setting(92, 104 / 92, 4, LIGHT, -0.022),
    Setting(80, 1.13, 4, LIGHT, -0.02),
    Setting(68, 1.13, 4, LIGHT, -0.018),
    Setting(60, 1.14, 5, LIGHT, -0.016),
    Setting(52, 1.18, 6, LIGHT, -0.012),
    Setting(46, 1.22, 6, LIGHT, -0.01),
    Setting(40, 1.26, 7, 400, -0.008),
    Setting(35, 1.3, 8, 400, -0.006),
    Setting(31, 1.34, 9, 400, -0.004),
    Setting(27, 1.38, 10, 400, -0.002),
    Setting(SMALLEST_TEXT, 1.42, 12, 400, 0.0),
)
TALL_SETTINGS = (
    Setting(250, 1.0, 1, LIGHT, -0.028),
    Setting(210, 1.0, 2, LIGHT, -0.026),
    Setting(176, 1.03, 3, LIGHT, -0.026),
    Setting(152, 1.045, 6, LIGHT, -0.024),
    Setting(136, 142 / 136, 6, LIGHT, -0.024),
    Setting(118, 1.06, 6, LIGHT, -0.022),
    Setting(104, 1.08, 6, LIGHT, -0.022),
    Setting(92, 1.1, 7, LIGHT, -0.02),
    Setting(80, 1.13, 8, LIGHT, -0.018),
    Setting(70, 1.16, 9, LIGHT, -0.016),
    Setting(62, 1.19, 10, LIGHT, -0.014),
    Setting(54, 1.23, 14, LIGHT, -0.01),
    Setting(47, 1.27, 16, 400, -0.008),
    Setting(41, 1.31, 18, 400, -0.006),
    Setting(36, 1.35, 20, 400, -0.004),
    Setting(32, 1.38, 22, 400, -0.002),
)
SQUARE_SETTINGS = tuple(setting._replace(size=0.8 * setting.size) for setting in TALL_SETTINGS)


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


class Reference(NamedTuple):
    """What the frames of one shape are measured by, in px of their reference."""

    size: Size
    turn: Turn
    left: float
    right: float  # from the right edge
    high: float  # y of the words' top where no motif takes room
    top: float  # the same under a motif
    road: float
    drop: float  # of road and sun, without a label
    foot: float  # of the label's baseline above the bottom edge
    above_foot: float  # from the lowest words to the label's baseline
    down: float  # the share of what a picture is taller that lies above the words
    label_size: float
    mark_size: float
    settings: tuple[Setting, ...]
    largest: float  # of up to three words beside a motif
    spare: float  # of the room's width that these leave free


WIDE = Reference(
    Size(1200, 630), Turn(5, 312, 9, 4, 96, 40, 240, 176, 268, 74, 2.8, 10, 64, 24, 560),
    left=108, right=108, high=82, top=82, road=478, drop=34, foot=66, above_foot=68, down=0.3,
    label_size=20, mark_size=300, settings=WIDE_SETTINGS, largest=320, spare=22,
)  # fmt: skip
TALL = Reference(
    Size(1080, 1350), Turn(7, 552, 13, 5.5, 152, 96, 336, 304, 493, 86, 3.9, 14, 72, 34, 900),
    left=112, right=104, high=120, top=670, road=576, drop=32, foot=75, above_foot=75, down=0.38,
    label_size=23, mark_size=440, settings=TALL_SETTINGS, largest=360, spare=14,
)  # fmt: skip
SQUARE = Reference(
    Size(1080, 1080), Turn(6, 520, 11.5, 5, 120, 164, 272, 236, 470, 90, 3.4, 12.5, 76, 29, 760),
    left=112, right=104, high=96, top=536, road=452, drop=26, foot=68, above_foot=64, down=0.38,
    label_size=24, mark_size=352, settings=SQUARE_SETTINGS, largest=360, spare=14,
)  # fmt: skip


class Composition(NamedTuple):
    """The frame of one picture: places in layout px for a left-to-right card."""

    size: Size
    at: Reference
    unit: float  # layout px for one px of the reference
    beside: Rect  # what the words may fill beside a motif at the right, or under one at the top
    alone: Rect  # what they may fill where no motif takes room
    label_baseline: float
    lowest: float  # y down to which a page is free: where the label begins, or what a platform hides
    road: float  # y of the line of `redirection`
    motif_top: float  # how far the motif's frame is moved down
    free: Rect  # the page, or what a photograph beside the words leaves of it
    settings: tuple[Setting, ...]  # in px of the picture

    @property
    def wide(self) -> bool:
        """Whether the words stand beside their motif."""
        return self.at is WIDE

    @property
    def left(self) -> float:
        """The edge that quote and label share."""
        return self.alone.x

    @property
    def sun_foot(self) -> float:
        """The y at which the sun ends."""
        return (self.at.turn.sun_y + self.at.turn.sun_radius) * self.unit + self.motif_top

    @property
    def label_size(self) -> float:
        return self.at.label_size * self.unit

    @property
    def mark_size(self) -> float:
        """Of the large quotation mark of `mark`."""
        return self.at.mark_size * self.unit


def compose(size: Size, *, has_label: bool) -> Composition:
    """The frame for a picture of `size`."""
    wide = is_wide(size)
    at = WIDE if wide else SQUARE if size.height < SQUARE_BELOW * size.width else TALL
    unit = min(size.width / at.size.width, size.height / at.size.height)
    taller = size.height - at.size.height * unit
    down, drop = taller * at.down, 0.0 if has_label else at.drop * unit
    left, width = at.left * unit, size.width - (at.left + at.right) * unit
    label_baseline = size.height - max(at.foot * unit, hidden(size).bottom)
    bottom, high = label_baseline - (at.above_foot * unit if has_label else 0.0), at.high * unit + down
    top = at.top * unit + down + drop
    beside = Rect(left, top, width, bottom - top)
    if wide:
        beside = Rect(left, high, size.width - 280 * unit - left, 314 * unit + taller * 0.4 + drop)
    foot = bottom if has_label else size.height - high  # about the middle of the page
    alone = Rect(left, high, width, foot - high)
    road = at.road * unit + taller * (0.7 if wide else at.down) + drop
    motif_top = taller * (0.5 if wide else at.down) + drop
    lowest = label_baseline - 16 * unit if has_label else size.height - hidden(size).bottom
    settings = scaled(at.settings, unit)
    return Composition(size, at, unit, beside, alone, label_baseline, lowest, road, motif_top, Rect.of(size), settings)


def scaled(settings: Iterable[Setting], unit: float) -> tuple[Setting, ...]:
    """The settings of a reference in px of a picture."""
    return tuple(setting._replace(size=setting.size * unit) for setting in settings)
