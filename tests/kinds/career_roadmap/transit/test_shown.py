"""What a map must show in every size: names, the step taken, the day, the author's own times; and no great void."""

from __future__ import annotations

import pytest

from pipeline import sizes, theme
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.scene import Box, Scene, walk
from tests.kinds.career_roadmap.maps import NAMES, backgrounds, made, of_lines, scene
from tests.roadmaps import collisions, emptiness, runs, titles

PAPER = theme.load("paper")
SIZES = tuple(sizes.presets())
TALL = ("portrait", "square", "story", "pin")
ORCHARD = """\
kind: career_roadmap
title: Four ways to live from apples
start: {date: 2026-01-01}
done: {title: Sold the flat, date: 2025-12-10}
paths:
  - {name: Cider, milestones: [{title: First barrel, at: 1 year}, {title: A press, at: 4 years}]}
  - {name: Nursery, milestones: [{title: Hundred grafts, at: 6 months}, {title: Mail order, at: 3 years}]}
  - {name: Market, milestones: [{title: Saturday stall, at: 3 months}, {title: Two shops, at: 5 years}]}
  - {name: Lessons, milestones: [{title: Pruning day, at: 2 years}, {title: Winter school, at: 4 years}]}
"""
STALL = """\
kind: career_roadmap
title: From stall to shop
start: {date: 2026-01-05, label: Market day}
paths:
  - name: Cheese
    milestones:
      - {title: Second stall, at: 6 months, kind: Step}
      - {title: Cold store, at: 18 months, kind: Step}
      - {title: Head of a team, at: 3 years, kind: Step}
      - {title: A shop of our own, at: 5 years, kind: Step}
"""
ONE = """\
kind: career_roadmap
title: One step
start: {date: 2026-01-01}
paths: [{name: Only way, milestones: [STOPS]}]
"""
BEGIN, STAY = "{title: Begin, at: 6 months}", "{title: Stay, at: 2 years}"
LONG = "the works council of the Nordhafen shipyard company after many years at sea"
EYEBROW = "An eyebrow that goes on for longer than any sensible editor would let it run on"


def drawn(plan: Plan, size: str) -> Scene:
    found = scene(plan, size)
    assert collisions(found, backgrounds(PAPER)) == []
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paths", range(1, 9))
def test_each_of_one_to_eight_paths_is_named(paths: int, size: str) -> None:
    said = titles(drawn(made(paths), size))
    assert [said[f"paths[{path}].name"] for path in range(paths)] == list(NAMES[:paths])


@pytest.mark.parametrize("size", SIZES)
def test_names_stand_on_one_edge_each_on_its_own_line(size: str) -> None:
    found = drawn(of_lines(ORCHARD), size)
    names = [runs(found, f"paths[{path}].name")[0] for path in range(4)]
    assert len({round(name.origin.x, 1) for name in names}) == 1
    goals = [runs(found, f"paths[{path}].milestones[1].title")[0] for path in range(4)]
    heights = [name.origin.y for name in names]
    assert heights == sorted(heights)
    assert sorted(goals, key=lambda goal: goal.origin.y) == goals


@pytest.mark.parametrize("size", SIZES)
def test_names_without_room_on_their_lines_are_numbers_and_a_list(size: str) -> None:
    names = {"Cider": "Cider and perry from old trees", "Market": "A stall on the market of the county town"}
    lines = ORCHARD
    for name, longer in names.items():
        lines = lines.replace(f"name: {name},", f"name: {longer},")
    found = drawn(of_lines(lines), size)
    said = titles(found)
    assert [said[f"paths[{path}].name"] for path in (0, 2)] == list(names.values())
    assert said["paths[1].name"] == "Nursery"
    for path in range(4):
        numbers = runs(found, f"paths[{path}].name.number")
        assert [run.text for run in numbers] == [str(path + 1)] * 2


@pytest.mark.parametrize("size", SIZES)
def test_names_of_eighty_characters_are_shown_too(size: str) -> None:
    for paths in (1, 3, 4):
        plan = made(paths)
        ways = (way._replace(name=way.name._replace(text=f"{at} {LONG}")) for at, way in enumerate(plan.paths))
        said = titles(drawn(plan._replace(paths=tuple(ways)), size))
        assert [said[f"paths[{path}].name"] for path in range(paths)] == [f"{path} {LONG}" for path in range(paths)]


