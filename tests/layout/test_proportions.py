"""What a picture's proportions decide: beside or above, and what lies under a platform's buttons."""

from __future__ import annotations

import pytest

from pipeline import sizes
from pipeline.geometry import Size
from pipeline.layout.proportions import hidden, is_story, is_wide


@pytest.mark.parametrize(
    ("name", "wide", "story"),
    [("og", True, False), ("wide", True, False), ("square", False, False), ("portrait", False, False),
     ("pin", False, False), ("story", False, True), ("1000x800", True, False), ("1000x810", False, False)],
)  # fmt: skip
def test_a_size_is_wide_tall_or_a_story(name: str, wide: bool, story: bool) -> None:
    size = sizes.parse(name).size
    assert (is_wide(size), is_story(size)) == (wide, story)


def test_buttons_hide_the_ends_of_a_story_and_of_nothing_else() -> None:
    preset = sizes.parse("story")
    assert hidden(preset.size) == (preset.hidden_top, preset.hidden_bottom)
    assert hidden(Size(540, 960)) == (preset.hidden_top / 2, preset.hidden_bottom / 2)
    others = [name for name in sizes.names() if name != "story"]
    assert {hidden(sizes.parse(name).size) for name in others} == {(0, 0)}


def test_the_header_and_the_foot_of_every_kind_keep_clear_of_them() -> None:
    from pipeline.kinds.applications_dashboard.measures import measures_of
    from pipeline.kinds.chart.measures import measures
    from pipeline.kinds.feedback_checklist.measures import measures as of_checklist

    size = sizes.parse("story").size
    top, bottom = hidden(size)
    chart, board, sheet = measures(size), measures_of(size), of_checklist(size, "tall").sheet
    assert chart.top >= top
    assert board.eyebrow_y - 0.7 * board.eyebrow >= top
    assert max(chart.foot, board.board.bottom, sheet.bottom) <= size.height - bottom + 1e-9
