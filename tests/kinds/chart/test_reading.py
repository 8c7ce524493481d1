"""Tests of a chart's table: separators, marks of thousands and decimals, gaps, and what is told of each mistake."""

from __future__ import annotations

import pytest

from pipeline.errors import SpecError
from pipeline.kinds.chart.reading import gather
from pipeline.kinds.chart.spec import Chart


def numbers(text: str, path: str = "n.csv") -> list[tuple[float | None, ...]]:
    spec = gather(Chart(kind="chart", data=path), lambda name, field: text)
    return [series.values for series in spec.series]


def test_the_first_column_names_the_rows_and_each_other_is_a_series() -> None:
    spec = gather(Chart(kind="chart", data="n.csv"), lambda name, field: "Source,Sent,Replies\nBoard,31,6\nFair,4,2\n")
    assert spec.labels == ("Board", "Fair")
    assert [(series.name, series.values) for series in spec.series] == [("Sent", (31, 4)), ("Replies", (6, 2))]


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
        ("a,b\nx,−3\n", -3),
        ("a,b\nx,1 234\n", 1234),
        ("a,b\nx,2e3\n", 2000),
        ("a,b\nx,n/a\n", None),
        ("a,b\nx,\n", None),
        ("a,b\nx\n", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, expected: float | None) -> None:
    assert numbers(text) == [(expected,)]


def test_other_formats_are_read_too() -> None:
    assert numbers('[{"month": "Jan", "sent": 3}, {"month": "Feb", "sent": null}]', "n.json") == [(3, None)]


def test_a_table_of_headings_only_is_an_empty_chart() -> None:
    assert numbers("Source,Sent\n") == [()]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "n.csv:1:1: the table is empty"),
        ("a\nx\n", "n.csv:1:1: expected two columns or more, found 1"),
        ("a,b\nx,many\n", "n.csv:2:2: expected a number, found `many`"),
        ("a,b\nx,1e99\n", "n.csv:2:2: expected a number between -1e+15 and 1e+15, found `1e99`"),
        ("a,b\nx,nan\n", "n.csv:2:2: expected a number, found `nan`"),
        ("a,b\nx,=SUM(A1)\n", "n.csv:2:2: expected a number, found `=SUM(A1)`"),
        ("a,b\nx,1,2\n", "n.csv:2:3: expected 2 cells, found `2` in cell 3"),
        (f"a,b\n{'x' * 121},1\n", "n.csv:2:1: expected a label of at most 120 characters, found 121"),
        ("a,b\n" + "x,1\n" * 401, "n.csv:402:1: expected at most 400 rows, found 401"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, complaint: str) -> None:
    with pytest.raises(SpecError) as caught:
        numbers(text)
    assert str(caught.value).startswith(complaint)


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(SpecError) as caught:
        numbers("a,b,c\nx,one,2\ny,3,four\n")
    assert len(caught.value.problems) == 2
