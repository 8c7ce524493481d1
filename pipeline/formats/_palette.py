"""Palettes: pixels in at most 256 colours that cannot be told from the picture, by the indexed canvas's own rule.

A colour that is plain to see stays exact: shadows and gradients, of whose colours each covers many pixels, then make
more than 256 entries and stay as they are. Of the colours of edges, each seen on a few pixels, neighbours share one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TypeAlias, cast

from PIL import Image

from pipeline.paint import Raster

MOST_COLORS = 256
MOST_ERROR = 4  # of 255, in any channel: docs/decisions/0006-two-canvases.md
PLAIN_SHARE = 1 / 5000  # of the pixels; found by eye on the five kinds: fewer than that are an edge's
_MOST_UNIQUE = 1 << 15  # colours; a picture with more has gradients

Rgb: TypeAlias = tuple[int, int, int]


def indexed(raster: Raster) -> Raster | None:
    """The same picture with a palette, no channel of any pixel more than MOST_ERROR off; None if it needs more colours.

    A picture of at most 256 colours is exact.
    """
    if raster.palette is not None:
        return raster
    image = raster.image()
    counted = cast(list[tuple[int, Rgb]] | None, image.getcolors(_MOST_UNIQUE))
    if counted is None:
        return None
    entries = _entries(sorted(counted, key=lambda each: (-each[0], each[1])), image.width * image.height)
    if entries is None:
        return None
    palette = sorted(set(entries.values()))
    places = {color: place for place, color in enumerate(palette)}
    table = {_packed(color): places[entry] for color, entry in entries.items()}
    return Raster(raster.width, raster.height, b"".join(map(bytes, palette)), b"".join(_rows(image, table)))


def _entries(counted: list[tuple[int, Rgb]], pixels: int) -> dict[Rgb, Rgb] | None:
    """For each colour, the most frequent first, the entry that shows it; None if it takes more than 256."""
    if len(counted) <= MOST_COLORS:
        return {color: color for _, color in counted}
    shown: dict[Rgb, Rgb] = {}
    cells: dict[Rgb, list[Rgb]] = {}
    kept = 0
    for count, color in counted:
        near = None if count > pixels * PLAIN_SHARE else _near(color, cells)
        if near is None:
            kept += 1
            if kept > MOST_COLORS:
                return None
            cells.setdefault(_cell(color), []).append(color)
        shown[color] = near or color
    return shown


def _cell(color: Rgb) -> Rgb:
    red, green, blue = (channel // (MOST_ERROR + 1) for channel in color)
    return red, green, blue


def _near(color: Rgb, cells: dict[Rgb, list[Rgb]]) -> Rgb | None:
    """The nearest entry that is close enough, or None; entries lie in cells, each as wide as they may be off."""
    red, green, blue = _cell(color)
    steps = (-1, 0, 1)
    around = ((red + r, green + g, blue + b) for r in steps for g in steps for b in steps)
    found = [(_apart(color, entry), entry) for cell in around for entry in cells.get(cell, ())]
    apart, entry = min(found, default=(MOST_ERROR + 1, color))
    return entry if apart <= MOST_ERROR else None


def _apart(one: Rgb, other: Rgb) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _rows(image: Image.Image, table: dict[int, int]) -> Iterator[bytes]:
    """The rows of a raster: a zero byte, then an index for each pixel."""
    pixels = memoryview(image.convert("RGBA").tobytes()).cast("I")
    for start in range(0, len(pixels), image.width):
        yield bytes((0, *map(table.__getitem__, pixels[start : start + image.width])))


def _packed(color: Rgb) -> int:
    """A colour as four bytes R, G, B and 255, read as one number."""
    return int.from_bytes((*color, 255), sys.byteorder)
