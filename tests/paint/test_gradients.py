"""Gradients: the right colours, no bands, and one dither pattern for the whole page."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import pytest
from PIL import Image

from pipeline.color import Color
from pipeline.geometry import IDENTITY, Affine, Point, Rect
from pipeline.paint import gradients
from pipeline.scene import Box, LinearGradient, RadialGradient, Stop
from tests.paint.conftest import painted, rgb, scene, worst_difference

DARK = Color(13, 27, 32)
GLOW = tuple(Stop(i / 5, Color(176, 88, 122, alpha)) for i, alpha in enumerate((0.17, 0.145, 0.099, 0.051, 0.014, 0)))
VIVID = (Stop(0, Color(255, 0, 0)), Stop(0.4, Color(0, 255, 128, 0.5)), Stop(1, Color(32, 64, 255)))
ENDS = (Stop(0, Color(10, 20, 30)), Stop(1, Color(200, 100, 50)))
TILT = Affine.translate(20, -30) @ Affine.rotate(0.4) @ Affine.scale(1.3, 0.8)
SIZE = (160, 120)

ACROSS = ((10, 0), (150, 0))
DOWN = ((0, 5), (0, 110))
ASLANT = ((20, 10), (140, 100))


def mean_of_block(picture: Image.Image, left: int, top: int) -> list[float]:
    pixels = [rgb(picture, x, y) for x in range(left, left + 8) for y in range(top, top + 8)]
    return [sum(channel) / 64 for channel in zip(*pixels, strict=True)]


def expected_mean(
    gradient: LinearGradient | RadialGradient, matrix: Affine, backdrop: Image.Image, left: int, top: int
) -> list[float]:
    totals = [0.0, 0.0, 0.0]
    for x in range(left, left + 8):
        for y in range(top, top + 8):
            at = matrix.inverse.apply(x + 0.5, y + 0.5)
            if isinstance(gradient, RadialGradient):
                position = hypot(at.x - gradient.center.x, at.y - gradient.center.y) / gradient.radius
            else:
                dx, dy = gradient.end.x - gradient.start.x, gradient.end.y - gradient.start.y
                position = ((at.x - gradient.start.x) * dx + (at.y - gradient.start.y) * dy) / (dx * dx + dy * dy)
            *own, alpha = gradients.color_at(gradient.stops, position)
            below = rgb(backdrop, x, y)
            for channel in range(3):
                totals[channel] += below[channel] + (own[channel] - below[channel]) * alpha
    return [total / 64 for total in totals]


def uneven() -> Image.Image:
    """A backdrop of many colours."""
    rows = Image.linear_gradient("L").resize(SIZE)
    return Image.merge("RGB", (rows, rows.rotate(180), rows.point(lambda value: value // 3)))


@pytest.mark.parametrize("matrix", [IDENTITY, TILT], ids=["upright", "skewed"])
@pytest.mark.parametrize("backdrop", [Image.new("RGB", SIZE, DARK[:3]), uneven()], ids=["even", "uneven"])
@pytest.mark.parametrize(("stops", "most"), [(GLOW, 0.25), (VIVID, 1.0)], ids=["glow", "vivid"])
@pytest.mark.parametrize("shape", [ACROSS, DOWN, ASLANT, None])
def test_blocks_of_a_gradient_have_the_mean_colour_that_real_numbers_give(
    matrix: Affine,
    backdrop: Image.Image,
    stops: tuple[Stop, ...],
    most: float,
    shape: tuple[tuple[float, float], tuple[float, float]] | None,
) -> None:
    gradient: LinearGradient | RadialGradient = RadialGradient(Point(70, 50), 90, stops)
    if shape is not None:
        gradient = LinearGradient(Point(*shape[0]), Point(*shape[1]), stops)
    picture = gradients.over(backdrop, gradient, matrix, 0, 0)
    for left, top in ((0, 0), (64, 48), (72, 40), (104, 72), (152, 112)):
        expected = expected_mean(gradient, matrix, backdrop, left, top)
        assert mean_of_block(picture, left, top) == pytest.approx(expected, abs=most)


def test_a_faint_gradient_never_steps_by_a_whole_level() -> None:
    """Bands would show as blocks of even colour side by side; dithered, the mean changes bit by bit."""
    gradient = LinearGradient(Point(0, 0), Point(640, 0), (Stop(0, Color(20, 20, 20)), Stop(1, Color(24, 24, 24))))
    picture = gradients.over(Image.new("RGB", (640, 8)), gradient, IDENTITY, 0, 0)
    means = [mean_of_block(picture, x, 0)[0] for x in range(0, 640, 8)]
    steps = [after - before for before, after in pairwise(means)]
    assert min(steps) >= 0
    assert max(steps) < 0.1


def test_pieces_painted_one_by_one_fit_together() -> None:
    gradient = RadialGradient(Point(60, 40), 70, GLOW)
    backdrop = Image.new("RGB", SIZE, DARK[:3])
    whole = gradients.over(backdrop, gradient, IDENTITY, 0, 0)
    box = (37, 21, 118, 90)
    piece = gradients.over(backdrop.crop(box), gradient, IDENTITY, box[0], box[1])
    cut = whole.crop(box)
    # the inner box, looked up more finely, may end elsewhere: nothing else may differ
    assert sum(a != b for a, b in zip(cut.tobytes(), piece.tobytes(), strict=True)) < 0.01 * len(cut.tobytes())


def test_a_page_too_large_for_one_go_is_painted_in_bands_that_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    gradient = LinearGradient(Point(0, 0), Point(160, 120), VIVID)
    whole = gradients.over(uneven(), gradient, IDENTITY, 3, 5)
    monkeypatch.setattr(gradients, "_BAND_PIXELS", 160 * 24)
    banded = gradients.over(uneven(), gradient, IDENTITY, 3, 5)
    assert worst_difference(banded, whole) <= 1  # positions are rounded from another first row


@pytest.mark.parametrize(
    "gradient",
    [
        LinearGradient(Point(70, 0), Point(80, 0), ENDS),
        LinearGradient(Point(70, 50), Point(80, 60), ENDS),
        RadialGradient(Point(10.5, 10.5), 5, ENDS),
    ],
)
def test_beyond_both_ends_a_gradient_goes_on_in_its_last_colour(gradient: LinearGradient | RadialGradient) -> None:
    picture = gradients.over(Image.new("RGB", SIZE), gradient, IDENTITY, 0, 0)
    assert (rgb(picture, 10, 10), rgb(picture, 159, 119)) == ((10, 20, 30), (200, 100, 50))


def test_two_stops_at_one_place_make_a_hard_edge() -> None:
    stops = (
        Stop(0, Color(255, 0, 0)),
        Stop(0.5, Color(255, 0, 0)),
        Stop(0.5, Color(0, 0, 255)),
        Stop(1, Color(0, 0, 255)),
    )
    box = Box(Rect(0, 0, 8, 1), fill=LinearGradient(Point(0, 0), Point(8, 0), stops))
    picture = painted(scene(8, 1, box))
    assert [rgb(picture, x, 0)[0] for x in range(8)] == [255] * 4 + [0] * 4


def test_a_gradient_of_no_length_is_its_last_colour() -> None:
    box = Box(Rect(0, 0, 2, 2), fill=LinearGradient(Point(1, 1), Point(1, 1), VIVID))
    assert rgb(painted(scene(2, 2, box)), 0, 0) == (32, 64, 255)


def test_a_gradient_is_scaled_with_its_box() -> None:
    box = Box(Rect(0, 0, 40, 20), fill=LinearGradient(Point(0, 0), Point(40, 0), VIVID))
    once, twice = painted(scene(40, 20, box)), painted(scene(40, 20, box), scale=2)
    assert rgb(twice, 40, 20) == pytest.approx(rgb(once, 20, 10), abs=6)


@pytest.mark.parametrize(("first", "step"), [(-0.3, 0.013), (1.4, -0.017), (0.25, 0), (0.4, 0.1)])
def test_a_line_of_colours_has_at_each_position_the_colour_there(first: float, step: float) -> None:
    stops = (*VIVID[:2], Stop(0.4, Color(9, 9, 9)), VIVID[2])
    for channel, scale in ((0, 256), (3, 1 << 14)):
        line = gradients._line(stops, channel, scale, first, step, 130)
        assert line == [
            pytest.approx(gradients.color_at(stops, first + step * i)[channel] * scale, abs=0.501) for i in range(130)
        ]
