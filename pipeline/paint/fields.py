"""Fields: where along its gradient each pixel lies, as an image of whole numbers.

A position is 0 at the first stop and 1 at the last. It is told apart in 1,024 levels, and the image holds level * 64,
which leaves room for a dither threshold below. Whole numbers, because every machine adds them up alike.

    linear   level = 1023 * position
    radial   level = 1023 * position squared: the squares of x and y can be added, and no root has to be drawn for
             each pixel. About the centre that is too coarse, so the middle is looked up once more, `zoom`ed.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from math import ceil, hypot, sqrt
from typing import NamedTuple, cast

from PIL import Image, ImageMath

from pipeline.geometry import Affine
from pipeline.scene import LinearGradient, RadialGradient

LEVELS = 1024
RANKS = 64  # values from level to level
INNER_ZOOM = 16

_TOP = (LEVELS - 1) * RANKS
_FAR = 1 << 29  # whatever lies farther outside is as good as here, and two of it can still be added
_ROOM = 12  # bits by which a square coordinate of a skewed field is finer than its level
_FAR_ROOT = 32000  # whose square can still be doubled in 31 bits
_CACHED_PIXELS = 1 << 17  # of 4 bytes: a few such pieces stay in the processor's cache
_STILL = 1e-6  # a change of position across the whole piece that nobody sees


class Field(NamedTuple):
    """A position for each pixel of a piece: what its column says plus what its row says.

    With `is_square` that sum is the square of the position. Where a radial gradient is skewed, x and y do not part:
    columns and rows then give one coordinate, `other` the second, and their squares add up to the square.
    """

    columns: Sequence[float]
    rows: Sequence[float]
    is_square: bool = False
    other: tuple[Sequence[float], Sequence[float]] | None = None
    zoom: int = 1

    @property
    def is_across(self) -> bool:
        """Whether all rows are alike."""
        return not self.is_square and abs(self.rows[0] - self.rows[-1]) < _STILL

    @property
    def is_down(self) -> bool:
        """Whether all columns are alike."""
        return not self.is_square and abs(self.columns[0] - self.columns[-1]) < _STILL

    @property
    def is_round(self) -> bool:
        """Whether squares of x and y add up to the square of the position."""
        return self.is_square and self.other is None

    def position(self, share: float) -> float:
        """Where along the gradient lies what has come so far from the first level to the last."""
        return sqrt(share / self.zoom) if self.is_square else share / self.zoom

    def inner(self) -> tuple[tuple[int, int, int, int], Field] | None:
        """A box about the centre within a radial position of 1/4, and its field with finer levels there."""
        if not self.is_square or self.zoom > 1:
            return None
        xs: Sequence[int]
        ys: Sequence[int]
        if self.other is None:
            xs = [x for x, value in enumerate(self.columns) if value < 0.5 / INNER_ZOOM]
            ys = [y for y, value in enumerate(self.rows) if value < 0.5 / INNER_ZOOM]
        else:
            xs, ys = self._around_center(self.other)
        if not xs or not ys:
            return None
        box = (xs[0], ys[0], xs[-1] + 1, ys[-1] + 1)
        return box, self._piece(box)._replace(zoom=INNER_ZOOM)

    def _around_center(self, other: tuple[Sequence[float], Sequence[float]]) -> tuple[range, range]:
        """Columns and rows of a square about the centre of a skewed field whose corners stay within 1/4."""
        width, height = len(self.columns), len(self.rows)
        if width < 2 or height < 2:
            return range(0), range(0)
        a, c = self.columns[1] - self.columns[0], self.rows[1] - self.rows[0]
        b, d = other[0][1] - other[0][0], other[1][1] - other[1][0]
        center = Affine(a, b, c, d, self.columns[0] + self.rows[0], other[0][0] + other[1][0]).inverse.apply(0, 0)
        half = 0.25 / (hypot(a, b) + hypot(c, d))
        left, top = max(0, ceil(center.x - half)), max(0, ceil(center.y - half))
        return range(left, min(width, int(center.x + half))), range(top, min(height, int(center.y + half)))

    def _piece(self, box: tuple[int, int, int, int]) -> Field:
        left, top, right, bottom = box
        columns, rows = self.columns[left:right], self.rows[top:bottom]
        other = self.other and (self.other[0][left:right], self.other[1][top:bottom])
        return self._replace(columns=columns, rows=rows, other=other)


def linear(gradient: LinearGradient, to_local: Affine, size: tuple[int, int]) -> Field:
    """The field of a linear gradient; `to_local` takes pixel numbers to the gradient's coordinates."""
    (x0, y0), (x1, y1) = gradient.start, gradient.end
    dx, dy = x1 - x0, y1 - y0
    square = dx * dx + dy * dy
    if square == 0:
        return Field([1.0] * size[0], [0.0] * size[1])  # SVG 2, 14.2.2: all of it is the last stop's colour
    a, b, c, d, e, f = to_local
    across, down = (a * dx + b * dy) / square, (c * dx + d * dy) / square
    first = ((e - x0) * dx + (f - y0) * dy) / square
    return Field([first + across * x for x in range(size[0])], [down * y for y in range(size[1])])


