"""Painting: boxes, paths, groups and clips land on the pixels they say, at every scale."""

from __future__ import annotations

import pathlib
from math import pi

import pytest

from pipeline import curves
from pipeline import paint as room
from pipeline.color import Color
from pipeline.geometry import Affine, Point, Rect
from pipeline.paint import canvas_rgb, paint
from pipeline.scene import Box, Group, LinearGradient, Path, RadialGradient, Shadow, Stop, Stroke
from pipeline.typography import Typesetter
from tests.faces import spans, with_squares
from tests.paint.conftest import BLUE, GREEN, RED, letters, painted, painted_in_rgb, rgb, scene, worst_difference

BLACK = Color(0, 0, 0)


def test_a_box_on_whole_pixels_fills_them_and_no_other() -> None:
    assert letters(painted(scene(3, 3, Box(Rect(1, 1, 2, 2), fill=RED)))) == ["___", "_RR", "_RR"]


def test_a_path_on_whole_pixels_fills_them_and_no_other() -> None:
    path = Path((("M", 1, 1), ("L", 3, 1), ("L", 3, 3), ("L", 1, 3), ("Z",)), fill=RED)
    assert letters(painted(scene(4, 4, path))) == ["____", "_RR_", "_RR_", "____"]


def test_later_items_lie_on_top() -> None:
    items = (Box(Rect(0, 0, 2, 1), fill=RED), Box(Rect(1, 0, 2, 1), fill=GREEN))
    assert letters(painted(scene(3, 1, *items))) == ["RGG"]


def test_scale_is_device_pixels_for_each_layout_pixel() -> None:
    picture = painted(scene(2, 1, Box(Rect(1, 0, 1, 1), fill=RED)), scale=3)
    assert letters(picture) == ["___RRR"] * 3


def test_a_page_of_no_whole_number_of_pixels_is_rounded_and_filled_to_its_edges() -> None:
    assert letters(painted(scene(3, 3, page=RED), scale=1.5)) == ["RRRR"] * 4


def test_an_edge_between_pixels_covers_its_share() -> None:
    picture = painted_in_rgb(scene(3, 1, Box(Rect(0.5, 0, 1.75, 1), fill=BLACK)))
    assert [rgb(picture, x, 0)[0] for x in range(3)] == pytest.approx([128, 0, 191], abs=2)


def test_what_lies_off_the_page_is_cut_off() -> None:
    items = (Box(Rect(-5, -5, 6, 6), fill=RED), Path(curves.circle(Point(103, 1), 100.5), fill=BLUE))
    assert letters(painted(scene(4, 2, *items))) == ["R_.B", "__.B"]


def test_the_frame_of_a_box_straddles_its_edge() -> None:
    picture = painted(scene(6, 6, Box(Rect(1, 1, 4, 4), fill=GREEN, stroke=Stroke(RED, 2))))
    assert letters(picture) == ["RRRRRR", "RRRRRR", "RRGGRR", "RRGGRR", "RRRRRR", "RRRRRR"]


def test_overlapping_outlines_that_turn_alike_are_filled_and_opposite_ones_leave_a_hole() -> None:
    outer = (("M", 0, 0), ("L", 5, 0), ("L", 5, 3), ("L", 0, 3), ("Z",))
    alike = (("M", 2, 1), ("L", 3, 1), ("L", 3, 2), ("L", 2, 2), ("Z",))
    opposite = (("M", 2, 1), ("L", 2, 2), ("L", 3, 2), ("L", 3, 1), ("Z",))
    assert letters(painted(scene(5, 3, Path(outer + alike, fill=RED)))) == ["RRRRR"] * 3
    assert letters(painted(scene(5, 3, Path(outer + opposite, fill=RED)))) == ["RRRRR", "RR_RR", "RRRRR"]


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
def test_a_circle_has_the_area_of_a_circle(scale: int) -> None:
    picture = painted_in_rgb(scene(60, 60, Box(Rect(5, 5, 50, 50), fill=BLACK, radius=25)), scale)
    ink = sum(255 - rgb(picture, x, y)[0] for x in range(picture.width) for y in range(picture.height))
    assert ink / 255 == pytest.approx(pi * (25 * scale) ** 2, rel=0.002)


def test_a_stroke_through_an_arc_and_a_line_shows_no_seam_and_has_an_even_width() -> None:
    turn = (("M", 20, 90), *curves.arc(Point(20, 30), 60, pi / 2, -pi / 2), ("L", 80, 0))
    picture = painted_in_rgb(scene(100, 100, Path(turn, stroke=Stroke(BLACK, 5))))
    for y in range(60):  # the width of the upright part and of the arc, measured across in coverage
        across = sum(255 - rgb(picture, x, y)[0] for x in range(100)) / 255
        slope = (1 - (max(0, y + 0.5 - 30) / 60) ** 2) ** 0.5
        assert across * slope == pytest.approx(5, abs=0.08)


def test_round_dots_are_all_alike() -> None:
    dots = Path((("M", 10, 5), ("L", 61, 5)), stroke=Stroke(BLACK, 4, cap="round", dash=(0, 10)))
    picture = painted_in_rgb(scene(70, 10, dots))
    tiles = [picture.crop((x, 0, x + 10, 10)).tobytes() for x in range(5, 65, 10)]
    assert len(set(tiles)) == 1


