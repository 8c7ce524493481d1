"""Labels: every stop's title at one size, none touching a line, a mark or another, each with what else fits it.

all, with kind and date      at full size, then smaller, then hyphenated; on one side of each lane, then on two in turn
all, with what they need     the same, then smaller still; kind, date and details then go where they have room
as many as fit               what matters now first, then roles; the rest get a number, and a list tells their titles
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf
from typing import Literal, TypeAlias

from pipeline.content import Leaf
from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Stop
from pipeline.kinds.career_roadmap.transit import blocks, names
from pipeline.kinds.career_roadmap.transit.blocks import Block, Level, Parts, Words
from pipeline.kinds.career_roadmap.transit.ground import Ground, meet
from pipeline.kinds.career_roadmap.transit.plot import Plot
from pipeline.kinds.career_roadmap.words import known
from pipeline.layout.canvas import Canvas
from pipeline.prose import plain
from pipeline.records import NamedTuple

Side: TypeAlias = Literal["below", "above", "right", "beside"]
Seat: TypeAlias = tuple[int, int]
"""A lane and one of its stops."""

LEVELS = tuple(Level(scale, hyphenates) for hyphenates in (False, True) for scale in (1.0, 0.92))
SMALLER = (*LEVELS, Level(0.84), Level(0.84, hyphenates=True))
GOAL_LEVELS = (Level(1.0), Level(0.88), Level(0.78), *(Level(scale, hyphenates=True) for scale in (1.0, 0.88, 0.78)))
RICHER = (  # what a label may say besides its title, the most first: a kind gives way before a date
    Parts(("kind", "date", "details")), Parts(("kind", "date")), Parts(("date", "details")), Parts(("date",)),
    Parts(("kind", "details")), Parts(("kind",)), Parts(("details",)),
)  # fmt: skip
NARROWINGS = 3  # of a label that something on its right stands in the way of
MIDDLE, GOAL_MIDDLE = 0.33, 0.3  # of the size: how far a baseline is below the middle of its line
TALL = 16  # lines of one title where not all have room
REACH_EM = 28  # of the title: how far from its station a label is looked for


class Station(NamedTuple):
    """One milestone on its lane; `reach` is the radius of its mark, those with the lowest `rank` are named first."""

    at: Point
    reach: float
    words: Words
    rank: int
    parts: tuple[Parts, Parts, Parts]  # what its label is to say best, what it has to, and nothing but its title


class Spot(NamedTuple):
    """A label that fits: its station, side, what it says, its block and rectangle."""

    lane: int
    stop: int
    side: Side
    level: Level
    parts: Parts
    limit: float
    block: Block
    rect: Rect


class _Attempt(NamedTuple):
    """One way to label the stations: at a level, with these parts of each, on one side of a lane or on two in turn."""

    level: Level
    parts: int  # which of a station's
    takes_turns: bool


class Labels:
    """The labels of all stops that have room, the destinations' first; `enrich` lets them say more.

    `dates` are what a label may tell of each stop's time. Destinations' labels stand on the card, and no others.
    """

    def __init__(self, canvas: Canvas, plot: Plot, ground: Ground, dates: Mapping[Seat, Leaf]) -> None:
        stations, card = _stations(canvas, plot, dates), plot.measures.card
        on_card = ground._replace(page=card.inset(ground.gap).intersection(ground.page) or card)
        goals = _Search(plot, stations, on_card, are_goals=True)
        self._goals = goals.enriched(goals.found(), ())
        taken = [card, *(spot.rect for spot in self._goals)]
        self._search = _Search(plot, stations, ground.joined_by(taken), are_goals=False)
        self._others = self._search.found()

    @property
    def spots(self) -> list[Spot]:
        """Where they stand and what they say."""
        return [*self._goals, *self._others]

    def enrich(self, boxes: Sequence[Rect]) -> None:
        """Let each say as much more as it has room for, what matters now first, clear of these boxes too."""
        self._others = self._search.enriched(self._others, boxes)


def _stations(canvas: Canvas, plot: Plot, dates: Mapping[Seat, Leaf]) -> dict[Seat, Station]:
    at, found = plot.measures, {}
    for lane, (path, look) in enumerate(zip(plot.plan.paths, plot.looks, strict=True)):
        order = _ranks(path.stops)
        for number, stop in enumerate(path.stops):
            seat, is_goal = (lane, number), number == len(path.stops) - 1
            words = blocks.words(canvas, at, stop, dates[seat], look.words, is_goal=is_goal)
            reach = at.goal_reach if is_goal else at.station_reach
            place = plot.spot(lane, plot.places[lane][number])
            found[seat] = Station(place, reach, words, order[number], _parts(words, at))
    return found


def _parts(words: Words, at: Measures) -> tuple[Parts, Parts, Parts]:
    """A stop's kind and date, what of them cannot be done without, and neither."""
    full = Parts(each for each in ("kind", "date") if words.holds(Parts((each,))))
    return full, full & Parts(("date",)) if at.has_plates else Parts(), Parts()


