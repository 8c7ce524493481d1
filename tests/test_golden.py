"""The comparison of goldens: what the eye sees is told apart, what it does not see is let pass."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests import golden

PAGE = Image.new("RGB", (64, 40), (245, 243, 236))


def test_lab_is_that_of_the_standard() -> None:
    assert golden.labs((255, 255, 255)) == pytest.approx((100, 0, 0), abs=0.02)
    assert golden.labs((255, 0, 0)) == pytest.approx((53.24, 80.09, 67.2), abs=0.05)
    assert golden.labs((0, 0, 0)) == pytest.approx((0, 0, 0), abs=1e-6)


def test_a_picture_equals_itself_and_no_picture_of_another_size() -> None:
    assert golden.worst_block(PAGE, PAGE.copy()) == 0
    assert golden.worst_block(PAGE, PAGE.crop((0, 0, 63, 40))) == float("inf")


def test_a_stroke_moved_by_a_pixel_is_seen_and_one_smoothed_a_little_is_not() -> None:
    drawn, moved, smooth = PAGE.copy(), PAGE.copy(), PAGE.copy()
    ImageDraw.Draw(drawn).rectangle((23, 4, 24, 30), fill=(16, 38, 44))
    ImageDraw.Draw(moved).rectangle((24, 4, 25, 30), fill=(16, 38, 44))
    smooth.paste(drawn)
    ImageDraw.Draw(smooth).line((25, 4, 25, 30), fill=(240, 238, 231))
    assert golden.worst_block(drawn, moved) > golden.MOST_DIFFERENCE
    assert golden.worst_block(drawn, smooth) < golden.MOST_DIFFERENCE


def _in_blocks(picture: Image.Image, change: Callable[[Image.Image], Image.Image]) -> Image.Image:
    spoilt = picture.copy()
    for top in range(0, picture.height, golden.BLOCK):
        for left in range(0, picture.width, golden.BLOCK):
            box = (left, top, min(left + golden.BLOCK, picture.width), min(top + golden.BLOCK, picture.height))
            spoilt.paste(change(picture.crop(box)), box[:2])
    return spoilt


def _shuffled(block: Image.Image) -> Image.Image:
    places = [(x, y) for y in range(block.height) for x in range(block.width)]
    spoilt = block.copy()
    for place, other in zip(places, random.Random(4).sample(places, len(places)), strict=True):
        spoilt.putpixel(place, block.getpixel(other))  # type: ignore[arg-type]  # a picture in RGB
    return spoilt


SPOILINGS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "pixels in another order": lambda picture: _in_blocks(picture, _shuffled),
    "blocks mirrored": lambda picture: _in_blocks(
        picture, lambda each: each.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    ),
    "blocks upside down": lambda picture: _in_blocks(
        picture, lambda each: each.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    ),
    "blurred by 0.6 px": lambda picture: picture.filter(ImageFilter.GaussianBlur(0.6)),
}


@pytest.mark.parametrize("name", SPOILINGS)
def test_no_golden_lets_a_spoilt_picture_pass(name: str) -> None:
    spoil = SPOILINGS[name]
    pictures = {path: Image.open(path).convert("RGB") for path in sorted(golden.FOLDER.rglob("*.png"))}
    differences = {path.stem: golden.worst_block(each, spoil(each)) for path, each in pictures.items()}
    assert {name: each for name, each in differences.items() if each <= golden.MOST_DIFFERENCE} == {}
