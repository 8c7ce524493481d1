"""Whatever the map, no label touches anything, every stop is there, and every named one has its whole title."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

import pytest

from pipeline.errors import FitError
from pipeline.kinds.career_roadmap.labels import KeyRoom, Placed
from tests.kinds.career_roadmap.labels.maps import Map, drawn, place, random_map
from tests.roadmaps import collisions, marks, titles

MAPS = 160  # of each number of ways in each direction: 2,080 in all
MOST = (2, 4, 6, 8, 25)  # milestones on a way

LARGEST_SHARE = {"across": (0, 0, 0, 0, 0, 0.1, 0.1, 0.1), "down": (0, 0, 0, 0, 0.3)}  # that may be refused

Runs = Literal["across", "down"]


def maps(runs: Runs, ways: int) -> Iterator[tuple[Map, Placed | None]]:
    """Maps by chance with their labels; None where a destination is too long."""
    for seed in range(MAPS):
        found = random_map(1000 * ways + seed, runs, ways, MOST[seed % len(MOST)])
        try:
            yield found, place(found, key_rooms=(KeyRoom(found.free, columns=2),))
        except FitError as error:
            assert_blames_a_title(found, error)
            yield found, None


def assert_blames_a_title(found: Map, error: FitError) -> None:
    """Only a destination or a very long title is refused: all others can be dots."""
    goals = {lane.stations[-1].field for lane in found.lanes if lane.stations}
    long = {station.field for lane in found.lanes for station in lane.stations if len(station.title.text) > 24}
    assert error.problems[0].field in goals | long


@pytest.mark.parametrize(
    ("runs", "ways"), [*(("across", ways) for ways in range(1, 9)), *(("down", ways) for ways in range(1, 6))]
)
def test_no_label_touches_anything_and_no_stop_is_lost(runs: Runs, ways: int) -> None:
    refused = 0
    for found, placed in maps(runs, ways):
        if placed is None:
            refused += 1
            continue
        scene = drawn(found, placed)
        assert collisions(scene) == []
        assert_all_stops_are_there(found, placed, marks(scene))
        assert_named_stops_have_their_titles(found, placed, titles(scene))
    assert refused <= MAPS * LARGEST_SHARE[runs][ways - 1]


def assert_all_stops_are_there(found: Map, placed: Placed, middles: set[tuple[float, float]]) -> None:
    for lane, named, along in zip(found.lanes, placed.named, placed.along, strict=True):
        assert len(along) == len(lane.stations)
        radii = [
            station.radius if number in named else found.lettering.dot for number, station in enumerate(lane.stations)
        ]
        for index, (a, b) in enumerate(pairwise(along)):  # a dot right before the destination stays where it was put
            assert b - a >= (radii[index] + radii[index + 1] if index + 2 < len(along) else 0)
        for place_, station in zip(along, lane.stations, strict=True):
            at = (place_, station.at.y) if lane.runs == "right" else (station.at.x, place_)
            assert (round(at[0], 1), round(at[1], 1)) in middles


def assert_named_stops_have_their_titles(found: Map, placed: Placed, words: dict[str, str]) -> None:
    for lane, named in zip(found.lanes, placed.named, strict=True):
        assert not lane.stations or named[-1] == len(lane.stations) - 1
        for index, station in enumerate(lane.stations):
            is_said = words.get(station.field, "").replace("- ", "").replace("-", "").replace(" ", "")
            expected = station.title.text.replace(" ", "")
            assert expected in is_said if index in named or placed.numbered else not is_said
