"""Small scenes, and pictures as letters: `_RGB` are plain colours, `.` is any other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PIL import Image, ImageChops

from pipeline.color import Color
from pipeline.geometry import Affine, Rect, Size
from pipeline.paint import backdrops, paint
from pipeline.paint.canvas_rgb import RgbCanvas
from pipeline.paint.items import paint_items
from pipeline.scene import Box, Item, Paint, Scene

COLORS = {"_": Color(255, 255, 255), "R": Color(255, 0, 0), "G": Color(0, 128, 0), "B": Color(0, 0, 255)}
RED, GREEN, BLUE = COLORS["R"], COLORS["G"], COLORS["B"]


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    backdrops.forget()
    yield
    backdrops.forget()


def scene(width: float, height: float, *items: Item, page: Color = COLORS["_"]) -> Scene:
    """Items on a page of one colour."""
    return Scene(Size(width, height), (Box(Rect(0, 0, width, height), fill=page), *items), "", "")


def letters(picture: Image.Image) -> list[str]:
    """The picture, a row a string."""
    names = {color[:3]: letter for letter, color in COLORS.items()}
    return ["".join(names.get(rgb(picture, x, y), ".") for x in range(picture.width)) for y in range(picture.height)]


def painted(what: Scene, scale: float = 1) -> Image.Image:
    """The scene as `paint` makes it."""
    return paint(what, scale).image()


class ExactCanvas(RgbCanvas):
    """The edges of letters with all levels of coverage that there are."""

    def text_levels(self, paint: Paint) -> int:
        return 255


def painted_in_rgb(what: Scene, scale: float = 1) -> Image.Image:
    """The scene in RGB even where a palette would do, with nothing remembered and no colour spared."""
    canvas = ExactCanvas(round(what.size.width * scale), round(what.size.height * scale))
    paint_items(canvas, what.items, Affine.scale(scale), canvas.bounds)
    return canvas.raster().image()


def rgb(picture: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    """One pixel."""
    return cast(tuple[int, int, int], picture.getpixel((x, y)))


def worst_difference(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of any channel of any pixel."""
    extrema = cast(tuple[tuple[int, int], ...], ImageChops.difference(one, other).getextrema())
    return max(high for _, high in extrema)
