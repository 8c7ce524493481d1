"""The comparison of goldens: what the eye sees is told apart, what it does not see is let pass."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from tests import golden

PAGE = Image.new("RGB", (64, 40), (245, 243, 236))


def test_lab_is_that_of_the_standard() -> None:
    assert golden.lab((255, 255, 255)) == pytest.approx((100, 0, 0), abs=0.02)
    assert golden.lab((255, 0, 0)) == pytest.approx((53.24, 80.09, 67.2), abs=0.05)
    assert golden.lab((0, 0, 0)) == pytest.approx((0, 0, 0), abs=1e-6)


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
