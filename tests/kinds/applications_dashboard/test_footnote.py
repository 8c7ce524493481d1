"""Tests of the line below the board that names the rows left out."""

from __future__ import annotations

import pytest

from pipeline import sizes
from pipeline.kinds.applications_dashboard.measures import measures_of
from pipeline.kinds.applications_dashboard.model import LeftOut
from pipeline.scene import Box
from tests.checklists import outside, overlapping
from tests.dashboards import Board, application, board, runs, said, sample, scene

SIZES = ("og", "portrait", "square", "wide", "story")


class TestLeftOut:
    @staticmethod
    def spec(*rows: LeftOut, **keys: object) -> Board:
        return board([application()] * 9, **keys).without(*rows)

    def test_rows_are_named_below_the_board(self) -> None:
        rows = (LeftOut(7, "Nimbus", "not_sent"), LeftOut(14, "", "unnamed"))
        assert said(scene(self.spec(*rows)), "left_out") == [
            "2 rows left out: Nimbus (not sent yet), row 14 (no company and no role)"
        ]
        assert said(scene(sample()), "left_out") == []

    def test_the_line_is_of_the_boards_language(self) -> None:
        assert said(scene(self.spec(LeftOut(7, "", "nowhere"), locale="de")), "left_out") == [
            "1 Zeile weggelassen: Zeile 7 (weder Stand noch Tag)"
        ]

    @pytest.mark.parametrize("size", [*SIZES, "320x320", "1500x500"])
    @pytest.mark.parametrize("direction", ["ltr", "rtl"])
    def test_where_they_are_many_the_others_are_counted(self, size: str, direction: str) -> None:
        rows = [LeftOut(at, "Donaudampfschifffahrtsgesellschaft", "not_sent") for at in range(2, 60)]
        found = scene(self.spec(*rows, direction=direction), size)
        (line,) = said(found, "left_out")
        assert line.startswith("58 rows left out")
        assert line.endswith("more") or "…" not in line
        assert overlapping(found) == []
        assert outside(found) == []
        line_above = max(run.origin.y for run in runs(found) if run.role != "left_out")
        assert all(run.origin.y - 0.9 * run.size > line_above for run in runs(found, "left_out"))
        assert all(run.origin.y + 0.6 * run.size <= found.size.height for run in runs(found, "left_out"))

    def test_a_board_without_the_line_keeps_its_height(self) -> None:
        for size in SIZES:
            measures = measures_of(sizes.parse(size).size)
            spec, with_line = self.spec(), self.spec(LeftOut(2, "", "unnamed"))
            (plain,), (lower,) = (
                [item.rect for item in scene(each, size).items if isinstance(item, Box) and item.shadows]
                for each in (spec, with_line)
            )
            assert plain.bottom == pytest.approx(measures.board.bottom)
            assert 0 <= plain.bottom - lower.bottom < 16
