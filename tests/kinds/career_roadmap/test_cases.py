"""Files as people have them, which once came out wrong: what is right of each."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from pipeline.accounting import told
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.rendering import Visual, lay_out, load
from pipeline.scene import Scene
from tests.roadmaps import runs, titles

SIZES = ("og", "portrait", "wide", "square", "story")
CRAFTS = "".join(
    f"    section {name}\n        2027-0{n} : Trainee {n}\n        2029-0{n} : Master {n}\n"
    for n, name in enumerate(("Baker", "Mason", "Glazier", "Tailor"), start=1)
)
TOYS = """\
timeline
    title Rules for toys
    section North
        2023-02 : Draft
        2026-06 : In force
    section South
        2023-09-01 : Hearing
        2024-03-02 : Vote
        2025-03-02 : Notice
        2026-09-02 : In force
    section East
        2024-04-14 : Text
        2024-10-01 : Start
    section West
        2023-10-17 : Signed
        2024-09-20 : Stopped
        2026-09-02 : Restart
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """Where a spec lies whose file is beside it."""
    return tmp_path / "case.yaml"


def read(spec: Path, data: str, name: str = "case.mmd", more: str = "") -> Visual:
    """The roadmap of a file that holds `data`."""
    (spec.parent / name).write_text(data, encoding="utf-8", newline="")
    spec.write_text(f"kind: career_roadmap\ndata: {name}\n{more}", encoding="utf-8")
    return load(spec)


def pictured(visual: Visual, size: str = "og") -> Scene:
    return lay_out(visual, size)[0]


@pytest.mark.parametrize("size", SIZES)
def test_each_of_four_paths_has_its_name_on_the_picture_or_among_what_is_left_out(spec: Path, size: str) -> None:
    visual = read(spec, f"timeline\n    title Four crafts\n{CRAFTS}")
    found = pictured(visual, size)
    said = {*titles(found).values(), *" ".join(told(visual.leaves, each) for each in found.left_out).split("”")}
    for name in ("Baker", "Mason", "Glazier", "Tailor"):
        assert any(text.endswith(name) for text in said), name


@pytest.mark.parametrize("size", SIZES)
def test_different_dates_have_different_places_and_none_stands_behind_a_later_tick(spec: Path, size: str) -> None:
    visual = read(spec, TOYS)
    plan: Plan = visual.content
    found = pictured(visual, size)
    places = {run.text: run.origin.x for run in runs(found)}
    first, tick = plan.ticks[0], places.get(plan.ticks[0].label.text)
    early = sorted((stop.at, stop.title.text) for way in plan.paths for stop in way.stops[:-1] if stop.at < first.at)
    assert [title for _, title in early] == ["Draft", "Hearing", "Signed"]
    assert sorted(early, key=lambda each: places[each[1]]) == early
    assert len({round(places[title]) for _, title in early}) == 3
    assert tick is None or max(places[title] for _, title in early) < tick + 12


