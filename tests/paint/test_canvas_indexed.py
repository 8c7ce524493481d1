"""Painting with a palette: the same picture as in RGB, within 4 of 255, in a byte a pixel."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import curves
from pipeline.color import Color
from pipeline.geometry import Affine, Point, Rect
from pipeline.paint import paint
from pipeline.scene import Box, Group, Item, LinearGradient, Path, Shadow, Stop, Stroke
from tests.paint.conftest import BLUE, RED, painted, painted_in_rgb, scene, worst_difference

INK, PAPER = Color(16, 38, 44), Color(245, 243, 236)

lengths = st.floats(1, 40)
places = st.floats(-10, 50)
channels = st.integers(0, 255)
colors = st.builds(Color, channels, channels, channels, st.sampled_from((1.0, 1.0, 0.5, 0.07)))
caps = st.sampled_from(("butt", "round"))
joins = st.sampled_from(("miter", "round"))
dashes = st.just(()) | st.tuples(st.floats(0.5, 9), st.floats(0.5, 9))
strokes = st.none() | st.builds(Stroke, colors, st.floats(0.5, 6), caps, joins, dashes)
rects = st.builds(Rect, places, places, lengths, lengths)
shadows = st.builds(Shadow, st.floats(0, 5), st.floats(0.5, 4), colors)
boxes = st.builds(
    Box,
    rects,
    st.none() | colors,
    st.sampled_from((0.0, 3.3, 20.0)),
    strokes,
    st.just(()) | st.tuples(shadows),
)
circles = st.builds(lambda x, y, radius: curves.circle(Point(x, y), radius), places, places, lengths)
discs = st.builds(Path, circles, colors, strokes)
plain = boxes | discs
groups = st.builds(lambda items, angle: Group(tuple(items), Affine.rotate(angle)), st.lists(plain, max_size=2), places)


def test_a_flat_picture_is_one_byte_a_pixel_and_one_with_a_gradient_three() -> None:
    fade = LinearGradient(Point(0, 0), Point(9, 0), (Stop(0, RED), Stop(1, BLUE)))
    assert paint(scene(9, 9, Box(Rect(1, 1, 5, 5), fill=RED, radius=2))).channels == 1
    assert paint(scene(9, 9, Box(Rect(1, 1, 5, 5), fill=fade))).channels == 3
    assert paint(scene(9, 9, Group((Box(Rect(1, 1, 5, 5), fill=RED),), opacity=0.5))).channels == 3


def test_plain_colours_are_exact_and_the_page_is_entry_0() -> None:
    raster = paint(scene(9, 9, Box(Rect(1, 1, 5, 5), fill=INK), page=PAPER))
    assert raster.palette == bytes((*PAPER[:3], *INK[:3]))
    assert set(bytes(raster.scanlines)) == {0, 1}


def test_an_edge_takes_few_colours() -> None:
    raster = paint(scene(200, 200, Box(Rect(10, 10, 180, 180), fill=INK, radius=90), page=PAPER))
    assert raster.palette is not None
    assert len(raster.palette) // 3 <= 36


def test_too_many_colours_are_painted_in_rgb() -> None:
    many = [Box(Rect(x % 20, x // 20, 1, 1), fill=Color(x % 256, x // 2, 7)) for x in range(300)]
    raster = paint(scene(20, 20, *many))
    assert raster.channels == 3
    assert worst_difference(raster.image(), painted_in_rgb(scene(20, 20, *many))) == 0


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(plain | groups, max_size=5), colors)
def test_no_channel_of_any_pixel_differs_by_more_than_4_from_rgb(items: list[Item], page: Color) -> None:
    what = scene(48, 40, *items, page=page.with_alpha(1))
    assert worst_difference(painted(what), painted_in_rgb(what)) <= 4
