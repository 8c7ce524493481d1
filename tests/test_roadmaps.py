"""The check of roadmaps sees every sort of collision, and none where there is room."""

from __future__ import annotations

import pytest

from pipeline.color import Color
from pipeline.curves import circle
from pipeline.geometry import Point, Rect, Size
from pipeline.scene import Box, FaceRef, Item, Path, Scene, Shadow, Stroke, TextRun
from tests.roadmaps import collisions, marks, titles

INK, PAPER = Color(0, 0, 0), Color(255, 255, 255)
LINE = Path((("M", 0, 100), ("L", 150, 100), ("C", 180, 100, 200, 120, 200, 150)), stroke=Stroke(INK, 10))


def text(x: float, baseline: float, words: str = "word", role: str = "a") -> TextRun:
    """Words 40 px wide and 20 px high."""
    return TextRun(Point(x, baseline), (), FaceRef("", ""), 20, INK, 40, words, role)


def seen(*items: Item) -> list[str]:
    return collisions(Scene(Size(400, 300), (Box(Rect(0, 0, 400, 300), fill=PAPER), *items), "", ""), (PAPER,))


@pytest.mark.parametrize(
    "item",
    [
        text(70, 55, "other", "b"),
        Path((("M", 0, 50), ("L", 300, 50)), stroke=Stroke(INK, 4)),
        Path(circle(Point(70, 50), 6), fill=INK),
        Box(Rect(80, 20, 100, 100), fill=PAPER, shadows=(Shadow(2, 2, INK),)),
        Box(Rect(95, 20, 10, 100), fill=INK),
    ],
)
def test_a_text_that_touches_something_is_told(item: Item) -> None:
    assert len(seen(text(60, 60), item)) == 1


@pytest.mark.parametrize(
    "item",
    [
        text(102, 60, "other", "b"),
        text(60, 80, "next line"),
        LINE,
        Path(circle(Point(45, 50), 6), fill=INK),
        Path(circle(Point(70, 50), 6), fill=PAPER),
        Box(Rect(40, 20, 100, 100), fill=PAPER, shadows=(Shadow(2, 2, INK),)),
    ],
)
def test_a_text_that_touches_nothing_is_not_told(item: Item) -> None:
    assert seen(text(60, 60), item) == []


def test_the_turn_of_a_line_is_seen_where_it_is_and_not_where_its_box_is() -> None:
    assert seen(text(150, 100), LINE)
    assert not seen(text(100, 150), LINE)


def test_a_text_at_the_edge_of_the_page_is_told() -> None:
    assert seen(text(365, 60)) == ["'word' leaves the page"]


def test_lines_of_one_role_are_joined_and_marks_are_found() -> None:
    items = (text(10, 40, "Lead the"), text(10, 60, "rebuild"), Path(circle(Point(70, 50), 6), fill=INK), LINE)
    scene = Scene(Size(400, 300), items, "", "")
    assert titles(scene) == {"a": "Lead the rebuild"}
    assert marks(scene) == {(70.0, 50.0)}
