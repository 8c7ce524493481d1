"""What a picture says of itself, in the two ways that JPEG, WebP and AVIF carry it: XMP and Exif."""

from __future__ import annotations

from typing import Any

from PIL import Image
from PIL.ExifTags import IFD, Base
from PIL.TiffImagePlugin import IFDRational

from pipeline.formats import Label
from pipeline.formats._xmp import packet

PX_PER_INCH = 96  # at scale 1 a layout px is a CSS px, 1/96 inch (CSS Values and Units 4, 6.2)

_INCH = 2  # ResolutionUnit: Exif 3.0, 4.6.5.1
_SRGB = 1  # ColorSpace: Exif 3.0, 4.6.6.2


def packed(label: Label, scale: float) -> dict[str, Any]:
    """What Pillow is to write into a file beside the pixels; `extra` texts have no place there."""
    return {"exif": _exif(label, scale), "xmp": packet(label)}


def _exif(label: Label, scale: float) -> bytes:
    """Exif with the alt text as the picture's description, its density and its colour space.

    The texts are UTF-8, as the Metadata Working Group's guidelines 2.0 ask for where Exif says ASCII.
    """
    tags = Image.Exif()
    if label.alt:
        tags[Base.ImageDescription] = _utf8(label.alt)
    tags[Base.Software] = _utf8(label.software)
    tags[Base.XResolution] = tags[Base.YResolution] = IFDRational(round(PX_PER_INCH * scale))
    tags[Base.ResolutionUnit] = _INCH
    tags.get_ifd(IFD.Exif)[Base.ColorSpace] = _SRGB
    return tags.tobytes()


def _utf8(text: str) -> bytes:
    return text.replace("\0", "").encode("utf-8", "replace")
