"""Reading back: what a file of any of our formats shows and says, once all its pixels have been decoded."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import NamedTuple

from PIL import Image, UnidentifiedImageError
from PIL.ExifTags import Base

_DESCRIPTION = "Description"  # the keyword of a PNG's alt text: PNG (Third Edition), 11.3.3.1


class Contents(NamedTuple):
    """Width and height in pixels, the alt text, and whether the pixels are 8-bit sRGB without transparency."""

    width: int
    height: int
    alt: str
    is_srgb: bool


def read(data: bytes, format_name: str) -> Contents:
    """What a file holds; raises ValueError with the first thing that is wrong with it as a file of that format."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large pictures; ours may be
            with Image.open(BytesIO(data), formats=[format_name.upper()]) as image:
                image.load()
                is_srgb = image.mode in ("RGB", "P") and "icc_profile" not in image.info
                return Contents(*image.size, _alt(image), is_srgb)
    except UnidentifiedImageError as err:
        raise ValueError(f"not a {format_name} file") from err
    except (OSError, SyntaxError, ValueError) as err:
        raise ValueError(f"damaged: {err}") from err


def _alt(image: Image.Image) -> str:
    if image.format == "PNG":
        return str(image.info.get(_DESCRIPTION, ""))
    # Exif is Latin-1 to Pillow, UTF-8 to us.
    return str(image.getexif().get(Base.ImageDescription, "")).encode("latin-1").decode("utf-8", "replace")
