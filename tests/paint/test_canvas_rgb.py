"""Painting in RGB: letters whose edges have few colours, none of them further off than a palette's."""

from __future__ import annotations

import pytest
from PIL import Image

from pipeline.color import Color
from pipeline.geometry import IDENTITY
from pipeline.paint.canvas_rgb import RgbCanvas
from pipeline.paint.items import paint_items
from pipeline.rendering import lay_out, load
from pipeline.scene import Scene, TextRun
from tests.conftest import REPOSITORY
from tests.paint.conftest import painted, painted_in_rgb, scene, worst_difference


def laid_out(name: str, size: str, theme: str) -> Scene:
    return lay_out(load(str(REPOSITORY / "specs" / f"{name}.yaml")), size, theme)[0]


@pytest.mark.parametrize("theme", ["paper", "ink"])
@pytest.mark.parametrize("name", ["quote_card", "feedback_checklist", "applications_dashboard", "application_email"])
def test_no_channel_of_any_pixel_is_off_by_more_than_4(name: str, theme: str) -> None:
    what = laid_out(name, "og", theme)
    assert 0 < worst_difference(painted(what), painted_in_rgb(what)) <= 4


@pytest.mark.parametrize(("ink", "most"), [(Color(0, 0, 0), 34), (Color(128, 128, 128), 18), (Color(0, 0, 0, 0.5), 18)])
def test_the_edges_of_letters_have_no_more_colours_than_can_be_told_apart(ink: Color, most: int) -> None:
    run = next(item for item in laid_out("quote_card", "og", "paper").items if isinstance(item, TextRun))
    words = scene(1200, 630, run._replace(fill=ink))
    canvas = RgbCanvas(1200, 630)
    paint_items(canvas, words.items, IDENTITY, canvas.bounds)
    assert 10 < colors_of(canvas.raster().image()) <= most < colors_of(painted_in_rgb(words))


def colors_of(picture: Image.Image) -> int:
    found = picture.getcolors(1 << 16)
    assert found is not None
    return len(found)
