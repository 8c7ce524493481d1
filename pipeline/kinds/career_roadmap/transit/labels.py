"""Labels: every stop's title at one size, none touching a line, a mark or another, each with what else fits it.

all, with kind and date      at full size, then smaller, then hyphenated; on one side of each lane, then on two in turn
all, with what they need     the same, then smaller still; kind, date and details then go where they have room
as many as fit               what matters now first, then roles; the rest get a number, and a list tells their titles
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.model import Stop
from pipeline.kinds.career_roadmap.transit import blocks
from pipeline.kinds.career_roadmap.transit.blocks import Block, Level, Parts, Words
from pipeline.kinds.career_roadmap.transit.ground import Ground, meet
from pipeline.kinds.career_roadmap.words import known
from pipeline.prose import plain

Side: TypeAlias = Literal["below", "above", "right", "beside"]
Seat: TypeAlias = tuple[int, int]
"""A lane and one of its stops."""

LEVELS = tuple(Level(scale, hyphenates) for hyphenates in (False, True) for scale in (1.0, 0.92))
SMALLER = (*LEVELS, Level(0.84), Level(0.84, hyphenates=True))
GOAL_LEVELS = (Level(1.0), Level(0.88), Level(0.78), *(Level(scale, hyphenates=True) for scale in (1.0, 0.88, 0.78)))
RICHER = (  # what a label may say besides its title, the most first: a kind gives way before a date
    Parts(True, True, True), Parts(True, True), Parts(False, True, True), Parts(False, True), Parts(True, False, True),
    Parts(True), Parts(False, False, True),
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
    needs_date: bool


class Lane(NamedTuple):
    """One path's stations in the order of time, the last of them its destination.

    `sides` is where labels may stand, the first preferred. `away` is from a station's middle to its label. `edge` and
    `goal_edge` are how far right labels may reach; `half` is half the line's width, `above` and `below` where the next
    lanes' lines begin, to which no letter is nearer than to its own.
    """

    runs: Literal["right", "down"]
    stations: tuple[Station, ...]
    sides: tuple[Side, ...]
    goal_side: Side
    away: float
    goal_away: float
    edge: float
    goal_edge: float
    half: float
    above: float
    below: float

    @property
    def goal(self) -> int:
        """Which of the stations is the destination; -1 without any."""
        return len(self.stations) - 1


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
    parts: Callable[[Station], Parts]
    takes_turns: bool


def ranks(stops: Sequence[Stop]) -> tuple[int, ...]:
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


class Labels:
    """The labels of all stops that have room, the destinations' first; `enrich` lets them say more.

    Between labels on one height there is `apart`; destinations' stand on the card, and no others. No text is smaller
    than `smallest`.
    """

    def __init__(self, lanes: Sequence[Lane], ground: Ground, card: Rect, apart: float, smallest: float) -> None:
        on_card = ground._replace(page=card.inset(ground.gap).intersection(ground.page) or card)
        goals = _Search(lanes, on_card, apart, smallest, are_goals=True)
        self._goals = goals.enriched(goals.found(), ())
        taken = [card, *(spot.rect for spot in self._goals)]
        self._search = _Search(lanes, ground.joined_by(taken), apart, smallest, are_goals=False)
        self._others = self._search.found()

    @property
    def spots(self) -> list[Spot]:
        """Where they stand and what they say."""
        return [*self._goals, *self._others]

    def enrich(self, boxes: Sequence[Rect]) -> None:
        """Let each say as much more as it has room for, what matters now first, clear of these boxes too."""
        self._others = self._search.enriched(self._others, boxes)


class _Search:
    """The search for the labels of all destinations, or for those of all other stations."""

    def __init__(
        self, lanes: Sequence[Lane], ground: Ground, apart: float, smallest: float, *, are_goals: bool
    ) -> None:
        self.lanes, self.ground, self.apart, self.are_goals = lanes, ground, apart, are_goals
        self.everything = [
            tuple(each for each in range(len(lane.stations)) if (each == lane.goal) == are_goals) for lane in lanes
        ]
        stations = [lane.stations[at] for lane, its in zip(lanes, self.everything, strict=True) for at in its]
        least = min(smallest / min((each.words.title.size for each in stations), default=smallest), 1.0)
        levels = (GOAL_LEVELS, GOAL_LEVELS) if are_goals else (LEVELS, SMALLER)
        self.levels, self.smaller = (
            tuple(dict.fromkeys(each._replace(scale=max(each.scale, least)) for each in some)) for some in levels
        )
        self.smallest = Level(min(each.scale for each in self.smaller), hyphenates=True)
        self.rooms: dict[tuple[Seat, Side], Ground] = {}

    def found(self) -> list[Spot]:
        """The best that can be had."""
        can_take_turns = not self.are_goals and any(len(lane.sides) > 1 for lane in self.lanes)
        attempts = (
            _Attempt(level, parts, takes_turns)
            for levels, parts in ((self.levels, _full), (self.smaller, _needed), (self.smaller, _title))
            for takes_turns in ((False, True) if can_take_turns else (False,))
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
        lane = self.lanes[index]
        sides: tuple[Side, ...] = (lane.goal_side,) if self.are_goals else lane.sides
        in_turn = range(1, len(sides) + 1) if attempt.takes_turns else (1,)
        tries = (self.on_sides(index, stops, sides[:count], attempt, taken) for count in in_turn)
        return next((spots for spots in tries if spots is not None), None)

    def on_sides(
        self, index: int, stops: Sequence[int], sides: Sequence[Side], attempt: _Attempt, taken: Sequence[Spot]
    ) -> list[Spot] | None:
        """One lane's labels on these sides in turn, or None where one does not fit."""
        lane, spots = self.lanes[index], list[Spot]()
        for number, stop in enumerate(stops):
            side = sides[number % len(sides)]
            next_one = stops[number + len(sides)] if number + len(sides) < len(stops) else None
            parts, limit = attempt.parts(lane.stations[stop]), self.limit(lane, side, next_one)
            spot = self.spot((index, stop), side, attempt.level, parts, limit, [*taken, *spots])
            if spot is None:
                return None
            spots.append(spot)
        return spots

    def limit(self, lane: Lane, side: Side, next_one: int | None) -> float:
        """How far right a label may reach: to the next one on its side, or the lane's edge.

        Before its destination's mark it ends too, unless it stands above the lane, where that has no label.
        """
        if self.are_goals:
            return lane.goal_edge
        if lane.runs == "down" or (next_one is None and side == "above"):
            return lane.edge
        station = lane.stations[lane.goal if next_one is None else next_one]
        return min(lane.edge, station.at.x - station.reach - self.apart)

    def spot(
        self, seat: Seat, side: Side, level: Level, parts: Parts, limit: float, taken: Sequence[Spot]
    ) -> Spot | None:
        """The label on that side, reaching right to the limit at most, or None where it does not fit."""
        lane, station = self.lanes[seat[0]], self.lanes[seat[0]].stations[seat[1]]
        away = lane.goal_away if self.are_goals else lane.away
        measure = limit - (station.at.x + away if side in ("right", "beside") else station.at.x - station.reach)
        for _ in range(NARROWINGS):
            most = TALL if level is self.smallest else blocks.MOST_LINES
            block = blocks.block(station.words, parts, level, measure, most) if measure > 0 else None
            if block is None:
                return None
            rect = _placed(block, station, side, away, is_goal=self.are_goals)
            if not self.is_near(lane, side, station, block, rect):
                return None
            bar = self.bar(seat, side, rect, taken)
            if bar is None:
                return Spot(*seat, side, level, parts, limit, block, rect)
            narrower = bar.x - rect.x - self.ground.gap
            if narrower >= block.width:
                return None
            measure = narrower
        return None

    def is_near(self, lane: Lane, side: Side, station: Station, block: Block, rect: Rect) -> bool:
        """Whether the letters are no nearer to the next lane's line than to their own."""
        at, high, low = station.at.y, rect.y + block.capitals, rect.y + block.last
        above, below = lane.above - lane.half, lane.below + lane.half
        if side == "beside":
            return high >= (above + at) / 2 and low <= (below + at) / 2
        reach = station.reach if self.are_goals else lane.half
        if side == "below":
            return below - reach - low >= high - at - reach
        return side != "above" or high - above >= at - low

    def bar(self, seat: Seat, side: Side, rect: Rect, taken: Sequence[Spot]) -> Rect | None:
        """What stands in the label's way: something drawn, or another label."""
        if (seat, side) not in self.rooms:
            station = self.lanes[seat[0]].stations[seat[1]]
            reach = REACH_EM * station.words.title.size
            top, height = (rect.y, reach) if side == "below" else (rect.y - reach, 2 * reach)
            self.rooms[seat, side] = self.ground.near(Rect(rect.x, top, self.ground.page.right - rect.x, height))
        above = 0.5 * self.apart if self.are_goals else self.ground.gap
        wide = Rect(rect.x - self.apart, rect.y - above, rect.width + 2 * self.apart, rect.height + 2 * above)
        return self.rooms[seat, side].bar(rect) or next((each.rect for each in taken if meet(each.rect, wide)), None)

    def as_fit(self) -> list[Spot]:
        """The labels that fit at the smallest size when they come one after the other."""
        done, attempt = list[Spot](), _Attempt(self.smallest, _title, takes_turns=True)
        for index, lane in enumerate(self.lanes):
            found: list[Spot] = []
            for stop in sorted(self.everything[index], key=lambda each: (lane.stations[each].rank, each)):
                trial = sorted((stop, *(spot.stop for spot in found)))
                spots = self.in_lane(index, trial, attempt, done)
                found = found if spots is None else spots
            done += found
        return done

    def enriched(self, spots: Sequence[Spot], boxes: Sequence[Rect]) -> list[Spot]:
        """The labels, each with as much more as it has room for, what matters now first, clear of these boxes too."""
        self.ground, self.rooms = self.ground.joined_by(boxes), {}
        found = list(spots)
        order = sorted(range(len(found)), key=lambda at: self.lanes[found[at].lane].stations[found[at].stop].rank)
        for at in order:
            lane, stop, side, level, parts, limit, *_ = found[at]
            words, others = self.lanes[lane].stations[stop].words, [*found[:at], *found[at + 1 :]]
            for richer in RICHER:
                if words.holds(richer) and richer != parts and all(a >= b for a, b in zip(richer, parts, strict=True)):
                    spot = self.spot((lane, stop), side, level, richer, limit, others)
                    if spot is not None:
                        found[at] = spot
                        break
        return found


def _full(station: Station) -> Parts:
    return Parts(bool(station.words.kind), bool(station.words.date))


def _needed(station: Station) -> Parts:
    return Parts(has_date=station.needs_date)


def _title(_: Station) -> Parts:
    return Parts()


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
