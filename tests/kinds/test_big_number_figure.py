"""Large figures with their units, and labels in two voices."""

from __future__ import annotations

import pytest

from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.geometry import Size
from pipeline.kinds.big_number import figure
from pipeline.kinds.big_number.lettering import told
from pipeline.layout.canvas import Canvas
from pipeline.layout.label import stand
from pipeline.layout.page import Page
from pipeline.scene import TextRun, runs
from pipeline.theme import load
from pipeline.typography import Typesetter, ink, library


def canvas(fonts: str = "", *, mirrored: bool = False) -> Canvas:
    return Canvas(Page(Size(1200, 630), load("paper"), Typesetter(library(fonts or None)), mirrored=mirrored))


def written(drawn: Canvas, text: str, unit: str, *, is_sign: bool = False) -> tuple[figure.Figure, dict[str, TextRun]]:
    made = figure.figure(drawn, Leaf(text, "figure"), Leaf(unit, "unit"), is_sign=is_sign)
    figure.write(drawn, made, 64, 300, 200)
    return made, {run.role: run for run in runs(drawn.items)}


@pytest.mark.parametrize("text", ["1", "30", "€7", "Half", "9.5"])
def test_the_ink_of_a_figure_stands_on_the_margin(text: str) -> None:
    _, found = written(canvas(), text, "")
    box = ink(found["figure"])
    assert box is not None
    assert box.x == pytest.approx(64, abs=0.01)


@pytest.mark.parametrize(("unit", "is_sign"), [("%", True), ("days", False)])
def test_its_width_is_that_of_ink_and_unit(unit: str, is_sign: bool) -> None:
    made, found = written(canvas(), "30", unit, is_sign=is_sign)
    assert found["unit"].origin.x + found["unit"].advance == pytest.approx(64 + 200 * made.width, abs=0.5)
    raised = found["figure"].origin.y - found["unit"].origin.y
    assert raised == pytest.approx(0.5 * made.line.capitals * 200 if is_sign else 0, abs=1)


def test_a_figure_stands_on_the_right_margin_where_reading_starts_there() -> None:
    _, found = written(canvas(mirrored=True), "30", "%", is_sign=True)
    box = ink(found["figure"])
    assert box is not None
    assert box.right == pytest.approx(1200 - 64, abs=0.01)
    assert found["unit"].origin.x + found["unit"].advance < box.x


def test_what_is_taller_than_capitals_and_deeper_than_the_line_is_known(fonts: str) -> None:
    plain, tall, deep = (
        figure.figure(canvas(fonts), Leaf(text, "figure"), Leaf("", "unit"), is_sign=False).line
        for text in ("30", "\u00c5\u0301", "1,2")
    )
    assert plain.rise == plain.capitals < tall.rise
    assert plain.drop < 0.03 < deep.drop


def test_a_label_keeps_to_its_measure_and_grows_upwards() -> None:
    drawn, old, note = canvas(), Leaf("31 days", "old"), Leaf("without a word from anybody", "note")
    one, three = (told(drawn, old, 20, measure, [note]) for measure in (400, 120))
    assert (len(one.lines), len(three.lines)) == (1, 3)
    assert three.width <= 120
    assert stand(drawn, one, 10, 200) > stand(drawn, three, 10, 200) > 120
    assert max(run.origin.y for run in runs(drawn.items)) == 200


def test_the_first_voice_is_bold_and_each_keeps_its_field() -> None:
    drawn = canvas()
    stand(drawn, told(drawn, Leaf("31 days", "old"), 20, 400, [Leaf("without", "note"), Leaf("", "none")]), 0, 50)
    strong, quiet = runs(drawn.items)
    assert (strong.role, quiet.role) == ("old", "note")
    assert "Semibold" in strong.face.name
    assert "Semibold" not in quiet.face.name


def test_a_label_that_fits_no_three_lines_is_refused_at_its_field() -> None:
    with pytest.raises(FitError, match="characters do not fit") as refused:
        told(canvas(), Leaf("31 days " * 20, "old"), 20, 120)
    assert refused.value.problems[0].field == "old"
