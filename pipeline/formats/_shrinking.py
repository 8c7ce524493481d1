"""Shrinking: the same pixels in fewer bytes, filtered row by row and compressed as well as oxipng can."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import oxipng

from pipeline.paint import Raster

LEVEL = 2  # of 6; 3 and 4 take three to eight times the time for another hundredth


def shrunk(raster: Raster) -> Iterator[tuple[bytes, bytes]]:
    """The PNG chunks IHDR, PLTE (palette pictures only) and IDAT of the picture, 8 bits a channel or index."""
    stride = raster.width * raster.channels + 1
    rows = memoryview(raster.scanlines)
    pixels = b"".join(rows[start + 1 : start + stride] for start in range(0, stride * raster.height, stride))
    image = oxipng.RawImage(pixels, raster.width, raster.height, color_type=_color_type(raster))
    png = image.create_optimized_png(
        level=LEVEL, bit_depth_reduction=False, color_type_reduction=False, grayscale_reduction=False
    )
    return _wanted(png)


def _color_type(raster: Raster) -> oxipng.ColorType:
    if raster.palette is None:
        return oxipng.ColorType.rgb()
    entries = [(*raster.palette[at : at + 3], 255) for at in range(0, len(raster.palette), 3)]
    return oxipng.ColorType.indexed(entries)


def _wanted(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8  # behind the signature: PNG (Third Edition), 5.2
    while at < len(png):
        length, name = struct.unpack_from(">I4s", png, at)
        if name in (b"IHDR", b"PLTE", b"IDAT"):
            yield name, png[at + 8 : at + 8 + length]
        at += 12 + length
