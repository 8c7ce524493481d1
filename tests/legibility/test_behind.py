"""What lies behind a point: boxes, paths and broad strokes, through groups, clips and opacity."""

from __future__ import annotations

import pytest

from pipeline.color import Color
from pipeline.curves import circle
from pipeline.geometry import Affine, Point, Rect
from pipeline.legibility.behind import Backdrop, Frame, color_at, least_contrast
from pipeline.scene import Box, LinearGradient, Path, Picture, RadialGradient, Segment, Shades, Stop, Stroke

PAGE = Rect(0, 0, 1200, 600)
WHITE, BLACK, RED, BLUE = (Color.parse(name) for name in ("#FFFFFF", "#000000", "#FF0000", "#0000FF"))
PLAIN = Frame()


@pytest.fixture
def backdrop() -> Backdrop:
    """A white page."""
    made = Backdrop(PAGE.width, PAGE.height)
    made.box(Box(PAGE, WHITE), PLAIN)
    return made


def seen(backdrop: Backdrop, x: float, y: float) -> Color:
    """The one colour at a point."""
    (color,) = backdrop.at(x, y)
    return color


def test_a_page_on_which_nothing_was_drawn_is_white() -> None:
    assert seen(Backdrop(100, 100), 50, 50) == WHITE


def test_the_topmost_box_is_seen(backdrop: Backdrop) -> None:
    backdrop.box(Box(Rect(100, 100, 200, 200), RED), PLAIN)
    backdrop.box(Box(Rect(150, 150, 10, 10), BLUE), PLAIN)
    assert [seen(backdrop, *at) for at in ((50, 50), (110, 110), (155, 155))] == [WHITE, RED, BLUE]


def test_a_round_corner_is_not_covered(backdrop: Backdrop) -> None:
    backdrop.box(Box(Rect(100, 100, 200, 200), RED, radius=100), PLAIN)
    assert [seen(backdrop, *at) for at in ((105, 105), (200, 101), (200, 200))] == [WHITE, RED, RED]


def test_what_is_see_through_mixes_with_what_lies_below(backdrop: Backdrop) -> None:
    backdrop.box(Box(PAGE, BLACK.with_alpha(0.5)), PLAIN)
    assert seen(backdrop, 5, 5) == Color(128, 128, 128)


def test_a_group_moves_fades_and_clips_what_is_in_it(backdrop: Backdrop) -> None:
    moved = PLAIN.inner(Affine.translate(100, 0), Rect(0, 0, 50, 50), 0.5)
    backdrop.box(Box(Rect(0, 0, 200, 200), BLACK), moved)
    assert [seen(backdrop, *at) for at in ((50, 25), (125, 25), (175, 25), (125, 75))] == [
        WHITE,
        Color(128, 128, 128),
        WHITE,
        WHITE,
    ]


def test_a_clip_may_be_an_outline(backdrop: Backdrop) -> None:
    inside = PLAIN.inner(Affine.scale(2), circle(Point(100, 100), 50), 1)
    backdrop.box(Box(PAGE, RED), inside)
    assert [seen(backdrop, *at) for at in ((200, 200), (295, 200), (305, 200), (275, 275))] == [RED, RED, WHITE, WHITE]


def test_a_path_covers_its_inside_only(backdrop: Backdrop) -> None:
    backdrop.path(Path(circle(Point(300, 300), 100), fill=RED), PLAIN)
    assert [seen(backdrop, *at) for at in ((300, 300), (225, 225), (235, 235), (399, 300))] == [RED, WHITE, RED, RED]


def test_a_path_is_filled_by_the_non_zero_rule(backdrop: Backdrop) -> None:
    def square(at: float, side: float, *, turned: bool = False) -> tuple[Segment, ...]:
        corners = [(at, at), (at + side, at), (at + side, at + side), (at, at + side)]
        first, *rest = reversed(corners) if turned else corners
        return (("M", *first), *(("L", *corner) for corner in rest), ("Z",))

    backdrop.path(Path((*square(100, 90), *square(120, 50)), fill=RED), PLAIN)
    backdrop.path(Path((*square(300, 90, turned=True), *square(320, 50)), fill=RED), PLAIN)
    assert [seen(backdrop, x, x) for x in (110, 145, 310, 345)] == [RED, RED, RED, WHITE]


