"""The whole map: everything is put in its place, back to front, and the labels last."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from pipeline.errors import FitError
from pipeline.geometry import Rect, Size
from pipeline.kinds.career_roadmap import axis, edges, labelling, labels, lanes, marks, trunk
from pipeline.kinds.career_roadmap.frames import Frame, frame
from pipeline.kinds.career_roadmap.header import header
from pipeline.kinds.career_roadmap.key import key
from pipeline.kinds.career_roadmap.looks import looks
from pipeline.kinds.career_roadmap.model import Plan, Stop
from pipeline.kinds.career_roadmap.pen import Pen
from pipeline.kinds.career_roadmap.routes import routes
from pipeline.kinds.career_roadmap.unseen import left_out
from pipeline.layout.card import card
from pipeline.layout.page import Page
from pipeline.scene import Box, Item, Scene, roles
from pipeline.theme import Theme
from pipeline.typography import Typesetter

MOST_FOOT = 0.34  # of the page's height, for a key of numbered stops
FEET = 2  # a shorter map may leave more stops without a name, and so need a larger key


class _Drawn(NamedTuple):
    """A map's items back to front, its frame, the stops without words, and the fields that other texts stand for."""

    items: tuple[Item, ...]
    frame: Frame
    untold: tuple[Stop, ...]
    summarised: tuple[str, ...]


def lay_out_map(plan: Plan, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The map, with what it does not show.

    Where stops have no room for their names, and the map none for a key to their numbers, the key gets a foot of the
    page of its own, if that is not too much of it.
    """
    found = _drawn(plan, size, theme, typesetter)
    untold = found.untold
    for _ in range(FEET):
        style = labelling.lettering(Pen(Page(size, theme, typesetter, mirrored=False)), found.frame).key
        titles = [stop.title.text for stop in untold]
        foot = labelling.key_foot(found.frame, titles, style, labels.scale(typesetter)) if titles else 0.0
        if not 0 < foot <= MOST_FOOT * size.height:
            break
        try:
            shorter = _drawn(plan, size, theme, typesetter, foot)
        except FitError:
            break
        if not shorter.untold:
            found = shorter
            break
        untold = shorter.untold
    unseen = left_out(plan, found.items, found.summarised)
    return Scene(size, found.items, left_out=unseen, summarised=found.summarised)


def _drawn(plan: Plan, size: Size, theme: Theme, typesetter: Typesetter, foot: float = 0.0) -> _Drawn:
    """The map with so much of the page's foot left to the key of numbered stops."""
    place = frame(size, len(plan.ways), plan.orientation, foot)
    place = place.without_past() if not trunk.has_past(place, plan) else place
    pen = Pen(Page(size, theme, typesetter, plan.is_mirrored))
    courses, spots = routes(place), axis.stop_places(plan, place)
    place = place.with_stops(axis.least_distance(spots))
    ends = axis.ends(plan, place, spots)
    colors = looks(plan.ways, theme.colors)
    pen.drawings.append(Box(Rect.of(size), fill=theme.colors.paper))
    pen.boxes(card(place.card, theme, place.unit))
    trunk.lines(pen, place, plan)
    moves = edges.crossings(place, plan, courses, spots, labelling.name_zones(pen, place, plan, courses))
    edges.draw(pen, place, moves, courses, colors)
    lanes.lines(pen, place, plan, courses, ends, colors)
    lanes.slits(pen, place, plan, courses, spots, ends)
    bars = [marks.now(pen, place, bar) for bar in lanes.now_bars(place, plan, courses, spots)]
    signs = trunk.signs(pen, place, plan)
    is_true = axis.is_true(plan, place, spots)
    boxes = _words(pen, place, plan, signs, is_true=is_true)
    ground = labels.Ground(
        page=labelling.page(place),
        bands=(
            *labelling.bands(place, courses, [edges.outline(place, move) for move in moves]),
            labelling.trunk(place, plan),
        ),
        discs=labelling.open_ends(place, plan, courses),
        boxes=(*boxes, *signs, *bars, *edges.arrows(place, moves, courses)),
        cards=(place.card,),
    )
    placed = labels.place(
        labelling.lanes(place, plan, courses, spots, colors),
        ground,
        labelling.lettering(pen, place),
        labels.scale(typesetter),
        key_rooms=labelling.key_rooms(place, courses, foot),
        remarks=edges.remarks(pen, place, plan, moves, colors),
    )
    lanes.stations(pen, place, plan, courses, placed.along, colors, placed.named)
    items = (*pen.drawings, *pen.words, *placed.runs(size.width if plan.is_mirrored else None))
    untold = () if placed.numbered else _unnamed(plan, placed)
    return _Drawn(items, place, untold, _summarised(plan, roles(items), is_true=is_true))


def _unnamed(plan: Plan, placed: labels.Placed) -> tuple[Stop, ...]:
    """The stops that are dots."""
    ways = zip(plan.ways, placed.named, strict=True)
    return tuple(stop for way, named in ways for at, stop in enumerate(way.stops) if at not in named)


def _summarised(plan: Plan, shown: Collection[str], *, is_true: bool) -> tuple[str, ...]:
    """What other texts stand for: details hold skills, and destinations tell what the last tick would."""
    found = []
    for stop in (stop for way in plan.ways for stop in way.stops if stop.skills):
        if labelling.details(stop).field in shown:
            found += [skill.field for skill in stop.skills if skill.field not in shown]
    goals = [f"{way.stops[-1].field}.at" for way in plan.ways if way.stops]
    if plan.ticks and not is_true and all(goal in shown for goal in goals):
        found.append(plan.ticks[-1].label.field)
    return tuple(found)


def _words(pen: Pen, place: Frame, plan: Plan, signs: Sequence[Rect], *, is_true: bool) -> tuple[Rect, ...]:
    """Everything that is written beside the lanes; the boxes it fills."""
    decided = trunk.decision_words(pen, place, plan, signs[-1].width / 2)
    keyed = key(pen, place, plan)
    right = keyed.x if keyed else place.at.width - place.at.margin
    captions = trunk.captions(pen, place, plan, right, decided)
    below_header = (box.y for box in (*decided, *captions) if box.x < place.at.rise)
    foot = min(below_header, default=place.at.height) - (26 if place.at.stand else 12) * place.unit
    return (
        *header(pen, place, plan, foot),
        *decided,
        *captions,
        *lanes.axis_labels(pen, place, plan, is_true=is_true),
        *((keyed,) if keyed else ()),
    )
