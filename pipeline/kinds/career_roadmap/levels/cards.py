"""Cards: what one cell says, set to a measure: titles, kind and date, perhaps details, and how many more there are.

┌──────────────┐
│ Title        │   several milestones of one cell stand in one card, the earliest where the track comes from
│ Kind  date   │
│ detail       │
└──────────────┘
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import NamedTuple

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.levels.grid import Grid, Seat, kept
from pipeline.kinds.career_roadmap.looks import Look
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import NOTHING, Path, Plan, Stop
from pipeline.layout.page import Page
from pipeline.typography import Paragraph, Prepared, Span, TextStyle

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
    """Type sizes and paddings of the cards, in px."""

    title: float
    goal: float
    meta: float
    pad: float
    pad_v: float
    apart: float  # between two milestones of one card
    extra: float  # above details

    @staticmethod
    def of(at: Measures, density: Density) -> Sizes:
        """The sizes at this density; nothing is set smaller than the smallest text of a lattice."""
        unit, scale = at.unit, density.scale
        smallest = at.smallest_on_cards
        title, meta = max(smallest, at.stop * scale), max(smallest, min(at.meta, at.meta * scale))
        pad = min(scale, 1.1, density.mark) * unit
        sides = (BARE, BARE) if density.is_bare else (14, 10)
        goal = max(smallest, at.stop * scale * 1.08)
        return Sizes(title, goal, meta, sides[0] * pad, sides[1] * pad, 12 * pad, 4 * pad)


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


class Aside(NamedTuple):
    """What a move says, in the colour of the track that it leads to."""

    text: Leaf
    color: Color


class Setter(NamedTuple):
    """Sets cards for one page at one density, to one measure; `asides` are what the moves that leave a stop say."""

    page: Page
    sizes: Sizes
    density: Density
    measure: float
    today: str
    is_strict: bool  # refuse to part a word
    asides: Mapping[Seat, tuple[Aside, ...]]

    def card(
        self, w: int, path: Path, stops: tuple[int, ...], look: Look, here: frozenset[int], *, is_quiet: bool = False
    ) -> Card | None:
        """The card of these stops of a path; None where a word is too wide for it. `here` are those of today."""
        named = kept(path, stops, self.density.most)
        entries = []
        for index in named:
            is_goal, is_here = index == len(path.stops) - 1, index in here
            entry = self._entry(path.stops[index], (w, index), look, is_quiet, is_goal=is_goal, is_here=is_here)
            if entry is None:
                return None
            entries.append(entry)
        hidden = tuple(index for index in stops if index not in named)
        more = None
        height = sum(entry.height for entry in entries) + self.sizes.apart * (len(entries) - 1)
        if hidden:
            style = self._style(self.sizes.meta, self.page.theme.colors.muted, 600)
            more = self.page.set(f"+{len(hidden)}", style, field=f"{path.stops[hidden[0]].field}.more")
            height += more.leading + self.sizes.extra
        return Card(tuple(entries), hidden, more, height + 2 * self.sizes.pad_v)

    def _entry(
        self, stop: Stop, seat: Seat, look: Look, is_quiet: bool, *, is_goal: bool, is_here: bool
    ) -> Entry | None:
        colors, faces = self.page.theme.colors, self.page.theme.faces
        size = self.sizes.goal if is_goal else self.sizes.title
        families = faces.display if is_goal else faces.text
        style = TextStyle(families, size, colors.muted if is_quiet else colors.ink, 600, leading=LEADING)
        asides = self.asides.get(seat, ()) if self.density.has_meta else ()
        texts = [
            [Span(stop.title.text, style, stop.title.field)],
            *self._lines(stop, look.words, is_quiet=is_quiet, is_here=is_here),
            *([Span(MARK + text.text, self._style(self.sizes.meta, color, 600), text.field)] for text, color in asides),
        ]
        blocks: list[tuple[float, Paragraph]] = []
        for text in texts:
            paragraph = self._set(text)
            if paragraph is None:
                return None
            blocks.append((self.sizes.extra / 2 if blocks else 0.0, paragraph))
        height = sum(above + len(each.lines) * each.leading for above, each in blocks)
        return Entry(seat[1], tuple(blocks), height)

    def _lines(self, stop: Stop, color: Color, *, is_quiet: bool, is_here: bool) -> list[list[Span]]:
        """What stands below a title, a paragraph each; "Today" leads the first of them."""
        colors, density = self.page.theme.colors, self.density
        kind, muted = self._style(self.sizes.meta, color, 600), self._style(self.sizes.meta, colors.muted)
        plain = muted if is_quiet else self._style(self.sizes.meta, colors.ink_2)
        lines = [
            [(stop.kind, kind), (stop.when, muted)] if density.has_meta else [],
            [(stop.detail, plain)] if density.has_detail else [],
            [(_joined(stop.skills), muted)] if density.has_skills else [],
        ]
        found = [line for line in lines if any(leaf for leaf, _ in line)]
        if is_here:
            today = Leaf(self.today, "start.label"), self._style(self.sizes.meta, colors.accent_2_text, 600)
            found = [[today, *found[0]], *found[1:]] if found else [[today]]
        return [spans(line) for line in found]

    def _set(self, text: Sequence[Span]) -> Paragraph | None:
        setter, field = self.page.typesetter, text[0].role
        if self.is_strict and setter.prepare(text, False, field).fewest_lines(self.measure) is None:
            return None
        return setter.set(text, self.measure, balanced=True, role=field)

    def _style(self, size: float, fill: Color, weight: int = 400) -> TextStyle:
        return TextStyle(self.page.theme.faces.text, size, fill, weight, leading=META_LEADING)


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


def placed(
    card: Card, rect: Rect, sizes: Sizes, *, is_upward: bool, is_centered: bool
) -> dict[int, tuple[float, float]]:
    """Where each entry of a card begins and ends from top to bottom; what is only counted stands below all."""
    spare = (rect.height - card.height) / 2 if is_centered else 0.0
    y = rect.y + sizes.pad_v + spare
    found: dict[int, tuple[float, float]] = {}
    for entry in reversed(card.entries) if is_upward else card.entries:
        found[entry.stop] = (y, y + entry.height)
        y += entry.height + sizes.apart
    if card.more is not None:
        y += sizes.extra - sizes.apart
        found.update(dict.fromkeys(card.hidden, (y, y + card.more.leading)))
    return found


class Gauge(NamedTuple):
    """The plan's titles, shaped once: how high cards are at least, so that hopeless densities set no text."""

    plan: Plan
    titles: Mapping[Seat, Prepared]

    @staticmethod
    def of(plan: Plan, page: Page) -> Gauge:
        """The gauge for a plan; raises AssetError for a character that no face has."""
        faces, ink = page.theme.faces, page.theme.colors.ink
        titles = {}
        for w, path in enumerate(plan.paths):
            for s, stop in enumerate(path.stops):
                families = faces.display if s == len(path.stops) - 1 else faces.text
                text = [Span(stop.title.text, TextStyle(families, GAUGED, ink, 600))]
                titles[w, s] = page.typesetter.prepare(text, False, stop.title.field)
        return Gauge(plan, titles)

    def heights(
        self, found: Grid, sizes: Sizes, density: Density, measure: float, *, is_strict: bool
    ) -> dict[Seat, float] | None:
        """The least height of every card; None where a word is too wide."""
        heights = {}
        for (w, row), stops in found.cells.items():
            path = self.plan.paths[w]
            named = kept(path, stops, density.most)
            height = 2 * sizes.pad_v + sizes.apart * (len(named) - 1)
            for s in named:
                lines = self._lines((w, s), sizes, measure, is_goal=s == len(path.stops) - 1, is_strict=is_strict)
                if lines is None:
                    return None
                height += lines
                if density.has_meta and (path.stops[s].kind or path.stops[s].when):
                    height += sizes.meta * META_LEADING
            heights[w, row] = height + (sizes.meta * META_LEADING if len(named) < len(stops) else 0.0)
        return heights

    def _lines(self, seat: Seat, sizes: Sizes, measure: float, *, is_goal: bool, is_strict: bool) -> float | None:
        """The least height of a title's lines."""
        size = sizes.goal if is_goal else sizes.title
        title = self.titles[seat]
        lines = title.fewest_lines(measure * GAUGED / size)
        if lines is None and is_strict:
            return None
        if lines is None:
            lines = ceil(0.9 * title.x[-1] * size / (GAUGED * measure))
        return lines * size * LEADING
