"""AVIF: the fewest bytes for gradients and pictures, for web pages. Colours at full resolution (4:4:4).

One thread, because the number of threads changes the bytes.
"""

from __future__ import annotations

from pipeline.formats import NOTHING, Encoded, Label, Wish
from pipeline.formats._budget import Trials
from pipeline.formats._metadata import packed
from pipeline.formats._saving import saved
from pipeline.paint import Raster

GOOD, FLOOR = 90, 65
_SPEED = 8  # of 0 to 10; 7 takes twice the time for 10 % fewer bytes, 10 half of it for 70 % more


def encode(raster: Raster, label: Label, scale: float = 1, wish: Wish = NOTHING) -> Encoded:
    """The bytes of an AVIF file within the budget, as good as that allows."""
    image = raster.image()
    metadata = packed(label, scale)

    def at(quality: int) -> bytes:
        return saved(image, "avif", quality=quality, subsampling="4:4:4", speed=_SPEED, max_threads=1, **metadata)

    return Trials("avif", wish).search(at, GOOD, FLOOR)