@pytest.mark.parametrize("before", ["", "%% a first note\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_title_of_the_front_matter_is_the_maps(spec: Path, before: str, end: str) -> None:
    text = f"{before}---\ntitle: Two crafts\nconfig:\n  theme: forest\n---\ntimeline\n    section Workshop\n"
    visual = read(spec, (text + "        2027-03 : Trainee\n        2029-09 : Fitter\n").replace("\n", end))
    assert (visual.content.name, titles(pictured(visual))["title"]) == ("Two crafts", "Two crafts")


def test_entities_are_shown_as_what_they_stand_for(spec: Path) -> None:
    visual = read(spec, "timeline\n section Work &amp; craft\n  2027-03 : Trainee #35;1\n  2029-09 : Fitter\n")
    said = titles(pictured(visual))
    assert (said["paths[0].name"], said["paths[0].milestones[0].title"]) == ("Work & craft", "Trainee #1")


def test_a_gantt_chart_is_a_map_of_the_days_on_which_its_tasks_end(spec: Path) -> None:
    text = (
        "gantt\n    title House in spring\n    dateFormat YYYY-MM-DD\n    section Walls\n"
        "    Plaster :done, p1, 2027-03-01, 20d\n    Paint :p2, after p1, 9d\n"
        "    section Roof\n    Tiles :crit, 2027-04-02, 2027-04-30\n"
    )
    visual = read(spec, text, more="title: House\n")
    said = titles(pictured(visual))
    assert [said[f"paths[0].milestones[{at}].at"] for at in (0, 1)] == ["21 Mar 2027", "30 Mar 2027"]
    assert (said["title"], said["paths[1].milestones[0].at"]) == ("House", "30 Apr 2027")
    assert [note.place.line for note in visual.notes if note.place] == [5, 8, 2]


@pytest.mark.parametrize("columns", ["", "columns: {path: Track, title: Step, at: When}\n"])
def test_headings_of_ones_own_are_read(spec: Path, columns: str) -> None:
    table = "Track,Step,When\nWorkshop,Trainee,2027-03\nWorkshop,Fitter,2029-09\nOffice,Clerk,2027-06\n"
    visual = read(spec, table, "case.csv", columns)
    assert [way.name.text for way in visual.content.paths] == ["Workshop", "Office"]
    assert visual.notes == ()


def test_a_column_that_is_not_ours_is_passed_over_and_told_once(spec: Path) -> None:
    visual = read(spec, "path,title,at,salary\nA,Trainee,2027-03,24000\nA,Fitter,2029-09,31000\n", "case.csv")
    (note,) = visual.notes
    assert str(note).endswith(
        "case.csv:1:4: 1 column is not read: salary; if the picture needs one, map it under `columns:`"
    )
    assert titles(pictured(visual))["paths[0].milestones[1].title"] == "Fitter"


@pytest.mark.parametrize("row", ["A,Total,", "Summe,2,", "TOTAL:,,"])
def test_a_row_that_sums_up_is_no_milestone_and_is_told(spec: Path, row: str) -> None:
    found = read(spec, f"path,title,at\nA,One,2027-02\nA,Two,2027-05\n{row}\n", "plan.csv")
    assert [stop.title.text for way in found.content.paths for stop in way.stops] == ["One", "Two"]
    assert ["a row with a total is not read" in note.message for note in found.content.notes] == [True]


def test_a_milestone_of_that_name_with_a_time_is_one(spec: Path) -> None:
    found = read(spec, "path,title,at\nA,Total,2027-02\n", "plan.csv")
    assert [stop.title.text for stop in found.content.paths[0].stops] == ["Total"]


def test_every_word_of_ours_can_be_the_authors(spec: Path) -> None:
    spec.write_text(
        "kind: career_roadmap\nlang: fi\nstart: {date: 2026-11-20}\n"
        "labels: {headline: '{number} polkua.', numbers: nolla|yksi|kaksi, today: Tänään, by: '{day} mennessä'}\n"
        "paths:\n  - {name: Syvemmälle, milestones: [{title: Tilastot, at: 2027-02}]}\n"
        "  - {name: Omillaan, milestones: [{title: Asiakas, at: 2027-03}]}\n"
        "decision: {title: Valitse, by: 31.1.2027}\n"
    )
    said = titles(pictured(load(spec)))
    assert (said["title"], said["start.label"]) == ("Kaksi polkua.", "Tänään")
    assert said["decision.by"].endswith(" mennessä")


def test_a_map_is_understood_once_for_all_its_pictures(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[object] = []
    module = import_module("pipeline.kinds.career_roadmap.content")
    whole = module.timeline

    def timeline(*given: object) -> object:
        counted.append(given)
        return whole(*given)

    monkeypatch.setattr(module, "timeline", timeline)
    visual = read(spec, TOYS)
    for size in SIZES:
        for theme in ("paper", "ink"):
            lay_out(visual, size, theme)
    assert len(counted) == 1
