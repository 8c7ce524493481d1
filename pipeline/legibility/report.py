"""The report itself: what there is to say of a picture's texts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from pipeline.geometry import Rect

PHONE = 360  # px: the width of a small telephone, which shows the whole picture


class Role(NamedTuple):
    """How the texts of one role are set: their sizes in px, largest first, their lines, and the faces used."""

    sizes: tuple[float, ...]
    lines: int
    faces: tuple[str, ...]


class Spot(NamedTuple):
    """A text, what it is (mostly the field of the spec that says it), its size and its place on the page, in px."""

    role: str
    text: str
    size: float
    x: float
    y: float


class Contrast(NamedTuple):
    """The contrast ratio of a text with what lies behind it, and the least that WCAG asks of its size."""

    ratio: float
    least: float
    spot: Spot

    @property
    def is_enough(self) -> bool:
        """Whether the text can be read by all."""
        return self.ratio >= self.least


class Seen(NamedTuple):
    """A text as it is seen: the box about its letters, on the page, and its contrast, None on a picture file.

    It `is_hidden` where a platform may cut it off or cover it.
    """

    spot: Spot
    box: Rect
    contrast: Contrast | None = None
    is_hidden: bool = False


class Fit(NamedTuple):
    """How the texts of a picture came out.

    `texts` has each role; `width` is the page's. `lowest` is the contrast that is nearest to failing
    or furthest beyond. `faint` has the texts with too little contrast, `hidden` those that a platform may cut off
    or cover. `shortened` are the fields whose texts end in an ellipsis of ours, `left_out` is what else is not shown.
    `tall` are the faces for whose letters type is smaller, or lines farther apart, than for those of others.
    `unjudged` counts the texts on picture files, whose contrast nobody knows; `budget_bytes` is the most of a file.
    """

    width: float = 0.0
    texts: Mapping[str, Role] = MappingProxyType({})
    smallest: Spot | None = None
    lowest: Contrast | None = None
    faint: tuple[Contrast, ...] = ()
    hidden: tuple[Spot, ...] = ()
    shortened: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    tall: tuple[str, ...] = ()
    unjudged: int = 0
    budget_bytes: int = 0

    @property
    def faces(self) -> tuple[str, ...]:
        """The faces used, by name."""
        return tuple(sorted({face for role in self.texts.values() for face in role.faces}))

    @property
    def smallest_on_phone(self) -> float:
        """The size of the smallest text in px where the picture is as wide as a small telephone."""
        return self.smallest.size * PHONE / self.width if self.smallest and self.width else 0.0
