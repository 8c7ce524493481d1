"""Shades: no pixel of a file is darker or lighter than its cell says, whatever the file."""

from __future__ import annotations

import io
from random import Random

import pytest
from PIL import Image

from pipeline.errors import AssetError
from pipeline.geometry import Size
from pipeline.paint.shades import CELLS, looked_at
from pipeline.scene import Shades


def file_of(image: Image.Image, format_name: str = "PNG", **options: object) -> bytes:
    data = io.BytesIO()
    image.save(data, format_name, **options)
    return data.getvalue()


def shades_of(image: Image.Image, format_name: str = "PNG", **options: object) -> tuple[Size, Shades]:
    return looked_at(file_of(image, format_name, **options), "a", "photo")


def at(cells: bytes, shades: Shades, column: int, row: int) -> tuple[int, ...]:
    start = 3 * (row * shades.columns + column)
    return tuple(cells[start : start + 3])


def test_one_dark_pixel_is_found_in_its_cell_and_in_no_other() -> None:
    image = Image.new("RGB", (4 * CELLS, 2 * CELLS), (250, 240, 230))
    image.putpixel((4 * 40 + 3, 4 * 20), (1, 2, 3))
    size, shades = shades_of(image)
    assert (size, shades.columns, shades.rows) == (Size(512, 256), 128, 64)
    dark = [index // 3 for index in range(0, len(shades.darkest), 3) if shades.darkest[index] < 250]
    assert dark == [20 * 128 + 40]
    assert at(shades.darkest, shades, 40, 20) == (1, 2, 3)
    assert at(shades.lightest, shades, 40, 20) == (250, 240, 230)


def test_no_pixel_is_beyond_its_cell() -> None:
    chance = Random(3)
    image = Image.effect_noise((8 * CELLS, 4 * CELLS), 90).convert("RGB")
    _, shades = shades_of(image)
    for _ in range(500):
        x, y = chance.randrange(image.width), chance.randrange(image.height)
        pixel = image.getpixel((x, y))
        assert isinstance(pixel, tuple)
        low, high = (at(cells, shades, x // 8, y // 8) for cells in (shades.darkest, shades.lightest))
        assert all(a <= b <= c for a, b, c in zip(low, pixel, high, strict=True))


@pytest.mark.parametrize("size", [(1, 1), (3, 700), (700, 3), (129, 127), (5000, 40)])
def test_any_size_has_cells(size: tuple[int, int]) -> None:
    _, shades = shades_of(Image.new("RGB", size, (9, 8, 7)))
    assert len(shades.darkest) == len(shades.lightest) == 3 * shades.columns * shades.rows
    assert max(shades.columns, shades.rows) == min(CELLS, max(size))
    assert set(shades.darkest) == {7, 8, 9}


def test_it_is_seen_upright() -> None:
    image = Image.new("RGB", (60, 30), "white")
    image.paste("black", (0, 0, 20, 30))
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera's top is at the right
    size, shades = shades_of(image, "JPEG", exif=exif, quality=100)
    assert size == Size(30, 60)
    assert at(shades.lightest, shades, 15, 5)[0] < 20
    assert at(shades.darkest, shades, 15, 50)[0] > 235


def test_what_is_clear_is_neither_dark_nor_light() -> None:
    image = Image.new("RGBA", (CELLS, CELLS), (0, 0, 0, 0))
    image.paste((90, 80, 70, 255), (0, 0, CELLS, 10))
    _, shades = shades_of(image)
    assert shades.shows_through
    assert at(shades.darkest, shades, 5, 5) == at(shades.lightest, shades, 5, 5) == (90, 80, 70)
    assert at(shades.darkest, shades, 5, 90) == (255, 255, 255)
    assert at(shades.lightest, shades, 5, 90) == (0, 0, 0)
    opaque = Image.new("RGBA", (9, 9), (1, 2, 3, 255))
    assert not shades_of(opaque)[1].shows_through


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "I;16", "CMYK"])
def test_every_sort_of_pixel_is_understood(mode: str) -> None:
    image = Image.new("I;16", (8, 8), 65535) if mode == "I;16" else Image.new("RGB", (8, 8), "white").convert(mode)
    _, shades = shades_of(image, "JPEG" if mode == "CMYK" else "PNG")
    assert min(shades.darkest) >= 253


def test_a_photo_of_24_million_pixels_is_read_reduced() -> None:
    size, shades = shades_of(Image.new("RGB", (6000, 4000), (200, 10, 10)), "JPEG")
    assert size.width / size.height == 1.5
    assert size.width < 6000
    assert (shades.columns, shades.rows) == (128, 85)


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (b"", "not a png or jpeg or webp file"),
        (b"GIF89a" + bytes(40), "not a png or jpeg or webp file"),
        (file_of(Image.effect_noise((64, 64), 80))[:900], "cannot read the picture a: "),
        (file_of(Image.new("1", (8000, 6000))), "expected at most 40 million pixels, found 8,000 x 6,000"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, fact: str) -> None:
    with pytest.raises(AssetError, match=fact) as caught:
        looked_at(data, "a", "photo.file")
    assert caught.value.problems[0].field == "photo.file"
