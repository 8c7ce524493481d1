"""The head of a page: where its last line stands, and how large its title is."""

from __future__ import annotations

import pytest

from pipeline import theme
from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.geometry import Size
from pipeline.layout.header import head
from pipeline.layout.page import Page
from pipeline.layout.shape import WIDE, shape
from pipeline.scene import TextRun
from pipeline.typography import Typesetter, library

NONE, TITLE = Leaf("", "eyebrow"), "How a rejection becomes a useful answer"


def headed(title: str, measure: float, **about: object) -> tuple[float, list[TextRun]]:
    """The last baseline of a head without an eyebrow, and its texts."""
    frame = shape(Size(1200, 630))
    canvas = frame.canvas(Page(Size(1200, 630), theme.load("paper"), Typesetter(library()), False))
    last = head(canvas, frame, NONE, Leaf(title, "title"), measure=measure, **about)  # type: ignore[arg-type]
    return last, [item for item in canvas.items if isinstance(item, TextRun)]


def test_a_title_has_so_many_lines_as_it_may_and_the_last_of_them_is_told() -> None:
    last, runs = headed(TITLE, 680)
    assert {run.size for run in runs} == {WIDE.title}
    assert [run.origin.y for run in runs] == [116, 178]
    assert last == pytest.approx(178, abs=0.5)


def test_a_kind_may_say_which_sizes_have_how_many_lines() -> None:
    one = headed(TITLE, 1000, sizes=((1, 1), (0.8, 1), (0.5, 2)))[1]
    two = headed(TITLE, 560, sizes=((1, 1), (0.8, 1), (0.5, 2)))[1]
    assert [run.size for run in one] == [pytest.approx(0.8 * WIDE.title)]
    assert {round(run.size, 1) for run in two} == {29.0}
    with pytest.raises(FitError):
        headed(TITLE, 560, sizes=((1, 1), (0.8, 1)))


def test_without_words_there_is_no_head() -> None:
    assert headed("", 500) == (0.0, [])
