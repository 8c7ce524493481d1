"""Shapes as coverage: boxes, outlines and strokes become 8-bit masks no larger than what they touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from math import ceil, floor
from typing import NamedTuple

import aggdraw
from PIL import Image, ImageChops

from pipeline import curves
from pipeline.geometry import IDENTITY, Affine, Rect
from pipeline.scene import Outline, Stroke

TOLERANCE = 0.04  # device px that straight pieces may stray from their curve: 10 of 255 levels on its edge
_LARGE = 48  # device px: a box whose shorter side is no shorter is worth being painted in parts
_INSCRIBED = 0.3  # of a corner's radius: as far in from both sides, 1 - sqrt(1/2), a point lies on the arc
_SMALL = 1 << 14  # device px: masks of boxes that have no more are kept
_TILE = 128  # device px, each side
_SUBPIXELS = 256  # the rasteriser's own resolution
WHOLE_PIXEL = 1 / 512  # half of that resolution

_NO_PEN = aggdraw.Pen("white", 0, 0)  # without a pen aggdraw widens what it fills by a quarter of a pixel
_BRUSH = aggdraw.Brush("white")


class Bounds(NamedTuple):
    """A box of whole device pixels; right and bottom are the first column and row outside it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> tuple[int, int]:
        return self.right - self.left, self.bottom - self.top

    def intersection(self, other: Bounds) -> Bounds | None:
        """What both cover, or None where they do not overlap."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Bounds(left, top, right, bottom) if left < right and top < bottom else None

    def inner(self, box: tuple[int, int, int, int]) -> Bounds:
        """A part of this box, seen from its left top, as one of the page."""
        return Bounds(self.left + box[0], self.top + box[1], self.left + box[2], self.top + box[3])

    def around(self, hole: Bounds) -> Iterator[Bounds]:
        """The up to four parts of this box that lie above, below, to the left and to the right of another within it."""
        parts = (
            Bounds(self.left, self.top, self.right, hole.top),
            Bounds(self.left, hole.bottom, self.right, self.bottom),
            Bounds(self.left, hole.top, hole.left, hole.bottom),
            Bounds(hole.right, hole.top, self.right, hole.bottom),
        )
        return (part for part in parts if part.left < part.right and part.top < part.bottom)

    def within(self, other: Bounds) -> tuple[int, int, int, int]:
        """This box as seen from the left top of another."""
        return self.left - other.left, self.top - other.top, self.right - other.left, self.bottom - other.top


class Coverage(NamedTuple):
    """How far a shape covers each pixel within its bounds: mode L, 0 to 255; None where it covers all of them.

    A soft shape fades over many pixels, where an edge is one pixel wide.
    """

    bounds: Bounds
    mask: Image.Image | None
    is_soft: bool = False

    def tiles(self) -> Iterator[Coverage]:
        """Parts that do not overlap, without what is empty, and without a mask where all is covered."""
        bounds, mask, is_soft = self
        if mask is None or mask.width * mask.height <= _TILE * _TILE:
            yield self
            return
        covered, uncovered = mask.im, ImageChops.invert(mask).im  # whose crops cost a third of an Image's
        for left in range(0, mask.width, _TILE):
            for top in range(0, mask.height, _TILE):
                tile = covered.crop((left, top, min(left + _TILE, mask.width), min(top + _TILE, mask.height)))
                inked = tile.getbbox()
                if inked is not None:
                    box = left + inked[0], top + inked[1], left + inked[2], top + inked[3]
                    is_whole = uncovered.crop(box).getbbox() is None
                    yield Coverage(bounds.inner(box), None if is_whole else mask.crop(box), is_soft)

    def within(self, clip: Bounds) -> Coverage | None:
        """The part inside `clip`, or None if there is none."""
        if (
            self.bounds.left >= clip.left
            and self.bounds.top >= clip.top
            and self.bounds.right <= clip.right
            and self.bounds.bottom <= clip.bottom
        ):
            return self
        bounds = self.bounds.intersection(clip)
        if bounds is None:
            return None
        mask = None if self.mask is None else self.mask.crop(bounds.within(self.bounds))
        return Coverage(bounds, mask, self.is_soft)


def touched(rect: Rect) -> Bounds:
    """The pixels that a box in device px touches."""
    return Bounds(floor(rect.x), floor(rect.y), ceil(rect.right), ceil(rect.bottom))


def box(rect: Rect, radius: float, matrix: Affine, clip: Bounds) -> Coverage | None:
    """A box, with round corners if `radius` says so; `matrix` takes it to device px."""
    if not matrix.b and not matrix.c:
        placed = matrix.bounds(rect)
        whole = _whole_pixels(placed, clip) if radius <= 0 else None
        if whole is not None:
            return Coverage(whole, None) if whole.left < whole.right and whole.top < whole.bottom else None
        if matrix.a == matrix.d > 0 and placed.width * placed.height <= _SMALL:
            return _small_box(placed, radius * matrix.a).within(clip)
    return outline(curves.rounded_rect(rect, radius), matrix, clip)


def box_parts(rect: Rect, radius: float, matrix: Affine, clip: Bounds) -> Iterator[Coverage]:
    """A box as parts that do not overlap: of a large one its inside, which needs no mask, and the rim about it."""
    hole = inside(rect, radius, matrix, clip)
    if hole is None:
        whole = box(rect, radius, matrix, clip)
        yield from () if whole is None else whole.tiles()
        return
    yield Coverage(hole, None)
    yield from _filled(_flattened(curves.rounded_rect(rect, radius), matrix), clip.around(hole))


def inside(rect: Rect, radius: float, matrix: Affine, clip: Bounds) -> Bounds | None:
    """Whole pixels within `clip` that a box covers; None where it is turned, small, or has but whole pixels."""
    if matrix.b or matrix.c:
        return None
    placed = matrix.bounds(rect)
    if min(placed.width, placed.height) < _LARGE or (radius <= 0 and _whole_pixels(placed, clip) is not None):
        return None
    inset = _INSCRIBED * min(radius * _magnification(matrix), placed.width / 2, placed.height / 2) + 1
    left, top = ceil(placed.x + inset), ceil(placed.y + inset)
    return Bounds(left, top, floor(placed.right - inset), floor(placed.bottom - inset)).intersection(clip)


def _small_box(placed: Rect, radius: float) -> Coverage:
    """A box in device px: marks and badges of one size come again and again."""
    left, top = floor(placed.x), floor(placed.y)
    edges = placed.x - left, placed.y - top, placed.right - left, placed.bottom - top
    mask = _small_mask(*(round(edge * _SUBPIXELS) for edge in edges), radius)
    return Coverage(Bounds(left, top, left + mask.width, top + mask.height), mask)


@lru_cache(maxsize=256)
def _small_mask(left: int, top: int, right: int, bottom: int, radius: float) -> Image.Image:
    """The mask of a box whose edges are given in parts of a pixel."""
    x, y, width, height = (edge / _SUBPIXELS for edge in (left, top, right - left, bottom - top))
    size = ceil(x + width), ceil(y + height)
    covered = outline(curves.rounded_rect(Rect(x, y, width, height), radius), IDENTITY, Bounds(0, 0, *size))
    mask = Image.new("L", size)
    if covered is not None and covered.mask is not None:
        mask.paste(covered.mask, covered.bounds)
    return mask


def outline(segments: Outline, matrix: Affine, clip: Bounds) -> Coverage | None:
    """The inside of an outline by the non-zero rule."""
    return polygons(_flattened(segments, matrix), clip)


def _flattened(segments: Outline, matrix: Affine) -> list[curves.Polygon]:
    """An outline's runs as polygons in device px."""
    contours = curves.flatten(segments, TOLERANCE / _magnification(matrix))
    return curves.transformed([contour.points for contour in contours], matrix)


