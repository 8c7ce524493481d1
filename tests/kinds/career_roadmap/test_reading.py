"""Tests of paths from a file: tables, Mermaid timelines, and every mistake in them at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import kinds, source
from pipeline.errors import AssetError, SpecError
from pipeline.kinds.career_roadmap.spec import CareerRoadmap, Start
from tests.kinds.career_roadmap.plans import file_complaints, found, labels, mapped, written

TABLE = """\
path,title,at,kind,state,detail,skills,id
Go deeper,Analyst,2027-11,Role,,,,
Go independent,Client,Q3 2027,Project,optional,,,client
Go deeper,SQL and statistics,2027-02,Course,in progress,"Twelve weeks, evenings",SQL; R,sql
"""
TIMELINE = """\
---
config: {theme: forest}
---
%% my plan
timeline LR
    accTitle: My plan
    accDescr {
        section no path: it is a description
    }
    title Two ways forward
    section Go deeper
        2027-02 : SQL and statistics
        2027-11 : Analyst, level II : First<br>talk
                : Mentor
    section Go independent
        Q3 2027: Client
"""
STARTED = CareerRoadmap(kind="career_roadmap", data="path.csv", start=Start(date="2026-11-20"))


class TestTable:
    def test_rows_are_milestones_in_the_order_of_their_times(self) -> None:
        spec = found(TABLE)
        assert [(track.name, [each.title for each in track.milestones]) for track in spec.paths] == [
            ("Go deeper", ["SQL and statistics", "Analyst"]),
            ("Go independent", ["Client"]),
        ]

    def test_a_row_has_all_that_a_milestone_has(self) -> None:
        each = found(TABLE).paths[0].milestones[0]
        assert (each.at, each.kind, each.state) == ("2027-02", "Course", "current")
        assert (each.detail, each.skills, each.id) == ("Twelve weeks, evenings", ("SQL", "R"), "sql")

    def test_a_table_of_titles_is_one_path_in_the_order_of_its_rows(self) -> None:
        spec = found("title\nOne\nTwo\n")
        assert [(track.name, [each.title for each in track.milestones]) for track in spec.paths] == [
            ("", ["One", "Two"])
        ]

    def test_a_row_without_a_time_stays_behind_the_one_above_it(self) -> None:
        spec = found("title,at\nLast,2028\nAfter it,\nFirst,2027\n")
        assert [each.title for each in spec.paths[0].milestones] == ["First", "Last", "After it"]

    def test_other_usual_headings_are_known_and_other_formats_too(self) -> None:
        assert found("Track;Milestone;Date;Status\nA;T;2027;done\n").paths[0].milestones[0].state == "done"
        assert found('[{"path": "A", "title": "T"}]', "path.json").paths[0].name == "A"
        assert found("- {path: A, title: T}\n", "path.yaml").paths[0].name == "A"

    def test_every_text_of_a_file_knows_its_cell(self) -> None:
        way = mapped(TABLE).paths[0]
        leaves = (way.name, way.stops[0].title, way.stops[0].kind, way.stops[0].detail, way.stops[0].skills[1])
        assert [(leaf.text, str(leaf.place)) for leaf in leaves] == [
            ("Go deeper", "path.csv:2:1"),
            ("SQL and statistics", "path.csv:4:2"),
            ("Course", "path.csv:4:4"),
            ("Twelve weeks, evenings", "path.csv:4:6"),
            ("R", "path.csv:4:7"),
        ]
        assert way.stops[0].skills[1].field == "paths[0].milestones[0].skills[1]"

    def test_edges_of_the_spec_may_name_milestones_of_the_file(self, tmp_path: Path) -> None:
        path = written(tmp_path, "data: path.csv\nedges: [{from: sql, to: client, type: lateral}]\n", TABLE)
        assert kinds.build(source.read(path)).content.edges[0].end == (1, 0)


class TestHeadings:
    @pytest.mark.parametrize(
        "headings",
        ["Track,Step,When", "Lane,Milestone,Date", "Weg,Schritt,Wann", "Voie,Étape,Échéance", "Camino,Hito,Fecha"],
    )
    def test_headings_are_known_by_their_whole_words_in_every_language(self, headings: str) -> None:
        shown = mapped(f"{headings}\nWorkshop,Trainee,2027-03\n")
        stop = shown.paths[0].stops[0]
        assert (shown.paths[0].name.text, stop.title.text, stop.when.text) == ("Workshop", "Trainee", "Mar 2027")
        assert shown.notes == ()

    def test_headings_of_ones_own_are_named_under_columns(self) -> None:
        columns = {"path": "Strand", "title": "What", "at": "By", "kind": ""}
        spec = CareerRoadmap(kind="career_roadmap", data="path.csv", columns=columns)
        shown = mapped("Strand,What,By,Type\nA,T,2027-03,Role\n", spec=spec)
        assert (shown.paths[0].stops[0].title.text, shown.paths[0].stops[0].kind.text) == ("T", "")

    def test_a_column_that_is_not_read_is_told_once(self) -> None:
        (note,) = mapped("path,title,at,salary,mentor\nA,T,2027-03,24000,Ada\n").notes
        assert str(note).startswith("path.csv:1:4: 2 columns are not read: salary, mentor; ")

    def test_a_row_without_a_path_among_others_is_told(self) -> None:
        (note,) = mapped("path,title,at\nA,T,2027-03\n,U,2027-04\n").notes
        assert str(note) == "path.csv:3:1: “U” names no path, and stands on one without a name"
        assert mapped("path,title,at\n,T,2027-03\n,U,2027-04\n").notes == ()

    def test_titles_above_the_headings_are_passed_over(self) -> None:
        shown = mapped("My plan,,\npath,title,at\nA,T,2027-03\n")
        assert (shown.paths[0].name.text, [note.about for note in shown.notes]) == ("A", ["rows"])

    def test_a_hint_names_the_headings_and_never_one_that_only_looks_alike(self) -> None:
        with pytest.raises(SpecError) as caught:
            mapped("path,subtitle,age\nA,T,3\n")
        assert caught.value.problems[0].hint == (
            "say which heading it is: `columns: {title: ...}`; headings are path, subtitle, age"
        )

    @pytest.mark.parametrize(
        ("written", "state"),
        [("✓", "done"), ("ja", "done"), ("In-Progress", "current"), ("en cours", "current"), ("no", "planned"),
         ("Pendiente", "planned"), ("peut-être", "optional"), ("", "planned")],
    )  # fmt: skip
    def test_states_are_known_in_every_language(self, written: str, state: str) -> None:
        assert mapped(f"path,title,state\nA,T,{written}\n").paths[0].stops[0].state == state


class TestDates:
    def test_the_order_of_numbers_alone_is_the_authors(self) -> None:
        spec = CareerRoadmap(kind="career_roadmap", data="path.csv", date_format="mdy")
        assert mapped("title,at\nT,03/04/2027\n", spec=spec).paths[0].stops[0].when.text == "4 Mar 2027"
        assert file_complaints("title,at\nT,03/04/2027\n") == [
            "path.csv:2:2: 03/04/2027 may be 4 Mar 2027 or 3 Apr 2027"
        ]

    def test_a_date_that_cannot_be_is_told_at_its_cell(self) -> None:
        assert file_complaints("title,at\nT,30 Feb 2027\n") == ["path.csv:2:2: 30 Feb 2027 does not exist"]

    def test_other_forms_stay_as_they_are_written_and_stand_where_they_end(self) -> None:
        stops = mapped("title,at\nT,H1 2027\nU,7 Sep 2027 → 9 Sep 2027\n").paths[0].stops
        assert [stop.when.text for stop in stops] == ["H1 2027", "7 Sep 2027 → 9 Sep 2027"]
        assert stops[0].at < stops[1].at


class TestMistakesInATable:
    def test_headings_are_told(self) -> None:
        assert file_complaints("path,title,at,at\nA,T,,\n") == ["path.csv:1:4: the column `at` is there twice"]
        assert file_complaints("path,at\nA,2027\n") == ["path.csv:1:1: the column `title` is missing"]
        assert file_complaints("") == ["path.csv:1:1: the table is empty"]
        assert file_complaints("path,title\n") == ["path.csv:1:1: expected a milestone in each row, found no rows"]

    def test_a_column_of_the_authors_choice_has_to_be_one(self) -> None:
        spec = CareerRoadmap(kind="career_roadmap", data="path.csv", columns={"titel": "Step", "at": "Whn"})
        assert file_complaints("Track,Step,When\nA,T,\n", spec=spec) == [
            "columns.titel: unknown column `titel`",
            "columns.at: there is no heading `Whn`",
        ]

    def test_cells_and_what_is_wrong_between_them_are_told_at_once(self) -> None:
        table = (
            "path,title,at,state,id\n"
            "A,T,soon,dnoe,x\n"
            "A,,2027,,\n"
            "B,U,2020,,x\n"
            f"B,{'W' * 201},2028,,\n"
        )  # fmt: skip
        assert file_complaints(table, spec=STARTED) == [
            "path.csv:2:3: expected a time, found `soon`",
            "path.csv:2:4: unknown state `dnoe`",
            "path.csv:3:2: title: expected text, found none",
            "path.csv:4:3: 2020 is before the start, 20 Nov 2026",
            "path.csv:4:5: the id `x` is there twice",
            "path.csv:5:2: title: expected at most 200 characters, found 201",
        ]

    def test_too_many_paths_or_milestones_are_told_where_they_begin_to_be_too_many(self) -> None:
        assert file_complaints("path,title\n" + "".join(f"P{each},T\n" for each in range(9))) == [
            "path.csv:10:1: expected at most 8 paths, found more"
        ]
        assert file_complaints("path,title\n" + "A,T\n" * 30) == [
            "path.csv:27:2: expected at most 25 milestones in the path `A`, found more"
        ]

    def test_a_file_of_something_else_is_told_briefly(self) -> None:
        assert len(file_complaints("path,title,at\n" + "A,T,soon\n" * 200)) == 51

    def test_mistakes_of_spec_and_file_keep_their_places(self, tmp_path: Path) -> None:
        path = written(tmp_path, "data: path.csv\nhighlight: C\n", "path,title,at\nA,T,soon\n")
        with pytest.raises(SpecError) as caught:
            kinds.build(source.read(path))
        places = [problem.place for problem in caught.value.problems]
        assert [(Path(place.path).name, place.line) for place in places if place] == [("map.yaml", 3), ("path.csv", 2)]

    def test_a_missing_file_is_told(self, tmp_path: Path) -> None:
        path = written(tmp_path, "data: paht.csv\n", TABLE)
        with pytest.raises((AssetError, SpecError), match=r"there is no file paht\.csv"):
            kinds.build(source.read(path))


class TestTimeline:
    def test_sections_are_paths_and_events_milestones(self) -> None:
        spec = found(TIMELINE, "plan.mmd")
        assert spec.title.text == "Two ways forward"
        assert [(track.name, [(each.at, each.title) for each in track.milestones]) for track in spec.paths] == [
            (
                "Go deeper",
                [
                    ("2027-02", "SQL and statistics"),
                    ("2027-11", "Analyst, level II"),
                    ("2027-11", "First talk"),
                    ("2027-11", "Mentor"),
                ],
            ),
            ("Go independent", [("Q3 2027", "Client")]),
        ]

    def test_the_title_of_the_spec_comes_first(self) -> None:
        spec = CareerRoadmap(kind="career_roadmap", data="plan.mmd", title="Mine")
        shown = mapped(TIMELINE, "plan.mmd", spec)
        assert shown.name == "Mine"
        assert [note.about for note in shown.notes] == ["text", "text"]

    def test_periods_that_are_no_times_are_orders_and_their_words_are_shown(self) -> None:
        text = "timeline\n section A\n Soon : T\n Later : U\n section B\n Later : V\n"
        shown = mapped(text, "plan.mmd")
        assert [[(stop.at, stop.when.text) for stop in way.stops] for way in shown.paths] == [
            [(1, "Soon"), (2, "Later")],
            [(2, "Later")],
        ]
        assert (shown.axis, labels(shown)) == ("none", [])

    def test_a_period_that_may_be_two_days_is_no_order(self) -> None:
        with pytest.raises(SpecError, match=r"plan\.mmd:2:1: 03/04/2026 may be 4 Mar 2026 or 3 Apr 2026"):
            mapped("timeline\n03/04/2026 : T\n05/06/2026 : U\n", "plan.mmd")

    def test_years_with_a_dash_are_shown_as_they_are_written(self) -> None:
        shown = mapped("timeline\n2026 - 2027 : T\n2027/28 : U\n", "plan.mmd")
        assert [stop.when.text for stop in shown.paths[0].stops] == ["2026 - 2027", "2027/28"]

    def test_a_colon_inside_a_word_parts_nothing(self) -> None:
        spec = found("timeline\n2027 : Talk at 9:30 : https://example.org\n", "plan.mmd")
        assert [each.title for each in spec.paths[0].milestones] == ["Talk at 9:30", "https://example.org"]

    def test_a_section_without_events_is_a_path_without_milestones(self) -> None:
        spec = found("timeline\nsection A\nsection B\n2027 : T\n", "plan.mmd")
        assert [(track.name, len(track.milestones)) for track in spec.paths] == [("A", 0), ("B", 1)]

    def test_lines_that_are_not_understood_are_told_once(self) -> None:
        text = "timeline\n  A --> B\n  B --> C\n  : T\nsection\n2027 :\n2027-02 : U\n  soon : V\n2027-02-30 : W\n"
        assert file_complaints(text, "plan.mmd") == [
            "plan.mmd:2:3: expected a period and its events, found `A --> B`, and 1 more line like it",
            "plan.mmd:4:3: expected a period before the first event, found none",
            "plan.mmd:5:1: expected text behind `section`, found none",
            "plan.mmd:6:1: expected events behind `2027`, found none",
            "plan.mmd:8:3: expected a time as in other periods, found `soon`",
            "plan.mmd:9:1: 2027-02-30 does not exist",
        ]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "plan.mmd:1:1: expected a Mermaid timeline or Gantt chart, found nothing"),
            ("timeline\ntitle T\n", "plan.mmd:1:1: expected events, found none"),
            (
                "timeline\n2027 : T\naccDescr {\nnever ends\n",
                "plan.mmd:3:1: the description that begins here does not end",
            ),
            (
                f"timeline\ntitle {'x' * 121}\n2027 : T\n",
                "plan.mmd:2:1: expected a title of at most 120 characters, found 121",
            ),
            ("graph TD\n  A --> B\n", "plan.mmd:1:1: expected `timeline` or `gantt`, found `graph TD`"),
        ],
    )
    def test_a_timeline_that_is_none_is_told(self, text: str, said: str) -> None:
        assert file_complaints(text, "plan.mmd") == [said]

    def test_periods_out_of_order_are_put_in_time_with_a_note(self) -> None:
        shown = mapped("timeline\n2028 : T\n2027 : U\n", "plan.mmd")
        assert [stop.title.text for stop in shown.paths[0].stops] == ["U", "T"]
        assert [str(note) for note in shown.notes] == [
            "plan.mmd:3:8: milestones are put in chronological order: `U` came after a later one"
        ]

    def test_a_gantt_chart_has_tasks_as_milestones_on_the_days_they_end(self) -> None:
        text = "gantt\ntitle House\nsection Walls\nPaint :p2, after p1, 9d\nPlaster :done, p1, 2027-03-01, 20d\n"
        shown = mapped(text, "plan.mmd")
        assert [(stop.title.text, stop.when.text, stop.state) for stop in shown.paths[0].stops] == [
            ("Plaster", "21 Mar 2027", "done"),
            ("Paint", "30 Mar 2027", "planned"),
        ]
