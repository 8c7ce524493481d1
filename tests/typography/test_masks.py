"""Tests of pipeline.typography.masks, in a face of solid squares where every pixel is known."""

from __future__ import annotations

from io import BytesIO
from math import pi
from pathlib import Path

import pytest
from PIL import Image

from pipeline.geometry import IDENTITY, Affine, Point, Rect
from pipeline.scene import TextRun
from pipeline.typography import (
    Bitmap,
    FaceLibrary,
    Mask,
    Strike,
    Typesetter,
    color_glyphs,
    has_color_glyphs,
    ink,
    ink_masks,
)
from tests import faces
from tests.faces import RED, SIDE


def run(own: FaceLibrary, text: str, size: float = 10, family: str = "Squares", at: Point = Point(0, 0)) -> TextRun:
    (only,) = Typesetter(own).set(faces.spans(text, size, family)).lines[0].runs
    return only._replace(origin=at)


def rows(mask: Mask) -> list[str]:
    """A mask's rows: `#` is full coverage, `.` none, `+` between."""
    signs = {0: ".", 255: "#"}
    lines = [mask.data[row * mask.stride : row * mask.stride + mask.width] for row in range(mask.height)]
    return ["".join(signs.get(value, "+") for value in line) for line in lines]


@pytest.fixture
def own(tmp_path: Path) -> FaceLibrary:
    return faces.with_squares(tmp_path, "ab \u00ad")


class TestCoverage:
    def test_a_square_on_whole_pixels_is_solid(self, own: FaceLibrary) -> None:
        (mask,) = ink_masks(run(own, "a", at=Point(3, 20)), IDENTITY)
        assert rows(mask) == ["########"] * 8
        assert (mask.left, mask.top) == (3, 12)

    def test_glyphs_stand_an_advance_apart(self, own: FaceLibrary) -> None:
        (mask,) = ink_masks(run(own, "ab", 5), IDENTITY)
        assert rows(mask) == ["####.####"] * 4

    def test_large_letters_come_one_by_one_and_alike(self, own: FaceLibrary) -> None:
        masks = list(ink_masks(run(own, "ab", 50, at=Point(3.25, 60)), IDENTITY))
        assert [(mask.left, mask.top) for mask in masks] == [(3, 20), (53, 20)]
        assert [rows(mask) for mask in masks] == [["+" + "#" * 39 + "+"] * 40] * 2

    def test_half_a_pixel_is_half_covered(self, own: FaceLibrary) -> None:
        (mask,) = ink_masks(run(own, "a", 5, at=Point(0.5, 10)), IDENTITY)
        assert rows(mask) == ["+###+"] * 4
        assert mask.data[0] == pytest.approx(127, abs=2)

    def test_a_scale_makes_more_pixels_of_the_same_layout(self, own: FaceLibrary) -> None:
        (mask,) = ink_masks(run(own, "a", 5, at=Point(2, 10)), Affine.scale(2))
        assert rows(mask) == ["########"] * 8
        assert (mask.left, mask.top) == (4, 12)

    def test_text_turns_with_its_matrix(self, own: FaceLibrary) -> None:
        (mask,) = ink_masks(run(own, "ab", 5, at=Point(0, 0)), Affine.rotate(pi / 2))
        assert rows(mask) == ["####"] * 4 + ["...."] + ["####"] * 4
        assert (mask.left, mask.top) == (0, 0)

    def test_a_matrix_that_leans_leans_the_letters(self, own: FaceLibrary) -> None:
        (mask,) = ink_masks(run(own, "a", 5, at=Point(0, 4)), Affine(c=-1, e=4))
        assert rows(mask) == ["...+###+", "..+###+.", ".+###+..", "+###+..."]

    def test_space_has_no_ink(self, own: FaceLibrary) -> None:
        assert list(ink_masks(run(own, "\u00a0"), IDENTITY)) == []

    def test_the_largest_letters_are_drawn_alike(self, own: FaceLibrary) -> None:
        (large,) = ink_masks(run(own, "a", 200, at=Point(3, 200)), IDENTITY)
        assert rows(large) == ["#" * 160] * 160
        assert (large.left, large.top) == (3, 40)


class TestInk:
    def test_it_is_the_box_around_the_glyphs(self, own: FaceLibrary) -> None:
        assert ink(run(own, "ab", 10, at=Point(5, 50))) == Rect(5, 42, 18, 8)

    def test_space_takes_no_part_in_it(self, own: FaceLibrary) -> None:
        assert ink(run(own, "\u00a0a\u00a0", 10)) == Rect(10, -8, 8, 8)

    def test_space_alone_has_none(self, own: FaceLibrary) -> None:
        assert ink(run(own, "\u00a0")) is None


class TestLayers:
    @pytest.fixture
    def emoji(self, tmp_path: Path) -> TextRun:
        faces.color_layers(tmp_path / "layers.ttf", "Layers", "😀")
        return run(FaceLibrary(str(tmp_path)), "😀", family="Layers", at=Point(3, 20))

    def test_a_face_of_colours_says_so(self, own: FaceLibrary, emoji: TextRun) -> None:
        assert has_color_glyphs(emoji)
        assert not has_color_glyphs(run(own, "a"))

    def test_its_glyphs_are_painted_in_their_own_colours(self, emoji: TextRun) -> None:
        (bitmap,) = color_glyphs(emoji, IDENTITY)
        assert isinstance(bitmap, Bitmap)
        assert (bitmap.left, bitmap.top, bitmap.width, bitmap.height) == (3, 12, 8, 8)
        assert bitmap.data[:4] == bytes((255, 0, 0, 255))  # BGRA: the top is blue
        foot = bitmap.stride * 7
        assert bitmap.data[foot : foot + 4] == bytes((0, 0, 255, 255))

    def test_they_grow_with_the_scale(self, emoji: TextRun) -> None:
        (bitmap,) = color_glyphs(emoji, Affine.scale(3))
        assert isinstance(bitmap, Bitmap)
        assert (bitmap.left, bitmap.top, bitmap.width, bitmap.height) == (9, 36, 24, 24)

    def test_a_glyph_without_colours_takes_the_runs_fill(self, tmp_path: Path) -> None:
        faces.color_layers(tmp_path / "layers.ttf", "Layers", "😀")
        emoji = run(FaceLibrary(str(tmp_path)), "😀", family="Layers")._replace(fill=RED)
        plain = emoji._replace(glyphs=(emoji.glyphs[0]._replace(id=0),))  # .notdef, a square without layers
        (bitmap,) = color_glyphs(plain, IDENTITY)
        assert isinstance(bitmap, Bitmap)
        assert bitmap.data[:4] == bytes((RED.blue, RED.green, RED.red, 255))


class TestStrikes:
    def test_a_glyph_that_is_a_picture_comes_as_its_file_and_its_box(self, tmp_path: Path) -> None:
        stored = BytesIO()
        Image.new("RGBA", (16, 16), (0, 128, 0, 255)).save(stored, "PNG")
        faces.strikes(tmp_path / "strikes.ttf", "Strikes", "🐎", stored.getvalue())
        horse = run(FaceLibrary(str(tmp_path)), "🐎", 10, "Strikes", Point(30, 40))
        assert has_color_glyphs(horse)
        (strike,) = color_glyphs(horse, IDENTITY)
        assert isinstance(strike, Strike)
        assert strike.png == stored.getvalue()
        assert (strike.rect.x, strike.rect.bottom) == pytest.approx((30, 40))
        assert (strike.rect.width, strike.rect.height) == pytest.approx((10, 10), abs=10 - SIDE / 100)
