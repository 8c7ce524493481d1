"""Strokes of one width, and a sunrise on them, turned on a page from right to left."""

from __future__ import annotations

import pytest

from pipeline.geometry import Point, Rect, Size
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.layout.strokes import HEAD, NODE, arrow, dots, line, node
from pipeline.layout.sunrise import GAP, light, rings, suns
from pipeline.scene import Box, LinearGradient, Path, RadialGradient
from pipeline.theme import load, names
from pipeline.typography import Typesetter, library

WIDTH = 5.0


def canvas(look: str = "paper", *, mirrored: bool = False, unit: float = 2.0) -> Canvas:
    return Canvas(Page(Size(400, 400), load(look), Typesetter(library(None)), mirrored=mirrored), unit=unit)


def points(path: Path) -> list[Point]:
    """Where each segment ends."""
    return [Point(*values[-2:]) for _, *values in path.outline if values]


def paths(drawn: Canvas) -> list[Path]:
    return [item for item in drawn.items if isinstance(item, Path)]


def test_a_line_goes_on_in_dots_from_a_node() -> None:
    drawn = canvas()
    line(drawn, Point(0, 50), Point(80, 50), WIDTH, drawn.colors.accent)
    dots(drawn, 100, 200, 50, WIDTH)
    node(drawn, Point(80, 50), WIDTH)
    solid, dotted, ring = drawn.items
    assert isinstance(solid, Path)
    assert isinstance(dotted, Path)
    assert isinstance(ring, Box)
    assert (points(solid), points(dotted)) == ([(0, 100), (160, 100)], [(200, 100), (400, 100)])
    assert solid.stroke is not None
    assert dotted.stroke is not None
    assert (solid.stroke.cap, dotted.stroke.cap) == ("butt", "round")
    assert dotted.stroke.width < solid.stroke.width == 2 * WIDTH
    assert ring.rect == Rect.around(Point(160, 100), 2 * NODE * WIDTH)


@pytest.mark.parametrize("tip", [Point(100, 120), Point(100, 20)])
def test_an_arrow_turns_by_a_quarter_circle_and_points_at_its_tip(tip: Point) -> None:
    drawn = canvas(unit=1.0)
    arrow(drawn, Point(50, 70), tip, 30, WIDTH, drawn.colors.accent_2)
    shaft, head = paths(drawn)
    sign = 1 if tip.y > 70 else -1
    assert points(shaft)[:2] == [(50, 70), (70, 70)]
    assert points(shaft)[2] == pytest.approx((100, 70 + sign * 30))
    before, found, after = points(head)
    assert found == tip
    assert (tip.x - before.x, after.x - tip.x) == pytest.approx((HEAD * WIDTH, HEAD * WIDTH))
    assert (tip.y - before.y) * sign == pytest.approx(HEAD * WIDTH)


def test_the_head_of_a_small_turn_is_smaller_than_its_way() -> None:
    drawn = canvas(unit=1.0)
    arrow(drawn, Point(50, 70), Point(100, 75), 3, WIDTH, drawn.colors.accent_2)
    assert points(paths(drawn)[1])[0].y > 70


def test_suns_stand_above_the_line_and_rings_hang_below_it() -> None:
    drawn = canvas(unit=1.0)
    suns(drawn, [50, 150], 100, WIDTH, 20)
    rings(drawn, [250], 100, WIDTH, 20)
    risen, waiting = paths(drawn)
    assert max(point.y for point in points(risen)) == pytest.approx(100 - WIDTH / 2 - GAP * 20)
    assert min(point.y for point in points(waiting)) == pytest.approx(100 + WIDTH / 2 + GAP * 20 + 1)
    assert sum(name == "M" for name, *_ in risen.outline) == 2
    assert (waiting.fill, waiting.stroke is not None) == (None, True)


@pytest.mark.parametrize("look", names())
def test_a_sun_hides_what_is_behind_it_and_light_ends_in_nothing(look: str) -> None:
    drawn = canvas(look)
    suns(drawn, [50], 100, WIDTH, 20)
    light(drawn, 50, 100, 80)
    sun, glow = drawn.items
    assert isinstance(sun, Path)
    assert isinstance(sun.fill, LinearGradient)
    assert {stop.color.alpha for stop in sun.fill.stops} == {1}
    assert [stop.offset for stop in sun.fill.stops] == sorted(stop.offset for stop in sun.fill.stops)
    assert isinstance(glow, Box)
    assert isinstance(glow.fill, RadialGradient)
    assert glow.fill.stops[-1].color.alpha == 0
    assert glow.rect == Rect(0, 40, 260, 160)  # it keeps to the page, and above the line


def test_all_of_it_is_turned_on_a_page_from_right_to_left() -> None:
    drawn = canvas(mirrored=True, unit=1.0)
    line(drawn, Point(0, 50), Point(80, 50), WIDTH, drawn.colors.accent)
    arrow(drawn, Point(80, 50), Point(150, 90), 20, WIDTH, drawn.colors.accent)
    suns(drawn, [50], 50, WIDTH, 20)
    solid, _, head, sun = paths(drawn)
    assert points(solid) == [(400, 50), (320, 50)]
    assert points(head)[1] == (250, 90)
    assert max(point.x for point in points(sun)) == pytest.approx(370)
