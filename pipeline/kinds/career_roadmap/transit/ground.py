"""What a label may not touch, as rectangles and circles that can be asked quickly."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.curves import flatten
from pipeline.geometry import Point, Rect
from pipeline.scene import Outline

CLEAR = 2  # px from a card's edge
FLATNESS = 0.25  # px, by which the chords of a turn may stray from it


class Disc(NamedTuple):
    """A round mark."""

    center: Point
    radius: float


class Ground(NamedTuple):
    """Rectangles (chords of lines among them) and circles, each kept `gap` px away from; words stand on the page."""

    page: Rect
    gap: float
    rects: tuple[Rect, ...] = ()
    discs: tuple[Disc, ...] = ()

    def joined_by(self, rects: Iterable[Rect] = (), discs: Iterable[Disc] = ()) -> Ground:
        """These and some more."""
        return self._replace(rects=(*self.rects, *rects), discs=(*self.discs, *discs))

    def near(self, room: Rect) -> Ground:
        """Only what could touch a label inside the room."""
        around = room.inset(-self.gap)
        rects = tuple(_meeting(self.rects, around))
        return Ground(self.page, self.gap, rects, tuple([disc for disc in self.discs if _touches(disc, around)]))

    def bar(self, label: Rect) -> Rect | None:
        """The first thing that the label would touch, as a rectangle, or None where it stands free."""
        if not self.page.contains(label):
            beyond = Rect(self.page.right, label.y, label.right, label.height)  # the right edge can be given way
            return beyond if label.right > self.page.right else label
        around = label.inset(-self.gap)
        found = _meeting(self.rects, around)
        return found[0] if found else next((Rect.around(*disc) for disc in self.discs if _touches(disc, around)), None)


@lru_cache(maxsize=256)  # a map asks twice for those of its lines: before and behind its labels
def chords(outline: Outline, width: float) -> tuple[Rect, ...]:
    """The rectangles that cover a line `width` px wide."""
    half = width / 2
    return tuple(
        Rect(min(x0, x1) - half, min(y0, y1) - half, abs(x1 - x0) + width, abs(y1 - y0) + width)
        for (x0, y0), (x1, y1) in pairwise(flatten(outline, FLATNESS)[0].points)
    )


def meet(a: Rect, b: Rect) -> bool:
    """Whether two rectangles share more than an edge."""
    return bool(_meeting((a,), b))


def _meeting(rects: Iterable[Rect], other: Rect) -> list[Rect]:
    """Those that share more than an edge with another one; of many rectangles this is asked a million times."""
    left, top, right, bottom = other.x, other.y, other.x + other.width, other.y + other.height
    return [
        rect
        for rect in rects
        if rect[0] < right and left < rect[0] + rect[2] and rect[1] < bottom and top < rect[1] + rect[3]
    ]


def is_whole(card: Rect, box: Rect) -> bool:
    """Whether a box stands on the card wholly, or not at all."""
    return card.contains(box) or not meet(card.inset(-CLEAR), box)


def _touches(disc: Disc, rect: Rect) -> bool:
    (center_x, center_y), radius = disc
    x, y, width, height = rect
    dy = max(y - center_y, center_y - y - height, 0.0)
    if dy >= radius:  # most marks stand on other lanes
        return False
    dx = max(x - center_x, center_x - x - width, 0.0)
    return dx * dx + dy * dy < radius * radius
