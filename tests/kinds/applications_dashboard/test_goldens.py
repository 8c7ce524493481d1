"""Pictures that were looked at: the sample in three sizes, very small, its pipeline and its sankey."""

from __future__ import annotations

import pytest

from pipeline.geometry import Affine, Rect, Size
from pipeline.paint import paint
from pipeline.scene import Box, Group, Scene
from tests import golden
from tests.dashboards import sample, scene


@pytest.mark.parametrize(
    ("size", "look", "width"), [("og", "paper", 240), ("portrait", "ink", 184), ("wide", "ink", 256)]
)
def test_the_whole_board(size: str, look: str, width: int, request: pytest.FixtureRequest) -> None:
    found = scene(sample(), size, look)
    golden.check(paint(found, width / found.size.width).image(), f"applications_dashboard/{size}", request)


def test_the_pipeline(request: pytest.FixtureRequest) -> None:
    whole = scene(sample(), "og", "ink")
    moved = Group(whole.items, Affine.scale(0.55) @ Affine.translate(-50, -280), Rect(50, 280, 620, 310))
    picture = paint(Scene(Size(340, 170), (Box(Rect(0, 0, 340, 170), fill=whole.items[0].fill), moved), "", "")).image()  # type: ignore[union-attr]
    golden.check(picture, "applications_dashboard/pipeline", request)


def test_the_sankey(request: pytest.FixtureRequest) -> None:
    whole = scene(sample("panels=[sankey]"), "og")
    moved = Group(whole.items, Affine.scale(0.36) @ Affine.translate(-50, -280), Rect(50, 280, 1100, 310))
    picture = paint(Scene(Size(396, 112), (Box(Rect(0, 0, 396, 112), fill=whole.items[0].fill), moved), "", "")).image()  # type: ignore[union-attr]
    golden.check(picture, "applications_dashboard/sankey", request)
