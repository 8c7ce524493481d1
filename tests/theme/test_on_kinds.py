"""Every theme on every kind: each text can be read on what is really painted behind it; and how the new ones look."""

from __future__ import annotations

import os
from functools import cache

import pytest

from pipeline import theme
from pipeline.build.planning import specs_in
from pipeline.color import Color
from pipeline.paint import paint
from pipeline.rendering import Visual, load, render
from pipeline.scene import Group, Item, Scene, TextRun, walk
from tests import golden
from tests.conftest import REPOSITORY
from tests.visuals import page

SPECS = [os.path.basename(path).removesuffix(".yaml") for path in specs_in(str(REPOSITORY / "specs"))]
LARGE = 32  # px; such text needs a contrast of 3: WCAG 2.2, 1.4.3
SAMPLES = 24  # points along a run where what lies behind it is looked at
CROSSED = 0.2  # of these points that may be worse: a line that passes behind, the edge of a shape


@cache
def visual(name: str) -> Visual:
    return load(REPOSITORY / "specs" / f"{name}.yaml")


def scene(name: str, size: str, look: str) -> Scene:
    return page(visual(name), size, look)


@pytest.mark.parametrize("size", ["og", "portrait"])
@pytest.mark.parametrize("look", theme.names())
@pytest.mark.parametrize("name", SPECS)
def test_each_text_can_be_read_on_what_is_behind_it(name: str, look: str, size: str) -> None:
    drawn = scene(name, size, look)
    ground = paint(drawn._replace(items=_wordless(drawn.items))).image()
    hard = {}
    for item, transform in walk(drawn.items):
        if not isinstance(item, TextRun) or not isinstance(item.fill, Color) or not item.text.strip():
            continue
        ratios = []
        for step in range(SAMPLES):
            along = item.origin.x + item.advance * (step + 0.5) / SAMPLES
            seen = transform.apply(along, item.origin.y - 0.3 * item.size)
            behind = Color(*ground.getpixel((min(ground.width - 1, max(0, int(seen.x))), int(seen.y))))  # type: ignore[misc]
            ratios.append(item.fill.over(behind).contrast(behind))
        least = sorted(ratios)[int(CROSSED * SAMPLES)]
        if least < (3 if item.size >= LARGE else 4.5):
            hard[item.text] = f"{least:.2f} of {item.fill}, {item.role}"
    assert hard == {}


def _wordless(items: tuple[Item, ...]) -> tuple[Item, ...]:
    kept = (item for item in items if not isinstance(item, TextRun))
    return tuple(item._replace(items=_wordless(item.items)) if isinstance(item, Group) else item for item in kept)


@pytest.mark.parametrize("look", ["press", "grid"])
@pytest.mark.parametrize(
    ("name", "left", "top"),
    [
        ("quote_card", 900, 380),
        ("applications_dashboard", 20, 70),
        ("feedback_checklist", 440, 20),
        ("chart", 20, 130),
        ("big_number", 240, 400),
        ("big_number_change", 600, 390),
        ("application_email", 860, 250),
        ("career_roadmap", 900, 20),
        ("career_levels", 480, 60),
    ],
)
def test_looks(name: str, left: int, top: int, look: str, request: pytest.FixtureRequest) -> None:
    picture = paint(render(visual(name), "og", look).scene).image().crop((left, top, left + 290, top + 150))
    golden.check(picture, f"theme/{look}_{name}", request)