def stroke(segments: Outline, line: Stroke, matrix: Affine, clip: Bounds) -> Coverage | None:
    """What a stroke along an outline covers."""
    tolerance = TOLERANCE / _magnification(matrix)
    contours = curves.flatten(segments, tolerance)
    if line.dash:
        contours = curves.dashed(contours, line.dash)
    pieces = curves.stroke(contours, line.width, cap=line.cap, join=line.join, tolerance=tolerance)
    return polygons(curves.transformed(pieces, matrix), clip)


def polygons(pieces: Sequence[curves.Polygon], clip: Bounds) -> Coverage | None:
    """The inside of polygons in device px, taken together by the non-zero rule."""
    return next(_filled(pieces, (clip,)), None)


def _filled(pieces: Sequence[curves.Polygon], clips: Iterable[Bounds]) -> Iterator[Coverage]:
    """The inside of polygons in device px within each clip that they touch."""
    points = list(chain.from_iterable(pieces))
    if not points:
        return
    xs, ys = zip(*points, strict=True)
    touched = Bounds(floor(min(xs)), floor(min(ys)), ceil(max(xs)), ceil(max(ys)))
    path = aggdraw.Path()
    line_to = path.lineto
    for start, *rest in pieces:
        path.moveto(*start)
        for x, y in rest:
            line_to(x, y)
        path.close()
    for bounds in filter(None, map(touched.intersection, clips)):
        draw = aggdraw.Draw("L", bounds.size, 0)
        draw.settransform((-bounds.left, -bounds.top))
        draw.path(path, _NO_PEN, _BRUSH)
        yield Coverage(bounds, Image.frombuffer("L", bounds.size, draw.tobytes(), "raw", "L", 0, 1))


def faded(mask: Image.Image, alpha: float) -> Image.Image:
    """The mask at a share of its strength."""
    return mask if alpha >= 1 else mask.point([round(level * alpha) for level in range(256)])


def _whole_pixels(rect: Rect, clip: Bounds) -> Bounds | None:
    """The box as whole pixels within the clip, or None if an edge inside the clip falls between pixels."""
    edges = (
        max(rect.x, clip.left),
        max(rect.y, clip.top),
        min(rect.right, clip.right),
        min(rect.bottom, clip.bottom),
    )
    if any(abs(edge - round(edge)) > WHOLE_PIXEL for edge in edges):
        return None
    left, top, right, bottom = map(round, edges)
    return Bounds(left, top, right, bottom)


def _magnification(matrix: Affine) -> float:
    """The most by which `matrix` lengthens anything, within a factor of 1.5: the larger of its columns."""
    return max(abs(matrix.a) + abs(matrix.b), abs(matrix.c) + abs(matrix.d), 1e-6)
