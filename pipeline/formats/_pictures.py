"""Pictures within a file of shapes and texts: cropped and fitted as the painter does, without what a camera wrote."""

from __future__ import annotations

from PIL import Image

from pipeline.formats._deflating import compressed
from pipeline.formats._saving import saved
from pipeline.paint.opening import opened
from pipeline.paint.pictures import cropped
from pipeline.scene import Picture
from pipeline.typography import Bitmap

FINE = 2  # px of a picture for each layout px: sharp on dense screens
_QUALITY = 90  # of photos
_LEVEL, _QUICK = 9, 1
_SAMPLE, _FAR = 8, 3  # the share of a picture's height that is tried first, and the difference that is enough


def fitted(picture: Picture, magnification: float) -> Image.Image:
    """The part of a picture that is shown, RGB or RGBA; raises AssetError where its file is missing or broken."""
    return cropped(picture, FINE * magnification)


def photo(image: Image.Image) -> bytes | None:
    """The picture as a JPEG, where that is lighter than its exact pixels; None where it is not, or shows through."""
    if image.mode != "RGB":
        return None
    lossy = saved(image, "jpeg", quality=_QUALITY, subsampling=0, optimize=True)
    return lossy if _is_far_heavier(image, len(lossy)) or len(rows(image)) > len(lossy) else None


def glyph(bitmap: Bitmap) -> Image.Image:
    """A painted glyph as a picture."""
    size = (bitmap.width, bitmap.height)
    return Image.frombytes("RGBA", size, bitmap.data, "raw", "BGRa", bitmap.stride, 1)


def _is_far_heavier(image: Image.Image, weight_bytes: int) -> bool:
    """Whether a few of the pixels tell that all of them are heavier: to compress them all takes far longer."""
    height = image.height // _SAMPLE
    middle = image.crop((0, (image.height - height) // 2, image.width, (image.height + height) // 2))
    return height > 0 and len(rows(middle, _QUICK)) * _SAMPLE > _FAR * weight_bytes


def rows(image: Image.Image, level: int = _LEVEL) -> bytes:
    """The pixels as a PNG's rows, which differ from nothing, compressed: PNG (Third Edition), 9.2."""
    stride = image.width * len(image.mode)
    data = image.tobytes()
    lines = b"".join(b"\0" + data[at : at + stride] for at in range(0, len(data), stride))
    return compressed(lines, level)


def strike(png: bytes) -> Image.Image:
    """A bitmap glyph, the PNG of a face, as a picture."""
    return opened(png, ("PNG",)).convert("RGBA")
