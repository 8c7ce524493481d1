"""Drawing: hairlines, trunk, moves, spines, cards, stations, words and names, from back to front."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from pipeline.color import Color
from pipeline.curves import rounded_rect, turning
from pipeline.geometry import Point
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.levels.cards import ASCENT
from pipeline.kinds.career_roadmap.levels.fitting import Fitted
from pipeline.kinds.career_roadmap.levels.grid import Seat
from pipeline.kinds.career_roadmap.levels.heads import LEADING
from pipeline.kinds.career_roadmap.levels.lattice import Lattice, Spans
from pipeline.kinds.career_roadmap.levels.routes import Leg, Route
from pipeline.kinds.career_roadmap.looks import Look
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.layout.canvas import Canvas
from pipeline.layout.card import card as sheet

AHEAD = 0.5  # of a line's width: what is still to come
LARGEST_CORNER = 12  # radius of a cell's card, in px of the reference: it is smaller than other cards


def parity(canvas: Canvas, fitted: Fitted) -> None:
    """A hairline across at each level, where no card stands."""
    lattice, thin = fitted.lattice, max(1, round(fitted.measures.unit))
    first = lattice.gutters[0].low
    if lattice.is_horizontal:
        first = fitted.first_card + 0.5 * fitted.measures.axis
    for row, span in enumerate(lattice.rows):
        u = round(span.low + fitted.sizes.reach) if lattice.is_horizontal else round(span.middle)
        v = first
        for path, track in enumerate(lattice.tracks):
            if (path, row) in fitted.cards:
                _hairline(canvas, lattice, u, v, track.low, thin)
                v = track.high
        _hairline(canvas, lattice, u, v, lattice.gutters[-1].high, thin)


def _hairline(canvas: Canvas, lattice: Lattice, u: float, start: float, end: float, thin: float) -> None:
    if end - start > thin:
        canvas.box(lattice.box(u, start, thin, end - start), canvas.colors.rule)


def trunk(canvas: Canvas, fitted: Fitted, plan: Plan, looks: Sequence[Look], paths: Sequence[int]) -> None:
    """From the start a line to the first station of each path that nothing else leads to."""
    lattice, at = fitted.lattice, fitted.measures
    if lattice.foot is None or not paths:
        return
    first = lattice.spines[paths[0]]
    for place, path in reversed(list(enumerate(paths))):
        end = lattice.ports[path, 0]
        if place == 0:
            points = [(lattice.foot, first), (end, first)]
        else:
            u = lattice.foot - lattice.ahead * (place - len(paths) / 2) * fitted.sizes.pitch
            points = [(u, first), (u, lattice.spines[path]), (end, lattice.spines[path])]
        width = at.line if plan.paths[path].stops[0].state == "done" else at.line * AHEAD
        _stroke(canvas, lattice, points, looks[path].line, width, at.bend * 0.6)


def start(canvas: Canvas, fitted: Fitted, path: int, paths: int, *, is_now: bool) -> None:
    """The start and its words, on a path's spine: a ring that is long enough for the lines of so many paths."""
    at, lattice = fitted.measures, fitted.lattice
    assert lattice.foot is not None
    u, v, radius = lattice.foot, lattice.spines[path], at.ring * 0.8
    longer = max(radius, (paths / 2 - 1) * fitted.sizes.pitch + at.line * AHEAD)
    marks.start(canvas, at, lattice.box(u - longer, v - radius, 2 * longer, 2 * radius), is_now=is_now)
    _start_words(canvas, fitted, lattice.at(u, v))


def moves(canvas: Canvas, fitted: Fitted, looks: Sequence[Look]) -> None:
    """Every move between tracks, in the colour of the track that it leads to; its end tells its kind."""
    for route in fitted.network.routes:
        points = chain(fitted, route)
        color = looks[route.edge.end[0]].line
        line = fitted.measures.line
        _stroke(canvas, fitted.lattice, points, color, line * marks.MOVE, 14 * fitted.measures.unit)
        (_, before), (u, v) = points[-2:]
        away = 1 if v > before else -1
        is_level = not fitted.lattice.is_horizontal
        marks.ending(
            canvas, route.edge.kind, fitted.lattice.at(u, v), (away, 0) if is_level else (0, away), color, line
        )


