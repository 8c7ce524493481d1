"""Icons: one outline for each name, inside its box, and the same on a page from right to left."""

from __future__ import annotations

from typing import get_args

import pytest

from pipeline import theme
from pipeline.color import Color
from pipeline.curves import flatten, parse
from pipeline.geometry import Point, Rect, Size
from pipeline.kinds.steps.icons import BOX, LINE, OUTLINES, Icon, icon
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.paint import paint
from pipeline.scene import Box, Path, Scene
from pipeline.typography import Typesetter, library
from tests import golden

PETROL = Color(15, 92, 104)
CLEAR = 1.0  # px of the box that no line reaches


def canvas(size: Size, *, mirrored: bool = False) -> Canvas:
    return Canvas(Page(size, theme.load("paper"), Typesetter(library()), mirrored))


def test_every_name_has_an_outline_and_none_is_left_over() -> None:
    assert set(OUTLINES) == set(get_args(Icon))


@pytest.mark.parametrize("name", OUTLINES)
def test_an_icon_stays_in_its_box_and_fills_most_of_it(name: Icon) -> None:
    points = [point for contour in flatten(parse(OUTLINES[name]), 0.01) for point in contour.points]
    xs, ys = zip(*points, strict=True)
    reach = CLEAR + LINE / 2
    assert reach <= min(*xs, *ys)
    assert max(*xs, *ys) <= BOX - reach
    assert max(max(xs) - min(xs), max(ys) - min(ys)) >= 15
    assert abs((min(xs) + max(xs)) / 2 - BOX / 2) < 1.5  # about the middle of its box


def test_a_page_from_right_to_left_places_an_icon_there_and_does_not_turn_it() -> None:
    drawn = []
    for mirrored in (False, True):
        page = canvas(Size(100, 50), mirrored=mirrored)
        icon(page, "check", Point(10, 5), 24, PETROL)
        (path,) = page.items
        assert isinstance(path, Path)
        drawn.append(path)
    plain, turned = drawn
    moved = 100 - 24 - 2 * 10  # from 10 px beside one edge to 10 px beside the other
    for (name, *values), (other, *others) in zip(plain.outline, turned.outline, strict=True):
        assert name == other
        expected = [value + (moved if at % 2 == 0 else 0) for at, value in enumerate(values)]
        assert others == pytest.approx(expected)


def test_icons_are_drawn_as_they_were_looked_at(request: pytest.FixtureRequest) -> None:
    size = Size(400, 140)
    page = canvas(size)
    page.box(Rect.of(size), Color(245, 243, 236))
    for at, name in enumerate(OUTLINES):
        icon(page, name, Point(10 + at % 6 * 65, 8 + at // 6 * 66), 56, PETROL)
    assert not any(isinstance(item, Box) for item in page.items[1:])
    golden.check(paint(Scene(size, tuple(page.items))).image(), "steps/icons", request)
