"""Pictures that were looked at: the marks of all states and the ring, and the rows of a group."""

from __future__ import annotations

import pytest

from pipeline import theme
from pipeline.geometry import Point, Rect, Size
from pipeline.kinds.feedback_checklist import marks
from pipeline.kinds.feedback_checklist.content import Tally
from pipeline.kinds.feedback_checklist.states import PRIORITIES, STATES
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.paint import paint
from pipeline.scene import Box, Item, Scene
from pipeline.typography import Typesetter, library
from tests import golden
from tests.conftest import REPOSITORY
from tests.visuals import page as card

COMP = (REPOSITORY / "specs" / "feedback_checklist.yaml").read_text(encoding="utf-8")


def test_marks_and_rings(request: pytest.FixtureRequest) -> None:
    items = (*_marks("paper", 0), *_marks("ink", 110))
    picture = paint(Scene(Size(410, 220), items, "", "")).image()
    golden.check(picture, "feedback_checklist/marks", request)


def test_the_rows_of_a_group(request: pytest.FixtureRequest) -> None:
    picture = paint(card(COMP, "og")).image().crop((484, 256, 886, 410))
    golden.check(picture, "feedback_checklist/rows", request)


def _marks(look: str, top: float) -> tuple[Item, ...]:
    """Each state's mark, each priority's, and the ring of a short list and of a long one, on a theme's paper."""
    colors = theme.load(look).colors
    canvas = Canvas(Page(Size(410, 220), theme.load(look), Typesetter(library(None)), mirrored=False))
    items: list[Item] = [Box(Rect(0, top, 410, 110), fill=colors.paper)]
    for index, state in enumerate(STATES):
        marks.state_mark(canvas, state, Point(28 + 34 * index, top + 36), 26)
    for index, level in enumerate(PRIORITIES):
        marks.priority_mark(canvas, level, Point(15 + 34 * index, top + 90), 20)
    small = Canvas(canvas.page, unit=0.6)
    for index, tally in enumerate((Tally(3, 1, 2, 1), Tally(12, 5, 20, 2))):
        marks.ring(small, tally, Point((246 + 108 * index) / 0.6, (top + 55) / 0.6), 150)
    return (*items, *canvas.items, *small.items)
