"""Tests of the whole map: collisions, what is absent, states, moves, right to left."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline import theme
from pipeline.errors import FitError
from pipeline.geometry import Affine, Rect
from pipeline.kinds.career_roadmap.measures import PORTRAIT
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.transit import crossings, lanes, plot
from pipeline.kinds.career_roadmap.transit.plot import Plot
from pipeline.scene import Box, Path, Scene, TextRun, walk
from tests.kinds.career_roadmap.maps import backgrounds, made, measured, of_lines, sample, scene
from tests.roadmaps import collisions, runs

SIZES = ["og", "wide", "portrait", "square", "story"]
PAPER = theme.load("paper")
MOVES = """\
edges:
  - {from: Go deeper/Evening course, to: Step sideways/Short internship, label: a change of mind}
  - {from: Go independent/First role, to: Go deeper/Senior analyst, type: merge}
  - {from: Go deeper/Short internship, to: Step sideways/First role, type: lateral}
"""


def touching(found: Scene, look: str = "paper") -> list[str]:
    return collisions(found, backgrounds(theme.load(look)))


def said(found: Scene) -> str:
    """Everything that is written on the map."""
    return " ".join(run.text for run in runs(found))


def boxes(found: Scene, fill: object) -> list[Rect]:
    return [item.rect for item, _ in walk(found.items) if isinstance(item, Box) and item.fill == fill]


@pytest.mark.parametrize("look", ["paper", "ink"])
@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_the_sample_touches_anything(size: str, look: str) -> None:
    assert touching(scene(sample(), size, look), look) == []


@pytest.mark.parametrize("size", [*SIZES, "pin", "x", "320x320", "1500x500", "500x1500"])
@pytest.mark.parametrize("paths", [1, 2, 4, 6, 8])
def test_every_number_of_paths_finds_its_room(paths: int, size: str) -> None:
    found = scene(made(paths), size)
    assert touching(found) == []
    roles = {run.role for run in runs(found)}
    assert {f"paths[{path}].milestones[3].title" for path in range(paths)} <= roles
    assert {f"paths[{path}].name" for path in range(paths)} <= roles


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paths", [3, 8])
def test_25_milestones_are_all_on_the_map(paths: int, size: str) -> None:
    found = scene(made(paths, 25), size)
    assert touching(found) == []
    middles = {(round(box.center.x, 1), round(box.center.y, 1)) for box in _round_boxes(found)}
    lines = (Counter(y for _, y in middles), Counter(x for x, _ in middles))
    assert any(sum(count >= 25 for count in line.values()) == paths for line in lines)


def _round_boxes(found: Scene) -> list[Rect]:
    return [item.rect for item, _ in walk(found.items) if isinstance(item, Box) and item.radius]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_an_author_may_choose_which_way_time_runs(orientation: str, size: str) -> None:
    found = scene(sample(f"orientation={orientation}"), size)
    assert touching(found) == []
    assert measured(size, 3, orientation=orientation).runs == {"horizontal": "right", "vertical": "down"}[orientation]


@pytest.mark.parametrize("size", ["og", "wide", "portrait"])
@pytest.mark.parametrize("gone", ["done", "closed", "decision", "standfirst", "eyebrow"])
def test_what_is_absent_leaves_no_trace(gone: str, size: str) -> None:
    found = scene(sample()._replace(**{gone: Plan._field_defaults[gone]}), size)
    assert touching(found) == []
    words = {"done": "Feedback", "closed": "said no", "decision": "lead path", "standfirst": "lead with one"}
    assert words.get(gone, "roadmap to") not in said(found)


def test_without_a_past_the_start_stands_on_the_margin() -> None:
    (ring,) = boxes(scene(sample()._replace(done=None)), PAPER.colors.accent_2)
    assert ring.x == pytest.approx(64)


@pytest.mark.parametrize("look", ["paper", "ink"])
def test_persimmon_is_today_alone(look: str) -> None:
    colors = theme.load(look).colors
    assert len(boxes(scene(sample(), look=look), colors.accent_2)) == 1


def test_a_map_of_a_later_day_marks_today_on_the_lines() -> None:
    found = scene(sample("as_of=2027-04-10"))
    start = min(boxes(found, PAPER.colors.accent), key=lambda box: -box.width)
    assert start.center.y == pytest.approx(558)
    *bars, in_legend = boxes(found, PAPER.colors.accent_2)
    assert [round(bar.center.y) for bar in bars] == [132, 272, 412]
    assert len({bar.center.x for bar in bars}) == 1
    (day,) = runs(found, "as_of")
    assert (day.text, day.origin.x > in_legend.right) == ("10 Apr 2027", True)
    assert touching(found) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_day_is_marked_where_it_falls_on_a_station_and_where_there_is_no_axis(size: str) -> None:
    lines = """\
