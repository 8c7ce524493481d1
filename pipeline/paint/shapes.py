"""Shapes as coverage: boxes, outlines and strokes become 8-bit masks no larger than what they touch."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

import aggdraw
from PIL import Image

from pipeline import curves
from pipeline.geometry import Affine, Rect
from pipeline.records import NamedTuple
from pipeline.scene import Outline, Stroke

TOLERANCE = 0.04  # device px that straight pieces may stray from their curve: 10 of 255 levels on its edge
WHOLE_PIXEL = 1 / 512  # half of the rasteriser's own resolution, 1/256 px

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
    if radius <= 0 and matrix.b == 0 and matrix.c == 0:
        whole = _whole_pixels(matrix.bounds(rect), clip)
        if whole is not None:
            return Coverage(whole, None) if whole.left < whole.right and whole.top < whole.bottom else None
    return outline(curves.rounded_rect(rect, radius), matrix, clip)


def outline(segments: Outline, matrix: Affine, clip: Bounds) -> Coverage | None:
    """The inside of an outline by the non-zero rule."""
    contours = curves.flatten(segments, TOLERANCE / _magnification(matrix))
    return polygons(curves.transformed([contour.points for contour in contours], matrix), clip)


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
    xs = [x for piece in pieces for x, _ in piece]
    ys = [y for piece in pieces for _, y in piece]
    if not xs:
        return None
    bounds = Bounds(floor(min(xs)), floor(min(ys)), ceil(max(xs)), ceil(max(ys))).intersection(clip)
    if bounds is None:
        return None
    path = aggdraw.Path()
    left, top = bounds.left, bounds.top
    for (x, y), *rest in pieces:
        path.moveto(x - left, y - top)
        for x, y in rest:
            path.lineto(x - left, y - top)
        path.close()
    return Coverage(bounds, _filled(path, bounds.size))


def _filled(path: aggdraw.Path, size: tuple[int, int]) -> Image.Image:
    draw = aggdraw.Draw("L", size, 0)
    draw.path(path, _NO_PEN, _BRUSH)
    return Image.frombuffer("L", size, draw.tobytes(), "raw", "L", 0, 1)


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