def test_a_broad_stroke_is_seen_and_a_thin_one_is_not(backdrop: Backdrop) -> None:
    line = (("M", 0.0, 100.0), ("L", 1200.0, 100.0))
    backdrop.path(Path(line, stroke=Stroke(RED, 40)), PLAIN)
    backdrop.path(Path(line, stroke=Stroke(BLUE, 1)), PLAIN)
    assert [seen(backdrop, *at) for at in ((600, 100), (600, 119), (600, 121))] == [RED, RED, WHITE]


def test_nobody_knows_the_colours_of_a_picture_file(backdrop: Backdrop) -> None:
    backdrop.picture(Picture(Rect(0, 0, 100, 100), "photo.jpg"), PLAIN)
    assert backdrop.at(50, 50) == ()
    backdrop.box(Box(Rect(0, 0, 100, 100), RED), PLAIN)
    assert seen(backdrop, 50, 50) == RED


def test_on_a_photograph_the_darkest_and_the_lightest_colour_nearby_are_known(backdrop: Backdrop) -> None:
    shades = Shades(2, 1, bytes((10, 20, 30, 40, 50, 60)), bytes((110, 120, 130, 140, 150, 160)))
    photo = Picture(Rect(0, 0, 400, 600), "photo.jpg", crop=Rect(0.5, 0, 0.5, 1), shades=shades)
    backdrop.picture(photo, PLAIN)
    assert backdrop.at(100, 100) == (Color(40, 50, 60), Color(140, 150, 160))
    backdrop.picture(photo._replace(crop=Rect(0, 0, 1, 1), tones=(BLACK, WHITE)), PLAIN)
    assert backdrop.at(100, 100) == (Color(18, 18, 18), Color(118, 118, 118))
    backdrop.box(Box(PAGE, WHITE.with_alpha(0.5)), PLAIN)
    assert backdrop.at(100, 100) == (Color(136, 136, 136), Color(186, 186, 186))
    backdrop.picture(photo._replace(shades=shades._replace(shows_through=True)), PLAIN)
    assert backdrop.at(100, 100) == ()


def test_an_ink_between_the_darkest_and_the_lightest_ground_may_be_lost_on_one() -> None:
    assert least_contrast(RED, (BLACK, WHITE)) == 1
    assert least_contrast(BLACK, (Color(90, 90, 90), WHITE)) == BLACK.contrast(Color(90, 90, 90))
    assert least_contrast(WHITE, (BLACK, Color(90, 90, 90))) == WHITE.contrast(Color(90, 90, 90))
    assert least_contrast(BLACK, (WHITE,)) == 21


def test_what_lies_beyond_the_page_is_no_matter(backdrop: Backdrop) -> None:
    backdrop.box(Box(Rect(-500, -500, 100, 100), RED), PLAIN)
    backdrop.box(Box(PAGE, RED), PLAIN.inner(Affine.scale(0), None, 1))
    assert seen(backdrop, 0, 0) == seen(backdrop, 1200, 600) == WHITE


@pytest.mark.parametrize(("x", "red"), [(-10, 0), (0, 0), (25, 64), (50, 128), (100, 255), (300, 255)])
def test_a_gradient_runs_from_stop_to_stop_and_stays_beyond_them(x: float, red: int) -> None:
    stops = (Stop(0, BLACK), Stop(1, RED))
    assert color_at(LinearGradient(Point(0, 0), Point(100, 0), stops), Point(x, 40)) == Color(red, 0, 0)
    assert color_at(RadialGradient(Point(0, 0), 100, stops), Point(0, max(x, 0))) == Color(red, 0, 0)


def test_stops_at_one_offset_are_an_edge() -> None:
    paint = LinearGradient(Point(0, 0), Point(100, 0), (Stop(0, RED), Stop(0.5, RED), Stop(0.5, BLUE), Stop(1, BLUE)))
    assert [color_at(paint, Point(x, 0)) for x in (10, 49, 51, 90)] == [RED, RED, BLUE, BLUE]
