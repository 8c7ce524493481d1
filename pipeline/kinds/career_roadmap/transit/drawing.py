"""One drawing of a map: everything is put in its place, back to front, and the labels last."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from math import inf
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.heading import heading, title_depth
from pipeline.kinds.career_roadmap.legend import legend, states
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import NOTHING, Plan
from pipeline.kinds.career_roadmap.transit import blocks, crossings, lanes, listing, names, trunk
from pipeline.kinds.career_roadmap.transit.ground import Disc, Ground, chords
from pipeline.kinds.career_roadmap.transit.labels import Labels
from pipeline.kinds.career_roadmap.transit.listing import Entry, Listing
from pipeline.kinds.career_roadmap.transit.plot import Plot, Seat, Station, tick_places
from pipeline.layout.attempts import first_fit
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


class Drawing:
    """A map while it is drawn; of its page `foot` px are left to a list of what it tells by number.

    That is names that have no room, destinations, and, where it `tells_all`, other milestones too.
    """

    def __init__(self, plan: Plan, page: Page, at: Measures, foot: float) -> None:
        self.canvas, self.plan, self.foot = Canvas(page), plan, foot
        canvas = self.canvas
        if not plan.done:  # the start then stands on the margin
            at = at._replace(today=min(at.today, at.margin + at.ring + 0.36 * at.line))
        if at.title_lines == 2:
            at = at.raised(at.leading - title_depth(canvas, at, plan))
        self.names = names.chosen(canvas, at, plan)
        self.plot = Plot.of(plan, at._replace(named=max(self.names.lengths)), canvas.colors)
        self.at = self.plot.measures
        self.moves = crossings.crossings(self.plot, names.zones(self.plot, self.names))
        lanes = enumerate(self.plot.lanes if not self.names.lines else (), 1)
        self.named = [Entry(k, lane.path.name, lane.look.words, True) for k, lane in lanes if lane.path.name]

    def drawn(self, *, tells_all: bool) -> Drawn:
        """Everything, the labels last."""
        canvas, plot = self.canvas, self.plot
        arrows, bars = self._draw_lines()
        words, column = self._draw_words(has_now=bool(bars))
        boxes = [*bars, *words, *arrows]
        labels = Labels(canvas, plot, self._ground(boxes), partial(_date, plot, roles(canvas.items)))
        labelled = {each.label.station.seat for each in labels.spots}
        lanes.stations(canvas, plot, labelled)
        ground = self._ground([*boxes, *(each.rect for each in labels.spots)], labelled)
        entries, taken = self._draw_numbers(labelled, ground, tells_all=tells_all)
        labels.enrich(taken)
        for each in labels.spots:
            each.block.draw(canvas, each.rect)
        ground = ground.joined_by([*taken, *(each.rect for each in labels.spots)])
        has_all = len(taken) == len(entries) - len(self.named)
        lacks = self._draw_list(entries, [column, self._foot()] if has_all else [])
        crossings.remarks(canvas, plot, self.moves, ground)
        items = tuple(canvas.items)
        return Drawn(items, entries, lacks, tuple(_summarised(plot, roles(items))), bool(bars))

    def _draw_lines(self) -> tuple[list[Rect], list[Rect]]:
        """Paper, card, lines and marks; the boxes of the moves' arrows, and of the bars where the lines are today."""
        canvas, at, plot = self.canvas, self.at, self.plot
        canvas.items.append(Box(Rect.of(canvas.page.size), fill=canvas.colors.paper))
        canvas.items += canvas.page.boxes(card(at.card, canvas.theme, at.unit))
        trunk.lines(canvas, at, self.plan)
        arrows = crossings.draw(canvas, plot, self.moves)
        lanes.draw(canvas, plot, self.names)
        return arrows, [marks.now(canvas, at, bar, at.runs) for bar in lanes.now_bars(plot)]

    def _draw_words(self, *, has_now: bool) -> tuple[list[Rect], Rect | None]:
        """Everything that is written beside the lanes, and the names; the boxes it fills.

        With them comes the room that is left to a list below the headline, where that stands beside the lanes.
        """
        canvas, plan, at, unit = self.canvas, self.plan, self.at, self.at.unit
        signs = trunk.signs(canvas, at, plan)
        legend_box = legend(canvas, at, plan, states(plan), has_now=has_now)
        captions = trunk.Captions(canvas, at, plan).written(legend_box.x if legend_box else at.width - at.margin)
        foot = min((box.y for box in (*captions, *signs) if box.x < at.rise), default=at.height)
        foot = min(at.title_foot, foot - (26 if at.rises else 12) * unit)
        measure = at.rise - at.bundle - 16 * unit - at.margin
        has_list = self.named and at.rises
        high = Listing(canvas, at, self.named, measure).needed() + at.stop if has_list else 0.0
        words = first_fit(partial(heading, canvas, at, plan, each) for each in (foot - high, foot))
        top = max(box.bottom for box in words) + at.stop
        column = Rect(at.margin, top, measure, foot - top) if at.rises else None
        ticks = lanes.axis_labels(canvas, self.plot)
        plates = names.draw(canvas, self.plot, self.names)
        return [*signs, *([legend_box] if legend_box else []), *captions, *words, *ticks, *plates], column

    def _draw_numbers(
        self, labelled: Collection[Seat], ground: Ground, *, tells_all: bool
    ) -> tuple[tuple[Entry, ...], list[Rect]]:
        """Numbers beside the milestones without a label that have room; the list's entries, and the numbers' boxes.

        A destination is in the list in any case.
        """
        canvas, at = self.canvas, self.at
        entries, taken = list(self.named), list[Rect]()
        for each in self.plot.stations:
            if each.seat in labelled or not (tells_all or each.is_goal):
                continue
            entry = Entry(len(entries) + 1, each.stop.title, self.plot.lanes[each.seat[0]].look.words)
            box = listing.write_beside(canvas, at, entry, each, ground, taken)
            taken += [box] if box else []
            entries += [entry] if box or each.is_goal else []
        return tuple(entries), taken

    def _draw_list(self, entries: Sequence[Entry], rooms: Sequence[Rect | None]) -> float:
        """The list in the first room that holds it; else how high one is that would, or infinity without rooms."""
        found = None
        for room in filter(None, rooms if entries else ()):
            found = Listing(self.canvas, self.at, entries, room.width)
            places = found.placed(room) if room.height > 0 else None
            if places:
                found.draw(places)
                return 0.0
        return found.needed() if found else inf if entries else 0.0

    def _foot(self) -> Rect:
        """The foot of the page below the map, within the margins and above a platform's buttons."""
        at = self.at
        bottom = at.height - at.covered - 0.5 * at.margin
        height = self.foot - listing.ABOVE * at.meta
        return Rect(at.margin, bottom - height, at.width - 2 * at.margin, height)

    def _ground(self, boxes: Sequence[Rect], labelled: Collection[Seat] | None = None) -> Ground:
        """What labels may not touch, lines, marks and words; any stop may have one until it is known which have."""
        at, plot = self.at, self.plot
        page = Rect(0, 0, at.width, at.height - self.foot - at.covered).inset(PAGE_EDGE * at.unit)
        trunk_end = at.closed if self.plan.closed else at.today
        lines = [Rect(0, at.trunk - at.line / 2, trunk_end, at.line)]
        lines += [chord for lane in plot.lanes for chord in chords(lane.outline, at.line)]
        courses = (crossings.outline(at, move) for move in self.moves)
        lines += [chord for course in courses for chord in chords(course, crossings.WIDTH * at.line)]
        lasting = labelled if labelled is not None else {each.seat for each in plot.stations}
        discs = [Disc(each.at, each.reach if each.seat in lasting else each.small) for each in plot.stations]
        bare = (Disc(at.point(at.last_tick, lane.across), at.goal_reach) for lane in plot.lanes if not lane.stations)
        return Ground(page, LABEL_GAP * at.unit, (*lines, *boxes), (*discs, *bare))


