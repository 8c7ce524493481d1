"""Cards: what one cell says, set to a measure: titles, kind and date, perhaps details, and how many more there are.

┌──────────────┐
│ Title        │   several milestones of one cell stand in one card, the earliest where the track comes from
│ Kind  date   │
│ detail       │
└──────────────┘
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import ceil

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.levels.grid import Grid, Seat, kept
from pipeline.kinds.career_roadmap.looks import looks
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import NOTHING, Plan
from pipeline.layout.page import Page
from pipeline.records import NamedTuple
from pipeline.typography import Paragraph, Span, TextStyle

LEADING, META_LEADING = 1.2, 1.24
BARE = 3  # px of the reference about the words of a card without a frame
ASCENT = 0.79  # of a line's box above its baseline, by eye
GAUGED = 100.0  # px at which titles are shaped: lines break alike at any size
GAP = "\u2002"  # between kind and date
MARK = "›\u00a0"  # before what a move says; it points where the text runs


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
            max(smallest, at.stop * scale), max(smallest, at.stop * scale * 1.08),
            max(smallest, min(at.meta, at.meta * scale)), side * pad, above * pad, 12 * pad, 4 * pad,
            reach, reach + lead * mark, gutter * mark, channel * mark,
            max(10 * mark, 7 * at.unit), 14 * mark, 10 * mark,
        )  # fmt: skip


class Format(NamedTuple):
    """How cards are set: how much they say, how large, to what measure, and whether no word may be parted."""

    density: Density
    sizes: Sizes
    measure: float
    is_strict: bool


class Entry(NamedTuple):
    """One milestone of a card; `blocks` are its paragraphs with the space above each."""

    stop: int
    blocks: tuple[tuple[float, Paragraph], ...]
    height: float


class Card(NamedTuple):
    """A cell's milestones from the earliest to the latest, those that are only counted, and the words for these."""

    entries: tuple[Entry, ...]
    hidden: tuple[int, ...]
    more: Paragraph | None
    height: float

    def places(self, rect: Rect, sizes: Sizes, *, is_row: bool) -> dict[int, tuple[float, float]]:
        """Where each milestone begins and ends from top to bottom; what is only counted stands below all.

        Where levels are rows the latest comes first, and all stand in the middle of the card's box.
        """
        y = rect.y + sizes.pad_v + ((rect.height - self.height) / 2 if is_row else 0.0)
        found: dict[int, tuple[float, float]] = {}
        for entry in reversed(self.entries) if is_row else self.entries:
            found[entry.stop] = (y, y + entry.height)
            y += entry.height + sizes.apart
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

    def heights(self, found: Grid, form: Format) -> dict[Seat, float] | None:
        """The least height of every card; None where a word is too wide."""
        sizes, heights = form.sizes, {}
        for (w, row), stops in found.cells.items():
            path = self.plan.paths[w]
            named = kept(path, stops, form.density.most)
            lines = [self._least((w, s), form) for s in named]
            if None in lines:
                return None
            counted = form.density.has_meta * sum(bool(path.stops[s].kind or path.stops[s].when) for s in named)
            height = 2 * sizes.pad_v + sizes.apart * (len(named) - 1) + sum(filter(None, lines))
            heights[w, row] = height + sizes.meta * META_LEADING * (counted + (len(named) < len(stops)))
        return heights

    def cards(self, found: Grid, form: Format) -> dict[Seat, Card] | None:
        """The card of every cell; None where one has a word that is too wide."""
        texts = {
            (w, s): self._texts((w, s), form)
            for (w, _), stops in found.cells.items()
            for s in kept(self.plan.paths[w], stops, form.density.most)
        }
        if form.is_strict and not all(self._is_whole(text, form) for said in texts.values() for text in said):
            return None
        return {(w, row): self._card(w, stops, texts, form) for (w, row), stops in found.cells.items()}

    def _least(self, seat: Seat, form: Format) -> float | None:
        """The least height of a title's lines."""
        title, size = self.titles[seat], form.sizes.goal if self._is_goal(seat) else form.sizes.title
        lines = title.fewest_lines(form.measure * GAUGED / size)
        if lines is None and form.is_strict:
            return None
        return (lines or ceil(0.9 * title.x[-1] * size / (GAUGED * form.measure))) * size * LEADING

    def _card(self, w: int, stops: tuple[int, ...], texts: Mapping[Seat, list[list[Span]]], form: Format) -> Card:
        """The card of these stops of a path, those without texts only counted."""
        sizes, more = form.sizes, None
        entries = tuple(self._entry(s, texts[w, s], form) for s in stops if (w, s) in texts)
        hidden = tuple(s for s in stops if (w, s) not in texts)
        height = sum(entry.height for entry in entries) + sizes.apart * (len(entries) - 1)
        if hidden:
            style = self._style(sizes.meta, self.colors.muted, 600)
            field = f"{self.plan.paths[w].stops[hidden[0]].field}.more"
            more = self.page.set(f"+{len(hidden)}", style, field=field)
            height += more.leading + sizes.extra
        return Card(entries, hidden, more, height + 2 * sizes.pad_v)

    def _entry(self, stop: int, texts: Sequence[Sequence[Span]], form: Format) -> Entry:
        setter, above = self.page.typesetter, form.sizes.extra / 2
        found = [setter.set(text, form.measure, balanced=True, role=text[0].role) for text in texts]
        blocks = tuple((above if index else 0.0, each) for index, each in enumerate(found))
        return Entry(stop, blocks, sum(above + len(each.lines) * each.leading for above, each in blocks))

    def _is_whole(self, text: Sequence[Span], form: Format) -> bool:
        """Whether no word of a text is too wide."""
        return self.page.typesetter.prepare(text, False, text[0].role).fewest_lines(form.measure) is not None

    def _texts(self, seat: Seat, form: Format) -> list[list[Span]]:
        """What a card says of a milestone, a paragraph each: its title, the lines below it and what its moves say."""
        asides = self._asides(seat, form) if form.density.has_meta else ()
        return [[self._title(seat, form.sizes.title, form.sizes.goal)], *self._lines(seat, form), *asides]

    def _lines(self, seat: Seat, form: Format) -> list[list[Span]]:
        """What stands below a title, a paragraph each; "Today" leads the first of them."""
        w, s = seat
        stop, density, size = self.plan.paths[w].stops[s], form.density, form.sizes.meta
        kind, muted = self._style(size, self.looks[w].words, 600), self._style(size, self.colors.muted)
        plain = muted if self._is_quiet(w) else self._style(size, self.colors.ink_2)
        lines = [
            [(stop.kind, kind), (stop.when, muted)] if density.has_meta else [],
            [(stop.detail, plain)] if density.has_detail else [],
            [(_joined(stop.skills), muted)] if density.has_skills else [],
        ]
        found = [line for line in lines if any(leaf for leaf, _ in line)]
        if seat in self.here:
            today = Leaf(self.plan.today, "start.label"), self._style(size, self.colors.accent_2_text, 600)
            found = [[today, *found[0]], *found[1:]] if found else [[today]]
        return [spans(line) for line in found]

    def _asides(self, seat: Seat, form: Format) -> Iterator[list[Span]]:
        """What the moves that leave a stop say, in the colours of the tracks that they lead to."""
        for edge in self.plan.edges:
            if edge.start == seat and edge.label:
                style = self._style(form.sizes.meta, self.looks[edge.end[0]].words, 600)
                yield [Span(MARK + edge.label.text, style, edge.label.field)]

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


def _joined(skills: tuple[Leaf, ...]) -> Leaf:
    """All of them as one text, which is the first one's."""
    return skills[0]._replace(text=" · ".join(map(str, skills))) if skills else NOTHING
