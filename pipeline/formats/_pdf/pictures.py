"""Pictures in a document: photos as JPEG where that is lighter, others with each pixel; transparency as a mask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PIL import Image

from pipeline.formats import _pictures
from pipeline.formats._pdf import syntax
from pipeline.formats._pdf.resources import Resources
from pipeline.geometry import Rect
from pipeline.scene import Picture


def named(resources: Resources, picture: Picture, magnification: float) -> str:
    """The name of a picture; raises AssetError where its file is missing or broken."""
    key = (picture._replace(rect=picture.rect._replace(x=0, y=0), radius=0, role="", shades=None), magnification)
    return resources.named("XObject", key, lambda: image(resources, _pictures.fitted(picture, magnification)))


def glyph(resources: Resources, shown: Image.Image) -> str:
    """The name of a glyph in colours of its own."""
    return resources.named("XObject", (shown.tobytes(), shown.size), lambda: image(resources, shown))


def shown(name: str, rect: Rect, places: int) -> str:
    """The operators that stretch a named picture over a box; its own coordinates point upwards."""
    width, height, x, bottom = rect.width, -rect.height, rect.x, rect.bottom
    return f"q\n{syntax.numbers(width, 0, 0, height, x, bottom, places=places)} cm\n/{name} Do\nQ"


def image(resources: Resources, shown: Image.Image) -> Any:
    """A picture as an object, RGB or RGBA."""
    if shown.mode == "RGBA":
        alpha = shown.getchannel("A")
        mask = resources.add(samples(alpha.tobytes(), shown.size, "/DeviceGray"))
        return _exact(shown.convert("RGB"), {"SMask": mask})
    photo = _pictures.photo(shown)
    if photo is None:
        return _exact(shown, {})
    return _of_bytes(photo, shown.size, "/DeviceRGB", {"Filter": "/DCTDecode"})


def samples(levels: bytes, size: tuple[int, int], space: str, extra: Mapping[str, Any] | None = None) -> Any:
    """Pixels of eight bits for each channel as an object."""
    return _of_bytes(syntax.shared(levels), size, space, {"Filter": "/FlateDecode", **(extra or {})})


def _exact(shown: Image.Image, extra: Mapping[str, Any]) -> Any:
    columns = f"<</Predictor 15/Colors 3/Columns {shown.width}>>"
    keys = {"Filter": "/FlateDecode", "DecodeParms": columns, **extra}
    return _of_bytes(_pictures.rows(shown), shown.size, "/DeviceRGB", keys)


def _of_bytes(data: bytes, size: tuple[int, int], space: str, extra: Mapping[str, Any]) -> Any:
    import pydyf

    keys = {"Type": "/XObject", "Subtype": "/Image", "Width": size[0], "Height": size[1], "BitsPerComponent": 8}
    return pydyf.Stream([data], {**keys, "ColorSpace": space, **extra})
