"""Tests of what a board says: made-up names, the period, and whose language they are in."""

from __future__ import annotations

import pytest

from pipeline.errors import SpecError
from pipeline.kinds.applications_dashboard.spec import Period
from tests.dashboards import application, board, said, sample, scene, written


class TestMadeUpNames:
    @pytest.mark.parametrize(
        ("locale", "company", "role"),
        [("en", "Company A", "Role 1"), ("de", "Firma A", "Stelle 1"), ("fr", "Entreprise A", "Poste 1"),
         ("es", "Empresa A", "Puesto 1")],
    )  # fmt: skip
    def test_they_are_of_the_boards_language(self, locale: str, company: str, role: str) -> None:
        rows = "applications: [{company: Nordvale, role: Analyst, stage: Applied}]"
        (found,) = written(f"locale: {locale}\nanonymize: all\n{rows}").gathered.applications
        assert (found.company, found.role) == (company, role)


class TestPeriod:
    def test_a_period_in_which_nothing_was_sent_is_told(self) -> None:
        spec = board([application(days_ago=10), application(days_ago=3)], period=Period(start="2026-12-01"))
        with pytest.raises(SpecError) as caught:
            scene(spec)
        (problem,) = caught.value.problems
        assert (problem.field, problem.message) == ("period", "expected applications within the period, found none")
        assert problem.hint == "the list goes from 2026-11-10 to 2026-11-17"

    def test_the_eyebrow_names_the_days_shown(self) -> None:
        found = scene(sample("period={start: 2026-10-01, end: 2026-10-31}"))
        assert said(found, "eyebrow") == ["Job search, 1 Oct – 31 Oct 2026"]
        assert said(scene(sample("period={start: 2026-11-18}", "as_of=2026-11-18")), "eyebrow") == [
            "Job search, 18 Nov 2026"
        ]

    def test_an_empty_list_has_any_period(self) -> None:
        assert scene(board([], period=Period(start="2026-12-01", end="2026-12-31"))).items
