"""Tests of the description: what it tells, in which number and which language."""

from __future__ import annotations

import pytest

from pipeline.kinds.applications_dashboard.model import LeftOut
from pipeline.kinds.applications_dashboard.spec import Metric, Panel
from tests.dashboards import LOCALES, Board, application, board, sample, scene

LEFT_OUT = (LeftOut(7, "Fernhollow", "not_sent"), LeftOut(9, "", "unnamed"))


def without(*rows: LeftOut, **keys: object) -> Board:
    """A board of one application, whose list had rows that are left out."""
    return board([application()], **keys).without(*rows)


def test_it_tells_headline_figures_and_next_steps() -> None:
    told = scene(sample()).description
    assert told.startswith(
        "Applications dashboard: Twelve said no. Nine are still open. Job search, 14 Sep – 20 Nov 2026. Active applic"
    )
    assert "Of 24 sent: Applied 24, Screening 11, Interview 6, Offer 1; 9 are still open, 12 said no" in told
    assert (
        "Next: Halden & Rowe, Insights analyst (Interview), Present case study Mon 23 Nov; Nordvale Labs, Product"
        in told
    )
    assert told.endswith("; Lumen Grove, Analytics engineer (Applied), Follow up Wed 9 Dec.")


def test_one_is_singular() -> None:
    found = scene(board([application(), application("rejected"), application("withdrawn", applied=None)])).description
    assert "1 is still open, 1 said no and 1 was withdrawn. 1 has no date of applying." in found


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("de", "Bewerbungen auf einen Blick: Zwölf Absagen. Neun sind noch offen. Bewerbungen, 14. Sept."),
        ("fr", "Tableau des candidatures : Douze refus. Neuf restent ouvertes. Recherche"),
        ("es", "Panel de solicitudes: Doce rechazos. Nueve siguen abiertas. Búsqueda"),
    ],
)  # fmt: skip
def test_it_speaks_the_language_of_the_board(locale: str, told: str) -> None:
    assert scene(sample(f"locale={locale}")).description.startswith(told)
    assert scene(sample(f"lang={locale}")).description.startswith(told)


@pytest.mark.parametrize("locale", LOCALES)
def test_no_language_leaves_a_gap_or_a_brace(locale: str) -> None:
    list_ = [application(), application("rejected")._replace(reached_is_known=False), application(applied=None)]
    tiles: tuple[Metric, ...] = ("ghosted", "median_days_to_reply", "per_month", "conversion")
    boards: list[tuple[Panel, ...]] = [("pipeline", "weeks", "next_steps"), ("kanban",), ("calendar", "sources")]
    for panels in boards:
        found = scene(board(list_, locale=locale, tiles=tiles, panels=panels).without(*LEFT_OUT), "story")
        for told in (found.alt, found.description):
            assert not any(gap in told for gap in ("{", "}", "  ", " .", ", .", "..", ": ;"))


def test_it_tells_the_pace_and_the_sources_where_they_are_shown() -> None:
    assert "Sent per week: 2.4 a week on average." in scene(sample()).description
    assert "Sent per week" not in scene(sample("panels=[pipeline]")).description
    told = scene(sample("panels=[sources]", "locale=de")).description
    assert "Woher: Job board, 3 von 13 kamen weiter; " in told
    assert "Where from" not in scene(sample()).description


def test_the_authors_own_words_win() -> None:
    assert scene(sample("alt=Mine")).alt == "Mine"


def test_a_headline_without_a_stop_gets_one_and_emphasis_is_not_spelt() -> None:
    told = scene(sample("title=Still *looking*")).description
    assert told.startswith("Applications dashboard: Still looking. Job search")


def test_rows_that_are_left_out_are_counted_and_named() -> None:
    assert (
        "2 rows are left out: Fernhollow (not sent yet), row 9 (no company and no role)."
        in scene(without(*LEFT_OUT)).description
    )
    assert "1 row is left out: Fernhollow (not sent yet)." in scene(without(LEFT_OUT[0])).description
    assert (
        "1 Zeile ist weggelassen: Fernhollow (noch nicht verschickt)."
        in scene(without(LEFT_OUT[0], locale="de")).description
    )


def test_hundreds_of_rows_left_out_are_cut_and_counted() -> None:
    rows = [LeftOut(row, "", "unnamed") for row in range(2, 302)]
    assert "300 rows are left out: row 2 (" in scene(without(*rows)).description
    assert "and 280 more." in scene(without(*rows)).description


def test_what_lies_outside_the_period_is_counted() -> None:
    assert (
        "2 were sent outside the days shown."
        in scene(sample("period={start: 2026-09-15, end: 2026-11-17}")).description
    )


def test_an_empty_list_is_told() -> None:
    assert scene(board([])).description.startswith("Applications dashboard: Nothing sent yet.")


def test_a_board_without_a_pipeline_does_not_tell_how_far_they_came() -> None:
    told = scene(sample("panels=[calendar]"), "story").description
    assert "Of 24 sent" not in told
    assert "Dates ahead: Mon 23 Nov Halden & Rowe; Tue 24 Nov Nordvale Labs; " in told


def test_each_open_stage_is_told_with_its_names() -> None:
    told = scene(sample("panels=[kanban]"), "portrait").description
    assert "Screening 2 (Marlowe Health, Copperline Rail); " in told


def test_no_real_name_is_told_of_a_board_with_made_up_ones() -> None:
    for panel in ("next_steps", "kanban", "calendar"):
        found = scene(sample("anonymize=all", f"panels=[{panel}]"), "story")
        assert "Company" in found.description
        for each in sample().gathered.applications:
            assert each.company not in found.alt + found.description
            assert each.role not in found.alt + found.description


def test_steps_are_told_only_where_the_picture_shows_them() -> None:
    assert "Next:" not in scene(sample("panels=[pipeline]")).description
