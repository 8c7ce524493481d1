"""Where one label stands: on a side of its station, as wide as it may be, free of all that is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.labels import blocks
from pipeline.kinds.career_roadmap.labels.blocks import Block, Level, Look, Words
from pipeline.kinds.career_roadmap.labels.measuring import Scale
from pipeline.kinds.career_roadmap.labels.obstacles import Obstacles, any_meets
from pipeline.kinds.career_roadmap.labels.wanted import Disc, Ground, Lane, Lettering, Side, Station
from pipeline.typography import TextStyle

NARROWINGS = 3  # of a label that something on its right stands in the way of
TALLEST = 28  # sizes of the title; how far down a label is looked for at most


class Spot(NamedTuple):
    """A label that fits: its station, side, block and rectangle."""

    lane: int
    stop: int
    side: Side
    block: Block
    rect: Rect


class Map(NamedTuple):
    """The map before its labels, with their texts measured; what is near a station is looked up once."""

    lanes: tuple[Lane, ...]
    lettering: Lettering
    looks: tuple[Look, ...]
    goal_looks: tuple[Look, ...]
    words: tuple[tuple[Words, ...], ...]
    obstacles: Obstacles
    scale: Scale
    rooms: dict[tuple[int, int, Side], Obstacles]

    @staticmethod
    def of(lanes: Sequence[Lane], ground: Ground, lettering: Lettering, scale: Scale, taken: Sequence[Rect]) -> Map:
        """The map with its texts measured; `taken` are the names' rectangles."""
        looks = tuple(Look.of(lettering, lane.color, is_goal=False) for lane in lanes)
        goal_looks = tuple(Look.of(lettering, lane.color, is_goal=True) for lane in lanes)
        words = tuple(
            tuple(
                blocks.words(station, goal if index == len(lane.stations) - 1 else look, scale)
                for index, station in enumerate(lane.stations)
            )
            for lane, look, goal in zip(lanes, looks, goal_looks, strict=True)
        )
        goals = tuple(Disc(lane.stations[-1].at, lane.stations[-1].radius) for lane in lanes if lane.stations)
        ground = ground._replace(discs=(*ground.discs, *goals), boxes=(*ground.boxes, *taken))
        return Map(tuple(lanes), lettering, looks, goal_looks, words, Obstacles.of(ground, lettering.gap), scale, {})

    def with_title(self, lane: int, stop: int, title: str, along: float | None = None) -> Map:
        """The map with another title at one stop, perhaps elsewhere along its lane, to see how long it may be."""
        words = [list(row) for row in self.words]
        words[lane][stop] = words[lane][stop]._replace(title=self.scale(title, self.look(lane, stop).title, ""))
        changed = self._replace(words=tuple(map(tuple, words)), rooms={})
        return changed if along is None else changed._replace(lanes=self._with_stop_at(lane, stop, along))

    def _with_stop_at(self, lane: int, stop: int, along: float) -> tuple[Lane, ...]:
        there = self.lanes[lane]
        stations = list(there.stations)
        at = stations[stop].at
        moved = Point(along, at.y) if there.runs == "right" else Point(at.x, along)
        stations[stop] = stations[stop]._replace(at=moved)
        return (*self.lanes[:lane], there._replace(stations=tuple(stations)), *self.lanes[lane + 1 :])

    def legible(self, levels: Sequence[Level], title: TextStyle) -> tuple[Level, ...]:
        """The levels, none of which sets such a title smaller than the smallest text."""
        least = min(self.lettering.smallest / title.size, 1.0)
        return tuple(dict.fromkeys(level._replace(scale=max(level.scale, least)) for level in levels))

    def is_goal(self, lane: int, stop: int) -> bool:
        """Whether the stop is its lane's destination."""
        return stop == len(self.lanes[lane].stations) - 1

    def look(self, lane: int, stop: int) -> Look:
        """The styles of a label."""
        return (self.goal_looks if self.is_goal(lane, stop) else self.looks)[lane]

    def spot(
        self, lane: int, stop: int, side: Side, level: Level, limit: float, discs: Sequence[Disc], taken: Sequence[Rect]
    ) -> Spot | None:
        """The label on that side, reaching right to the limit at most, or None where it does not fit."""
        station, texts, look = self.lanes[lane].stations[stop], self.words[lane][stop], self.look(lane, stop)
        away = self.lanes[lane].goal_away if self.is_goal(lane, stop) else self.lanes[lane].away
        measure = _measure(station, side, away, limit, self.obstacles.page)
        for _ in range(NARROWINGS):
            block = blocks.block(texts, look, level, measure) if measure > 0 else None
            if block is None:
                return None
            rect = blocks.placed(block, station, side, away, look, level)
            bar = self._bar(lane, stop, side, rect, discs, taken)
            if bar is None:
                return Spot(lane, stop, side, block, rect)
            narrower = rect.right - bar.right if side == "left" else bar.x - rect.x
            if narrower - self.lettering.gap >= block.width:
                return None
            measure = narrower - self.lettering.gap
        return None

    def _bar(
        self, lane: int, stop: int, side: Side, rect: Rect, discs: Sequence[Disc], taken: Sequence[Rect]
    ) -> Rect | None:
        """What stands in the label's way: something drawn, another station's mark, another label."""
        found = self._room(lane, stop, side, rect).bar(rect)
        if found is None and any_meets(taken, rect, self.lettering.gap):
            return rect
        if found is None and discs:
            return self.obstacles._replace(rects=(), cards=(), discs=tuple(discs)).bar(rect)
        return found

    def _room(self, lane: int, stop: int, side: Side, rect: Rect) -> Obstacles:
        """What is drawn near the station on that side."""
        if (lane, stop, side) not in self.rooms:
            page, reach = self.obstacles.page, TALLEST * self.look(lane, stop).title.size
            top, height = (rect.y, reach) if side == "below" else (rect.y - reach, 2 * reach)
            left, right = (page.x, rect.right) if side == "left" else (rect.x, page.right)
            self.rooms[lane, stop, side] = self.obstacles.near(Rect(left, top, right - left, height))
        return self.rooms[lane, stop, side]


def _measure(station: Station, side: Side, away: float, limit: float, page: Rect) -> float:
    """How wide the label may be."""
    if side == "left":
        return min(station.at.x - away - page.x, limit - station.at.x - away)
    return limit - (station.at.x + away if side in ("right", "beside") else station.at.x - station.radius)
