"""Gradients over a backdrop: blended in fixed point, dithered, and only then rounded to 8 bits.

The dark glow of a card changes by 30 levels over 600 px: plain rounding would show each level as a band. So every
value gets a threshold of less than one level added that depends on its place in a pattern, and is cut off. The pattern
has 2 x 2 pixels: quarters of a level are too fine to be seen, and what repeats often takes few bytes in a file.

    across or down   the colour of each column or row is blended with whatever lies below
    faint and round  see `glows`: any colours over one, and one over anything
    over one colour  position and threshold together look up the finished pixel in a table
    otherwise        positions look up the gradient's colour and alpha, which are blended with what lies below
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import Any, TypeAlias, cast

from PIL import Image, ImageChops, ImageMath

from pipeline.geometry import Affine
from pipeline.paint import fields, glows
from pipeline.paint.fields import LEVELS, RANKS, Field
from pipeline.scene import LinearGradient, RadialGradient, Stop

Gradient: TypeAlias = LinearGradient | RadialGradient
Rgba: TypeAlias = tuple[float, float, float, float]

_PATTERN = ((8, 40), (56, 24))  # ranks of 64 (Bayer 1973); one of 8 x 8 makes a card with a glow a third heavier
_BAND_PIXELS = 1 << 21  # worked on at once: a page of 8192 x 8192 px would otherwise take gigabytes
_COLOR_BITS, _ALPHA_BITS = 8, 14  # of fraction: with 8 bits before the point they fit 31
_VALUE_BITS = _COLOR_BITS + _ALPHA_BITS
_OPAQUE = 1 << _ALPHA_BITS
_FINE = 1 << 32  # parts of a value in which a line of them goes on
_SAMPLE = 64  # px a side by which it is told how far a gradient is from what lies below
_FAINT_TRAVEL = 64  # of 255 levels: a gradient that changes no more is worked out in steps of a level's fraction


def over(backdrop: Image.Image, gradient: Gradient, matrix: Affine, left: int, top: int) -> Image.Image:
    """The piece of a page whose left top pixel is (left, top), with the gradient laid over it.

    `matrix` takes the gradient's points to device px.
    """
    width, height = backdrop.size
    rows = max(8, _BAND_PIXELS // width)
    if height <= rows:
        return _band_over(backdrop, gradient, matrix, left, top)
    result = Image.new("RGB", backdrop.size)
    for y in range(0, height, rows):
        band = backdrop.crop((0, y, width, min(y + rows, height)))
        result.paste(_band_over(band, gradient, matrix, left, top + y), (0, y))
    return result


def _band_over(backdrop: Image.Image, gradient: Gradient, matrix: Affine, left: int, top: int) -> Image.Image:
    to_local = matrix.inverse @ Affine.translate(left + 0.5, top + 0.5)  # pixels are looked at in their centres
    if isinstance(gradient, LinearGradient):
        field = fields.linear(gradient, to_local, backdrop.size)
    else:
        field = fields.radial(gradient, to_local, backdrop.size)
    if field.is_down or field.is_across:
        at, along = (field.columns[0], field.rows) if field.is_down else (field.rows[0], field.columns)
        lines = _lines(gradient.stops, at + along[0], along[1] - along[0] if len(along) > 1 else 0, len(along))
        return _in_lines(backdrop, lines, (1, len(along)) if field.is_down else (len(along), 1), left, top)
    return _looked_up(backdrop, field, gradient.stops, left, top)


def color_at(stops: Sequence[Stop], position: float) -> Rgba:
    """Red, green, blue (0 to 255) and alpha (0 to 1) at a position, each mixed by itself, as SVG has it."""
    before = stops[0]
    if position <= before.offset:
        return before.color
    for stop in stops:
        if stop.offset > position:
            share = (position - before.offset) / (stop.offset - before.offset)
            (r, g, b, a), (r1, g1, b1, a1) = before.color, stop.color
            return r + (r1 - r) * share, g + (g1 - g) * share, b + (b1 - b) * share, a + (a1 - a) * share
        before = stop
    return before.color


def _lines(stops: Sequence[Stop], first: float, step: float, count: int) -> tuple[list[int], ...]:
    """Alpha, and each channel times alpha, at `count` positions that are `step` apart, as `_blended` takes them."""
    alphas = _line(stops, 3, _OPAQUE, first, step, count)
    inks = (_line(stops, channel, 1 << _COLOR_BITS, first, step, count) for channel in range(3))
    return alphas, *([value * alpha for value, alpha in zip(ink, alphas, strict=True)] for ink in inks)


def _line(stops: Sequence[Stop], channel: int, scale: int, first: float, step: float, count: int) -> list[int]:
    """A channel times `scale` at positions in a line: whole steps from stop to stop, not a colour for each position."""
    if step < 0:
        return _line(stops, channel, scale, first + step * (count - 1), -step, count)[::-1]
    if step == 0:
        return [round(color_at(stops, first)[channel] * scale)] * count
    starts = [min(max(ceil((stop.offset - first) / step), 0), count) for stop in stops]
    values = [round(stops[0].color[channel] * scale)] * starts[0]
    for (before, start), (after, end) in pairwise(zip(stops, starts, strict=True)):
        if start < end:
            slope = (after.color[channel] - before.color[channel]) / (after.offset - before.offset)
            value = before.color[channel] + slope * (first + start * step - before.offset)
            values += _evenly(value * scale, slope * step * scale, end - start)
    return values + [round(stops[-1].color[channel] * scale)] * (count - starts[-1])


def _evenly(first: float, step: float, count: int) -> list[int]:
    """So many numbers, `step` apart, each rounded."""
    whole, more = round((first + 0.5) * _FINE), round(step * _FINE)
    return [at // _FINE for at in range(whole, whole + more * count, more)] if more else [whole // _FINE] * count


def _in_lines(
    backdrop: Image.Image, lines: Sequence[Sequence[int]], size: tuple[int, int], left: int, top: int
) -> Image.Image:
    """Over anything, a gradient that is even along its rows or its columns; alone or on one colour it repeats."""
    width, height = backdrop.size
    across, down = (2, height) if size[0] == 1 else (width, 2)
    if (across < width or down < height) and (min(lines[0]) == _OPAQUE or _is_even(backdrop)):
        return fields.tiled(_in_lines(backdrop.crop((0, 0, across, down)), lines, size, left, top), backdrop.size)
    alpha, *ink = (fields.line(values, size).resize(backdrop.size, Image.Resampling.NEAREST) for values in lines)
    return _blended(backdrop, alpha, ink, left, top)


def _is_even(backdrop: Image.Image) -> bool:
    """Whether all pixels have one colour."""
    return all(low == high for low, high in _extrema(backdrop))


def _looked_up(backdrop: Image.Image, field: Field, stops: Sequence[Stop], left: int, top: int) -> Image.Image:
    """Over anything, by the position of each pixel."""
    extrema = _extrema(backdrop)
    below = [low for low, _ in extrema]
    is_faint = field.is_round and _travel(stops, below) <= _FAINT_TRAVEL
    if all(low == high for low, high in extrema):
        result = _over_even(backdrop.size, below, field, stops, left, top, is_faint)
    elif len({stop.color[:3] for stop in stops}) == 1:
        result = _veiled(backdrop, extrema, field, stops, left, top, is_faint)
    else:
        result = _over_uneven(backdrop, field, stops, left, top)
    inner = field.inner()
    if inner is not None:
        box, middle = inner
        result.paste(_looked_up(backdrop.crop(box), middle, stops, left + box[0], top + box[1]), box)
    return result


def _extrema(backdrop: Image.Image) -> tuple[tuple[int, int], ...]:
    """The least and the most of each channel: of one colour exactly, of many as a sample has them."""
    sample = backdrop.resize((min(backdrop.width, _SAMPLE), min(backdrop.height, _SAMPLE)), Image.Resampling.NEAREST)
    found = cast(tuple[tuple[int, int], ...], sample.getextrema())
    if any(low < high for low, high in found):
        return found
    even = Image.new("RGB", backdrop.size, tuple(low for low, _ in found))
    is_even = ImageChops.subtract_modulo(backdrop, even).getbbox() is None  # a fifth of what the extrema take
    return found if is_even else cast(Any, backdrop.getextrema())


def _over_uneven(backdrop: Image.Image, field: Field, stops: Sequence[Stop], left: int, top: int) -> Image.Image:
    index = fields.index(field)
    colors = _colors(field, stops)
    alpha = _table(index, [round(color[3] * _OPAQUE) for color in colors])
    own = [_table(index, [round(color[channel] * (1 << _COLOR_BITS)) for color in colors]) for channel in range(3)]
    ink = [ImageMath.lambda_eval(lambda of: of["own"] * of["alpha"], own=one, alpha=alpha) for one in own]
    return _blended(backdrop, alpha, ink, left, top)


def _over_even(
    size: tuple[int, int],
    below: Sequence[int],
    field: Field,
    stops: Sequence[Stop],
    left: int,
    top: int,
    is_faint: bool,
) -> Image.Image:
    """Over one colour."""
    if is_faint:
        return glows.lit(field, _colors(field, stops, glows.LEVELS), below, _ranks(left, top))
    colors = _colors(field, stops)
    tables = [_finished(colors, channel, below[channel]) for channel in range(3)]
    return Image.merge("RGB", _dithered(field, size, left, top, tables))


def _veiled(
    backdrop: Image.Image,
    extrema: Sequence[tuple[int, int]],
    field: Field,
    stops: Sequence[Stop],
    left: int,
    top: int,
    is_faint: bool,
) -> Image.Image:
    """Over anything, one colour whose alpha changes: it is pasted through a mask that is dithered.

    The mask goes up and down by as much as moves the busiest channel by one level.
    """
    ink = stops[0].color[:3]
    contrast = max(abs(own - end) for own, ends in zip(ink, extrema, strict=True) for end in ends)
    swing = min(255 / max(contrast, 1), RANKS)
    if is_faint and max(stop.color.alpha for stop in stops) * 255 + swing / 2 < 254:
        mask = glows.veil(field, [color[3] for color in _colors(field, stops, glows.LEVELS)], swing, _ranks(left, top))
    else:
        table = b"".join(_mask_values(color[3], swing) for color in _colors(field, stops))
        (mask,) = _dithered(field, backdrop.size, left, top, [table])
    result = backdrop.copy()
    result.paste(Image.new("RGB", backdrop.size, ink), (0, 0), mask)  # through a mask, faster than a colour is
    return result


def _mask_values(alpha: float, swing: float) -> bytes:
    """A mask's value for each threshold, spread over `swing` about the one for `alpha`; nothing stays nothing."""
    if not alpha:
        return bytes(RANKS)
    lowest = alpha * 255 + 0.5 - swing / 2
    values = bytearray()
    for value in range(int(lowest), int(lowest + swing) + 1):
        until = ceil((value + 1 - lowest) / swing * RANKS - 0.5)  # the first rank that lifts the mask to the next value
        values += bytes((min(max(value, 0), 255),)) * (min(until, RANKS) - len(values))
    return bytes(values)


