"""Tests of palettes made from one accent: any accent gives one that can be read, by every kind of sight."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import theme
from pipeline.color import Color, apart
from pipeline.theme import Shelf, contrast
from pipeline.theme.deriving import LEAST_APART, derive
from pipeline.theme.oklch import DEFICIENCIES, Tone, as_seen, least_apart, nearest_readable, tone
from pipeline.theme.writing import written

BASES = ("paper", "ink")
HARD = ("#FFD400", "#FEFEFE", "#000000", "#00FF66", "#808080", "#0000FF", "#FF0000", "#F3E491", "#0D1B20")


def passes(accent: Color, base: str) -> None:
    colors = derive(accent, theme.load(base)).colors
    assert [str(miss) for miss in contrast.misses(colors)] == []
    assert least_apart(colors.cat)[0] >= LEAST_APART


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("accent", HARD)
def test_hard_accents_give_a_palette_that_passes(accent: str, base: str) -> None:
    passes(Color.parse(accent), base)


@settings(max_examples=25, derandomize=True, deadline=None, database=None)
@given(st.tuples(*[st.integers(0, 255)] * 3), st.sampled_from(BASES))
def test_any_accent_gives_a_palette_that_passes(channels: tuple[int, int, int], base: str) -> None:
    passes(Color(*channels), base)


def test_an_accent_that_can_be_read_is_kept() -> None:
    assert derive(Color.parse("#6A2BD9"), theme.load("paper")).colors.accent == Color.parse("#6A2BD9")


def test_an_accent_that_cannot_be_read_keeps_its_hue() -> None:
    found = derive(Color.parse("#FFD400"), theme.load("paper")).colors.accent
    assert abs(tone(found).hue - tone(Color.parse("#FFD400")).hue) < 8


@pytest.mark.parametrize(("accent", "warm"), [("#1F5BFF", True), ("#D9480F", False), ("#777777", True)])
def test_what_catches_the_eye_is_of_another_hue(accent: str, warm: bool) -> None:
    found = derive(Color.parse(accent), theme.load("paper")).colors.accent_2
    assert (found.red > found.blue) == warm


def test_the_same_accent_gives_the_same_palette() -> None:
    assert derive(Color.parse("#7A3CFF"), theme.load("ink")) == derive(Color.parse("#7A3CFF"), theme.load("ink"))


@pytest.mark.parametrize("base", BASES)
def test_the_file_says_what_was_derived(base: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("themes")
    palette = derive(Color.parse("#7A3CFF"), theme.load(base))
    (folder / "mine.yaml").write_text(written(palette, base, "made from #7A3CFF"), encoding="utf-8")
    found = Shelf(str(folder)).load("mine")
    assert found.colors == palette.colors
    assert found.description == "made from #7A3CFF"
    assert [stop.color for stop in found.gradients.sun] == [Color.parse(str(each)) for each in palette.sun]


def test_tones_and_colours_are_the_same_thing() -> None:
    assert tone(Color.parse("#0D5A66")).color == Color.parse("#0D5A66")
    assert tone(Color(128, 128, 128)).chroma < 0.001
    assert Tone(0.6, 0.4, 150).color[1] > 150, "chroma beyond sRGB is brought within it"


def test_red_and_green_are_alike_to_some() -> None:
    red, green = Color.parse("#B0503C"), Color.parse("#6E7A32")
    assert least_apart([red, green])[0] < 25 < least_apart([red, Color.parse("#2B4BC0")])[0]


@pytest.mark.parametrize(
    ("deficiency", "red"),
    [
        ("deutan", (0.367322, 0.280085, 0)),
        ("protan", (0.152286, 0.114503, 0)),
    ],
)
def test_red_is_seen_as_machado_says(deficiency: str, red: tuple[float, float, float]) -> None:
    """Machado et al., 2009, table 1: the first column at severity 1, in linear light."""
    coded = tuple(round(255 * (1.055 * each ** (1 / 2.4) - 0.055)) if each else 0 for each in red)
    assert as_seen(Color(255, 0, 0), deficiency)[:3] == pytest.approx(coded, abs=1)


def test_blue_and_green_are_alike_without_blue_cones() -> None:
    green, blue = Color.parse("#00A0A0"), Color.parse("#3C9BFF")
    assert apart(as_seen(green, "tritan"), as_seen(blue, "tritan")) < 0.5 * apart(green, blue)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_greys_are_seen_as_greys(deficiency: str) -> None:
    seen = as_seen(Color(120, 120, 120), deficiency)
    assert max(abs(channel - 120) for channel in seen[:3]) <= 2


def test_the_nearest_readable_colour_of_one_that_can_be_read_is_itself() -> None:
    assert nearest_readable(Color.parse("#0D5A66"), [Color(255, 255, 255)], 4.5) == Color.parse("#0D5A66")
