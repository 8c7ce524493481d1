"""Tests of panels that have no room: those that were named are reported, the usual ones re-flow."""

from __future__ import annotations

import pytest

from pipeline.errors import FitError
from tests.dashboards import application, board, scene

SIZES = ("og", "portrait", "square", "wide", "story")


class TestRoom:
    EVERY = ("pipeline", "next_steps", "sources", "kanban", "calendar")

    def test_panels_that_were_named_and_have_no_room_are_told(self) -> None:
        with pytest.raises(FitError) as caught:
            scene(board([application()], panels=self.EVERY), "og")
        (problem,) = caught.value.problems
        assert problem.message == "kanban and calendar have no room in 1200 x 630 px"
        assert problem.hint.startswith("this size shows pipeline, next_steps and sources")
        assert problem.field == "panels"

    def test_sizes_with_room_for_all_are_named(self) -> None:
        with pytest.raises(FitError) as caught:
            scene(board([application()], panels=("pipeline", "kanban", "calendar")), "og")
        assert "wide" in caught.value.problems[0].hint

    @pytest.mark.parametrize("size", [*SIZES, "320x320", "1500x500", "320x1000"])
    def test_the_usual_panels_are_never_refused(self, size: str) -> None:
        assert scene(board([application()]), size).items
