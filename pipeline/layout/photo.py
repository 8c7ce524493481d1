"""A photograph on a page: cropped round its subject, veiled where words stand, in its own colours or the theme's.

    +------------------------+     subject    a point of the photograph; it stands in a region of the page
    | words %%%%%:::::. . o  |     veil       the page's colour, whole behind the words and gone before the subject
    +------------------------+     contrast   of a text with the worst pixel behind it

It is never stretched and never mirrored. How dark and light it is, is read with the spec: a layout opens no file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.geometry import Point, Rect, Size
from pipeline.legibility.behind import color_at, least_contrast, toned
from pipeline.scene import LinearGradient, Picture, Shades, Stop
from pipeline.theme import Theme

FROM_CUT = 0.08  # of its box: the nearest that a subject comes to an edge where more of the photograph would be
MOST_ZOOM = 2.0  # times as large as it would just cover its box, so that its subject stands where it can be seen
EASING = 6  # points of a veil from one of its stops to the next
HAIR = 1e-6
ENOUGH = 4.5  # WCAG 2.2, 1.4.3


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
    if colors.paper.luminance > colors.ink.luminance:
        return min(colors.accent, colors.seq[-1], key=_luminance), colors.surface_2
    return min(colors.on_accent, colors.paper, key=_luminance), colors.accent


def veil(paper: Color, stops: tuple[tuple[float, float], ...], start: Point, end: Point) -> LinearGradient:
    """The page's colour, in these alphas at these shares of the way from the words to the subject.

    Between them it is eased, so that no edge shows where one slope becomes another.
    """
    return LinearGradient(start, end, tuple(Stop(share, paper.with_alpha(alpha)) for share, alpha in _eased(stops)))


def _eased(stops: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """The points on a curve through the stops that rises and falls as they do (Fritsch and Butland, 1984)."""
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(stops)]
    at = [slopes[0], *(2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in pairwise(slopes)), slopes[-1]]
    for index, ((x, y), (next_x, next_y)) in enumerate(pairwise(stops)):
        for step in range(EASING):
            t, length = step / EASING, next_x - x
            bend = (1 - t) * at[index] - t * at[index + 1] + (2 * t - 1) * slopes[index]
            yield x + t * length, y + t * (next_y - y) + t * (1 - t) * length * bend
    yield stops[-1]


def contrast(ink: Color, around: Rect, picture: Picture, veil: LinearGradient, paper: Color) -> float:
    """The least contrast of an ink within a box with what is seen there of a picture under its veil on the page."""
    seen = around.intersection(picture.rect)
    if seen is None or picture.crop is None or picture.shades is None:
        return ink.contrast(paper)
    is_across = veil.start.y == veil.end.y
    columns, rows = _cells(seen, picture.rect, picture.crop, picture.shades)
    least = ink.contrast(paper)
    for line in columns if is_across else rows:
        alpha = min(color_at(veil, _border(line + after, is_across, picture)).alpha for after in (0, 1))
        here = range(line, line + 1)
        grounds = _extremes(picture, here, rows) if is_across else _extremes(picture, columns, here)
        covered = [paper.with_alpha(alpha).over(ground) for ground in grounds]
        least = min(least, least_contrast(ink, [*covered, paper] if picture.shades.shows_through else covered))
    return least


def _cells(seen: Rect, rect: Rect, crop: Rect, shades: Shades) -> tuple[range, range]:
    """The columns and the rows of a picture's shades that are seen within a box on the page."""
    left, right = (crop.x + (x - rect.x) / rect.width * crop.width for x in (seen.x, seen.right))
    top, bottom = (crop.y + (y - rect.y) / rect.height * crop.height for y in (seen.y, seen.bottom))
    return _counted(left, right, shades.columns), _counted(top, bottom, shades.rows)


def _counted(low: float, high: float, count: int) -> range:
    """The cells from one share of a side to another."""
    first = min(max(int(low * count), 0), count - 1)
    return range(first, max(first + 1, min(int(high * count) + 1, count)))


def _border(line: int, is_across: bool, picture: Picture) -> Point:
    """Where on the page a column or a row of a picture's shades begins."""
    rect, crop, shades = picture.rect, picture.crop or Rect(0, 0, 1, 1), picture.shades
    columns, rows = (shades.columns, shades.rows) if shades else (1, 1)
    if is_across:
        return Point(rect.x + (line / columns - crop.x) / crop.width * rect.width, rect.y)
    return Point(rect.x, rect.y + (line / rows - crop.y) / crop.height * rect.height)


def _extremes(picture: Picture, columns: range, rows: range) -> list[Color]:
    """The darkest and the lightest colour that some cells may hold, as the picture shows them."""
    shades = picture.shades
    if shades is None:
        return []
    found = []
    for cells, chosen in ((shades.darkest, min), (shades.lightest, max)):
        starts = [row * shades.columns for row in rows]
        lines = [cells[3 * (start + columns[0]) : 3 * (start + columns[-1] + 1)] for start in starts]
        red, green, blue = (chosen(chosen(line[channel::3]) for line in lines) for channel in range(3))
        found.append(toned(picture, Color(red, green, blue)))
    return found


def _luminance(color: Color) -> float:
    return color.luminance
