"""Rows from a table beside the spec."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import SpecError
from pipeline.kinds.comparison.content import Content
from tests.visuals import visual

CSV = 'Point,Stay,Go,Better,Remark\nSalary,"€49,000","€54,500",Go,a year\nLunch,yes,partly: On Fridays,stay,\n'


def read(folder: Path, text: str, name: str = "offers.csv", **keys: object) -> Content:
    """What a spec with that table says."""
    (folder / name).write_text(text, encoding="utf-8")
    (folder / "pyproject.toml").touch()
    found: Content = visual({"kind": "comparison", "data": name, **keys}, str(folder / "case.yaml")).content
    return found


def cells(content: Content) -> list[list[tuple[str, str]]]:
    """The mark and the text of each cell."""
    return [[(cell.mark, cell.text.text) for cell in row.cells] for row in content.rows]


def test_the_first_column_names_the_rows_and_one_says_which_is_better(tmp_path: Path) -> None:
    found = read(tmp_path, CSV, columns=["Stay", "Go"])
    assert [column.text for column in found.columns] == ["Stay", "Go"]
    assert [row.name.text for row in found.rows] == ["Salary", "Lunch"]
    assert [row.better for row in found.rows] == [1, 0]
    assert cells(found)[1] == [("yes", "Yes"), ("partly", "On Fridays")]


def test_columns_that_are_not_read_are_named_in_a_note(tmp_path: Path) -> None:
    (note,) = read(tmp_path, CSV, columns=["Go", "Stay"]).notes
    assert note.about == "columns"
    assert "Remark" in note.message
    assert read(tmp_path, CSV).notes == ()  # all three are compared


def test_columns_stand_in_the_order_of_the_spec(tmp_path: Path) -> None:
    found = read(tmp_path, CSV, columns=["Go", "Stay"])
    assert [column.text for column in found.columns] == ["Go", "Stay"]
    assert [row.better for row in found.rows] == [0, 1]


@pytest.mark.parametrize("heading", ["Besser", "mieux", "Ganador", "더 나은 쪽"])
def test_the_better_column_is_known_in_every_language(tmp_path: Path, heading: str) -> None:
    assert read(tmp_path, CSV.replace("Better", heading), columns=["Stay", "Go"]).rows[0].better == 1


@pytest.mark.parametrize("name", ["offers.json", "offers.yaml", "offers.tsv"])
def test_other_formats_are_read_alike(tmp_path: Path, name: str) -> None:
    rows: list[dict[str, Any]] = [{"Point": "Lunch", "Stay": True, "Go": None}, {"Point": "Days", "Stay": 30, "Go": 2}]
    tabs = "Point\tStay\tGo\nLunch\ttrue\t\nDays\t30\t2\n"
    found = read(tmp_path, tabs if name.endswith("tsv") else json.dumps(rows), name)
    assert cells(found) == [[("yes", "Yes"), ("nothing", "")], [("text", "30"), ("text", "2")]]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Point,Stay\nSalary,1\n", "expected 2 to 4 columns"),
        ("Point,A,B\n" + "Row,1,2\n" * 13, "expected 1 to 12 rows"),
        ("Point,A,a\nRow,1,2\n", "two columns are called"),
        (f"Point,A,B\nRow,1,{'x' * 201}\n", "expected at most 200 characters"),
        ("Point,A,B\n,1,2\n", "expected the name of a row"),
        ("Point,A,B,better\nRow,1,2,C\n", "there is no column `C`"),
    ],
)
def test_what_is_wrong_in_a_table_is_told_at_its_place(tmp_path: Path, text: str, fact: str) -> None:
    with pytest.raises(SpecError) as refused:
        read(tmp_path, text)
    problem, *_ = refused.value.problems
    assert fact in problem.message
    assert problem.place is not None


def test_a_table_without_headings_loses_no_row(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="expected headings in the first row, found `Price`, `900`, `800`"):
        read(tmp_path, "Price,900,800\nYard,1,2\n")
    assert len(cells(read(tmp_path, "Point,2023,2024\nYard,1,2\n"))) == 1