def test_a_group_moves_turns_and_grows_what_is_in_it() -> None:
    quarter = Affine.translate(3, 0) @ Affine.rotate(pi / 2)
    bar = Box(Rect(0, 0, 2, 1), fill=RED)
    assert letters(painted(scene(3, 3, Group((bar,), transform=quarter)))) == ["__R", "__R", "___"]
    assert letters(painted(scene(3, 3, Group((bar,), transform=Affine.scale(1, 2))))) == ["RR_", "RR_", "___"]


def test_a_stroke_in_a_stretched_group_is_stretched_as_well() -> None:
    line = Path((("M", 0, 0.5), ("L", 1, 0.5)), stroke=Stroke(RED, 1))
    assert letters(painted(scene(3, 3, Group((line,), transform=Affine.scale(2, 3))))) == ["RR_"] * 3


def test_a_clip_on_whole_pixels_cuts() -> None:
    group = Group((Box(Rect(0, 0, 9, 9), fill=RED),), clip=Rect(1, 0, 1, 2))
    assert letters(painted(scene(3, 3, group))) == ["_R_", "_R_", "___"]


def test_clips_within_clips_leave_what_both_leave() -> None:
    inner = Group((Box(Rect(0, 0, 9, 9), fill=RED),), clip=Rect(0, 1, 9, 1))
    assert letters(painted(scene(3, 3, Group((inner,), clip=Rect(1, 0, 1, 9))))) == ["___", "_R_", "___"]


def test_items_that_fill_a_soft_clip_leave_no_seam_between_them() -> None:
    halves = (Box(Rect(0, 0, 10, 20), fill=BLACK), Box(Rect(10, 0, 10, 20), fill=BLACK))
    clip = curves.circle(Point(10, 10), 8.3)
    whole = Path(clip, fill=BLACK)
    assert worst_difference(painted(scene(20, 20, Group(halves, clip=clip))), painted_in_rgb(scene(20, 20, whole))) <= 1


def test_a_faded_group_fades_as_one_sheet() -> None:
    sheet = (Box(Rect(0, 0, 2, 1), fill=BLACK), Box(Rect(1, 0, 2, 1), fill=BLACK))
    picture = painted(scene(4, 1, Group(sheet, opacity=0.25)))
    assert [rgb(picture, x, 0)[0] for x in range(4)] == [191, 191, 191, 255]


def test_a_group_that_is_not_seen_costs_nothing() -> None:
    box = Box(Rect(0, 0, 2, 2), fill=RED)
    groups = (Group((box,), opacity=0), Group((box,), transform=Affine.scale(0)), Group((box,), clip=Rect(5, 5, 1, 1)))
    assert letters(painted(scene(2, 2, *groups))) == ["__", "__"]


def test_a_translucent_colour_is_mixed_with_what_lies_below() -> None:
    picture = painted(scene(1, 1, Box(Rect(0, 0, 1, 1), fill=Color(255, 0, 0, 0.2)), page=Color(0, 100, 200)))
    assert rgb(picture, 0, 0) == pytest.approx((51, 80, 160), abs=1)


def test_a_large_page_is_packed_piece_by_piece_into_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    fade = LinearGradient(Point(0, 0), Point(40, 30), (Stop(0, RED), Stop(1, BLUE)))
    what = scene(40, 30, Box(Rect(0, 0, 40, 30), fill=fade))
    whole = bytes(paint(what).scanlines)
    monkeypatch.setattr(canvas_rgb, "_PIECE_BYTES", 1000)
    assert bytes(paint(what).scanlines) == whole
    assert len(whole) == 30 * (3 * 40 + 1)


def test_a_page_in_bands_is_the_page_painted_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    glow = RadialGradient(Point(60, 40), 70, (Stop(0, RED), Stop(1, RED.with_alpha(0))))
    page = scene(
        120,
        90,
        Box(Rect(0, 0, 120, 90), LinearGradient(Point(0, 0), Point(0, 90), (Stop(0, GREEN), Stop(1, RED)))),
        Box(Rect(10, 12, 70, 60), GREEN, 9, shadows=(Shadow(4, 5, RED.with_alpha(0.5)),)),
        Group((Box(Rect(0, 0, 60, 50), glow),), Affine.translate(50, 30) @ Affine.rotate(0.3), opacity=0.6),
        Path((("M", 5, 5), ("L", 115, 85)), stroke=Stroke(RED, 3)),
    )
    whole = painted(page)
    monkeypatch.setattr(room, "MOST_AT_ONCE", 1000)
    for rows in (1, 7, 64, 89, 90, 200):
        monkeypatch.setattr(room, "BAND_PIXELS", 120 * rows)
        assert worst_difference(whole, painted(page)) <= 4  # levels, as between the canvases: docs/decisions/0006


@pytest.mark.parametrize("size", [5, 50])
def test_letters_that_join_within_a_pixel_leave_no_seam(tmp_path: pathlib.Path, size: int) -> None:
    own = with_squares(tmp_path, "a")
    (only,) = Typesetter(own).set(spans("a", size, "Squares")).lines[0].runs
    (glyph,) = only.glyphs
    side = size * 4 // 5
    joined = only._replace(glyphs=(glyph, glyph._replace(x=side)), fill=BLACK, origin=Point(1.5, size + 2))
    picture = painted_in_rgb(scene(2 * side + 4, size + 4, joined))
    row = [rgb(picture, x, size - 1)[0] for x in range(picture.width)]
    assert row[2 : 2 * side + 1] == pytest.approx([0] * (2 * side - 1), abs=2)
    assert row[1] == row[2 * side + 1] == pytest.approx(128, abs=2)
    assert row[0] == row[2 * side + 2] == 255
