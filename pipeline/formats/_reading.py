"""Reading back: what a file of any of our formats says, and what it shows once all its pixels have been decoded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PIL import Image
from PIL.ExifTags import Base

from pipeline.formats._pdf import reading as pdf
from pipeline.formats._svg import reading as svg
from pipeline.formats._xmp import EXTENDED, TITLE, said
from pipeline.paint.opening import opened
from pipeline.sizes import MOST_PIXELS

# The keywords of a PNG's texts: PNG (Third Edition), 11.3.3.1; the long one is ours.
_TITLE, _ALT, _DESCRIPTION = "Title", "Description", "Long Description"


class Texts(NamedTuple):
    """What a file says of itself: title, alt text and description, "" where it has none."""

    title: str
    alt: str
    description: str


class Contents(NamedTuple):
    """Width and height in pixels, the texts, and whether the pixels are 8-bit sRGB without transparency."""

    width: int
    height: int
    alt: str
    description: str
    is_srgb: bool


def read(data: bytes, format_name: str) -> Contents:
    """What a file holds; raises ValueError with the first thing that is wrong with it as a file of that format."""
    if format_name == "svg":
        return _of_svg(data)
    if format_name == "pdf":
        return _of_pdf(data)
    with _opened(data, format_name) as image:
        image.load()
        is_srgb = image.mode in ("RGB", "P") and "icc_profile" not in image.info
        told = _texts(image)
        return Contents(*image.size, told.alt, told.description, is_srgb)


def texts(data: bytes, format_name: str) -> Texts:
    """What a file says of itself, its pixels unread; raises ValueError when it is no file of that format."""
    if format_name == "svg":
        return Texts(*svg.said(svg.parsed(data)))
    if format_name == "pdf":
        return Texts(*pdf.said(pdf.parsed(data)))
    with _opened(data, format_name) as image:
        return _texts(image)


def carried(data: bytes, format_name: str) -> list[dict[str, str]]:
    """The texts that an SVG or a PDF carries beside those, by keyword: of each spec that it was made of.

    Raises ValueError when it is no file of that format.
    """
    return pdf.carried(pdf.parsed(data)) if format_name == "pdf" else [svg.carried(svg.parsed(data))]


def _of_svg(data: bytes) -> Contents:
    root = svg.parsed(data)
    _, alt, description = svg.said(root)
    return Contents(*svg.size(root), alt, description, True)  # its colours are sRGB: SVG 2, 12.1


def _of_pdf(data: bytes) -> Contents:
    file = pdf.parsed(data)
    _, alt, description = pdf.said(file)
    return Contents(*pdf.size(file), alt, description, True)  # its colours are those of the device: programs take sRGB


@contextmanager
def _opened(data: bytes, format_name: str) -> Iterator[Image.Image]:
    try:
        with opened(data, (format_name.upper(),), MOST_PIXELS) as image:
            yield image
    except (OSError, SyntaxError, EOFError) as err:
        raise ValueError(f"damaged: {err}") from err


def _texts(image: Image.Image) -> Texts:
    if image.format == "PNG":
        return Texts(*(str(image.info.get(keyword, "")) for keyword in (_TITLE, _ALT, _DESCRIPTION)))
    # Exif is Latin-1 to Pillow, UTF-8 to us.
    alt = str(image.getexif().get(Base.ImageDescription, "")).encode("latin-1").decode("utf-8", "replace")
    packet = image.info.get("xmp", b"")
    return Texts(said(packet, TITLE), alt, said(packet, EXTENDED))
