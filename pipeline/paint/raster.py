"""Raster: finished pixels, laid out the way a PNG wants them."""

from __future__ import annotations

from typing import NamedTuple

from PIL import Image


class Raster(NamedTuple):
    """Finished pixels: 8-bit sRGB, opaque.

    `scanlines` holds `height` rows from the top; each is one zero byte (a PNG's filter "none") and then `width`
    pixels: 3 bytes R, G, B each, or 1 byte each, an index into `palette` (RGB triples), where there is one.
    """

    width: int
    height: int
    palette: bytes | None
    scanlines: bytes | bytearray | memoryview

    @property
    def channels(self) -> int:
        """Bytes a pixel in `scanlines`."""
        return 3 if self.palette is None else 1

    def image(self) -> Image.Image:
        """The pixels as a Pillow image in mode RGB."""
        stride = self.width * self.channels + 1
        pixels = bytes(self.scanlines)[1:] + b"\0"  # each row is then followed by its padding byte
        mode = "RGB" if self.palette is None else "P"
        image = Image.frombytes(mode, (self.width, self.height), pixels, "raw", mode, stride, 1)
        if self.palette is not None:
            image.putpalette(self.palette)
        return image.convert("RGB")
