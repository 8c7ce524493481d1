"""Tests of the scene's colours: off the wall, readable, lit and shaded; for all persons in all themes at all hours."""

from __future__ import annotations

from itertools import product
from math import hypot

import pytest

from pipeline import sizes, theme
from pipeline.color import Color, apart, from_lab, lab, shifted
from pipeline.curves import flatten, parse
from pipeline.kinds.application_email.compositions import compose
from pipeline.kinds.application_email.drawing import Area
from pipeline.kinds.application_email.moods import MOODS
from pipeline.kinds.application_email.palettes import GLOW, HOURS, is_dark, scene_colors
from pipeline.kinds.application_email.parts import hand
from pipeline.kinds.application_email.people import (
    CLOTHES_OFF_THE_WALL,
    HAIR_OFF_THE_SKIN,
    HAIR_OFF_THE_WALL,
    HAIRS,
    SKINS,
    person_colors,
)
from tests import golden

LOOKS = [(look, hour) for look in theme.names() for hour in HOURS]
CLOTHES = ("#FFFFFF", "#000000", "#D5622A", "#213A41", "#E4ECE8", "#1B2430", "#F2EBDD", "#00FF00", "#7A2F3B", "#808080")
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
HAND_OFF_THE_WALL = 11.0  # of its lit skin, in CIELAB
NEAREST_TO_THE_LIGHT = 0.33  # of the light's radius


def person(
    look: str, hour: str, skin: str = "tan", hair: str = "black", clothes: str | None = None, scarf: str | None = None
) -> dict[str, Color]:
    """All colours of a person in a room."""
    colors = theme.load(look).colors
    room = scene_colors(colors, hour)
    walls = room["wall_1"], room["wall_2"]
    parsed = [None if text is None else Color.parse(text) for text in (clothes, scarf)]
    return {**room, **person_colors(skin, hair, parsed[0], parsed[1], is_dark(colors), walls)}


def off_the_wall(colors: dict[str, Color], name: str) -> float:
    return min(apart(colors[name], colors[wall]) for wall in ("wall_1", "wall_2"))


@pytest.mark.parametrize(("look", "hour"), LOOKS)
def test_everybodys_hair_and_skin_are_off_the_wall(look: str, hour: str) -> None:
    for skin, hair in product(SKINS, HAIRS):
        colors = person(look, hour, skin, hair)
        assert off_the_wall(colors, "hair") >= HAIR_OFF_THE_WALL, (skin, hair)
        assert off_the_wall(colors, "skin") >= HAIR_OFF_THE_WALL, (skin, hair)
        assert apart(colors["hair"], colors["skin"]) >= HAIR_OFF_THE_SKIN, (skin, hair)


@pytest.mark.parametrize(("look", "hour"), LOOKS)
@pytest.mark.parametrize("color", CLOTHES)
def test_clothes_and_scarves_of_any_colour_are_off_the_wall(look: str, hour: str, color: str) -> None:
    colors = person(look, hour, clothes=color, scarf=color)
    assert off_the_wall(colors, "top") >= CLOTHES_OFF_THE_WALL
    assert off_the_wall(colors, "top_lit") >= CLOTHES_OFF_THE_WALL
    assert off_the_wall(colors, "scarf") >= HAIR_OFF_THE_WALL


@pytest.mark.parametrize(("look", "hour"), LOOKS)
def test_everybodys_face_can_be_read(look: str, hour: str) -> None:
    for skin, hair in product(SKINS, HAIRS):
        colors = person(look, hour, skin, hair)
        for feature in ("eye", "brow", "lip", "skin_shade"):
            under = "skin_lit" if feature == "skin_shade" else "skin"
            assert apart(colors[feature], colors[under]) >= 15, (skin, hair, feature)


@pytest.mark.parametrize(("look", "hour"), LOOKS)
@pytest.mark.parametrize("mood", MOODS)
def test_every_mood_can_be_read_in_everybodys_face(look: str, hour: str, mood: str) -> None:
    marks = [mark for mark in MOODS[mood].features if not (isinstance(mark, Area) and mark.alpha < 1)]
    assert {mark.color for mark in marks} == {"brow", "eye", "lip", "skin_shade"}
    for skin, hair in product(SKINS, HAIRS):
        colors = person(look, hour, skin, hair)
        for mark in marks:
            least = 10.5 if mark.color == "skin_shade" else 15  # a fold of the skin, and what gives the face its mood
            assert apart(colors[mark.color], colors["skin"]) >= least, (skin, hair, mark)


@pytest.mark.parametrize(("look", "hour"), LOOKS)
@pytest.mark.parametrize("mood", MOODS)
def test_everybody_is_off_the_wall_in_the_light_of_every_mood(look: str, hour: str, mood: str) -> None:
    for skin, hair in product(SKINS, HAIRS):
        colors = person(look, hour, skin, hair)
        middle, at_45 = GLOW[int(is_dark(theme.load(look).colors))]
        strength = MOODS[mood].glow * (at_45 + (middle - at_45) * (0.45 - NEAREST_TO_THE_LIGHT) / 0.45)
        light = colors[MOODS[mood].glow_color].with_alpha(strength)
        for wall in (light.over(colors["wall_1"]), light.over(colors["wall_2"])):
            assert apart(colors["hair"], wall) >= HAIR_OFF_THE_WALL, hair
            assert apart(colors["skin"], wall) >= HAIR_OFF_THE_WALL, skin
            assert apart(colors["skin_lit"], wall) >= HAND_OFF_THE_WALL, skin


