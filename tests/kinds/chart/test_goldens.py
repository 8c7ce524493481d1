"""Pictures that were looked at: the six drawings and notes on one, as small as a feed shows them."""

from __future__ import annotations

import pytest

from pipeline.paint import paint
from tests import golden
from tests.charted import chart, scene

MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"]
PLACES = ["Referral by a colleague", "Recruiter", "Company site", "Job board", "Event", "Cold letter", "Fair"]
ROWS: dict[str, list[float | None]] = {
    "Writing": [3, 5, 2, 8, 6, 9],
    "Practice": [1, 1, 4, 3, None, 2],
    "Calls": [0, 2, 1, 1, 3, 1],
}
SHARES: dict[str, list[float | None]] = {"": [34, 25, 18, 12, 6, 3, 2]}
CASES = {
    "bar": (PLACES, SHARES, "paper"),
    "line": (MONTHS, ROWS, "ink"),
    "area": (MONTHS, ROWS, "paper"),
    "donut": (PLACES, SHARES, "ink"),
    "stacked": (MONTHS, ROWS, "paper"),
    "heatmap": (MONTHS, ROWS, "ink"),
}


@pytest.mark.parametrize("drawing", CASES)
def test_the_drawing(drawing: str, request: pytest.FixtureRequest) -> None:
    labels, rows, look = CASES[drawing]
    found = scene(chart(drawing, labels, rows, highlight=labels[0] if drawing in ("bar", "donut") else ""), "og", look)
    golden.check(paint(found, 1 / 3).image(), f"chart/{drawing}", request)


def test_notes_and_a_target(request: pytest.FixtureRequest) -> None:
    marks = (("2026-03", "Calls", "New letter"), ("2026-06", "Writing", "Course"))
    notes = [{"at": at, "series": series, "text": text} for at, series, text in marks]
    found = scene(chart("line", MONTHS, ROWS, annotate=notes, target={"value": 7, "label": "Goal"}))
    golden.check(paint(found, 1 / 3).image(), "chart/notes", request)
