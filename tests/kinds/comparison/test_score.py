"""A number, large, amid small words."""

import pytest

from pipeline.content import Leaf
from pipeline.geometry import Size
from pipeline.kinds.comparison.score import score
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.scene import TextRun, runs
from pipeline.theme import load
from pipeline.typography import Typesetter, library

SIZES = (40, 20, 16)


def written(*texts: str, room: float = 400) -> list[TextRun]:
    """The runs of words, a number and words."""
    canvas = Canvas(Page(Size(1200, 630), load("paper"), Typesetter(library(None)), mirrored=False))
    score(canvas, 100, 300, [Leaf(text, "score") for text in texts], SIZES, room)
    return list(runs(canvas.items))


def test_the_number_is_large_wherever_it_stands() -> None:
    assert [(run.text, run.size) for run in written("", "5", "of 7")] == [("5", 40), ("of 7", 20)]
    assert [(run.text, run.size) for run in written("of 7", "5", "")] == [("of 7", 20), ("5", 40)]


def test_all_stand_on_one_base_and_have_one_role() -> None:
    found = written("", "5", "of 7")
    assert len({run.origin.y for run in found}) == 1
    assert {run.role for run in found} == {"score"}


def test_it_is_smaller_where_room_is_short_but_words_stay_legible() -> None:
    first, last = written("", "1,234", "of 5,678", room=140)
    assert first.size < 40
    assert last.size == pytest.approx(16, abs=4)
    assert last.origin.x + last.advance <= 100 + 140
