"""Backdrops: what is remembered never shows in the pixels."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from pipeline.color import Color
from pipeline.geometry import Point, Rect
from pipeline.paint import backdrops, paint
from pipeline.scene import Box, FaceRef, Group, Item, Picture, RadialGradient, Stop, TextRun
from tests.paint.conftest import RED, painted, painted_in_rgb, scene, worst_difference

PAGE = Box(Rect(0, 0, 30, 20), fill=Color(9, 20, 30))
GLOW = Box(
    Rect(0, 0, 30, 20),
    fill=RadialGradient(Point(20, 5), 18, (Stop(0, Color(200, 90, 120, 0.4)), Stop(1, Color(200, 90, 120, 0)))),
)
DISC = Box(Rect(4.5, 4.5, 9, 9), fill=RED, radius=4.5)
TEXT = TextRun(Point(0, 0), (), FaceRef("none", ""), 12, RED, 0, "")
PHOTO = Picture(Rect(0, 0, 9, 9), "photo.png")


@pytest.mark.parametrize("items", [(PAGE, GLOW, DISC), (PAGE, DISC), (PAGE, DISC, DISC)])
@pytest.mark.parametrize("scale", [1, 2])
def test_a_picture_is_the_same_with_and_without_memory(items: tuple[Item, ...], scale: int) -> None:
    what = scene(30, 20, *items)
    first = paint(what, scale)
    again = paint(what, scale)
    assert (bytes(first.scanlines), first.palette) == (bytes(again.scanlines), again.palette)


def test_a_remembered_backdrop_is_not_painted_on(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4), (0, 0, 255)).save(tmp_path / "blue.png")
    blue = Picture(Rect(10, 5, 8, 8), str(tmp_path / "blue.png"))
    before = painted_in_rgb(scene(30, 20, GLOW, DISC))
    with_blue = painted(scene(30, 20, GLOW, DISC, blue))
    assert worst_difference(with_blue, before) > 100
    assert worst_difference(painted(scene(30, 20, GLOW, DISC)), before) == 0
    assert worst_difference(painted(scene(30, 20, GLOW, DISC, blue)), with_blue) == 0


def test_a_backdrop_is_painted_once() -> None:
    painted: list[int] = []

    class Canvas:
        nbytes = 10

        def copy(self) -> Canvas:
            return self

    def make() -> Canvas:
        painted.append(1)
        return Canvas()

    backdrops.remembered("key", make)
    backdrops.remembered("key", make)
    assert painted == [1]
    for other in range(10):
        backdrops.remembered(other, make)
    backdrops.remembered("key", make)
    assert len(painted) == 11


def test_the_oldest_backdrop_makes_room_for_new_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []

    class Canvas:
        nbytes = 10

        def copy(self) -> Canvas:
            return self

    def ask(key: str) -> None:
        def make() -> Canvas:
            painted.append(key)
            return Canvas()

        backdrops.remembered(key, make)

    monkeypatch.setattr(backdrops, "MOST_BYTES", 25)
    for key in "ababcab":
        ask(key)
    assert "".join(painted) == "abcab"


def test_the_shared_part_ends_before_the_first_text_or_picture() -> None:
    assert backdrops.shared_part((PAGE, GLOW, TEXT, DISC)) == 2
    assert backdrops.shared_part((PAGE, GLOW, Group((DISC, Group((TEXT,)))))) == 2
    assert backdrops.shared_part((PAGE, DISC, PHOTO)) == 2
    assert backdrops.shared_part((PAGE, DISC)) == 2


def test_a_plain_page_is_not_worth_remembering() -> None:
    assert backdrops.shared_part((PAGE, TEXT)) == 0
    assert backdrops.shared_part(()) == 0


def test_another_thread_may_remember_something_while_bytes_are_counted() -> None:
    class Canvas:
        @property
        def nbytes(self) -> int:
            looks.append(1)
            if len(looks) == 2:  # while all are summed up
                backdrops.remembered("second", Canvas)
            return backdrops.MOST_BYTES // 3

        def copy(self) -> Canvas:
            return self

    looks: list[int] = []
    backdrops.forget()
    made = Canvas()
    assert backdrops.remembered("first", lambda: made) is made
    backdrops.forget()
