"""Numbers on their decimal marks."""

import pytest

from pipeline.errors import FitError
from pipeline.geometry import Size
from pipeline.kinds.comparison.points import indents
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.theme import load
from pipeline.typography import Typesetter, library


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(Page(Size(1200, 630), load("paper"), Typesetter(library(None)), mirrored=False))


def test_marks_stand_below_one_another_and_other_texts_stay(canvas: Canvas) -> None:
    look = canvas.style(20, canvas.colors.ink)
    texts, points = ["9.25", "112.50", "by air"], [1, 3, 0]
    found = indents(canvas, texts, points, [look] * 3, 200)
    at = [indent + canvas.measure(text[:point], look) for text, point, indent in zip(texts, points, found, strict=True)]
    assert at[0] == pytest.approx(at[1])
    assert found[1:] == [0, 0]


def test_numbers_that_leave_the_measure_are_refused(canvas: Canvas) -> None:
    look = canvas.style(20, canvas.colors.ink)
    with pytest.raises(FitError):
        indents(canvas, ["9.255555", "11,112"], [1, 6], [look] * 2, 80)
