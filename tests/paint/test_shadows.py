"""Shadows: soft, in the right place, and the same whether stretched or blurred in one piece."""

from __future__ import annotations

from math import erf

import pytest
from PIL import Image, ImageFilter

from pipeline import curves
from pipeline.color import Color
from pipeline.geometry import IDENTITY, Affine, Rect
from pipeline.paint import shadows, shapes
from pipeline.paint.shapes import Bounds
from pipeline.scene import Box, Group, Shadow
from tests.paint.conftest import painted, rgb, scene, worst_difference

BLACK = Color(0, 0, 0)
PAGE = Bounds(0, 0, 300, 260)


@pytest.mark.parametrize("rect", [Rect(60, 50, 150, 120), Rect(60.3, 50.7, 151.5, 119.9), Rect(80, 80, 7.5, 3)])
@pytest.mark.parametrize("sigma", [0.5, 4, 12])
def test_a_stretched_shadow_is_the_shadow_of_the_whole_box(rect: Rect, sigma: float) -> None:
    whole = Image.new("L", PAGE.size)
    box = shapes.outline(curves.rounded_rect(rect, 20), IDENTITY, PAGE)
    assert box is not None
    assert box.mask is not None
    whole.paste(box.mask, box.bounds)
    whole = whole.filter(ImageFilter.GaussianBlur(sigma))
    found = shadows.coverage(rect, 20, Shadow(0, sigma, BLACK), IDENTITY, PAGE)
    assert found is not None
    assert found.mask is not None
    placed = Image.new("L", PAGE.size)
    placed.paste(found.mask, found.bounds)
    assert worst_difference(placed.convert("RGB"), whole.convert("RGB")) <= 2


def test_the_edge_of_a_shadow_falls_off_like_a_gaussian() -> None:
    what = scene(120, 60, Box(Rect(60, -200, 500, 500), shadows=(Shadow(0, 6, BLACK),)))
    picture = painted(what)
    for x in range(40, 80, 4):
        share = 0.5 * (1 + erf((x + 0.5 - 60) / 6 / 2**0.5))
        assert 255 - rgb(picture, x, 30)[0] == pytest.approx(255 * share, abs=5)


def test_a_shadow_is_moved_down_and_lies_under_its_box() -> None:
    white = Color(255, 255, 255)
    box = Box(Rect(20, 20, 20, 20), fill=white, shadows=(Shadow(8, 2, Color(0, 0, 0, 0.5)),))
    picture = painted(scene(60, 60, box))
    assert rgb(picture, 30, 30) == (255, 255, 255)
    assert rgb(picture, 30, 44)[0] < 150
    assert rgb(picture, 30, 15)[0] == 255


def test_a_turned_box_has_a_turned_shadow() -> None:
    bar = Box(Rect(-20, -3, 40, 6), shadows=(Shadow(0, 1.5, BLACK),))
    upright = painted(scene(60, 60, Group((bar,), Affine.translate(30, 30))))
    turned = painted(scene(60, 60, Group((bar,), Affine.translate(30, 30) @ Affine.rotate(3.14159265 / 2))))
    assert worst_difference(turned, upright.transpose(Image.Transpose.ROTATE_90)) <= 3
