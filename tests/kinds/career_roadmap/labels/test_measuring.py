"""Texts measured by the typesetter: what is measured is what is set, in any script."""

from __future__ import annotations

from typing import Literal

import pytest

from pipeline.color import Color
from pipeline.kinds.career_roadmap import labels
from pipeline.kinds.career_roadmap.labels.measuring import Shaped
from pipeline.typography import TextStyle, Typesetter, library
from tests.kinds.career_roadmap.labels.maps import Map, across, drawn, lettering
from tests.roadmaps import collisions, titles

SANS = ("Source Sans Pro",)
STYLE = TextStyle(SANS, 19, Color(0, 0, 0), 600, leading=1.2)


def shaped(text: str, lang: str = "en", fonts: str | None = None) -> Shaped:
    return Shaped(text, STYLE, "title", Typesetter(library(fonts), lang))


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


def place(
    found: Map, lang: str = "en", direction: Literal["auto", "ltr", "rtl"] = "auto", fonts: str | None = None
) -> labels.Placed:
    style = lettering()._replace(
        **{
            name: getattr(lettering(), name)._replace(families=SANS)
            for name in ("title", "goal", "kind", "meta", "name", "number", "key")
        }
    )
    scale = labels.scale(Typesetter(library(fonts), lang, direction))
    return labels.place(found.lanes, found.ground, style, scale)


def test_german_titles_are_hyphenated_before_they_shrink_beyond_one_step() -> None:
    rows = [["Weiterbildungsveranstaltung", "Führungskräfteentwicklung", "Gehaltsverhandlung", "Leitung"]] * 3
    found = across(rows)
    placed = place(found, "de")
    assert placed.named == ((0, 1, 2, 3),) * 3
    assert placed.level.has_meta
    assert collisions(drawn(found, placed)) == []


def test_arabic_titles_stand_on_the_station_s_edge_on_a_mirrored_page(fonts: str) -> None:
    found = across([["دورة في الإحصاء", "قيادة المشروع", "محلل أول"]])
    placed = place(found, "ar", "rtl", fonts)
    station = found.lanes[0].stations[0]
    first = [run for run in placed.runs(found.size.width) if run.role == "paths[0].milestones[0].title"]
    right = max(run.origin.x + run.advance for run in first)
    assert right == pytest.approx(found.size.width - station.at.x + station.radius, abs=0.5)
    assert collisions(drawn(found, placed)) == []


def test_a_title_in_a_script_from_right_to_left_stands_left_on_a_page_from_left_to_right(fonts: str) -> None:
    found = across([["دورة في الإحصاء", "محلل أول"]])
    placed = place(found, fonts=fonts)
    station = found.lanes[0].stations[0]
    first = [run for run in placed.runs() if run.role == "paths[0].milestones[0].title"]
    assert min(run.origin.x for run in first) == pytest.approx(station.at.x - station.radius)


def test_the_words_of_a_label_carry_the_fields_of_the_spec() -> None:
    found = across([["Lead the rebuild", "Analyst"]])
    words = titles(drawn(found, place(found)))
    assert words["paths[0].milestones[0].title"] == "Lead the rebuild"
    assert words["paths[0].milestones[0].kind"] == "Role"
    assert words["paths[0].milestones[0].at"] == "Nov 2027"
    assert words["paths[0].name"] == "Path 1"
