"""Tests of the options that come from Material's social plugin."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.errors import SpecError
from pipeline.plugins.social import translated
from tests.visuals import page, runs


def test_none_make_no_theme() -> None:
    assert translated({}, "options") == ({}, {})
    assert translated({"title": "Letters", "background_color": None}, "options") == ({}, {"title": "Letters"})


@pytest.mark.parametrize("ground", ["#4051B5", "#E92063", "#FFEC3D", "#000000", "#fff", "#009485"])
@pytest.mark.parametrize("base", ["", "ink", "press", "grid"])
def test_a_ground_makes_a_theme_whose_every_colour_can_be_read(ground: str, base: str) -> None:
    theme = translated({"background_color": ground}, "options", base).theme
    scene = page(
        {"kind": "page_card", "title": "A *b*", "description": "c", "author": "d", "themes": [theme]}, theme="social"
    )
    assert {run.fill for run in runs(scene)} <= {run.fill for run in runs(scene, "title")}


def test_a_color_alone_stands_on_white_or_black() -> None:
    assert translated({"color": "#112233"}, "options").theme["paper"] == "#FFFFFF"
    assert translated({"color": "#FFFF00", "background_color": "transparent"}, "options").theme["paper"] == "#000000"


def test_face_and_logo_are_those_of_the_theme() -> None:
    theme = translated({"font_family": "Manrope", "logo": "docs/logo.png"}, "options", "ink").theme
    assert theme == {
        "extends": "ink",
        "name": "social",
        "faces": {"display": "Manrope", "text": "Manrope"},
        "logo": {"file": "docs/logo.png"},
    }


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (
            {"logos": "a.png"},
            "options: unknown option `logos`\n  hint: the nearest is `logo`; known options are background_color, "
            "color, font_family, logo, title, description",
        ),
        (
            {"background_image": "a.png"},
            "options.background_image: cards have no such thing\n  hint: remove it: words stand on paper; a `theme` "
            "decides how it looks",
        ),
        (
            {"background_color": "indigo"},
            "options.background_color: expected a colour such as #4051B5, found `indigo`\n  hint: write its six "
            "hexadecimal digits behind a `#`, in quotation marks",
        ),
        (
            {"background_color": "#4051B5", "color": "#5060C0"},
            "options.color: expected a contrast of at least 4.5, found 1.23 for #5060C0 on #4051B5\n  hint: write "
            '`color: "#FFFFFF"`',
        ),
        ({"color": 123456}, "options.color: expected text, found 123456\n  hint: put it in quotation marks"),
    ],
)
def test_what_has_no_counterpart_is_told(options: dict[str, Any], complaint: str) -> None:
    with pytest.raises(SpecError) as caught:
        translated(options, "options")
    assert str(caught.value) == complaint


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(SpecError) as caught:
        translated({"background_color": "indigo", "color": "white"}, "options")
    assert len(caught.value.problems) == 2
