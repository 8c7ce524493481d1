"""The canvas for flat pictures: one byte a pixel, an index into at most 256 colours chosen while painting.

An anti-aliased edge needs a ramp of colours from what lies below to the paint. Steps of nearly 8 levels cannot be told
apart there, so a ramp from paper to ink takes 29 entries instead of 229. Each entry carries the colour it stands for,
unrounded, and how far a pixel of this entry may be from what the RGB canvas would show: at most 4 of 255 in any
channel. Where edges cross edges a finer ramp gets what is left of that, and plain colours are exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple, TypeAlias, cast

from PIL import Image, ImageChops

from pipeline.color import Color
from pipeline.geometry import Affine
from pipeline.paint.raster import Raster
from pipeline.paint.shapes import Bounds, Coverage
from pipeline.scene import Paint

MOST_COLORS = 256
STEP_ERROR, FINE_STEP_ERROR = 3.95, 1.7  # half of the widest step of a ramp; fine where edges cross
SOFT_STEP_ERROR = 0.6  # of a shadow, where wide steps would show as bands
_MOST_KEPT = 64  # ramps that are checked for crossing; more would take longer than painting them finely
_MOST_ERROR = 4.49  # before our rounding, which leaves less than 5, and so at most 4
_ROUNDING = 0.5  # the RGB canvas rounds at every layer
_ALL_LEVELS = (1,) * 256
_FINEST = 255  # steps, one for each level of coverage: that ramp is exact

Rgb: TypeAlias = tuple[float, float, float]


class NeedsRgbError(Exception):
    """The picture cannot be painted with a palette of these steps."""


class _Entry(NamedTuple):
    color: Rgb
    error: float


class _Ramped(NamedTuple):
    """Where a coarse ramp was painted."""

    bounds: Bounds
    mask: Image.Image
    steps: int


class IndexedCanvas:
    """Indices that start as white and are painted over, back to front, straight into PNG scanlines.

    A coarse ramp takes the next best entry for both its ends, too: pixels that are covered a little keep the index of
    the plain colour below. That compresses best, but hides how far off those pixels are, so nothing more may be
    painted over them. With `is_fine`, ramps have entries of their own there, and less wide steps.
    """

    def __init__(self, width: int, height: int, *, is_fine: bool = False) -> None:
        self._is_fine = is_fine
        self._ramped: list[_Ramped] = []
        self._painted: list[Bounds] = []  # where the page is perhaps no longer one plain colour
        self._tables: dict[tuple[int, Color, bool], list[int]] = {}
        self.bounds = Bounds(0, 0, width, height)
        self._entries = [_Entry((255.0, 255.0, 255.0), 0.0)]
        self._index: dict[_Entry, int] = {self._entries[0]: 0}
        self._adopt(bytearray((width + 1) * height + 1))

    def _adopt(self, pixels: bytearray) -> None:
        """Show `pixels` as an image that shares their memory and skips the filter byte before each row."""
        width, height = self.bounds.size
        self._pixels = pixels
        after_filter = cast(bytearray, memoryview(pixels)[1:])
        self._image = Image.frombuffer("L", (width, height), after_filter, "raw", "L", width + 1, 1)
        self._image.readonly = 0

    def text_levels(self, paint: Paint) -> int:
        """All levels of coverage: a ramp takes steps of its own."""
        return 255

    def fill(self, coverage: Coverage, paint: Paint, matrix: Affine) -> None:
        """Lay a colour over what `coverage` covers.

        Raises NeedsRgbError for a gradient, for too many colours, and if the error would grow too large.
        """
        if not isinstance(paint, Color):
            raise NeedsRgbError
        bounds, mask, _ = coverage
        if mask is None and paint.alpha >= 1:
            self._fill_evenly(bounds, paint)
            return
        if mask is None:
            mask = Image.new("L", bounds.size, 255)
            coverage = coverage._replace(mask=mask)
        is_untouched = not any(map(bounds.intersection, self._painted))
        self._painted.append(bounds)
        if is_untouched:
            self._over_plain(0, paint, coverage)
            return
        self._check_crossings(bounds, mask)
        below = self._image.crop(bounds)
        low, high = cast(tuple[int, int], below.getextrema())
        if low == high:
            self._over_plain(low, paint, coverage)
            return
        for index, count in enumerate(below.histogram(mask)):
            if count:
                here = below.point([255 if other == index else 0 for other in range(256)])
                table = self._table(index, paint, coverage, mask.histogram(here))
                self._image.paste(mask.point(table), bounds, here)

    def _fill_evenly(self, bounds: Bounds, color: Color) -> None:
        if bounds == self.bounds:  # nothing painted so far can be seen any more
            for forgotten in (self._entries, self._index, self._ramped, self._painted, self._tables):
                forgotten.clear()
        else:
            self._painted.append(bounds)
        self._image.paste(self._entry(_Entry((color.red, color.green, color.blue), 0.0)), bounds)

    def _over_plain(self, below: int, paint: Color, coverage: Coverage) -> None:
        """Paint where all pixels have the index `below`; a table that has every level serves again."""
        mask = cast(Image.Image, coverage.mask)
        table = self._tables.get((below, paint, coverage.is_soft))
        if table is None:
            if len(self._entries) >= MOST_COLORS // 2:
                table = self._table(below, paint, coverage, mask.histogram())
                self._image.im.paste(mask.im.point(table, "L"), coverage.bounds)
                return
            entries, table = _grown(tuple(self._entries), below, paint, coverage.is_soft, self._is_fine)
            self._index |= {entry: index for index, entry in enumerate(entries)}
            self._entries = list(entries)
            self._tables[below, paint, coverage.is_soft] = table
        if self._is_coarse(below, paint, coverage.is_soft):
            self._keep_ramp(_Ramped(coverage.bounds, mask, self._steps_between(below, paint, coverage.is_soft)))
        self._image.im.paste(mask.im.point(table, "L"), coverage.bounds)

    def _check_crossings(self, bounds: Bounds, mask: Image.Image) -> None:
        """Raise NeedsRgbError if the mask touches a pixel that a coarse ramp left off by an unknown error."""
        for ramped in self._ramped:
            both = bounds.intersection(ramped.bounds)
            if both is not None:
                hidden = ramped.mask.crop(both.within(ramped.bounds)).point(_hidden(ramped.steps))
                if ImageChops.darker(hidden, mask.crop(both.within(bounds))).getbbox():
                    raise NeedsRgbError

    def _table(self, below: int, paint: Color, coverage: Coverage, histogram: Sequence[int]) -> list[int]:
        """For each level of coverage that occurs, the index of what is seen where it lies over the index `below`."""
        backdrop = self._entries[below]
        widest = _distance(backdrop, paint)
        steps = self._steps_between(below, paint, coverage.is_soft)
        table = [below] * 256
        if histogram[255]:
            table[255] = self._entry(_covered(backdrop, paint, widest))
        found: list[int | None] = [None] * (steps + 1)
        if self._is_coarse(below, paint, coverage.is_soft):
            self._keep_ramp(_Ramped(coverage.bounds, cast(Image.Image, coverage.mask), steps))
            found[0], found[-1] = below, self._entry(_covered(backdrop, paint, widest))
        for level, step in enumerate(_nearest_steps(steps)[1:255], 1):
            if histogram[level]:
                index = found[step]
                if index is None:
                    index = found[step] = self._entry(_shade(backdrop, paint, step, steps))
                table[level] = index
        return table

    def _is_coarse(self, below: int, paint: Color, is_soft: bool) -> bool:
        """Whether the ends of the ramp stand for the pixels next to them."""
        return (
            not self._is_fine
            and not is_soft
            and self._entries[below].error == 0
            and self._steps_between(below, paint, is_soft) < _FINEST
        )

    def _steps_between(self, below: int, paint: Color, is_soft: bool) -> int:
        """How many steps the ramp from an entry to a paint over it takes."""
        backdrop = self._entries[below]
        widest = _distance(backdrop, paint)
        allowance = _MOST_ERROR - backdrop.error - _rounding(paint, widest)
        return self._steps(widest, min(allowance, SOFT_STEP_ERROR) if is_soft else allowance)

    def _keep_ramp(self, ramped: _Ramped) -> None:
        if len(self._ramped) == _MOST_KEPT:
            raise NeedsRgbError
        self._ramped.append(ramped)

    def _steps(self, widest: float, allowance: float) -> int:
        """How many steps a ramp takes whose ends are `widest` apart."""
        error = min(FINE_STEP_ERROR if self._is_fine else STEP_ERROR, allowance)
        return max(1, ceil(widest / (2 * error))) if widest < 2 * error * _FINEST else _FINEST

    def _entry(self, entry: _Entry) -> int:
        index = self._index.get(entry)
        if index is None:
            index = len(self._entries)
            if index >= MOST_COLORS:
                raise NeedsRgbError
            self._entries.append(entry)
            self._index[entry] = index
        return index

    def picture(self, coverage: Coverage, pixels: Image.Image) -> None:
        """Raises NeedsRgbError: a picture has more colours than a palette."""
        raise NeedsRgbError

    def before(self, bounds: Bounds) -> Image.Image:
        """Raises NeedsRgbError: a group that is clipped or faded as one sheet mixes finished pixels."""
        raise NeedsRgbError

    def keep(self, coverage: Coverage, before: Image.Image, opacity: float) -> None:
        """Raises NeedsRgbError, as `before` does."""
        raise NeedsRgbError

    def copy(self) -> IndexedCanvas:
        """The same pixels, free to be painted on."""
        copied = IndexedCanvas.__new__(IndexedCanvas)
        copied._is_fine = self._is_fine
        copied._ramped = self._ramped.copy()
        copied._painted = self._painted.copy()
        copied._tables = self._tables.copy()
        copied.bounds = self.bounds
        copied._entries = self._entries.copy()
        copied._index = self._index.copy()
        copied._adopt(bytearray(self._pixels))
        return copied

    @property
    def nbytes(self) -> int:
        """Memory that the pixels take."""
        return len(self._pixels)

    def raster(self) -> Raster:
        """The finished pixels; they share the canvas's memory, so nothing more may be painted on it."""
        width, height = self.bounds.size
        palette = bytes(round(channel) for entry in self._entries for channel in entry.color)
        return Raster(width, height, palette, memoryview(self._pixels)[: (width + 1) * height])