@pytest.mark.parametrize("size", SIZES)
def test_the_highlighted_path_is_named(size: str) -> None:
    found = drawn(of_lines(f"{ORCHARD}highlight: Market\n"), size)
    (name,) = runs(found, "paths[2].name")
    assert name.text == "Market"
    boxes = [item for item, _ in walk(found.items) if isinstance(item, Box) and item.rect.height < 60]
    plates = [box.fill for box in boxes if box.rect.contains(Rect(*name.origin, 0, 0))]
    assert plates == [PAPER.colors.cat_text[2]]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paths", [1, 4, 8])
def test_the_step_taken_is_shown_and_the_legend_explains_only_what_is_there(paths: int, size: str) -> None:
    said = titles(drawn(made(paths), size))
    assert (said["done.title"], said["done.date"], said["labels.done"]) == ("Feedback call", "18 Nov", "Done")
    assert "labels.optional" not in said
    without = made(paths)._replace(done=None)
    assert "labels.done" not in titles(drawn(without, size))


@pytest.mark.parametrize("size", SIZES)
def test_a_step_taken_of_eighty_characters_is_shown(size: str) -> None:
    for paths in (1, 3, 6):
        plan = made(paths)
        assert plan.done
        title = plan.done.title._replace(text=f"Left {LONG}"[:80])
        said = titles(drawn(plan._replace(done=plan.done._replace(title=title)), size))
        assert said["done.title"].replace("- ", "") == title.text


@pytest.mark.parametrize("size", SIZES)
def test_the_ticks_are_the_authors_own_times_and_stand_above_their_stations(size: str) -> None:
    found = drawn(of_lines(STALL), size)
    ticks = [run for run in runs(found) if run.role.startswith("ticks[")]
    assert {run.text for run in ticks} == {"6 months", "18 months", "3 years", "5 years"}
    assert not found.left_out
    across = found.size.width > found.size.height
    for tick in ticks[:3]:
        title = runs(found, tick.role.replace("ticks[", "paths[0].milestones[") + ".title")[0]
        apart = tick.origin.x - title.origin.x if across else tick.origin.y - title.origin.y
        assert abs(apart) < 12


def test_stations_between_ticks_keep_their_dates_and_those_on_ticks_need_none() -> None:
    more = "phases: [6 months, 2 years, 5 years]\n"
    said = titles(drawn(of_lines(ORCHARD + more), "wide"))
    assert "paths[1].milestones[0].at" not in said  # the tick above says 6 months
    assert "paths[3].milestones[0].at" not in said
    assert said["paths[0].milestones[0].at"] == "Jan 2027"
    assert said["paths[2].milestones[0].at"] == "Apr 2026"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("stops", [BEGIN, f"{BEGIN}, {STAY}"])
def test_a_map_of_little_leaves_no_great_void(stops: str, size: str) -> None:
    assert emptiness(drawn(of_lines(ONE.replace("STOPS", stops)), size)) <= 0.4


@pytest.mark.parametrize("size", SIZES)
def test_a_map_of_little_has_larger_words(size: str) -> None:
    little, usual = drawn(of_lines(ONE.replace("STOPS", BEGIN)), size), drawn(made(1, 8), size)
    (small,), (large,) = runs(usual, "start.label"), runs(little, "start.label")
    assert large.size >= 1.15 * small.size


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paths", [1, 4])
def test_a_long_eyebrow_goes_over_two_lines_and_is_never_cut(paths: int, size: str) -> None:
    plan = made(paths)
    found = drawn(plan._replace(eyebrow=plan.eyebrow._replace(text=EYEBROW)), size)
    said = runs(found, "eyebrow")
    assert " ".join(run.text for run in said) == EYEBROW
    assert len(said) <= 2


def test_so_many_paths_run_across_whatever_the_author_wishes_and_a_note_says_so() -> None:
    found = drawn(made(5, more="orientation: vertical\n"), "portrait")
    assert found.altered == ("the paths run across, not down: there are too many of them",)
    assert drawn(made(3, more="orientation: vertical\n"), "og").altered == ()
