"""What a roadmap leaves out is known: its scene names it, or the picture counts it."""

from __future__ import annotations

from pipeline import fit, sizes
from pipeline.kinds.career_roadmap.model import Edge, Plan, Stop, Way
from pipeline.kinds.career_roadmap.unseen import Shown, unseen
from pipeline.scene import Scene
from tests import lattices
from tests.kinds.career_roadmap import maps
from tests.roadmaps import runs


def left_out(found: Scene) -> tuple[str, ...]:
    return fit.measure(found, sizes.parse("og").safe).left_out


def plan() -> Plan:
    stops = (
        Stop("a", "First", "May 2027", "Course", detail="In a few words.", skills=("SQL",)),
        Stop("b", "Second", "", "", detail="In others."),
    )
    move = Edge((0, 0), (1, 0), label="by chance")
    return Plan((Way("One", None, stops), Way("Two", None, (Stop("c", "Third"),))), (move,), standfirst="Keep both.")


def test_what_is_shown_is_not_named() -> None:
    seats = {(0, 0), (0, 1), (1, 0)}
    shown = Shown(seats, seats, has_standfirst=True, details=seats, skills=seats)
    assert unseen(plan(), shown) == ()


def test_one_milestone_is_named_and_more_are_counted() -> None:
    assert unseen(plan(), Shown({(0, 0), (0, 1), (1, 0)}, (), ("by chance",))) == (
        "standfirst",
        "kind and date of First",
        "detail of 2 milestones",
        "skills of First",
        "label of a move: by chance",
    )


def test_a_milestone_without_a_title_is_missed_once() -> None:
    assert unseen(plan(), Shown({(1, 0)}, (), has_standfirst=True)) == ()


def test_a_map_says_what_has_no_room() -> None:
    assert left_out(maps.scene(maps.sample())) == ()
    assert left_out(maps.scene(maps.sample(), "portrait")) == ("standfirst",)


def test_a_map_counts_the_dots_that_have_no_titles() -> None:
    crowded = maps.scene(maps.made(8, 25))
    named = [run for run in runs(crowded) if run.role.startswith("paths[") and run.role.endswith("].title")]
    (counted,) = [each for each in left_out(crowded) if each.startswith("title of ")]
    shown = len({run.role for run in named})
    assert counted == f"title of {8 * 25 - shown} milestones"


def test_a_lattice_counts_on_its_cards_and_the_report_repeats_it() -> None:
    crowded = lattices.scene(lattices.random_plan(3, most_ways=8, most_stops=25), size="og")
    counted = [run.text for run in runs(crowded) if run.role.endswith(".more")]
    assert counted == [run.text for run in runs(crowded) if run.text.startswith("+")]
    assert set(counted) <= set(left_out(crowded))
