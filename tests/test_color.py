"""Tests of pipeline.color."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.color import Color, duotone, lab, toned

PURE = ((255, 0, 0), (0, 255, 0), (0, 0, 255))

CHANNELS = st.integers(0, 255)
COLORS = st.builds(Color, CHANNELS, CHANNELS, CHANNELS, st.just(1.0))
BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)


class TestParse:
    @pytest.mark.parametrize(
        ("text", "color"),
        [
            ("#0D5A66", Color(13, 90, 102)),
            ("#0d5a66", Color(13, 90, 102)),
            ("#fA0", Color(255, 170, 0)),
            ("#00000080", Color(0, 0, 0, 128 / 255)),
            ("#10262C/.07", Color(16, 38, 44, 0.07)),
            ("#10262C/0", Color(16, 38, 44, 0)),
            ("#10262C/1", Color(16, 38, 44)),
        ],
    )
    def test_hexadecimal_digits_and_an_alpha_are_read(self, text: str, color: Color) -> None:
        assert Color.parse(text) == color

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "#",
            "red",
            "0D5A66",
            "#0D5A6",
            "#12",
            "#1234",
            "#12345",
            "##12345",
            "#ab cd",
            "# abcde",
            "#0D5A6G",
            "#１２３",
        ]
        + ["#0D5A66/", "#0D5A66/2", "#0D5A66/-1", "#0D5A66/x", "#0D5A66/nan", "#fff/.5", "#00000080/.5", "#1_2_3_"],
    )
    def test_anything_else_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match=r" is not |fromhex|could not convert"):
            Color.parse(text)

    @given(COLORS, st.integers(0, 100))
    def test_what_is_printed_is_read_back(self, color: Color, percent: int) -> None:
        faded = color.with_alpha(percent / 100)
        assert Color.parse(str(faded)) == faded


class TestOver:
    def test_half_of_white_over_black_is_grey(self) -> None:
        assert WHITE.with_alpha(0.5).over(BLACK) == Color(128, 128, 128)

    @given(COLORS, COLORS)
    def test_an_opaque_colour_hides_and_a_clear_one_shows(self, color: Color, backdrop: Color) -> None:
        assert color.over(backdrop) == color
        assert color.with_alpha(0).over(backdrop) == backdrop


class TestContrast:
    @pytest.mark.parametrize(
        ("one", "other", "ratio"),
        # #777 and #767676 lie on either side of 4.5; the last two are worked out from the definition
        [
            (BLACK, WHITE, 21.0),
            (WHITE, WHITE, 1.0),
            (Color(119, 119, 119), WHITE, 4.48),
            (Color(118, 118, 118), WHITE, 4.54),
            (Color(64, 64, 64), WHITE, 10.37),
            (Color(10, 10, 10), WHITE, 19.80),
        ],
    )
    def test_it_is_the_ratio_that_wcag_defines(self, one: Color, other: Color, ratio: float) -> None:
        assert one.contrast(other) == pytest.approx(ratio, abs=0.01)

    @given(COLORS, COLORS)
    def test_it_is_the_same_both_ways_and_within_its_bounds(self, one: Color, other: Color) -> None:
        assert one.contrast(other) == other.contrast(one)
        assert 1 <= one.contrast(other) <= 21.001


class TestToned:
    PETROL, VIOLET = Color(13, 90, 102), Color(106, 43, 217)

    def test_a_tone_takes_the_other_hue_and_keeps_its_lightness(self) -> None:
        tint = toned(Color(218, 230, 229), self.PETROL, self.VIOLET)
        assert tint.blue > tint.red > tint.green
        assert lab(tint)[0] == pytest.approx(lab(Color(218, 230, 229))[0], abs=1)

    def test_a_tone_of_a_grey_is_grey(self) -> None:
        grey = toned(Color(218, 230, 229), self.PETROL, Color(60, 60, 60))
        assert max(grey[:3]) - min(grey[:3]) <= 1

    def test_lightness_and_strength_can_be_asked_for(self) -> None:
        lightness, a, b = lab(toned(self.PETROL, self.PETROL, self.PETROL, lightness=60, strength=0))
        assert (lightness, a, b) == pytest.approx((60, 0, 0), abs=0.5)


def test_a_duotone_mixes_two_colours_by_luminance() -> None:
    dark, light = Color(10, 58, 66), Color(244, 236, 221)
    assert duotone(Color(0, 0, 0), dark, light) == dark
    assert duotone(Color(255, 255, 255), dark, light) == light
    assert duotone(Color(128, 128, 128), Color(0, 0, 0), Color(255, 255, 255)) == Color(128, 128, 128)
    red, green, blue = (duotone(Color(*each), Color(0, 0, 0), Color(255, 255, 255)) for each in PURE)
    assert (red.red, green.red, blue.red) == (82, 140, 33)