def _colors(field: Field, stops: Sequence[Stop], levels: int = LEVELS) -> list[Rgba]:
    """The colour of each of so many levels."""
    return [color_at(stops, field.position(level / (levels - 1))) for level in range(levels)]


def _dithered(field: Field, size: tuple[int, int], left: int, top: int, tables: Sequence[bytes]) -> list[Image.Image]:
    """Mode L, for each table: what it says of the level and the threshold of each pixel."""
    index = Image.new("I", size)
    ranks = _thresholds((size[0], fields.band_rows(size[0])), left, top)  # bands begin where the pattern does
    for y, band in fields.bands(field, ranks):
        index.paste(band, (0, y))
    return [_look_up(index, table) for table in tables]


def _travel(stops: Sequence[Stop], below: Sequence[int]) -> float:
    """How many of 255 levels the busiest channel goes up and down from the first stop to the last."""
    seen = [
        [value + (channel - value) * stop.color.alpha for channel, value in zip(stop.color, below, strict=False)]
        for stop in stops
    ]
    return sum(max(abs(a - b) for a, b in zip(one, other, strict=True)) for one, other in pairwise(seen))


def _finished(colors: Sequence[Rgba], channel: int, below: int) -> bytes:
    """For each level and each threshold what is seen when the gradient lies over the even value `below`."""
    runs = [bytes((value,)) * RANKS for value in (*range(256), 255)]
    parts: list[bytes] = []
    for color in colors:
        value = below + (color[channel] - below) * color[3]
        whole = int(value)
        raised = round((value - whole) * RANKS)  # of the 64 thresholds so many lift the value to the next level
        parts += (runs[whole][raised:], runs[whole + 1][:raised])
    return b"".join(parts)


