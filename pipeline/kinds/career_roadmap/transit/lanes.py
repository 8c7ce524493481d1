"""The paths drawn: their lines from the start to the card, the slits that carry the axis, and the marks on them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import inf

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.transit.names import Names
from pipeline.kinds.career_roadmap.transit.plot import Plot, Seat, place, tick_places
from pipeline.layout.canvas import Canvas
from pipeline.typography import Paragraph

THIN = 0.3  # of a line's width, where its path's time is over
SLIT = 0.8  # of the gap between lines
NO_SLIT = 2.5  # station radii from a station, within which it says what a slit would
APART = 0.6  # between labels of the axis, in sizes
MOST_LINES = 2  # of the axis's last label


def draw(canvas: Canvas, plot: Plot, names: Names) -> None:
    """The paths' lines, the first one on top, and a cut through each where a phase begins and no station says so.

    Lines are thin where their time is over, cut off round where there is no end, and leave room for the plates on them.
    """
    at, paper = plot.measures, canvas.colors.paper
    for lane, plate in reversed([*zip(plot.lanes, names.lengths, strict=True)]):
        color, last = lane.look.line, at.point(lane.end, lane.across)
        if lane.end < at.last_tick:
            thin = (("M", *last), ("L", *at.point(at.last_tick, lane.across)))
            canvas.shape(thin, line=color, width=THIN * at.line, is_round=False)
        course = lane.outline[:-1]
        if plate:
            before = (*course, ("L", *at.point(at.plate - at.gap, lane.across)))
            canvas.shape(before, line=color, width=at.line, is_round=False)
            course = (("M", *at.point(at.plate + plate + at.gap, lane.across)),)
        canvas.shape((*course, ("L", *last)), line=color, width=at.line, is_round=False)
        if not lane.stations:
            marks.destination(canvas, at, last, color, None)
    long, wide = at.line + 2 * at.unit, SLIT * at.gap
    for lane in plot.lanes:
        for tick in tick_places(plot.plan, at)[:-1]:
            is_bare = all(abs(each.along - tick) > NO_SLIT * at.station for each in lane.stations)
            if tick < lane.end - wide and is_bare:
                canvas.box(at.box(tick, lane.across, wide, long), paper)


def stations(canvas: Canvas, plot: Plot, labelled: Collection[Seat]) -> None:
    """The marks of all milestones; those without a label are small."""
    at = plot.measures
    for lane in plot.lanes:
        for each in lane.stations:
            if each.is_goal:
                marks.destination(canvas, at, each.at, lane.look.line, each.stop.state)
            else:
                size = at if each.seat in labelled else at.unlabelled
                marks.station(canvas, size, each.at, lane.look.line, each.stop.state)


def now_bars(plot: Plot) -> list[Point]:
    """Where the lines are today, if the map is of a later day than its start; just behind a station of that day."""
    at, now, found = plot.measures, plot.plan.now or 0.0, []
    clear = at.station_reach + 2 * at.gap + 0.3 * at.line
    for lane in plot.lanes if now else ():
        stops = [each.along for each in lane.stations]
        if plot.plan.ticks:
            along = place(plot.plan, at, now)
        else:  # midway between its neighbours in time
            places = (at.lane_start, *stops, at.last_tick)
            passed = sum(each.stop.at <= now for each in lane.stations)
            along = (places[passed] + places[passed + 1]) / 2
        along = max([along, *(stop + clear for stop in stops if abs(stop - along) <= clear)])
        if along < at.last_tick and all(abs(stop - along) >= clear - 1e-6 for stop in stops):
            found.append(at.point(along, lane.across))
    return found


def axis_labels(canvas: Canvas, plot: Plot) -> tuple[Rect, ...]:
    """Write the words at the ticks; returns the boxes they fill, of words in one row one box for all.

    The last one is left out where not all destinations are reached there.
    """
    plan, at = plot.plan, plot.measures
    if not plan.ticks:
        return ()
    ticks, boxes, runs_down = tick_places(plan, at), list[Rect](), at.runs == "down"
    reaches = [at.station_reach] * (len(ticks) - 1) + [at.goal_reach]
    starts = [tick - reach for tick, reach in zip(ticks, reaches, strict=True)]
    if runs_down:
        room = at.rise + at.offset(0) - at.gap - 0.2 * at.axis - at.axis_at
        rooms = [room - reach for reach in reaches]
    else:
        ends = [*starts[1:], at.width - 0.5 * at.margin]
        rooms = [end - x - APART * at.axis for x, end in zip(starts, ends, strict=True)]
    written = zip(ticks, starts, _axis_words(canvas, at, plan, rooms), strict=True)
    for tick, x, word in reversed(list(written)[: None if plot.is_true else -1]):
        if runs_down:
            x, first = at.axis_at, tick + 0.35 * at.axis - word.depth / 2
            is_free = not boxes or first + word.depth + APART * at.axis <= min(boxes[-1].y, at.card.y)
        else:
            first = at.axis_at - word.depth
            is_free = not boxes or x + word.width + APART * at.axis <= boxes[-1].x
            is_free = is_free and len(word.lines) <= MOST_LINES
        if is_free:
            boxes.append(canvas.paragraph(word, x, first))
    if runs_down or not boxes:
        return tuple(boxes)
    return (boxes[-1]._replace(width=at.width - boxes[-1].x),)


def _axis_words(canvas: Canvas, at: Measures, plan: Plan, rooms: Sequence[float]) -> list[Paragraph]:
    """The labels of all ticks: in full if all have room for that, else short; in lines where even that is too wide.

    Where lanes run to the right only the last one is broken, before it words give way to one another.
    """
    letters = canvas.style(at.axis, canvas.colors.muted, 600)._replace(leading=1.15)
    full = [canvas.page.set(tick.label.text, letters, field=tick.label.field) for tick in plan.ticks]
    if all(word.width <= room for word, room in zip(full, rooms, strict=True)):
        return full
    measures = rooms if at.runs == "down" else [*(inf for _ in rooms[1:]), rooms[-1]]
    pairs = zip(plan.ticks, measures, strict=True)
    return [canvas.page.set(tick.shortest, letters, room, field=tick.label.field) for tick, room in pairs]