kind: career_roadmap
start: {date: 2026-01-05}
as_of: 2026-07-05
AXIS
paths: [{name: Bees, milestones: [{title: One hive, at: 6 months}, {title: Six hives, at: 2 years}]}]
"""
    for axis_line in ("", "axis: none"):
        found = scene(of_lines(lines.replace("AXIS", axis_line)), size)
        assert len(boxes(found, PAPER.colors.accent_2)) == 2
        assert runs(found, "as_of")
        assert touching(found) == []


def test_states_are_told_by_shape() -> None:
    states = ("done", "current", "planned", "optional")
    shapes = set()
    for state in states:
        changes = [f"paths[{path}].milestones[0].state={state}" for path in range(3)]
        found = scene(sample(*changes))
        near = Rect(470, 118, 36, 28)
        shapes.add(tuple(_shape(item) for item, _ in walk(found.items) if _stands_in(item, near)))
    assert len(shapes) == len(states)


def _shape(item: object) -> tuple[str, int]:
    """What an item is, and of how many pieces."""
    return type(item).__name__, len(item.outline) if isinstance(item, Path) else 0


def _stands_in(item: object, near: Rect) -> bool:
    if isinstance(item, Box):
        return near.union(item.rect) == near
    if isinstance(item, Path):
        xs, ys = [v for _, *vs in item.outline for v in vs[::2]], [v for _, *vs in item.outline for v in vs[1::2]]
        return near.x <= min(xs) and max(xs) <= near.right and near.y <= min(ys) and max(ys) <= near.bottom
    return False


def test_a_highlighted_path_keeps_its_colour_and_the_others_pale() -> None:
    colors = PAPER.colors
    strokes = [
        item.stroke.paint
        for item, _ in walk(scene(sample("highlight=Step sideways")).items)
        if isinstance(item, Path) and item.stroke is not None
    ]
    assert colors.cat[1] in strokes
    assert colors.cat[2] not in strokes
    assert touching(scene(sample("highlight=Step sideways"))) == []


def test_an_author_s_own_colour_is_legible_as_words() -> None:
    found = scene(sample("paths[0].color=#F2D024"))
    fills = {run.fill for run in runs(found)}
    assert all(fill.contrast(PAPER.colors.paper) >= 4.5 for fill in fills)  # type: ignore[union-attr]


@pytest.mark.parametrize("size", SIZES)
def test_right_to_left_mirrors_all_but_texts_and_ticks(size: str) -> None:
    plain, turned = scene(sample(), size), scene(sample("direction=rtl"), size)
    width = plain.size.width
    there = [item.rect.mirrored(width) for item, _ in walk(plain.items) if isinstance(item, Box)]
    back = [item.rect for item, _ in walk(turned.items) if isinstance(item, Box)]
    assert all(abs(a.x - b.x) < 0.01 and abs(a.y - b.y) < 0.01 for a, b in zip(there, back, strict=True))
    assert [run.text for run in runs(plain)] == [run.text for run in runs(turned)]
    assert touching(turned) == []


@pytest.mark.parametrize("size", SIZES)
def test_moves_join_lanes_without_touching_a_word(size: str) -> None:
    found = scene(made(3, 4, MOVES), size)
    assert touching(found) == []


def test_a_move_leaves_its_lane_behind_a_stop_and_joins_before_the_next() -> None:
    found = Plot.of(made(3, 4, MOVES), measured("og", 3), PAPER.colors)
    measures, places = found.measures, [[each.along for each in lane.stations] for lane in found.lanes]
    switch, merge, lateral = crossings.crossings(found, [(0.0, 0.0)] * 3)
    assert places[0][0] < switch.along - switch.radius
    assert switch.along + switch.radius < places[1][2]
    assert places[2][1] < merge.along < places[0][3]
    assert lateral.along < places[0][2]
    for move in (switch, merge, lateral):
        outline = crossings.outline(measures, move)
        (_, *start), (_, *end) = outline[0], outline[-1]
        assert (start[-1], end[-1]) == (move.leaves, move.joins)


@pytest.mark.parametrize("size", SIZES)
def test_moves_keep_clear_of_the_paths_names(size: str) -> None:
    first = "edges: [{from: Go deeper/Evening course, to: Step sideways/Side project, type: lateral, label: beside}]\n"
    found = scene(made(3, 4, first), size)
    assert touching(found) == []
    assert "Step sideways" in said(found)


def test_a_lane_that_a_move_crosses_lies_on_a_halo() -> None:
    measures = measured("og", 3)
    halos = [
        box
        for box in boxes(scene(made(3, 4, MOVES)), PAPER.colors.paper)
        if box.center.y == pytest.approx(272) and box.height == pytest.approx(measures.line + 2 * measures.gap)
    ]
    assert len(halos) == 1


def test_a_path_without_milestones_is_a_line_with_a_name() -> None:
    found = scene(sample("paths[1].milestones=[]"))
    assert "Step sideways" in said(found)
    assert "UX researcher" not in said(found)
    assert touching(found) == []


def test_words_that_are_too_long_are_refused_with_their_place() -> None:
    with pytest.raises(FitError) as caught:
        scene(sample("title=" + "WWWWWWWWWW " * 10), "og")
    assert caught.value.problems[0].field == "title"


def test_a_standfirst_gives_way_to_the_title_and_is_named() -> None:
    found = scene(sample("title=" + "A headline without an end " * 3, "standfirst=" + "and on it goes " * 16), "og")
    assert runs(found, "title")
    assert not runs(found, "standfirst")
    assert [each.reason for each in found.left_out] == ["no room for the standfirst"]
    assert touching(found) == []


def test_a_larger_picture_is_the_same_map_larger() -> None:
    small, large = scene(sample(), "portrait"), scene(sample(), "2160x2700")
    scaled = Affine.scale(2)
    for (one, _), (other, _) in zip(walk(small.items), walk(large.items), strict=True):
        if isinstance(one, Box) and isinstance(other, Box):
            bounds = scaled.bounds(one.rect)
            assert abs(bounds.x - other.rect.x) < 1.01  # a card's edge is a whole px
            assert abs(bounds.y - other.rect.y) < 1.01


def test_frames_keep_the_composition_of_the_portrait() -> None:
    assert measured("portrait", 3) == PORTRAIT


def test_text_is_never_small() -> None:
    for size, smallest in (("og", 16), ("wide", 17), ("portrait", 20), ("square", 20), ("story", 20)):
        for paths, milestones in ((1, 4), (3, 8), (3, 25), (5, 4), (8, 12)):
            found = scene(made(paths, milestones), size)
            least = 16 if (size, paths) == ("square", 8) else smallest  # where a tall map is made to lie in a square
            texts = [item for item, _ in walk(found.items) if isinstance(item, TextRun)]
            assert min(text.size for text in texts) >= least - 0.001, (size, paths)


@pytest.mark.parametrize(
    ("paths", "milestones", "size"),
    [(2, 25, "og"), (3, 12, "og"), (4, 8, "og"), (3, 25, "wide"), (3, 8, "portrait")],
)
def test_stops_without_room_for_a_name_are_numbered_and_told_in_a_key(paths: int, milestones: int, size: str) -> None:
    found = scene(made(paths, milestones), size)
    said_titles = {run.role for run in runs(found) if run.role.endswith(".title") and run.role.startswith("paths")}
    assert len(said_titles) == paths * milestones
    assert {run.role for run in runs(found) if run.role.endswith(".number")}
    assert touching(found) == []


def test_stops_without_room_for_a_number_are_left_out_alone() -> None:
    found = scene(made(4, 12), "wide")
    shown = {run.role for run in runs(found) if run.role.endswith(".title")}
    missing = {f"paths[{path}].milestones[{stop}].title" for path in range(4) for stop in range(12)} - shown
    (titles,) = [each for each in found.left_out if each.reason == "no room for titles"]
    assert {field for field in titles.fields if field.endswith(".title")} == missing
    assert 0 < len(missing) < 4
    assert len({run.role for run in runs(found) if run.role.endswith(".number")}) > 5


@pytest.mark.parametrize("size", ["og", "wide"])
def test_stops_that_the_picture_does_not_name_are_named_in_its_description(size: str) -> None:
    said_plan = made(8, 25)
    found = scene(said_plan, size)
    named = {run.role for run in runs(found)}
    untold = [stop for way in said_plan.paths for stop in way.stops if stop.title.field not in named]
    assert untold
    for way in said_plan.paths:
        path = found.description.split(f"{way.name}: ")[1].split(". ")[0]
        assert all(stop.title.text in path for stop in way.stops if stop in untold)


def test_labels_stand_on_the_left_edges_of_their_stations() -> None:
    for size in ("og", "wide"):
        found, measures = scene(sample(), size), measured(size, 3)
        said_plan = sample()
        for path, along in enumerate(plot.stop_places(said_plan, measures)):
            for stop, x in enumerate(along):
                reach = measures.goal_reach if stop == len(along) - 1 else measures.station_reach
                assert left_edges(found, path, stop) == pytest.approx([x - reach] * 2, abs=1)


@pytest.mark.parametrize("size", ["portrait", "square", "story"])
def test_labels_stand_on_one_edge_for_each_lane_where_time_runs_down(size: str) -> None:
    found = scene(sample(), size)
    for path in range(3):
        lefts = [left for stop in range(3) for left in left_edges(found, path, stop)]
        assert max(lefts) - min(lefts) <= 1


def left_edges(found: Scene, path: int, stop: int) -> list[float]:
    """Where the title and where kind and date begin."""
    part = f"paths[{path}].milestones[{stop}]"
    return [min(run.origin.x for run in runs(found, f"{part}.{key}")) for key in ("title", "kind")]


DETAILS = (
    "paths[0].milestones[0].detail=Evening classes",
    "paths[0].milestones[0].skills=[SQL, R]",
    "paths[1].milestones[2].skills=[Interviews]",
    "paths[2].milestones[3].detail=Three regular clients",
)


@pytest.mark.parametrize("size", ["wide", "2400x1400"])
def test_details_stand_below_kind_and_date_in_muted_lines(size: str) -> None:
    found = scene(sample(*DETAILS), size)
    part = "paths[0].milestones[0]"
    details = runs(found, f"{part}.detail")
    assert " ".join(run.text for run in details) == "Evening classes\u00a0· SQL\u00a0· R"
    assert [run.text for run in runs(found, "paths[1].milestones[2].skills[0]")] == ["Interviews"]
    assert {run.fill for run in details} == {PAPER.colors.muted}
    assert details[0].origin.y > runs(found, f"{part}.at")[0].origin.y
    assert touching(found) == []


@pytest.mark.parametrize("size", SIZES)
def test_details_touch_nothing(size: str) -> None:
    assert touching(scene(sample(*DETAILS), size)) == []


@pytest.mark.parametrize("size", SIZES)
def test_details_are_the_first_to_give_way(size: str) -> None:
    plain, full = scene(sample(), size), scene(sample(*DETAILS), size)
    assert {run.role for run in runs(plain)} <= {run.role for run in runs(full)}


def test_details_that_are_too_long_are_left_out_alone() -> None:
    long = "paths[1].milestones[0].detail=" + "A word about it and another one. " * 8
    found = scene(sample(*DETAILS, long), "wide")
    roles = {run.role for run in runs(found)}
    shown = {role for role in roles if ".detail" in role or ".skills" in role}
    assert shown == {
        "paths[0].milestones[0].detail",
        "paths[1].milestones[2].skills[0]",
        "paths[2].milestones[3].detail",
    }
    assert [each.fields for each in found.left_out] == [("paths[1].milestones[0].detail",)]


def test_details_of_more_than_two_lines_are_left_out_even_where_there_is_room() -> None:
    lines = """\
