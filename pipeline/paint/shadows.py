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

from collections.abc import Iterator
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
        return _upright(matrix.bounds(moved), radius * scale, shadow.sigma * scale, clip)
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


def _upright(rect: Rect, radius: float, sigma: float, clip: Bounds) -> Coverage | None:
    reach = ceil(_REACH * sigma) + 1
    left, top = floor(rect.x), floor(rect.y)
    corner = reach + ceil(min(radius, rect.width / 2, rect.height / 2)) + 1
    columns = max(0, floor(rect.width) - 2 * corner)  # taken out before the blur and put back after it
    rows = max(0, floor(rect.height) - 2 * corner)
    mask = _blurred(Rect(rect.x - left, rect.y - top, rect.width - columns, rect.height - rows), radius, sigma, reach)
    width, height = mask.width + columns, mask.height + rows
    bounds = Bounds(left - reach, top - reach, left - reach + width, top - reach + height)
    seen = bounds.intersection(clip)
    return None if seen is None else Coverage(seen, _stretched(mask, columns, rows, seen.within(bounds)), is_soft=True)


@lru_cache(maxsize=32)
def _blurred(rect: Rect, radius: float, sigma: float, reach: int) -> Image.Image:
    width, height = ceil(rect.right) + 2 * reach, ceil(rect.bottom) + 2 * reach
    bounds = Bounds(0, 0, width, height)
    covered = shapes.outline(curves.rounded_rect(rect, radius), Affine.translate(reach, reach), bounds)
    mask = Image.new("L", (width, height))
    if covered is not None:
        mask.paste(covered.mask or 255, covered.bounds)
    return mask.filter(ImageFilter.GaussianBlur(sigma)) if sigma > 0 else mask


def _stretched(mask: Image.Image, columns: int, rows: int, part: tuple[int, int, int, int]) -> Image.Image:
    """A part of the mask with so many copies of its middle column and row put in."""
    left, top, right, bottom = part
    result = Image.new("L", (right - left, bottom - top))
    for x, own_right, to_x, to_right in _runs(mask.width, columns, left, right):
        for y, own_bottom, to_y, to_bottom in _runs(mask.height, rows, top, bottom):
            piece = mask.crop((x, y, own_right, own_bottom))
            size = to_right - to_x, to_bottom - to_y
            if piece.size != size:
                piece = piece.resize(size, Image.Resampling.NEAREST)
            result.paste(piece, (to_x, to_y))
    return result


def _runs(size: int, more: int, start: int, stop: int) -> Iterator[tuple[int, int, int, int]]:
    """Of one axis whose middle is repeated `more` times, what of it is seen from `start` to `stop`, and where there."""
    middle = size // 2
    runs = (
        (0, middle, 0, middle),
        (middle, middle + 1, middle, middle + more),
        (middle, size, middle + more, size + more),
    )
    for own, own_stop, to, to_stop in runs:
        first, last = max(to, start), min(to_stop, stop)
        if first < last:
            is_as_long = own_stop - own == to_stop - to
            seen = (own + first - to, own + last - to) if is_as_long else (own, own_stop)
            yield *seen, first - start, last - start
