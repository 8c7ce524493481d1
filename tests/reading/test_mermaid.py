"""Mermaid files as people have them: front matter, comments, entities, tasks of a Gantt chart, and what is none."""

from __future__ import annotations

import pytest

from pipeline.errors import SpecError
from pipeline.reading import mermaid
from pipeline.reading.mermaid import Diagram

FRONT = "---\ntitle: Two crafts\nconfig:\n  theme: forest\n---\n"


def parsed(text: str) -> Diagram:
    return mermaid.parse(text, "plan.mmd")


def events(found: Diagram) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each section with its events: their times and words."""
    return [(section.name, [(each.when, each.title) for each in section.events]) for section in found.sections]


def complaints(text: str) -> list[str]:
    try:
        return [f"{problem.place}: {problem.message}" for problem in parsed(text).problems]
    except SpecError as error:
        return [f"{problem.place}: {problem.message}" for problem in error.problems]


class TestFrontMatter:
    @pytest.mark.parametrize("before", ["", "%% a first note\n", "\n\n%% one\n%% two\n", "\ufeff"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_its_title_is_the_diagrams(self, before: str, end: str) -> None:
        found = parsed((before + FRONT + "timeline\n2027 : T\n").replace("\n", end))
        assert (found.title, found.title_place.line) == ("Two crafts", 2 + before.count("\n"))
        assert (events(found), found.problems) == ([("", [("2027", "T")])], ())

    def test_comments_inside_it_are_passed_over(self) -> None:
        assert parsed("---\n%% note\n# note\ntitle: A\n---\ntimeline\n2027 : T\n").title == "A"

    def test_a_title_in_the_diagram_itself_comes_last_and_wins(self) -> None:
        assert parsed(FRONT + "timeline\ntitle Mine\n2027 : T\n").title == "Mine"

    def test_one_that_does_not_end_is_told(self) -> None:
        assert complaints("---\ntitle: A\ntimeline\n") == [
            "plan.mmd:1:1: the front matter that begins here does not end"
        ]

    def test_a_mistake_in_it_is_told_at_its_line(self) -> None:
        (said,) = complaints("%% note\n---\ntitle: [A\n---\ntimeline\n")
        assert said.startswith("plan.mmd:3:")


class TestText:
    @pytest.mark.parametrize(
        ("written", "shown"),
        [
            ("Work &amp; craft", "Work & craft"), ("Trainee #35;1", "Trainee #1"), ("#9829; #quot;x#quot;", "♥ “x”"),
            ("a &lt; b &#62; c", "a < b > c"), ("AT&T #1", "AT&T #1"), ("#non; &non;", "#non; &non;"),
            ("First<br>talk<br/>there", "First talk there"), ("9:30 https://example.org", "9:30 https://example.org"),
        ],
    )  # fmt: skip
    def test_entities_and_breaks_become_what_they_stand_for(self, written: str, shown: str) -> None:
        (section,) = parsed(f"timeline\nsection {written}\n2027 : {written}\n").sections
        expected = shown.replace("“", '"').replace("”", '"')
        assert (section.name, section.events[0].title) == (expected, expected)

    def test_nothing_hidden_is_read(self) -> None:
        head = "%%{init: {\n'theme': 'forest'}\n}%%\ntimeline\n%% secret\n"
        text = f"{head}2027 : T %% aside\naccDescr {{\nx : y\n}}\n2028 : U\n"
        found = parsed(text)
        assert events(found) == [("", [("2027", "T"), ("2028", "U")])]
        assert found.sections[0].events[0].place.line == 6
        assert [str(note).partition(": ")[0] for note in found.notes] == ["plan.mmd:7:1"]


class TestGantt:
    def test_tasks_stand_on_the_days_they_end(self) -> None:
        text = (
            "gantt\ntitle House\ndateFormat DD.MM.YYYY\naxisFormat %d\nexcludes weekends\nsection Walls\n"
            "Plaster :done, p1, 01.03.2027, 5d\nPaint :p2, after p1, 2w\nDry : 3d\nsection Roof\n"
            "Tiles :crit, 02.04.2027, 30.04.2027\nFeast :milestone, 01.05.2027, 0d\nRest :01.05.2027, 1M\n"
        )
        found = parsed(text)
        assert found.problems == ()
        assert events(found) == [
            ("Walls", [("2027-03-06", "Plaster"), ("2027-03-26", "Paint"), ("2027-03-31", "Dry")]),
            ("Roof", [("2027-04-30", "Tiles"), ("2027-05-01", "Feast"), ("2027-06-15", "Rest")]),
        ]
        assert found.sections[0].events[0].tags == ("done",)
        assert [note.about for note in found.notes] == ["values", "values"]

    @pytest.mark.parametrize(
        ("settings", "last"),
        [
            ("excludes 2027-03-03", "2027-03-06"),
            ("dateFormat DD/MM/YYYY\nexcludes 03/03/2027, 04/03/2027", "2027-03-07"),
            ("excludes weekends 2027-03-03\nincludes 2027-03-06", "2027-03-06"),
            ("excludes wednesday\nincludes 2027-03-03", "2027-03-05"),
            ("inclusiveEndDates", "2027-03-05"),
        ],
    )
    def test_days_off_are_read_however_they_are_written(self, settings: str, last: str) -> None:
        start = "01/03/2027" if "DD" in settings else "2027-03-01"
        assert events(parsed(f"gantt\n{settings}\nA :a, {start}, 4d\n")) == [("", [(last, "A")])]

    def test_a_last_day_that_is_included_puts_off_what_follows(self) -> None:
        text = "A :a, 2027-03-01, 2027-03-05\nB :b, after a, 2d\n"
        assert events(parsed(f"gantt\n{text}")) == [("", [("2027-03-05", "A"), ("2027-03-07", "B")])]
        assert events(parsed(f"gantt\ninclusiveEndDates\n{text}")) == [("", [("2027-03-05", "A"), ("2027-03-08", "B")])]

    def test_a_task_may_wait_for_several_and_for_later_lines(self) -> None:
        text = "gantt\nC :c, after a b, 1d\nA :a, 2027-01-01, 3d\nB :b, 2027-01-01, 9d\nD :d, 2027-01-01, until c\n"
        assert events(parsed(text)) == [
            ("", [("2027-01-11", "C"), ("2027-01-04", "A"), ("2027-01-10", "B"), ("2027-01-10", "D")])
        ]

    @pytest.mark.parametrize(
        ("lines", "said"),
        [
            ("A :a, after x, 3d", "plan.mmd:2:1: there is no task `x`"),
            ("A :a, 2027-02-30, 3d", "plan.mmd:2:1: 2027-02-30 does not exist"),
            ("A :3d", "plan.mmd:2:1: expected the day on which the first task begins, found none"),
            ("A :a, 2027-02-01, soon", "plan.mmd:2:1: expected a day or a duration such as 20d, found `soon`"),
            ("A :a, after b, 1d\nB :b, after a, 1d", "plan.mmd:2:1: expected tasks one after another, found a circle"),
            ("excludes bank", "plan.mmd:2:1: expected a day, `weekends` or a weekday behind `excludes`, found `bank`"),
            ("includes weekends", "plan.mmd:2:1: expected a day behind `includes`, found `weekends`"),
            ("dateFormat HH:mm", "plan.mmd:2:1: expected days with years, found the format `HH:mm`"),
            ("A :a, 2027-02-01, 90y", "plan.mmd:2:1: expected a task of at most 15,000 days, found `90y`"),
            ("dateFormat X\nA :170000, 1h\nB :2h", "plan.mmd:2:1: expected days with years, found the format `X`"),
            ("A :2027-02-05, 2027-02-01", "plan.mmd:2:1: this task ends on 2027-02-01, before it begins on 2027-02-05"),
            ("A :a, b, 3d, x", "plan.mmd:2:1: expected an id, a start and an end at most, found `a, b, 3d, x`"),
            ("A: b :c, 2027-02-01, 1d", "plan.mmd:2:1: expected an id, a word of its own, found `b :c`"),
            ("A\nB", "plan.mmd:2:1: expected a task and its days, found `A`, and 1 more line like it"),
        ],
    )  # fmt: skip
    def test_a_mistake_is_told_once(self, lines: str, said: str) -> None:
        assert complaints(f"gantt\n{lines}\n") == [said]

    @pytest.mark.parametrize("duration", ["120000M", "99999y", "9" * 400 + "d", "15000d"])
    def test_a_task_longer_than_any_is_told(self, duration: str) -> None:
        (said,) = complaints(f"gantt\nA : a, 2027-12-01, {duration}\n")
        assert said.startswith("plan.mmd:2:1: expected a task of at most 15,000 days, found ")

    def test_a_task_of_tags_alone_is_told(self) -> None:
        (said,) = complaints("gantt\nA :done\n")
        assert said.startswith("plan.mmd:2:1: ")

    def test_a_day_that_may_be_two_is_told_with_what_the_file_can_say(self) -> None:
        (problem,) = parsed("gantt\nA :a, 03/04/2027, 3d\n").problems
        assert problem.hint == "write `dateFormat DD/MM/YYYY` or `dateFormat MM/DD/YYYY`"

    def test_a_month_later_is_the_months_last_day_at_most(self) -> None:
        assert events(parsed("gantt\nA : a, 2027-01-31, 1M\n")) == [("", [("2027-02-28", "A")])]

    def test_tasks_that_wait_for_one_without_days_are_not_told_again(self) -> None:
        text = "gantt\nA :a, 2027-02-30, 3d\nB :b, after a, 1d\nC :1d\n"
        assert complaints(text) == ["plan.mmd:2:1: 2027-02-30 does not exist"]


@pytest.mark.parametrize("head", ["graph TD", "flowchart LR", "journey", "gitGraph", "mindmap", "timelines"])
def test_any_other_diagram_is_told_once_with_the_way_out(head: str) -> None:
    with pytest.raises(SpecError) as caught:
        parsed(f"%% note\n{head}\n  A --> B : x\n  dateFormat YYYY\n")
    (problem,) = caught.value.problems
    assert str(problem.place) == "plan.mmd:2:1"
    assert problem.message == f"expected `timeline` or `gantt`, found `{head}`"
    assert "timeline" in problem.hint


@pytest.mark.parametrize(
    ("head", "hint"),
    [
        ("pie title Pets", "`kind: chart`"),
        ("xychart-beta", "`kind: chart`"),
        ("flowchart LR", "`kind: steps`"),
        ("timelin", "the nearest is `timeline`"),
        ("section A", "put `timeline` above it"),
    ],
)
def test_the_way_out_fits_the_diagram(head: str, hint: str) -> None:
    with pytest.raises(SpecError) as caught:
        parsed(f"{head}\n2027 : T\n")
    assert hint in caught.value.problems[0].hint


@pytest.mark.parametrize("mark", ["```mermaid", "~~~", "```{mermaid}"])
def test_the_marks_of_a_block_of_code_are_passed_over(mark: str) -> None:
    found = parsed(f"{mark}\ntimeline\n# remark : none\n2027 : T\n{mark[:3]}\n")
    assert events(found) == [("", [("2027", "T")])]
    assert complaints(f"{mark}\ntimeline\n2027 : T\n{mark[:3]}\nmore\n")


def test_semicolons_end_lines_where_the_first_has_one() -> None:
    assert events(parsed("timeline;\nsection A;\n2027 : T;\n")) == [("A", [("2027", "T")])]
    assert events(parsed("timeline\n2027 : T;\n")) == [("", [("2027", "T;")])]


def test_a_title_above_another_is_told() -> None:
    found = parsed("timeline\ntitle A\ntitle B\n2027 : T\n")
    assert found.title == "B"
    assert list(map(str, found.notes)) == ["plan.mmd:2:1: the title “A” is not shown: there is another below it"]


def test_sections_of_one_name_are_told() -> None:
    found = parsed("timeline\nsection A\n2027 : T\nsection A\n2028 : U\n")
    assert list(map(str, found.notes)) == ["plan.mmd:4:1: several sections are called `A`: they are one path"]
