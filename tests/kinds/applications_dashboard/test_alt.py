"""Tests of the alt text: what it tells, in which number and which language."""

from __future__ import annotations

import pytest

from pipeline.kinds.applications_dashboard.model import LeftOut
from pipeline.kinds.applications_dashboard.spec import Filled
from pipeline.kinds.applications_dashboard.words import LOCALES
from tests.dashboards import application, board, sample, scene

LEFT_OUT = (LeftOut(7, "Fernhollow", "not_sent"), LeftOut(9, "", "unnamed"))


def without(*rows: LeftOut, **keys: object) -> Filled:
    """A board of one application, whose list had rows that are left out."""
    spec = board([application()], **keys)
    gathered = spec.gathered._replace(left_out=rows)
    return Filled(kind="applications_dashboard", gathered=gathered, **keys)  # type: ignore[arg-type]


def test_it_tells_headline_figures_and_next_steps() -> None:
    alt = scene(sample()).alt
    assert alt.startswith("Applications dashboard: Twelve said no. Nine are still open. Active applications: 9,")
    assert "Of 24 sent: Applied 24, Screening 11, Interview 6, Offer 1; 9 are still open, 12 said no" in alt
    assert "Next: Halden & Rowe, Present case study Mon 23 Nov; Nordvale Labs, Panel interview Tue 24 Nov; " in alt
    assert alt.endswith("; Marlowe Health, Phone screen Wed 25 Nov.")


def test_one_is_singular() -> None:
    found = scene(board([application(), application("rejected"), application("withdrawn", applied=None)])).alt
    assert "1 is still open, 1 said no and 1 was withdrawn. 1 has no date of applying." in found


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("de", "Bewerbungen auf einen Blick: Zwölf Absagen. Neun sind noch offen. Offene Bewerbungen: 9, 4 neu"),
        ("fr", "Tableau des candidatures : Douze refus. Neuf restent ouvertes. Candidatures en cours: 9,"),
        ("es", "Panel de solicitudes: Doce rechazos. Nueve siguen abiertas. Solicitudes abiertas: 9,"),
    ],
)  # fmt: skip
def test_it_speaks_the_language_of_the_board(locale: str, told: str) -> None:
    assert scene(sample(f"locale={locale}")).alt.startswith(told)
    assert scene(sample(f"lang={locale}")).alt.startswith(told)


@pytest.mark.parametrize("locale", LOCALES)
def test_no_language_leaves_a_gap_or_a_brace(locale: str) -> None:
    list_ = [application(), application("rejected")._replace(reached_is_known=False), application(applied=None)]
    spec = board(list_, locale=locale, tiles=("ghosted", "median_days_to_reply", "per_month", "conversion"))
    gathered = spec.gathered._replace(left_out=LEFT_OUT)
    alt = scene(Filled(kind="applications_dashboard", gathered=gathered, locale=locale, tiles=spec.tiles)).alt
    assert "{" not in alt
    assert "  " not in alt
    assert " ." not in alt
    assert ", ." not in alt


def test_it_tells_the_pace_and_the_sources_where_they_are_shown() -> None:
    assert "Sent per week: 2.4 a week on average." in scene(sample()).alt
    assert "Sent per week" not in scene(sample("panels=[pipeline]")).alt
    alt = scene(sample("panels=[sources]", "locale=de")).alt
    assert "Woher: Job board, 3 von 13 kamen weiter; " in alt
    assert "Where from" not in scene(sample()).alt


def test_the_authors_own_words_win() -> None:
    assert scene(sample("alt=Mine")).alt == "Mine"


def test_a_headline_without_a_stop_gets_one_and_emphasis_is_not_spelt() -> None:
    assert scene(sample("title=Still *looking*")).alt.startswith("Applications dashboard: Still looking. Active")


def test_rows_that_are_left_out_are_counted_and_named() -> None:
    assert (
        "2 rows are left out: Fernhollow (not sent yet), row 9 (no company and no role)."
        in scene(without(*LEFT_OUT)).alt
    )
    assert "1 row is left out: Fernhollow (not sent yet)." in scene(without(LEFT_OUT[0])).alt
    assert (
        "1 Zeile ist weggelassen: Fernhollow (noch nicht verschickt)." in scene(without(LEFT_OUT[0], locale="de")).alt
    )


def test_hundreds_of_rows_left_out_are_cut_and_counted() -> None:
    rows = [LeftOut(row, "", "unnamed") for row in range(2, 302)]
    assert "300 rows are left out: row 2 (" in scene(without(*rows)).alt
    assert "and 280 more." in scene(without(*rows)).alt


def test_what_lies_outside_the_period_is_counted() -> None:
    assert "2 were sent outside the days shown." in scene(sample("period={start: 2026-09-15, end: 2026-11-17}")).alt


def test_an_empty_list_is_told() -> None:
    assert scene(board([])).alt.startswith("Applications dashboard: Nothing sent yet.")


def test_steps_are_told_only_where_the_picture_shows_them() -> None:
    assert "Next:" not in scene(sample("panels=[pipeline]")).alt
