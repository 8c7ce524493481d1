"""AVIF: close to the pixels in the fewest bytes, lighter where it must be."""

from __future__ import annotations

import pytest

from pipeline.errors import FitError
from pipeline.formats import Wish
from tests import rasters
from tests.golden import worst_color
from tests.rasters import decoded, encoded


def test_others_read_pixels_that_look_the_same() -> None:
    raster = rasters.gradient()
    found = encoded("avif", raster)
    assert found.how == "quality 90"
    assert decoded(found).format == "AVIF"
    assert worst_color(raster.image(), decoded(found)) < 3
    assert len(found.data) < len(encoded("jpeg", raster).data)


def test_quality_gives_way_to_the_budget_and_stays_presentable() -> None:
    raster = rasters.gradient()
    lighter = encoded("avif", raster, Wish(len(encoded("avif", raster).data) * 4 // 5))
    assert lighter.how < "quality 90"
    assert worst_color(raster.image(), decoded(lighter)) < 5
    with pytest.raises(FitError, match=r"found .* \(quality 90\), .* \(quality 65\) as avif"):
        encoded("avif", raster, Wish(2_000))