def chain(fitted: Fitted, route: Route) -> list[tuple[float, float]]:
    """The corners of a route, as (u, v)."""
    lattice, edge = fitted.lattice, route.edge
    (a, _), (b, _) = edge.start, edge.end
    leaves = lattice.ports[edge.start] + lattice.ahead * route.out * fitted.sizes.pitch
    arrives = lattice.ports[edge.end] + lattice.ahead * route.into * fitted.sizes.pitch
    start = lattice.tracks[a].high if route.goes_on else lattice.spines[a]
    end = lattice.spines[b] - fitted.sizes.reach if a < b else lattice.tracks[b].high + fitted.measures.line * 0.3
    if route.first is None:
        return [(leaves, start), (leaves, end)]
    network, pitch = fitted.network, fitted.sizes.pitch
    v = _lane(lattice.gutters, network.gutters, route.first, pitch)
    if route.channel is None or route.last is None:
        return [(leaves, start), (leaves, v), (arrives, v), (arrives, end)]
    u = _lane(lattice.channels, network.channels, route.channel, pitch)
    w = _lane(lattice.gutters, network.gutters, route.last, pitch)
    return [(leaves, start), (leaves, v), (u, v), (u, w), (arrives, w), (arrives, end)]


def _lane(strips: Spans, counts: Mapping[int, int], leg: Leg, pitch: float) -> float:
    """The middle of a leg's lane."""
    strip, lanes = strips[leg.strip], counts[leg.strip]
    return strip.middle + (leg.lane - (lanes - 1) / 2) * min(pitch, strip.length / (lanes + 1))


def spines(canvas: Canvas, fitted: Fitted, plan: Plan, looks: Sequence[Look]) -> None:
    """Each track's line: full where it is behind, thin ahead, dotted to what is optional."""
    lattice, at = fitted.lattice, fitted.measures
    for w, (path, look) in enumerate(zip(plan.paths, looks, strict=True)):
        for index, stop in enumerate(path.stops[1:], 1):
            low, high = lattice.ports[w, index - 1], lattice.ports[w, index]
            if abs(high - low) < 1:
                continue
            points = [(low, lattice.spines[w]), (high, lattice.spines[w])]
            width = at.line if stop.state in ("done", "current") else at.line * AHEAD
            _stroke(canvas, lattice, points, canvas.colors.paper, width + 2 * at.gap, 0)
            dash = (0.1, 2 * width) if stop.state == "optional" else ()
            _stroke(canvas, lattice, points, look.line, width, 0, dash=dash)


def now(canvas: Canvas, fitted: Fitted, plan: Plan) -> None:
    """Where time has gone on since the start: a persimmon bar across each track that leads on from there."""
    lattice = fitted.lattice
    if not plan.now or lattice.foot is None:
        return
    runs: Literal["right", "down"] = "right" if lattice.is_horizontal else "down"
    for w, path in enumerate(plan.paths):
        after = next((index for index, stop in enumerate(path.stops) if stop.at > (plan.now or 0.0)), 0)
        if not path.stops or path.stops[-1].at <= plan.now or (after == 0 and w not in plan.from_start):
            continue
        start = lattice.ports[w, after - 1] if after else lattice.foot
        low = path.stops[after - 1].at if after else 0.0
        end, high = lattice.ports[w, after], path.stops[after].at
        away = fitted.sizes.reach + fitted.measures.line
        share = away / max(abs(end - start), 2 * away)
        share = min(1 - share, max(share, (plan.now - low) / (high - low)))
        marks.now(canvas, fitted.measures, lattice.at(start + (end - start) * share, lattice.spines[w]), runs)


def cards(canvas: Canvas, fitted: Fitted, plan: Plan) -> None:
    """The cards; the optional ones lie flat on the paper, with a dashed edge. At the last density there are none."""
    if fitted.density.is_bare:
        return
    theme, unit = canvas.theme, fitted.measures.unit
    radius = min(LARGEST_CORNER, theme.card_radius) * unit
    for w, row in fitted.cards:
        rect = fitted.lattice.cell(w, row)
        if all(plan.paths[w].stops[stop].state == "optional" for stop in fitted.grid.cells[w, row]):
            canvas.box(rect, canvas.colors.paper, radius)
            edge, dash = rounded_rect(rect.inset(0.75 * unit), radius), (5 * unit, 4 * unit)
            canvas.shape(edge, line=canvas.colors.rule_strong, width=1.5 * unit, dash=dash, is_round=False)
            continue
        below, above = sheet(rect, theme, unit)
        line = above.rect.x - below.rect.x
        canvas.items += canvas.page.boxes((below._replace(radius=radius), above._replace(radius=max(0, radius - line))))


