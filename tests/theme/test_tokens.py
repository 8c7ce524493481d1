"""Tests of the built-in themes: the tokens' numbers, contrast, and what sets each apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline import theme
from pipeline.color import Color
from pipeline.scene import Shadow, Stop
from pipeline.theme import contrast
from pipeline.theme.oklch import least_apart
from pipeline.typography import library

CATEGORIES_APART = 13  # CIELAB, to every kind of sight; two colours of 10 apart are plainly two
TOKENS = {
    "paper": "#F5F3EC #FFFEFA #ECE9DF #E1DED2 #10262C #33474C #56666A #DAD7CB #B4B5AB #7F8B8B #0D5A66 #7FAAAF #DAE6E5 "
    "#FFFEFA #DC692E #A3430F #F8E0D0 #2A1206 #216546 #3A8A63",
    "ink": "#0D1B20 #14262C #1C3138 #274048 #F3F0E7 #CBD2CF #9BABAC #283D44 #4C636A #6F8990 #7CC7CB #3F7F87 #1B3B42 "
    "#08191D #F2935C #F5A779 #45291B #2A1206 #83CDA4 #4FA87C",
}
REST = {"paper": "#CFCDC2", "ink": "#3A5058"}
DATA = {
    "paper": "#0D5A66 #92549C #BC7D14 #687C5E #3585CF #962C20 | #0D5A66 #824590 #83560A #51654A #1D66A8 #962C20 | "
    "#E3ECEA #C3D7D7 #94B9BC #5C969C #2B7480 #083F48",
    "ink": "#7CC7CB #B277AE #F0BA55 #CBE3B6 #5292E4 #E2685A | #7CC7CB #CFA0CC #F0BA55 #CBE3B6 #8DB8F0 #F29B8E | "
    "#1A3138 #23464E #2F5F68 #4C8F97 #7CC7CB #D3F1F0",
}
FLOW = {
    "paper": "#D3E2E1 #0D5A66 #0D5A66 #BFBDB1 #DDDACD",
    "ink": "#21444B #7CC7CB #7CC7CB #566E78 #3A515A",
}
FLOW_ROLES = ["flow_band", "flow_node", "flow_open", "flow_closed", "flow_closed_2"]
ROLES = [
    "paper",
    "surface",
    "surface_2",
    "surface_3",
    "ink",
    "ink_2",
    "muted",
    "rule",
    "rule_strong",
    "control",
    "accent",
    "accent_soft",
    "accent_tint",
    "on_accent",
    "accent_2",
    "accent_2_text",
    "accent_2_tint",
    "on_accent_2",
    "positive",
    "positive_fill",
]


def color(name: str, role: str) -> Color:
    found = getattr(theme.load(name).colors, role)
    assert isinstance(found, Color)
    return found


@pytest.mark.parametrize("name", ["paper", "ink"])
class TestTokens:
    def test_the_colours_are_the_tokens(self, name: str) -> None:
        assert [str(color(name, role)) for role in ROLES] == TOKENS[name].split()

    def test_no_colour_is_left_untested(self, name: str) -> None:
        tuples = {"cat", "cat_text", "seq"}
        assert {*ROLES, *FLOW_ROLES, *tuples, "series_rest"} == set(theme.Colors.__struct_fields__)

    def test_the_colours_of_data_are_the_tokens(self, name: str) -> None:
        colors = theme.load(name).colors
        written = " | ".join(" ".join(map(str, each)) for each in (colors.cat, colors.cat_text, colors.seq))
        assert written == DATA[name]
        assert [str(color(name, role)) for role in FLOW_ROLES] == FLOW[name].split()
        assert str(colors.series_rest) == REST[name]

    def test_the_faces_are_the_packaged_families(self, name: str) -> None:
        faces = theme.load(name).faces
        assert (faces.display, faces.text, faces.numerals) == (
            ("Source Serif Pro",),
            ("Source Sans Pro",),
            ("Manrope",),
        )


@pytest.mark.parametrize("name", theme.names())
class TestEveryTheme:
    def test_all_that_is_seen_can_be_told_from_what_it_is_seen_on(self, name: str) -> None:
        assert [str(miss) for miss in contrast.misses(theme.load(name).colors)] == []

    def test_categories_stay_apart_to_every_kind_of_sight(self, name: str) -> None:
        assert least_apart(theme.load(name).colors.cat)[0] >= CATEGORIES_APART

    def test_the_ramp_goes_one_way(self, name: str) -> None:
        colors = theme.load(name).colors
        steps = [each.luminance for each in colors.seq]
        assert steps == sorted(steps, reverse=colors.paper.luminance > 0.2)

    def test_each_category_has_its_text(self, name: str) -> None:
        colors = theme.load(name).colors
        assert len(colors.cat) == len(colors.cat_text)


def test_press_has_rules_instead_of_shadows_and_heavy_headlines() -> None:
    press = theme.load("press")
    assert (press.shadows, press.card_radius, press.edge_width) == ((), 0, 2)
    face = library(None).find(press.faces.display[0], 300, italic=False)
    assert face.name == "Source Serif Pro Black"


def test_grid_stands_on_squared_paper() -> None:
    grid = theme.load("grid")
    assert grid.grid is not None
    assert grid.grid.color.contrast(grid.colors.paper) < 1.2, "lines behind words are faint"


@pytest.mark.parametrize(
    ("name", "sun", "glow"),
    [
        (
            "paper",
            "#DC692E 1 #DD6B31 .976 #DF7138 .89 #E0773F .759 #E27B44 .6 #E37E47 .43 #E68956 .268 #EB986B .131 "
            "#EEA67C .036 #F0AC84 0",
            "#DC692E .15 #DC692E .128 #DC692E .088 #DC692E .045 #DC692E .013 #DC692E 0",
        ),
        (
            "ink",
            "#F59B66 1 #F29664 1 #EA8A61 1 #E27C5C .943 #DC7259 .799 #D86F59 .604 #C1645B .392 #A2555B .197 "
            "#874759 .055 #7C4158 0",
            "#B0587A .17 #B0587A .145 #B0587A .099 #B0587A .051 #B0587A .014 #B0587A 0",
        ),
    ],
)
def test_the_gradients_are_those_of_the_quote_card(name: str, sun: str, glow: str) -> None:
    gradients = theme.load(name).gradients
    assert gradients.sun == tuple(stops(sun, 9))
    assert gradients.glow == tuple(stops(glow, 5))


def stops(written: str, steps: int) -> Iterator[Stop]:
    words = written.split()
    for index, (hexadecimal, alpha) in enumerate(zip(words[::2], words[1::2], strict=True)):
        yield Stop(index / steps, Color.parse(hexadecimal).with_alpha(float(alpha)))


def test_shadows_are_blurred_by_half_of_what_css_says() -> None:
    ink = Color(16, 38, 44)
    assert theme.load("paper").shadows == (Shadow(1, 1, ink.with_alpha(0.05)), Shadow(8, 12, ink.with_alpha(0.07)))
    black = Color(0, 0, 0, 0.28)
    assert theme.load("ink").shadows == (Shadow(1, 1, black), Shadow(10, 14, black))


def test_a_cards_edge_is_faint() -> None:
    assert theme.load("paper").edge == Color(16, 38, 44, 0.07)
    assert theme.load("ink").edge == Color(243, 240, 231, 0.07)


def test_each_file_is_a_theme_and_can_be_loaded() -> None:
    assert {"grid", "ink", "paper", "press"} <= set(theme.names())
    assert [theme.load(name).name for name in theme.names()] == list(theme.names())
    assert all(theme.load(name).description for name in theme.names())
