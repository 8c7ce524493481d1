"""A photograph on a page: cropped round its subject, in its own colours or in two of the theme's.

    +--------------+     subject    a point of the photograph that must be seen
    |    +-------+ |     box        what the photograph fills on the page
    |    |   o   | |     region     where on the page the subject may stand
    +----+-------+-+

It is never stretched and never mirrored. How dark and light it is, is read with the spec: a layout opens no file.
"""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.geometry import Point, Rect, Size
from pipeline.scene import Picture, Shades
from pipeline.theme import Theme

FROM_CUT = 0.08  # of its box: the nearest that a subject comes to an edge where more of the photograph would be
MOST_ZOOM = 2.0  # times as large as it would just cover its box, so that its subject stands where it can be seen
HAIR = 1e-6

Span: TypeAlias = tuple[float, float]


class Photo(NamedTuple):
    """A photograph: its file, the field of the spec that names that, its pixels, and the point that must be seen."""

    file: str
    field: str
    size: Size
    shades: Shades
    subject: Point  # in shares of its width and height


def shown(
    photo: Photo, box: Rect, region: Rect, *, whole: Rect | None = None, tones: tuple[Color, Color] | None = None
) -> Picture:
    """The largest part of a photograph that fills a box on the page and has its subject in a region of the page.

    That is as near as it can be to where it would be if the photograph filled the `whole`, by default its box.
    """
    crop = cropped(photo, box, region, whole or box)
    return Picture(box, photo.file, role=photo.field, crop=crop, tones=tones, shades=photo.shades)


def cropped(photo: Photo, box: Rect, region: Rect, whole: Rect) -> Rect:
    """The part of a photograph that `shown` shows, in shares of its width and height.

    It is no smaller than half of what would cover the box, even if the subject then stands outside its region.
    """
    shape = photo.size.width / photo.size.height * box.height / box.width
    across = _span(photo.subject.x, (box.x, box.width), (region.x, region.right), (whole.x, whole.width))
    down = _span(photo.subject.y, (box.y, box.height), (region.y, region.bottom), (whole.y, whole.height))
    covering = min(1.0, 1 / shape)
    width = max(covering / MOST_ZOOM, min(covering, across.most, down.most / shape))
    return Rect(across.start(width), down.start(width * shape), width, width * shape)


def is_seen(photo: Photo, picture: Picture, region: Rect) -> bool:
    """Whether the subject stands in its region."""
    crop, box = picture.crop or Rect(0, 0, 1, 1), picture.rect
    x = box.x + (photo.subject.x - crop.x) / crop.width * box.width
    y = box.y + (photo.subject.y - crop.y) / crop.height * box.height
    return region.inset(-0.5).contains(Rect(x, y, 0, 0))


def enlarged(photo: Photo, picture: Picture) -> float:
    """How many px of the page a pixel of a photograph takes."""
    return picture.rect.width / (picture.crop.width if picture.crop else 1.0) / photo.size.width


class _Span(NamedTuple):
    """One direction of a crop: where the subject is in the photograph, and where in the box it may and had best be."""

    subject: float
    low: float
    high: float
    best: float

    @property
    def most(self) -> float:
        """The largest share of the photograph that can be shown."""
        before = self.subject / self.low if self.low > HAIR else 1.0
        after = (1 - self.subject) / (1 - self.high) if self.high < 1 - HAIR else 1.0
        return min(1.0, before, after)

    def start(self, length: float) -> float:
        """Where a part of that length begins."""
        wanted = min(max(self.best, self.low, FROM_CUT), self.high, 1 - FROM_CUT)
        return min(max(0.0, self.subject - wanted * length), 1 - length)


def _span(subject: float, box: Span, region: Span, whole: Span) -> _Span:
    """The span of a box from its start and its length, a region's start and end, the whole's start and length."""
    start, length = box
    best = whole[0] + subject * whole[1]
    return _Span(subject, (region[0] - start) / length, (region[1] - start) / length, (best - start) / length)


def duotone(theme: Theme) -> tuple[Color, Color]:
    """A theme's colours for shadows and for lights: its structure's on its page's, as near as a picture may come."""
    colors = theme.colors
    luminance = attrgetter("luminance")
    if colors.paper.luminance > colors.ink.luminance:
        return min(colors.accent, colors.seq[-1], key=luminance), colors.surface_2
    return min(colors.on_accent, colors.paper, key=luminance), colors.accent
