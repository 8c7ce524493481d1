"""A face inside a page: only the letters that are needed, and only of faces that may be passed on."""

from __future__ import annotations

import uharfbuzz as hb

from pipeline.typography.subsetting import subset


def test_the_letters_asked_for_are_there_and_no_others() -> None:
    found = subset(["Nowhere Sans", "Source Sans Pro"], 400, False, "Wörd")
    assert found is not None
    family, data = found
    font = hb.Font(hb.Face(data))
    assert family == "Source Sans Pro"
    assert [font.get_nominal_glyph(ord(letter)) is not None for letter in "WördxX"] == [True] * 4 + [False] * 2
    assert len(data) < 15_000


def test_a_subset_is_the_same_each_time() -> None:
    assert subset(["Source Serif Pro"], 600, False, "abc") == subset(["Source Serif Pro"], 600, False, "abc")
    assert subset(["Source Serif Pro"], 600, False, "abc") != subset(["Source Serif Pro"], 400, False, "abc")


def test_a_face_that_no_package_brings_is_left_out() -> None:
    assert subset(["DejaVu Sans", "Nowhere"], 400, False, "abc") is None
