"""JPEG: close to the pixels, colours at full resolution, lighter where it must be."""

from __future__ import annotations

import pytest
from PIL import JpegImagePlugin

from pipeline.errors import FitError
from pipeline.formats import Wish
from tests import rasters
from tests.golden import worst_color
from tests.rasters import decoded, encoded


def test_others_read_pixels_that_look_the_same() -> None:
    raster = rasters.gradient()
    found = encoded("jpeg", raster)
    assert found.how == "quality 90"
    assert decoded(found).format == "JPEG"
    assert worst_color(raster.image(), decoded(found)) < 2.3


def test_colours_have_full_resolution_and_the_density_is_in_the_header() -> None:
    picture = decoded(encoded("jpeg", rasters.gradient()))
    assert JpegImagePlugin.get_sampling(picture) == 0  # 4:4:4
    assert picture.info["progressive"] == 1
    assert picture.info["dpi"] == (96, 96)


def test_quality_gives_way_to_the_budget_and_stays_presentable() -> None:
    raster = rasters.gradient()
    good = encoded("jpeg", raster)
    lighter = encoded("jpeg", raster, Wish(len(good.data) * 3 // 4))
    assert len(lighter.data) <= len(good.data) * 3 // 4
    assert worst_color(raster.image(), decoded(lighter)) < 5
    with pytest.raises(FitError, match=r"found .* \(quality 90\), .* \(quality 60\) as jpeg"):
        encoded("jpeg", raster, Wish(2_000))
