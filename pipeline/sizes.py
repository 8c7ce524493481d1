"""The sizes of pictures: presets by name, read from sizes.yaml, or WIDTHxHEIGHT."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import NamedTuple, cast

from pipeline import source
from pipeline.errors import Problem, SpecError, nearest_first, shortened
from pipeline.geometry import Rect, Size
from pipeline.patterns import Pattern

SMALLEST, LARGEST = 320, 8192  # px a side: below, no text fits; above, no platform takes the picture
MOST_PIXELS = LARGEST**2  # of a picture, whatever its size and scale; 201 MB as RGB
CUSTOM_BUDGET_BYTES = 600_000
CUSTOM_BUDGET_PER_PX = 0.4  # bytes, as og has: a large size is for no platform that would refuse it

_FILE = os.path.join(os.path.dirname(__file__), "sizes.yaml")
_CUSTOM = Pattern(r"([0-9]{1,9})x([0-9]{1,9})", re.ASCII)


class PictureSize(NamedTuple):
    """A picture's name, its width and height in px, the bytes it should stay within, and whom it serves.

    `hidden_top` and the others are the px at an edge that a platform cuts off or puts buttons on.
    """

    name: str
    width: int
    height: int
    budget_bytes: int
    serves: str = ""
    hidden_top: int = 0
    hidden_bottom: int = 0
    hidden_left: int = 0
    hidden_right: int = 0

    @property
    def size(self) -> Size:
        """The page that layout fills."""
        return Size(self.width, self.height)

    @property
    def safe(self) -> Rect:
        """What platforms show of the page."""
        width = self.width - self.hidden_left - self.hidden_right
        return Rect(self.hidden_left, self.hidden_top, width, self.height - self.hidden_top - self.hidden_bottom)


def parse(name: str) -> PictureSize:
    """The preset called `name`, or the size written as WIDTHxHEIGHT; raises SpecError for anything else."""
    custom = _CUSTOM.fullmatch(name)
    if custom is None:
        preset = presets().get(name)
        if preset is None:
            raise SpecError(Problem(f"unknown size `{shortened(name)}`", hint=_hint(name)))
        return preset
    width, height = int(custom[1]), int(custom[2])
    for side, length in (("width", width), ("height", height)):
        if not SMALLEST <= length <= LARGEST:
            fact = f"size {name}: expected a {side} of {SMALLEST} to {LARGEST} px, found {length}"
            raise SpecError(Problem(fact, hint="`--scale 2` makes a size's picture twice as fine"))
    budget_bytes = max(CUSTOM_BUDGET_BYTES, round(width * height * CUSTOM_BUDGET_PER_PX))
    return PictureSize(f"{width}x{height}", width, height, budget_bytes)


def budget(written: str) -> int:
    """The bytes of a weight such as `300 KB` or `1.5 MB`; 1 KB is 1000 bytes."""
    return round(float(written[:-2]) * {"K": 1e3, "M": 1e6}[written[-2]])


def names() -> tuple[str, ...]:
    """The names of the presets, in the order of the file."""
    return tuple(presets())


@lru_cache(maxsize=1)
def presets() -> dict[str, PictureSize]:
    """All presets by name, in the order of the file."""
    written = source.read(_FILE).child("presets")
    return {name: _preset(name, node) for name, node in cast(dict[str, source.Node], written.value).items()}  # type: ignore[union-attr]


def _preset(name: str, node: source.Node) -> PictureSize:
    keys = {key: child.value for key, child in cast(dict[str, source.Node], node.value).items()}
    return PictureSize(name, **keys)  # type: ignore[arg-type]


def _hint(name: str) -> str:
    return nearest_first(name, presets(), f"sizes are {', '.join(presets())}, or WIDTHxHEIGHT such as 1500x500")
