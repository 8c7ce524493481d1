"""Pictures within a file of shapes and texts: cropped and fitted as the painter does, without what a camera wrote."""

from __future__ import annotations

import deflate
from PIL import Image

from pipeline.formats._saving import saved
from pipeline.paint.opening import opened
from pipeline.paint.pictures import cropped
from pipeline.scene import Picture
from pipeline.typography import Bitmap

FINE = 2  # px of a picture for each layout px: sharp on dense screens
_QUALITY = 90  # of photos
_LEVEL = 9


def fitted(picture: Picture, magnification: float) -> Image.Image:
    """The part of a picture that is shown, RGB or RGBA; raises AssetError where its file is missing or broken."""
    return cropped(picture, FINE * magnification)


def photo(image: Image.Image) -> bytes:
    """A picture without transparency as a JPEG."""
    return saved(image, "jpeg", quality=_QUALITY, subsampling=0, optimize=True, progressive=True)


def glyph(bitmap: Bitmap) -> Image.Image:
    """A painted glyph as a picture."""
    size = (bitmap.width, bitmap.height)
    return Image.frombytes("RGBA", size, bitmap.data, "raw", "BGRa", bitmap.stride, 1)


def rows(image: Image.Image) -> bytes:
    """The pixels as a PNG's rows, which differ from nothing, compressed: PNG (Third Edition), 9.2."""
    stride = image.width * len(image.mode)
    data = image.tobytes()
    return bytes(
        deflate.zlib_compress(b"".join(b"\0" + data[at : at + stride] for at in range(0, len(data), stride)), _LEVEL)
    )


def strike(png: bytes) -> Image.Image:
    """A bitmap glyph, the PNG of a face, as a picture."""
    return opened(png, ("PNG",)).convert("RGBA")