@pytest.mark.parametrize("size", ["og", "portrait", "square", "story", "1200x900"])
def test_no_hand_comes_nearer_to_the_middle_of_the_light(size: str) -> None:
    places = compose(sizes.parse(size).size).places
    x, y, radius_x, radius_y = places.glow
    for drawing in (hand.FINGERS, *(mood.hand_before for mood in MOODS.values())):
        outlines = [mark.path for mark in drawing if isinstance(mark, Area)]
        points = [point for path in outlines for run in flatten(parse(path), 0.5) for point in run.points]
        seen = [places.figure.matrix.apply(*point) for point in points]
        assert min(hypot((at.x - x) / radius_x, (at.y - y) / radius_y) for at in seen) >= NEAREST_TO_THE_LIGHT


@pytest.mark.parametrize("look", ["paper", "ink"])
@pytest.mark.parametrize("color", CLOTHES)
def test_a_free_colour_is_lit_ten_points_up_and_shaded_thirteen_down(look: str, color: str) -> None:
    colors = person(look, "morning", clothes=color)
    base, lit, shade, trim = (lab(colors[f"top{tone}"])[0] for tone in ("", "_lit", "_shade", "_trim"))
    pale = lit > 60
    assert lit - base == pytest.approx(10, abs=1.5) or (pale and 1.5 <= lit - base < 10)
    assert base - shade == pytest.approx(13, abs=1.5)
    assert shade < trim < base


@pytest.mark.parametrize("look", ["paper", "ink"])
@pytest.mark.parametrize("skin", list(SKINS))
def test_every_skin_has_three_values(look: str, skin: str) -> None:
    colors = person(look, "morning", skin)
    base, lit, shade = (lab(colors[f"skin{tone}"])[0] for tone in ("", "_lit", "_shade"))
    assert 7 <= lit - base <= 11
    assert 11 <= base - shade <= 16


def test_the_sample_has_the_designers_colours() -> None:
    paper, ink = (person(look, "morning") for look in ("paper", "ink"))
    names = ("hair", "brow", "hair_line", "skin", "skin_lit", "skin_shade", "lip", "top", "top_lit", "top_shade")
    assert [str(paper[name]) for name in names] == (
        ["#2A2228", "#2A2228", "#4B3C44", "#C4845B", "#D69C74", "#A2643F", "#7A3F2C", "#D5622A", "#E27B42", "#B54F1D"]
    )
    assert [str(ink[name]) for name in names] == (
        ["#120F15", "#120F15", "#3A2F3A", "#B87850", "#D1936A", "#8A5236", "#6A3424", "#BE5826", "#DA7440", "#8F3E18"]
    )


def test_there_are_people_of_many_kinds() -> None:
    assert len(SKINS) >= 6
    assert len(HAIRS) >= 5


@pytest.mark.parametrize(("look", "hour"), LOOKS)
@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("screen_ink", "screen"),
        ("screen_muted", "screen"),
        ("screen_on", "screen_accent"),
        ("calendar_on", "calendar_head"),
        ("sticky_ink", "sticky"),
    ],
)
def test_texts_are_readable(look: str, hour: str, text: str, behind: str) -> None:
    colors = scene_colors(theme.load(look).colors, hour)
    assert colors[text].contrast(colors[behind]) >= LEAST_CONTRAST


def test_every_hour_has_its_own_sky() -> None:
    skies = {tuple(scene_colors(theme.load("ink").colors, hour)[f"sky_{n}"] for n in (1, 2, 3)) for hour in HOURS}
    assert len(skies) == len(HOURS)


class TestTones:
    @pytest.mark.parametrize("text", ["#FFFFFF", "#000000", "#D5622A", "#0D5A66", "#F6D488"])
    def test_lab_agrees_with_the_goldens_own_and_leads_back(self, text: str) -> None:
        color = Color.parse(text)
        assert lab(color) == pytest.approx(golden.labs((color.red, color.green, color.blue)), abs=0.1)
        assert from_lab(*lab(color)) == color

    def test_a_shifted_colour_has_the_lightness_that_was_asked_for(self) -> None:
        for text in CLOTHES:
            lightness = lab(Color.parse(text))[0]
            for points in (-13, 10):
                target = min(100, max(0, lightness + points))
                assert lab(shifted(Color.parse(text), points))[0] == pytest.approx(target, abs=0.8)

    def test_what_srgb_cannot_show_loses_chroma_and_keeps_its_lightness(self) -> None:
        assert lab(from_lab(30, 0, 120))[0] == pytest.approx(30, abs=0.8)
