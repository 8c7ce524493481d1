"""Tests of a chart's table: numbers, gaps, totals, columns, both shapes, and what is told of each mistake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from pipeline.errors import SpecError
from pipeline.kinds.chart.content import Content
from tests.visuals import visual

Read: TypeAlias = Callable[..., Content]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The content of a chart whose table is this text."""

    def content(text: str, name: str = "n.csv", **keys: object) -> Content:
        (tmp_path / name).write_text(text, encoding="utf-8")
        found: Content = visual({"kind": "chart", "data": name, **keys}, str(tmp_path / "chart.yaml")).content
        return found

    return content


def series(content: Content) -> dict[str, list[float | None]]:
    """The numbers by the names of their series."""
    return {each.name.text: [number.value if number else None for number in each.numbers] for each in content.series}


def labels(content: Content) -> list[str]:
    return [label.text for label in content.labels]


def shown(content: Content) -> list[str]:
    """The numbers of the first series as the picture has them."""
    return [number.leaf.text for number in content.series[0].numbers if number]


def notes(content: Content) -> list[str]:
    return [str(note).rpartition("/")[2] for note in content.notes]


def test_the_first_column_names_the_rows_and_each_other_is_a_series(read: Read) -> None:
    found = read("Source,Sent,Replies\nBoard,31,6\nFair,4,2\n")
    assert labels(found) == ["Board", "Fair"]
    assert series(found) == {"Sent": [31, 4], "Replies": [6, 2]}
    assert notes(found) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\nx,1.5\n", 1.5),
        ("\ufeffa;b\r\nx;1,5\r\n", 1.5),
        ('a,b\nx,"1,234"\n', 1234),
        ('a,b\nx,"1,234.5"\n', 1234.5),
        ("a;b\nx;1.234,5\n", 1234.5),
        ("a\tb\nx\t12 %\n", 12),
        ("a,b\nx,€12\n", 12),
        ("a,b\nx,CHF 12\n", 12),
        ("a,b\nx,−3\n", -3),
        ('a,b\nx,"(1,350)"\n', -1350),
        ("a,b\nx,12.5K\n", 12500),
        ("a,b\nx,1.2 Mio\n", 1200000),
        ("a,b\nx,1'234.50\n", 1234.5),
        ('a,b\nx,"12,34,567"\n', 1234567),
        ("a,b\nx,1 234\n", 1234),
        ("a,b\nx,1\u202f234\n", 1234),
        ("a,b\nx,2e3\n", 2000),
        ("a,b\nx,١٢٣\n", 123),
        ("a,b\nx,n/a\n", None),
        ("a,b\nx,k. A.\n", None),
        ("a,b\nx,120 m²\n", 120),
        ("a,b\nx,\n", None),
        ("a,b\nx\n", None),
    ],
)
def test_numbers_are_read_as_people_write_them(read: Read, text: str, expected: float | None) -> None:
    assert list(series(read(text)).values()) == [[expected]]


def test_the_unit_is_that_of_the_cells(read: Read) -> None:
    assert read("a;b\nx;2 410,5 €\ny;13 900,0 €\n", lang="fr").form.unit == "€"
    assert shown(read("a,b\nx,12 %\n")) == ["12%"]
    told = read("a,b\nx,$12\n", unit="€")
    assert told.form.unit == "€"
    assert "the cells say $, the picture has the unit of the spec: €" in notes(told)[0]


def test_columns_of_different_units_are_refused(read: Read) -> None:
    text = 'Paper,Copies,Change\nMorning Post,"1,904,300",-18%\n'
    with pytest.raises(SpecError) as caught:
        read(text)
    assert "n.csv:1:3: columns of different units cannot share one scale, found `Copies`, `Change` in %" in str(
        caught.value
    )
    assert series(read(text, columns={"values": ["Change"]})) == {"Change": [-18]}


def test_a_decimal_mark_that_only_the_language_tells_is_told(read: Read) -> None:
    found = read('a;b\nx;"1,234"\n', lang="de")
    assert series(found) == {"b": [1.234]}
    assert "decimal comma" in notes(found)[0]


def test_other_formats_are_read_too(read: Read) -> None:
    found = read('[{"month": "Jan", "sent": 3}, {"month": "Feb", "sent": null}]', "n.json")
    assert series(found) == {"sent": [3, None]}


