"""A line as the eye sees it: where its ink begins and how far it reaches, so that large letters stand on a margin."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.layout.page import Page
from pipeline.typography import Span, TextStyle, ink

TALLER_EM = 0.06  # ink that is so much higher than capitals is no round digit's


class Optical(NamedTuple):
    """A line in em of its size.

    `bearing` lies before its ink at the reading start; `rise` is the height of capitals, or of ink that is clearly
    taller; `drop` is how far ink goes below the baseline.
    """

    advance: float
    bearing: float
    capitals: float
    rise: float
    drop: float


def optical(page: Page, leaf: Leaf, style: TextStyle) -> Optical:
    """What a leaf on one line in a style measures."""
    set_ = page.typesetter.set([Span(leaf.text, style)], role=leaf.field)
    boxes = [box for run in set_.placed(0, 0) if (box := ink(run))]
    if not boxes:
        return Optical(set_.width / style.size, 0.0, set_.metrics.cap_height, set_.metrics.cap_height, 0.0)
    box = boxes[0]
    for other in boxes[1:]:
        box = box.union(other)
    bearing = set_.width - box.right if page.mirrored else box.x
    capitals, high = set_.metrics.cap_height, -box.y / style.size
    rise = high if high > capitals + TALLER_EM else capitals
    return Optical(set_.width / style.size, bearing / style.size, capitals, rise, max(0.0, box.bottom / style.size))
