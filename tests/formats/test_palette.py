"""A palette for finished pixels: exact where it can be, at most 4 of 255 off on edges, never for gradients."""

from __future__ import annotations

import random

from PIL import Image

from pipeline.formats._palette import MOST_ERROR, indexed
from pipeline.paint import Raster
from tests import rasters


def raster(image: Image.Image) -> Raster:
    stride = image.width * 3
    pixels = image.tobytes()
    rows = (b"\0" + pixels[start : start + stride] for start in range(0, len(pixels), stride))
    return Raster(image.width, image.height, None, b"".join(rows))


def furthest(one: Raster, other: Raster | None) -> int:
    assert other is not None
    return rasters.apart(one.image(), other.image())


def test_256_colours_are_exact() -> None:
    picture = Image.new("RGB", (64, 16))
    picture.putdata([(value % 256, 255 - value % 256, value * 7 % 256) for value in range(1024)])
    found = indexed(raster(picture))
    assert furthest(raster(picture), found) == 0
    assert found is not None
    assert len(found.palette or b"") == 3 * 256


def test_edges_share_entries_and_plain_colours_stay_exact() -> None:
    chart = rasters.edges()
    found = indexed(chart)
    assert 0 < furthest(chart, found) <= MOST_ERROR
    assert found is not None
    colors = chart.image().getcolors(1 << 20) or []
    plain = {color for count, color in colors if count > chart.width * chart.height / 5000}
    assert plain <= {color for _, color in found.image().getcolors(256) or []}


def test_many_colours_of_few_pixels_are_never_more_than_4_off() -> None:
    picture = Image.new("RGB", (300, 300), "white")
    chance = random.Random(7)
    for at in range(2000):
        picture.putpixel((at % 300, at // 300), (0, chance.randrange(40), chance.randrange(40)))
    found = indexed(raster(picture))
    assert 0 < furthest(raster(picture), found) <= MOST_ERROR


def test_gradients_have_none() -> None:
    assert indexed(rasters.gradient()) is None