def test_a_table_of_headings_only_is_an_empty_chart(read: Read) -> None:
    assert labels(read("Source,Sent\n")) == []


def test_columns_without_numbers_are_named(read: Read) -> None:
    found = read("#,Shop,Remark,Sold\n1,Shop A,new,40\n2,Shop B,,30\n")
    assert labels(found) == ["Shop A", "Shop B"]
    assert series(found) == {"Sold": [40, 30]}
    assert notes(found) == [
        "n.csv:1:1: 2 columns are not read: #, Remark; if the picture needs one, map it under `columns:`"
    ]


def test_columns_can_be_chosen(read: Read) -> None:
    found = read("A,B,C\n1,x,10\n2,y,20\n", columns={"label": "B", "values": ["c"]})
    assert (labels(found), series(found)) == (["x", "y"], {"C": [10, 20]})
    with pytest.raises(SpecError, match="there is no heading `D`"):
        read("A,B\n1,2\n", columns={"label": "D"})


@pytest.mark.parametrize("word", ["Total", "TOTAL:", "Summe", "Gesamt", "Somme"])
def test_a_total_is_no_part(read: Read, word: str) -> None:
    found = read(f"Kind,Hours\nReading,3\nWriting,4\n{word},7\n", chart="donut")
    assert labels(found) == ["Writing", "Reading"]
    assert notes(found) == [f"n.csv:4:1: a row with a total or a remark is not read: “{word} 7”"]


def test_a_total_in_the_midst_is_one_only_if_it_sums_up(read: Read) -> None:
    assert labels(read("Brand,Sold\nTotal,5\nShell,9\n")) == ["Total", "Shell"]
    assert labels(read("Brand,Sold\nTotal,14\nEsso,5\nShell,9\n")) == ["Esso", "Shell"]


def test_titles_above_and_sources_below_are_passed_over(read: Read) -> None:
    found = read("Shops of our town,,\n,,\nShop,Sold,Back\nA,4,1\nB,3,0\nSource: own list,,\n")
    assert labels(found) == ["A", "B"]
    assert notes(found) == [
        "n.csv:1:1: a row above the headings is not read: “Shops of our town”",
        "n.csv:6:1: a row with a total or a remark is not read: “Source: own list”",
    ]


def test_a_row_for_each_number_becomes_series(read: Read) -> None:
    text = "Region,Month,Joined\nNorth,Jan,40\nNorth,Feb,52\nSouth,Jan,31\nSouth,Feb,29\n"
    found = read(text, chart="line")
    assert (labels(found), series(found)) == (["Jan", "Feb"], {"North": [40, 52], "South": [31, 29]})
    assert "one row for each number" in notes(found)[0]
    asked = read(text, columns={"label": "Month", "series": "Region"})
    assert (series(asked), notes(asked)) == (series(found), [])


def test_two_numbers_for_one_place_are_told(read: Read) -> None:
    text = "Region,Month,Joined\nNorth,Jan,40\nNorth,Jan,52\n"
    with pytest.raises(SpecError, match="`Jan` and `North` have two numbers"):
        read(text, columns={"label": "Month", "series": "Region"})


def test_a_row_without_a_label_is_told(read: Read) -> None:
    found = read("Kind,Replies\nReferral,14\n,9\nFair,5\n")
    assert labels(found) == ["Referral", "", "Fair"]
    assert notes(found) == ["n.csv:3:1: this row has no label"]


def test_marks_behind_numbers_are_told(read: Read) -> None:
    found = read("Year,Sold\n2024,12*\n2025,14\n")
    assert series(found) == {"Sold": [12, 14]}
    assert notes(found) == ["n.csv:2:2: marks after numbers are not shown: *"]


def test_a_picture_keeps_the_tables_decimals(read: Read) -> None:
    found = read("Item,Price\nTea,12.50\nBook,3\n")
    assert shown(found) == ["12.50", "3.00"]


