"""A table of texts: where its columns and rows stand, and which arrangement they take."""

import pytest

from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.geometry import Rect, Size
from pipeline.kinds.comparison.table import Looks, Setter, Sizes, Table, Texts
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.theme import load
from pipeline.typography import Typesetter, library

SIZES = Sizes(150, 50, 24, 80, 90, 60, 40, 22, 20, 30, 30, 12, 16, 9)
ROOM = Rect(100, 50, 800, 500)


def table(*rows: list[str], columns: int = 2, room: Rect = ROOM, below: float = 0.0, clear: int = 0) -> Table:
    """A table of rows, each a name and its cells."""
    canvas = Canvas(Page(Size(1200, 630), load("paper"), Typesetter(library(None)), mirrored=False))
    style = canvas.style(1, canvas.colors.ink)
    heads = [Leaf(f"Head {at}", f"columns[{at}]") for at in range(columns)]
    texts = [
        Texts(
            Leaf(name, f"rows[{at}].name"),
            [Leaf(cell, f"rows[{at}].cells[{column}]") for column, cell in enumerate(cells)],
            [0] * columns,
            None,
            clear,
        )
        for at, (name, *cells) in enumerate(rows)
    ]
    return Setter(canvas, heads, [style] * columns, texts, Looks(style, style), SIZES, room, below).table()


def test_columns_share_what_the_names_leave() -> None:
    found = table(["Salary", "€1", "€2"])
    assert [column.x for column in found.columns] == [250, 575]
    assert found.name_x == 100
    assert found.gutter(1) == 575 + SIZES.pad


def test_few_rows_stand_in_the_middle_or_leave_room_below_them() -> None:
    rows = [["Salary", "€1", "€2"]] * 3
    middle, high = table(*rows), table(*rows, below=400)
    assert high.top == ROOM.y
    assert middle.top - ROOM.y == pytest.approx(ROOM.bottom - middle.foot - SIZES.foot, abs=1)


def test_rows_share_their_edges_and_texts_stand_in_their_middle() -> None:
    found = table(*[["Salary", "€1", "€2"]] * 4)
    assert [row.bottom for row in found.rows[:-1]] == [row.top for row in found.rows[1:]]
    assert all(row.middle == row.name_middle == (row.top + row.bottom) / 2 for row in found.rows)


LONG = "two or three words " * 5


def test_names_stand_over_their_cells_where_columns_are_narrow() -> None:
    found = table(*[["Salary and more", LONG, "€2", LONG, "€4"]] * 2, columns=4)
    assert found.name_x > found.columns[0].x == ROOM.x
    assert all(row.name_middle < row.middle for row in found.rows)


def test_a_long_row_is_higher_than_the_others() -> None:
    first, second = table(["Salary", LONG, "€2"], ["Days", "3", "4"], room=Rect(100, 50, 800, 290)).rows
    assert first.bottom - first.top > second.bottom - second.top


def test_rows_that_do_not_fit_are_refused_with_what_would() -> None:
    with pytest.raises(FitError) as refused:
        table(*[["Salary", LONG * 2, "€2"]] * 9)
    (problem,) = refused.value.problems
    assert problem.field == "rows"
    assert "% as long fit" in problem.hint


def test_a_text_in_the_foot_takes_the_wider_side_of_a_column() -> None:
    found = table(["Salary", "€1", "€2"])
    assert found.foot_room(None, 20) == (100, 800)
    assert found.foot_room(1, 20) == (100, 575 - 20 - 100)
    start, measure = found.foot_room(0, 20)
    assert (start, start + measure) == (575 + SIZES.pad, 900)
