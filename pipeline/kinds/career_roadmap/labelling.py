"""What the labels' engine is told of a map: the lanes with their stations, and what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, inf

from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap import axis, labels
from pipeline.kinds.career_roadmap.edges import WIDTH
from pipeline.kinds.career_roadmap.frames import Frame
from pipeline.kinds.career_roadmap.labels import Lane, Lettering, Name, Side, Station
from pipeline.kinds.career_roadmap.looks import Look
from pipeline.kinds.career_roadmap.marks import DOT
from pipeline.kinds.career_roadmap.model import NOTHING, Plan, Stop, Way
from pipeline.kinds.career_roadmap.pen import Pen
from pipeline.kinds.career_roadmap.routes import Route, spot
from pipeline.scene import Outline
from pipeline.typography import TextStyle

NAME_ABOVE = 9.1  # from a station's halo to the baseline of the path's name, px of the reference; as in the comps
NAME_BELOW_TURN = 34.0  # from a lane's turn to the path's name, where lanes run down
PAGE_EDGE = 24.0  # words come no nearer to the page's edge, px of the reference
BESIDE_RING = 3.0  # a destination's words stand this much further from their ring
LEAST_COLUMN = 15  # sizes of its words: the narrowest column of the key of numbered stops
GUTTER = 1.2  # between those columns, in sizes
ABOVE_KEY = 2.0  # free above it, in sizes
BETWEEN_DETAILS = "\u00a0· "  # no line begins with the dot


def lanes(
    frame: Frame, plan: Plan, routes: Sequence[Route], places: Sequence[Sequence[float]], looks: Sequence[Look]
) -> tuple[Lane, ...]:
    """The lanes as the labels' engine knows them."""
    levels = {tick.at: tick.label.text for tick in plan.ticks} if plan.axis == "levels" else {}
    told = {} if axis.is_true(plan, frame, places) else levels  # where the axis cannot say it, destinations do
    return tuple(
        _lane(frame, index, way, routes, along, look, told)
        for index, (way, along, look) in enumerate(zip(plan.ways, places, looks, strict=True))
    )


def lettering(pen: Pen, frame: Frame) -> Lettering:
    """The styles of the words on the map."""
    at, colors = frame.at, pen.colors
    return Lettering(
        title=pen.style(at.stop, colors.ink, 600, leading=at.stop_leading / at.stop),
        goal=TextStyle(
            pen.page.theme.faces.display,
            at.goal,
            colors.ink,
            600,
            leading=at.goal_leading / at.goal,
            tracking_em=-0.005,
        ),
        kind=pen.style(at.meta, colors.ink, 600, leading=at.meta_leading / at.meta),
        meta=pen.style(at.meta, colors.muted, leading=at.meta_leading / at.meta),
        name=pen.style(at.name, colors.ink, 600, leading=1.1),
        number=pen.style(max(0.84 * at.meta, frame.smallest), colors.ink, 600),
        key=pen.style(at.meta, colors.ink_2, leading=at.meta_leading / at.meta),
        number_away=0.5 * at.line + 3 * frame.unit,
        apart=12 * frame.unit if frame.runs == "right" else 14 * frame.unit,
        least_measure=at.least,
        dot=DOT * at.station,
        gap=4 * frame.unit,
        goal_meta_gap=3 * frame.unit,
        smallest=frame.smallest,
    )


def page(frame: Frame) -> Rect:
    """Where words may stand."""
    return Rect(0, 0, frame.at.width, frame.at.height).inset(PAGE_EDGE * frame.unit)


def bands(frame: Frame, routes: Sequence[Route], moves: Sequence[Outline]) -> tuple[labels.Band, ...]:
    """The lines that no label touches: the ways, and the moves between them."""
    return (
        *(labels.Band.of(route.outline, frame.at.line) for route in routes),
        *(labels.Band.of(outline, WIDTH * frame.at.line) for outline in moves),
    )


def open_ends(frame: Frame, plan: Plan, routes: Sequence[Route]) -> tuple[labels.Disc, ...]:
    """The marks at the ends of ways without milestones."""
    ends = (route for way, route in zip(plan.ways, routes, strict=True) if not way.stops)
    return tuple(labels.Disc(spot(frame, route, frame.at.last_tick), frame.goal_reach) for route in ends)


def trunk(frame: Frame, plan: Plan) -> labels.Band:
    """The past and the way that closed, which no label touches either."""
    at = frame.at
    end = at.closed if plan.closed else at.today
    return labels.Band(((0, at.trunk), (end, at.trunk)), at.line / 2)


def key_rooms(frame: Frame, routes: Sequence[Route], foot: float) -> tuple[labels.KeyRoom, ...]:
    """Where a key of numbered stops may stand: at the page's foot if that is left to it, else below the last lane."""
    at, unit = frame.at, frame.unit
    if foot:
        room = _foot(frame, foot)
        return (
            labels.KeyRoom(room, columns=max(1, int(room.width / (LEAST_COLUMN * at.meta))), gutter=_gutter(frame)),
        )
    if frame.runs == "down":
        return ()
    left = at.first_tick - frame.station_reach
    top = routes[-1].lane + at.station + at.away
    room = Rect(left, top, frame.card.x - 16 * unit - left, at.trunk - 2.5 * at.stop - top)
    return (labels.KeyRoom(room, columns=3, gutter=_gutter(frame)),)


