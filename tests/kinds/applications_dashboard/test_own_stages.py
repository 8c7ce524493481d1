"""Tests of an author's own stages: names, words, order and colours."""

from __future__ import annotations

import pytest

from pipeline import theme
from pipeline.color import Color, set_off
from pipeline.errors import SpecError
from pipeline.kinds.applications_dashboard.canvas import MARK_CONTRAST
from pipeline.kinds.applications_dashboard.panels.next_steps import TEXT_CONTRAST, text_on
from pipeline.kinds.applications_dashboard.spec import OwnStage
from pipeline.scene import Box
from tests.dashboards import application, board, runs, said, scene, written

OWN = (
    OwnStage(stage="offer", label="Zusage", color=Color.parse("#FFD966")),
    OwnStage(stage="interview", label="Vor Ort", words=("Probetag", "Screening")),
    OwnStage(stage="rejected", label="Körbe", color=Color.parse("#C9523F")),
)


def seen(color: Color, surface: Color) -> Color:
    """A mark of that colour on a card."""
    return set_off(color, (surface,), MARK_CONTRAST)


class TestStages:
    def test_a_list_names_orders_and_colours_them(self) -> None:
        found = scene(board([application(), application("offer")], stages=OWN, panels=("kanban",)), "og")
        assert said(found, "panels.kanban.stage") == ["ZusageVor OrtAppliedScreening"]
        lines = [item.fill for item in found.items if isinstance(item, Box) and 0 < item.rect.height < 4]
        assert seen(OWN[0].color or Color(0, 0, 0), theme.load("paper").colors.surface) in lines

    def test_pills_have_the_colour_and_a_text_that_can_be_read(self) -> None:
        found = scene(board([application("offer")], stages=OWN, panels=("next_steps",)), "og")
        assert any(isinstance(item, Box) and item.fill == OWN[0].color for item in found.items)
        (pill,) = runs(found, "stage")
        assert pill.text == "Zusage"
        assert isinstance(pill.fill, Color)
        assert pill.fill.contrast(OWN[0].color or Color(0, 0, 0)) >= TEXT_CONTRAST

    def test_the_pipeline_keeps_its_order_and_takes_names_and_key(self) -> None:
        found = scene(board([application(), application("rejected")], stages=OWN, panels=("pipeline",)), "og")
        assert said(found, "stage")[0] == "AppliedScreeningVor OrtZusage"
        assert "Körbe" in [run.text for run in runs(found, "panels.pipeline.key")]

    @pytest.mark.parametrize("look", ["paper", "ink"])
    @pytest.mark.parametrize("color", ["#FFFFFF", "#000000", "#7F7F7F", "#FFD966", "#777700", "#10262C", "#FF000080"])
    def test_any_colour_can_be_read_and_seen(self, color: str, look: str) -> None:
        colors = theme.load(look).colors
        fill = Color.parse(color).over(colors.surface)
        assert fill.contrast(text_on(fill, colors)) >= TEXT_CONTRAST
        assert seen(Color.parse(color), colors.surface).contrast(colors.surface) >= MARK_CONTRAST

    def test_a_colour_that_can_be_seen_stays_as_it_is(self) -> None:
        assert seen(Color.parse("#7A3E9D"), Color(255, 255, 255)) == Color.parse("#7A3E9D")

    def test_their_words_and_names_are_understood_in_the_data(self) -> None:
        spec = written(
            "stages:\n"
            "- {stage: interview, label: Werkschau, words: [Probetag, Screening]}\n"
            "- {stage: offer, label: Applied}\n"
            "applications:\n"
            + "".join(
                f"- {{company: A, stage: {stage}}}\n" for stage in ("Werkschau", "probetag", "Screening", "Applied")
            )
        )
        assert [each.stage for each in spec.gathered.applications] == ["interview"] * 3 + ["applied"]

    def test_an_unknown_word_belongs_under_its_stage(self) -> None:
        with pytest.raises(SpecError) as caught:
            written("stages: [{stage: offer, label: Deal}]\napplications: [{company: A, stage: Werkschau}]")
        assert caught.value.problems[0].hint.startswith("say what it means: `words: [Werkschau]` under its stage")
