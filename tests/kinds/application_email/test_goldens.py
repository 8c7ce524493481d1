"""Pictures that were looked at: a head in each hair style, and the e-mail on the tilted screen."""

from __future__ import annotations

import pytest

from pipeline.geometry import Affine, Rect, Size
from pipeline.kinds.application_email.drawing import drawn
from pipeline.kinds.application_email.parts import body, hand, head, laptop
from pipeline.kinds.application_email.parts.hair import HAIR_STYLES
from pipeline.paint import paint
from pipeline.scene import Box, Group, Item, Scene
from tests import golden
from tests.kinds.application_email.scenes import on_stage, plates, scene

SKINS = "porcelain", "deep", "tan", "beige", "umber", "brown"
HAIRS = "auburn", "black", "brown", "blond", "grey", "black"


def test_heads(request: pytest.FixtureRequest) -> None:
    items = tuple(_head(index, name) for index, name in enumerate(HAIR_STYLES))
    wall = Box(Rect(0, 0, 408, 96), fill=on_stage().palette["wall_1"])
    picture = paint(Scene(Size(408, 96), (wall, *items), "", "")).image()
    golden.check(picture, "application_email/heads", request)


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
    hair = HAIR_STYLES[style]
    palette = on_stage(f"person.skin={SKINS[index]}", f"person.hair={HAIRS[index]}", "person.earring=false").palette
    in_head = (*hair.under, *head.FACE, *hair.over, *head.EAR, *head.FEATURES, *head.GLASSES, *hair.covering)
    upper = drawn(body.NECK + body.TORSO + hair.draped + hand.PALM, palette)
    bust = (*upper, Group(drawn(in_head, palette), head.TURNED), *drawn(hand.FINGERS + body.NEAR_ARM, palette))
    return Group(bust, Affine.translate(68 * index - 2, -12) @ Affine.scale(0.21))