class TestTotals:
    @pytest.mark.parametrize("heading", ["Total", "Totale turni", "Summe"])
    def test_a_column_that_sums_up_the_others_is_no_series(self, read: Read, heading: str) -> None:
        found = read(f"Ward,Morning,Night,{heading}\nA,12,9,21\nB,18,16,34\n", chart="stacked")
        assert series(found) == {"Morning": [12, 18], "Night": [9, 16]}
        assert notes(found)[0].startswith(f"n.csv:1:4: 1 column is not read: {heading};")

    def test_one_that_has_other_numbers_is(self, read: Read) -> None:
        assert len(series(read("Ward,Morning,Night,Total\nA,12,9,21\nB,18,16,35\n"))) == 3
        assert len(series(read("Ward,Total\nA,12\nB,18\n"))) == 1

    def test_a_row_of_totals_is_told_with_the_tables_own_mark(self, read: Read) -> None:
        found = read("Was;Kosten\nGesamt;3,5\nA;1,5\nB;2\n", lang="de")
        assert labels(found) == ["A", "B"]

    def test_words_are_not_offered_for_a_series(self, read: Read) -> None:
        (note,) = notes(read("Day,Honey,Remark\nA,1,early\nB,2,late\n"))
        assert note == "n.csv:1:3: 1 column is not read: Remark"


class TestTime:
    def test_newest_first_is_put_in_time(self, read: Read) -> None:
        found = read("Day,Open\n2026-05-29,8\n2026-05-04,3\n2026-05-01,1\n", chart="line")
        assert labels(found) == ["1 May", "4 May", "29 May"]
        assert series(found) == {"Open": [1, 3, 8]}
        assert found.time.shares == pytest.approx((0, 3 / 28, 1))
        assert "put in chronological order" in notes(found)[0]
        assert found.series[0].numbers[0] is not None
        assert found.series[0].numbers[0].leaf.field == "series[0].values[2]"

    def test_bars_keep_the_order_of_the_file(self, read: Read) -> None:
        assert labels(read("Day,Open\n2026-05-29,8\n2026-05-04,3\n")) == ["29 May", "4 May"]

    @pytest.mark.parametrize(
        ("days", "places"),
        [
            (["2001", "2002", "2003", "2013"], [0, 1 / 12, 2 / 12, 1]),
            (["Jan 2026", "Feb 2026", "Sep 2026"], [0, 1 / 8, 1]),
            (["Q1 2026", "Q2 2026", "Q4 2026"], [0, 1 / 3, 1]),
            (["3.1.2026", "4.1.2026", "7.1.2026"], [0, 0.25, 1]),
        ],
    )
    def test_gaps_are_as_wide_as_the_time_between(self, read: Read, days: list[str], places: list[float]) -> None:
        found = read("Time,n\n" + "".join(f"{day},1\n" for day in days), chart="line")
        assert found.time.shares == pytest.approx(places, abs=1e-3)

    def test_moments_are_read_with_their_zones(self, read: Read) -> None:
        text = "Time,n\n2026-05-01T08:00:00+02:00,4\n2026-05-01T06:30:00+01:00,9\n2026-05-03T08:00:00+02:00,6\n"
        found = read(text, chart="line")
        assert labels(found) == ["1 May, 06:30", "1 May, 08:00", "3 May, 08:00"]
        assert series(found) == {"n": [9, 4, 6]}

    def test_a_day_that_is_none_is_refused_at_its_cell(self, read: Read) -> None:
        with pytest.raises(SpecError, match=r"n\.csv:3:1: 2027-02-29 does not exist"):
            read("Day,n\n2027-02-28,1\n2027-02-29,2\n")

    def test_a_day_that_may_be_two_is_refused_with_a_key_that_a_chart_has(self, read: Read) -> None:
        text = "Day,n\n03/02/2026,1\n10/02/2026,2\n17/02/2026,3\n24/02/2026,4\n"
        with pytest.raises(SpecError, match=r"n\.csv:2:1: 03/02/2026 may be .*\n.*`date_format: dmy`"):
            read(text, chart="line")
        assert labels(read(text, chart="line", date_format="dmy")) == ["3 Feb", "10 Feb", "17 Feb", "24 Feb"]
        assert read(text, date_format="dmy", highlight="10/02/2026").highlight == ("10 Feb",)

    def test_days_of_which_most_may_be_two_are_words_with_a_note(self, read: Read) -> None:
        found = read("Day,n\n03/02/2026,1\n10/02/2026,2\n", chart="line")
        assert labels(found) == ["03/02/2026", "10/02/2026"]
        (note,) = found.notes
        assert str(note).startswith(
            "n.csv:2:1: 03/02/2026 may be 3 Feb 2026 or 2 Mar 2026: labels like it stand as they "
        )
        assert note.message.endswith("in the order of the file; say which with `date_format: dmy`, `mdy` or `ymd`")

    def test_labels_with_figures_that_are_no_days_have_no_note(self, read: Read) -> None:
        assert notes(read("Size,n\n3/4 inch,1\n1 inch,2\n")) == []

    def test_two_rows_of_one_day_are_told(self, read: Read) -> None:
        found = read("Day,n\n2026-05-01,1\n2026-05-01,2\n2026-05-04,3\n", chart="line")
        assert found.time.shares == (0, 0, 1)
        assert "several rows have the same time" in notes(found)[0]

    def test_the_description_has_the_year(self, read: Read) -> None:
        assert read("Day,n\n2026-05-01,1\n2026-05-04,3\n").full == ("1 May 2026", "4 May 2026")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "n.csv:1:1: the table is empty"),
        ("a\nx\n", "n.csv:1:1: expected two columns or more, found 1"),
        ("a,b\nx,many\n", "n.csv:1:2: expected a column of numbers, found none; the first cell is `many`"),
        ("a,b\nx,1\ny,many\nz,2\n", "n.csv:3:2: expected a number, found `many`"),
        ("a,b\nx,1\ny,1e99\n", "n.csv:3:2: expected a number between -1e+15 and 1e+15, found `1e99`"),
        ("a,b\nx,1\nz,2\ny,nan\n", "n.csv:4:2: expected a number, found `nan`"),
        ("a,b\nx,1\nz,2\ny,=SUM(A1)\n", "n.csv:4:2: expected a number, found `=SUM(A1)`"),
        ("a,b\nx,1,2\n", "n.csv:2:3: expected 2 cells, found `2` in cell 3"),
        (f"a,b\n{'x' * 121},1\n", "n.csv:2:1: expected a label of at most 120 characters, found 121"),
        ("a,b\n" + "x,1\n" * 401, "n.csv:402:1: expected at most 400 rows, found 401"),
    ],
)
def test_a_mistake_is_told_with_its_place(read: Read, text: str, complaint: str) -> None:
    with pytest.raises(SpecError) as caught:
        read(text)
    assert str(caught.value).rpartition("/")[2].startswith(complaint) or complaint in str(caught.value)


