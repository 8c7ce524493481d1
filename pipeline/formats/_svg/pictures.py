"""Pictures inside the file: elements whose address is the picture itself."""

from __future__ import annotations

import struct
from base64 import b64encode

from PIL import Image

from pipeline.formats import _pictures
from pipeline.formats._numbers import number
from pipeline.formats.png import SIGNATURE, chunk
from pipeline.geometry import Rect
from pipeline.scene import Picture
from pipeline.typography import Bitmap

_RGB, _RGBA = 2, 6  # PNG (Third Edition), 11.2.1


def embedded(picture: Picture, magnification: float) -> str:
    """A picture as a data URI; raises AssetError where its file is missing or broken."""
    image = _pictures.fitted(picture, magnification)
    photo = _pictures.photo(image)
    return data_uri("jpeg", photo) if photo else data_uri("png", _png(image))


def glyph(bitmap: Bitmap) -> str:
    """A painted glyph as a data URI."""
    return data_uri("png", _png(_pictures.glyph(bitmap)))


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
    kind = _RGBA if image.mode == "RGBA" else _RGB
    header = struct.pack(">IIBBBBB", *image.size, 8, kind, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", _pictures.rows(image)), (b"IEND", b""))
    return SIGNATURE + b"".join(chunk(name, content) for name, content in chunks)
