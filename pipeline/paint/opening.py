"""Open a picture file: known by its first bytes, its pixels counted before one of them is decoded.

Not by `Image.open`, which warns of large pictures on stderr and imports the readers of five formats.
"""

from __future__ import annotations

import struct
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageFile  # which imports logging: nothing that a picture of shapes and texts should pay for

MOST_PIXELS = 40_000_000  # a photo of 24 million is common, of 50 million rare; as RGBA these are 160 MB

_READERS = {  # format: where its signature stands, the signature, and the class that reads it
    "PNG": (0, b"\x89PNG\r\n\x1a\n", "PngImagePlugin", "PngImageFile"),
    "JPEG": (0, b"\xff\xd8\xff", "JpegImagePlugin", "JpegImageFile"),
    "WEBP": (8, b"WEBP", "WebPImagePlugin", "WebPImageFile"),
    "AVIF": (4, b"ftyp", "AvifImagePlugin", "AvifImageFile"),
}
_CUT_SHORT = (EOFError, IndexError, struct.error)  # raised where bytes are looked for that are not there


class TooManyPixelsError(ValueError):
    """A picture that would take more memory than it is worth."""


def opened(data: bytes, formats: tuple[str, ...], most_pixels: int = MOST_PIXELS) -> ImageFile.ImageFile:
    """The picture in `data`, not yet decoded; raises ValueError for another format, and for too many pixels."""
    for name in formats:
        at, signature, module, reader = _READERS[name]
        if data.startswith(signature, at):
            break
    else:
        raise ValueError(f"not a {' or '.join(formats)} file")
    try:
        image: ImageFile.ImageFile = getattr(import_module(f"PIL.{module}"), reader)(BytesIO(data))
    except (OSError, SyntaxError, ValueError, IndexError, TypeError, EOFError, struct.error) as error:
        is_short = isinstance(error, _CUT_SHORT) or isinstance(error.__cause__, _CUT_SHORT)
        raise ValueError(f"damaged: {'it ends too early' if is_short else error}") from error
    width, height = image.size
    if width * height > most_pixels:
        fact = f"expected at most {most_pixels // 10**6} million pixels, found {width:,} x {height:,}"
        raise TooManyPixelsError(fact)
    return image
