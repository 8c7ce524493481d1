"""Tests of lists with mistakes in them: each is told with its file, row and column, all at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline import beside, source
from pipeline.errors import SpecError
from pipeline.kinds.applications_dashboard.reading import read_rows
from tests.applications import complaints, found, hints, only, spec_of


class TestMistakes:
    def test_all_are_told_at_once_with_row_and_column(self) -> None:
        text = (
            "company;stage;applied;updated\r\n"
            "A;Rejectd;31 Feb 2026;\r\n"
            ";;;\r\n"
            "B;R2;03/04/2026;\r\n"
            "C;R2;04/05/2026;05/05/2026\r\n"
            "=HYPERLINK(1);no;2026-01-02;#REF!\r\n"
            "E;no;2026-01-02;2026-01-01\r\n"
            "F;no;;;stray\r\n"
        )
        assert sorted(complaints(text, "specs/applications.csv")) == [
            "specs/applications.csv:2:2: stage: unknown stage `Rejectd`",
            "specs/applications.csv:2:3: applied: 31 Feb 2026 does not exist",
            "specs/applications.csv:4:2: stage: unknown stage `R2` in the rows 4 and 5",
            "specs/applications.csv:4:3: applied: 03/04/2026 may be 4 Mar 2026 or 3 Apr 2026, and 1 more date like it",
            "specs/applications.csv:6:1: company: found the formula =HYPERLINK(1)",
            "specs/applications.csv:6:4: updated: found the error #REF! of a formula",
            "specs/applications.csv:7:4: updated: 2026-01-01 is before the day of applying, 2026-01-02",
            "specs/applications.csv:8:5: expected 4 cells, found `stray` in cell 5",
        ]

    @pytest.mark.parametrize("written", ["Rejectd", "Archived", "Ongoing"])
    def test_a_hint_leaves_open_what_only_the_author_knows(self, written: str) -> None:
        (hint,) = hints(f"company,stage\nA,{written}\n")
        assert hint.startswith(f"say what it means: `stages: {{{written}: ...}}`; stages are applied, ")

    @pytest.mark.parametrize(
        "written", ['Waiting for "the call"', "Somebody there wrote that they will be in touch soon"]
    )
    def test_a_hint_can_be_pasted(self, written: str) -> None:
        cell = '"' + written.replace('"', '""') + '"'
        (hint,) = hints(f"company,stage\nA,{cell}\n")
        pasted = hint.partition("`")[2].partition("`")[0].replace("...", "interview")
        stages = source.parse(pasted, "s.yaml").plain()["stages"]
        assert only(f"company,stage\nA,{cell}\n", stages=stages).stage == "interview"

    def test_words_that_yaml_would_read_otherwise_are_quoted(self) -> None:
        assert hints("company,stage\nA,3 of 5\n")[0].startswith('say what it means: `stages: {"3 of 5": ...}`')

    def test_many_rows_with_one_unknown_stage_are_counted(self) -> None:
        for rows, told in ((8, "2, 3, 4, 5, 6, 7, 8 and 9"), (10, "2, 3, 4, 5, 6, 7, 8, 9 and 2 more")):
            assert complaints("company,stage\n" + "A,R2\n" * rows) == [
                f"list.csv:2:2: stage: unknown stage `R2` in the rows {told}"
            ]

    def test_a_chosen_order_and_own_words_put_it_right(self) -> None:
        text = "company,stage,applied\nB,R2,03/04/2026\n"
        fixed = only(text, stages={"R2": "interview"}, date_format="dmy")
        assert (fixed.stage, fixed.applied) == ("interview", date(2026, 4, 3))

    def test_other_dates_of_the_table_tell_the_order(self) -> None:
        text = "company,stage,applied,updated\nA,no,03/04/2026,\nB,no,,25/04/2026\n"
        assert hints(text) == [
            "say which with `date_format: dmy`, `mdy` or `ymd`; 25/04/2026 in line 3 can only be dmy"
        ]

    def test_own_words_for_something_unknown_are_told(self) -> None:
        assert complaints("company,stage\n", stages={"R2": "intervew"}) == ["stages.R2: unknown stage `intervew`"]

    def test_an_unknown_furthest_stage_is_told(self) -> None:
        assert complaints("company,stage,reached\nA,rejected,rejected\nB,rejected,Rejected\n") == [
            "list.csv:2:3: reached: unknown stage `rejected` in the rows 2 and 3"
        ]

    def test_mistakes_in_the_spec_name_its_keys(self) -> None:
        rows = [{"company": "A", "stage": "foo"}, {"company": "B", "stage": "offer", "applied": "31 Feb 2026"}]
        with pytest.raises(SpecError) as caught:
            read_rows(spec_of(applications=tuple(rows)))
        assert [(problem.field, problem.message) for problem in caught.value.problems] == [
            ("applications[1].applied", "31 Feb 2026 does not exist"),
            ("applications[0].stage", "unknown stage `foo`"),
        ]

    @pytest.mark.parametrize(
        ("cell", "fact"),
        [
            ('"=HYPERLINK(""https://example.org"",""A"")"', 'company: found the formula =HYPERLINK("https://example.'),
            ("=TODAY()", "company: found the formula =TODAY()"),
            ("#REF!", "company: found the error #REF! of a formula"),
        ],
    )
    def test_a_formula_is_told_where_it_stands(self, cell: str, fact: str) -> None:
        (told,) = complaints(f"applied,company,stage\n2026-03-04,{cell},offer\n")
        assert told.startswith(f"list.csv:2:2: {fact}")

    def test_a_formula_for_a_day_or_a_stage_is_told_too(self) -> None:
        assert complaints("company,stage,applied\nA,=B2,=TODAY()\n") == [
            "list.csv:2:2: stage: found the formula =B2",
            "list.csv:2:3: applied: found the formula =TODAY()",
        ]

    def test_a_ragged_row_with_text_under_no_heading_is_told(self) -> None:
        assert complaints("company,stage\nA,offer\nOstler, Pine & Sons,offer\n") == [
            "list.csv:3:3: expected 2 cells, found `offer` in cell 3",
            "list.csv:3:2: stage: unknown stage `Pine & Sons`",
        ]

    def test_columns_that_nobody_knows_do_no_harm(self) -> None:
        names = [f"Extra {at}" for at in range(98)]
        gathered = found("Company,Status," + ",".join(names) + "\nA,Offer," + ",".join("x" * 98) + "\n")
        (note,) = gathered.notes
        assert len(gathered.applications) == 1
        assert note.message.startswith(f"98 columns are not read: {', '.join(names[:12])} and 86 more;")

    def test_a_table_of_five_megabytes_is_read(self, tmp_path: Path) -> None:
        row = f"Ostler & Pine,Analyst,Rejected,2026-09-14,{'talked to them ' * 28}\n"
        (tmp_path / "list.csv").write_text("Company,Role,Status,Date applied,Notes\n" + row * 11_000, encoding="utf-8")
        text = beside.Reader(str(tmp_path / "spec.yaml"))("list.csv", "data")
        assert len(text) > 5_000_000
        assert len(found(text).applications) == 11_000

    def test_more_rows_than_a_board_is_made_for_are_told(self) -> None:
        assert complaints("Company,Status\n" + "A,Offer\n" * 20_001) == [
            "list.csv:20002:1: expected at most 20,000 rows, found more"
        ]

    def test_unknown_keys_of_the_spec_are_told(self) -> None:
        rows = [{"company": "A", "stage": "offer"}, {"compny": "B", "stage": "offer"}]
        with pytest.raises(SpecError) as caught:
            read_rows(spec_of(applications=tuple(rows)))
        assert [(problem.field, problem.message) for problem in caught.value.problems] == [
            ("applications[1].compny", "unknown key")
        ]
        assert caught.value.problems[0].hint.startswith("the nearest is `company`")

    def test_hundreds_are_cut_and_counted(self) -> None:
        text = "company,stage,applied\n" + "A,no,31 Feb 2026\n" * 300
        assert len(complaints("company,stage,applied\n" + "A,no,31 Feb 2026\n" * 50)) == 50
        told = complaints(text)
        assert len(told) == 51
        assert told[-1] == "list.csv:52:3: and 250 more problems, from here on"
