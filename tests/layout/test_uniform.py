"""Several texts in one size."""

import pytest

from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.geometry import Size
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.layout.uniform import uniform
from pipeline.theme import load
from pipeline.typography import Setting, TextStyle, Typesetter, library

SETTINGS = [Setting(size, 1.2, 1) for size in (40, 30, 20)]


@pytest.fixture
def canvas(fonts: str) -> Canvas:
    return Canvas(Page(Size(1200, 630), load("paper"), Typesetter(library(fonts)), mirrored=False))


def style(canvas: Canvas) -> TextStyle:
    return TextStyle(canvas.theme.faces.text, 40, canvas.theme.colors.ink)


def test_the_longest_text_decides_the_size_of_all(canvas: Canvas) -> None:
    leaves = [Leaf("Pay", "rows[0].name"), Leaf("Days that you work from home", "rows[1].name")]
    short, long = uniform(canvas, leaves, style(canvas), SETTINGS, 400)
    assert short.size == long.size == 30
    assert uniform(canvas, leaves[:1], style(canvas), SETTINGS, 400)[0].size == 40


def test_each_text_may_have_a_measure_of_its_own(canvas: Canvas) -> None:
    leaves = [Leaf("Pay", "rows[0].name"), Leaf("Days that you work from home", "rows[1].name")]
    assert [each.size for each in uniform(canvas, leaves, style(canvas), SETTINGS, [900, 400])] == [30, 30]


def test_a_text_that_fits_no_setting_is_refused_by_its_field(canvas: Canvas) -> None:
    leaves = [Leaf("Pay", "rows[0].name"), Leaf("Days that you work from home", "rows[1].name")]
    with pytest.raises(FitError) as refused:
        uniform(canvas, leaves, style(canvas), SETTINGS, 100)
    (problem,) = refused.value.problems
    assert problem.field == "rows[1].name"
    assert problem.message == "28 characters do not fit one line at 20 px, the smallest size"
    assert problem.hint.startswith("shorten it to about 10 characters")


def test_words_stay_whole_where_a_smaller_size_holds_them(canvas: Canvas) -> None:
    leaves = [Leaf("Versicherungsgesellschaft", "rows[0].name")]
    settings = [Setting(size, 1.2, 3) for size in (40, 30, 20)]
    (whole,) = uniform(canvas, leaves, style(canvas), settings, 260)
    assert [line.text for line in whole.lines] == ["Versicherungsgesellschaft"]


def test_words_are_parted_at_last_unless_they_may_not_be(canvas: Canvas) -> None:
    leaves = [Leaf("Versicherungsgesellschaft", "rows[0].name")]
    settings = [Setting(size, 1.2, 3) for size in (40, 30)]
    (parted,) = uniform(canvas, leaves, style(canvas), settings, 260)
    assert len(parted.lines) == 2
    with pytest.raises(FitError) as refused:
        uniform(canvas, leaves, style(canvas), settings, 260, may_part_words=False)
    assert refused.value.problems[0].field == "rows[0].name"


def test_a_blank_text_has_no_ink_and_no_width(canvas: Canvas) -> None:
    empty, _ = uniform(canvas, [Leaf("", "a"), Leaf("Pay", "b")], style(canvas), SETTINGS, 400)
    assert (empty.width, empty.placed(0, 0)) == (0, ())
