"""Shadows: blurred boxes as coverage. Only a small box is blurred; its straight parts are stretched to full size.

    a | m | b
    --+---+--
    m |   | m
    --+---+--
    c | m | d

The small box is just large enough for its four blurred corners; the column and the row in its middle are repeated as
often as the real box is longer.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor

from PIL import Image, ImageFilter

from pipeline import curves
from pipeline.geometry import Affine, Rect
from pipeline.paint import shapes
from pipeline.paint.shapes import Bounds, Coverage
from pipeline.scene import Shadow

_REACH = 3  # sigmas: beyond, a Gaussian leaves 0.3 %, less than a level of a shadow


def coverage(rect: Rect, radius: float, shadow: Shadow, matrix: Affine, clip: Bounds) -> Coverage | None:
    """The shadow of a box, as far as it lies within `clip`; `matrix` takes the box to device px."""
    moved = Rect(rect.x, rect.y + shadow.dy, rect.width, rect.height)
    if matrix.b == 0 and matrix.c == 0 and matrix.a == matrix.d > 0:
        scale = matrix.a
        return _upright(matrix.bounds(moved), radius * scale, shadow.sigma * scale).within(clip)
    sigma = shadow.sigma * abs(matrix.determinant) ** 0.5
    reach = ceil(_REACH * sigma) + 1
    touched = shapes.touched(matrix.bounds(moved))
    bounds = _widened(touched, reach).intersection(_widened(clip, reach))
    if bounds is None:
        return None
    inside = shapes.outline(curves.rounded_rect(moved, radius), matrix, bounds)
    if inside is None:
        return None
    mask = Image.new("L", bounds.size)
    mask.paste(inside.mask or 255, inside.bounds.within(bounds))
    return Coverage(bounds, mask.filter(ImageFilter.GaussianBlur(sigma)), is_soft=True).within(clip)


def _widened(bounds: Bounds, reach: int) -> Bounds:
    return Bounds(bounds.left - reach, bounds.top - reach, bounds.right + reach, bounds.bottom + reach)


def _upright(rect: Rect, radius: float, sigma: float) -> Coverage:
    reach = ceil(_REACH * sigma) + 1
    left, top = floor(rect.x), floor(rect.y)
    corner = reach + ceil(min(radius, rect.width / 2, rect.height / 2)) + 1
    columns = max(0, floor(rect.width) - 2 * corner)  # taken out before the blur and put back after it
    rows = max(0, floor(rect.height) - 2 * corner)
    small = Rect(rect.x - left, rect.y - top, rect.width - columns, rect.height - rows)
    mask = _blurred(small, radius, sigma, reach)
    mask = _stretched(mask, columns, rows)
    bounds = Bounds(left - reach, top - reach, left - reach + mask.width, top - reach + mask.height)
    return Coverage(bounds, mask, is_soft=True)


@lru_cache(maxsize=32)
def _blurred(rect: Rect, radius: float, sigma: float, reach: int) -> Image.Image:
    width, height = ceil(rect.right) + 2 * reach, ceil(rect.bottom) + 2 * reach
    bounds = Bounds(0, 0, width, height)
    covered = shapes.outline(curves.rounded_rect(rect, radius), Affine.translate(reach, reach), bounds)
    mask = Image.new("L", (width, height))
    if covered is not None:
        mask.paste(covered.mask or 255, covered.bounds)
    return mask.filter(ImageFilter.GaussianBlur(sigma)) if sigma > 0 else mask


def _stretched(mask: Image.Image, columns: int, rows: int) -> Image.Image:
    """The mask with so many copies of its middle column and row put in."""
    width, height = mask.size
    x, y = width // 2, height // 2
    result = Image.new("L", (width + columns, height + rows))
    for left, right, to_left, to_width in ((0, x, 0, x), (x, x + 1, x, columns), (x, width, x + columns, width - x)):
        for top, bottom, to_top, to_height in ((0, y, 0, y), (y, y + 1, y, rows), (y, height, y + rows, height - y)):
            piece = mask.crop((left, top, right, bottom))
            if to_width and to_height:
                piece = piece.resize((to_width, to_height), Image.Resampling.NEAREST)
                result.paste(piece, (to_left, to_top))
    return result
