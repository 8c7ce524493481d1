"""What a label may not touch, as rectangles and circles that can be asked quickly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.labels.wanted import Band, Disc, Ground


class Obstacles(NamedTuple):
    """Rectangles (the chords of lines among them), circles and cards, each kept `gap` px away from."""

    page: Rect
    rects: tuple[Rect, ...]
    discs: tuple[Disc, ...]
    cards: tuple[Rect, ...]
    gap: float

    @staticmethod
    def of(ground: Ground, gap: float) -> Obstacles:
        """Everything that stands on the ground."""
        chords = (rect for band in ground.bands for rect in _chords(band))
        return Obstacles(ground.page, (*chords, *ground.boxes), ground.discs, ground.cards, gap)

    def near(self, room: Rect) -> Obstacles:
        """Only what could touch a label inside the room."""
        around = room.inset(-self.gap)
        return self._replace(
            rects=tuple(rect for rect in self.rects if meet(rect, around)),
            discs=tuple(disc for disc in self.discs if _touches(disc, around)),
            cards=tuple(card for card in self.cards if meet(card, around)),
        )

    def joined_by(self, rects: Iterable[Rect]) -> Obstacles:
        """These and some more rectangles."""
        return self._replace(rects=(*self.rects, *rects))

    def bar(self, label: Rect) -> Rect | None:
        """The first thing that the label would touch, as a rectangle, or None where it stands free."""
        if not contains(self.page, label):
            return _outside(self.page, label)
        around = label.inset(-self.gap)
        for rect in self.rects:
            if meet(rect, around):
                return rect
        for disc in self.discs:
            if _touches(disc, around):
                return Rect.around(disc.center, disc.radius)
        for card in self.cards:
            if meet(card, around) and not contains(card, around):
                return card if label.x < card.x else _outside(card, label)
        return None


def meet(a: Rect, b: Rect) -> bool:
    """Whether two rectangles share more than an edge."""
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height


def contains(outer: Rect, inner: Rect) -> bool:
    """Whether the inner rectangle lies within the outer."""
    return inner.x >= outer.x and inner.y >= outer.y and inner.right <= outer.right and inner.bottom <= outer.bottom


def any_meets(rects: Sequence[Rect], label: Rect, gap: float) -> bool:
    """Whether the label comes closer than the gap to one of the rectangles."""
    around = label.inset(-gap)
    return any(meet(rect, around) for rect in rects)


def _chords(band: Band) -> Iterable[Rect]:
    half = band.half
    for (x0, y0), (x1, y1) in pairwise(band.points):
        left, top = min(x0, x1) - half, min(y0, y1) - half
        yield Rect(left, top, abs(x1 - x0) + 2 * half, abs(y1 - y0) + 2 * half)


def _touches(disc: Disc, rect: Rect) -> bool:
    (center_x, center_y), radius = disc
    x, y, width, height = rect
    dy = max(y - center_y, center_y - y - height, 0.0)
    if dy >= radius:  # most marks stand on other lanes
        return False
    dx = max(x - center_x, center_x - x - width, 0.0)
    return dx * dx + dy * dy < radius * radius


def _outside(room: Rect, label: Rect) -> Rect:
    """The half plane beyond the room's edge that the label crosses; the right edge first, as that can be given way."""
    if label.right > room.right:
        return Rect(room.right, label.y, label.right, label.height)
    return label
