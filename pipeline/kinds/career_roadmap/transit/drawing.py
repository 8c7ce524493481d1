"""One drawing of a map: everything is put in its place, back to front, and the labels last."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import inf
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.heading import heading
from pipeline.kinds.career_roadmap.legend import legend, states
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import NOTHING, Plan
from pipeline.kinds.career_roadmap.transit import axis, blocks, crossings, lanes, listing, names, trunk
from pipeline.kinds.career_roadmap.transit.ground import Disc, Ground, chords
from pipeline.kinds.career_roadmap.transit.labels import Labels, Lane, Seat, Station, ranks
from pipeline.kinds.career_roadmap.transit.listing import Entry
from pipeline.kinds.career_roadmap.transit.plot import Plot
from pipeline.layout.canvas import Canvas
from pipeline.layout.card import card
from pipeline.layout.page import Page
from pipeline.scene import Box, Item, roles

PAGE_EDGE = 24.0  # words come no nearer to the page's edge, px of the reference
LABEL_GAP = 4.0  # between a label and anything else, px of the reference
ON_TICK = 1.0  # px by which a station may stand beside its tick


class Drawn(NamedTuple):
    """A map's items back to front, and what it tells by number.

    `lacks` is how many px of the page's foot a list of these needs that had no room; 0 where there is no such list.
    """

    items: tuple[Item, ...]
    entries: tuple[Entry, ...]
    lacks: float
    summarised: tuple[str, ...]
    has_now: bool


def drawn(plan: Plan, page: Page, at: Measures, foot: float, *, tells_all: bool) -> Drawn:
    """The map with so much of the page's foot left to a list of what it tells by number.

    That is names that have no room, destinations, and, where it `tells_all`, other milestones too.
    """
    canvas = Canvas(page)
    plot = Plot.of(canvas, plan, at)
    bars, moves = _draw_lines(canvas, plot)
    paths = enumerate(zip(plan.paths, plot.looks, strict=True), 1)
    named = [Entry(at, path.name, look.words, True) for at, (path, look) in paths if path.name and not plot.names.lines]
    words, column = _draw_words(canvas, plot, named, has_now=bool(bars))
    boxes = [*bars, *words, *crossings.arrows(plot, moves)]
    ground = _ground(plot, foot, moves, boxes)
    lanes_ = tuple(_lane(canvas, plot, index, roles(canvas.items)) for index in range(len(plan.paths)))
    labels = Labels(lanes_, ground, plot.measures.card, plot.measures.stop, plot.measures.smallest)
    labelled = {(each.lane, each.stop) for each in labels.spots}
    lanes.stations(canvas, plot, labelled)
    ground = _ground(plot, foot, moves, [*boxes, *(each.rect for each in labels.spots)], labelled)
    unnamed = _unnamed(plan, labelled, tells_all=tells_all)
    entries, taken = _draw_numbers(canvas, plot, named, unnamed, ground)
    labels.enrich(taken)
    for each in labels.spots:
        each.block.draw(canvas, each.rect)
    ground = ground.joined_by([*taken, *(each.rect for each in labels.spots)])
    rooms = [column, _foot(plot.measures, foot)] if len(taken) == len(entries) - len(named) else []
    lacks = _draw_list(canvas, plot.measures, entries, rooms)
    crossings.remarks(canvas, plot, moves, ground)
    items = tuple(canvas.items)
    return Drawn(items, entries, lacks, tuple(_summarised(plot, roles(items))), bool(bars))


def _draw_lines(canvas: Canvas, plot: Plot) -> tuple[list[Rect], list[crossings.Crossing]]:
    """Paper, card, lines and marks; the boxes of the bars where the lines are today, and the moves' courses."""
    at = plot.measures
    canvas.items.append(Box(Rect.of(canvas.page.size), fill=canvas.colors.paper))
    canvas.items += canvas.page.boxes(card(at.card, canvas.theme, at.unit))
    trunk.lines(canvas, at, plot.plan)
    moves = crossings.crossings(plot)
    crossings.draw(canvas, plot, moves)
    lanes.lines(canvas, plot)
    lanes.slits(canvas, plot)
    bars = [marks.now(canvas, at, bar, at.runs) for bar in lanes.now_bars(plot)]
    return bars, moves