def _look_up(index: Image.Image, table: bytes) -> Image.Image:
    """Mode L: for each pixel the entry of a table of 65,536."""
    result = Image.new("L", index.size)
    result.im = index.im.point(table, "L")  # Image.point would round every entry in Python, 7 ms a table
    return result


def _table(index: Image.Image, values: Sequence[int]) -> Image.Image:
    """Mode I: for each pixel the value (up to 16 bits) of its level; a table gives 8 bits, so two are looked up."""
    if min(values) == max(values):
        return Image.new("I", index.size, values[0])
    high, low = (
        _look_up(index, b"".join(bytes((value >> shift & 255,)) * RANKS for value in values)) for shift in (8, 0)
    )
    return cast(Image.Image, ImageMath.lambda_eval(lambda of: (of["high"] << 8) | of["low"], high=high, low=low))


def _blended(backdrop: Image.Image, alpha: Image.Image, ink: Sequence[Image.Image], left: int, top: int) -> Image.Image:
    """Alpha has 14 bits of fraction, ink (colour times alpha) 22; what lies below shows through the rest."""
    thresholds = _thresholds(backdrop.size, left, top, _VALUE_BITS)
    through = ImageMath.lambda_eval(lambda of: (_OPAQUE - of["alpha"]) << _COLOR_BITS, alpha=alpha)
    channels = [
        ImageMath.lambda_eval(
            lambda of: of["convert"]((of["below"] * of["through"] + of["ink"] + of["thresholds"]) >> _VALUE_BITS, "L"),
            below=below,
            through=through,
            ink=one,
            thresholds=thresholds,
        )
        for below, one in zip(backdrop.split(), ink, strict=True)
    ]
    return Image.merge("RGB", channels)


def _ranks(left: int, top: int) -> list[int]:
    """The pattern's ranks, of 64, of the 2 x 2 pixels from (left, top) on.

    The pattern is tied to the page, so that pieces painted one by one fit together.
    """
    return [_PATTERN[(top + y) % 2][(left + x) % 2] for y in range(2) for x in range(2)]


def _thresholds(size: tuple[int, int], left: int, top: int, bits: int = 6) -> Image.Image:
    """Mode I: the rank of each pixel of a piece at (left, top), as a share of 1 << bits."""
    return fields.tiled(fields.line([rank << bits - 6 for rank in _ranks(left, top)], (2, 2)), size)
