"""Lists as people keep them, from the file to what the board says: nothing misread, nothing dropped without a word."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from pipeline.errors import SpecError
from pipeline.rendering import Visual
from tests.visuals import page, texts, visual

Made: TypeAlias = Callable[..., Visual]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """The board of a list that lies beside its spec."""

    def make(*rows: str, **keys: Any) -> Visual:
        (tmp_path / "list.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        return visual({"kind": "applications_dashboard", "data": "list.csv", **keys}, str(tmp_path / "spec.yaml"))

    return make


def values(found: Visual) -> dict[str, str]:
    """The figure of each tile by its label."""
    return {tile.label.text: tile.value.text for tile in found.content.tiles}


def stages(found: Visual) -> list[int]:
    return [step.count for step in found.content.figures.pipeline]


def notes(found: Visual) -> list[str]:
    return [note.message for note in found.notes]


def test_columns_that_are_named_for_a_stage_tell_how_far_an_application_came(made: Made) -> None:
    found = made(
        "Company,Position,Applied,Phone,On-site,Result",
        "Larkfield,Planner,2026-04-01,2026-04-09,2026-04-17,Rejected",
        "Moorgate Foods,Planner,2026-04-02,2026-04-13,,Rejected",
        "Nettle & Sons,Buyer,2026-04-03,,,Rejected",
        "Osprey Rail,Buyer,2026-04-06,,,",
    )
    assert stages(found) == [4, 2, 1, 0]
    assert not found.content.figures.is_lower_bound
    assert notes(found) == []


@pytest.mark.parametrize(
    "rows",
    [
        ("कंपनी,पद,स्थिति,आवेदन की तारीख,अंतिम बदलाव", "सूर्य,लेखक,साक्षात्कार", "नदी,लेखक,अस्वीकृत"),
        ("บริษัท,ตำแหน่ง,สถานะ,วันที่สมัคร,เปลี่ยนแปลงล่าสุด", "ตะวัน,นักเขียน,สัมภาษณ์", "แม่น้ำ,นักเขียน,ถูกปฏิเสธ"),
        ("الشَّرِكَة,الوَظيفة,الحَالة,تاريخ التقديم,آخر تغيير", "شمس,كاتبة,مُقابَلة", "نهر,كاتبة,مرفوض"),
        ("חֶבְרָה,מִשְׂרָה,סְטָטוּס,תאריך הגשה,שינוי אחרון", "שמש,כותבת,רֵאָיוֹן", "נהר,כותבת,נִדְחָה"),
        ("شركت,عنوان شغلی,وضعیت,تاریخ ارسال,آخرین تغییر", "خورشید,نویسنده,مصاحبه", "رود,نویسنده,رد شد"),
        ("会社名,ポジション,ステータス,応募日,最終変更日", "太陽,ライター,面接", "川,ライター,不採用"),
        ("회사명,포지션,상태,지원일,변경일", "태양,작가,면접", "강,작가,불합격"),
        ("Firma,Stanowisko,Status,Data wysłania,Ostatnia zmiana", "Słońce,Autor,Rozmowa", "Rzeka,Autor,Odmowa"),
        ("ŞİRKET,POZİSYON,DURUM,BAŞVURU TARİHİ,SON DEĞİŞİKLİK", "Güneş,Yazar,Mülakat", "Nehir,Yazar,Reddedildi"),
    ],
    ids=lambda rows: rows[0].partition(",")[0],
)
def test_headings_and_stages_are_known_in_every_script(made: Made, rows: tuple[str, str, str]) -> None:
    heading, *lines = rows
    found = made(heading, *(f"{line},2026-04-01,2026-04-17" for line in lines), as_of="2026-04-20")
    assert stages(found) == [2, 1, 1, 0]
    assert found.content.figures.said_no == 1
    assert notes(found) == []


def test_a_column_of_telephone_numbers_is_none_of_stages(made: Made) -> None:
    found = made("Company,Applied,Phone", "Larkfield,2026-04-01,01632 960001", "Osprey Rail,2026-04-06,")
    assert stages(found) == [2, 0, 0, 0]
    assert notes(found)[0].startswith("1 column is not read: Phone;")


def test_two_columns_of_one_stage_are_both_read(made: Made) -> None:
    found = made(
        "Company,Applied,Status,First round,Second round",
        "Larkfield,2026-04-01,Rejected,no,2026-04-17",
        "Osprey Rail,2026-04-02,Rejected,2026-04-09,",
        "Pike Paper,2026-04-02,Rejected,,",
    )
    assert stages(found) == [3, 2, 2, 0]
    assert notes(found) == []


def test_the_day_an_offer_came_is_no_day_to_reply_by(made: Made) -> None:
    found = made(
        "Company,Role,Applied,Status,Interview date,Offer date",
        "Larkfield,Planner,2026-04-01,Applied,,",
        "Moorgate Foods,Buyer,2026-04-08,Offer,2026-04-22,2026-05-06",
    )
    figures = found.content.figures
    assert (figures.as_of, figures.reply_by) == (date(2026, 5, 6), None)
    assert "6 May" not in texts(page(found), "steps.next_date")
    assert texts(page(found), "eyebrow") == ["Job search, 1 Apr – 6 May 2026"]


def test_an_order_of_dates_holds_for_follow_ups_and_a_deadline_for_applying_is_no_next_step(made: Made) -> None:
    found = made(
        "Company,Applied,Status,Deadline,Follow up",
        "Larkfield,04/01/2026,Applied,04/10/2026,05/06/2026",
        "Moorgate Foods,04/14/2026,Interview,,05/20/2026",
        date_format="mdy",
    )
    assert texts(page(found), "steps.next_date") == ["Wed 6 May", "Wed 20 May"]
    assert not any("/" in text for text in texts(page(found)))
    assert notes(found)[0].startswith("1 column is not read: Deadline;")


def test_without_an_order_a_follow_up_of_two_readings_is_told(made: Made) -> None:
    with pytest.raises(SpecError, match=r"list\.csv:2:3: next_step: 05/06/2026 may be"):
        made("Company,Status,Follow up", "Larkfield,Applied,05/06/2026")


def test_words_that_nobody_knows_are_told_without_a_guess(made: Made) -> None:
    with pytest.raises(SpecError) as caught:
        made(
            "Company,Applied,Status",
            "Larkfield,2026-04-01,Ongoing",
            "Moorgate Foods,2026-04-02,Received offer",
            "Nettle & Sons,2026-04-03,Rejected - CV screen",
            "Osprey Rail,2026-04-06,Withdrawn - took other offer",
            "Pike Paper,2026-04-07,Not started",
            "Quarry Bank,2026-04-08,Archived",
        )
    assert [problem.message for problem in caught.value.problems] == [
        "stage: unknown stage `Ongoing`",
        "stage: unknown stage `Archived`",
    ]
    assert all(": ...}`; stages are applied," in problem.hint for problem in caught.value.problems)


def test_headings_that_only_look_like_ours_are_no_hints(made: Made) -> None:
    found = made("last_action,applied,age,town,name", "2026-04-10,2026-04-01,31,Anyton,Larkfield")
    assert [each.company.text for each in found.content.steps] == ["Larkfield"]
    assert notes(found)[0].startswith("3 columns are not read: last_action, age, town;")
    with pytest.raises(SpecError) as caught:
        made("last_action,age,town", "2026-04-10,31,Anyton")
    assert [problem.hint for problem in caught.value.problems] == [
        "`columns: {company: ...}` names it; other headings are last_action, age, town",
        "`columns: {stage: ...}` names it; other headings are last_action, age, town",
    ]


@pytest.mark.parametrize("word", ["Total", "Summe", "ENSEMBLE", "Total:"])
def test_a_row_of_totals_is_no_application(made: Made, word: str) -> None:
    found = made(
        "Company,Role,Applied,Status",
        "Larkfield,Planner,2026-04-01,Applied",
        "Moorgate Foods,Buyer,2026-04-08,Rejected",
        f"{word},,2026-04-08,",
    )
    assert found.content.figures.sent == 2
    (line,) = texts(page(found), "left_out")
    assert line.endswith(f"1 row left out: {word} (a sum)")


def test_a_row_of_totals_may_count_in_another_column(made: Made) -> None:
    found = made("Company,Role,Applied,Status", "Larkfield,Planner,2026-04-01,Applied", "Summe,1,,")
    assert texts(page(found), "left_out") == ["1 row left out: Summe (a sum)"]


def test_a_next_step_that_is_a_moment_is_its_day_and_one_with_words_stays(made: Made) -> None:
    found = made(
        "Company,Applied,Status,Next step",
        'Larkfield,2026-04-01,Interview,"May 7, 2026 9:00 AM (GMT+2) → 11:30 AM"',
        "Moorgate,2026-04-02,Interview,Call Anna 12 May 2026",
    )
    assert [(each.next_step.text, each.next_date) for each in found.content.steps] == [
        ("", date(2026, 5, 7)),
        ("Call Anna 12 May 2026", None),
    ]


def test_a_company_of_that_name_is_an_application(made: Made) -> None:
    assert made("Company,Role,Status", "Total,Planner,Applied").content.figures.sent == 1


class TestHeadline:
    def test_who_never_answered_and_who_was_hired_are_not_still_open(self, made: Made) -> None:
        found = made(
            "Company,Role,Applied,Status",
            "Larkfield,Planner,2026-01-05,No response",
            "Moorgate Foods,Buyer,2026-01-06,Ghosted",
            "Nettle & Sons,Planner,2026-01-07,No response",
            "Osprey Rail,Buyer,2026-05-04,Rejected",
            "Pike Paper,Buyer,2026-05-20,Hired",
        )
        assert found.content.title.text == "One led to a job. Three never answered."
        assert "still open" not in found.description
        assert "3 never answered, 1 led to a job and 1 said no." in found.description

    def test_of_undated_ones_nobody_knows(self, made: Made) -> None:
        assert made("Company,Status", "Larkfield,Applied", "Osprey Rail,Interview").content.title.text == "Two sent."

    def test_only_what_is_surely_open_is_called_so(self, made: Made) -> None:
        found = made("Company,Applied,Status", "A,2026-04-01,Applied", "B,,Applied", "C,2026-04-02,Ghosted")
        assert found.content.title.text == "Three sent. One still open."

    @pytest.mark.parametrize("panel", ["pipeline", "sankey"])
    def test_the_pipeline_calls_open_what_the_headline_does(self, made: Made, panel: str) -> None:
        found = made(
            "Company,Applied,Status,Next date",
            "Larkfield,2026-01-05,Screening,",
            "Moorgate Foods,2026-05-05,No response,",
            "Nettle & Sons,,Interview,",
            "Pike Paper,2026-05-20,Hired,",
            "Reed & Co,2026-05-21,Applied,2026-05-29",
            as_of="2026-05-25",
            ghost_after_days=60,
            panels=[panel],
        )
        assert found.content.title.text == "One led to a job. One is still open."
        assert "1 is still open, 2 never answered and 1 led to a job. 1 has no date of applying." in found.description
        for size in ("og", "portrait", "wide"):
            picture = page(found, size)
            if panel == "pipeline":
                assert {"Still open", "No answer", "No date"} <= set(texts(picture, "panels.pipeline.key"))
                told = " + ".join(texts(picture, "stage.open"))
                assert sum(map(int, re.findall("[0-9]+", told))) == 5
                assert "1 Hired" in told
            else:
                ends = set(texts(picture, "sankey.outcome"))
                assert ends == {"1 Still open", "2 No answer", "1 No date", "1 Hired"}

    def test_an_accepted_offer_did_not_fall_silent(self, made: Made) -> None:
        found = made("Company,Applied,Status", "A,2026-01-02,Hired", as_of="2026-05-25", ghost_after_days=30)
        assert found.content.title.text == "One led to a job."
        assert (found.content.figures.ghosted, found.content.figures.hired) == (0, 1)
        assert "never answered" not in found.description

    def test_a_panel_counts_none_as_open_that_is_not(self, made: Made) -> None:
        rows = [f"C{at},2026-05-0{at},Applied" for at in range(1, 6)]
        assert texts(page(made("Company,Applied,Status", *rows, limit=2)), "panels.next_steps.more") == ["2 of 5 open"]
        silent = made("Company,Applied,Status", *rows, "D,2026-01-02,Ghosted", limit=2)
        assert texts(page(silent), "panels.next_steps.more") == ["2 of 6"]


def test_a_no_is_an_answer(made: Made) -> None:
    rows = [f"{name},2026-04-0{at},Rejected" for at, name in enumerate("ABC", start=1)]
    found = made("Company,Applied,Status", *rows, "D,2026-04-06,Applied", tiles=["response_rate", "moved_on"])
    assert values(found) == {"Response rate": "75%", "Moved on": "0%"}


def test_a_list_without_stages_is_read_as_sent_and_its_rates_are_unknown(made: Made) -> None:
    found = made("Company,Role,Date", "Larkfield,Planner,2026-04-01", "Moorgate Foods,Buyer,2026-04-08")
    assert values(found) == {"Active applications": "2", "Interviews": "n/a", "Response rate": "n/a", "Offers": "n/a"}
    assert "pipeline" not in found.content.panels
    assert notes(found) == [
        "no column tells how far the applications came: all count as sent; `columns: {stage: ...}` names one"
    ]


def test_own_tiles_without_a_list_draw_no_pipeline_of_zeros() -> None:
    found = visual("kind: applications_dashboard\ntitle: Autumn\ntiles: [{label: Sent, value: '12'}]\n")
    assert found.content.panels == ()
    assert texts(page(found), "tiles.label", "tiles.value", "stage.count") == ["Sent", "12"]


def test_a_column_that_says_refused_ends_the_application_after_its_stage(made: Made) -> None:
    found = made(
        "Company,Applied,Updated,Stage,Rejected",
        "Larkfield,2026-04-01,2026-04-10,Interview,False",
        "Moorgate Foods,2026-04-02,2026-04-20,Interview,True",
        "Nettle & Sons,2026-04-03,2026-04-03,Applied,True",
    )
    assert found.content.figures.said_no == 2
    assert [(step.open, step.said_no) for step in found.content.figures.pipeline] == [(0, 1), (0, 0), (1, 1), (0, 0)]


def test_moments_with_zones_and_ranges_are_read_as_their_first_day(made: Made) -> None:
    found = made(
        "Company,Applied,Status,Next date",
        'Larkfield,"April 1, 2026",Interview,"May 6, 2026 10:00 AM (GMT+2)"',
        'Moorgate Foods,"April 2, 2026",Interview,"May 7, 2026 9:00 AM (GMT+2) → 11:30 AM"',
    )
    assert [each.next_date for each in found.content.steps] == [date(2026, 5, 6), date(2026, 5, 7)]


@pytest.mark.parametrize("yes", ["checked", "ok", "x", "✓", "TRUE", "1", "oui", "abgehakt", "✔️"])
def test_people_tick_in_many_ways(made: Made, yes: str) -> None:
    found = made("Company,Applied,Status,Interview", f"A,2026-04-01,Rejected,{yes}", "B,2026-04-02,Rejected,")
    assert values(found)["Interviews"] == "1"


def test_a_cell_that_is_neither_a_day_nor_an_answer_is_told_with_both(made: Made) -> None:
    with pytest.raises(SpecError, match="or `yes`; if the column is about something else"):
        made("Company,Status,Interview", "A,Rejected,went well")


def test_own_words_can_say_how_far_it_came(made: Made) -> None:
    found = made(
        "Company,Applied,Status",
        "Larkfield,2026-04-01,Lost after phone call",
        "Moorgate Foods,2026-04-02,Applied",
        stages={"Lost after phone call": "rejected after screening"},
    )
    assert stages(found) == [2, 1, 0, 0]
    assert not found.content.figures.is_lower_bound


def test_titles_above_the_headings_are_passed_over_with_a_note(made: Made) -> None:
    found = made(
        "My search this spring,,,",
        "updated on Fridays,,,",
        ",,,",
        "Company,Role,Date,Status",
        "Larkfield,Planner,2026-04-01,Applied",
        "Moorgate Foods,Buyer,2026-04-08,Rejected",
    )
    assert found.content.figures.sent == 2
    assert notes(found) == ["2 rows above the headings are not read: “My search this spring”, “updated on Fridays”"]


def test_days_as_spreadsheets_count_them_are_read_with_a_note(made: Made) -> None:
    found = made("Company,Applied,Status", "Larkfield,46113,Applied", "Moorgate Foods,46120,Rejected")
    assert found.content.figures.as_of == date(2026, 4, 8)
    assert notes(found) == ["numbers are read as dates, as spreadsheets count them: in lines 2 and 3"]


def test_a_month_is_no_day(made: Made) -> None:
    with pytest.raises(SpecError, match="applied: expected a day, found the month March 2026"):
        made("Company,Status,Applied", "A,Applied,March 2026")


def test_a_period_that_ends_with_a_month_ends_with_its_last_day(made: Made) -> None:
    rows = ("Company,Applied,Status", "A,2026-09-30,Applied", "B,2026-10-31,Applied", "C,2026-11-02,Applied")
    figures = made(*rows, period={"start": "2026-10", "end": "2026-10"}).content.figures
    assert (figures.shown, figures.outside) == (1, 2)


@pytest.mark.parametrize(
    ("rows", "fact"),
    [
        ("A,2026-05-01,2026-04-01", "2026-04-01 (interview) is before the day of applying, and no time to a reply"),
        ("A,2026-05-01,\nA,2026-05-01,", "line 3 is there before, word for word: each counts"),
        (
            "A,13/04/2026,\nB,04/25/2026,",
            "04/25/2026 and 13/04/2026 have day and month in different orders: both are read",
        ),
        ("A,46113,\nB,2026-05-01,", "numbers are read as dates, as spreadsheets count them: in line 2"),
    ],
)
def test_what_may_be_a_slip_is_told(made: Made, rows: str, fact: str) -> None:
    assert notes(made("Company,Applied,Interview", *rows.splitlines())) == [fact]
