"""Path data become outlines, and what drawings do not use is refused; ellipses are circles, stretched."""

from math import hypot

import pytest

from pipeline import curves
from pipeline.geometry import Point


def test_lines_and_curves_stay_as_they_are_written() -> None:
    assert curves.parse("M1 2 L3,-4 C1 2 3 4 5.5 .5 Z") == (
        ("M", 1, 2),
        ("L", 3, -4),
        ("C", 1, 2, 3, 4, 5.5, 0.5),
        ("Z",),
    )


def test_level_and_upright_lines_start_where_the_pen_is() -> None:
    assert curves.parse("M1 2 H5 V7 H0") == (("M", 1, 2), ("L", 5, 2), ("L", 5, 7), ("L", 0, 7))


def test_after_closing_the_pen_is_back_at_the_start() -> None:
    assert curves.parse("M1 2 L9 9 Z V5") == (("M", 1, 2), ("L", 9, 9), ("Z",), ("L", 1, 5))


def test_values_may_go_on_without_their_command() -> None:
    assert curves.parse("M0 0 1 1 2 2 C1 1 2 2 3 3 4 4 5 5 6 6") == (
        ("M", 0, 0),
        ("L", 1, 1),
        ("L", 2, 2),
        ("C", 1, 1, 2, 2, 3, 3),
        ("C", 4, 4, 5, 5, 6, 6),
    )


@pytest.mark.parametrize(
    ("data", "middle"),
    [
        ("M0 0 A5 5 0 0 1 10 0", (5, -5)),
        ("M0 0 A5 5 0 0 0 10 0", (5, 5)),
        ("M0 0 A1 1 0 0 1 10 0", (5, -5)),  # too small a radius grows until the circle reaches both ends
        ("M0 0 A13 13 0 0 1 10 0", (5, -1)),
        ("M0 0 A13 13 0 1 1 10 0", (5, -25)),
        ("M0 0 A13 13 0 1 0 10 0", (5, 25)),
    ],
)
def test_an_arc_bends_the_way_its_flags_say(data: str, middle: tuple[float, float]) -> None:
    [contour] = curves.flatten(curves.parse(data), 0.001)
    assert contour.points[-1] == pytest.approx((10, 0))
    assert min(hypot(x - middle[0], y - middle[1]) for x, y in contour.points) < 0.6


def test_a_rounded_box_by_arcs_is_the_one_by_its_radius() -> None:
    written = curves.parse("M8 0 H128 A8 8 0 0 1 136 8 V40 H0 V8 A8 8 0 0 1 8 0 Z")
    corner = curves.arc(Point(128, 8), 8, -1.5707963267948966, 1.5707963267948966)[0]
    assert written[2][1:] == pytest.approx(corner[1:])


@pytest.mark.parametrize(
    "data",
    [
        "",
        "L1 2",
        "M1",
        "M1 2 3",
        "M1 2 l3 4",
        "M1 2 Q1 2 3 4",
        "M1 2 Z 3",
        "M0 0 A3 4 0 0 1 9 9",
        "M0 0 C1 2 3 4",
        "M a b",
    ],
)
def test_other_data_are_refused(data: str) -> None:
    with pytest.raises(ValueError, match="path data"):
        curves.parse(data)


def test_an_ellipse_has_its_two_radii() -> None:
    [contour] = curves.flatten(curves.ellipse(Point(10, 20), 6, 3), 0.01)
    assert contour.is_closed
    assert all(abs(hypot((x - 10) / 6, (y - 20) / 3) - 1) < 0.01 for x, y in contour.points)
    assert curves.ellipse(Point(1, 2), 5, 5) == tuple(pytest.approx(one) for one in curves.circle(Point(1, 2), 5))
