"""Tests of pipeline.theme: the tokens' numbers, contrast, and what a broken theme is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import theme
from pipeline.color import Color
from pipeline.errors import ThemeError
from pipeline.scene import Shadow, Stop

TEXT = ["ink", "ink_2", "muted", "accent", "accent_2_text", "positive", "warning", "negative"]
GROUNDS = ["paper", "surface", "surface_2"]
MIN_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
MIN_GRAPHIC_CONTRAST = 3.0  # WCAG 2.2, 1.4.11

TOKENS = {
    "paper": "#F5F3EC #FFFEFA #ECE9DF #E1DED2 #10262C #33474C #56666A #DAD7CB #B4B5AB #7F8B8B #0D5A66 #083F48 #7FAAAF "
    "#DAE6E5 #FFFEFA #DC692E #A3430F #F8E0D0 #2A1206 #216546 #3A8A63 #DCEAE0 #7F5300 #BD800F #F6E8C6 #A2322B #C9523F "
    "#F7DFD9",
    "ink": "#0D1B20 #14262C #1C3138 #274048 #F3F0E7 #CBD2CF #9BABAC #283D44 #4C636A #6F8990 #7CC7CB #A9DEE0 #3F7F87 "
    "#1B3B42 #08191D #F2935C #F5A779 #45291B #2A1206 #83CDA4 #4FA87C #1A3A30 #E9BF62 #D9A23A #3B3118 #F29B8E #DB6A58 "
    "#452621",
}
SERIES = {
    "paper": "#0D5A66 #DC692E #7FAAAF #C08A1E #8A6F8E #CFCDC2",
    "ink": "#7CC7CB #F2935C #3F7F87 #E3B95B #B79ABB #3A5058",
}
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
    "accent_strong",
    "accent_soft",
    "accent_tint",
    "on_accent",
    "accent_2",
    "accent_2_text",
    "accent_2_tint",
    "on_accent_2",
    "positive",
    "positive_fill",
    "positive_tint",
    "warning",
    "warning_fill",
    "warning_tint",
    "negative",
    "negative_fill",
    "negative_tint",
]


def color(name: str, role: str) -> Color:
    found = getattr(theme.load(name).colors, role)
    assert isinstance(found, Color)
    return found


@pytest.mark.parametrize("name", ["paper", "ink"])
class TestTokens:
    def test_the_colours_are_the_tokens(self, name: str) -> None:
        assert [str(color(name, role)) for role in ROLES] == TOKENS[name].split()

    def test_the_series_are_the_tokens(self, name: str) -> None:
        colors = theme.load(name).colors
        assert [str(each) for each in (*colors.series, colors.series_rest)] == SERIES[name].split()

    def test_no_colour_is_left_untested(self, name: str) -> None:
        tuples = {"series", "series_rest", "cat", "cat_text", "seq"}
        assert {*ROLES, *FLOW_ROLES, *tuples} == set(theme.Colors.__struct_fields__)

    def test_the_colours_of_data_are_the_tokens(self, name: str) -> None:
        colors = theme.load(name).colors
        written = " | ".join(" ".join(map(str, each)) for each in (colors.cat, colors.cat_text, colors.seq))
        assert written == DATA[name]
        assert [str(color(name, role)) for role in FLOW_ROLES] == FLOW[name].split()

    @pytest.mark.parametrize("ground", ["paper", "surface"])
    def test_categories_can_be_told_from_the_ground_and_read(self, name: str, ground: str) -> None:
        colors, on = theme.load(name).colors, color(name, ground)
        assert min(each.contrast(on) for each in colors.cat) >= MIN_GRAPHIC_CONTRAST
        assert min(each.contrast(on) for each in colors.cat_text) >= MIN_CONTRAST

    def test_the_ramp_goes_one_way(self, name: str) -> None:
        steps = [each.luminance for each in theme.load(name).colors.seq]
        assert steps == sorted(steps, reverse=name == "paper")

    def test_the_faces_are_the_packaged_families(self, name: str) -> None:
        faces = theme.load(name).faces
        assert (faces.display, faces.text, faces.numerals) == (
            ("Source Serif Pro",),
            ("Source Sans Pro",),
            ("Manrope",),
        )

    def test_text_is_readable_on_every_ground(self, name: str) -> None:
        ratios = {f"{text} on {on}": color(name, text).contrast(color(name, on)) for text in TEXT for on in GROUNDS}
        assert {pair: ratio for pair, ratio in ratios.items() if ratio < MIN_CONTRAST} == {}

    @pytest.mark.parametrize(
        ("text", "ground"),
        [
            ("accent", "accent_tint"),
            ("accent_2_text", "accent_2_tint"),
            ("positive", "positive_tint"),
            ("warning", "warning_tint"),
            ("negative", "negative_tint"),
            ("on_accent", "accent"),
            ("on_accent_2", "accent_2"),
        ],
    )
    def test_text_is_readable_on_its_own_colour(self, name: str, text: str, ground: str) -> None:
        assert color(name, text).contrast(color(name, ground)) >= MIN_CONTRAST

    @pytest.mark.parametrize("role", ["control", "accent_2"])
    def test_graphics_can_be_told_from_the_page(self, name: str, role: str) -> None:
        assert color(name, role).contrast(color(name, "paper")) >= MIN_GRAPHIC_CONTRAST


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
    assert {"ink", "paper"} <= set(theme.names())
    assert [theme.load(name).name for name in theme.names()] == list(theme.names())
    assert all(theme.load(name).description for name in theme.names())


class TestErrors:
    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
        """A folder of themes that tests may spoil."""
        for name in ("paper", "ink"):
            text = (Path(theme.__file__).parent / "themes" / f"{name}.yaml").read_text(encoding="utf-8")
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        monkeypatch.setattr(theme, "_FOLDER", str(tmp_path))
        theme.load.cache_clear()
        yield tmp_path
        theme.load.cache_clear()

    @pytest.mark.parametrize("name", ["papr", "Paper", "../themes/paper", "paper.yaml", ""])
    def test_an_unknown_theme_is_refused_with_the_list(self, name: str) -> None:
        assert complaint(name).startswith(f"unknown theme `{name}`\n  hint: ")
        assert complaint(name).endswith("themes are ink, paper")

    def test_the_nearest_theme_is_named(self) -> None:
        assert "the nearest is `paper`" in complaint("papr")

    def test_mistakes_in_a_theme_are_told_with_their_places(self, folder: Path) -> None:
        path = folder / "mine.yaml"
        path.write_text("description: mine\nextends: paper\ncolors:\n  ink: black\n  inkk: '#000'\n", encoding="utf-8")
        first, second, hint = complaint("mine").split("\n")
        assert first == f"{path}:4:8: colors.ink: expected a colour such as #0D5A66, found `black`"
        assert second == f"{path}:5:3: unknown key `inkk` in colors"
        assert hint.startswith("  hint: the nearest key is `ink`; allowed keys are accent, accent_2, ")

    def test_a_theme_takes_what_it_leaves_out_from_the_one_it_extends(self, folder: Path) -> None:
        (folder / "mine.yaml").write_text("extends: ink\ncolors: {accent: '#FFF'}\n", encoding="utf-8")
        mine, ink = theme.load("mine"), theme.load("ink")
        assert mine.colors.accent == Color(255, 255, 255)
        assert (mine.colors.paper, mine.gradients) == (ink.colors.paper, ink.gradients)

    def test_a_theme_that_extends_nothing_must_be_whole(self, folder: Path) -> None:
        (folder / "mine.yaml").write_text("description: mine\n", encoding="utf-8")
        assert complaint("mine").count("missing key") == 5

    def test_a_theme_cannot_extend_an_unknown_one(self, folder: Path) -> None:
        path = folder / "mine.yaml"
        path.write_text("extends: papr\n", encoding="utf-8")
        assert complaint("mine").startswith(f"{path}:1:10: unknown theme `papr`")

    def test_themes_cannot_extend_one_another_in_a_ring(self, folder: Path) -> None:
        (folder / "a.yaml").write_text("extends: b\n", encoding="utf-8")
        (folder / "b.yaml").write_text("extends: a\n", encoding="utf-8")
        assert complaint("a").startswith(f"{folder / 'b.yaml'}:1:10: extends: the themes a, b extend one another")

    def test_a_broken_file_is_a_theme_error(self, folder: Path) -> None:
        (folder / "mine.yaml").write_text("colors: [", encoding="utf-8")
        assert complaint("mine").startswith(f"{folder / 'mine.yaml'}:1:9: ")


def complaint(name: str) -> str:
    with pytest.raises(ThemeError) as caught:
        theme.load(name)
    return str(caught.value)