def _ranks(stops: Sequence[Stop]) -> tuple[int, ...]:
    """How soon each of a path's stops is named: destination, current, first planned step, roles, the rest."""
    planned = next((index for index, stop in enumerate(stops[:-1]) if stop.state in ("planned", "optional")), None)
    return tuple(
        0 if index == len(stops) - 1 else 2 if index == planned and stop.state != "current" else _rank(stop)
        for index, stop in enumerate(stops)
    )


def _rank(stop: Stop) -> int:
    if stop.state == "current":
        return 1
    return 3 if plain(stop.kind.text) in known("roles") else 4


def _sides(at: Measures, *, are_goals: bool) -> tuple[tuple[Side, ...], float]:
    """Where labels may stand, the first side preferred, and how far from the middles of their marks."""
    unit = at.unit
    if at.runs == "down":
        away = at.station_reach + at.gap + at.away
        return ("right",), max(away + 3 * unit, at.goal_reach + at.gap + 2 * unit) if are_goals else away
    if not are_goals:
        return ("below", "above"), at.station + 0.3 * at.line + at.away
    if at.goals_stand_beside:
        return ("beside",), at.goal_reach + at.gap + 9 * unit
    return ("below",), at.goal_radius + 0.3 * at.line + at.goal_away


class _Search:
    """The search for the labels of all destinations, or for those of all other stations.

    Between labels on one height there is the size of a title. No text is smaller than the smallest.
    """

    def __init__(self, plot: Plot, stations: Mapping[Seat, Station], ground: Ground, *, are_goals: bool) -> None:
        at = plot.measures
        self.plot, self.stations, self.ground, self.apart, self.are_goals = plot, stations, ground, at.stop, are_goals
        self.sides, self.away = _sides(at, are_goals=are_goals)
        lasts = [len(path.stops) - 1 for path in plot.plan.paths]
        self.everything = [[last] * (last >= 0) if are_goals else [*range(last)] for last in lasts]
        sizes = [stations[lane, stop].words.title.size for lane, stops in enumerate(self.everything) for stop in stops]
        least = min(at.smallest / min(sizes, default=at.smallest), 1.0)
        levels = (GOAL_LEVELS, GOAL_LEVELS) if are_goals else (LEVELS, SMALLER)
        self.levels, self.smaller = (
            tuple(dict.fromkeys(each._replace(scale=max(each.scale, least)) for each in some)) for some in levels
        )
        self.smallest = Level(min(each.scale for each in self.smaller), hyphenates=True)
        self.rooms: dict[tuple[Seat, Side], Ground] = {}

    def found(self) -> list[Spot]:
        """The best that can be had."""
        attempts = (
            _Attempt(level, parts, takes_turns)
            for levels, parts in ((self.levels, 0), (self.smaller, 1), (self.smaller, 2))
            for takes_turns in ((False, True) if len(self.sides) > 1 else (False,))
            for level in levels
        )
        return next((spots for each in attempts if (spots := self.all_of(each)) is not None), None) or self.as_fit()

    def all_of(self, attempt: _Attempt) -> list[Spot] | None:
        """The labels of all stations, or None where one does not fit."""
        spots: list[Spot] = []
        for index, stops in enumerate(self.everything):
            in_lane = self.in_lane(index, stops, attempt, spots)
            if in_lane is None:
                return None
            spots += in_lane
        return spots

    def in_lane(self, index: int, stops: Sequence[int], attempt: _Attempt, taken: Sequence[Spot]) -> list[Spot] | None:
        """One lane's labels, on its two sides in turn only if one side does not do; None where one does not fit."""
        in_turn = range(1, len(self.sides) + 1) if attempt.takes_turns else (1,)
        tries = (self.on_sides(index, stops, self.sides[:count], attempt, taken) for count in in_turn)
        return next((spots for spots in tries if spots is not None), None)

    def on_sides(
        self, index: int, stops: Sequence[int], sides: Sequence[Side], attempt: _Attempt, taken: Sequence[Spot]
    ) -> list[Spot] | None:
        """One lane's labels on these sides in turn, or None where one does not fit."""
        spots = list[Spot]()
        for number, stop in enumerate(stops):
            side = sides[number % len(sides)]
            next_one = stops[number + len(sides)] if number + len(sides) < len(stops) else None
            parts, limit = self.stations[index, stop].parts[attempt.parts], self.limit(index, side, next_one)
            spot = self.spot((index, stop), side, attempt.level, parts, limit, [*taken, *spots])
            if spot is None:
                return None
            spots.append(spot)
        return spots

    def limit(self, lane: int, side: Side, next_one: int | None) -> float:
        """How far right a label may reach: to the next one on its side, or the lane's edge.

        Before its destination's mark it ends too, unless it stands above the lane, where that has no label.
        """
        at = self.plot.measures
        if at.runs == "down":
            return names.column_end(at, self.plot.routes, lane)
        if self.are_goals:
            return at.card.right - 14 * at.unit
        edge = at.card.x - 4 * at.unit
        if next_one is None and side == "above":
            return edge
        station = self.stations[lane, len(self.plot.places[lane]) - 1 if next_one is None else next_one]
        return min(edge, station.at.x - station.reach - self.apart)

    def spot(
        self, seat: Seat, side: Side, level: Level, parts: Parts, limit: float, taken: Sequence[Spot]
    ) -> Spot | None:
        """The label on that side, reaching right to the limit at most, or None where it does not fit."""
        station, away = self.stations[seat], self.away
        measure = limit - (station.at.x + away if side in ("right", "beside") else station.at.x - station.reach)
        for _ in range(NARROWINGS):
            most = TALL if level is self.smallest else blocks.MOST_LINES
            block = blocks.block(station.words, parts, level, measure, most) if measure > 0 else None
            if block is None:
                return None
            rect = _placed(block, station, side, away, is_goal=self.are_goals)
            if not self.is_near(seat, side, block, rect):
                return None
            bar = self.bar(seat, side, rect, taken)
            if bar is None:
                return Spot(*seat, side, level, parts, limit, block, rect)
            narrower = bar.x - rect.x - self.ground.gap
            if narrower >= block.width:
                return None
            measure = narrower
        return None

    def is_near(self, seat: Seat, side: Side, block: Block, rect: Rect) -> bool:
        """Whether the letters are no nearer to the next lane's line than to their own."""
        station, lanes, lane = self.stations[seat], self.plot.routes, seat[0]
        at, high, low = station.at.y, rect.y + block.capitals, rect.y + block.last
        above = lanes[lane - 1].lane if lane else -inf
        below = lanes[lane + 1].lane if lane + 1 < len(lanes) else inf
        if side == "beside":
            return high >= (above + at) / 2 and low <= (below + at) / 2
        reach = station.reach if self.are_goals else self.plot.measures.line / 2
        if side == "below":
            return below - reach - low >= high - at - reach
        return side != "above" or high - above >= at - low

    def bar(self, seat: Seat, side: Side, rect: Rect, taken: Sequence[Spot]) -> Rect | None:
        """What stands in the label's way: something drawn, or another label."""
        if (seat, side) not in self.rooms:
            reach = REACH_EM * self.stations[seat].words.title.size
            top, height = (rect.y, reach) if side == "below" else (rect.y - reach, 2 * reach)
            self.rooms[seat, side] = self.ground.near(Rect(rect.x, top, self.ground.page.right - rect.x, height))
        above = 0.5 * self.apart if self.are_goals else self.ground.gap
        wide = Rect(rect.x - self.apart, rect.y - above, rect.width + 2 * self.apart, rect.height + 2 * above)
        return self.rooms[seat, side].bar(rect) or next((each.rect for each in taken if meet(each.rect, wide)), None)

    def as_fit(self) -> list[Spot]:
        """The labels that fit at the smallest size when they come one after the other."""
        done, attempt = list[Spot](), _Attempt(self.smallest, 2, takes_turns=True)
        for index, stops in enumerate(self.everything):
            found: list[Spot] = []
            for stop in sorted(stops, key=lambda each: (self.stations[index, each].rank, each)):
                trial = sorted((stop, *(spot.stop for spot in found)))
                spots = self.in_lane(index, trial, attempt, done)
                found = found if spots is None else spots
            done += found
        return done

    def enriched(self, spots: Sequence[Spot], boxes: Sequence[Rect]) -> list[Spot]:
        """The labels, each with as much more as it has room for, what matters now first, clear of these boxes too."""
        self.ground, self.rooms = self.ground.joined_by(boxes), {}
        found = list(spots)
        order = sorted(range(len(found)), key=lambda at: self.stations[found[at][:2]].rank)
        for at in order:
            lane, stop, side, level, parts, limit, *_ = found[at]
            words, others = self.stations[lane, stop].words, [*found[:at], *found[at + 1 :]]
            for richer in RICHER:
                if words.holds(richer) and richer > parts:
                    spot = self.spot((lane, stop), side, level, richer, limit, others)
                    if spot is not None:
                        found[at] = spot
                        break
        return found


def _placed(block: Block, station: Station, side: Side, away: float, *, is_goal: bool) -> Rect:
    """The block's rectangle on a side of its station."""
    at, first = station.at, block.rows[0]
    size = first.text.size * first.scale
    middle = GOAL_MIDDLE if is_goal else MIDDLE
    x = at.x + away if side in ("right", "beside") else at.x - station.reach
    top = {
        "below": at.y + away,
        "above": at.y - away - block.height,
        "beside": at.y - block.height / 2 + size * 0.06,
        "right": at.y + size * (middle - blocks.ASCENT),
    }[side]
    return Rect(x, top, block.width, block.height)
