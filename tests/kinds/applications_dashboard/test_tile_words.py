"""Tests of the tiles in words: each rate with what it is made of, in every language."""

from __future__ import annotations

import pytest

from pipeline.kinds.applications_dashboard.tile_words import in_words
from pipeline.kinds.applications_dashboard.words import words
from tests.checklists import overlapping
from tests.dashboards import LOCALES, application, counted, runs, sample, scene

SIZES = ("og", "portrait", "square", "wide", "story")


class TestTiles:
    LIST = [application(days_ago=days) for days in (0, 3, 40)] + [application("offer", days_ago=60)]

    @pytest.mark.parametrize(
        ("tile", "label", "value", "caption"),
        [
            ("per_week", "Sent per week", "0.4", "4 in 9 weeks"),
            ("per_month", "Sent per month", "1.3", "4 in 3 months"),
            ("conversion", "Applied → Offer", "25%", "1 of 4"),
            ("screening_to_interview", "Screening → Interview", "100%", "1 of 1"),
            ("interview_to_offer", "Interview → Offer", "100%", "1 of 1"),
            ("response_rate", "Response rate", "25%", "1 of 4 answered"),
            ("moved_on", "Moved on", "25%", "1 of 4"),
        ],
    )
    def test_rates_carry_what_they_are_made_of(self, tile: str, label: str, value: str, caption: str) -> None:
        found = in_words(tile, 0, counted(self.LIST), words("en"))  # type: ignore[arg-type]
        assert (found.label.text, found.value.text, found.caption) == (label, value, caption)

    @pytest.mark.parametrize("locale", LOCALES)
    @pytest.mark.parametrize(
        "tile", ["response_rate", "conversion", "per_week", "per_month", "median_days_to_reply", "interview_to_offer"]
    )
    def test_of_nothing_they_are_unknown(self, tile: str, locale: str) -> None:
        assert in_words(tile, 0, counted([]), words(locale)).value.text == words(locale).shown.unknown != ""  # type: ignore[arg-type]

    def test_the_median_tells_how_many_replies_it_is_of(self) -> None:
        replied = application("rejected", days_ago=12)._replace(replied=application(days_ago=10).applied)
        found = in_words("median_days_to_reply", 0, counted([replied]), words("en"))
        assert (found.value.text, found.caption) == ("2", "days of 1 reply")
        assert (
            in_words("median_days_to_reply", 0, counted([replied] * 2), words("de")).caption == "Tage bei 2 Antworten"
        )

    def test_the_rate_of_a_tile_is_the_pipelines(self) -> None:
        figures = counted(list(sample().gathered.applications))
        assert (figures.pipeline[1].moved_on, figures.pipeline[1].count) == (6, 11)
        assert in_words("screening_to_interview", 0, figures, words("en")).strong.text == "6 of 11"

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("locale", LOCALES)
    def test_every_language_fits(self, size: str, locale: str) -> None:
        for tiles in ("per_week, per_month, conversion, median_days_to_reply", "screening_to_interview, ghosted"):
            found = scene(sample(f"locale={locale}", f"tiles=[{tiles}]"), size)
            assert overlapping(found) == []
            assert [
                run.text
                for run in runs(found, "tiles.label", "tiles.remark", "tiles.caption")
                if run.text.endswith("…")
            ] == []
