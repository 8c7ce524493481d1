"""Pictures that were looked at: the sample in three sizes, as small as a feed shows it."""

from __future__ import annotations

import pytest

from pipeline.paint import paint
from tests import golden
from tests.kinds.career_roadmap.maps import sample, scene


@pytest.mark.parametrize(
    ("size", "look", "width"), [("og", "paper", 280), ("wide", "ink", 280), ("portrait", "paper", 200)]
)
def test_the_sample_as_a_feed_shows_it(size: str, look: str, width: int, request: pytest.FixtureRequest) -> None:
    found = scene(sample(), size, look)
    golden.check(paint(found, width / found.size.width).image(), f"career_roadmap/{size}", request)