@lru_cache(maxsize=256)
def _grown(
    entries: tuple[_Entry, ...], below: int, paint: Color, is_soft: bool, is_fine: bool
) -> tuple[tuple[_Entry, ...], list[int]]:
    """The entries with those of a whole ramp, and its table; a series of pictures works it out once."""
    canvas = IndexedCanvas(1, 1, is_fine=is_fine)
    canvas._entries = list(entries)
    canvas._index = {entry: index for index, entry in enumerate(entries)}
    table = canvas._table(below, paint, Coverage(canvas.bounds, None, is_soft), _ALL_LEVELS)
    return tuple(canvas._entries), table


@lru_cache(maxsize=256)
def _nearest_steps(steps: int) -> tuple[int, ...]:
    """For each level of coverage the nearest step of a ramp."""
    return tuple(round(level * steps / 255) for level in range(256))


@lru_cache(maxsize=256)
def _hidden(steps: int) -> list[int]:
    """255 for each level of coverage, of those that are neither nothing nor all, that is shown as one of the two."""
    nearest = _nearest_steps(steps)
    return [0, *(255 if nearest[level] in (0, steps) else 0 for level in range(1, 255)), 0]


def _distance(backdrop: _Entry, paint: Color) -> float:
    """How far apart the ends of a ramp are, in the channel where that is most."""
    return max(abs(own - under) for own, under in zip(paint[:3], backdrop.color, strict=True)) * paint.alpha


