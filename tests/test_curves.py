"""Curves: flattening stays within its tolerance, strokes have an even width, dashes fall where they should."""

from math import cos, hypot, pi, sin

import pytest

from pipeline import curves
from pipeline.curves import Contour
from pipeline.geometry import Affine, Point, Rect


def area(polygon: curves.Polygon) -> float:
    """Signed, positive when the polygon turns clockwise as seen on the page."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1], strict=True)) / 2


def distance_to_piece(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    (x, y), (x0, y0), (x1, y1) = point, a, b
    square = (x1 - x0) ** 2 + (y1 - y0) ** 2
    t = max(0.0, min(1.0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / square))
    return hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0))


def test_an_arc_stays_on_its_circle() -> None:
    [contour] = curves.flatten(curves.circle(Point(100, 50), 176), 0.01)
    assert all(abs(hypot(x - 100, y - 50) - 176) < 0.06 for x, y in contour.points)
    assert contour.is_closed


@pytest.mark.parametrize("sweep_rad", [0.3, pi / 2, -pi / 2, pi, -3 * pi / 2, 2 * pi])
def test_an_arc_ends_where_its_sweep_says(sweep_rad: float) -> None:
    *_, last = curves.arc(Point(10, 20), 5, 0.7, sweep_rad)
    assert tuple(last)[-2:] == pytest.approx((10 + 5 * cos(0.7 + sweep_rad), 20 + 5 * sin(0.7 + sweep_rad)))


def test_a_line_turns_its_corners_in_quarter_circles() -> None:
    outline = curves.turning([Point(0, 0), Point(100, 0), Point(100, 80)], 30)
    assert outline[0] == ("M", 0, 0)
    assert outline[1][1:] == pytest.approx((70, 0))
    [contour] = curves.flatten(outline, 0.01)
    bend = [(x, y) for x, y in contour.points if x > 70.01 and y < 29.99]
    assert len(bend) > 5
    assert all(hypot(x - 70, y - 30) == pytest.approx(30, abs=0.02) for x, y in bend)
    assert contour.points[-1] == pytest.approx((100, 80))


def test_a_turn_in_a_short_side_is_tighter_and_a_straight_corner_is_none() -> None:
    tight = curves.turning([Point(0, 0), Point(0, 20), Point(100, 20)], 30)
    assert tight[1][1:] == pytest.approx((0, 10))
    whole = curves.turning([Point(0, 0), Point(0, 20), Point(0, 20), Point(100, 20)], 30, of_ends=1.0)
    assert whole[1][1:] == pytest.approx((0, 0))
    straight = curves.turning([Point(0, 0), Point(50, 0), Point(100, 0)], 30)
    assert straight == (("M", 0, 0), ("L", 100, 0))


@pytest.mark.parametrize("tolerance", [1.0, 0.1, 0.01])
def test_straight_pieces_stray_from_a_curve_by_no_more_than_the_tolerance(tolerance: float) -> None:
    outline = (("M", 0.0, 0.0), ("C", 80.0, -40.0, -30.0, 120.0, 100.0, 60.0))
    [coarse] = curves.flatten(outline, tolerance)
    [fine] = curves.flatten(outline, 1e-4)
    pieces = list(zip(coarse.points, coarse.points[1:], strict=False))
    assert max(min(distance_to_piece(point, a, b) for a, b in pieces) for point in fine.points) <= tolerance


def test_a_run_after_a_closed_one_starts_where_that_did() -> None:
    outline = (("M", 1, 2), ("L", 5, 2), ("L", 5, 6), ("Z",), ("L", 0, 0))
    closed, after = curves.flatten(outline, 0.1)
    assert closed == Contour([(1, 2), (5, 2), (5, 6)], True)
    assert after == Contour([(1, 2), (0, 0)], False)


def test_a_closing_point_is_not_repeated() -> None:
    [contour] = curves.flatten((("M", 0, 0), ("L", 4, 0), ("L", 4, 4), ("L", 0, 0), ("Z",)), 0.1)
    assert contour.points == [(0, 0), (4, 0), (4, 4)]


def test_a_radius_beyond_half_the_side_makes_a_pill() -> None:
    outline = curves.rounded_rect(Rect(0, 0, 40, 10), 99)
    xs = [x for contour in curves.flatten(outline, 0.01) for x, _ in contour.points]
    assert min(xs) == pytest.approx(0, abs=0.01)
    assert ("L", 35.0, 0) in outline


@pytest.mark.parametrize(
    ("end", "square"),
    [
        ("left", {(40, 0), (40, 20)}),
        ("right", {(0, 0), (0, 20)}),
        ("top", {(0, 20), (40, 20)}),
        ("bottom", {(0, 0), (40, 0)}),
    ],
)
def test_a_box_is_round_at_one_end_alone(end: curves.End, square: set[tuple[int, int]]) -> None:
    [contour] = curves.flatten(curves.rounded_end(Rect(0, 0, 40, 20), 6, end), 0.001)
    assert {(0, 0), (40, 0), (40, 20), (0, 20)} & {*contour.points} == square
    assert area(contour.points) == pytest.approx(800 - (2 - pi / 2) * 36, abs=0.05)


def test_a_butt_stroke_ends_with_its_line() -> None:
    [polygon] = curves.stroke([Contour([(0, 0), (10, 0)], False)], 4, tolerance=0.1)
    assert sorted(polygon) == [(0, -2), (0, 2), (10, -2), (10, 2)]


def test_a_round_cap_adds_half_a_circle() -> None:
    [polygon] = curves.stroke([Contour([(0, 0), (10, 0)], False)], 4, cap="round", tolerance=0.001)
    assert area(polygon) == pytest.approx(40 + pi * 4, rel=1e-3)
    assert max(x for x, _ in polygon) == pytest.approx(12)


def test_a_stroke_along_an_arc_has_the_same_width_all_the_way() -> None:
    outline = (("M", 888, 478), *curves.arc(Point(888, 382), 96, pi / 2, -pi / 2), ("L", 984, 240))
    [polygon] = curves.stroke(curves.flatten(outline, 0.02), 5, tolerance=0.02)
    radii = [hypot(x - 888, y - 382) for x, y in polygon if y > 382.5]
    assert all(min(abs(radius - 93.5), abs(radius - 98.5)) < 0.05 for radius in radii)


def test_a_right_angle_has_a_point_or_is_round() -> None:
    corner = [Contour([(0, 0), (10, 0), (10, 10)], False)]
    [pointed] = curves.stroke(corner, 2, tolerance=0.01)
    [rounded] = curves.stroke(corner, 2, join="round", tolerance=0.01)
    assert (11.0, -1.0) in pointed
    assert max(hypot(x - 10, y) for x, y in rounded if x > 10 and y < 0) == pytest.approx(1)


def test_a_very_sharp_point_is_cut_off() -> None:
    [polygon] = curves.stroke([Contour([(0, 0), (100, 0), (0, 5)], False)], 4, tolerance=0.1)
    assert max(x for x, _ in polygon) < 103


def test_the_frame_of_a_box_is_two_rings_that_turn_against_each_other() -> None:
    contours = curves.flatten(curves.rounded_rect(Rect(10, 10, 30, 20), 0), 0.1)
    outer, inner = curves.stroke(contours, 2, tolerance=0.1)
    assert (area(outer), area(inner)) == (32 * 22, -28 * 18)


@pytest.mark.parametrize("turn_rad", [0.1, 0.5, 1.5, 2.5, 3.1, -0.1, -0.5, -1.5, -2.5, -3.1])
@pytest.mark.parametrize("length", [0.5, 3.0, 30.0])
def test_a_stroke_never_cuts_a_piece_out_of_itself(turn_rad: float, length: float) -> None:
    points = [(0.0, 0.0), (20.0, 0.0), (20 + length * cos(turn_rad), length * sin(turn_rad))]
    [polygon] = curves.stroke([Contour(points, False)], 8, join="round", tolerance=0.05)
    for x, y in ((20.0, 0.0), (17.0, 3.0), (17.0, -3.0), (19.0, 2.5), (19.0, -2.5)):
        assert winding(polygon, x + 0.013, y + 0.017) > 0


def winding(polygon: curves.Polygon, x: float, y: float) -> int:
    """How often the polygon goes round a point clockwise."""
    turns = 0
    for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (y0 > y) != (y1 > y) and x0 + (y - y0) / (y1 - y0) * (x1 - x0) > x:
            turns += 1 if y1 > y0 else -1
    return turns


def test_dashes_alternate_and_go_round_corners() -> None:
    line = [Contour([(0, 0), (10, 0), (10, 10)], False)]
    drawn = curves.dashed(line, (4, 3))
    assert [dash.points for dash in drawn] == [
        [(0, 0), (4, 0)],
        [(7, 0), (10, 0), (10, 1)],
        [(10, 4), (10, 8)],
    ]


def test_dashes_may_begin_within_the_pattern() -> None:
    line = [Contour([(0, 0), (10, 0)], False)]
    assert [dash.points for dash in curves.dashed(line, (4, 3), 1)] == [[(0, 0), (3, 0)], [(6, 0), (10, 0)]]
    assert [dash.points for dash in curves.dashed(line, (4, 3), 4)] == [[(3, 0), (7, 0)]]
    assert [dash.points for dash in curves.dashed(line, (4, 3), -1)] == [[(1, 0), (5, 0)], [(8, 0), (10, 0)]]


def test_an_odd_number_of_dash_lengths_is_gone_through_twice() -> None:
    drawn = curves.dashed([Contour([(0, 0), (12, 0)], False)], (3,))
    assert [dash.points for dash in drawn] == [[(0, 0), (3, 0)], [(6, 0), (9, 0)]]


def test_dashes_of_no_length_with_round_caps_are_dots() -> None:
    dots = curves.dashed([Contour([(0, 0), (25, 0)], False)], (0, 10))
    polygons = curves.stroke(dots, 2.8, cap="round", tolerance=0.01)
    assert [sum(x for x, _ in dot) / len(dot) for dot in polygons] == pytest.approx([0, 10, 20], abs=1e-4)
    assert all(abs(area(dot) - pi * 1.4**2) < 0.1 for dot in polygons)


@pytest.mark.parametrize("dash", [(0, 0), (1e-300, 0), (0.01, 0.02)])
def test_dashes_too_fine_to_see_leave_the_line_whole(dash: tuple[float, ...]) -> None:
    line = [Contour([(0, 0), (10, 0)], False)]
    assert curves.dashed(line, dash) == line


def test_polygons_move_through_a_matrix() -> None:
    assert curves.transformed([[(1, 2)]], Affine(2, 0, 0, 3, 10, 20)) == [[(12, 26)]]
