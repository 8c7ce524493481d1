"""Tests of tables in files: headings, rows and their places in every format."""

from __future__ import annotations

import pytest

from pipeline.errors import Place, SpecError
from pipeline.reading.tables import Row, Table, parse

CSV = 'name, value\n"a\nb",1\n\nc,2\n'


def complaint(text: str, path: str) -> str:
    with pytest.raises(SpecError) as caught:
        parse(text, path)
    (problem,) = caught.value.problems
    return str(problem.place or "") + ": " + problem.message


def test_rows_know_the_line_they_begin_in() -> None:
    table = parse(CSV, "a.csv")
    assert table == Table("a.csv", ("name", "value"), (Row(2, ("a\nb", "1")), Row(5, ("c", "2"))))
    assert table.place(table.rows[1], 1) == Place("a.csv", 5, 2)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_that_of_the_first_line(separator: str) -> None:
    text = f'"a,;|\t,,;;",b{separator}c\n'.replace(",b", separator + "b") + separator.join("123") + "\n"
    assert parse(text, "a.csv").rows == (Row(2, ("1", "2", "3")),)


def test_excel_may_name_the_separator() -> None:
    assert parse("sep=;\r\na;b\r\n1,5;2\r\n", "a.csv") == Table("a.csv", ("a", "b"), (Row(3, ("1,5", "2")),), 2)


def test_a_tsv_has_tabs_even_where_commas_are_more() -> None:
    assert parse("a, b, c\td\n1\t2\n", "a.tsv").headings == ("a, b, c", "d")


def test_short_rows_are_filled_and_long_ones_noted() -> None:
    table = parse("a,b\n1\n1,2,,\n1,2,3\n", "a.csv")
    assert [row.cells for row in table.rows] == [("1", ""), ("1", "2"), ("1", "2")]
    assert [str(problem.place) for problem in table.problems] == ["a.csv:4:3"]


def test_comments_between_rows_are_told() -> None:
    table = parse("a,b\n1,2\n# checked\n#1 Fix it,\n3,4\n// x,\n", "a.csv")
    assert [row.cells for row in table.rows] == [("1", "2"), ("#1 Fix it", ""), ("3", "4")]
    assert list(map(str, table.notes)) == ["a.csv:3:1: 2 rows with a comment are not read: “# checked”, “// x”"]


def test_rows_that_end_early_are_told() -> None:
    table = parse("a,b,c\n1,2\nSpring\n1,2,3\n4,5\n", "a.csv")
    fact = "2 rows have fewer cells than there are headings: what is missing at the end is read as empty"
    assert list(map(str, table.notes)) == [f"a.csv:2:1: {fact}"]


@pytest.mark.parametrize(("text", "has_problem"), [("a\tb\nx\t1\ny,2\n", True), ("a;b\nx;1\nOffice, 2024\n", False)])
def test_a_row_with_another_separator_is_a_mistake_and_a_comma_in_a_text_is_none(text: str, has_problem: bool) -> None:
    assert [str(problem.place) for problem in parse(text, "a.csv").problems] == ["a.csv:3:1"] * has_problem


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_headings_may_have_an_empty_corner_in_files_of_any_line_end(end: str) -> None:
    table = parse(f"sep=;{end};Sales{end}North;1{end}South;2{end}", "a.csv")
    assert (table.headings, [row.cells for row in table.rows]) == (("", "Sales"), [("North", "1"), ("South", "2")])
    assert table.notes == ()


def test_rows_above_the_headings_are_passed_over_with_a_note() -> None:
    table = parse("My list,,\n2026,,\na,b,c\n1,2,3\n", "a.csv")
    assert (table.headings, table.heading_line, table.rows) == (("a", "b", "c"), 3, (Row(4, ("1", "2", "3")),))
    assert list(map(str, table.notes)) == ["a.csv:1:1: 2 rows above the headings are not read: “My list”, “2026”"]
    assert parse("a\n1\n", "a.csv").rows == (Row(2, ("1",)),)


def test_whoever_knows_the_headings_finds_them_among_other_rows() -> None:
    text = "Spring,2026,\nMade by,Ada,\nCompany,Stage,Note\nOstler,Offer,\n"
    assert parse(text, "a.csv", lambda cells: "Company" in cells).headings == ("Company", "Stage", "Note")


def test_headings_that_are_repeated_are_no_row() -> None:
    table = parse("a,b\n1,2\na,b\n3,4\n", "a.csv")
    assert [row.cells for row in table.rows] == [("1", "2"), ("3", "4")]
    assert list(map(str, table.notes)) == ["a.csv:3:1: a row with the headings once more is not read: “a b”"]