def test_every_mistake_is_told_at_once(read: Read) -> None:
    with pytest.raises(SpecError) as caught:
        read("a,b,c\nx,one,2\ny,3,four\nz,4,5\nw,5,6\n")
    assert len(caught.value.problems) == 2


def test_a_unit_behind_one_heading_of_two_is_told(read: Read) -> None:
    (note,) = notes(read("Day,Catch (kg),Crew\nMon,1204,4\nTue,980,4\n"))
    assert note == (
        "n.csv:1:3: `Catch (kg)` has a unit and `Crew` has none, but they share one scale; choose among them with "
        "`columns:`, or name the unit of both with `unit`"
    )
    assert notes(read("Day,Catch (kg),Crew\nMon,1204,4\n", columns={"values": ["Crew"]})) == [
        "n.csv:1:2: 1 column is not read: Catch (kg); if the picture needs one, map it under `columns:`"
    ]
    assert notes(read("Day,Before (kg),After\nMon,80,78\n", unit="kg")) == []
    assert notes(read("Day,North (old),South\nMon,80,78\n")) == []


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        ("Duration (h),Shifts (shifts)", "`Duration (h)` in h, `Shifts (shifts)` in shifts"),
        ("Rent (EUR),Area (m²)", "`Rent (EUR)` in EUR, `Area (m²)` in m²"),
        ("Dauer (Std.),Wege [km]", "`Dauer (Std.)` in Std., `Wege [km]` in km"),
    ],
)
def test_units_in_headings_cannot_share_one_scale(read: Read, headings: str, told: str) -> None:
    with pytest.raises(SpecError) as caught:
        read(f"Ward,{headings}\nA,3,10\nB,4,12\n")
    assert f"columns of different units cannot share one scale, found {told}" in str(caught.value)