def _date(plot: Plot, shown: Collection[str], station: Station) -> Leaf:
    """What a stop's label may tell of its time: nothing where it has a plate and stands at a tick that tells it."""
    plan, stop = plot.plan, station.stop
    if plot.measures.has_plates and _is_at_tick(plot, station, shown):
        return NOTHING
    if stop.when or plan.axis != "levels" or plot.is_true or not station.is_goal:
        return stop.when
    level = next((tick.label.text for tick in plan.ticks if tick.at == stop.at), "")
    return Leaf(level, f"{stop.field}.at")


def _is_at_tick(plot: Plot, station: Station, shown: Collection[str]) -> bool:
    """Whether a tick that is written says when a stop is reached."""
    ticks = zip(plot.plan.ticks, tick_places(plot.plan, plot.measures), strict=True)
    return any(
        tick.label.field in shown and abs(tick.at - station.stop.at) < 1e-6 and abs(along - station.along) < ON_TICK
        for tick, along in ticks
    )


def _summarised(plot: Plot, shown: Collection[str]) -> Iterator[str]:
    """What other texts stand for: details hold skills, ticks tell dates, and destinations what the last tick would."""
    for station in plot.stations:
        stop = station.stop
        if blocks.details(stop).field in shown:
            yield from (skill.field for skill in stop.skills if skill.field not in shown)
        if stop.when and stop.when.field not in shown and _is_at_tick(plot, station, shown):
            yield stop.when.field
    goals = [f"{station.stop.field}.at" for station in plot.stations if station.is_goal]
    if plot.plan.ticks and not plot.is_true and all(goal in shown for goal in goals):
        yield plot.plan.ticks[-1].label.field
