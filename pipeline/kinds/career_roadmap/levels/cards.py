"""Cells: which milestones of a track stand on which level, and the cards that say so, set to a measure.

┌──────────────┐
│ Title        │   several milestones of one cell stand in one card, the earliest where the track comes from
│ Kind  date   │
│ detail       │
└──────────────┘
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import ceil, floor
from typing import NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.marks import looks
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import NOTHING, Path, Plan, Tick
from pipeline.layout.page import Page
from pipeline.typography import Paragraph, Span, TextStyle

LEADING, META_LEADING = 1.2, 1.24
BARE = 3  # px of the reference about the words of a card without a frame
ASCENT = 0.79  # of a line's box above its baseline, by eye
GAUGED = 100.0  # px at which titles are shaped: lines break alike at any size
GAP = "\u2002"  # between kind and date
MARK = "›\u00a0"  # before what a move says; it points where the text runs
NEARLY = 1e-6

Seat: TypeAlias = tuple[int, int]
"""A path and one of its stops, or a path and a row; counted from 0, rows from the lowest."""


class Grid(NamedTuple):
    """The rows' names from the lowest up, and the stops in each cell (path, row), in their order."""

    names: tuple[Leaf, ...]
    cells: Mapping[Seat, tuple[int, ...]]
    rows: Mapping[Seat, int]  # of each (path, stop)


