"""Shapes in parts: what is painted piece by piece covers what the whole would, and no pixel twice."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from pipeline import curves
from pipeline.color import Color
from pipeline.geometry import IDENTITY, Affine, Point, Rect
from pipeline.paint import shadows, shapes
from pipeline.paint.shapes import Bounds, Coverage
from pipeline.scene import Shadow, Stroke
from tests.amounts import some_of

PAGE = Bounds(0, 0, 420, 360)
places, lengths = st.floats(-60, 300), st.floats(1, 320)
whole_places, whole_lengths = st.integers(-60, 300), st.integers(1, 320)
rects = st.builds(Rect, places, places, lengths, lengths) | st.builds(
    Rect, whole_places, whole_places, whole_lengths, whole_lengths
)
radii = st.sampled_from((0.0, 3.5, 20.0, 90.0))
clips = st.builds(Bounds, st.integers(0, 150), st.integers(0, 150), st.integers(160, 420), st.integers(160, 360))


def placed(parts: Iterable[Coverage]) -> Image.Image:
    """The parts on a page, none of which lies on another."""
    page, taken = Image.new("L", (PAGE.right, PAGE.bottom)), Image.new("L", (PAGE.right, PAGE.bottom))
    for bounds, mask, _ in parts:
        assert taken.crop(bounds).getbbox() is None
        taken.paste(255, bounds)
        page.paste(255 if mask is None else mask, bounds)
    return page


def most_apart(one: Image.Image, other: Image.Image) -> int:
    return int(ImageChops.difference(one, other).getextrema()[1])  # type: ignore[arg-type]


@settings(max_examples=some_of(60), deadline=None, derandomize=True)
@given(rects, radii, clips, st.sampled_from((1.0, 0.7)))
def test_the_parts_of_a_box_are_the_box(rect: Rect, radius: float, clip: Bounds, scale: float) -> None:
    matrix = Affine.scale(scale)
    whole = shapes.outline(curves.rounded_rect(rect, radius), matrix, clip)
    parts = placed(shapes.box_parts(rect, radius, matrix, clip))
    assert most_apart(parts, placed(() if whole is None else (whole,))) <= 2  # its edges are kept to a 256th of a pixel


@settings(max_examples=some_of(60), deadline=None, derandomize=True)
@given(rects, radii, clips)
def test_the_inside_of_a_box_is_covered(rect: Rect, radius: float, clip: Bounds) -> None:
    inside = shapes.inside(rect, radius, IDENTITY, clip)
    whole = shapes.outline(curves.rounded_rect(rect, radius), IDENTITY, clip)
    if inside is not None:
        assert whole is not None
        assert placed([whole]).crop(inside).getextrema() == (255, 255)
        around = placed([Coverage(part, None) for part in (inside, *clip.around(inside))])
        assert around.histogram()[255] == (clip.right - clip.left) * (clip.bottom - clip.top)


@settings(max_examples=some_of(60), deadline=None, derandomize=True)
@given(rects, radii, clips, st.sampled_from((0.5, 4.0, 12.0)))
def test_a_part_of_a_shadow_is_that_part_of_the_whole(rect: Rect, radius: float, clip: Bounds, sigma: float) -> None:
    shadow = Shadow(3, sigma, Color(0, 0, 0))
    whole = shadows.coverage(rect, radius, shadow, IDENTITY, PAGE)
    part = shadows.coverage(rect, radius, shadow, IDENTITY, clip)
    expected = None if whole is None else whole.within(clip)
    assert placed([part] if part else []).tobytes() == placed([expected] if expected else []).tobytes()


@settings(max_examples=some_of(30), deadline=None, derandomize=True)
@given(rects, st.floats(0.5, 30))
def test_the_tiles_of_a_line_are_the_line(rect: Rect, width: float) -> None:
    line = Stroke(Color(0, 0, 0), width)
    whole = shapes.stroke(curves.rounded_rect(rect, 20), line, IDENTITY, PAGE)
    if whole is not None:
        tiles = list(whole.tiles())
        assert placed(tiles).tobytes() == placed([whole]).tobytes()
        tight = [tile.mask is None or tile.mask.getbbox() == (0, 0, *tile.mask.size) for tile in tiles]
        assert all(tight) or len(tiles) == 1


def test_tiles_that_are_covered_need_no_mask() -> None:
    whole = shapes.outline(curves.circle(Point(200, 180), 160), IDENTITY, PAGE)
    assert whole is not None
    tiles = list(whole.tiles())
    assert any(tile.mask is None for tile in tiles)
    assert placed(tiles).tobytes() == placed([whole]).tobytes()
    assert all(tile.mask is None or tile.mask.getextrema()[0] < 255 for tile in tiles)  # type: ignore[operator]
