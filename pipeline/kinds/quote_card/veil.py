"""Where a photograph lies on a page and what is left to the words: beside them, or behind them under a veil.

+------------------------+    way        from the words' edge of the page across it: to the end of a wide page,
| words %%%%%:::::. . o  |               up a tall one; places on it are shares of its length
+------------------------+    veil       the page's colour, whole behind the words and gone before the subject
  0 ---- the way ----- 1      contrast   of a text with the worst pixel behind it
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.geometry import Point, Rect
from pipeline.kinds.quote_card.crop import Photo, enlarged, is_seen, shown
from pipeline.layout.page import Page
from pipeline.layout.proportions import hidden, is_wide
from pipeline.legibility.behind import color_at, least_contrast, toned
from pipeline.scene import Box, Item, LinearGradient, Picture, Shades, Stop, TextRun, runs
from pipeline.typography import ink

EDGES = (0.0, 0.1, 0.2, 0.3)  # of the way: where a photograph may begin under its veil, so that more of it is seen
EASING = 6  # points of a veil from one of its stops to the next
ENOUGH = 4.5  # WCAG 2.2, 1.4.3

Stops: TypeAlias = Sequence[tuple[float, float]]
Tones: TypeAlias = tuple[Color, Color]


class Way(NamedTuple):
    """The way across a page, as for one that reads from left to right; of a story what no buttons hide."""

    page: Page

    def point(self, share: float) -> Point:
        """Where that share of the way lies."""
        size = self.page.size
        if is_wide(size):
            return Point(share * size.width, 0)
        covered = hidden(size)
        foot = size.height - covered.bottom
        return Point(0, foot - share * (foot - covered.top))

    def beyond(self, share: float) -> Rect:
        """What of the page lies beyond that share of the way; all of it beyond none."""
        at, (width, height) = self.point(share), self.page.size
        if is_wide(self.page.size):
            return Rect(at.x, 0, width - at.x, height)
        return Rect(0, 0, width, at.y if share else height)

    def region(self, share: float) -> Rect:
        """What can be seen of that part, on the page as it reads."""
        rect = self.beyond(share)
        top = max(rect.y, hidden(self.page.size).top)
        return self.page.rect(rect._replace(y=top, height=rect.bottom - top))


class Ground(NamedTuple):
    """A photograph as it lies on the page, its subject perhaps in the region where it may stand, and its veil."""

    photo: Photo
    picture: Picture
    region: Rect
    paper: Color
    veil: LinearGradient | None = None

    @property
    def items(self) -> list[Item]:
        """What is drawn."""
        return [self.picture, *([Box(self.picture.rect, self.veil)] if self.veil else [])]

    @property
    def shows_subject(self) -> bool:
        """Whether the subject stands in its region."""
        return is_seen(self.photo, self.picture, self.region)

    def is_readable(self, items: Iterable[Item]) -> bool:
        """Whether every text among the items has enough contrast with the worst pixel behind it."""
        return all(self._contrast(run) >= ENOUGH for run in runs(items))

    def _contrast(self, run: TextRun) -> float:
        around = ink(run)
        if around is None or self.veil is None or not isinstance(run.fill, Color):
            return inf
        return contrast(run.fill, around, self.picture, self.veil, self.paper)


def beside(photo: Photo, way: Way, share: float, tones: Tones | None) -> Ground:
    """A photograph that fills the page beyond a share of the way."""
    region = way.region(share)
    picture = shown(photo, way.page.rect(way.beyond(share)), region, tones=tones)
    return Ground(photo, picture, region, way.page.theme.colors.paper)


def behind(photo: Photo, way: Way, stops: Stops, clear: float, moved: float, tones: Tones | None) -> Ground:
    """A photograph under a veil of these stops, moved by a share of the way, its subject where the veil is clear.

    Of the places where it may begin it takes the one that shows most of it, and leaves most of the page as it is.
    """
    page, region = way.page, way.region(clear + moved)
    boxes, whole = [page.rect(way.beyond(edge)) for edge in EDGES], Rect.of(page.size)
    tries = [shown(photo, box, region, whole=whole, tones=tones) for box in boxes]
    at = min(range(len(EDGES)), key=lambda each: (round(enlarged(photo, tries[each]), 3), -EDGES[each]))
    edge = max(0.0, EDGES[at] - moved)  # where the photograph begins, nothing of it may be seen yet
    begins = [(0.0, 1.0), (edge, 1.0)] if edge else [(0.0, 1.0)]
    start, end = (page.point(*way.point(share + moved)) for share in (0.0, 1.0))
    paper = page.theme.colors.paper
    cover = veil(paper, [*begins, *(stop for stop in stops if stop[0] > edge)], start, end)
    return Ground(photo, tries[at], region, paper, cover)


def veil(paper: Color, stops: Stops, start: Point, end: Point) -> LinearGradient:
    """The page's colour, in these alphas at these shares of the way from the words to the subject.

    Between them it is eased, so that no edge shows where one slope becomes another.
    """
    return LinearGradient(start, end, tuple(Stop(share, paper.with_alpha(alpha)) for share, alpha in _eased(stops)))


def _eased(stops: Stops) -> Iterator[tuple[float, float]]:
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
