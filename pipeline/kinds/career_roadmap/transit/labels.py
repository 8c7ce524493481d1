"""Labels: every stop's title at one size, none touching a line, a mark or another, each with what else fits it.

all, with kind and date      at full size, then smaller, then hyphenated; on one side of each lane, then on two in turn
all, with what they need     the same, then smaller still; kind, date and details then go where they have room
as many as fit               what matters now first, then roles; the rest get a number, and a list tells their titles
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import cycle
from math import inf
from typing import Literal, NamedTuple, TypeAlias

from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.transit import blocks, names
from pipeline.kinds.career_roadmap.transit.blocks import Block, Level, Parts, Words
from pipeline.kinds.career_roadmap.transit.ground import Ground, meet
from pipeline.kinds.career_roadmap.transit.plot import Lane, Plot, Seat, Station
from pipeline.kinds.career_roadmap.words import known
from pipeline.layout.canvas import Canvas
from pipeline.prose import plain

Side: TypeAlias = Literal["below", "above", "right", "beside"]
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


class Label(NamedTuple):
    """A station and what is said at it; of a lane those with the lowest `rank` are named first."""

    station: Station
    words: Words
    rank: int
    parts: tuple[Parts, Parts, Parts]  # what it is to say best, what it has to, and nothing but its title


class Spot(NamedTuple):
    """A label that fits: its side, what it says, how far right it might reach, its block and rectangle."""

    label: Label
    side: Side
    level: Level
    parts: Parts
    limit: float
    block: Block
    rect: Rect


class _Attempt(NamedTuple):
    """One way to label the stations: at a level, with these parts of each, on one side of a lane or on two in turn."""

    level: Level
    parts: int  # which of a label's
    takes_turns: bool


class Labels:
    """The labels of all stops that have room, the destinations' first; `enrich` lets them say more.

    `date` is what a label may tell of a station's time. Destinations' labels stand on the card, and no others.
    """

    def __init__(self, canvas: Canvas, plot: Plot, ground: Ground, date: Callable[[Station], Leaf]) -> None:
        lanes = [_labels(canvas, plot.measures, lane, date) for lane in plot.lanes]
        card = plot.measures.card
        on_card = ground._replace(page=card.inset(ground.gap).intersection(ground.page) or card)
        goals = _Search(plot, lanes, on_card, are_goals=True)
        self._goals = goals.enriched(goals.found(), ())
        taken = [card, *(spot.rect for spot in self._goals)]
        self._search = _Search(plot, lanes, ground.joined_by(taken), are_goals=False)
        self._others = self._search.found()

    @property
    def spots(self) -> list[Spot]:
        """Where they stand and what they say."""
        return [*self._goals, *self._others]

    def enrich(self, boxes: Sequence[Rect]) -> None:
        """Let each say as much more as it has room for, what matters now first, clear of these boxes too."""
        self._others = self._search.enriched(self._others, boxes)


def _labels(canvas: Canvas, at: Measures, lane: Lane, date: Callable[[Station], Leaf]) -> list[Label]:
    """A lane's labels: destination, current, first planned step, roles and the rest are named in this order."""
    planned = next((each for each in lane.stations[:-1] if each.stop.state in ("planned", "optional")), None)
    found = []
    for station in lane.stations:
        words = blocks.words(canvas, at, station.stop, date(station), lane.look.words, is_goal=station.is_goal)
        full = Parts(each for each in ("kind", "date") if words.holds(Parts((each,))))
        parts = full, full & Parts(("date",)) if at.has_plates else Parts(), Parts()
        rank = 3 if plain(station.stop.kind.text) in known("roles") else 4
        rank = 1 if station.stop.state == "current" else 2 if station is planned else rank
        found.append(Label(station, words, 0 if station.is_goal else rank, parts))
    return found


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

    def __init__(self, plot: Plot, lanes: Sequence[Sequence[Label]], ground: Ground, *, are_goals: bool) -> None:
        at = plot.measures
        self.plot, self.ground, self.apart, self.are_goals = plot, ground, at.stop, are_goals
        self.sides, self.away = _sides(at, are_goals=are_goals)
        self.lanes = [[label for label in labels if label.station.is_goal == are_goals] for labels in lanes]
        sizes = [label.words.title.size for labels in self.lanes for label in labels]
        least = min(at.smallest / min(sizes, default=at.smallest), 1.0)
        levels = (GOAL_LEVELS, GOAL_LEVELS) if are_goals else (LEVELS, SMALLER)
        self.levels, self.smaller = (
            tuple(dict.fromkeys(Level(max(each.scale, least), each.hyphenates) for each in some)) for some in levels
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
        for attempt in attempts:
            spots = list[Spot]()
            for labels in self.lanes:
                in_lane = self.in_lane(labels, attempt, spots)
                if in_lane is None:
                    break
                spots += in_lane
            else:
                return spots
        return self.as_fit()

    def in_lane(self, labels: Sequence[Label], attempt: _Attempt, taken: Sequence[Spot]) -> list[Spot] | None:
        """One lane's labels, on its two sides in turn only if one side does not do; None where one does not fit."""
        for sides in (self.sides[:1], self.sides) if attempt.takes_turns else (self.sides[:1],):
            spots = list[Spot]()
            for label, side, after in zip(labels, cycle(sides), (*labels[len(sides) :], None, None)):
                parts, limit = label.parts[attempt.parts], self.limit(label, side, after)
                spot = self.spot(label, side, attempt.level, parts, limit, [*taken, *spots])
                if spot is None:
                    break
                spots.append(spot)
            else:
                return spots
        return None

    def limit(self, label: Label, side: Side, after: Label | None) -> float:
        """How far right a label may reach: to the next one on its side, or the lane's edge.

        Before its destination's mark it ends too, unless it stands above the lane, where that has no label.
        """
        at, lane = self.plot.measures, label.station.seat[0]
        if at.runs == "down":
            return names.column_end(at, lane)
        if self.are_goals:
            return at.card.right - 14 * at.unit
        edge = at.card.x - 4 * at.unit
        if after is None and side == "above":
            return edge
        station = after.station if after else self.plot.lanes[lane].stations[-1]
        return min(edge, station.at.x - station.reach - self.apart)

    def spot(
        self, label: Label, side: Side, level: Level, parts: Parts, limit: float, taken: Sequence[Spot]
    ) -> Spot | None:
        """The label on that side, reaching right to the limit at most, or None where it does not fit."""
        station = label.station
        left = station.at.x + self.away if side in ("right", "beside") else station.at.x - station.reach
        measure = limit - left
        for _ in range(NARROWINGS):
            most = TALL if level is self.smallest else blocks.MOST_LINES
            block = blocks.block(label.words, parts, level, measure, most) if measure > 0 else None
            if block is None:
                return None
            rect = Rect(left, self.top(station, side, block), block.width, block.height)
            if not self.is_near(station, side, block, rect):
                return None
            bar = self.bar(label, side, rect, taken)
            if bar is None:
                return Spot(label, side, level, parts, limit, block, rect)
            narrower = bar.x - rect.x - self.ground.gap
            if narrower >= block.width:
                return None
            measure = narrower
        return None

    def top(self, station: Station, side: Side, block: Block) -> float:
        """Of a block on a side of its station."""
        size = block.rows[0].text.size * block.rows[0].scale
        middle = GOAL_MIDDLE if self.are_goals else MIDDLE
        return {
            "below": station.at.y + self.away,
            "above": station.at.y - self.away - block.height,
            "beside": station.at.y - block.height / 2 + size * 0.06,
            "right": station.at.y + size * (middle - blocks.ASCENT),
        }[side]

    def is_near(self, station: Station, side: Side, block: Block, rect: Rect) -> bool:
        """Whether the letters are no nearer to the next lane's line than to their own."""
        lanes, lane = self.plot.lanes, station.seat[0]
        at, high, low = station.at.y, rect.y + block.capitals, rect.y + block.last
        above = lanes[lane - 1].across if lane else -inf
        below = lanes[lane + 1].across if lane + 1 < len(lanes) else inf
        if side == "beside":
            return high >= (above + at) / 2 and low <= (below + at) / 2
        reach = station.reach if self.are_goals else self.plot.measures.line / 2
        if side == "below":
            return below - reach - low >= high - at - reach
        return side != "above" or high - above >= at - low

    def bar(self, label: Label, side: Side, rect: Rect, taken: Sequence[Spot]) -> Rect | None:
        """What stands in the label's way: something drawn, or another label."""
        key = label.station.seat, side
        if key not in self.rooms:
            reach = REACH_EM * label.words.title.size
            top, height = (rect.y, reach) if side == "below" else (rect.y - reach, 2 * reach)
            self.rooms[key] = self.ground.near(Rect(rect.x, top, self.ground.page.right - rect.x, height))
        above = 0.5 * self.apart if self.are_goals else self.ground.gap
        wide = Rect(rect.x - self.apart, rect.y - above, rect.width + 2 * self.apart, rect.height + 2 * above)
        return self.rooms[key].bar(rect) or next((each.rect for each in taken if meet(each.rect, wide)), None)

    def as_fit(self) -> list[Spot]:
        """The labels that fit at the smallest size when they come one after the other."""
        done, attempt = list[Spot](), _Attempt(self.smallest, 2, takes_turns=True)
        for labels in self.lanes:
            found: list[Spot] = []
            for label in sorted(labels, key=lambda each: each.rank):
                trial = sorted((label, *(spot.label for spot in found)), key=lambda each: each.station.seat)
                spots = self.in_lane(trial, attempt, done)
                found = found if spots is None else spots
            done += found
        return done

    def enriched(self, spots: Sequence[Spot], boxes: Sequence[Rect]) -> list[Spot]:
        """The labels, each with as much more as it has room for, what matters now first, clear of these boxes too."""
        self.ground, self.rooms = self.ground.joined_by(boxes), {}
        found = list(spots)
        for at in sorted(range(len(found)), key=lambda at: found[at].label.rank):
            label, side, level, parts, limit, *_ = found[at]
            others = [*found[:at], *found[at + 1 :]]
            richer = (each for each in RICHER if label.words.holds(each) and each > parts)
            tries = (self.spot(label, side, level, each, limit, others) for each in richer)
            found[at] = next(filter(None, tries), found[at])
        return found