def _rounding(paint: Color, widest: float) -> float:
    """What the RGB canvas may be off by: it rounds the colour, and before that the coverage of a faint paint."""
    return _ROUNDING if paint.alpha >= 1 else _ROUNDING + widest / paint.alpha * _ROUNDING / 255


@lru_cache(maxsize=4096)
def _shade(backdrop: _Entry, paint: Color, step: int, steps: int) -> _Entry:
    """One step of a ramp; the same ramps come again with each picture of a theme."""
    return _mixed(backdrop, paint, step / steps, _distance(backdrop, paint), steps)


def _covered(backdrop: _Entry, paint: Color, widest: float) -> _Entry:
    """What is seen where the paint covers all."""
    if paint.alpha >= 1:
        return _Entry((paint.red, paint.green, paint.blue), 0.0)
    return _mixed(backdrop, paint, 1.0, widest, _FINEST)


def _mixed(backdrop: _Entry, paint: Color, share: float, widest: float, steps: int) -> _Entry:
    """What is seen where the paint covers about `share`; raises NeedsRgbError if that may be too far off."""
    alpha = share * paint.alpha
    through = 1 - alpha
    stepping = widest / (2 * steps) if steps < _FINEST else 0.0
    error = backdrop.error * min(1.0, through + paint.alpha / (2 * steps)) + stepping + _rounding(paint, widest)
    if error > _MOST_ERROR:
        raise NeedsRgbError
    red, green, blue = backdrop.color
    return _Entry(
        (red * through + paint.red * alpha, green * through + paint.green * alpha, blue * through + paint.blue * alpha),
        error,
    )
