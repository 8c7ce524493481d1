"""How high rows are."""

import pytest

from pipeline.kinds.comparison.rows import heights


def test_rows_that_need_no_more_are_equal() -> None:
    assert heights([10, 20, 30], 100, 120) == [40, 40, 40]
    assert heights([10, 20, 30], 35, 120) == [35, 35, 35]


def test_a_row_that_needs_more_has_it_and_all_share_what_is_left() -> None:
    assert heights([10, 70, 10], 100, 120) == [20, 80, 20]


def test_rows_grow_no_more_than_a_half() -> None:
    assert sum(heights([10, 70, 10], 20, 1000)) == pytest.approx(135)


def test_rows_that_do_not_fit_have_no_heights() -> None:
    assert heights([10, 70, 10], 100, 89) == []