def _draw_words(canvas: Canvas, plot: Plot, named: Sequence[Entry], *, has_now: bool) -> tuple[list[Rect], Rect | None]:
    """Everything that is written beside the lanes, and the names; the boxes it fills.

    With them comes the room that is left to a list below the headline, where that stands beside the lanes.
    """
    plan, at = plot.plan, plot.measures
    unit = at.unit
    signs = trunk.signs(canvas, at, plan)
    legend_box = legend(canvas, at, plan, states(plan), has_now=has_now)
    captions = trunk.captions(canvas, at, plan, legend_box.x if legend_box else at.width - at.margin)
    foot = min((box.y for box in (*captions, *signs) if box.x < at.rise), default=at.height)
    foot = min(at.title_foot, foot - (26 if at.rises else 12) * unit)
    measure = at.rise - at.bundle - 16 * unit - at.margin
    high = listing.needed(canvas, at, named, measure) + at.stop if named and at.rises else 0.0
    try:
        words = heading(canvas, at, plan, foot - high)
    except FitError:
        words = heading(canvas, at, plan, foot)
    top = max(box.bottom for box in words) + at.stop
    column = Rect(at.margin, top, measure, foot - top) if at.rises else None
    ticks = lanes.axis_labels(canvas, plot)
    plates = names.draw(canvas, at, plot.names, plot.routes, plot.looks)
    return [*signs, *([legend_box] if legend_box else []), *captions, *words, *ticks, *plates], column


def _draw_numbers(
    canvas: Canvas, plot: Plot, named: Sequence[Entry], unnamed: Sequence[Seat], ground: Ground
) -> tuple[tuple[Entry, ...], list[Rect]]:
    """Numbers beside the milestones without a label that have room; the list's entries, and the numbers' boxes.

    A destination is in the list in any case.
    """
    plan, at = plot.plan, plot.measures
    entries, taken = list(named), list[Rect]()
    for lane, stop in unnamed:
        stops = plan.paths[lane].stops
        entry = Entry(len(entries) + 1, stops[stop].title, plot.looks[lane].words)
        reach = at.goal_reach if stop == len(stops) - 1 else at.unlabelled.station_reach
        place = plot.spot(lane, plot.places[lane][stop])
        box = listing.beside(canvas, at, entry, place, reach, ground, taken)
        if box is not None:
            listing.write_number(canvas, at, entry, box)
            taken.append(box)
        if box is not None or stop == len(stops) - 1:
            entries.append(entry)
    return tuple(entries), taken


def _draw_list(canvas: Canvas, at: Measures, entries: Sequence[Entry], rooms: Sequence[Rect | None]) -> float:
    """The list in the first of the rooms that holds it; else how high one is that would, or infinity without rooms."""
    if not entries:
        return 0.0
    for room in rooms:
        places = listing.placed(canvas, at, entries, room) if room and room.height > 0 else None
        if places:
            listing.draw(canvas, at, places)
            return 0.0
    foot = rooms[-1] if rooms else None
    return listing.needed(canvas, at, entries, foot.width) if foot else inf


def _foot(at: Measures, foot: float) -> Rect:
    """The foot of the page below the map, within the margins and above a platform's buttons."""
    bottom = at.height - at.covered - 0.5 * at.margin
    height = foot - listing.ABOVE * at.meta
    return Rect(at.margin, bottom - height, at.width - 2 * at.margin, height)


def _unnamed(plan: Plan, labelled: Collection[Seat], *, tells_all: bool) -> list[Seat]:
    """The milestones without a label that a list is to tell: all, or the destinations."""
    seats = ((lane, stop) for lane, path in enumerate(plan.paths) for stop in range(len(path.stops)))
    return [
        seat for seat in seats if seat not in labelled and (tells_all or seat[1] == len(plan.paths[seat[0]].stops) - 1)
    ]