def key_foot(frame: Frame, titles: Sequence[str], style: TextStyle, scale: labels.Scale) -> float:
    """How much of the page's foot a key of so many titles needs, itself in `style`."""
    gutter, width = _gutter(frame), _foot(frame, 0.0).width
    widths = [scale(title, style, "").width for title in titles]
    indent = scale("0" * len(str(len(titles))), style, "").width + 0.6 * style.size
    least = max(1, int(width / (LEAST_COLUMN * style.size)))
    columns = max(least, int((width + gutter) // (max(widths) + indent + gutter)))
    column = (width + gutter) / columns - gutter - indent
    rows = sum(-(-each // column) for each in widths) / columns
    return (ceil(rows) + 1) * style.size * style.leading + ABOVE_KEY * style.size


def _foot(frame: Frame, foot: float) -> Rect:
    """The foot of the page below the map, within the margins and above a platform's buttons."""
    at = frame.at
    bottom = at.height - frame.covered - 0.5 * at.margin
    return Rect(at.margin, bottom - foot, at.width - 2 * at.margin, foot)


def _gutter(frame: Frame) -> float:
    return GUTTER * frame.at.meta


def name_zones(pen: Pen, frame: Frame, plan: Plan, routes: Sequence[Route]) -> list[tuple[float, float]]:
    """From where to where along its lane each path's name stands; nowhere for a path without one."""
    style = pen.style(frame.at.name, pen.colors.ink, 600)
    zones = []
    for index, way in enumerate(plan.ways):
        name = _name(frame, index, way, routes, inf)
        if name is None:
            zones.append((0.0, 0.0))
        elif frame.runs == "right":
            zones.append((name.x, name.x + min(pen.set(name.text, style, field=way.name.field).width, name.measure)))
        else:
            zones.append((name.baseline - frame.at.name, name.baseline + 0.3 * frame.at.name))
    return zones


def _lane(
    frame: Frame,
    index: int,
    way: Way,
    routes: Sequence[Route],
    along: Sequence[float],
    look: Look,
    levels: Mapping[float, str],
) -> Lane:
    at, route, is_right = frame.at, routes[index], frame.runs == "right"
    last = len(way.stops) - 1
    ranks = labels.ranks(way.stops)
    stations = tuple(
        Station(
            spot(frame, route, along[number]),
            reach := frame.goal_reach if number == last else frame.station_reach,
            reach + at.gap,
            stop.title,
            stop.kind,
            stop.when or (Leaf(levels.get(stop.at, ""), f"{stop.field}.at") if number == last else NOTHING),
            ranks[number],
            details(stop),
        )
        for number, stop in enumerate(way.stops)
    )
    sides: tuple[Side, ...] = ("below", "above") if is_right else ("right",)
    beside: Side = "beside" if is_right else "right"
    goes_below = not frame.is_dense if is_right else frame.has_columns
    goal_side: Side = "below" if goes_below else beside
    right = at.width - at.margin
    column = right + 12 * frame.unit
    if not is_right and index + 1 < len(routes):
        column = routes[index + 1].lane - at.goal_radius - (16 if not frame.is_crowded else 8) * frame.unit
    goal_away, away = _away(frame)
    return Lane(
        runs=frame.runs,
        stations=stations,
        color=look.words,
        name=_name(frame, index, way, routes, column),
        sides=sides,
        goal_side=goal_side,
        away=away,
        goal_away=goal_away,
        edge=frame.card.x - 4 * frame.unit if is_right else column,
        goal_edge=right + 8 * frame.unit if is_right else column,
    )


def details(stop: Stop) -> Leaf:
    """The stop's detail and skills as one text, which is the first one's."""
    found = [leaf for leaf in (stop.detail, *stop.skills) if leaf]
    return found[0]._replace(text=BETWEEN_DETAILS.join(map(str, found))) if found else NOTHING


def _away(frame: Frame) -> tuple[float, float]:
    """From the middle of a destination, and of a station, to the label."""
    at, unit = frame.at, frame.unit
    if frame.has_columns:
        return frame.goal_reach + 6 * unit, frame.station_reach + at.gap + at.away
    if frame.runs == "down":
        beside = frame.station_reach + at.gap + at.away
        return max(beside + BESIDE_RING * unit, frame.goal_reach + at.gap + 2 * unit), beside
    away = at.station + 0.3 * at.line + at.away
    if frame.is_dense:
        return frame.goal_reach + at.gap + 8 * unit, away
    return at.goal_radius + 0.3 * at.line + at.goal_away, away


def _name(frame: Frame, index: int, way: Way, routes: Sequence[Route], column: float) -> Name | None:
    """The path's name; where there are many lanes their destinations say enough."""
    if frame.is_dense and way.stops:
        return None
    at, unit = frame.at, frame.unit
    lane = routes[index].lane
    if frame.runs == "right" and frame.is_dense:  # where a destination's label would stand
        x = at.last_tick + _away(frame)[0]
        return Name(way.name.text, x, lane + 0.34 * at.name, at.width - at.margin + 8 * unit - x, way.name.field)
    if frame.runs == "right":
        x = at.first_tick - frame.station_reach
        baseline = lane - frame.station_reach - at.gap - NAME_ABOVE * unit
        return Name(way.name.text, x, baseline, frame.card.x - x - 8 * unit, way.name.field)
    x = lane + frame.station_reach + at.gap + at.away
    return Name(way.name.text, x, at.split + at.bend + NAME_BELOW_TURN * unit, column - x, way.name.field)
