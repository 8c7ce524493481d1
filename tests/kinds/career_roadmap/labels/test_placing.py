"""Labels on small maps: where they stand, what is dropped first, which stations become dots, what is refused."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.geometry import Point, Rect, Size
from pipeline.kinds.career_roadmap.labels import KeyRoom, Placed, Remark, ranks
from tests import lattices
from tests.kinds.career_roadmap.labels.maps import Map, across, down, drawn, lettering, letters, place
from tests.roadmaps import collisions, titles

GOAL = "Analyst"


def said(found: Map, placed: Placed) -> dict[str, str]:
    return titles(drawn(found, placed))


def sizes(placed: Placed, part: str) -> set[float]:
    return {run.size for run in placed.runs() if run.role.endswith(part) and "[3]" not in run.role}


def test_a_label_across_stands_below_its_station_on_its_left_edge() -> None:
    found = across([["First role", GOAL]])
    station = found.lanes[0].stations[0]
    title = next(run for run in place(found).runs() if run.text == "First role")
    assert title.origin.x == station.at.x - station.radius
    assert title.origin.y == pytest.approx(station.at.y + found.lanes[0].away + 0.8 * 19, abs=0.5)


def test_a_label_down_stands_right_of_its_station_its_first_line_on_its_height() -> None:
    found = down([["First role", GOAL]])
    station = found.lanes[0].stations[0]
    title = next(run for run in place(found).runs() if run.text == "First role")
    assert title.origin.x == station.at.x + found.lanes[0].away
    assert title.origin.y == pytest.approx(station.at.y + 0.33 * 19, abs=0.5)


def test_kind_and_date_share_a_line_if_they_can() -> None:
    def date_below_kind(count: int) -> bool:
        found = across([["One"] * (count - 1) + [GOAL]])
        runs = {run.role: run for run in place(found).runs()}
        return runs["paths[0].milestones[0].at"].origin.y > runs["paths[0].milestones[0].kind"].origin.y

    assert not date_below_kind(3)
    assert date_below_kind(5)


def test_one_crowded_label_makes_all_smaller_or_plainer_and_sizes_are_never_mixed() -> None:
    roomy = place(across([["One", "Two", "Three", GOAL]] * 3))
    crowded = place(across([["One", "Two", "Three", GOAL]] * 2 + [["A long title that is long", "b c", "Three", GOAL]]))
    assert roomy.level.scale == 1
    assert roomy.level.has_meta
    assert crowded.level != roomy.level or crowded.named == roomy.named
    assert len(sizes(crowded, ".title")) == 1


def test_details_go_before_any_station_becomes_a_dot() -> None:
    found = across([[f"Lead the research plan {number}" for number in range(4)] + [GOAL]] * 3)
    placed = place(found)
    assert placed.named == ((0, 1, 2, 3, 4),) * 3
    assert not placed.level.has_meta


def test_what_cannot_be_named_stays_on_the_map_as_a_dot() -> None:
    found = across([[f"Research certificate {number}" for number in range(24)] + [GOAL]] * 3)
    placed = place(found)
    assert all(0 < len(named) < 25 and named[-1] == 24 for named in placed.named)
    assert all(len(along) == 25 for along in placed.along)
    assert collisions(drawn(found, placed)) == []


def test_dots_move_out_of_the_halos_of_named_stations_and_keep_their_order() -> None:
    found = down([[f"Step {number}" for number in range(24)] + [GOAL]] * 2)
    placed = place(found)
    for lane, named, along in zip(found.lanes, placed.named, placed.along, strict=True):
        assert len(named) > 3
        for index, (a, b) in enumerate(pairwise(along)):
            halos = [lane.stations[each].halo if each in named else found.lettering.dot for each in (index, index + 1)]
            assert b - a >= sum(halos) - 0.01 or (index in named and index + 1 in named)


def test_every_named_station_has_its_whole_title() -> None:
    rows = [[f"Lead the pricing rebuild {number}" for number in range(9)] + [GOAL]] * 4
    found = across(rows)
    placed = place(found)
    words = said(found, placed)
    for way, named in enumerate(placed.named):
        for stop in named:
            assert words[f"paths[{way}].milestones[{stop}].title"] == rows[way][stop]


def test_a_second_side_is_used_before_stations_become_dots_and_only_where_one_does_not_do() -> None:
    found = across([[*(f"Certificate {number}" for number in range(5)), "Go", GOAL], ["One", GOAL]])
    placed = place(found)
    assert placed.named == (tuple(range(7)), (0, 1))
    heights = {run.role: run.origin.y for run in placed.runs()}
    first, second = (heights[f"paths[0].milestones[{number}].title"] for number in (0, 1))
    assert first > found.lanes[0].stations[0].at.y > second
    one = next(run for run in placed.runs() if run.text == "One")
    assert one.origin.y > found.lanes[1].stations[0].at.y
    assert collisions(drawn(found, placed)) == []


def test_the_second_side_names_some_of_those_that_would_be_dots() -> None:
    found = across([[f"Certificate {number}" for number in range(20)] + [GOAL]])
    placed = place(found)
    y = found.lanes[0].stations[0].at.y
    above = [run for run in placed.runs() if run.origin.y < y and run.role.endswith("].title")]
    assert len(above) >= 2
    assert len({run.size for run in above}) == 1
    assert collisions(drawn(found, placed)) == []


def test_the_destination_the_current_step_and_the_next_are_named_first() -> None:
    stops = [
        lattices.stop("", kind="Role", state="done"),
        lattices.stop(""),
        lattices.stop("", state="current"),
        lattices.stop("", kind="Stelle"),
    ]
    assert ranks([*stops, lattices.stop("")]) == (3, 2, 1, 3, 0)


def test_a_path_without_milestones_has_only_its_name() -> None:
    found = across([[], ["One", GOAL]])
    placed = place(found)
    assert placed.named == ((), (0, 1))
    assert "paths[0].name" in said(found, placed)


def test_numbers_and_a_key_name_the_dots_where_there_is_room_for_all() -> None:
    found = across([[f"Certificate {number}" for number in range(12)] + [GOAL]], size=Size(1600, 900))
    placed = place(found, key_rooms=(KeyRoom(Rect(700, 600, 500, 160), columns=3),))
    unnamed = 13 - len(placed.named[0])
    assert len(placed.numbered) == unnamed > 0
    words = said(found, placed)
    for number, (way, stop) in enumerate(placed.numbered, 1):
        assert words[f"paths[{way}].milestones[{stop}].title"] == f"Certificate {stop}"
        assert words[f"paths[{way}].milestones[{stop}].number"] == f"{number} {number}"
    assert collisions(drawn(found, placed)) == []


def test_no_dot_is_numbered_where_the_key_has_no_room_for_all() -> None:
    found = across([[f"Certificate {number}" for number in range(24)] + [GOAL]])
    placed = place(found, key_rooms=(KeyRoom(Rect(500, 560, 100, 30)),))
    assert placed.numbered == ()


def test_a_remark_takes_the_first_place_that_is_free_or_is_left_out() -> None:
    found = across([["One", GOAL]] * 2)
    on_line = Point(found.lanes[0].stations[0].at.x + 60, found.lanes[0].stations[0].at.y)
    free = Point(560, 520)
    style = lettering().meta
    remarks = (Remark(Leaf("moves", "a"), style, (on_line, free)), Remark(Leaf("never", "b"), style, (on_line,)))
    placed = place(found, remarks=remarks)
    words = {run.text: run.origin for run in placed.runs()}
    assert words["moves"] == free
    assert "never" not in words


def refusal(found: Map) -> tuple[str, str]:
    with pytest.raises(FitError) as caught:
        place(found)
    problem = caught.value.problems[0]
    return problem.field, problem.hint


def test_a_destination_that_does_not_fit_is_refused_with_the_length_that_would() -> None:
    field, hint = refusal(across([["One", GOAL], ["Two", "Principal " * 40 + "x"]]))
    assert field == "paths[1].milestones[1].title"
    length = int(hint.split("about ")[1].split()[0])
    assert place(across([["One", GOAL], ["Two", ("Principal " * 40)[:length].strip()]]))
    assert 20 < length < 300


def test_a_name_that_does_not_fit_is_refused() -> None:
    found = across([["One", GOAL]])
    lane = found.lanes[0]
    assert lane.name is not None
    long = lane._replace(name=lane.name._replace(text="Independent " * 20 + "way"))
    field, hint = refusal(found._replace(lanes=(long,)))
    assert field == "paths[0].name"
    assert hint.startswith("shorten it to about ")


def test_a_title_of_two_thousand_characters_is_refused_and_one_that_came_at_a_bad_place_is_not() -> None:
    field, _ = refusal(across([["One", "word " * 400 + "word", "Two", GOAL]] * 3))
    assert field == "paths[0].milestones[1].title"
    late = [*(f"Step {number}" for number in range(20)), "A certificate in research and pricing", GOAL]
    assert place(across([late] * 6)).named[0][-1] == 21


def test_a_page_from_right_to_left_has_every_run_mirrored() -> None:
    found = across([["One", "Two words here", GOAL]])
    placed = place(found)
    plain, mirrored = placed.runs(), placed.runs(found.size.width)
    for a, b in zip(plain, mirrored, strict=True):
        assert b.text == a.text
        assert b.origin.y == a.origin.y
    by_text = {run.text: run for run in mirrored}
    station = found.lanes[0].stations[0]
    first = by_text["One"]
    assert first.origin.x + first.advance == pytest.approx(found.size.width - station.at.x + station.radius)


def test_the_fake_scale_breaks_as_it_measures() -> None:
    text = letters("Lead the pricing rebuild of everything", lettering().title, "")
    for measure in (90, 120, 200):
        lines = text.lines(measure, hyphenated=True)
        assert lines == tuple(line.width for line in text.paragraph(measure, 1).lines)
