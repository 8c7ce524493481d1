"""PNG: 8-bit sRGB or palette, with density and texts, compressed by zlib-ng.

The chunks, in order: IHDR, sRGB, PLTE (palette pictures only), pHYs, iTXt for each text (a long description is
compressed), IDAT, IEND. There is no time in them, and the output of zlib-ng and oxipng depends on their version and
level alone, so the same pixels give the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from zlib import crc32

from pipeline.errors import AssetError, PipelineError, Problem
from pipeline.formats import NOTHING, Encoded, Label, Wish
from pipeline.formats._budget import Trials
from pipeline.formats._deflating import compressed
from pipeline.paint import Raster

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PERCEPTUAL = b"\0"
_PX_PER_METRE = 96 / 0.0254  # at scale 1 a layout px is a CSS px, 1/96 inch (CSS Values and Units 4, 6.2)
_TRUECOLOR, _INDEXED = 2, 3

SHRINKS = "pyoxipng"
INSTALL = "python -m pip install pyoxipng"
_LONG = 1024  # bytes of a text from which on compressing it saves some
_LEVEL = 4  # 3 is a twelfth faster for 8 % more bytes, 5 a fifth slower for 5 % fewer
_LEVEL_INDEXED = 3  # 4 is a quarter slower for 2 % fewer
_LEVEL_TEXT = 9


def encode(raster: Raster, label: Label, scale: float = 1, wish: Wish = NOTHING) -> Encoded:
    """The bytes of a PNG file; where it is too heavy or wished to be small, seconds are spent on fewer bytes."""
    trials = Trials("png", wish)
    if not wish.is_small:
        fast = Encoded(_file(_fast(raster), label, scale), "fast")
        if trials.fits(fast):
            return fast
    try:
        small = Encoded(_file(_small(raster), label, scale), "small")
    except ModuleNotFoundError as error:
        raise _cannot_shrink(trials, wish) from error
    if trials.fits(small):
        return small
    raise trials.failure()


def _cannot_shrink(trials: Trials, wish: Wish) -> PipelineError:
    """That a PNG is wished or has to be smaller, and what makes it so is not installed."""
    if not wish.is_small:
        return trials.failure(f"{SHRINKS} would make it smaller: {INSTALL}")
    fact = f"a small PNG needs the package {SHRINKS}, which is not installed"
    return AssetError(Problem(fact, hint=f"{INSTALL}, or remove `optimize: small`", field="optimize"))


def _fast(raster: Raster) -> Iterator[tuple[bytes, bytes]]:
    color_type, level = (_TRUECOLOR, _LEVEL) if raster.palette is None else (_INDEXED, _LEVEL_INDEXED)
    yield b"IHDR", struct.pack(">IIBBBBB", raster.width, raster.height, 8, color_type, 0, 0, 0)
    if raster.palette is not None:
        yield b"PLTE", raster.palette
    yield b"IDAT", compressed(raster.scanlines, level)


def _small(raster: Raster) -> Iterator[tuple[bytes, bytes]]:
    """With a palette where that is as good, and compressed as well as can be."""
    from pipeline.formats._palette import indexed
    from pipeline.formats._shrinking import shrunk

    return shrunk(indexed(raster) or raster)


def _file(pixels: Iterable[tuple[bytes, bytes]], label: Label, scale: float) -> bytes:
    """A whole PNG: the chunks of its pixels, IHDR first, and those that say what it is."""
    return SIGNATURE + b"".join(chunk(name, data) for name, data in _chunks(pixels, label, scale))


def _chunks(pixels: Iterable[tuple[bytes, bytes]], label: Label, scale: float) -> Iterator[tuple[bytes, bytes]]:
    header, *palette, packed = pixels
    density = round(_PX_PER_METRE * scale)
    texts = (("Title", label.title), ("Description", label.alt), ("Software", label.software), *label.extra)
    yield header
    yield b"sRGB", _PERCEPTUAL
    yield from palette
    yield b"pHYs", struct.pack(">IIB", density, density, 1)
    yield from ((b"iTXt", _text(keyword, text)) for keyword, text in texts if text)
    if label.description:
        yield b"iTXt", _description(label.description)
    yield packed
    yield b"IEND", b""


def _text(keyword: str, text: str) -> bytes:
    """Keyword (Latin-1, 1 to 79 bytes), not compressed, no language, no translated keyword, UTF-8 text."""
    return keyword.encode("latin-1") + b"\0\0\0\0\0" + text.replace("\0", "").encode()


def _description(text: str) -> bytes:
    """The description as such a text, compressed where it is long: PNG (Third Edition), 11.3.3.4."""
    plain = _text("Long Description", text)
    keyword, _, written = plain.partition(b"\0\0\0\0\0")
    if len(written) < _LONG:
        return plain
    return keyword + b"\0\1\0\0\0" + compressed(written, _LEVEL_TEXT)


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk with its length and its checksum: PNG (Third Edition), 5.3."""
    return b"".join((struct.pack(">I", len(data)), name, data, struct.pack(">I", crc32(data, crc32(name)))))
