"""Runs in the order in which they are read."""

from __future__ import annotations

from pipeline.color import Color
from pipeline.formats._runs import as_read, in_order, reading_order
from pipeline.geometry import Point, Rect
from pipeline.scene import Box, Group, Item, Path, Stroke, TextRun
from tests import faces

LEFT, RIGHT = "abc", "\u05d0\u05d1"
INK = Color(0, 0, 0)


def run(text: str, y: float = 10) -> TextRun:
    return TextRun(Point(0, y), (), faces.face(), 10, INK, 10, text, "text")


def read(*items: Item, is_mirrored: bool = False) -> list[str]:
    return [item.text if isinstance(item, TextRun) else "-" for item in as_read(items, is_mirrored)]


def test_lines_from_left_to_right_stay_as_they_are() -> None:
    assert read(run(LEFT), run(RIGHT), run("1"), Box(Rect(0, 0, 1, 1)), run("2")) == [LEFT, RIGHT, "1", "-", "2"]


def test_a_line_from_right_to_left_begins_at_its_right_end() -> None:
    assert read(run(LEFT), run("1"), run(RIGHT), is_mirrored=True) == [RIGHT, LEFT, "1"]
    assert read(run("2024"), run(RIGHT)) == [RIGHT, "2024"]


def test_lines_keep_their_order() -> None:
    assert read(run("1"), run(RIGHT), run("2", 20), run(RIGHT, 20), is_mirrored=True) == [RIGHT, "1", RIGHT, "2"]


def test_texts_come_in_the_order_of_their_fields_and_labels_with_the_next() -> None:
    order = reading_order(["title", "eyebrow", "steps[0].title", "steps[0].detail", "steps[1].title", "result"])
    roles = ["eyebrow", "title", "labels.result", "result", "steps[1].title", "steps[0].number", "steps[0].title", "on"]
    shown: list[Item] = [run(role)._replace(role=role) for role in roles]
    found = [item.role for item in in_order(shown, order) if isinstance(item, TextRun)]
    assert found == [*roles[:2], *roles[5:7], roles[4], *roles[2:4], "on"]


def test_texts_stay_where_something_may_cover_them() -> None:
    order = reading_order(["one", "two"])
    two, one = (run(role)._replace(role=role) for role in ("two", "one"))
    away, over = Box(Rect(50, 50, 1, 1)), Box(Rect(5, 5, 1, 1))
    assert in_order([two, away, one], order) == [away, one, two]
    for covering in (over, Group((away,)), Path((("M", 0, 0), ("L", 9, 9)), stroke=Stroke(INK, 1))):
        assert in_order([two, covering, one], order) == [two, covering, one]
