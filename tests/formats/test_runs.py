"""Runs in the order in which they are read."""

from __future__ import annotations

from pipeline.color import Color
from pipeline.formats._runs import as_read
from pipeline.geometry import Point, Rect
from pipeline.scene import Box, Item, TextRun
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
