"""What a roadmap leaves out is known: its scene names it by its fields, with a reason for each sort."""

from __future__ import annotations

from pipeline.accounting import told
from pipeline.content import Leaf, leaves
from pipeline.kinds.career_roadmap.model import Edge, Plan
from pipeline.kinds.career_roadmap.unseen import left_out
from pipeline.scene import Scene
from tests import lattices
from tests.kinds.career_roadmap import maps
from tests.lattices import started, stop, way
from tests.roadmaps import runs
from tests.visuals import forgotten


def plan() -> Plan:
    stops = (
        stop("First", 1, "paths[0].milestones[0]", "May 2027", "Course", "In a few words.", ("SQL",)),
        stop("Second", 2, "paths[0].milestones[1]", detail="In others."),
    )
    move = Edge((0, 0), (1, 0), label=Leaf("by chance", "edges[0].label"))
    found = lattices.plan((way("One", stops), way("Two", (stop("Third", 1, "paths[1].milestones[0]"),), 1)), (move,))
    return found._replace(standfirst=Leaf("Keep both.", "standfirst"), start=started("Today"))


def reasons(found: Scene) -> list[str]:
    return [each.reason for each in found.left_out]


def said(found: Plan, shown: set[str]) -> list[str]:
    """What is left out where only these fields are shown."""
    by_field = {leaf.field: leaf for leaf in leaves(found)}
    return [told(by_field, each) for each in left_out(found, (), shown)]


ALL = {leaf.field for leaf in leaves(plan())}


def test_what_is_shown_is_not_named() -> None:
    assert said(plan(), ALL) == []


def test_each_sort_is_named_with_its_reason() -> None:
    titles = {field for field in ALL if field.endswith((".title", ".name", "title", "start.label"))}
    assert said(plan(), titles) == [
        "“Keep both.”: no room for the standfirst",
        "“Course”, “May 2027”: no room for kinds and dates",
        "“In a few words.”, “In others.”: no room for details",
        "“SQL”: no room for skills",
        "“by chance”: no room for labels of moves",
    ]


def test_a_milestone_without_a_title_is_missed_once() -> None:
    gone = {field for field in ALL if field.startswith("paths[0].milestones[0]")}
    assert said(plan(), ALL - gone) == ["“First”: no room for titles"]


def test_a_map_says_what_has_no_room() -> None:
    assert reasons(maps.scene(maps.sample())) == []
    assert reasons(maps.scene(maps.sample(), "portrait")) == ["no room for the standfirst"]


def test_names_of_paths_are_never_lost_without_a_word() -> None:
    for count in range(1, 9):
        for size in ("og", "portrait", "wide", "square", "story"):
            found = maps.scene(maps.made(count), size)
            missing = {field for each in found.left_out for field in each.fields}
            names = {f"paths[{index}].name" for index in range(count)}
            assert names == (names & missing) | {run.role for run in runs(found)} & names, (count, size)
            assert forgotten(found) == []


def test_a_map_says_which_marks_of_its_own_have_no_room() -> None:
    found = maps.scene(maps.made(1, 10, "as_of: 2026-12-30\n"), "square")
    assert "the mark of where the map is now: no room in this size" in reasons(found)
    assert "no room for labels of the axis" in reasons(maps.scene(maps.made(2, 25, "as_of: 2027-06-01\n"), "story"))
    found = lattices.scene(lattices.random_plan(11, most_ways=8, most_stops=12))
    assert "the legend of moves: no room in this size" in reasons(found)


def test_a_map_names_the_dots_that_have_no_titles() -> None:
    crowded = maps.scene(maps.made(8, 25))
    shown = {run.role for run in runs(crowded) if run.role.startswith("paths[") and run.role.endswith("].title")}
    (titles,) = [each for each in crowded.left_out if each.reason == "no room for titles"]
    assert len([field for field in titles.fields if field.endswith(".title")]) == 8 * 25 - len(shown)


def test_a_lattice_counts_on_its_cards_and_names_what_it_counts() -> None:
    crowded = lattices.scene(lattices.random_plan(3, most_ways=8, most_stops=25))
    counted = sum(int(run.text) for run in runs(crowded) if run.role.endswith(".more"))
    (titles,) = [each for each in crowded.left_out if each.reason == "no room for titles"]
    assert counted == len([field for field in titles.fields if field.endswith(".title")])
