"""Tests of pipeline.typography.shaping: widths against HarfBuzz's ideal, tracking, kerning, bidi, scripts."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
import uharfbuzz as hb

from pipeline.typography import Span, Typesetter, library
from pipeline.typography.faces import font
from pipeline.typography.shaping import clustered, scripts, shape
from tests import faces
from tests.faces import NUMERALS, RED, SANS, SERIF

WORDS = (
    "AVAToffi",
    "Every rejection is a redirection to something better.",
    "“To be,” she said, “or not.”",
    "Kœrner’s ½ fjord — 12:30",
    "Wolf. Yes. Tea? LTA",
    "1,234,567.89 %",
    "Ελληνικά Кириллица",
    "Crème brûlée à Łódź",
    "e\u0301\u0323 combining",
    "no\u00a0break\u2002spaces",
)
SIZES = (12, 19.5, 40, 96)
LARGEST_MISS = 0.1  # px


def ideal_width(text: str, family: str, size: float, weight: int = 400) -> float:
    """What HarfBuzz makes of the whole text, in font units, times the size."""
    made = font(faces.face(family, weight))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(made, buffer)
    return float(sum(position.x_advance for position in buffer.glyph_positions) / made.face.upem * size)


def set_width(text: str, family: str, size: float) -> float:
    line = Typesetter(library(None)).set(faces.spans(text, size, family)).lines[0]
    return sum(run.advance for run in line.runs)


class TestWidths:
    @pytest.mark.parametrize(("text", "size"), [*product(WORDS, SIZES)])
    def test_a_line_is_as_wide_as_harfbuzz_would_have_it(self, text: str, size: float) -> None:
        family = NUMERALS if text[0].isdigit() else SANS if text.isascii() else SERIF
        assert abs(set_width(text, family, size) - ideal_width(text, family, size)) < LARGEST_MISS

    @pytest.mark.parametrize("size", SIZES)
    def test_glyphs_stand_where_harfbuzz_would_have_them(self, size: float) -> None:
        run = Typesetter(library(None)).set(faces.spans("AVAToffi", size)).lines[0].runs[0]
        ideal = shape("AVAToffi", faces.face(), "Latn", False, "en", 0, ())
        pen = 0.0
        for drawn, glyph in zip(run.glyphs, ideal, strict=True):
            assert drawn.id == glyph.id
            assert drawn.x == pytest.approx(pen * size)
            pen += glyph.advance

    def test_letters_kern(self) -> None:
        assert set_width("AV", SERIF, 100) < set_width("A", SERIF, 100) + set_width("V", SERIF, 100) - 5

    def test_letters_join_in_ligatures(self) -> None:
        assert len(shape("ffi", faces.face(), "Latn", False, "en", 0, ())) < 3


class TestTracking:
    def test_it_follows_every_letter(self) -> None:
        plain, spread = (faces.style(100)._replace(tracking_em=em, features=("-liga",)) for em in (0, 0.05))
        widths = [Typesetter(library(None)).set([Span("redirection", each)]).width for each in (plain, spread)]
        assert widths[1] - widths[0] == pytest.approx(len("redirection") * 0.05 * 100)

    def test_it_follows_a_letter_and_its_accents_once(self) -> None:
        text = "e\u0301\u0323e"
        widths = [sum(g.advance for g in shape(text, faces.face(), "Latn", False, "en", em, ())) for em in (0, 0.1)]
        assert widths[1] - widths[0] == pytest.approx(0.2)

    def test_spread_letters_do_not_join(self) -> None:
        assert len(shape("ffi", faces.face(), "Latn", False, "en", -0.02, ())) == 3

    def test_a_feature_that_is_asked_for_stays(self) -> None:
        assert len(shape("ffi", faces.face(), "Latn", False, "en", -0.02, ("liga",))) < 3

    def test_letters_of_a_joined_script_are_not_torn_apart(self, tmp_path: Path) -> None:
        face = faces.with_dejavu(tmp_path).find("DejaVu Sans", 400, False)
        assert shape("سلام", face, "Arab", True, "ar", 0.1, ()) == shape("سلام", face, "Arab", True, "ar", 0, ())


class TestFeatures:
    def test_a_feature_changes_the_glyphs(self) -> None:
        proportional, tabular = (
            {glyph.advance for glyph in shape("1174", faces.face(SANS), "Latn", False, "en", 0, (feature,))}
            for feature in ("pnum", "tnum")
        )
        assert len(proportional) > len(tabular) == 1

    def test_a_feature_with_a_minus_is_switched_off(self) -> None:
        assert len(shape("ffi", faces.face(), "Latn", False, "en", 0, ("-liga",))) == 3


class TestColours:
    """A colour is no reason to shape apart: that would lose the kerning between two letters."""

    @pytest.mark.parametrize("pair", [".”", "AV", "To", "“T", "y."])
    def test_kerning_across_a_change_of_colour_is_that_of_one_text(self, pair: str) -> None:
        style = faces.style(92, weight=300)
        typesetter = Typesetter(library(None))
        one = typesetter.set([Span(pair, style)]).lines[0]
        two = typesetter.set([Span(pair[0], style), Span(pair[1], style._replace(fill=RED))]).lines[0]
        assert [run.text for run in two.runs] == list(pair)
        assert [run.fill for run in two.runs] == [style.fill, RED]
        assert sum(run.advance for run in two.runs) == pytest.approx(one.width)
        assert two.runs[1].origin.x == pytest.approx(one.runs[0].glyphs[1].x)

    def test_the_kerning_is_worth_keeping(self) -> None:
        style = faces.style(92, weight=300)
        apart = sum(Typesetter(library(None)).set([Span(each, style)]).width for each in "To")
        assert Typesetter(library(None)).set([Span("To", style)]).width < apart - 2

    def test_a_change_of_slant_parts_the_runs(self) -> None:
        style = faces.style()
        line = Typesetter(library(None)).set([Span("a ", style), Span("b", style._replace(italic=True))]).lines[0]
        assert [run.face.name for run in line.runs] == ["Source Serif Pro Regular", "Source Serif Pro Italic"]


class TestScripts:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Every word — 12 €, “so”", [(0, "Latn")]),
            ("", [(0, "Latn")]),
            ("12 !", [(0, "Latn")]),
            ("ab γδ", [(0, "Latn"), (3, "Grek")]),
            ("ab, дом. αβ", [(0, "Latn"), (4, "Cyrl"), (9, "Grek")]),
            ("“שלום”", [(0, "Hebr")]),
            ("日本のです", [(0, "Hani"), (2, "Hira")]),
            ("नमस्ते ok", [(0, "Deva"), (7, "Latn")]),
        ],
    )
    def test_spaces_and_points_go_with_the_letters_before_them(
        self, text: str, expected: list[tuple[int, str]]
    ) -> None:
        assert scripts(text) == expected


def test_clusters_are_told_where_the_text_alone_is_shaped_into_the_glyphs() -> None:
    face = faces.face(SERIF)
    glyphs = tuple(glyph.id for glyph in shape("office", face, "Latn", False, "", 0, ()))
    assert clustered("office", face, glyphs) == [("o", 1), ("ffi", 1), ("c", 1), ("e", 1)]
    apart = tuple(glyph.id for glyph in shape("office", face, "Latn", False, "", 0.1, ()))
    assert [text for text, _ in clustered("office", face, apart)] == list("office")
    assert clustered("office", face, glyphs[::-1]) == []


def test_clusters_of_a_line_from_right_to_left_come_as_they_are_seen(tmp_path: Path) -> None:
    face = faces.with_dejavu(tmp_path).find("DejaVu Sans", 400, False)
    text = "\u0644\u0627 \u0628\u064e"
    glyphs = tuple(glyph.id for glyph in shape(text, face, "Arab", True, "", 0, ()))
    assert clustered(text, face, glyphs) == [("\u0628\u064e", 2), (" ", 1), ("\u0644\u0627", 1)]
