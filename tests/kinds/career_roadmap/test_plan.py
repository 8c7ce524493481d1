"""Tests of what a map says: its words, states, ways and edges, and what is wrong between its keys."""

from __future__ import annotations

import pytest

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.kinds.career_roadmap.model import Dated, Edge
from pipeline.kinds.career_roadmap.words import Shown, headline, spoken
from tests.kinds.career_roadmap.plans import complaints, planned, sample

TWO = """\
paths:
  - name: Go deeper
    milestones:
      - {title: Course, at: 3 months, id: sql}
      - {title: Analyst, at: 12 months}
      - {title: Senior, at: 2 years}
  - name: Go independent
    milestones:
      - {title: Client, at: 3 months}
      - {title: Freelance, at: 18 months, id: free}
"""


def both(said: Dated | None) -> tuple[str, str]:
    """A text and the date beside it."""
    assert said is not None
    return said.title.text, said.date.text


def edges(*written: str) -> str:
    return TWO + f"edges: [{', '.join(f'{{{each}}}' for each in written)}]\n"


class TestWords:
    @pytest.mark.parametrize(
        ("lang", "paths", "title"),
        [
            ("en", 1, "One way forward."),
            ("en", 2, "Two ways forward."),
            ("en-GB", 8, "Eight ways forward."),
            ("en", 13, "13 ways forward."),
            ("de", 1, "Ein Weg nach vorn."),
            ("de", 3, "Drei Wege nach vorn."),
            ("fr", 1, "Un chemin possible."),
            ("es-MX", 4, "Cuatro caminos por delante."),
            ("fi", 3, "Three ways forward."),
        ],
    )
    def test_the_headline_counts_the_paths(self, lang: str, paths: int, title: str) -> None:
        assert headline(spoken(lang, Shown()), paths, is_closed=False) == title

    def test_a_way_that_closed_comes_first_in_the_headline(self) -> None:
        assert sample().name == "One no. Three ways forward."
        assert sample("lang=de").name == "Eine Absage. Drei Wege nach vorn."
        assert planned(TWO).name == "Two ways forward."
        assert sample("title=What now").name == "What now"

    def test_dates_near_the_start_do_without_their_year(self) -> None:
        found = sample()
        assert (found.start.date.text, found.start.short) == ("20 Nov 2026", "20 Nov")
        assert both(found.done) == ("Feedback call", "18 Nov")
        assert both(found.decision) == ("Pick a lead path", "by 31 Jan")

    def test_dates_far_from_the_start_keep_their_year(self) -> None:
        assert both(sample("decision.by=2028-01-31").decision) == ("Pick a lead path", "by 31 Jan 2028")

    def test_words_in_the_place_of_a_date_stay_as_they_are(self) -> None:
        found = sample("decision.by=when I have slept on it", "done.date=last week")
        assert both(found.done) == ("Feedback call", "last week")
        assert both(found.decision) == ("Pick a lead path", "when I have slept on it")

    def test_german_dates_are_written_the_german_way(self) -> None:
        found = sample("lang=de")
        assert both(found.start) == ("Heute", "20. Nov. 2026")
        assert both(found.decision) == ("Pick a lead path", "bis 31. Jan.")

    def test_without_a_start_times_are_shown_as_spans(self) -> None:
        found = planned(TWO)
        assert [stop.when.text for stop in found.paths[0].stops] == ["3 months", "12 months", "2 years"]
        assert planned(f"lang: de\n{TWO}").paths[0].stops[2].when.text == "2 Jahre"


