"""A picture that was looked at: the pipeline, with what moved on, is open, said no and withdrew."""

from __future__ import annotations

import pytest

from pipeline.geometry import Affine, Rect, Size
from pipeline.paint import paint
from pipeline.scene import Box, Group, Scene
from tests import golden
from tests.dashboards import sample, scene


def test_the_pipeline(request: pytest.FixtureRequest) -> None:
    whole = scene(sample(), "og", "ink")
    moved = Group(whole.items, Affine.scale(0.55) @ Affine.translate(-50, -280), Rect(50, 280, 620, 310))
    picture = paint(Scene(Size(340, 170), (Box(Rect(0, 0, 340, 170), fill=whole.items[0].fill), moved), "", "")).image()  # type: ignore[union-attr]
    golden.check(picture, "applications_dashboard/pipeline", request)
