"""Of very many problems the first are told, and how many more there are."""

from __future__ import annotations

from pipeline.errors import Place, Problem
from pipeline.reading.complaints import at_most


def problems(count: int) -> list[Problem]:
    return [Problem(f"no {at}", Place("a.csv", at + 1, 1), "mend it") for at in range(count)]


def test_a_few_are_all_told() -> None:
    assert list(at_most(problems(3), 3)) == problems(3)


def test_of_many_the_rest_is_counted_at_its_place() -> None:
    *told, last = at_most(problems(5), 3)
    assert told == problems(3)
    assert last == Problem("and 2 more problems, from here on", Place("a.csv", 4, 1), "")
    assert at_most(problems(4), 3)[-1].message == "and 1 more problem, from here on"
