"""Where things stand on a quote card of any size: one frame for wide pictures, one for tall ones.

Both frames are measured at a reference size and scaled to the picture; what the picture has beyond the scaled frame
goes to the distances named below, so that nothing is stretched.

    wide, reference 1200 x 630               tall, reference 1080 x 1350

    "text text text         /sun              ____________/sun
     text text             |                 ------------o  ....|
     text text.            |                 "text text
    ------------------o /  ....|              text text
     label                                    label
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.geometry import Rect, Size
from pipeline.layout.proportions import hidden, is_wide
from pipeline.typography import Setting

SMALLEST_TEXT = 24  # reference px; at the smallest scale still above 19 px at 1200 px width

# size, leading, most lines, weight (None: the light display weight), tracking: tried in order. The sizes up to 92 or
# 60 px are the designer's; the larger ones are for a word or two, the smaller ones, in a sturdier weight, for up to
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


class Composition(NamedTuple):
    """The frame of one picture: places in layout px for a left-to-right card."""

    size: Size
    unit: float  # layout px for one px of the reference
    wide: bool
    beside: Rect  # what the words may fill beside a motif at the right, or under one at the top
    alone: Rect  # what they may fill where no motif takes room
    label_baseline: float
    label_size: float
    road: float  # y of the line of `redirection`
    motif_top: float  # how far the motif's frame is moved down
    mark_size: float  # of the large quotation mark of `mark`
    settings: tuple[Setting, ...]

    @property
    def left(self) -> float:
        """The edge that quote and label share."""
        return self.alone.x


def compose(size: Size) -> Composition:
    """The frame for a picture of `size`."""
    return _wide(size) if is_wide(size) else _tall(size)


def _wide(size: Size) -> Composition:
    unit = min(size.width / 1200, size.height / 630)
    spare = size.height - 630 * unit
    left, top = 108 * unit, 82 * unit + spare * 0.3
    label_baseline = size.height - 66 * unit
    return Composition(
        size=size,
        unit=unit,
        wide=True,
        beside=Rect(left, top, size.width - 280 * unit - left, 314 * unit + spare * 0.4),
        alone=Rect(left, top, size.width - 2 * left, label_baseline - 68 * unit - top),
        label_baseline=label_baseline,
        label_size=20 * unit,
        road=478 * unit + spare * 0.7,
        motif_top=spare * 0.5,
        mark_size=300 * unit,
        settings=_scaled(WIDE_SETTINGS, unit),
    )


def _tall(size: Size) -> Composition:
    unit = min(size.width / 1080, size.height / 1350)
    spare = size.height - 1350 * unit
    left = 112 * unit
    foot = max(75 * unit, hidden(size).bottom)
    label_baseline = size.height - foot
    bottom = label_baseline - 75 * unit
    down = spare * 0.38
    top, high = 670 * unit + down, 120 * unit + down
    return Composition(
        size=size,
        unit=unit,
        wide=False,
        beside=Rect(left, top, size.width - left - 104 * unit, bottom - top),
        alone=Rect(left, high, size.width - left - 104 * unit, bottom - high),
        label_baseline=label_baseline,
        label_size=23 * unit,
        road=576 * unit + down,
        motif_top=down,
        mark_size=440 * unit,
        settings=_scaled(TALL_SETTINGS, unit),
    )


def _scaled(settings: tuple[Setting, ...], unit: float) -> tuple[Setting, ...]:
    return tuple(setting._replace(size=setting.size * unit) for setting in settings)
