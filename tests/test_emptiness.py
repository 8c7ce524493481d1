"""The measure of emptiness itself: the largest free rectangle of a grid."""

from __future__ import annotations

import pytest

from tests.emptiness import largest_rectangle


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (["...", "..."], 6),
        (["#..", "..."], 4),
        (["###"], 0),
        (["..#.", "..#.", "...."], 6),
        (["#...", ".#..", "..#."], 4),
    ],
)
def test_the_largest_free_rectangle(rows: list[str], cells: int) -> None:
    assert largest_rectangle([cell == "#" for cell in row] for row in rows) == cells
