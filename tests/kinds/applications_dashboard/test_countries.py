"""Tests of what a country does otherwise than its language: weeks, dates, decimal marks."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.kinds.applications_dashboard.words import words
from tests.dashboards import runs, said, sample, scene


class TestCountries:
    @pytest.mark.parametrize(
        ("locale", "first"), [("en", "Mon"), ("en-GB", "Mon"), ("en-US", "Sun"), ("de", "Mo"), ("fr-CA", "dim."),
                              ("es", "lun"), ("es-MX", "dom"), ("de-AT", "Mo")]
    )  # fmt: skip
    def test_a_week_begins_as_in_the_country(self, locale: str, first: str) -> None:
        found = scene(sample(f"locale={locale}", "panels=[calendar]"), "og")
        assert min(runs(found, "panels.calendar.weekday"), key=lambda run: run.origin.x).text == first

    def test_days_stand_under_their_weekday_whatever_a_week_begins_with(self) -> None:
        for locale in ("en", "en-US"):
            found = scene(sample(f"locale={locale}", "panels=[calendar]"), "og")
            (friday,) = (run for run in runs(found, "panels.calendar.weekday") if run.text == "Fri")
            today = next(run for run in runs(found, "panels.calendar.day") if run.text == "20")
            assert today.origin.x == friday.origin.x, locale

    def test_the_weeks_of_the_columns_begin_so_too(self) -> None:
        days = [run.text for run in runs(scene(sample("locale=en-US", "panels=[weeks]"), "wide"), "panels.weeks.day")]
        assert days[:3] == ["Sep 14", "Sep 20", "Sep 27"]
        days = [run.text for run in runs(scene(sample("panels=[weeks]"), "wide"), "panels.weeks.day")]
        assert days[:3] == ["14 Sep", "21 Sep", "28 Sep"]

    def test_dates_and_decimals_are_those_of_the_country(self) -> None:
        assert said(scene(sample("locale=en-US")), "eyebrow") == ["Job search, Sep 14 – Nov 20, 2026"]
        assert [words(tag).decimals(2.5) for tag in ("en", "de", "de-CH", "es", "es-MX", "fr")] == [
            "2.5", "2,5", "2.5", "2,5", "2.5", "2,5",
        ]  # fmt: skip
        january, february = date(2026, 1, 5), date(2026, 2, 5)
        austrian = words("de-AT")
        assert (austrian.day(january), austrian.month(january, is_whole=True)) == ("5. Jän.", "Jänner")
        assert austrian.month(february, is_whole=True) == "Februar"

    def test_the_texts_language_stands_in_with_its_country(self) -> None:
        assert words("", "en-US").habits.week_start == 6
        assert words("", "de-Latn-CH").decimals(2.5) == "2.5"
        assert words("", "ja").habits.week_start == 0
