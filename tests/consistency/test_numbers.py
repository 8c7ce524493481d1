"""Numbers: a tile and a sentence that count the same thing must say the same number; other numbers are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import article, weaving
from pipeline.consistency import numbers
from pipeline.rendering import load
from tests.conftest import write_spec

SPEC = """\
kind: applications_dashboard
tiles:
  - {label: Applications, value: "1,200"}
  - {label: Interviews, value: "6"}
  - {label: Response rate, value: "46%"}
applications:
  - {company: Nordvale, stage: applied, applied: 2026-03-03}
"""


def check(text: str, project: Path) -> list[str]:
    write_spec(project, "board", SPEC)
    read = weaving.Text(article.parse(f"{text}\n\nVisual: a dashboard\n".encode(), "a.md"), ())
    (wish,) = read.article.wishes
    return [str(problem).split("\n")[0] for problem in numbers.problems(read, wish, load("specs/board.yaml"))]


def test_the_tiles_are_those_that_are_seen(project: Path) -> None:
    write_spec(project, "board", SPEC)
    assert numbers.tiles(load("specs/board.yaml")) == [
        ("Applications", "1,200"),
        ("Interviews", "6"),
        ("Response rate", "46%"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "tile"),
    [
        ("I had 7 interviews.", "7 interviews", "Interviews of specs/board.yaml shows 6"),
        ("I had seven interviews.", "seven interviews", "Interviews of specs/board.yaml shows 6"),
        ("Interviews: 5.", "Interviews: 5", "Interviews of specs/board.yaml shows 6"),
        ("After 1,300 of my applications", "1,300 of my applications", "Applications of specs/board.yaml shows 1,200"),
        ("a response rate of 45 %", "response rate of 45 %", "Response rate of specs/board.yaml shows 46%"),
        ("a 45% response rate", "45% response rate", "Response rate of specs/board.yaml shows 46%"),
    ],
)
def test_another_number_is_told_with_the_words_and_the_tile(text: str, words: str, tile: str, project: Path) -> None:
    told = f"the text says “{words}”, the tile {tile}"
    assert check(f"# T\n\nOne.\nTwo.\n{text}\n", project) == [f"a.md:5:1: {told}"]


@pytest.mark.parametrize(
    "text",
    [
        "I had six interviews.",
        "In one week 2 interviews, 6 interviews in all.",
        "I sent 1200 applications, of which 46 percent; 1.200 applications.",
        "3 interviewers, 90 minutes, 2 long interviews, 7 days of waiting for interviews",
        "An interview with 12 people. Response rates vary by 3 points.",
        "A response rate of 45 people.",
    ],
)
def test_the_same_number_and_other_things_are_fine(text: str, project: Path) -> None:
    assert check(text, project) == []


def test_the_wishs_own_section_comes_first(project: Path) -> None:
    assert check("# One\n\n9 interviews at Nordvale.\n\n# Two\n\nSix interviews.", project) == []
    assert len(check("# One\n\nSix interviews.\n\n# Two\n\n9 interviews.", project)) == 1