def _ground(
    plot: Plot,
    foot: float,
    moves: Sequence[crossings.Crossing],
    boxes: Sequence[Rect],
    labelled: Collection[Seat] | None = None,
) -> Ground:
    """What labels may not touch, lines, marks and words; any stop may have a label until it is known which have."""
    at = plot.measures
    unit = at.unit
    page = Rect(0, 0, at.width, at.height - foot - at.covered).inset(PAGE_EDGE * unit)
    trunk_end = at.closed if plot.plan.closed else at.today
    lines = [Rect(0, at.trunk - at.line / 2, trunk_end, at.line)]
    lines += [chord for route in plot.routes for chord in chords(route.outline, at.line)]
    lines += [chord for move in moves for chord in chords(crossings.outline(at, move), crossings.WIDTH * at.line)]
    discs = []
    for lane, along in enumerate(plot.places):
        for index, place in enumerate(along[:-1]):
            is_small = labelled is not None and (lane, index) not in labelled
            discs.append(Disc(plot.spot(lane, place), (at.unlabelled if is_small else at).station_reach))
        discs.append(Disc(plot.spot(lane, at.last_tick), at.goal_reach))
    return Ground(page, LABEL_GAP * unit, (*lines, *boxes), tuple(discs))


def _lane(canvas: Canvas, plot: Plot, index: int, shown: Collection[str]) -> Lane:
    at, path = plot.measures, plot.plan.paths[index]
    unit, last = at.unit, len(path.stops) - 1
    order = ranks(path.stops)
    stations = []
    for number, stop in enumerate(path.stops):
        is_goal, date = number == last, _date(plot, (index, number), shown)
        words = blocks.words(canvas, at, stop, date, plot.looks[index].words, is_goal=is_goal)
        reach = at.goal_reach if is_goal else at.station_reach
        place = plot.spot(index, plot.places[index][number])
        stations.append(Station(place, reach, words, order[number], at.has_plates and bool(date)))
    if at.runs == "down":
        edge = names.column_end(at, plot.routes, index)
        away = at.station_reach + at.gap + at.away
        goal_away = max(away + 3 * unit, at.goal_reach + at.gap + 2 * unit)
        return Lane("down", tuple(stations), ("right",), "right", away, goal_away, edge, edge, 0.0, 0.0, 0.0)
    away = at.station + 0.3 * at.line + at.away
    is_beside = at.goals_stand_beside
    goal_away = at.goal_reach + at.gap + 9 * unit if is_beside else at.goal_radius + 0.3 * at.line + at.goal_away
    half = at.line / 2
    above = plot.routes[index - 1].lane + half if index else -inf
    below = plot.routes[index + 1].lane - half if index + 1 < len(plot.routes) else inf
    return Lane(
        "right", tuple(stations), ("below", "above"), "beside" if is_beside else "below", away, goal_away,
        at.card.x - 4 * unit, at.card.right - 14 * unit, half, above, below,
    )  # fmt: skip


def _date(plot: Plot, seat: Seat, shown: Collection[str]) -> Leaf:
    """What a stop's label may tell of its time: nothing where it has a plate and stands at a tick that tells it."""
    plan, at, (path, number) = plot.plan, plot.measures, seat
    stop = plan.paths[path].stops[number]
    if at.has_plates and _is_at_tick(plot, seat, shown):
        return NOTHING
    if stop.when or plan.axis != "levels" or plot.is_true or number < len(plan.paths[path].stops) - 1:
        return stop.when
    level = next((tick.label.text for tick in plan.ticks if tick.at == stop.at), "")
    return Leaf(level, f"{stop.field}.at")


def _is_at_tick(plot: Plot, seat: Seat, shown: Collection[str]) -> bool:
    """Whether a tick that is written says when a stop is reached."""
    path, number = seat
    at, place = plot.plan.paths[path].stops[number].at, plot.places[path][number]
    ticks = zip(plot.plan.ticks, axis.tick_places(plot.plan, plot.measures), strict=True)
    return any(
        tick.label.field in shown and abs(tick.at - at) < 1e-6 and abs(along - place) < ON_TICK for tick, along in ticks
    )


def _summarised(plot: Plot, shown: Collection[str]) -> Iterator[str]:
    """What other texts stand for: details hold skills, ticks tell dates, and destinations what the last tick would."""
    plan = plot.plan
    for path, track in enumerate(plan.paths):
        for number, stop in enumerate(track.stops):
            if blocks.details(stop).field in shown:
                yield from (skill.field for skill in stop.skills if skill.field not in shown)
            if stop.when and stop.when.field not in shown and _is_at_tick(plot, (path, number), shown):
                yield stop.when.field
    goals = [f"{path.stops[-1].field}.at" for path in plan.paths if path.stops]
    if plan.ticks and not plot.is_true and all(goal in shown for goal in goals):
        yield plan.ticks[-1].label.field
