"""Tests of lists of applications as they come: mapped, understood, left out by name, or refused with every mistake."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.kinds.applications_dashboard.model import Application, Gathered, LeftOut
from pipeline.kinds.applications_dashboard.reading import read_rows
from tests.applications import complaints, found, hints, only, spec_of
from tests.dashboards import figures

LIST = """\
Company,Role,Status,Date applied,Last update,Next step,Due,Reached,Source,City
Ostler & Pine,Analyst,Rejected,14 Sep 2026,9 Oct 2026,,,Phone screen,LinkedIn,Leeds
Nordvale Labs,"Analyst,
 Product",On-site,2026-09-29,17.11.2026,Panel interview,Tue 24 Nov 2026,,A friend,
Fernhollow,BI developer,no response,10 Oct 2026,,,,,,
"""


class TestRows:
    def test_a_sheet_with_its_own_headings_is_read(self) -> None:
        assert found(LIST) == Gathered(
            (
                Application(
                    "Ostler & Pine", "Analyst", "rejected", "screening", date(2026, 9, 14), date(2026, 10, 9),
                    source="LinkedIn", location="Leeds", row=2,
                ),
                Application(
                    "Nordvale Labs", "Analyst, Product", "interview", "interview", date(2026, 9, 29),
                    date(2026, 11, 17), "Panel interview", date(2026, 11, 24), "A friend", row=3,
                ),
                Application(
                    "Fernhollow", "BI developer", applied=date(2026, 10, 10), row=5, is_silent=True,
                ),
            ),
            as_of=date(2026, 11, 17),
        )  # fmt: skip

    @pytest.mark.parametrize(
        "dirty",
        [
            "\ufeff" + LIST,
            LIST.replace("\n", "\r\n"),
            LIST.replace("\n", "\r"),
            "\n\n" + LIST.replace("\nFern", "\n\n,,,,,,,,,\nFern"),
            LIST.replace(",,,,\n", "\n"),
            LIST.replace("Leeds", "Leeds,,,"),
            "\n".join(line + "," * 100 for line in LIST.replace("Analyst,\n ", "Analyst, ").splitlines()),
        ],
        ids=["byte order mark", "CRLF", "CR", "empty lines", "short rows", "long rows", "100 columns"],
    )
    def test_dirt_changes_nothing(self, dirty: str) -> None:
        assert [each._replace(row=0) for each in found(dirty).applications] == [
            each._replace(row=0) for each in found(LIST).applications
        ]

    @pytest.mark.parametrize("separator", [";", "\t", "|"])
    def test_other_separators_are_found(self, separator: str) -> None:
        assert only(f'Company{separator}Status\n"A, B"{separator}Offer\n') == Application(
            "A, B", "", "offer", "offer", row=2
        )

    def test_json_and_yaml_hold_the_same(self) -> None:
        expected = [
            Application("A", "", "offer", "offer", date(2026, 3, 4)),
            Application("B", "", "interview", "interview"),
        ]
        json = '[{"company": "A", "status": "Offer", "applied": "4 Mar 2026"},\n {"company": "B", "status": "On-site"}]'
        yaml = "applications:\n- {company: A, status: Offer, applied: 2026-03-04}\n- {company: B, status: On-site}\n"
        for text, name in ((json, "list.json"), (yaml, "list.yaml")):
            assert [each._replace(row=0) for each in found(text, name).applications] == expected

    def test_rows_of_the_spec_hold_the_same(self) -> None:
        rows = [{"company": "A", "stage": "Offer", "applied": "2026-03-04", "next_step": None}]
        assert read_rows(spec_of(applications=tuple(rows))).applications == (
            Application("A", "", "offer", "offer", date(2026, 3, 4), row=1),
        )

    def test_no_rows_are_no_mistake(self) -> None:
        assert found("company,stage\n") == Gathered()
        assert read_rows(spec_of(as_of="2026-11-20")) == Gathered(as_of=date(2026, 11, 20))

    def test_columns_that_mean_nothing_are_named(self) -> None:
        assert (
            found("company,stage,Salary,Notes\nA,offer,=1+1,31 Feb\n")
            .notes[0]
            .message.startswith("2 columns are not read: Salary, Notes;")
        )


class TestColumns:
    def test_headings_are_mapped(self) -> None:
        text = "Wo,Wie weit,Status\nA,Offer,irgendwas\n"
        assert only(text, columns={"company": "wo", "stage": "Wie weit"}).stage == "offer"

    def test_a_column_can_be_left_out(self) -> None:
        text = "company,stage,interview\nA,interview,with Bob\n"
        assert only(text, columns={"interview": ""}).company == "A"
        assert complaints(text) == ["list.csv:2:3: interview: with Bob is not a date"]
        assert "`columns: {interview: ''}`" in hints(text)[0]

    def test_wrong_mappings_are_told(self) -> None:
        assert complaints("company,stage\n", columns={"compny": "x", "role": "compani"}) == [
            "columns.compny: unknown column `compny`",
            "columns.role: there is no heading `compani`",
        ]

    def test_missing_columns_are_told_with_what_may_be_meant(self) -> None:
        assert complaints("Unternehmn,x\nA,b\n") == [
            "list.csv:1:1: the column `company` is missing",
            "list.csv:1:1: the column `stage` is missing",
        ]
        assert hints("Unternehmn,x\nA,b\n")[0] == (
            "`columns: {company: ...}` names it; other headings are Unternehmn, x"
        )

    def test_headings_are_found_below_a_title(self) -> None:
        companies = [each.company for each in found("My search 2026,,,,\n\n" + LIST).applications]
        assert companies == [each.company for each in found(LIST).applications]

    def test_a_follow_up_that_is_a_day_is_a_next_date(self) -> None:
        follow = only("company,stage,Follow up\nA,interview,24 Nov 2026\n")
        assert (follow.next_step, follow.next_date) == ("", date(2026, 11, 24))
        assert only("company,stage,Follow up\nA,interview,Round 2\n").next_step == "Round 2"

    def test_trackers_export_headings_and_stages_that_are_known(self) -> None:
        text = (
            "Job Position,Company,Max. Salary,Status,Date Saved,Date Applied\n"
            "Analyst,A,,Interviewing,01/02/2026,2026-01-02\nAnalyst,B,,Bookmarked,,\nAnalyst,C,,Applying,,\n"
            "Analyst,D,,Not Selected,,2026-01-03\nAnalyst,E,,I Withdrew,,2026-01-04\n"
            "Analyst,F,,Negotiating,,2026-01-05\n"
        )
        gathered = found(text)
        assert [each.stage for each in gathered.applications] == ["interview", "rejected", "withdrawn", "offer"]
        assert [each.name for each in gathered.left_out] == ["B", "C"]
        assert [note.message.partition(";")[0] for note in gathered.notes] == ["1 column is not read: Date Saved"]

    def test_an_empty_file_is_told(self) -> None:
        assert complaints("") == ["list.csv:1:1: the table is empty"]

    def test_the_same_column_twice_is_told(self) -> None:
        assert complaints("company,stage,Stage\nA,offer,applied\n") == [
            "list.csv:1:3: the column `stage` is there twice"
        ]


class TestReached:
    def test_days_per_stage_make_a_funnel(self) -> None:
        text = (
            "company,stage,applied,screening,interview,offer,rejected\n"
            "A,rejected,2026-01-05,2026-01-12,2026-01-20,,2026-02-01\n"
            "B,rejected,2026-01-05,,,,2026-01-08\n"
            "C,,2026-01-06,2026-01-16,,,\n"
            "D,,2026-01-07,yes,no,,\n"
        )
        a, b, c, d = found(text).applications
        assert [(each.stage, each.reached, each.reached_is_known) for each in (a, b, c, d)] == [
            ("rejected", "interview", True),
            ("rejected", "applied", True),
            ("screening", "screening", True),
            ("screening", "screening", True),
        ]
        assert [each.replied and each.replied.day for each in (a, b, c, d)] == [12, 8, 16, None]
        assert a.updated == date(2026, 2, 1)

    def test_without_any_word_an_end_is_a_lower_bound(self) -> None:
        assert not only("company,stage\nA,rejected\n").reached_is_known
        assert not only("company,stage,interview\nA,rejected,\n").reached_is_known
        assert only("company,stage,reached\nA,rejected,applied\n").reached_is_known
        assert only("company,stage\nA,rejected after interview\n").reached == "interview"

    def test_a_day_that_lies_ahead_is_a_next_date_and_no_answer(self) -> None:
        text = "company,stage,applied,interview\nA,interview,2026-11-01,2026-11-24\nB,applied,2026-11-20,\n"
        a = found(text, as_of="2026-11-20").applications[0]
        assert (a.reached, a.replied, a.updated, a.next_date) == ("interview", None, None, date(2026, 11, 24))
        told = text.replace("applied,interview", "applied,interview,due").replace("24\n", "24,2026-12-01\n")
        due = found(told.replace("20,\n", "20,,\n"), as_of="2026-11-20").applications[0]
        assert due.next_date == date(2026, 12, 1)

    @pytest.mark.parametrize("stage", ["screening", "interview", "offer"])
    def test_the_day_on_which_its_stage_came_lies_behind(self, stage: str) -> None:
        gathered = found(f"company,applied,stage,{stage} date\nA,2026-04-08,{stage},2026-05-06\n")
        assert gathered.as_of == date(2026, 5, 6)
        assert gathered.applications[0].next_date is None

    def test_the_last_update_of_a_first_refusal_is_the_answer(self) -> None:
        text = "company,stage,applied,updated,reached\nA,rejected,2026-01-05,2026-01-09,{}\n"
        assert only(text.format("applied")).replied == date(2026, 1, 9)
        assert only(text.format("interview")).replied is None

    def test_an_answer_of_today_is_one(self) -> None:
        text = "company,stage,applied,screening\nA,screening,2026-01-05,2026-01-12\n"
        assert only(text, as_of="2026-01-12").replied == date(2026, 1, 12)
        assert only(text, as_of="2026-01-11").replied is None

    @pytest.mark.parametrize("told", ["2026-01-05", "yes", "TRUE", "✓"])
    def test_a_column_of_refusals_ends_it_after_its_stage(self, told: str) -> None:
        refused = only(f"company,stage,rejected\nA,interview,{told}\n")
        assert (refused.stage, refused.reached, refused.reached_is_known) == ("rejected", "interview", True)
        assert only("company,stage,rejected\nA,interview,False\n").stage == "interview"

    def test_silence_stands_where_it_began(self) -> None:
        silent = only("company,stage,reached\nA,Ghosted,interview\n")
        assert (silent.stage, silent.reached, silent.is_silent) == ("interview", "interview", True)


class TestAsOf:
    def test_it_is_the_newest_day_on_which_something_happened(self) -> None:
        assert found("company,stage,applied,updated,due\nA,offer,1 Mar 2026,5 Mar 2026,9 Mar 2026\n").as_of == date(
            2026, 3, 5
        )

    def test_days_of_stages_count_once_they_lie_behind(self) -> None:
        text = "company,stage,applied,screening,interview\nA,{},1 Mar 2026,4 Mar 2026,9 Mar 2026\n"
        assert found(text.format("rejected")).as_of == date(2026, 3, 9)
        assert found(text.format("interview")).as_of == date(2026, 3, 9)
        assert found(text.format("applied")).as_of == date(2026, 3, 9)

    def test_it_may_be_chosen(self) -> None:
        assert found(LIST, as_of="2026-11-20").as_of == date(2026, 11, 20)
        assert complaints(LIST, as_of="31 Feb 2026") == ["as_of: 31 Feb 2026 does not exist"]


class TestLeftOut:
    def test_rows_that_do_not_count_are_named(self) -> None:
        text = "company,role,stage,applied,notes\nA,,Wishlist,31 Feb,\n,-,offer,,\nTotal,,–,,12\nB,,n/a,2026-03-04,\n"
        gathered = found(text)
        assert gathered.left_out == (
            LeftOut(2, "A", "not_sent"),
            LeftOut(3, "", "unnamed"),
            LeftOut(4, "Total", "total"),
        )
        assert [(each.company, each.stage) for each in gathered.applications] == [("B", "applied")]


class TestAnonymous:
    TEXT = (
        "company,role,stage,applied,next step,source,location\n"
        "Zeta Ltd,Analyst,interview,2026-02-01,Call Zeta Ltd about the Analyst role,Zeta Ltd,Leeds\n"
        "Acme,Analyst,offer,2026-01-01,,,\n"
        "zeta ltd,Lead,draft,,,,\n"
    )

    def test_names_go_by_the_first_day_of_applying(self) -> None:
        gathered = found(self.TEXT, anonymize="companies")
        zeta, acme = gathered.applications
        assert (zeta.company, acme.company, zeta.role) == ("Company B", "Company A", "Analyst")
        assert zeta.next_step == "Call Company B about the Analyst role"
        assert zeta.source == "Company B"
        assert gathered.left_out[0].name == ""

    def test_all_hides_roles_and_places_too(self) -> None:
        zeta, acme = found(self.TEXT, anonymize="all").applications
        assert (zeta.role, zeta.location, acme.role) == ("Role 1", "", "Role 1")
        assert "Zeta" not in str((zeta, acme))

    def test_names_are_of_the_pictures_language(self) -> None:
        zeta, _ = found(self.TEXT, anonymize="all", made_up=("Firma", "Stelle")).applications
        assert (zeta.company, zeta.role) == ("Firma B", "Stelle 1")

    def test_roles_alone(self) -> None:
        assert found(self.TEXT, anonymize="roles").applications[0].company == "Zeta Ltd"

    def test_names_in_other_texts_are_hidden_however_they_are_written(self) -> None:
        text = (
            "company,stage,applied,next step\nNordvale Labs,offer,2026-01-01,Call Nordvale or NORDVALE LABS\n"
            "HP,offer,2026-01-02,HP has 12 hp; Nordvaley has none\nThe Row,offer,2026-01-03,The panel of the row\n"
        )
        assert [each.next_step for each in found(text, anonymize="companies").applications] == [
            "Call Company A or Company A",
            "Company B has 12 hp; Nordvaley has none",
            "The panel of Company C",
        ]

    def test_names_stay_when_the_list_grows_and_rows_are_sorted(self) -> None:
        head, *rows = self.TEXT.splitlines()
        longer = "\n".join([head, "Newest,Analyst,applied,2026-03-01,,,", *reversed(rows)])
        names = {each.company for each in found(self.TEXT, anonymize="companies").applications}
        assert {each.company for each in found(longer, anonymize="companies").applications} == names | {"Company C"}


def test_each_of_five_thousand_rows_is_counted() -> None:
    row = "Company {0},Analyst,On-site,{1:02d} Mar 2026,2026-04-{1:02d},Call,2026-05-{1:02d},Interview,LinkedIn,Leeds"
    head = LIST.splitlines()[0]
    text = "\n".join([head, *(row.format(number, number % 28 + 1) for number in range(5000))])
    gathered = found(text)
    counted = figures(gathered.applications, gathered.as_of)
    assert counted.sent == 5000
