"""Pictures that were looked at: a head in each hair style, and the e-mail on the tilted screen."""

from __future__ import annotations

import pytest

from pipeline.geometry import Affine, Rect, Size
from pipeline.kinds.application_email.drawing import drawn
from pipeline.kinds.application_email.moods import MOODS, THOUGHTFUL
from pipeline.kinds.application_email.parts import body, head, laptop
from pipeline.kinds.application_email.parts.hair import HAIR_STYLES
from pipeline.paint import paint
from pipeline.scene import Box, Group, Item, Scene
from tests import golden
from tests.kinds.application_email.scenes import on_stage, plates, scene

SKINS = "porcelain", "deep", "tan", "beige", "umber", "brown"
HAIRS = "auburn", "black", "brown", "blond", "grey", "black"
STYLES = "short", "long", "headscarf", "bun"  # of those whose moods are shown


def test_heads(request: pytest.FixtureRequest) -> None:
    items = tuple(_head(index, name) for index, name in enumerate(HAIR_STYLES))
    wall = Box(Rect(0, 0, 408, 96), fill=on_stage().palette["wall_1"])
    picture = paint(Scene(Size(408, 96), (wall, *items), "", "")).image()
    golden.check(picture, "application_email/heads", request)


def test_moods(request: pytest.FixtureRequest) -> None:
    items = tuple(_in_a_mood(index, name) for index, name in enumerate(MOODS))
    wall = Box(Rect(0, 0, 416, 136), fill=on_stage().palette["wall_1"])
    golden.check(paint(Scene(Size(416, 136), (wall, *items), "", "")).image(), "application_email/moods", request)


def test_the_screen(request: pytest.FixtureRequest) -> None:
    on = on_stage(look="ink")
    whole = scene(look="ink")
    screen = plates(whole)[0].matrix
    texts = [item for item in whole.items if isinstance(item, Group) and item.transform == screen][-1]
    tilted = Affine.scale(0.72) @ Affine.translate(20 - screen.e, 20 - screen.f) @ screen
    items = (
        Box(Rect(0, 0, 300, 150), fill=on.palette["wall_2"]),
        Group((*drawn(laptop.LID, on.palette), *texts.items), tilted),
    )
    golden.check(paint(Scene(Size(300, 150), items, "", "")).image(), "application_email/screen", request)


def _head(index: int, style: str) -> Item:
    """A bust, 68 px wide."""
    bust = _bust(style, THOUGHTFUL, SKINS[index], HAIRS[index], glasses=True)
    return Group(bust, Affine.translate(68 * index - 2, -12) @ Affine.scale(0.21))


def _in_a_mood(index: int, name: str) -> Item:
    """A bust, 104 px wide."""
    bust = _bust(STYLES[index], name, SKINS[index], HAIRS[index])
    return Group(bust, Affine.translate(104 * index - 4, -20) @ Affine.scale(0.34))


def _bust(style: str, name: str, skin: str, color: str, glasses: bool = False) -> tuple[Item, ...]:
    """Head, hand and arm in a mood."""
    hair, mood = HAIR_STYLES[style], MOODS[name]
    palette = on_stage(f"person.skin={skin}", f"person.hair={color}", "person.earring=false").palette
    lenses = head.GLASSES if glasses else ()
    in_head = (*hair.under, *head.FACE, *hair.over, *head.EAR, *mood.features, *lenses, *hair.covering)
    upper = drawn(mood.neck + body.TORSO + hair.draped + mood.hand_behind, palette)
    return (*upper, Group(drawn(in_head, palette), mood.turned), *drawn(mood.hand_before + mood.arm, palette))
