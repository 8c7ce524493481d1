"""Pictures that were looked at: the line with its turns, stops and marks, light and dark, as small as in a feed."""

from __future__ import annotations

import pytest

from pipeline.paint import paint
from tests import golden
from tests.comparisons import GO, STAY, comparison, row
from tests.visuals import page

ROWS = (
    row("Salary", "€49,000", "€54,500", better=GO),
    row("Mentor", "partly: Shared", "yes: My own", better=GO),
    row("Own letter", "yes", "no", better=STAY),
    row("New tools", "partly", None),
    row("Night shifts", "yes", "no", better=GO),
    row("Way to work", "10 min", "50 min"),
)


@pytest.mark.parametrize("look", ["paper", "ink"])
def test_the_line_and_its_marks(look: str, request: pytest.FixtureRequest) -> None:
    scene = page(comparison(*ROWS), "og", look)
    picture = paint(scene, 1 / 2).image().crop((300, 18, 580, 300))
    golden.check(picture, f"comparison/{look}", request)


def test_columns_of_equal_standing(request: pytest.FixtureRequest) -> None:
    scene = page(comparison(*ROWS[1:4], highlight=""), "og")
    golden.check(paint(scene, 1 / 3).image().crop((140, 20, 400, 190)), "comparison/equal", request)
