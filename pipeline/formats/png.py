"""PNG: 8-bit sRGB or palette, with density and texts, compressed by libdeflate.

The chunks, in order: IHDR, sRGB, PLTE (palette pictures only), pHYs, iTXt for each text, IDAT, IEND. There is no time
in them, and libdeflate's output depends on its version and level alone, so the same pixels give the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from zlib import crc32

import deflate

from pipeline.paint import Raster

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PERCEPTUAL = b"\0"
_PX_PER_METRE = 96 / 0.0254  # at scale 1 a layout px is a CSS px, 1/96 inch (CSS Values and Units 4, 6.2)
_TRUECOLOR, _INDEXED = 2, 3

_LEVEL_RGB = 1
_LEVEL_INDEXED = 6


def encode(
    raster: Raster,
    *,
    title: str,
    alt: str,
    software: str,
    extra: tuple[tuple[str, str], ...] = (),
    scale: float = 1,
) -> bytes:
    """The bytes of a PNG file; `scale` is device px for each layout px, `extra` further texts by keyword."""
    texts = (("Title", title), ("Description", alt), ("Software", software), *extra)
    return _SIGNATURE + b"".join(_chunk(name, data) for name, data in _chunks(raster, texts, scale))


def _chunks(raster: Raster, texts: tuple[tuple[str, str], ...], scale: float) -> Iterator[tuple[bytes, bytes]]:
    color_type = _TRUECOLOR if raster.palette is None else _INDEXED
    yield b"IHDR", struct.pack(">IIBBBBB", raster.width, raster.height, 8, color_type, 0, 0, 0)
    yield b"sRGB", _PERCEPTUAL
    if raster.palette is not None:
        yield b"PLTE", raster.palette
    density = round(_PX_PER_METRE * scale)
    yield b"pHYs", struct.pack(">IIB", density, density, 1)
    for keyword, text in texts:
        if text:
            yield b"iTXt", _text(keyword, text)
    level = _LEVEL_RGB if raster.palette is None else _LEVEL_INDEXED
    yield b"IDAT", bytes(deflate.zlib_compress(raster.scanlines, level))
    yield b"IEND", b""


def _text(keyword: str, text: str) -> bytes:
    """Keyword (Latin-1, 1 to 79 bytes), not compressed, no language, no translated keyword, UTF-8 text."""
    return keyword.encode("latin-1") + b"\0\0\0\0\0" + text.replace("\0", "").encode()


def _chunk(name: bytes, data: bytes) -> bytes:
    return b"".join((struct.pack(">I", len(data)), name, data, struct.pack(">I", crc32(data, crc32(name)))))