@pytest.mark.parametrize(
    "headings", ["Rent (EUR),Food (EUR)", "Sales (north),Sales (south)", "Men (2024),Women (2025)", "Rent (EUR),Food"]
)
def test_other_words_in_brackets_are_no_units(read: Read, headings: str) -> None:
    found = read(f"Ward,{headings}\nA,3,10\nB,4,12\n")
    assert [each.name.text for each in found.series] == headings.split(",")
    assert found.form.unit == ""


def test_a_stack_tells_of_numbers_that_are_missing(read: Read) -> None:
    table = "Month,Board,Fair\nJan,3,1\nFeb,,2\nMar,4,n/a\n"
    (note,) = read(table, chart="stacked").notes
    assert note.message == "2 numbers missing from what is added up: Board of Feb, Fair of Mar"
    assert str(note.place) == f"{note.place.path if note.place else ''}:3:2"
    assert read(table, chart="bar").notes == ()
    assert read("Month,Board,Fair\nJan,3,1\n", chart="stacked").notes == ()


@pytest.mark.parametrize("written", ["2026-03-01", "1 March 2026", "Mar 1, 2026", "1 Mar", "1. März 2026"])
def test_a_day_is_the_highlight_however_it_is_written(read: Read, written: str) -> None:
    found = read("Day,Sent\n2026-02-01,3\n2026-03-01,4\n", highlight=written)
    assert found.highlight == ("1 Mar",)
    with pytest.raises(SpecError, match="there is no label and no series"):
        read("Day,Sent\n2026-02-01,3\n2026-03-01,4\n", highlight="2 March 2026")


def test_a_heading_that_is_not_there_is_told_with_the_nearest(read: Read) -> None:
    with pytest.raises(SpecError) as caught:
        read("Month,Board\nJan,3\n", columns={"values": ["Bord"]})
    assert "there is no heading `Bord`" in str(caught.value)
    assert "the nearest is `Board`" in str(caught.value)


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("≈1200", "write the number alone"),
        ("<5", "write the number alone"),
        ("50-60k", "the lower and the upper one in columns of their own"),
        ("1:30", "as a number of one unit"),
        ("#DIV/0!", "put the formula right"),
        ("=3+4", "values in place of its formulas"),
        ("12 boxes", "`unit: boxes`"),
        ("4th", "write digits"),
    ],
)
@pytest.mark.parametrize("others", ["1\ny,2", "x\ny,y"])
def test_a_cell_that_is_no_number_is_told_at_its_place_with_a_way_out(
    read: Read, cell: str, hint: str, others: str
) -> None:
    with pytest.raises(SpecError) as caught:
        read(f"a,b\nw,{others}\nz,{cell}\n")
    problem = caught.value.problems[-1]
    assert (problem.place and problem.place.line, problem.message) == (4, f"expected a number, found `{cell}`")
    assert hint in problem.hint


def test_units_of_measure_in_cells_are_those_of_the_picture(read: Read) -> None:
    found = read("a,b\nx,12 kg\ny,3½ kg\nz,4\n")
    assert (found.unit.text, series(found)) == ("kg", {"b": [12, 3.5, 4]})
    assert notes(found) == ["n.csv:4:2: `4` has no kg, and is read as if it had"]


@pytest.mark.parametrize(("cells", "line"), [("€ 5\ny,EUR 6\nz,£4", 4), ("5 kg\ny,6 lb", 3)])
def test_two_units_in_one_column_are_told_at_the_cell(read: Read, cells: str, line: int) -> None:
    with pytest.raises(SpecError) as caught:
        read(f"a,b\nx,{cells}\n")
    assert [str(each.place).rpartition("/")[2] for each in caught.value.problems] == [f"n.csv:{line}:2"]
    assert "columns of their own" in caught.value.problems[0].hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\nx,€12\ny,5\n", ["n.csv:3:2: `5` has no €, and is read as if it had"]),
        ("a,b\nx,12%\ny,0.5\n", ["n.csv:3:2: `0.5` has no %, and is read as if it had"]),
        ("a;b\nx;1,234\n", ["n.csv:2:2: `1,234` is read with a decimal point, as `lang: en` has it"]),
        ("a,b\nx,1.234\n", ["n.csv:2:2: `1.234` is read with a decimal point, as `lang: en` has it"]),
        ("a,b,b\nx,1,2\n", ["n.csv:1:3: two columns are called `b`; give each a name of its own"]),
        (
            "a,,c\nx,1,2\n",
            ["n.csv:1:2: 1 column is not read: column 2 (no heading); if the picture needs it, give it a heading"],
        ),
    ],
)
def test_what_may_be_read_otherwise_is_told_with_its_cell(read: Read, text: str, expected: list[str]) -> None:
    assert notes(read(text)) == expected