def stations(canvas: Canvas, fitted: Fitted, plan: Plan, looks: Sequence[Look], here: frozenset[Seat]) -> None:
    """The milestones' marks on the spines; today's is persimmon."""
    lattice, hidden = fitted.lattice, fitted.hidden
    for w, (path, look) in enumerate(zip(plan.paths, looks, strict=True)):
        for index, stop in enumerate(path.stops):
            if (w, index) in hidden:
                continue
            center = lattice.at(lattice.ports[w, index], lattice.spines[w])
            color = canvas.colors.accent_2 if (w, index) in here else look.line
            marks.station(canvas, fitted.measures, center, color, stop.state)
            if index == len(path.stops) - 1 and stop.state in ("planned", "optional"):
                marks.disc(canvas, center, fitted.measures.station * 0.36, color)


def words(canvas: Canvas, fitted: Fitted) -> None:
    """What the cards say."""
    is_row = not fitted.lattice.is_horizontal
    for (w, row), card in fitted.cards.items():
        rect = fitted.lattice.cell(w, row)
        within, x = card.places(rect, fitted.sizes, is_row=is_row), rect.x + fitted.sizes.pad
        for entry in card.entries:
            y = within[entry.stop][0]
            for above, paragraph in entry.blocks:
                y += above
                canvas.paragraph(paragraph, x, y + 0.5 * (paragraph.leading - paragraph.size) + ASCENT * paragraph.size)
                y += len(paragraph.lines) * paragraph.leading
        if card.more is not None:
            canvas.paragraph(card.more, x, within[card.hidden[0]][0] + 0.9 * card.more.size)


def _stroke(
    canvas: Canvas, lattice: Lattice, points: Sequence[tuple[float, float]], color: Color, width: float, radius: float,
    *, dash: tuple[float, ...] = (),
) -> None:  # fmt: skip
    outline = turning([lattice.at(u, v) for u, v in points], radius, of_ends=1.0)
    canvas.shape(outline, line=color, width=width, is_round=bool(dash), dash=dash)


def names(canvas: Canvas, fitted: Fitted) -> None:
    """The names of all levels, then those of all tracks."""
    for draw in (_above, _before) if fitted.lattice.is_horizontal else (_before, _above):
        draw(canvas, fitted)


def _before(canvas: Canvas, fitted: Fitted) -> None:
    """The names before the lattice, centred on their lines."""
    lattice, heads = fitted.lattice, fitted.heads
    for (leaf, color), middle in zip(heads.before, lattice.middles, strict=True):
        name = heads.name(leaf, heads.measure, color=color)
        canvas.paragraph(name, lattice.area.x, middle + name.cap_height / 2 - name.depth / 2)


def _above(canvas: Canvas, fitted: Fitted) -> None:
    """The names above the lattice: the levels' hang from its head, the tracks' stand on its foot."""
    lattice, heads = fitted.lattice, fitted.heads
    for (leaf, color), span in zip(heads.above, lattice.columns, strict=True):
        name = heads.name(leaf, span.length, heads.size, color)
        if lattice.is_horizontal:
            canvas.paragraph(name, span.low, lattice.area.y + 0.75 * heads.size)
        else:
            x = span.low + (fitted.sizes.pad if fitted.density.is_bare else 0.0)
            canvas.paragraph(name, x, fitted.first_card - name.depth)


def _start_words(canvas: Canvas, fitted: Fitted, center: Point) -> None:
    """The start's name and date, before its ring or above it."""
    at, lattice, names = fitted.measures, fitted.lattice, fitted.heads
    label, date, _ = names.start
    if lattice.is_horizontal:
        name = names.start_above
        canvas.paragraph(name, center.x - name.width / 2, lattice.area.y + 0.75 * at.axis)
        return
    name = names.name(label, fitted.heads.measure)
    y = center.y + name.cap_height / 2 - name.depth / 2
    if date:
        y -= at.axis * LEADING / 2
        below = canvas.page.set(date.text, canvas.style(at.axis, canvas.colors.muted), field=date.field)
        canvas.paragraph(below, lattice.area.x, y + name.depth + at.axis * LEADING)
    canvas.paragraph(name, lattice.area.x, y)
