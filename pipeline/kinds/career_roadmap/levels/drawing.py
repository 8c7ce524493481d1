"""Drawing: hairlines, trunk, moves, spines, cards, stations, words and names, from back to front."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from pipeline.color import Color
from pipeline.curves import rounded_rect, turning
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.levels.cards import ASCENT, Seat
from pipeline.kinds.career_roadmap.levels.fitting import LEADING, Fitted
from pipeline.kinds.career_roadmap.levels.lattice import Spans
from pipeline.kinds.career_roadmap.levels.routes import Leg, Route
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.layout.canvas import Canvas
from pipeline.layout.card import card as sheet

AHEAD = 0.5  # of a line's width: what is still to come
LARGEST_CORNER = 12  # radius of a cell's card, in px of the reference: it is smaller than other cards


def draw(canvas: Canvas, fitted: Fitted, plan: Plan, here: Collection[Seat]) -> None:
    """All of a lattice; `here` are the milestones that are today's."""
    drawing = _Drawing(canvas, fitted, plan, here)
    drawing.parity()
    drawing.trunk()
    drawing.moves()
    drawing.spines()
    drawing.now()
    drawing.cards()
    drawing.stations()
    drawing.start()
    drawing.words()
    drawing.names()


class _Drawing:
    """A lattice while it is drawn."""

    def __init__(self, canvas: Canvas, fitted: Fitted, plan: Plan, here: Collection[Seat]) -> None:
        self.canvas, self.fitted, self.plan, self.here = canvas, fitted, plan, here
        self.colors, self.at, self.lattice, self.heads = canvas.colors, fitted.measures, fitted.lattice, fitted.heads
        self.sizes, self.looks = fitted.sizes, marks.looks(plan.paths, canvas.colors)

    def parity(self) -> None:
        """A hairline across at each level, where no card stands."""
        lattice, thin = self.lattice, max(1, round(self.at.unit))
        first = self.fitted.first_card + 0.5 * self.at.axis if lattice.is_horizontal else lattice.gutters[0].low
        for row, span in enumerate(lattice.rows):
            u = round(span.low + self.sizes.reach) if lattice.is_horizontal else round(span.middle)
            taken = [(t.low, t.high) for path, t in enumerate(lattice.tracks) if (path, row) in self.fitted.cards]
            ends = [first, *(end for pair in taken for end in pair), lattice.gutters[-1].high]
            for start, end in zip(ends[::2], ends[1::2], strict=True):
                if end - start > thin:
                    self.canvas.box(lattice.box(u, start, thin, end - start), self.colors.rule)

    def trunk(self) -> None:
        """From the start a line to the first station of each path that nothing else leads to."""
        lattice, at, paths = self.lattice, self.at, self.plan.from_start
        if lattice.foot is None or not paths:
            return
        first = lattice.spines[paths[0]]
        for place, path in reversed(list(enumerate(paths))):
            end, spine = lattice.ports[path, 0], lattice.spines[path]
            u = lattice.foot - lattice.ahead * (place - len(paths) / 2) * self.sizes.pitch
            points = [(u, first), (u, spine), (end, spine)] if place else [(lattice.foot, first), (end, first)]
            width = at.line if self.plan.paths[path].stops[0].state == "done" else at.line * AHEAD
            self._stroke(points, self.looks[path].line, width, at.bend * 0.6)

    def start(self) -> None:
        """The start, if it is one: a ring on a path's spine, long enough for the lines from it; its name and date.

        These stand before the ring, or above it.
        """
        at, lattice, paths = self.at, self.lattice, self.plan.from_start
        if lattice.foot is None:
            return
        u, v, radius = lattice.foot, lattice.spines[(*paths, 0)[0]], at.ring * 0.8
        longer = max(radius, (max(1, len(paths)) / 2 - 1) * self.sizes.pitch + at.line * AHEAD)
        ring = lattice.box(u - longer, v - radius, 2 * longer, 2 * radius)
        marks.start(self.canvas, at, ring, is_now=self.plan.now == 0)
        (label, date, _), heads, canvas, (x, y) = self.heads.start, self.heads, self.canvas, lattice.at(u, v)
        if lattice.is_horizontal:
            name = heads.start_above
            canvas.paragraph(name, x - name.width / 2, lattice.area.y + 0.75 * at.axis)
            return
        name = heads.name(label, heads.measure)
        y += name.cap_height / 2 - name.depth / 2
        if date:
            y -= at.axis * LEADING / 2
            below = canvas.page.set(date.text, canvas.style(at.axis, self.colors.muted), field=date.field)
            canvas.paragraph(below, lattice.area.x, y + name.depth + at.axis * LEADING)
        canvas.paragraph(name, lattice.area.x, y)

    def moves(self) -> None:
        """Every move between tracks, in the colour of the track that it leads to; its end tells its kind."""
        line = self.at.line
        for route in self.fitted.network.routes:
            points, color = self._chain(route), self.looks[route.edge.end[0]].line
            self._stroke(points, color, line * marks.MOVE, 14 * self.at.unit)
            (_, before), (u, v) = points[-2:]
            away = 1 if v > before else -1
            towards = (0, away) if self.lattice.is_horizontal else (away, 0)
            marks.ending(self.canvas, route.edge.kind, self.lattice.at(u, v), towards, color, line)

    def _chain(self, route: Route) -> list[tuple[float, float]]:
        """The corners of a route, as (u, v)."""
        lattice, edge, pitch, network = self.lattice, route.edge, self.sizes.pitch, self.fitted.network
        (a, _), (b, _) = edge.start, edge.end
        leaves = lattice.ports[edge.start] + lattice.ahead * route.out * pitch
        arrives = lattice.ports[edge.end] + lattice.ahead * route.into * pitch
        start = lattice.tracks[a].high if route.goes_on else lattice.spines[a]
        end = lattice.spines[b] - self.sizes.reach if a < b else lattice.tracks[b].high + self.at.line * 0.3
        if route.first is None:
            return [(leaves, start), (leaves, end)]
        v = _lane(lattice.gutters, network.gutters, route.first, pitch)
        if route.channel is None or route.last is None:
            return [(leaves, start), (leaves, v), (arrives, v), (arrives, end)]
        u = _lane(lattice.channels, network.channels, route.channel, pitch)
        w = _lane(lattice.gutters, network.gutters, route.last, pitch)
        return [(leaves, start), (leaves, v), (u, v), (u, w), (arrives, w), (arrives, end)]

    def spines(self) -> None:
        """Each track's line: full where it is behind, thin ahead, dotted to what is optional."""
        lattice, at = self.lattice, self.at
        for w, (path, look) in enumerate(zip(self.plan.paths, self.looks, strict=True)):
            for index, stop in enumerate(path.stops[1:], 1):
                low, high = lattice.ports[w, index - 1], lattice.ports[w, index]
                if abs(high - low) < 1:
                    continue
                points = [(low, lattice.spines[w]), (high, lattice.spines[w])]
                width = at.line if stop.state in ("done", "current") else at.line * AHEAD
                self._stroke(points, self.colors.paper, width + 2 * at.gap, 0)
                self._stroke(points, look.line, width, 0, dash=(0.1, 2 * width) if stop.state == "optional" else ())

    def now(self) -> None:
        """Where time has gone on since the start: a persimmon bar across each track that leads on from there."""
        lattice, plan = self.lattice, self.plan
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
            away = self.sizes.reach + self.at.line
            share = away / max(abs(end - start), 2 * away)
            share = min(1 - share, max(share, (plan.now - low) / (high - low)))
            marks.now(self.canvas, self.at, lattice.at(start + (end - start) * share, lattice.spines[w]), runs)

    def cards(self) -> None:
        """The cards; the optional ones lie flat on the paper, with a dashed edge; the last densities have none."""
        if self.sizes.density.is_bare:
            return
        canvas, unit = self.canvas, self.at.unit
        radius = min(LARGEST_CORNER, canvas.theme.card_radius) * unit
        for w, row in self.fitted.cards:
            rect = self.lattice.cell(w, row)
            if all(self.plan.paths[w].stops[stop].state == "optional" for stop in self.fitted.grid.cells[w, row]):
                canvas.box(rect, self.colors.paper, radius)
                edge, dash = rounded_rect(rect.inset(0.75 * unit), radius), (5 * unit, 4 * unit)
                canvas.shape(edge, line=self.colors.rule_strong, width=1.5 * unit, dash=dash, is_round=False)
                continue
            below, above = sheet(rect, canvas.theme, unit)
            inner = max(0, radius - (above.rect.x - below.rect.x))
            canvas.items += canvas.page.boxes((below._replace(radius=radius), above._replace(radius=inner)))

    def stations(self) -> None:
        """The milestones' marks on the spines; today's is persimmon."""
        lattice, hidden = self.lattice, self.fitted.hidden
        for w, (path, look) in enumerate(zip(self.plan.paths, self.looks, strict=True)):
            for index, stop in enumerate(path.stops):
                if (w, index) in hidden:
                    continue
                center = lattice.at(lattice.ports[w, index], lattice.spines[w])
                color = self.colors.accent_2 if (w, index) in self.here else look.line
                marks.station(self.canvas, self.at, center, color, stop.state)
                if index == len(path.stops) - 1 and stop.state in ("planned", "optional"):
                    marks.disc(self.canvas, center, self.at.station * 0.36, color)

    def words(self) -> None:
        """What the cards say."""
        for (w, row), card in self.fitted.cards.items():
            rect = self.lattice.cell(w, row)
            within = card.places(rect, is_row=not self.lattice.is_horizontal)
            x = rect.x + self.sizes.pad
            for stop, texts in card.entries.items():
                y = within[stop][0] - self.sizes.extra / 2
                for text in texts:
                    y += self.sizes.extra / 2
                    self.canvas.paragraph(text, x, y + 0.5 * (text.leading - text.size) + ASCENT * text.size)
                    y += len(text.lines) * text.leading
            if card.more is not None:
                self.canvas.paragraph(card.more, x, within[card.hidden[0]][0] + 0.9 * card.more.size)

    def names(self) -> None:
        """The names of all levels, then those of all tracks.

        Before the lattice they are centred on their lines; above it those of levels hang from its head, those of tracks
        stand on its foot.
        """
        lattice, heads, canvas = self.lattice, self.heads, self.canvas
        before = [
            (heads.name(leaf, heads.measure, color=color), lattice.area.x, middle)
            for (leaf, color), middle in zip(heads.before, lattice.middles, strict=True)
        ]
        before = [(name, x, y + name.cap_height / 2 - name.depth / 2) for name, x, y in before]
        above = []
        for (leaf, color), span in zip(heads.above, lattice.columns, strict=True):
            name = heads.name(leaf, span.length, heads.size, color)
            if lattice.is_horizontal:
                above.append((name, span.low, lattice.area.y + 0.75 * heads.size))
            else:
                x = span.low + (self.sizes.pad if self.sizes.density.is_bare else 0.0)
                above.append((name, x, self.fitted.first_card - name.depth))
        for name, x, y in above + before if lattice.is_horizontal else before + above:
            canvas.paragraph(name, x, y)

    def _stroke(
        self, points: Sequence[tuple[float, float]], color: Color, width: float, radius: float, *,
        dash: tuple[float, ...] = (),
    ) -> None:  # fmt: skip
        outline = turning([self.lattice.at(u, v) for u, v in points], radius, of_ends=1.0)
        self.canvas.shape(outline, line=color, width=width, is_round=bool(dash), dash=dash)


def _lane(strips: Spans, counts: Mapping[int, int], leg: Leg, pitch: float) -> float:
    """The middle of a leg's lane."""
    strip, lanes = strips[leg.strip], counts[leg.strip]
    return strip.middle + (leg.lane - (lanes - 1) / 2) * min(pitch, strip.length / (lanes + 1))