kind: career_roadmap
paths: [{name: A, milestones: [{title: Course, at: 3 months, detail: DETAIL}, {title: Analyst, at: 2 years}]}]
"""
    found = {words: scene(of_lines(lines.replace("DETAIL", "word " * words)), "wide") for words in (4, 60)}
    assert [bool(runs(each, "paths[0].milestones[0].detail")) for each in found.values()] == [True, False]


EARLY = """\
kind: career_roadmap
start: {date: 2026-11-20}
axis: dates
paths:
  - name: Go deeper
    milestones: [{title: Course, at: 2027-02}, {title: Lead a team, at: 2028-01}, {title: Analyst, at: 2029-12}]
  - name: Step sideways
    milestones: [{title: Shadow the team, at: 2027-03}, {title: UX researcher, at: 2027-09}]
  - name: Nowhere yet
"""


@pytest.mark.parametrize("size", SIZES)
def test_no_tick_is_marked_on_a_way_whose_time_is_over(size: str) -> None:
    found, measures = of_lines(EARLY), measured(size, 3)
    ends = [lane.end for lane in Plot.of(found, measures, PAPER.colors).lanes]
    assert ends[0] == ends[2] == measures.last_tick
    assert plot.place(found, measures, found.paths[1].stops[-1].at) == pytest.approx(ends[1])
    words = said(scene(found, size))
    assert words.count("Dec 2029") == 1  # at the one destination that is reached then, and not on the axis
    assert "Sep 2027" in words
    assert touching(scene(found, size)) == []


def test_destinations_tell_their_levels_where_they_are_not_the_last_one() -> None:
    lines = """\
