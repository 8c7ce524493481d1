"""Which composition a page takes, and how large."""

import pytest

from pipeline import sizes
from pipeline.geometry import Size
from pipeline.layout.shape import shape

NAMES = {"og": "wide", "wide": "wide", "x": "wide", "linkedin": "wide", "square": "square", "pin": "tall"}


@pytest.mark.parametrize(("size", "name"), NAMES.items())
def test_a_size_has_its_shape(size: str, name: str) -> None:
    assert shape(sizes.parse(size).size).name == name


@pytest.mark.parametrize("size", [*map(sizes.parse, sizes.names())], ids=lambda size: size.name)
def test_a_shape_holds_its_reference_and_fills_what_no_buttons_hide(size: sizes.PictureSize) -> None:
    found = shape(size.size)
    assert min(found.beyond) == pytest.approx(0, abs=1e-9)
    assert found.width * found.unit == pytest.approx(size.width)
    if size.name == "story":
        assert found.y == size.hidden_top
        assert found.y + found.height * found.unit == pytest.approx(size.height - size.hidden_bottom)
    else:
        assert found.height * found.unit == pytest.approx(size.height)


def test_a_reference_is_one_px_for_one() -> None:
    assert shape(Size(1080, 1350)).unit == 1
    assert shape(Size(2400, 1260)).unit == 2