class TestStates:
    def test_a_state_is_planned_unless_it_is_written(self) -> None:
        assert [stop.state for stop in sample().paths[0].stops] == ["current", "planned", "planned", "planned"]

    def test_what_lies_before_as_of_is_done_unless_its_state_is_written(self) -> None:
        found = sample("as_of=2027-07-20")
        assert [[stop.state for stop in way.stops] for way in found.paths] == [
            ["current", "done", "planned", "planned"],
            ["done", "done", "planned", "planned"],
            ["done", "planned", "planned", "planned"],
        ]

    @pytest.mark.parametrize("style", ["metro", "levels"])
    @pytest.mark.parametrize(
        ("at", "last", "after"),
        [
            ("2027-03-10", "2027-03-09", "2027-03-10"),
            ("2027-03", "2027-03-31", "2027-04-01"),
            ("February 2028", "2028-02-29", "2028-03-01"),
            ("Q2 2027", "2027-06-30", "2027-07-01"),
            ("H1 2027", "2027-06-30", "2027-07-01"),
            ("Summer 2027", "2027-08-31", "2027-09-01"),
            ("Winter 2026/27", "2027-02-28", "2027-03-01"),
            ("2027", "2027-12-31", "2028-01-01"),
            ("5–9 May 2027", "2027-05-09", "2027-05-10"),
            ("2020s", "2029-12-31", "2030-01-01"),
        ],
    )
    def test_a_milestone_is_done_once_all_of_its_time_is_over(self, at: str, last: str, after: str, style: str) -> None:
        text = f'paths: [{{name: A, milestones: [{{title: T, at: "{at}"}}, {{title: U, at: 2031-01-01}}]}}]\n'
        for as_of, state in ((last, "planned"), (after, "done")):
            found = planned(f"style: {style}\naxis: dates\nstart: {{date: 2026-11-20}}\nas_of: {as_of}\n{text}")
            assert found.paths[0].stops[0].state == state

    @pytest.mark.parametrize(("start", "last", "after"), [("2026-11-20", "2027-02-19", "2027-02-20"),
                                                          ("2026-11", "2027-02-28", "2027-03-01")])  # fmt: skip
    def test_a_time_from_the_start_is_over_on_its_day_or_after_its_month(
        self, start: str, last: str, after: str
    ) -> None:
        for as_of, state in ((last, "planned"), (after, "done")):
            found = planned(f"start: {{date: {start}}}\nas_of: {as_of}\n{TWO}")
            assert found.paths[0].stops[0].state == state

    def test_nothing_is_done_only_because_the_map_begins_on_that_day(self) -> None:
        found = planned("as_of: 2026-11-20\npaths: [{name: A, milestones: [{title: T, at: 2026-11-20}]}]\n")
        assert found.paths[0].stops[0].state == "planned"


class TestWays:
    def test_a_way_has_its_colour_its_name_and_its_place(self) -> None:
        found = planned('highlight: B\npaths: [{name: A, color: "#123456"}, {name: " B "}]\n')
        assert [(way.name.text, way.color, way.is_highlighted, way.name.field) for way in found.paths] == [
            ("A", Color(0x12, 0x34, 0x56), False, "paths[0].name"),
            ("B", None, True, "paths[1].name"),
        ]

    def test_a_stop_has_all_that_is_written_about_it(self) -> None:
        text = "{title: T, at: 1 month, kind: Role, detail: Why, skills: [SQL, R], id: t}"
        (stop,) = planned(f"paths: [{{name: A, milestones: [{text}]}}]\n").paths[0].stops
        assert (stop.title.text, stop.kind.text, stop.detail.text) == ("T", "Role", "Why")
        assert [skill.text for skill in stop.skills] == ["SQL", "R"]
        assert (stop.field, stop.skills[1].field) == ("paths[0].milestones[0]", "paths[0].milestones[0].skills[1]")


