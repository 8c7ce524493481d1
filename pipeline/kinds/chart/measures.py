"""Where header and board stand on a picture of any size, and how large the letters of its chart may be.

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

from pipeline.geometry import Size
from pipeline.layout.proportions import hidden, is_story, is_wide
from pipeline.typography import Setting

DENSER = (1.0, 0.9, 0.81, 0.74)  # of the size of labels, where there are many; the last is the smallest there may be


class Measures(NamedTuple):
    """Places and sizes in layout px."""

    unit: float
    is_tall: bool  # things stand one above the other
    left: float  # the text's margin
    right: float
    top: float  # of the header's first capitals
    foot: float  # of the board
    outer: float  # the board's margin
    eyebrow: float
    titles: tuple[Setting, ...]
    text: float  # size of labels
    small: float  # size of the caption
    number: float  # size of numbers that stand for themselves
    pad: float  # from the board's edges to what is on it

    @property
    def sizes(self) -> tuple[float, ...]:
        """Of labels, the largest first."""
        return tuple(factor * self.text for factor in DENSER)


def measures(size: Size) -> Measures:
    """The measures of a picture of `size`."""
    width, height = size
    if is_wide(size):
        unit = min(width / 1200, height / 630)
        titles = (Setting(46 * unit, 1.1, 1), *(Setting(points * unit, 1.14, 2) for points in (44, 40, 36, 32, 28, 25)))
        return Measures(
            unit, False, 64 * unit, width - 64 * unit, 53 * unit, height - 36 * unit, 40 * unit,
            20 * unit, titles, 23 * unit, 18 * unit, 46 * unit, 30 * unit,
        )  # fmt: skip
    unit = min(width / 1080, height / 1080)
    buttons = hidden(size)
    top = buttons.top + 29 * unit if is_story(size) else 80 * unit
    foot = height - (buttons.bottom if is_story(size) else 32 * unit)
    large = 1.26 if is_story(size) else 1.0  # a story is held nearer to the eye than a page
    most = 2 if height / width < 1.15 else 3
    titles = tuple(Setting(points * large * unit, 1.07, most) for points in (70, 64, 58, 52, 46, 40, 34))
    return Measures(
        unit, True, 72 * unit, width - 72 * unit, top, foot, 32 * unit,
        24 * large * unit, titles, 28 * large * unit, 22 * large * unit, 42 * large * unit, 44 * unit,
    )  # fmt: skip
