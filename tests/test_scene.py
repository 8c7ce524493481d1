"""Tests of pipeline.scene: the text form that snapshots compare, and walking through groups."""

from __future__ import annotations

import pytest

from pipeline.color import Color
from pipeline.geometry import Affine, Point, Rect, Size
from pipeline.scene import (
    Box,
    FaceRef,
    Glyph,
    Group,
    Item,
    LinearGradient,
    Path,
    Picture,
    RadialGradient,
    Scene,
    Shadow,
    Stop,
    Stroke,
    TextRun,
    walk,
)

RED, BLUE = Color(255, 0, 0), Color(0, 0, 255, 0.5)
BOX = Box(Rect(1, 2, 3, 4), fill=RED)
RUN = TextRun(
    Point(10.04, 20), (Glyph(1, 0, 0),), FaceRef("Serif Light", "serif.ttf"), 92, RED, 33.25, "it’s\u2002so", "quote"
)


def line(item: Item) -> str:
    """An item as the text form of a scene has it."""
    return str(Scene(Size(9, 9), (item,), "", "")).splitlines()[3]


class TestTextForm:
    def test_the_page_its_title_and_its_alt_text_come_first(self) -> None:
        assert str(Scene(Size(1200, 627.5), (), "Big", "A big picture.")) == (
            "page 1200 x 627.5\ntitle Big\nalt A big picture.\n"
        )

    def test_a_description_follows_where_there_is_one(self) -> None:
        described = Scene(Size(9, 9), (), "Big", "A picture.", "A picture of it all.")
        assert str(described).splitlines()[2:] == ["alt A picture.", "description A picture of it all."]

    @pytest.mark.parametrize(
        ("item", "expected"),
        [
            (BOX, "box 1,2 3 x 4 fill #FF0000"),
            (BOX._replace(radius=2.5), "box 1,2 3 x 4 radius 2.5 fill #FF0000"),
            (Box(Rect(0, 0, 1, 1), stroke=Stroke(BLUE, 2)), "box 0,0 1 x 1 stroke #0000FF/0.5 2 butt miter"),
            (
                BOX._replace(shadows=(Shadow(1, 2, BLUE), Shadow(8, 12, RED))),
                "box 1,2 3 x 4 shadow 1 2 #0000FF/0.5 shadow 8 12 #FF0000 fill #FF0000",
            ),
            (
                Path(
                    (("M", 0, 0), ("L", 1.25, 2), ("C", 1, 2, 3, 4, 5, 6), ("Z",)),
                    stroke=Stroke(RED, 1, "round", "round"),
                ),
                "path M0 0 L1.2 2 C1 2 3 4 5 6 Z stroke #FF0000 1 round round",
            ),
            (
                Path((("M", 0, 0),), stroke=Stroke(RED, 1, dash=(3, 1.5))),
                "path M0 0 stroke #FF0000 1 butt miter dash 3 1.5",
            ),
            (RUN, "text quote 10,20 advance 33.2 Serif Light 92 #FF0000 'it’s\\u2002so'"),
            (RUN._replace(role=""), "text - 10,20 advance 33.2 Serif Light 92 #FF0000 'it’s\\u2002so'"),
            (Picture(Rect(1, 2, 3, 4), "some/where/ada.png", 2), "picture 1,2 3 x 4 radius 2 ada.png"),
            (
                Picture(
                    Rect(1, 2, 3, 4), "ada.png", crop=Rect(0.25, 0, 0.5, 1), tones=(Color(255, 0, 0), Color(0, 0, 255))
                ),
                "picture 1,2 3 x 4 radius 0 crop 0.250 0.000 0.500 1.000 tones #FF0000 #0000FF ada.png",
            ),
        ],
    )
    def test_each_item_is_one_line(self, item: Item, expected: str) -> None:
        assert line(item) == expected

    def test_gradients_show_their_geometry_and_their_stops(self) -> None:
        stops = (Stop(0, RED), Stop(0.25, BLUE), Stop(1, RED.with_alpha(0)))
        linear = LinearGradient(Point(0, 1), Point(2, 3), stops)
        radial = RadialGradient(Point(5, 6), 7, stops[:2])
        assert line(BOX._replace(fill=linear)).endswith("linear(0 1 2 3: 0 #FF0000 0.2 #0000FF/0.5 1 #FF0000/0)")
        assert line(BOX._replace(fill=radial)).endswith("radial(5 6 7: 0 #FF0000 0.2 #0000FF/0.5)")

    def test_a_groups_items_are_indented(self) -> None:
        inner = Group((BOX,), opacity=0.5)
        text = str(Scene(Size(9, 9), (Group((BOX, inner)), BOX), "", ""))
        assert text.splitlines()[3:] == [
            "group",
            "  box 1,2 3 x 4 fill #FF0000",
            "  group opacity 0.5",
            "    box 1,2 3 x 4 fill #FF0000",
            "box 1,2 3 x 4 fill #FF0000",
        ]

    @pytest.mark.parametrize(
        ("group", "expected"),
        [
            (Group((), Affine(a=-1, e=1200)), "group matrix -1 0 0 1 1200 0"),
            (Group((), clip=Rect(1, 2, 3, 4)), "group clip 1,2 3 x 4"),
            (Group((), clip=(("M", 0, 0), ("L", 1, 1), ("Z",))), "group clip M0 0 L1 1 Z"),
        ],
    )
    def test_a_group_says_what_it_does(self, group: Group, expected: str) -> None:
        assert line(group) == expected

    @pytest.mark.parametrize(
        ("value", "expected"), [(-0.04, "0"), (8191.96, "8192"), (0.05, "0.1"), (1234.56, "1234.6")]
    )
    def test_numbers_are_told_to_a_tenth_and_never_minus_zero(self, value: float, expected: str) -> None:
        assert line(BOX._replace(rect=Rect(value, 0, 1, 1))).startswith(f"box {expected},0 ")

    def test_a_difference_of_a_tenth_can_be_seen(self) -> None:
        assert line(RUN) != line(RUN._replace(origin=Point(10.14, 20)))


class TestWalk:
    def test_it_goes_from_back_to_front_and_leaves_groups_out(self) -> None:
        items = (BOX, Group((RUN, Group((BOX._replace(radius=1),)))), BOX._replace(radius=2))
        found = [item for item, _ in walk(items)]
        assert found == [BOX, RUN, BOX._replace(radius=1), BOX._replace(radius=2)]

    def test_transforms_are_those_to_the_page(self) -> None:
        inner = Group((BOX,), Affine.translate(1, 2))
        (_, transform), *_ = walk((Group((inner,), Affine.scale(10)),))
        assert transform.apply(0, 0) == Point(10, 20)


def test_a_scene_is_equal_to_one_made_alike() -> None:
    assert Scene(Size(9, 9), (BOX, RUN), "a", "b") == Scene(Size(9, 9), (BOX, RUN), "a", "b")
    assert Scene(Size(9, 9), (BOX,), "a", "b") != Scene(Size(9, 9), (BOX._replace(radius=1),), "a", "b")


def test_items_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        BOX.radius = 3  # type: ignore[misc]
