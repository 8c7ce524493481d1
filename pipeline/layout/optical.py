"""A line as the eye sees it: where its ink begins and how far it reaches, so that large letters stand on a margin."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.layout.page import Page
from pipeline.typography import Paragraph, Span, TextStyle, ink

TALLER_EM = 0.06  # ink that is so much higher than capitals is no round digit's


class Optical(NamedTuple):
    """A line in em of its size.

    `bearing` lies before its ink at the reading start, `ink` is how wide that is; `rise` is the height of capitals, or
    of ink that is clearly taller; `drop` is how far ink goes below the baseline.
    """

    advance: float
    bearing: float
    ink: float
    capitals: float
    rise: float
    drop: float


def optical(page: Page, leaf: Leaf, style: TextStyle) -> Optical:
    """What a leaf on one line in a style measures."""
    return measured(page, page.typesetter.set([Span(leaf.text, style)], role=leaf.field))


def measured(page: Page, set_: Paragraph) -> Optical:
    """What a line that is set measures."""
    size = set_.size
    boxes = [box for run in set_.placed(0, 0) if (box := ink(run))]
    box = boxes[0] if boxes else Rect(0, -set_.cap_height, set_.width, set_.cap_height)
    for other in boxes[1:]:
        box = box.union(other)
    bearing = set_.width - box.right if page.mirrored else box.x
    rise = -box.y if -box.y > set_.cap_height + TALLER_EM * size else set_.cap_height
    measures = set_.width, bearing, box.width, set_.cap_height, rise, max(0.0, box.bottom)
    return Optical(*(each / size for each in measures))
