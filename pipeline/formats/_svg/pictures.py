"""Pictures inside the file: cropped and fitted as the painter does, and without what a camera wrote about them."""

from __future__ import annotations

import struct
from base64 import b64encode

import deflate
from PIL import Image

from pipeline.formats._saving import saved
from pipeline.formats._svg.markup import number
from pipeline.formats.png import SIGNATURE, chunk
from pipeline.geometry import Rect
from pipeline.paint.pictures import cropped
from pipeline.scene import Picture
from pipeline.typography import Bitmap

FINE = 2  # px of a picture for each layout px: sharp on dense screens
_QUALITY = 90  # of photos
_LEVEL = 9
_RGB, _RGBA = 2, 6  # PNG (Third Edition), 11.2.1


def embedded(picture: Picture, magnification: float) -> str:
    """A picture as a data URI; raises AssetError where its file is missing or broken."""
    image = cropped(picture, FINE * magnification)
    exact = _png(image)
    if image.mode == "RGBA":
        return data_uri("png", exact)
    photo = saved(image, "jpeg", quality=_QUALITY, subsampling=0, optimize=True, progressive=True)
    return data_uri("png", exact) if len(exact) <= len(photo) else data_uri("jpeg", photo)


def glyph(bitmap: Bitmap) -> str:
    """A painted glyph as a data URI."""
    size = (bitmap.width, bitmap.height)
    return data_uri("png", _png(Image.frombytes("RGBA", size, bitmap.data, "raw", "BGRa", bitmap.stride, 1)))


def data_uri(kind: str, data: bytes) -> str:
    """A picture's bytes as an address."""
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def element(rect: Rect, address: str, places: int, more: str = "") -> str:
    """A picture that fills a box."""
    x, y, width, height = (number(value, places) for value in rect)
    box = f'x="{x}" y="{y}" width="{width}" height="{height}"'
    return f'<image {box} preserveAspectRatio="none"{more} href="{address}"/>'


def _png(image: Image.Image) -> bytes:
    """The pixels as a PNG."""
    width, height = image.size
    kind = _RGBA if image.mode == "RGBA" else _RGB
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    stride = width * len(image.mode)
    data = image.tobytes()
    rows = b"".join(b"\0" + data[at : at + stride] for at in range(0, len(data), stride))
    chunks = ((b"IHDR", header), (b"IDAT", bytes(deflate.zlib_compress(rows, _LEVEL))), (b"IEND", b""))
    return SIGNATURE + b"".join(chunk(name, content) for name, content in chunks)
