"""Figures of these tests are made in our style, as those of kinds are; Agg, which they are compared with, has fonts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline import charts
from pipeline.charts import loading
from tests.figures import PAPER


@pytest.fixture(autouse=True)
def styled() -> Iterator[None]:
    """Our settings for the length of a test."""
    loading.load()
    from matplotlib import font_manager

    assert font_manager.fontManager.ttflist
    with charts.styled(PAPER):
        yield
