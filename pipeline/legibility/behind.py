"""What lies behind a text: the colour at a point of all that was drawn before it.

    paper      the page, split into cells; each knows the layers that reach into it
     card      a layer: a box, a filled path, a broad stroke, in the coordinates of its group
      text     asks at points along its run, from the topmost layer down to the first opaque one

Shadows, lines narrower than `BROAD` and letters are not looked at: no text rests on them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from math import hypot
from typing import NamedTuple, TypeAlias

from pipeline import curves
from pipeline.color import Color, duotone
from pipeline.geometry import IDENTITY, Affine, Point, Rect
from pipeline.scene import Box, LinearGradient, Outline, Paint, Path, Picture, RadialGradient, Stop, Stroke

BROAD = 4.0  # px of a line's width
CELLS = 12  # along the longer side of the page
TOLERANCE = 0.5  # px, from a curve to the straight pieces that stand for it
OPAQUE = 0.998
BARE = Color(255, 255, 255)  # where nothing at all was drawn

Covers: TypeAlias = Callable[[float, float], bool]


class Frame(NamedTuple):
    """A group's way to the page, its opacity, and what it and those around it are clipped to."""

    matrix: Affine = IDENTITY
    opacity: float = 1.0
    clips: tuple[tuple[Affine, Rect | _Shape], ...] = ()

    def inner(self, matrix: Affine, clip: Outline | Rect | None, opacity: float) -> Frame:
        """The frame of a group inside this one."""
        way = self.matrix @ matrix if matrix != IDENTITY else self.matrix
        clips = self.clips
        if clip is not None and way.determinant:
            clips = (*clips, (way.inverse, clip if isinstance(clip, Rect) else _Shape(clip)))
        return Frame(way, self.opacity * opacity, clips)

    def shows(self, x: float, y: float) -> bool:
        """Whether a point of the page is within all clips."""
        return all(_in_clip(clip, way.apply(x, y)) for way, clip in self.clips)


class Layer(NamedTuple):
    """Something painted, and the box on the page that it reaches into.

    `paint` may be a picture file, whose colours are known as far as its layout looked at it.
    """

    reach: Rect
    frame: Frame
    inverse: Affine
    paint: Paint | Picture
    covers: Covers


class Backdrop:
    """All that was drawn so far on a page of `width` and `height`."""

    def __init__(self, width: float, height: float) -> None:
        self._cell = max(width, height, 1.0) / CELLS
        self._page = Rect(0, 0, width, height)
        self._cells: dict[tuple[int, int], list[Layer]] = {}

    def box(self, box: Box, frame: Frame) -> None:
        """Draw a box."""
        if box.fill is not None:
            self._add(box.rect, frame, box.fill, _rounded(box.rect, box.radius))

    def picture(self, picture: Picture, frame: Frame) -> None:
        """Draw a picture file."""
        self._add(picture.rect, frame, picture, _rounded(picture.rect, picture.radius))

    def path(self, path: Path, frame: Frame) -> None:
        """Draw a path: its fill, and its stroke where that is broad."""
        if path.fill is not None:
            self._add(curves.bounds(path.outline, 0.0), frame, path.fill, _Shape(path.outline).covers)
        if path.stroke is not None and path.stroke.width * abs(frame.matrix.determinant) ** 0.5 >= BROAD:
            shape = _Shape(path.outline, path.stroke)
            self._add(curves.bounds(path.outline, path.stroke.width / 2), frame, path.stroke.paint, shape.covers)

    def at(self, x: float, y: float) -> tuple[Color, ...]:
        """The colour that is seen at a point; the darkest and the lightest that may be where a picture file lies there.

        None at all where nothing is known of the file.
        """
        seen: list[Color] = []
        grounds: tuple[Color, ...] = (BARE,)
        for layer in reversed(self._cells.get((int(x / self._cell), int(y / self._cell)), ())):
            left, top, width, height = layer.reach
            if not (left <= x <= left + width and top <= y <= top + height):
                continue
            local = Point(x, y) if layer.inverse is IDENTITY else layer.inverse.apply(x, y)
            if not layer.covers(*local) or not layer.frame.shows(x, y):
                continue
            if isinstance(layer.paint, Picture):
                grounds = shades_at(layer.paint, local)
                break
            color = color_at(layer.paint, local)
            alpha = color.alpha * layer.frame.opacity
            seen.append(color if alpha == color.alpha else color.with_alpha(alpha))
            if alpha >= OPAQUE:
                break
        for color in reversed(seen):
            grounds = tuple(color.over(ground) for ground in grounds)
        return grounds

    def _add(self, rect: Rect, frame: Frame, paint: Paint | Picture, covers: Covers) -> None:
        if not frame.matrix.determinant:
            return
        reached = self._page.intersection(frame.matrix.bounds(rect))
        if reached is None:
            return
        layer = Layer(reached, frame, IDENTITY if frame.matrix == IDENTITY else frame.matrix.inverse, paint, covers)
        cell = self._cell
        for column in range(int(reached.x / cell), int(reached.right / cell) + 1):
            for row in range(int(reached.y / cell), int(reached.bottom / cell) + 1):
                self._cells.setdefault((column, row), []).append(layer)


