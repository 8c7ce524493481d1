"""How a part is written down: marks with path data and the name of a colour, back to front.

A part knows no theme and no place: it is drawn about its own origin, and a palette says what its colours are today.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.curves import ellipse, parse
from pipeline.geometry import Point, Rect
from pipeline.scene import Box, Item, Outline, Path, Stroke

Palette: TypeAlias = Mapping[str, Color]


class Area(NamedTuple):
    """A filled shape: SVG path data in capitals."""

    path: str
    color: str
    alpha: float = 1


class Line(NamedTuple):
    """A line along path data; round at its ends and corners unless `flat`."""

    path: str
    color: str
    width: float
    flat: bool = False


class Oval(NamedTuple):
    """A filled ellipse by its centre and its two radii."""

    x: float
    y: float
    radius_x: float
    radius_y: float
    color: str


class Block(NamedTuple):
    """A filled rectangle, its corners round if it has a radius."""

    x: float
    y: float
    width: float
    height: float
    color: str
    radius: float = 0


Mark: TypeAlias = Area | Line | Oval | Block
Drawing: TypeAlias = tuple[Mark, ...]


def drawn(drawing: Drawing, palette: Palette) -> tuple[Item, ...]:
    """The marks as items in the colours of a palette."""
    return tuple([_item(mark, palette[mark.color]) for mark in drawing])


@lru_cache(maxsize=1024)  # most marks are in the same colours in every picture of a theme
def _item(mark: Mark, color: Color) -> Item:
    match mark:
        case Area():
            return Path(outline(mark.path), fill=color if mark.alpha == 1 else color.with_alpha(mark.alpha))
        case Line():
            pen = Stroke(color, mark.width) if mark.flat else Stroke(color, mark.width, "round", "round")
            return Path(outline(mark.path), stroke=pen)
        case Oval():
            return Path(ellipse(Point(mark.x, mark.y), mark.radius_x, mark.radius_y), fill=color)
        case Block():
            return Box(Rect(mark.x, mark.y, mark.width, mark.height), fill=color, radius=mark.radius)


@lru_cache(maxsize=512)
def outline(path: str) -> Outline:
    """The outline of path data, read once a process."""
    return parse(path)
