"""Labels: every station's title, kind and date and every path's name, none touching a line, a mark or another.

    placed = labels.place(lanes, ground, lettering, labels.scale(typesetter))
    placed.named[lane]      which stations are drawn whole; the others are dots
    placed.runs(mirrored)   the text runs; with the page's width, for a page from right to left

Raises FitError with the field where even the chosen ones do not fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.labels import blocks
from pipeline.kinds.career_roadmap.labels.blocks import Level, Text
from pipeline.kinds.career_roadmap.labels.measuring import Measured, Scale, scale
from pipeline.kinds.career_roadmap.labels.names import names
from pipeline.kinds.career_roadmap.labels.naming import places, ranks
from pipeline.kinds.career_roadmap.labels.numbering import Unnamed, numbered
from pipeline.kinds.career_roadmap.labels.obstacles import Obstacles
from pipeline.kinds.career_roadmap.labels.placing import Map, Spot
from pipeline.kinds.career_roadmap.labels.remarks import placed_remarks
from pipeline.kinds.career_roadmap.labels.searching import Found, search
from pipeline.kinds.career_roadmap.labels.wanted import (
    Band,
    Disc,
    Ground,
    KeyRoom,
    Lane,
    Lettering,
    Name,
    Remark,
    Side,
    Station,
)
from pipeline.scene import TextRun

__all__ = [
    "Band",
    "Disc",
    "Ground",
    "KeyRoom",
    "Lane",
    "Lettering",
    "Level",
    "Measured",
    "Name",
    "Placed",
    "Remark",
    "Scale",
    "Side",
    "Station",
    "Text",
    "place",
    "ranks",
    "scale",
]


class Placed(NamedTuple):
    """All labels in their places, on a map that reads from left to right.

    `named` are the stations of each lane that have a label, `level` that of the stations, `goal_level` that of the
    destinations; `rects` are what the labels cover. `along` is where each lane's stops stand along it: dots may have
    moved a few px out of a named station's halo. `numbered` are (lane, stop) of the dots that have a number, in its
    order, if any has one.
    """

    named: tuple[tuple[int, ...], ...]
    level: Level
    goal_level: Level
    texts: tuple[Text, ...]
    rects: tuple[Rect, ...]
    along: tuple[tuple[float, ...], ...]
    numbered: tuple[tuple[int, int], ...] = ()

    def runs(self, mirrored: float | None = None) -> tuple[TextRun, ...]:
        """The text runs; `mirrored` is the width of a page that reads from right to left."""
        return tuple(run for text in self.texts for run in text.runs(mirrored))


def place(
    lanes: Sequence[Lane],
    ground: Ground,
    lettering: Lettering,
    scale: Scale,
    *,
    key_rooms: Sequence[KeyRoom] = (),
    remarks: Sequence[Remark] = (),
) -> Placed:
    """The labels of all lanes: all milestones named if they fit, else the chosen ones, and the rest numbered.

    Numbers need room for all of them in `key_rooms`; a remark without room is left out.

    Raises FitError for a name or a destination that does not fit, and for a title that is too long where a short one
    would not be; with the length that would fit.
    """
    name_texts, name_rects = names(lanes, ground, lettering, scale)
    map_ = Map.of(lanes, ground, lettering, scale, name_rects)
    found = search(map_)
    rects = [*name_rects, *(spot.rect for spot in found.spots)]
    texts = [*name_texts, *(text for spot in found.spots for text in _texts(map_, spot, found))]
    obstacles = _with_marks(map_, found).joined_by(rects)
    along = tuple(places(lane, stops, lettering.dot) for lane, stops in zip(lanes, found.named, strict=True))
    unnamed = _unnamed(lanes, found.named, along) if key_rooms else []
    numbers = numbered(unnamed, key_rooms, lettering, obstacles, scale) if unnamed else None
    if numbers is not None:
        texts += numbers.texts
        obstacles = obstacles.joined_by(numbers.rects)
    remarked = placed_remarks(remarks, obstacles, scale)
    return Placed(
        found.named,
        found.level,
        found.goal_level,
        (*texts, *remarked.texts),
        (*rects, *(numbers.rects if numbers else ()), *remarked.rects),
        along,
        tuple((stop.lane_index, stop.stop) for stop in unnamed) if numbers is not None else (),
    )


def _texts(map_: Map, spot: Spot, found: Found) -> tuple[Text, ...]:
    level = found.goal_level if map_.is_goal(spot.lane, spot.stop) else found.level
    words, look = map_.words[spot.lane][spot.stop], map_.look(spot.lane, spot.stop)
    return blocks.texts(spot.block, spot.rect, words, look, level, flush_right=spot.side == "left")


def _with_marks(map_: Map, found: Found) -> Obstacles:
    """Everything drawn, the marks of the named stations among it."""
    marks = (
        Disc(lane.stations[stop].at, lane.stations[stop].radius)
        for lane, stops in zip(map_.lanes, found.named, strict=True)
        for stop in stops
    )
    return map_.obstacles._replace(discs=(*map_.obstacles.discs, *marks))


def _unnamed(lanes: Sequence[Lane], named: Sequence[Sequence[int]], along: Sequence[Sequence[float]]) -> list[Unnamed]:
    """The stops without a label, where they are drawn, numbered lane by lane."""
    left = [
        (index, stop)
        for index, (lane, stops) in enumerate(zip(lanes, named, strict=True))
        for stop in range(len(lane.stations))
        if stop not in stops
    ]
    return [
        Unnamed(number, lanes[index], _moved(lanes[index], stop, along[index][stop]), index, stop)
        for number, (index, stop) in enumerate(left, 1)
    ]


def _moved(lane: Lane, stop: int, along: float) -> Station:
    station = lane.stations[stop]
    at = Point(along, station.at.y) if lane.runs == "right" else Point(station.at.x, along)
    return station._replace(at=at)