def grid(plan: Plan, most_rows: int) -> Grid:
    """The plan's cells on at most so many rows.

    A milestone stands on its own level, or on the phase or date that is nearest along the axis. Without an axis the
    milestones of all paths count on from the first row, each place in the order being a row of its own.
    """
    places = sorted({stop.at for path in plan.paths for stop in path.stops})
    ticks, row_of = plan.ticks or tuple(Tick(at, NOTHING) for at in places), {at: row for row, at in enumerate(places)}
    if plan.ticks:
        last = len(ticks) - 1
        row_of = {at: min(last, max(0, floor(plan.step(at) - 0.5 + NEARLY))) for at in places}
    shared = max(1, ceil(len(ticks) / most_rows))
    rows = {(w, s): row_of[stop.at] // shared for w, path in enumerate(plan.paths) for s, stop in enumerate(path.stops)}
    cells: dict[Seat, tuple[int, ...]] = {}
    for (w, s), row in rows.items():
        cells[w, row] = (*cells.get((w, row), ()), s)
    parts = [ticks[at : at + shared] for at in range(0, len(ticks), shared)]
    names = []
    for first, *others in parts:  # a level's own name, or the first and the last of those that share a row
        both = f"{first.shortest} – {others[-1].shortest}" if others and first.shortest else ""
        names.append(first.label._replace(text=both) if others else first.label)
    return Grid(tuple(names) or (NOTHING,), cells, rows)


def kept(path: Path, stops: tuple[int, ...], most: int) -> tuple[int, ...]:
    """The stops of a cell that are named when only so many can be: the destination, what goes on, then the earliest."""
    if len(stops) <= most:
        return stops
    ranks = sorted(stops, key=lambda s: (s != len(path.stops) - 1, path.stops[s].state != "current", s))
    return tuple(sorted(ranks[:most]))


class Density(NamedTuple):
    """How much the cards say, and how large: what falls away first stands last."""

    scale: float
    has_meta: bool = True
    has_detail: bool = False
    has_skills: bool = False
    most: int = 25  # milestones that one card names
    mark: float = 1.0  # scale of stations, gaps and paddings
    is_bare: bool = False  # without the cards' frames


class Sizes(NamedTuple):
    """Type sizes, paddings and distances of a lattice at one density, in px."""

    density: Density
    title: float
    goal: float
    meta: float
    pad: float
    pad_v: float
    apart: float  # between two milestones of one card
    extra: float  # above details
    reach: float  # of a station with its halo
    lead: float  # from a spine to its card
    gutter: float
    channel: float
    pitch: float
    turn: float
    room: float  # for a move's head

    @staticmethod
    def of(at: Measures, density: Density) -> Sizes:
        """The sizes at this density; nothing is set smaller than the smallest text of a lattice."""
        scale, mark, smallest = density.scale, at.unit * density.mark, at.smallest_on_cards
        pad = min(scale, 1.1, density.mark) * at.unit
        side, above, lead, gutter, channel = (BARE, BARE, 3, 12, 8) if density.is_bare else (14, 10, 7, 28, 16)
        reach = at.station + 0.22 * at.line + at.gap
        return Sizes(
            density, max(smallest, at.stop * scale), max(smallest, at.stop * scale * 1.08),
            max(smallest, min(at.meta, at.meta * scale)), side * pad, above * pad, 12 * pad, 4 * pad,
            reach, reach + lead * mark, gutter * mark, channel * mark,
            max(10 * mark, 7 * at.unit), 14 * mark, 10 * mark,
        )  # fmt: skip


class Card(NamedTuple):
    """A cell's milestones from the earliest to the latest, those that are only counted, and the words for these.

    `entries` are the paragraphs of each that is named.
    """

    entries: dict[int, tuple[Paragraph, ...]]
    hidden: tuple[int, ...]
    more: Paragraph | None
    sizes: Sizes

    @property
    def height(self) -> float:
        """With the space above and below its words."""
        heights = [self.height_of(stop) for stop in self.entries]
        more = self.more.leading + self.sizes.extra if self.more else 0.0
        return sum(heights) + self.sizes.apart * (len(heights) - 1) + more + 2 * self.sizes.pad_v

    def height_of(self, stop: int) -> float:
        """Of what it says of a milestone."""
        texts = self.entries[stop]
        return sum(len(text.lines) * text.leading for text in texts) + self.sizes.extra / 2 * (len(texts) - 1)

    def places(self, rect: Rect, *, is_row: bool) -> dict[int, tuple[float, float]]:
        """Where each milestone begins and ends from top to bottom; what is only counted stands below all.

        Where levels are rows the latest comes first, and all stand in the middle of the card's box.
        """
        sizes = self.sizes
        y = rect.y + sizes.pad_v + ((rect.height - self.height) / 2 if is_row else 0.0)
        found: dict[int, tuple[float, float]] = {}
        for stop in reversed(self.entries) if is_row else self.entries:
            found[stop] = (y, y + self.height_of(stop))
            y = found[stop][1] + sizes.apart
        if self.more is not None:
            y += sizes.extra - sizes.apart
            found.update(dict.fromkeys(self.hidden, (y, y + self.more.leading)))
        return found


class Setter:
    """Sets the cards of a plan for one page; `here` are the milestones that are today's.

    Titles are shaped once, so that hopeless densities set no text. Raises AssetError for a character that no face has.
    """

    def __init__(self, plan: Plan, page: Page, here: Collection[Seat]) -> None:
        self.plan, self.page, self.here = plan, page, here
        self.colors, self.faces = page.theme.colors, page.theme.faces
        self.looks = looks(plan.paths, self.colors)
        self.some_stand_out = any(path.is_highlighted for path in plan.paths)
        self.titles = {
            (w, s): page.typesetter.prepare([self._title((w, s), GAUGED, GAUGED)], False, stop.title.field)
            for w, path in enumerate(plan.paths)
            for s, stop in enumerate(path.stops)
        }

    def heights(self, found: Grid, sizes: Sizes, measure: float, *, is_strict: bool) -> dict[Seat, float] | None:
        """The least height of every card; None where a word is too wide and `is_strict`."""
        heights = {}
        for (w, row), stops in found.cells.items():
            path = self.plan.paths[w]
            named = kept(path, stops, sizes.density.most)
            height = 2 * sizes.pad_v + sizes.apart * (len(named) - 1)
            for seat in ((w, s) for s in named):
                title, size = self.titles[seat], sizes.goal if self._is_goal(seat) else sizes.title
                lines = title.fewest_lines(measure * GAUGED / size)
                if lines is None and is_strict:
                    return None
                height += (lines or ceil(0.9 * title.x[-1] * size / (GAUGED * measure))) * size * LEADING
            counted = sizes.density.has_meta * sum(bool(path.stops[s].kind or path.stops[s].when) for s in named)
            heights[w, row] = height + sizes.meta * META_LEADING * (counted + (len(named) < len(stops)))
        return heights

    def cards(self, found: Grid, sizes: Sizes, measure: float, *, is_strict: bool) -> dict[Seat, Card] | None:
        """The card of every cell; None where one has a word that is too wide and `is_strict`."""
        setter = self.page.typesetter
        texts = {
            (w, s): [*self._texts((w, s), sizes)]
            for (w, _), stops in found.cells.items()
            for s in kept(self.plan.paths[w], stops, sizes.density.most)
        }
        every = (text for said in texts.values() for text in said) if is_strict else ()
        if any(setter.prepare(text, False, text[0].role).fewest_lines(measure) is None for text in every):
            return None
        entries = {
            seat: tuple(setter.set(text, measure, balanced=True, role=text[0].role) for text in said)
            for seat, said in texts.items()
        }
        cards, style = {}, self._style(sizes.meta, self.colors.muted, 600)
        for (w, row), stops in found.cells.items():
            hidden, more = tuple(s for s in stops if (w, s) not in texts), None
            if hidden:
                field = f"{self.plan.paths[w].stops[hidden[0]].field}.more"
                more = self.page.set(f"+{len(hidden)}", style, field=field)
            cards[w, row] = Card({s: entries[w, s] for s in stops if s not in hidden}, hidden, more, sizes)
        return cards

    def _texts(self, seat: Seat, sizes: Sizes) -> Iterator[list[Span]]:
        """What a card says of a milestone, a paragraph each: its title, what stands below it and what its moves say.

        "Today" leads the first of the lines below the title.
        """
        (w, s), density, size = seat, sizes.density, sizes.meta
        stop, muted = self.plan.paths[w].stops[s], self._style(size, self.colors.muted)
        yield [self._title(seat, sizes.title, sizes.goal)]
        plain = muted if self._is_quiet(w) else self._style(size, self.colors.ink_2)
        skills = stop.skills[0]._replace(text=" · ".join(map(str, stop.skills))) if stop.skills else NOTHING
        lines = [
            [(stop.kind, self._style(size, self.looks[w].words, 600)), (stop.when, muted)] if density.has_meta else [],
            [(stop.detail, plain)] if density.has_detail else [],
            [(skills, muted)] if density.has_skills else [],
        ]
        found = [line for line in lines if any(leaf for leaf, _ in line)]
        if seat in self.here:
            today = Leaf(self.plan.today, "start.label"), self._style(size, self.colors.accent_2_text, 600)
            found = [[today, *found[0]], *found[1:]] if found else [[today]]
        yield from map(spans, found)
        for edge in self.plan.edges if density.has_meta else ():
            if edge.start == seat and edge.label:
                color = self.looks[edge.end[0]].words  # of the track that it leads to
                yield [Span(MARK + edge.label.text, self._style(size, color, 600), edge.label.field)]

    def _is_goal(self, seat: Seat) -> bool:
        return seat[1] == len(self.plan.paths[seat[0]].stops) - 1

    def _is_quiet(self, w: int) -> bool:
        return self.some_stand_out and not self.plan.paths[w].is_highlighted

    def _title(self, seat: Seat, size: float, goal: float) -> Span:
        """A title; a destination's stands out."""
        title = self.plan.paths[seat[0]].stops[seat[1]].title
        ink = self.colors.muted if self._is_quiet(seat[0]) else self.colors.ink
        families, size = (self.faces.display, goal) if self._is_goal(seat) else (self.faces.text, size)
        return Span(title.text, TextStyle(families, size, ink, 600, leading=LEADING), title.field)

    def _style(self, size: float, fill: Color, weight: int = 400) -> TextStyle:
        return TextStyle(self.faces.text, size, fill, weight, leading=META_LEADING)


def spans(parts: Sequence[tuple[Leaf, TextStyle]]) -> list[Span]:
    """The texts that are not empty, a space between them."""
    found: list[Span] = []
    for leaf, style in parts:
        if leaf:
            found.append(Span((GAP if found else "") + leaf.text, style, leaf.field))
    return found
