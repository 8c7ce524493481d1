"""Things in the scene can be told from what they stand before, and clothes keep the colour that was asked for."""

from __future__ import annotations

import pytest

from pipeline import theme
from pipeline.color import Color, lab
from pipeline.kinds.application_email.palettes import HOURS, LEAST_APART, is_dark, scene_colors
from pipeline.kinds.application_email.people import person_colors
from pipeline.kinds.application_email.stage import DESK_AND_WALL, GLASS, lamp_colors
from tests.visuals import page


def palette(look: str, hour: str, size: str, props: str = "lamp") -> str:
    keys = {
        "kind": "application_email",
        "email": {"from": "Pia", "subject": "No."},
        "person": {"clothes": "#FFFFFF"},
        "scene": {"time": hour, "props": [props]},
    }
    return str(page(keys, size, look))


@pytest.mark.parametrize("hour", HOURS)
@pytest.mark.parametrize("look", theme.names())
@pytest.mark.parametrize("wide", [True, False])
def test_the_lamp_can_be_told_from_all_that_it_stands_before(look: str, hour: str, wide: bool) -> None:
    room = scene_colors(theme.load(look).colors, hour)
    lamp = lamp_colors(room, wide)
    for ground in DESK_AND_WALL if wide else GLASS:
        assert all(color.contrast(room[ground]) >= LEAST_APART for color in lamp.values()), ground
    assert lamp["lamp"].contrast(lamp["lamp_lit"]) >= LEAST_APART


def test_the_lamps_colours_are_those_that_are_drawn() -> None:
    assert Color.parse("#17120D").luminance < 0.01, "press has a black desk"
    drawn = palette("press", "night", "og")
    assert drawn.count("fill #17120D") == palette("press", "night", "og", "mug").count("fill #17120D"), "no black lamp"


@pytest.mark.parametrize(("look", "hour"), [("press", "night"), ("ink", "morning"), ("ink", "night")])
def test_a_white_jumper_stays_white_where_the_wall_lets_it(look: str, hour: str) -> None:
    colors = theme.load(look).colors
    room = scene_colors(colors, hour)
    walls = room["wall_1"], room["wall_2"]
    person = person_colors("tan", "black", Color(255, 255, 255), None, is_dark(colors), walls)
    assert lab(person["top"])[0] >= 95
    assert all(person[tone].contrast(wall) >= LEAST_APART for tone in ("top", "top_lit") for wall in walls)
