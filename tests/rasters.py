"""Pictures for the tests of formats, painted small from the repository's specs; how near a file comes to them."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageChops

from pipeline import formats, load, paint, render
from pipeline.formats import Encoded, Label, Wish
from pipeline.paint import Raster
from tests.conftest import REPOSITORY

DESCRIPTION = "All of it, &lt; and > “this”.\nنص " * 40  # long enough for a PNG to compress it
LABEL = Label("A title", "What is seen – “this” & <that> 日本.", "article-visuals", description=DESCRIPTION)


@cache
def painted(spec: str, *overrides: str, size: str = "480x400") -> Raster:
    """The pixels of a spec in a size."""
    visual = load(REPOSITORY / "specs" / f"{spec}.yaml", overrides)
    return paint.paint(render(visual, size).scene)


def gradient() -> Raster:
    """A card on a gradient: thousands of colours, so that no palette holds it."""
    return painted("quote_card", "text=Every *word* counts.")


def edges() -> Raster:
    """Plain colours, but so many with their edges that the painter did without a palette."""
    return painted("chart", size="1200x630")


def encoder(name: str) -> formats.Pixels:
    """A format that is made of pixels."""
    found = formats.load(name)
    assert isinstance(found, formats.Pixels)
    return found


def encoded(name: str, raster: Raster, wish: Wish = formats.NOTHING) -> Encoded:
    """A picture in a format."""
    return encoder(name).encode(raster, LABEL, 1, wish)


def decoded(file: Encoded | bytes) -> Image.Image:
    """A file as Pillow reads it."""
    return Image.open(io.BytesIO(file if isinstance(file, bytes) else file.data))


def furthest(raster: Raster, file: Encoded | bytes) -> int:
    """How far any channel of any pixel of a file is from the picture."""
    return apart(raster.image(), decoded(file).convert("RGB"))


def apart(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of any channel of any pixel."""
    return max(highest for _, highest in ImageChops.difference(one, other).getextrema())  # type: ignore[misc]
