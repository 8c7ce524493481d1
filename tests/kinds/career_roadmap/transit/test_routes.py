"""Tests of the ways' courses: equal gaps, smooth turns, no crossing, and stations in their places."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, dist, hypot, pi

import pytest

from pipeline.curves import flatten
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.transit import plot
from pipeline.scene import Outline, Segment
from tests.kinds.career_roadmap.maps import made, measured

SIZES = ("og", "wide", "portrait", "square", "story", "pin", "1500x500", "500x1500")
WAYS = range(1, 9)
FINE = 0.01  # px, by which flattened turns stray


def every_measures() -> list[Measures]:
    found = [measured(size, ways) for size in SIZES for ways in WAYS]
    found += [measured(size, ways, orientation="vertical") for size in ("og", "portrait") for ways in WAYS]
    return found + [measured(size, ways, orientation="horizontal") for size in ("portrait", "square") for ways in WAYS]


def courses(measures: Measures) -> list[Outline]:
    """The course of each path."""
    return [plot.course(measures, path) for path in range(measures.paths)]


def points(route: Outline) -> list[tuple[float, float]]:
    return flatten(route, FINE)[0].points


def distance(at: tuple[float, float], line: list[tuple[float, float]]) -> float:
    """How far a point is from a chain of points."""
    return min(_to_piece(at, a, b) for a, b in pairwise(line))


def _to_piece(at: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / square)) if square else 0.0
    return hypot(at[0] - a[0] - along * dx, at[1] - a[1] - along * dy)


def samples(line: list[tuple[float, float]], step: float) -> list[tuple[float, float]]:
    """Points along a chain, no further than `step` apart."""
    found = []
    for (x0, y0), (x1, y1) in pairwise(line):
        pieces = max(1, round(hypot(x1 - x0, y1 - y0) / step))
        found += [(x0 + (x1 - x0) * i / pieces, y0 + (y1 - y0) * i / pieces) for i in range(pieces)]
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("ways", [2, 3, 5, 8])
def test_gaps_in_the_bundle_are_equal_inside_the_turns_too(size: str, ways: int) -> None:
    measures = measured(size, ways)
    found = [points(route) for route in courses(measures)]
    for one, other in pairwise(found):
        shared = [at for at in samples(one, 3 * measures.unit) if _is_in_bundle(measures, at)]
        assert len(shared) > 20
        assert all(abs(distance(at, other) - measures.pitch) < 0.1 for at in shared)


def _is_in_bundle(measures: Measures, at: tuple[float, float]) -> bool:
    """Whether all ways still run side by side there."""
    if measures.drops:
        return measures.today + 1 <= at[0] and at[1] < measures.first_lane - measures.bend - 1
    if measures.runs == "right":
        return measures.today + 1 <= at[0] and at[1] > measures.last_lane + measures.bend + 1
    return measures.today + 1 <= at[0] and at[1] < measures.split - measures.bend - measures.pitch


@pytest.mark.parametrize("size", ["portrait", "square", "story"])
def test_ways_that_turn_aside_together_keep_their_gaps(size: str) -> None:
    measures = measured(size, 3)
    found = [points(route) for route in courses(measures)]
    corner = measures.rise + measures.pitch / 2 + measures.bend  # where the shared turn ends
    for one, other in pairwise(found[1:]):
        turn = [at for at in samples(one, 2) if at[0] < corner - 1 and at[1] > measures.split - measures.bend]
        assert len(turn) > 10
        assert all(abs(distance(at, other) - measures.pitch) < 0.1 for at in turn)


@pytest.mark.parametrize("measures", every_measures(), ids=lambda each: f"{each.width:.0f}-{each.paths}")
def test_no_line_comes_nearer_to_another_than_the_bundle_has_them(measures: Measures) -> None:
    found = [points(route) for route in courses(measures)]
    for one, other in pairwise(found):
        assert min(distance(at, other) for at in samples(one, 12 * measures.unit)) > measures.pitch - 0.1


@pytest.mark.parametrize("measures", every_measures(), ids=lambda each: f"{each.width:.0f}-{each.paths}")
def test_tangents_are_continuous(measures: Measures) -> None:
    for route in courses(measures):
        pieces = [(a, b) for a, b in pairwise(route) if dist(end(a), end(b)) > 1e-6]
        heads = [_directions(before, after) for before, after in pieces]
        for (_, leaving), (entering, _) in pairwise(heads):
            turned = (entering - leaving + pi) % (2 * pi) - pi
            assert abs(turned) < 1e-6


def end(piece: Segment) -> tuple[float, float]:
    """Where a piece ends."""
    _, *values = piece
    return values[-2], values[-1]


def _directions(before: Segment, after: Segment) -> tuple[float, float]:
    """The directions at both ends of the piece `after`."""
    _, *values = after
    points = [end(before), *zip(values[::2], values[1::2], strict=True)]
    ends = (points[0], points[1]), (points[-2], points[-1])
    found = [atan2(b[1] - a[1], b[0] - a[0]) for a, b in ends]
    return found[0], found[1]


def test_turns_are_quarter_circles() -> None:
    measures = measured("og", 3)
    for way, route in enumerate(courses(measures)):
        radius = measures.turn + measures.offset(way)
        center = measures.rise - measures.turn, measures.trunk - measures.turn
        turn = flatten((("M", center[0], center[1] + radius), route[2]), FINE)[0].points
        assert all(abs(hypot(x - center[0], y - center[1]) - radius) < 0.03 for x, y in turn)


@pytest.mark.parametrize("milestones", [1, 4, 25])
@pytest.mark.parametrize("size", SIZES)
def test_stations_stand_on_their_lines_in_the_order_of_time(size: str, milestones: int) -> None:
    found = made(5, milestones)
    measures = measured(size, 5)
    for route, lane, along in zip(
        courses(measures), plot.lanes(measures), plot.stop_places(found, measures), strict=True
    ):
        line = points(route)
        assert all(distance(measures.point(place, lane), line) < 0.05 for place in along)
        assert all(a < b for a, b in pairwise(along))
        assert along[-1] == measures.last_tick
        assert along[0] >= measures.lane_start - 0.01 or milestones == 1


def test_stations_stand_below_the_phase_they_fall_on() -> None:
    found = made(3)
    measures = measured("og", 3)
    assert plot.tick_places(found, measures) == pytest.approx((488, 648, 808, 1000))
    assert plot.place(found, measures, 6) == pytest.approx(648)
    assert plot.place(found, measures, 9) == pytest.approx(728)


def test_two_stops_of_one_day_stand_apart() -> None:
    found = made(2)
    way = found.paths[0]
    same = way._replace(stops=tuple(stop._replace(at=6.0) for stop in way.stops))
    measures = measured("og", 2)
    along, _ = plot.stop_places(found._replace(paths=(same, found.paths[1])), measures)
    assert min(b - a for a, b in pairwise(along)) >= 2 * measures.station_reach


def test_without_a_scale_stops_stand_at_equal_steps() -> None:
    found = made(2)._replace(ticks=(), axis="none")
    along, _ = plot.stop_places(found, measured("og", 2))
    assert [round(b - a, 3) for a, b in pairwise(along)] == pytest.approx([170.667] * 3)
