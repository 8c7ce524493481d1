"""The first level of size and detail at which all labels fit; then with fewer named; then not at all.

with details:  at full size on one side of each lane, the details of all milestones, or of all destinations
all named:     full size with kind and date, smaller, without them, smaller still
taking turns:  the same on two sides of the lane, where the frame grants a second one
chosen named:  the same once more, the rest are dots
as fit:        one after the other at the smallest level
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

from pipeline.errors import FitError, Problem
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.labels import naming
from pipeline.kinds.career_roadmap.labels.blocks import TALL, Level
from pipeline.kinds.career_roadmap.labels.lengths import too_long
from pipeline.kinds.career_roadmap.labels.placing import Map, Spot
from pipeline.kinds.career_roadmap.labels.wanted import Disc, Lane, Side

Named: TypeAlias = tuple[tuple[int, ...], ...]
"""By lane, the stations that are named, in order; the last is the destination."""


def _levels(*steps: tuple[tuple[float, ...], bool]) -> tuple[Level, ...]:
    return tuple(
        Level(scale, has_meta, hyphenates)
        for scales, has_meta in steps
        for hyphenates in (False, True)
        for scale in scales
    )


DETAILED = Level(1.0, has_meta=True, hyphenates=False, has_details=True)
LEVELS = _levels(((1.0, 0.92), True), ((1.0, 0.92), False), ((0.84,), False))
GOAL_LEVELS = _levels(((1.0, 0.88, 0.78), True), ((0.88, 0.78), False))

LONG = 3.5  # least measures: a title narrower than this is not to blame for having no room
PROBE = "Analyst, level II"  # a title that is not long


class Found(NamedTuple):
    """Labels that fit: which stations are named, at which levels, and where the labels stand."""

    named: Named
    level: Level
    goal_level: Level
    spots: tuple[Spot, ...]


class _Around(NamedTuple):
    """What stands around a lane's labels: other labels, and other lanes' marks."""

    taken: tuple[Rect, ...]
    discs: tuple[Disc, ...]


class _Try(NamedTuple):
    """One way to label the stations: at a level, on one side of each lane or on two in turn."""

    level: Level
    takes_turns: bool


def search(map_: Map) -> Found:
    """The labels of all destinations and of as many stations as fit.

    Raises FitError for a destination, or a milestone that would be too long even alone on its path.
    """
    goal_level, goals = _goals(map_)
    stations = _Stations(map_, goals)
    level, named, spots = stations.found()
    return Found(named, level, goal_level, (*goals, *spots))


def _goals(map_: Map) -> tuple[Level, list[Spot]]:
    """The labels of the destinations, all at one level; raises FitError for the first that does not fit at any."""
    levels = (DETAILED, *GOAL_LEVELS) if any(row[-1].details for row in map_.words if row) else GOAL_LEVELS
    for level in map_.legible(levels, map_.lettering.goal):
        spots, failed = _goals_at(map_, level)
        if failed is None:
            return level, spots
    assert failed is not None
    raise FitError(_too_long_goal(map_, failed, spots))


def _goals_at(map_: Map, level: Level) -> tuple[list[Spot], int | None]:
    """The destinations' labels until one does not fit, and that one's lane."""
    spots: list[Spot] = []
    for index, lane in enumerate(map_.lanes):
        if lane.stations:
            spot = map_.spot(
                index, len(lane.stations) - 1, lane.goal_side, level, lane.goal_edge, (), [each.rect for each in spots]
            )
            if spot is None:
                return spots, index
            spots.append(spot)
    return spots, None


def _too_long_goal(map_: Map, lane: int, spots: Sequence[Spot]) -> Problem:
    """The problem of a destination that does not fit at the smallest size, with the length that would."""
    stop = len(map_.lanes[lane].stations) - 1
    station, taken = map_.lanes[lane].stations[stop], [spot.rect for spot in spots]

    smallest = map_.legible(GOAL_LEVELS, map_.lettering.goal)[-1]

    def fits(title: str) -> bool:
        shorter = map_.with_title(lane, stop, title)
        side, limit = map_.lanes[lane].goal_side, map_.lanes[lane].goal_edge
        return shorter.spot(lane, stop, side, smallest, limit, (), taken) is not None

    return too_long(station.title.text, station.field, fits)


class _Stations:
    """The search for the labels of all stations that are no destinations."""

    def __init__(self, map_: Map, goals: Sequence[Spot]) -> None:
        self.map = map_
        self.taken = [spot.rect for spot in goals]
        self.levels = map_.legible(LEVELS, map_.lettering.title)
        self.smallest = self.levels[-1]._replace(most_lines=TALL)  # where labels are placed one after the other
        self.everything: Named = tuple(tuple(range(len(lane.stations))) for lane in map_.lanes)

    def found(self) -> tuple[Level, Named, list[Spot]]:
        """The best that can be had."""
        whole = self.detailed() or self.at_first_level(self.everything)
        if whole is not None:
            return whole
        some = self.at_first_level(self.chosen())
        if some is None:
            fitting, spots = self.as_fit()
            some = self.at_first_level(fitting) or (self.smallest, fitting, spots)
        return self.filled(*some)

    def detailed(self) -> tuple[Level, Named, list[Spot]] | None:
        """All of them with their details on one side of each lane, or None if there are none or one has no room."""
        has_some = any(words.details for row in self.map.words for words in row[:-1])
        if not has_some or not self.can_be_drawn(self.everything):
            return None
        spots = self.at(_Try(DETAILED, False), self.everything)
        return None if spots is None else (DETAILED, self.everything, spots)

    def at_first_level(self, named: Named) -> tuple[Level, Named, list[Spot]] | None:
        """The first level at which these can be named, if there is one."""
        if not self.can_be_drawn(named):
            return None
        for attempt in self.tries():
            spots = self.at(attempt, named)
            if spots is not None:
                return attempt.level, named, spots
        return None

    def can_be_drawn(self, named: Named) -> bool:
        """Whether the marks of the stations that are named stand clear of one another."""
        lanes = zip(self.map.lanes, named, strict=True)
        return all(naming.marks_stand_clear(*each, self.map.lettering.dot) for each in lanes if len(each[1]) > 1)

    def tries(self) -> Iterator[_Try]:
        """Every level, on one side and then, where the frame grants a second one, on two."""
        for takes_turns in (False, True) if any(len(lane.sides) > 1 for lane in self.map.lanes) else (False,):
            for level in self.levels:
                yield _Try(level, takes_turns)

    def at(self, attempt: _Try, named: Named) -> list[Spot] | None:
        """The labels of the named stations, or None where one does not fit."""
        spots: list[Spot] = []
        for index in range(len(named)):
            in_lane = self.in_lane(attempt, index, named, [spot.rect for spot in spots])
            if in_lane is None:
                return None
            spots += in_lane
        return spots

    def in_lane(self, attempt: _Try, index: int, named: Named, taken: Sequence[Rect]) -> list[Spot] | None:
        """One lane's labels, on its two sides in turn only if one side does not do; None where one does not fit."""
        lane = self.map.lanes[index]
        discs = [disc for other, stops in enumerate(named) if other != index for disc in self.marks(other, stops)]
        around = _Around((*self.taken, *taken), tuple(discs))
        one_side = self.on_sides(attempt.level, index, named[index], lane.sides[:1], around)
        if one_side is None and attempt.takes_turns and len(lane.sides) > 1:
            return self.on_sides(attempt.level, index, named[index], lane.sides, around)
        return one_side

    def on_sides(
        self, level: Level, index: int, stops: Sequence[int], sides: Sequence[Side], around: _Around
    ) -> list[Spot] | None:
        """One lane's labels on these sides in turn, or None where one does not fit."""
        lane, spots = self.map.lanes[index], list[Spot]()
        sides = [sides[number % len(sides)] for number in range(len(stops) - 1)]
        for number, side in enumerate(sides):
            limit = _limit(lane, stops, sides, number, self.map.lettering.apart)
            rects = [*around.taken, *(spot.rect for spot in spots)]
            spot = self.map.spot(index, stops[number], side, level, limit, around.discs, rects)
            if spot is None:
                return None
            spots.append(spot)
        return spots

    def marks(self, index: int, stops: Sequence[int]) -> Iterator[Disc]:
        """The marks of a lane's named stations; its destination's is among the obstacles."""
        stations = self.map.lanes[index].stations
        return (Disc(stations[stop].at, stations[stop].radius) for stop in stops[:-1])

    def chosen(self) -> Named:
        """By lane, all stations where all have room, else those that README's distances leave room for."""
        return tuple(
            naming.chosen(lane, partial(self.need, index), self.map.lettering.dot)
            for index, lane in enumerate(self.map.lanes)
        )

    def need(self, index: int, stop: int) -> float:
        """How many px along the lane a label takes before the next one."""
        lane, lettering = self.map.lanes[index], self.map.lettering
        if self.map.is_goal(index, stop):
            return 0.0
        words, look = self.map.words[index][stop], self.map.look(index, stop)
        if lane.runs == "right":
            return max(lettering.least_measure, words.title.longest) + lettering.apart
        spot = self.map.spot(index, stop, lane.sides[0], self.levels[0], lane.edge, (), ())
        return spot.rect.height + lettering.apart if spot else look.title.size * look.title.leading + lettering.apart

    def filled(self, level: Level, named: Named, spots: list[Spot]) -> tuple[Level, Named, list[Spot]]:
        """The same with more stations named on their lanes' second sides, where those have room."""
        rows, found = [list(stops) for stops in named], list(spots)
        for index, lane in enumerate(self.map.lanes):
            for stop in naming.order(lane) if len(lane.sides) > 1 else ():
                spot = None if stop in rows[index] else self.on_second_side(level, index, stop, rows, found)
                if spot is not None:
                    rows[index] = sorted([*rows[index], stop])
                    found.append(spot)
        return level, tuple(map(tuple, rows)), found

    def on_second_side(
        self, level: Level, index: int, stop: int, named: Sequence[Sequence[int]], spots: Sequence[Spot]
    ) -> Spot | None:
        """The label of one more station, if it has room without moving another, and its mark has."""
        lane = self.map.lanes[index]
        row = sorted([stop, *(spot.stop for spot in spots if spot.lane == index and spot.side == lane.sides[1])])
        along = [naming.position(lane, each) for each in row]
        if any(b - a < self.need(index, each) for each, a, b in zip(row, along, along[1:], strict=False)):
            return None
        rects = [*self.taken, *(spot.rect for spot in spots)]
        if not self.stands_clear(index, sorted([*named[index], stop]), rects):
            return None
        stops = [*row, len(lane.stations) - 1]
        limit = _limit(lane, stops, [lane.sides[1]] * len(row), row.index(stop), self.map.lettering.apart)
        discs = [disc for other, each in enumerate(named) if other != index for disc in self.marks(other, each)]
        return self.map.spot(index, stop, lane.sides[1], level, limit, discs, rects)

    def as_fit(self) -> tuple[Named, list[Spot]]:
        """By lane, the stations whose labels fit at the smallest level when they come one after the other.

        Raises FitError for a title that is too long where a short one would have room.
        """
        named = [stops[-1:] for stops in self.everything]
        attempt = _Try(self.smallest, False)
        done: list[Spot] = []
        for index, lane in enumerate(self.map.lanes):
            found: list[Spot] = []
            for stop in naming.order(lane)[1:]:
                trial = tuple(sorted((*named[index], stop)))
                spots = self._spots(attempt, index, trial, named, [spot.rect for spot in done])
                if spots is not None:
                    named[index], found = trial, spots
                else:
                    self.blame(index, stop)
            done += found
        return tuple(named), done

    def blame(self, index: int, stop: int) -> None:
        """Raise FitError if the title is too long even where paths begin, alone on its path."""
        lane, station = self.map.lanes[index], self.map.lanes[index].stations[stop]
        if self.map.words[index][stop].title.width < LONG * self.map.lettering.least_measure:
            return
        limit = _limit(lane, (stop, len(lane.stations) - 1), lane.sides[:1], 0, self.map.lettering.apart)
        begin = min(naming.position(each, 0) for each in self.map.lanes if each.stations)

        def fits(title: str) -> bool:
            alone = self.map.with_title(index, stop, title, begin)
            return alone.spot(index, stop, lane.sides[0], self.smallest, limit, (), self.taken) is not None

        if not fits(station.title.text) and fits(PROBE):
            raise FitError(too_long(station.title.text, station.field, fits))

    def _spots(
        self, attempt: _Try, index: int, trial: tuple[int, ...], named: Sequence[tuple[int, ...]], taken: Sequence[Rect]
    ) -> list[Spot] | None:
        """The lane's labels with these stations named, if their marks stand clear of all labels too."""
        if not self.stands_clear(index, trial, [*taken, *self.taken]):
            return None
        return self.in_lane(attempt, index, (*named[:index], trial, *named[index + 1 :]), taken)

    def stands_clear(self, index: int, stops: Sequence[int], rects: Sequence[Rect]) -> bool:
        """Whether the marks of a lane's named stations touch neither one another nor a label."""
        if not naming.marks_stand_clear(self.map.lanes[index], stops, self.map.lettering.dot):
            return False
        marks = self.map.obstacles._replace(rects=(), cards=(), discs=tuple(self.marks(index, stops)))
        return all(marks.bar(rect) is None for rect in rects)


def _limit(lane: Lane, named: Sequence[int], sides: Sequence[Side], number: int, apart: float) -> float:
    """How far right the label of a named station may reach: to the next one on its side, or the lane's edge.

    Before its destination's mark it ends too, unless it stands above the lane, where that has no label.
    """
    if lane.runs == "down":
        return lane.edge
    following = next((other for other in range(number + 1, len(sides)) if sides[other] == sides[number]), None)
    if following is None and sides[number] == "above":
        return lane.edge
    station = lane.stations[named[-1 if following is None else following]]
    return min(lane.edge, station.at.x - station.radius - apart)
