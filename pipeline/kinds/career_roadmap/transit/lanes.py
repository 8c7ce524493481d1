"""The paths drawn: their lines from the start to the card, the slits that carry the axis, and the marks on them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.transit.names import length
from pipeline.kinds.career_roadmap.transit.plot import Plot, now_place, tick_places
from pipeline.layout.canvas import Canvas
from pipeline.typography import Paragraph

THIN = 0.3  # of a line's width, where its path's time is over
SLIT = 0.8  # of the gap between lines
NO_SLIT = 2.5  # station radii from a station, within which it says what a slit would
APART = 0.6  # between labels of the axis, in sizes
MOST_LINES = 2  # of the axis's last label


def lines(canvas: Canvas, plot: Plot) -> None:
    """The paths' lines, the first one on top; thin where their time is over, and cut off round where there is no end.

    They leave room for the plates on them.
    """
    plan, at, routes, _, ends, looks, names = plot
    plates = [length(at, names, index) for index in range(len(routes))]
    for route, path, end, look, plate in reversed(tuple(zip(routes, plan.paths, ends, looks, plates, strict=True))):
        if end < at.last_tick:
            thin = (("M", *at.point(end, route.lane)), ("L", *at.point(at.last_tick, route.lane)))
            canvas.shape(thin, line=look.line, width=THIN * at.line, is_round=False)
        course, last = route.outline[:-1], at.point(end, route.lane)
        if plate:
            before = (*course, ("L", *at.point(at.plate - at.gap, route.lane)))
            canvas.shape(before, line=look.line, width=at.line, is_round=False)
            course = (("M", *at.point(at.plate + plate + at.gap, route.lane)),)
        canvas.shape((*course, ("L", *last)), line=look.line, width=at.line, is_round=False)
        if not path.stops:
            marks.destination(canvas, at, last, look.line, None)


def slits(canvas: Canvas, plot: Plot) -> None:
    """A cut through each line where a phase begins and no station says so."""
    plan, at, routes, places, ends, *_ = plot
    long, wide = at.line + 2 * at.unit, SLIT * at.gap
    for route, stops, end in zip(routes, places, ends, strict=True):
        for tick in tick_places(plan, at)[:-1]:
            if tick < end - wide and all(abs(place - tick) > NO_SLIT * at.station for place in stops):
                canvas.box(at.box(tick, route.lane, wide, long), canvas.colors.paper)


def stations(canvas: Canvas, plot: Plot, labelled: Collection[tuple[int, int]]) -> None:
    """The marks of all milestones; those without a label are small."""
    at = plot.measures
    for lane, (path, look) in enumerate(zip(plot.plan.paths, plot.looks, strict=True)):
        for index, stop in enumerate(path.stops):
            center = plot.spot(lane, plot.places[lane][index])
            if index == len(path.stops) - 1:
                marks.destination(canvas, at, center, look.line, stop.state)
            else:
                size = at if (lane, index) in labelled else at.unlabelled
                marks.station(canvas, size, center, look.line, stop.state)


def now_bars(plot: Plot) -> list[Point]:
    """Where the lines are today, if the map is of a later day than its start; just behind a station of that day."""
    plan, at = plot.plan, plot.measures
    if not plan.now:
        return []
    clear = at.station_reach + 2 * at.gap + 0.3 * at.line
    found = []
    for lane, (path, stops) in enumerate(zip(plan.paths, plot.places, strict=True)):
        along = now_place(plan, path, at, stops)
        along = max([along, *(place + clear for place in stops if abs(place - along) <= clear)])
        if along < at.last_tick and all(abs(place - along) >= clear - 1e-6 for place in stops):
            found.append(plot.spot(lane, along))
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
    """The labels of all ticks: in full if all have room for that, else short; in lines where even that is too wide."""
    letters = canvas.style(at.axis, canvas.colors.muted, 600)._replace(leading=1.15)
    full = [canvas.page.set(tick.label.text, letters, field=tick.label.field) for tick in plan.ticks]
    if all(word.width <= room for word, room in zip(full, rooms, strict=True)):
        return full
    short = [canvas.page.set(tick.shortest, letters, field=tick.label.field) for tick in plan.ticks]
    if at.runs == "right":  # at the last tick lines are broken, before it words give way to one another
        last = canvas.page.set(plan.ticks[-1].shortest, letters, rooms[-1], field=plan.ticks[-1].label.field)
        return [*short[:-1], last]
    return [
        word if word.width <= room else canvas.page.set(tick.shortest, letters, room, field=tick.label.field)
        for tick, word, room in zip(plan.ticks, short, rooms, strict=True)
    ]