kind: career_roadmap
axis: levels
paths:
  - {name: Craft, milestones: [{title: Analyst, at: L3}, {title: Principal, at: L5}]}
  - {name: Lead, milestones: [{title: Team lead, at: L3}, {title: Manager, at: L4}]}
"""
    words = said(scene(of_lines(lines)))
    assert words.count("Level 5") == 1
    assert words.count("Level 4") == 2  # on the axis, and at the manager


def test_a_start_of_which_nobody_knows_whether_it_is_today_is_not_persimmon() -> None:
    found = of_lines("kind: career_roadmap\npaths: [{name: A, milestones: [{title: B, at: 2027-03}]}]\n")
    assert found.now is None
    assert boxes(scene(found), PAPER.colors.accent_2) == []


def test_a_way_without_milestones_ends_in_a_dashed_ring_on_the_card() -> None:
    measures = measured("og", 3)
    near = Rect(measures.last_tick - 40, plot.lanes(measures)[1] - 40, 80, 80)
    found = scene(sample("paths[1].milestones=[]"))
    dashed = [item for item, _ in walk(found.items) if isinstance(item, Path) and item.stroke and item.stroke.dash]
    assert any(_stands_in(item, near) for item in dashed)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_eight_paths_run_either_way(orientation: str, size: str) -> None:
    found = scene(made(8, 4, f"orientation: {orientation}\n"), size)
    assert touching(found) == []
    assert {f"paths[{path}].milestones[3].title" for path in range(8)} <= {run.role for run in runs(found)}


def test_a_long_step_already_taken_stands_in_a_row_where_the_decision_leaves_it_no_column() -> None:
    changes = ("done.title=Rückmeldungsgespräch", "decision.title=Hauptentwicklungsrichtung wählen")
    found = scene(sample(*changes))
    assert "Rückmeldungsgespräch" in said(found)
    assert touching(found) == []


def test_slits_end_where_a_way_s_time_is_over() -> None:
    found, measures = of_lines(EARLY), measured("og", 3)
    wide = lanes.SLIT * measures.gap
    ends = [lane.end for lane in Plot.of(found, measures, PAPER.colors).lanes]
    slits = [box for box in boxes(scene(found), PAPER.colors.paper) if box.width == pytest.approx(wide)]
    for lane, end in zip(plot.lanes(measures), ends, strict=True):
        on_lane = [box.center.x for box in slits if box.center.y == pytest.approx(lane)]
        assert on_lane
        assert max(on_lane) < end
    assert len(slits) == 2 + 2 + 3  # two of the first way's ticks are cut, the third has a station


@pytest.mark.parametrize("size", SIZES)
def test_eight_paths_without_milestones_are_eight_names(size: str) -> None:
    found = scene(made(8, 0), size)
    assert touching(found) == []
    assert {f"paths[{path}].name" for path in range(8)} <= {run.role for run in runs(found)}


def test_a_title_is_a_little_smaller_rather_than_a_word_in_a_line_of_its_own() -> None:
    titles = [run.text for run in runs(scene(sample(), "wide", "grid"), "title")]
    assert titles == ["One no.", "Three ways", "forward."]