def radial(gradient: RadialGradient, to_local: Affine, size: tuple[int, int]) -> Field:
    """The field of a radial gradient; `to_local` takes pixel numbers to the gradient's coordinates."""
    radius = max(gradient.radius, 1e-6)
    to_unit = Affine.scale(1 / radius) @ Affine.translate(-gradient.center.x, -gradient.center.y) @ to_local
    a, b, c, d, e, f = to_unit
    columns, rows = range(size[0]), range(size[1])
    if abs(b) + abs(c) < 1e-12:
        return Field([(a * x + e) ** 2 for x in columns], [(d * y + f) ** 2 for y in rows], is_square=True)
    if abs(a) + abs(d) < 1e-12:
        return Field([(b * x + f) ** 2 for x in columns], [(c * y + e) ** 2 for y in rows], is_square=True)
    other = ([b * x + f for x in columns], [d * y for y in rows])
    return Field([a * x + e for x in columns], [c * y for y in rows], is_square=True, other=other)


def index(field: Field) -> Image.Image:
    """Mode I: the level of each pixel's position times 64, 0 to 65,472."""
    result = Image.new("I", (len(field.columns), len(field.rows)))
    for top, band in bands(field):
        result.paste(band, (0, top))
    return result


def bands(field: Field, ranks: Image.Image | None = None) -> Iterator[tuple[int, Image.Image]]:
    """The index of some rows at a time, a multiple of 8, and where they begin: fresh memory costs more than sums.

    `ranks`, mode I, of as many columns and `band_rows`, are added to each.
    """
    width, height = len(field.columns), len(field.rows)
    count = band_rows(width)
    if field.other is None:
        across, down = _whole(field.columns, _TOP * field.zoom, RANKS), _whole(field.rows, _TOP * field.zoom, RANKS)
        indices = (_clamped(one, 0, _TOP) for one in _sums(across, down, count))
    else:
        scale = sqrt((_TOP << _ROOM) * field.zoom)
        us = _sums(_whole(field.columns, scale), _whole(field.rows, scale), count)
        vs = _sums(_whole(field.other[0], scale), _whole(field.other[1], scale), count)
        indices = (_hypotenuse(one, other) for one, other in zip(us, vs, strict=True))
    for top, one in zip(range(0, height, count), indices, strict=True):
        yield top, one if ranks is None else ImageMath.lambda_eval(lambda of: of["i"] | of["r"], i=one, r=ranks)


def band_rows(width: int) -> int:
    """How many rows of that width are worked on at once."""
    return max(8, _CACHED_PIXELS // width // 8 * 8)


def _hypotenuse(one: Image.Image, other: Image.Image) -> Image.Image:
    """The level of the sum of two squares."""
    u, v = _clamped(one, -_FAR_ROOT, _FAR_ROOT), _clamped(other, -_FAR_ROOT, _FAR_ROOT)
    square = ImageMath.lambda_eval(lambda of: (of["u"] * of["u"] + of["v"] * of["v"]) >> _ROOM, u=u, v=v)
    level = _clamped(square, 0, _TOP)
    return cast(Image.Image, ImageMath.lambda_eval(lambda of: (of["level"] + RANKS // 2) & -RANKS, level=level))


def _whole(values: Sequence[float], scale: float, unit: int = 1) -> list[int]:
    """The values times `scale`, each rounded to a multiple of `unit`."""
    return [round(min(max(value * scale, -_FAR), _FAR) / unit) * unit for value in values]


def _sums(columns: Sequence[int], rows: Sequence[int], count: int) -> Iterator[Image.Image]:
    """Mode I: what the column says plus what the row says, `count` rows at a time."""
    width = len(columns)
    x = tiled(line(columns, (width, 1)), (width, count))
    for top in range(0, len(rows), count):
        some = rows[top : top + count]
        y = line(some, (1, len(some))).resize((width, len(some)), Image.Resampling.NEAREST)
        yield ImageMath.lambda_eval(lambda of: of["x"] + of["y"], x=x, y=y)  # of the size that both cover


def _clamped(image: Image.Image, low: int, high: int) -> Image.Image:
    clamped = ImageMath.lambda_eval(lambda of: of["min"](of["max"](of["image"], low), high), image=image)
    return cast(Image.Image, clamped)


def tiled(tile: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The tile repeated to the right and down."""
    result = Image.new(tile.mode, size)
    result.paste(tile, (0, 0))
    width, height = tile.size
    while width < size[0]:  # what is there doubles at each step
        result.paste(result.crop((0, 0, min(width, size[0] - width), height)), (width, 0))
        width *= 2
    while height < size[1]:
        result.paste(result.crop((0, 0, size[0], min(height, size[1] - height))), (0, height))
        height *= 2
    return result


def line(values: Sequence[int], size: tuple[int, int]) -> Image.Image:
    """Mode I: one row or one column of whole numbers."""
    return Image.frombytes("I", size, array("i", values).tobytes())
