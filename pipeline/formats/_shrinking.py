"""Shrinking: the same pixels in fewer bytes, filtered row by row and compressed as well as oxipng can.

oxipng works on threads that a fork does not bring along: what is forked from a process that has used it would wait for
them for ever. There the work is done in a fresh process.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator

import oxipng

from pipeline.paint import Raster

LEVEL = 2  # of 6; 3 and 4 take three to eight times the time for another hundredth
_HEAD = struct.Struct(">III")  # width, height and the bytes of the palette

_user = 0  # the process whose threads these are


def shrunk(raster: Raster) -> Iterator[tuple[bytes, bytes]]:
    """The PNG chunks IHDR, PLTE (palette pictures only) and IDAT of the picture, 8 bits a channel or index."""
    global _user
    stride = raster.width * raster.channels + 1
    rows = memoryview(raster.scanlines)
    pixels = b"".join(rows[start + 1 : start + stride] for start in range(0, stride * raster.height, stride))
    palette = raster.palette or b""
    if _user not in (0, os.getpid()):
        return _wanted(_optimized_elsewhere(pixels, raster.width, raster.height, palette))
    _user = os.getpid()
    return _wanted(_optimized(pixels, raster.width, raster.height, palette))


def _optimized(pixels: bytes, width: int, height: int, palette: bytes) -> bytes:
    image = oxipng.RawImage(pixels, width, height, color_type=_color_type(palette))
    return image.create_optimized_png(
        level=LEVEL, bit_depth_reduction=False, color_type_reduction=False, grayscale_reduction=False
    )


def _color_type(palette: bytes) -> oxipng.ColorType:
    if not palette:
        return oxipng.ColorType.rgb()
    return oxipng.ColorType.indexed([(*palette[at : at + 3], 255) for at in range(0, len(palette), 3)])


def _optimized_elsewhere(pixels: bytes, width: int, height: int, palette: bytes) -> bytes:
    import subprocess

    home = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-c", f"from {__name__} import work; work()"]
    head = _HEAD.pack(width, height, len(palette))
    done = subprocess.run(
        command,
        input=head + palette + pixels,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
        check=True,
    )
    return done.stdout


def work() -> None:
    """What the fresh process does: a picture comes in, its PNG goes out."""
    width, height, count = _HEAD.unpack(sys.stdin.buffer.read(_HEAD.size))
    palette = sys.stdin.buffer.read(count)
    sys.stdout.buffer.write(_optimized(sys.stdin.buffer.read(), width, height, palette))


def _wanted(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8  # behind the signature: PNG (Third Edition), 5.2
    while at < len(png):
        length, name = struct.unpack_from(">I4s", png, at)
        if name in (b"IHDR", b"PLTE", b"IDAT"):
            yield name, png[at + 8 : at + 8 + length]
        at += 12 + length
