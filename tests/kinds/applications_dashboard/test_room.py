"""Tests of panels that have no room: those that were named are reported, the usual ones re-flow."""

from __future__ import annotations

from itertools import permutations

import pytest

from pipeline.errors import FitError
from pipeline.rendering import load
from pipeline.scene import Scene
from tests import random_specs
from tests.conftest import REPOSITORY
from tests.dashboards import application, board, scene
from tests.visuals import page, texts, visual

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


@pytest.mark.parametrize("size", ["og", "portrait", "story"])
def test_sources_without_room_still_name_the_two_largest(size: str) -> None:
    rows = [application(source=f"Source {at}") for at in range(12) for _ in range(12 - at)]
    found = texts(scene(board(rows, panels=("pipeline", "sources", "kanban")), size), "panels.sources")
    assert {"Source 0", "Source 1"} <= set(found)


def test_what_a_portrait_holds_a_story_holds() -> None:
    rows = [application(source="Friend") for _ in range(12)]
    for panels in permutations(("pipeline", "sankey", "kanban", "calendar", "sources", "next_steps", "weeks"), 3):
        try:
            scene(board(rows, panels=panels), "portrait")
        except FitError:
            continue
        scene(board(rows, panels=panels), "story")


def test_a_story_shows_all_that_a_portrait_shows() -> None:
    keys = [random_specs.spec("applications_dashboard", number) for number in range(25)]
    for found in (load(REPOSITORY / "specs" / "applications_dashboard.yaml"), *map(visual, keys)):
        assert beyond(page(found, "story")) <= beyond(page(found, "portrait"))


def beyond(found: Scene) -> set[str]:
    """The fields that a picture leaves out or only counts."""
    return {*found.summarised, *(field for each in found.left_out for field in each.fields)}
