"""A page's shape: which of a kind's compositions it takes, and how large; all lengths are px of the shape's reference.

wide 1200 x 630        square 1080 x 1080     tall 1080 x 1350

+-----------------+    +------------+         +------------+     A page has at least the width and height of its
| words | picture |    | words      |         | words      |     reference; what it has beyond is the kind's to use.
+-----------------+    | picture    |         | picture    |     Of a story the shape is what no buttons hide.
                       +------------+         |            |
                                              +------------+
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.geometry import Point, Size
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.layout.proportions import hidden, is_wide

SQUARE_BELOW = 1.12  # height : width; taller pages are tall


class Shape(NamedTuple):
    """What a page is measured by; `y` is how far below the page's top it begins, in px of the page."""

    name: Literal["wide", "square", "tall"]
    reference: Size
    margin: float  # of texts, at both sides
    eyebrow: float
    eyebrow_base: float
    title: float
    leading: float
    title_base: float  # of its first line, below an eyebrow
    label: float  # size of what stands beside marks
    small: float
    unit: float = 1.0  # px of the page for one px of the reference
    width: float = 0.0
    height: float = 0.0
    y: float = 0.0

    @property
    def measure(self) -> float:
        """From margin to margin."""
        return self.width - 2 * self.margin

    @property
    def right(self) -> float:
        """The margin at the reading end."""
        return self.width - self.margin

    @property
    def beyond(self) -> Size:
        """How much wider and higher the page is than its reference."""
        return Size(self.width - self.reference.width, self.height - self.reference.height)

    def canvas(self, page: Page) -> Canvas:
        """A canvas in px of the reference that covers the shape."""
        return Canvas(page, unit=self.unit, origin=Point(0, self.y))


WIDE = Shape("wide", Size(1200, 630), 64, 20, 94, 58, 62, 160, 21, 20)
SQUARE = Shape("square", Size(1080, 1080), 64, 23, 90, 66, 72, 166, 26, 23)
TALL = Shape("tall", Size(1080, 1350), 72, 24, 102, 74, 80, 190, 29, 24)


def shape(size: Size) -> Shape:
    """The shape of a page of `size`."""
    buttons = hidden(size)
    height = size.height - buttons.top - buttons.bottom
    found = WIDE if is_wide(size) else SQUARE if height < SQUARE_BELOW * size.width else TALL
    unit = min(size.width / found.reference.width, height / found.reference.height)
    return found._replace(unit=unit, width=size.width / unit, height=height / unit, y=buttons.top)
