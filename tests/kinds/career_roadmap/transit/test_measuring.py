"""Texts measured by the typesetter: what is measured is what is set, in any script."""

from __future__ import annotations

import pytest

from pipeline import theme
from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Size
from pipeline.kinds.career_roadmap.transit.blocks import Measured, measured
from pipeline.layout.page import Page
from pipeline.typography import TextStyle, Typesetter, library

SANS = ("Source Sans Pro",)
STYLE = TextStyle(SANS, 19, Color(0, 0, 0), 600, leading=1.2)


def shaped(text: str, lang: str = "en") -> Measured:
    page = Page(Size(1200, 630), theme.load("paper"), Typesetter(library(), lang), mirrored=False)
    return measured(Leaf(text, "title"), STYLE, page)


@pytest.mark.parametrize("scale", [1.0, 0.92, 0.84])
@pytest.mark.parametrize("measure", [90, 120, 160, 300])
def test_lines_are_as_wide_as_they_were_measured_at_every_size(scale: float, measure: float) -> None:
    text = shaped("Lead the pricing rebuild for all of the northern countries")
    lines = text.lines(measure / scale, hyphenated=False)
    assert lines is not None
    set_lines = text.paragraph(measure, scale).lines
    assert [line.width for line in set_lines] == pytest.approx([line * scale for line in lines], abs=0.05)
    assert max(line.width for line in set_lines) <= measure + 0.01


def test_lines_are_narrowed_as_far_as_their_number_allows() -> None:
    assert [line.text for line in shaped("Lead the pricing rebuild").paragraph(160, 1).lines] == [
        "Lead the",
        "pricing rebuild",
    ]


def test_a_long_compound_is_hyphenated_only_where_that_is_allowed() -> None:
    compound = shaped("Weiterbildungsveranstaltung", "de")
    assert compound.lines(150, hyphenated=False) is None
    assert compound.lines(150, hyphenated=True) is not None
    assert compound.paragraph(150, 1).lines[0].text.endswith("-")


def test_a_text_without_spaces_breaks_and_a_word_without_hyphenation_points_does_not() -> None:
    assert shaped("x" * 60).lines(100, hyphenated=True) is None
