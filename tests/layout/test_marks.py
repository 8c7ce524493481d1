"""The marks of yes, partly, no and nothing."""

import pytest

from pipeline.geometry import Point, Size
from pipeline.layout import marks
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.scene import Item, Outline, Path
from pipeline.theme import load
from pipeline.typography import Typesetter, library

PAPER = load("paper")
NAMES = ("yes", "partly", "no", "nothing")


def drawn(name: str, *, mirrored: bool = False, is_strong: bool = False) -> list[Item]:
    """The mark about the middle of a page."""
    canvas = Canvas(Page(Size(100, 100), PAPER, Typesetter(library(None)), mirrored))
    colors = PAPER.colors
    marks.mark(canvas, name, Point(50, 50), 20, colors.accent, colors.paper, is_strong=is_strong)
    return canvas.items


def outlines(items: list[Item]) -> list[Outline]:
    """The outlines of the paths, none of a disc or a ring."""
    return [item.outline if isinstance(item, Path) else () for item in items]


@pytest.mark.parametrize("name", ["yes", "partly"])
def test_no_mark_is_turned_round_from_right_to_left(name: str) -> None:
    plain, turned = (outlines(drawn(name, mirrored=each))[-1] for each in (False, True))
    assert len(plain) == len(turned) > 2
    for one, other in zip(plain, turned, strict=True):
        assert list(other[1:]) == pytest.approx(list(one[1:]))


def test_each_has_a_shape_of_its_own() -> None:
    shapes = {str([len(outline) for outline in outlines(drawn(name))]) for name in NAMES}
    assert len(shapes) == len(NAMES)


def test_a_strong_no_stands_in_a_ring() -> None:
    assert len(drawn("no", is_strong=True)) == len(drawn("no")) + 1