@pytest.mark.parametrize("unit", ["m", "T", "mil"])
def test_a_letter_that_may_be_a_unit_is_told(read: Read, unit: str) -> None:
    assert notes(read(f"a,b\nx,12 {unit}\n"))[0].startswith(f"n.csv:2:2: `12 {unit}` is read as 12,000")
    assert notes(read(f"a,b\nx,€12 {unit}\n")) == []


def test_headings_in_two_rows_are_put_together(read: Read) -> None:
    found = read("a,Sold,Sold,Lost\n,2023,2024,2024\nx,1,2,3\n")
    assert series(found) == {"Sold 2023": [1], "Sold 2024": [2], "Lost 2024": [3]}
    told = "n.csv:2:1: two rows are read as headings: `Sold 2023`, `Sold 2024`, `Lost 2024`"
    assert notes(found) == [told]


@pytest.mark.parametrize("text", ["Tea,3\nWater,8\n", "Tea,7,3\nWater,8,2\n", "By shop,\nTea,3\nWater,8\n"])
def test_a_table_without_headings_loses_no_row(read: Read, text: str) -> None:
    with pytest.raises(SpecError, match="expected headings in the first row, found `Tea`"):
        read(text)


def test_headings_may_be_years_or_count_up(read: Read) -> None:
    assert list(series(read("a,2024,2023\nx,1,2\n"))) == ["2024", "2023"]
    assert list(series(read("a,1,2\nx,1,2\n"))) == ["1", "2"]
    assert list(series(read("a,5 %,10 %\nx,1,2\n"))) == ["5 %", "10 %"]


def test_sums_amid_the_rows_are_left_out_and_what_only_looks_like_one_is_told(read: Read) -> None:
    found = read("a,b\nx,1\ny,3\nSubtotal,4\nz,2\nw,3\nSubtotal,5\nTotal,9\n# checked\n")
    assert labels(found) == ["x", "y", "z", "w"]
    assert notes(found) == [
        "n.csv:9:1: a row with a comment is not read: “# checked”",
        "n.csv:4:1: 3 rows with a total or a remark are not read: “Subtotal 4”, “Subtotal 5”, “Total 9”",
    ]
    assert labels(read("a,b\nx,1\ny,3\nTotal,4\nz,2\n")) == ["x", "y", "z"]
    found = read("a,b\nx,1\nTotal,4\nz,2\n")
    assert labels(found) == ["x", "Total", "z"]
    assert notes(found) == ["n.csv:3:1: `Total` is drawn like the others: it is not their sum"]


def test_a_column_of_totals_that_is_no_sum_is_told(read: Read) -> None:
    found = read("a,b,c,Total\nx,1,2,3\ny,1,2,4\n")
    assert list(series(found)) == ["b", "c", "Total"]
    assert notes(found) == ["n.csv:3:4: `Total` is drawn like the others: here it is not their sum"]


def rows_of(names: str) -> str:
    return "when;n\n" + "".join(f"{name};1\n" for name in names.split("|"))


@pytest.mark.parametrize(
    ("names", "shares"),
    [
        ("2009/10|2010/11|2013/14", (0, 0.25, 1)),
        ("2009/10|2010/11|2011/12", (0, 0.5, 1)),
        ("2009-10|2010-11|2011-12", (0, 0.5, 1)),
        ("Nov-24|Jan-25|Mar-25", (0, 0.5, 1)),
        ("Jan 25|Feb 1|Mar 8", None),
    ],
)
def test_labels_as_spreadsheets_write_years_and_months_stand_in_time(
    read: Read, names: str, shares: tuple[float, ...] | None
) -> None:
    found = read(rows_of(names), chart="line")
    assert labels(found) == names.split("|")
    assert found.time.shares == (shares or ())