class TestEdges:
    def test_milestones_are_named_by_id_or_by_path_and_title(self) -> None:
        found = planned(edges("from: sql, to: Go independent/Freelance, type: switch, label: try it"))
        assert found.edges == (Edge((0, 0), (1, 1), "switch", Leaf("try it", "edges[0].label")),)

    def test_an_edge_may_lead_to_the_same_time_and_back_into_a_role_later(self) -> None:
        found = planned(
            edges("from: sql, to: Go independent/Client, type: lateral", "from: free, to: Go deeper/Senior")
        )
        assert [edge.kind for edge in found.edges] == ["lateral", "switch"]

    def test_an_unknown_milestone_is_told_with_the_nearest(self) -> None:
        (said,) = complaints(edges("from: sqll, to: free"))
        assert said == "12 edges[0].from: there is no milestone `sqll`"

    def test_a_title_that_is_there_twice_needs_an_id(self) -> None:
        text = "paths: [{name: A, milestones: [{title: T}, {title: T}]}, {name: B, milestones: [{title: U}]}]\n"
        assert complaints(text + "edges: [{from: A/T, to: B/U}]\n") == [
            "3 edges[0].from: `A/T` is the name of 2 milestones"
        ]

    def test_a_path_is_no_milestone(self) -> None:
        assert complaints(edges("from: Go deeper, to: free")) == [
            "12 edges[0].from: expected a milestone, found the path `Go deeper`"
        ]

    def test_a_cycle_is_named_in_full(self) -> None:
        text = TWO.replace("at: 12 months", "at: 3 months").replace("at: 18 months", "at: 3 months")
        text += "edges: [{from: Go deeper/Analyst, to: Go independent/Client}, {from: free, to: sql}]\n"
        assert complaints(text) == [
            "12 edges[1]: the edges lead round in a cycle: Freelance (Go independent) -> Course (Go deeper) -> "
            "Analyst (Go deeper) -> Client (Go independent) -> Freelance (Go independent)"
        ]

    def test_each_cycle_is_told_once_and_edges_in_it_not_again_as_leading_back(self) -> None:
        said = complaints(edges("from: Go deeper/Senior, to: free", "from: free, to: sql"))
        assert len(said) == 1
        assert said[0].startswith("12 edges[1]: the edges lead round in a cycle: Freelance")

    def test_an_edge_to_itself_is_a_cycle(self) -> None:
        assert complaints(edges("from: sql, to: sql")) == [
            "12 edges[0]: the edges lead round in a cycle: Course (Go deeper) -> Course (Go deeper)"
        ]

    def test_an_edge_leads_to_another_path_and_not_back_in_time(self) -> None:
        assert complaints(edges("from: sql, to: Go deeper/Senior", "from: Go deeper/Senior, to: free")) == [
            "12 edges[0]: expected two paths, found both milestones on `Go deeper`",
            "12 edges[1]: Senior (Go deeper) comes later than Freelance (Go independent)",
        ]

    def test_an_edge_between_levels_may_lead_down(self) -> None:
        paths = "{name: A, milestones: [{title: T, at: 4}]}, {name: B, milestones: [{title: U, at: 3}]}"
        found = planned(f"axis: levels\npaths: [{paths}]\nedges: [{{from: A/T, to: B/U}}]\n")
        assert found.edges[0].start == (0, 0)

    def test_an_edge_is_there_once(self) -> None:
        assert complaints(edges("from: sql, to: free", "from: sql, to: free, type: merge")) == [
            "12 edges[1]: this edge is there twice"
        ]


class TestMistakesBetweenKeys:
    def test_names_and_ids_are_there_once(self) -> None:
        text = "paths: [{name: A, milestones: [{title: T, id: x}]}, {name: A, milestones: [{title: U, id: x}]}]\n"
        assert complaints(text) == [
            "2 paths[1].name: there are two paths `A`",
            "2 paths[1].milestones[0].id: the id `x` is there twice",
        ]

    def test_a_highlight_is_a_path(self) -> None:
        assert complaints(f"highlight: Go depeer\n{TWO}") == ["2 highlight: there is no path `Go depeer`"]

    def test_what_is_done_lies_before_the_start_and_the_decision_after_it(self) -> None:
        text = (
            "start: {date: 2026-11-20}\ndone: {title: Call, date: 2026-12-01}\ndecision: {title: Pick, by: 2026-10}\n"
        )
        assert complaints(text + TWO) == [
            "3 done.date: 1 Dec 2026 is after the start, 20 Nov 2026",
            "4 decision.by: Oct 2026 is before the start, 20 Nov 2026",
        ]

    def test_what_looks_like_a_date_has_to_be_one(self) -> None:
        assert complaints("done: {title: Call, date: 2026-11-31}\n" + TWO) == ["2 done.date: 2026-11-31 does not exist"]

    def test_paths_come_from_one_place(self) -> None:
        assert complaints(f"data: path.csv\n{TWO}") == [
            "2 data: the paths come from one place, found `data` and `paths`"
        ]
        assert complaints("title: None\n") == ["1 paths: expected 1 to 8 paths, found none"]

    def test_mistakes_of_all_sorts_are_told_at_once(self) -> None:
        said = complaints("highlight: X\nas_of: soon\n" + edges("from: nowhere, to: free"))
        assert [each.split(":")[0] for each in said] == ["2 highlight", "3 as_of", "14 edges[0].from"]
