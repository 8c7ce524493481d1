"""Glows: what bytes give is what the finer numbers of other gradients give, nearly, and nothing stays nothing."""

from __future__ import annotations

from array import array
from statistics import mean

import pytest
from PIL import Image, ImageChops

from pipeline.color import Color
from pipeline.geometry import IDENTITY, Point
from pipeline.paint import gradients
from pipeline.scene import RadialGradient, Stop
from tests.paint.conftest import rgb, worst_difference

SIZE = (320, 240)
INK = Color(220, 105, 46)
VEIL = tuple(Stop(i / 4, INK.with_alpha(alpha)) for i, alpha in enumerate((0.3, 0.2, 0.1, 0.04, 0)))
SHADE = tuple(Stop(i / 4, Color(0, 0, 0, alpha)) for i, alpha in enumerate((0.1, 0.07, 0.03, 0.01, 0)))
TWO_INKS = (Stop(0, Color(250, 240, 230)), Stop(1, Color(215, 200, 205)))
PLAIN = Image.new("RGB", SIZE, (245, 243, 236))


def uneven() -> Image.Image:
    """Rows that change by some levels."""
    rows = Image.linear_gradient("L").resize(SIZE)
    return Image.merge("RGB", [rows.point(lambda value, low=low: low + value // 16) for low in (220, 210, 120)])


def laid_over(
    backdrop: Image.Image, stops: tuple[Stop, ...], monkeypatch: pytest.MonkeyPatch, travel: int
) -> Image.Image:
    """The gradient over the backdrop, as a glow if it changes no more than `travel` levels."""
    monkeypatch.setattr(gradients, "_FAINT_TRAVEL", travel)
    return gradients.over(backdrop, RadialGradient(Point(150, 110), 140, stops), IDENTITY, 3, 5)


def means(picture: Image.Image) -> list[float]:
    """The mean of each channel of each block of 8 x 8 pixels."""
    return [value for band in picture.split() for value in array("f", band.convert("F").reduce(8).tobytes())]


@pytest.mark.parametrize(("backdrop", "stops"), [(PLAIN, VEIL), (PLAIN, TWO_INKS), (uneven(), VEIL), (uneven(), SHADE)])
def test_a_glow_is_the_gradient_that_finer_numbers_give(
    backdrop: Image.Image, stops: tuple[Stop, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    glow, gradient = (laid_over(backdrop, stops, monkeypatch, travel) for travel in (64, -1))
    assert glow.tobytes() != gradient.tobytes()
    assert worst_difference(glow, gradient) <= 2
    off = [one - other for one, other in zip(means(glow), means(gradient), strict=True)]
    assert max(map(abs, off)) < 0.4
    assert mean(map(abs, off)) < 0.03


@pytest.mark.parametrize("backdrop", [PLAIN, uneven()], ids=["even", "uneven"])
def test_beyond_its_radius_a_glow_leaves_all_as_it_is(backdrop: Image.Image, monkeypatch: pytest.MonkeyPatch) -> None:
    glow = laid_over(backdrop, VEIL, monkeypatch, 64)
    changed = ImageChops.difference(glow, backdrop).getbbox()
    assert changed is not None
    assert changed[0] >= 7
    assert changed[2] <= 288
    assert rgb(glow, 5, 5) == rgb(backdrop, 5, 5)


def test_where_a_veil_is_opaque_its_colour_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    near = Color(230, 228, 140)
    glow = laid_over(uneven(), (Stop(0, near), Stop(0.5, near), Stop(1, near.with_alpha(0))), monkeypatch, 64)
    middle = glow.crop((110, 70, 180, 140))
    assert worst_difference(middle, Image.new("RGB", middle.size, near[:3])) == 0