def test_an_open_quotation_mark_is_told_where_its_row_begins() -> None:
    assert complaint('a,b\n1,2\n"3,4\n5,6\n', "a.csv").startswith("a.csv:3:1: the table breaks off here")


def test_a_file_that_is_one_huge_cell_is_told() -> None:
    for text in ("x" * 5_000_000, 'a,b\n"' + "1,2\n" * 1_000_000):
        line = 1 if text.startswith("x") else 2
        expected = f"a.csv:{line}:1: the table breaks off here: a cell of more than 131,072 characters"
        assert complaint(text, "a.csv") == expected


def test_a_character_that_cannot_be_printed_is_told() -> None:
    assert complaint("a,b\n1,\x00\n", "a.csv") == "a.csv:2:1: found the character U+0000, which cannot be printed"
    assert len(parse('[{"a": "\\u0007"}]', "a.json").problems) == 1


def test_an_unknown_suffix_is_told() -> None:
    assert complaint("", "a.xlsx") == "a.xlsx:1:1: expected a file of rows, found a.xlsx"


def test_mappings_may_have_different_keys() -> None:
    table = parse('[{"a": "1"},\n {"b": 2, "a": null}, {}]', "a.json")
    assert table.headings == ("a", "b")
    assert [row.cells for row in table.rows] == [("1", ""), ("", "2")]
    assert table.place(table.rows[1], 1).line == 2


def test_cells_of_json_are_as_they_are_written_and_no_key_is_lost() -> None:
    table = parse('[{"a": 1.50, "b": 1e3, "c": 12345678901234567890.5, "d": true},\n {"a": 1, "a": 2}]', "a.json")
    assert table.rows[0].cells == ("1.50", "1e3", "12345678901234567890.5", "true")
    assert [str(problem) for problem in table.problems] == ["a.json:2:1: `a` stands twice in one object"]


def test_json_lines_are_rows_and_a_line_that_is_none_is_told() -> None:
    table = parse('{"a": "x", "b": 1}\r\n\r\n{"a": "y"}\r\n{"a": }\r\n', "a.jsonl")
    assert [(row.number, row.cells, table.place(row, 0).line) for row in table.rows] == [
        (1, ("x", "1"), 1), (2, ("y", ""), 3),
    ]  # fmt: skip
    assert [str(problem) for problem in table.problems] == ["a.jsonl:4:7: this is not JSON: expecting value"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('{"a": 1}\n{"a": 2}', "ends in .jsonl"),
        ('[{"a": 1},\n]', "remove the comma before the bracket"),
        ('[{"a": 1,}]', "remove the comma before the bracket"),
        ('[{"a": 1}, // one\n]', "JSON has no comments: remove it"),
        ("[{'a': 1}]", "straight quotation marks"),
    ],
)
def test_what_json_does_not_know_is_told_with_a_way_out(text: str, hint: str) -> None:
    with pytest.raises(SpecError) as caught:
        parse(text, "a.json")
    assert hint in caught.value.problems[0].hint


def test_cells_of_yaml_have_places_of_their_own() -> None:
    table = parse("rows:\n- a: 2026-03-04\n  b: ~\n- {a: yes, b: 1.50}\n", "a.yaml")
    assert [row.cells for row in table.rows] == [("2026-03-04", ""), ("yes", "1.50")]
    assert table.place(table.rows[1], 1) == Place("a.yaml", 4, 15)


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a: 1\nb: 2\n", "a.yaml", "a.yaml:1:1: expected a list of rows"),
        ("3", "a.json", "a.json:1:1: expected a list of rows"),
        ('{"a": [], "b": 1}', "a.json", "a.json:1:1: expected a list of rows"),
        ('[{"a": 1},\n {"b": }]', "a.json", "a.json:2:8: this is not JSON: expecting value"),
        ("[" * 100_000, "a.json", "a.json:1:1: lists are nested too deeply"),
        ("[" + "1" * 5_000 + "]", "a.json", "a.json:1:1: a number here is too long"),
    ],
)
def test_what_is_no_list_of_rows_is_told(text: str, path: str, expected: str) -> None:
    assert complaint(text, path) == expected


@pytest.mark.parametrize(("text", "path"), [("- 1\n- {a: [1]}\n", "a.yaml"), ('[1, {"a": [1]}]', "a.json")])
def test_rows_and_cells_of_another_shape_are_noted(text: str, path: str) -> None:
    assert [problem.message for problem in parse(text, path).problems] == [
        "row 1: expected headings with cells",
        "a: expected text, found a list or keys",
    ]


def test_empty_files_have_no_rows() -> None:
    for text, path in (("", "a.csv"), ("\n\n", "a.tsv"), ("[]", "a.json"), ("", "a.yaml"), ("rows: []", "a.yaml")):
        assert parse(text, path).rows == ()