def shades_at(picture: Picture, point: Point) -> tuple[Color, ...]:
    """The darkest and the lightest colour of a picture file about a point; none where they are not known."""
    rect, crop, shades = picture.rect, picture.crop, picture.shades
    if crop is None or shades is None or shades.shows_through:
        return ()
    x = crop.x + (point.x - rect.x) / rect.width * crop.width
    y = crop.y + (point.y - rect.y) / rect.height * crop.height
    column, row = (
        min(max(int(share * count), 0), count - 1) for share, count in ((x, shades.columns), (y, shades.rows))
    )
    at = 3 * (row * shades.columns + column)
    return tuple(toned(picture, Color(*each[at : at + 3])) for each in (shades.darkest, shades.lightest))


def toned(picture: Picture, color: Color) -> Color:
    """A colour of a picture's file as the picture shows it."""
    return duotone(color, *picture.tones) if picture.tones else color


def least_contrast(ink: Color, grounds: Sequence[Color]) -> float:
    """The least that a text has on any colour from the darkest to the lightest of the grounds: 1 where it is one."""
    over = [ink.over(ground) for ground in grounds] if ink.alpha < 1 else [ink] * len(grounds)
    dark, light = min(ground.luminance for ground in grounds), max(ground.luminance for ground in grounds)
    if len(grounds) > 1 and all(dark <= each.luminance <= light for each in over):
        return 1.0
    return min(each.contrast(ground) for each, ground in zip(over, grounds, strict=True))


def color_at(paint: Paint, point: Point) -> Color:
    """The colour of a paint at a point in its own coordinates."""
    if isinstance(paint, LinearGradient):
        dx, dy = paint.end.x - paint.start.x, paint.end.y - paint.start.y
        length = dx * dx + dy * dy
        along = ((point.x - paint.start.x) * dx + (point.y - paint.start.y) * dy) / length if length else 1.0
        return _between(paint.stops, along)
    if isinstance(paint, RadialGradient):
        far = hypot(point.x - paint.center.x, point.y - paint.center.y)
        return _between(paint.stops, far / paint.radius if paint.radius else 1.0)
    return paint


def _between(stops: tuple[Stop, ...], offset: float) -> Color:
    """The colour of a gradient at an offset, padded beyond its ends."""
    before = stops[0]
    for stop in stops:
        if stop.offset >= offset:
            span = stop.offset - before.offset
            share = (offset - before.offset) / span if span > 0 and offset > before.offset else float(offset > 0)
            mixed = [one + (other - one) * share for one, other in zip(before.color, stop.color, strict=True)]
            return Color(round(mixed[0]), round(mixed[1]), round(mixed[2]), mixed[3])
        before = stop
    return before.color


class _Shape:
    """The area of an outline, or of a pen's way along it; worked out when a text first lies on it."""

    def __init__(self, outline: Outline, stroke: Stroke | None = None) -> None:
        self._outline = outline
        self._stroke = stroke

    @cached_property
    def _polygons(self) -> list[curves.Polygon]:
        contours = curves.flatten(self._outline, TOLERANCE)
        pen = self._stroke
        if pen is None:
            return [contour.points for contour in contours]
        dashes = curves.dashed(contours, pen.dash) if pen.dash else contours
        return curves.stroke(dashes, pen.width, cap=pen.cap, join=pen.join, tolerance=TOLERANCE)

    def covers(self, x: float, y: float) -> bool:
        """Whether the point is inside, by the non-zero rule."""
        turns = 0
        for polygon in self._polygons:
            x0, y0 = polygon[-1]
            for x1, y1 in polygon:
                if (y0 <= y) != (y1 <= y):
                    is_left = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
                    if y1 > y0 and is_left > 0:
                        turns += 1
                    elif y1 <= y0 and is_left < 0:
                        turns -= 1
                x0, y0 = x1, y1
        return turns != 0


def _rounded(rect: Rect, radius: float) -> Covers:
    """Whether a point is in a box with round corners."""
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    radius = min(radius, rect.width / 2, rect.height / 2)

    def covers(x: float, y: float) -> bool:
        if not (left <= x <= right and top <= y <= bottom):
            return False
        dx = max(left + radius - x, x - right + radius, 0.0)
        dy = max(top + radius - y, y - bottom + radius, 0.0)
        return not (dx and dy) or hypot(dx, dy) <= radius

    return covers


def _in_clip(clip: Rect | _Shape, point: Point) -> bool:
    if isinstance(clip, Rect):
        return clip.x <= point.x <= clip.right and clip.y <= point.y <= clip.bottom
    return clip.covers(point.x, point.y)
