"""Where header and board stand on a picture of any size; the chart fills the board.

eyebrow
Title that says what the numbers say
+--------------------------------------+
|  unit                                |    reference 1200 x 630, tall ones 1080 x 1350
|  chart                               |
|  caption                             |
+--------------------------------------+
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.geometry import Rect, Size
from pipeline.layout.proportions import hidden, is_story, is_wide
from pipeline.typography import Setting


class Frame(NamedTuple):
    """Places and sizes in layout px."""

    unit: float
    left: float  # the text's margin
    right: float
    top: float  # of the header's first capitals
    foot: float  # of the board
    outer: float  # the board's margin
    eyebrow: float
    titles: tuple[Setting, ...]
    text: float  # size of labels
    small: float  # size of the caption
    pad: float  # from the board's edges to what is on it

    def board(self, header_bottom: float, width: float) -> Rect:
        """The board below a header."""
        return Rect(self.outer, header_bottom, width - 2 * self.outer, self.foot - header_bottom)


def frame(size: Size) -> Frame:
    """The frame of a picture of `size`."""
    width, height = size
    if is_wide(size):
        unit = min(width / 1200, height / 630)
        titles = (Setting(52 * unit, 1.1, 1), *(Setting(points * unit, 1.14, 2) for points in (46, 42, 38, 34, 30, 26)))
        return Frame(
            unit, 64 * unit, width - 64 * unit, 54 * unit, height - 36 * unit, 40 * unit,
            20 * unit, titles, 23 * unit, 18 * unit, 30 * unit,
        )  # fmt: skip
    unit = min(width / 1080, height / 1080)
    buttons = hidden(size)
    top = buttons.top if is_story(size) else 75 * unit
    foot = height - (buttons.bottom if is_story(size) else 32 * unit)
    most = 2 if height / width < 1.15 else 3
    titles = tuple(Setting(points * unit, 1.09, most) for points in (70, 64, 58, 52, 46, 40, 34))
    return Frame(
        unit, 72 * unit, width - 72 * unit, top, foot, 32 * unit, 24 * unit, titles, 30 * unit, 23 * unit, 44 * unit
    )
