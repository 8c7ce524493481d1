"""JPEG: for places that take nothing else. Progressive, with colours at full resolution (4:4:4), so that letters and
flat shapes keep their edges; density, texts and the colour space are in it.
"""

from __future__ import annotations

from pipeline.formats import NOTHING, Encoded, Label, Wish
from pipeline.formats._budget import Trials
from pipeline.formats._metadata import PX_PER_INCH, packed
from pipeline.formats._saving import saved
from pipeline.paint import Raster

GOOD, FLOOR = 90, 60  # at 60 blocks of 8 x 8 px differ by dE 2.7 at most on all kinds, below that letters are smeared
_FULL_COLOR = 0  # Pillow's number for 4:4:4


def encode(raster: Raster, label: Label, scale: float = 1, wish: Wish = NOTHING) -> Encoded:
    """The bytes of a JPEG file within the budget, as good as that allows."""
    image = raster.image()
    metadata = packed(label, scale)
    density = round(PX_PER_INCH * scale)

    def at(quality: int) -> bytes:
        how = {"quality": quality, "subsampling": _FULL_COLOR, "optimize": True, "progressive": True}
        return saved(image, "jpeg", dpi=(density, density), **how, **metadata)

    return Trials("jpeg", wish).search(at, GOOD, FLOOR)
