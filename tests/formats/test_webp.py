"""WebP: exact pixels first, then a palette that cannot be told from them, and lossy ones last."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.errors import FitError
from pipeline.formats import Wish
from pipeline.formats._palette import MOST_ERROR
from pipeline.paint import Raster
from tests import rasters
from tests.golden import worst_color
from tests.rasters import decoded, encoded, furthest


@pytest.mark.parametrize("paint", [rasters.gradient, rasters.edges])
def test_every_pixel_is_exact_within_the_budget(paint: Callable[[], Raster]) -> None:
    raster = paint()
    found = encoded("webp", raster)
    assert found.how == "lossless"
    assert decoded(found).format == "WEBP"
    assert furthest(raster, found) == 0
    assert len(found.data) < 1.1 * len(encoded("png", raster).data)


def test_a_palette_comes_before_loss() -> None:
    raster = rasters.edges()
    found = encoded("webp", raster, Wish(len(encoded("webp", raster).data) - 1))
    assert found.how == "palette"
    assert 0 < furthest(raster, found) <= MOST_ERROR


def test_a_picture_for_no_palette_is_lossy_where_it_must_be() -> None:
    raster = rasters.gradient()
    found = encoded("webp", raster, Wish(len(encoded("webp", raster).data) - 1))
    assert found.how == "quality 90"
    assert worst_color(raster.image(), decoded(found)) < 6
    with pytest.raises(FitError, match=r"found .* \(lossless\), .* \(quality 90\), .* \(quality 75\) as webp"):
        encoded("webp", raster, Wish(2_000))


def test_an_author_may_ask_for_a_quality_and_100_is_exact() -> None:
    assert encoded("webp", rasters.gradient(), Wish(quality=80)).how == "quality 80"
    assert encoded("webp", rasters.gradient(), Wish(quality=100)).how == "lossless"
    with pytest.raises(FitError, match=r"KB \(lossless\) as webp\n  hint: remove `quality`"):
        encoded("webp", rasters.gradient(), Wish(2_000, quality=100))
