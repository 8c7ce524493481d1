"""What is to be labelled: lanes of stations, their names, the letters for them and what they may not touch.

All places are layout px of a map that reads from left to right; a mirrored page turns the result, not this.

        name                        sides:  above          right: first line on the station's height
    ━━━━●━━━━━━━━━━●━━━━━━━●                 ━●━           beside: the whole block centred on it
        title      title    goal             below
        kind date  kind date
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.curves import flatten
from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.model import NOTHING
from pipeline.scene import Segment
from pipeline.typography import TextStyle

Side: TypeAlias = Literal["below", "above", "right", "left", "beside"]

FLATNESS = 0.25  # px, by which the chords of a turn may stray from it


class Band(NamedTuple):
    """A drawn line: its middle as a chain of points, and half its width."""

    points: tuple[tuple[float, float], ...]
    half: float

    @staticmethod
    def of(outline: Sequence[Segment], width: float) -> Band:
        """The band of an open outline of one piece that is stroked `width` px wide."""
        return Band(tuple(flatten(outline, FLATNESS)[0].points), width / 2)


class Disc(NamedTuple):
    """A round mark with its halo."""

    center: Point
    radius: float


class Ground(NamedTuple):
    """What stands on the page before labels come: no label touches it.

    `boxes` are texts and marks that fill a rectangle; a label stands on a card wholly or not at all. `page` is where
    labels may stand, its margins already off.
    """

    page: Rect
    bands: tuple[Band, ...] = ()
    discs: tuple[Disc, ...] = ()
    boxes: tuple[Rect, ...] = ()
    cards: tuple[Rect, ...] = ()


class Station(NamedTuple):
    """One milestone on its lane.

    `radius` is that of its whole mark without the halo, `halo` that of the mark with it; `rank` says who is named
    first, the lowest first. `details` are the first to give way.
    """

    at: Point
    radius: float
    halo: float
    title: Leaf
    kind: Leaf
    when: Leaf
    rank: int
    details: Leaf = NOTHING

    @property
    def field(self) -> str:
        """That of its title."""
        return self.title.field


class Name(NamedTuple):
    """A lane's name: its left edge and the baseline of its last line, and the width that it may take."""

    text: str
    x: float
    baseline: float
    measure: float
    field: str


class Lane(NamedTuple):
    """One path's stations in the order of time, the last of them its destination.

    `sides` is where labels may stand, the first preferred; with a second one, stations take turns where that names
    more of them. `away` is from a station's middle to its label: to the top of the first line below it, to the foot of
    the last line above it, to the near edge beside it. `edge` and `goal_edge` are how far right labels may reach.
    """

    runs: Literal["right", "down"]
    stations: tuple[Station, ...]
    color: Color
    name: Name | None
    sides: tuple[Side, ...]
    goal_side: Side
    away: float
    goal_away: float
    edge: float
    goal_edge: float


class Lettering(NamedTuple):
    """The styles of the map's words at full size, and the distances between them in px.

    `meta` is the date's; the kind, the path's name and a number are set in their lane's colour. `apart` is kept between
    the labels of one lane, `gap` between a label and anything else; `dot` is the radius of a stop without a label,
    `number_away` from its middle to its number. No text is made smaller than `smallest`.
    """

    title: TextStyle
    goal: TextStyle
    kind: TextStyle
    meta: TextStyle
    name: TextStyle
    number: TextStyle
    key: TextStyle
    apart: float
    least_measure: float
    dot: float
    number_away: float
    gap: float = 4
    goal_meta_gap: float = 3
    smallest: float = 0


class KeyRoom(NamedTuple):
    """Where the frame grants room for a key of numbered stops, in columns a `gutter` apart.

    `columns` is how many there are where titles are long; short ones stand in as many as have room.
    """

    rect: Rect
    columns: int = 1
    gutter: float = 24


class Remark(NamedTuple):
    """A short text that is left out where it has no room: each place in turn is the left end of its baseline."""

    text: Leaf
    style: TextStyle
    places: tuple[Point, ...]
