"""WebP: exact pixels in fewer bytes than PNG; others only where the budget asks for it.

    lossless      every pixel as it is
    palette       the colours of edges share entries; none is more than 4 of 255 off
    quality 87    lossy

Lossy WebP keeps colours at half resolution whatever its quality: on thin coloured lines that shows (dE 5 and more in
blocks of 8 x 8 px at quality 90), so it comes last even where it would be lighter.
"""

from __future__ import annotations

from pipeline.formats import NOTHING, Encoded, Label, Wish
from pipeline.formats._budget import Trials
from pipeline.formats._metadata import packed
from pipeline.formats._palette import indexed
from pipeline.formats._saving import saved
from pipeline.paint import Raster

GOOD, FLOOR = 90, 75
LOSSLESS = 100  # this quality asks for exact pixels

_METHOD = 4  # of 0 to 6; 5 and 6 take twice the time for a hundredth
_EFFORT = 80  # of 100, for exact pixels: 10 % fewer bytes than 50 for 15 % more time


def encode(raster: Raster, label: Label, scale: float = 1, wish: Wish = NOTHING) -> Encoded:
    """The bytes of a WebP file within the budget: exact, else as good as it allows."""
    metadata = packed(label, scale)

    def at(quality: int, shown: Raster = raster, lossless: bool = False) -> bytes:
        return saved(shown.image(), "webp", quality=quality, lossless=lossless, method=_METHOD, **metadata)

    trials = Trials("webp", wish)
    if wish.quality not in (None, LOSSLESS):
        return trials.search(at, GOOD, FLOOR)
    exact = Encoded(at(_EFFORT, lossless=True), "lossless")
    if trials.fits(exact):
        return exact
    if wish.quality == LOSSLESS:
        raise trials.failure()
    few_colors = indexed(raster)
    if few_colors is not None:
        near = Encoded(at(_EFFORT, few_colors, lossless=True), "palette")
        if trials.fits(near):
            return near
    return trials.search(at, GOOD, FLOOR)