@pytest.mark.parametrize(
    ("names", "fact"),
    [
        ("Jan|Feb|Apr", "though they are not: Jan, Feb, Apr; with their years they stand in time"),
        ("3.3.|10.3.|2.4.", "though they are not: 3.3., 10.3., 2.4.; with their year"),
        ("08:00|09:30|13:00", "though they are not: 08:00, 09:30, 13:00; with their day"),
        ("8am|9am|1pm", "though they are not: 8am, 9am, 1pm; with their day"),
        ("2026-W09|2026-W10|2026-W12", "though they are not: 2026-W09, 2026-W10, 2026-W12; the days"),
        ("Day 1|Day 2|Day 10", "though they are not: Day 1, Day 2, Day 10"),
        ("2009/10|2010/11", "2009/10 may be Oct 2009, or the year from 2009 to 2010: labels like it stand"),
        ("2026-03-01|2026-03-02|soon", "`soon` is no time as other labels are"),
        ("Jan|Feb|Mar", ""),
        ("0|10|20", ""),
        ("A1|B7|C9", ""),
        ("18-24|25-34|35+", ""),
        ("Nov|Dec|Jan", ""),
    ],
)
def test_labels_at_unequal_steps_that_are_no_times_are_told(read: Read, names: str, fact: str) -> None:
    told = [note.message for note in read(rows_of(names), chart="line").notes]
    assert (fact in told[0]) if fact else told == []
    assert "equal steps" not in str(notes(read(rows_of(names), chart="bar")))


def test_a_column_of_years_says_when_and_not_how_much(read: Read) -> None:
    found = read("Region,Year,Share\nN,2020,40%\nN,2021,50%\nS,2020,30%\nS,2023,20%\n", chart="line")
    assert labels(found) == ["2020", "2021", "2023"]
    assert series(found) == {"N": [40, 50, None], "S": [30, None, 20]}
    with pytest.raises(SpecError, match="`2020` and `N` have two numbers"):
        read("Region,Year,Share\nN,2020,40\nN,2020,50\nS,2020,30\nS,2021,20\n", chart="line")
    assert labels(read("Year,Share\n2020,40\n2021,50\n", chart="line")) == ["2020", "2021"]


@pytest.mark.parametrize("heads", ["2020,2021,2025", "Jan,Feb,Mar", "Q1 2020,Q2 2020,Q3 2020"])
def test_a_line_runs_along_headings_that_are_times(read: Read, heads: str) -> None:
    text = f"Series,{heads}\nSent,3,4,5\nReplies,1,2,3\n"
    found = read(text, chart="line")
    assert (labels(found), series(found)) == (heads.split(","), {"Sent": [3, 4, 5], "Replies": [1, 2, 3]})
    assert notes(found)[0].startswith("n.csv:1:2: the headings run on, so each row is a line: ")
    assert labels(read(text, chart="bar")) == ["Sent", "Replies"]
    for one, other in (("2020", "2021"), ("3 Mar", "10 Mar"), ("08:00", "09:30"), ("KW 9", "KW 10")):
        assert labels(read(text.replace("Sent", one).replace("Replies", other), chart="line")) == [one, other]


@pytest.mark.parametrize(
    ("text", "chart", "fact"),
    [
        ("a,b\nx,45 %\ny,45 %\nz,39 %\n", "donut", "n.csv:1:2: the parts add up to 129 %, not to 100 %"),
        ("a,b\nx,45 %\ny,45 %\nz,9 %\n", "donut", ""),
        (
            "a,Average rent\nx,4\ny,5\n",
            "donut",
            "a donut chart adds up its numbers, which `Average rent` may not allow",
        ),
        ("a,Rent,Age\nx,4,5\n", "stacked", "a stacked chart adds up its numbers, which `Rent` may not allow"),
        ("a,Sold,Lost\nx,4,5\n", "stacked", ""),
        ("a,Share\nx,60 %\ny,40 %\n", "donut", ""),
        ("a,Share\nx,60\ny,40\n", "donut", ""),
    ],
)
def test_parts_that_are_no_parts_of_a_whole_are_told(read: Read, text: str, chart: str, fact: str) -> None:
    told = notes(read(text, chart=chart))
    assert (fact in told[0]) if fact else told == []
    assert "adds up" not in str(notes(read(text, chart=chart, adds=True)))


def test_a_rank_is_no_label_where_another_column_names_the_rows(read: Read) -> None:
    found = read("Rank,Team,Points\n1,A,30\n2,B,25\n")
    assert (labels(found), series(found)) == (["A", "B"], {"Points": [30, 25]})
