"""Fitting: the largest cards that say the most, for which tracks and levels find their places on the page.

        Engineering   Leading      with levels as rows their names stand before the lattice and the tracks' above it;
Staff   ● [      ] ── ● [      ]   with levels as columns it is the other way round
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise, product
from math import ceil
from typing import NamedTuple

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.levels.cards import Card, Density, Grid, Seat, Setter, Sizes, grid
from pipeline.kinds.career_roadmap.levels.lattice import Lattice, place, ports, strips
from pipeline.kinds.career_roadmap.levels.routes import Network, network, shared
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Dated, Plan
from pipeline.layout.page import Page
from pipeline.typography import Paragraph, TextStyle

DENSITIES = (
    Density(1.25, has_detail=True, has_skills=True),
    Density(1.12, has_detail=True, has_skills=True),
    Density(1.0, has_detail=True, has_skills=True),
    Density(1.0, has_detail=True),
    Density(0.92, has_detail=True),
    Density(1.0),
    Density(0.92),
    Density(0.84, mark=0.8),
    Density(0.84, mark=0.6),
    Density(1.0, has_meta=False),
    Density(0.92, has_meta=False),
    Density(0.84, has_meta=False, mark=0.8),
    Density(0.84, has_meta=False, mark=0.6),
    Density(1.0, mark=0.8, is_bare=True),
    Density(0.92, mark=0.8, is_bare=True),
    Density(0.84, mark=0.6, is_bare=True),
    Density(0.92, has_meta=False, mark=0.7, is_bare=True),
    Density(0.84, has_meta=False, mark=0.6, is_bare=True),
    *(Density(0.84, has_meta=False, mark=0.6, most=most, is_bare=True) for most in (6, 4, 3, 2, 1)),
)
MOST_ROWS = (25, 13, 9, 7, 5, 4, 3, 2)  # levels that are tried, once their cards can be no smaller
LEAST_MEASURE_EM = 2.4  # of a card's text
MOST_OF_BOARD = 0.3  # of its height, for each level above another: two or three keep together in the middle
MOST_BEFORE = 0.19  # of the page's width: names before the lattice
MOST_START = 0.12  # of the page's width: the start's name, above it
MOST_LINES, MOST_LINES_TIGHT = 3, 6
LEADING = 1.2
BEHIND = 16  # px of the reference from a name to the lattice
FOOT = 20  # px of the reference from the last baseline above the lattice to its first card
TIGHT = 0.9  # scale of marks below which names are no larger than the levels'


class Heads(NamedTuple):
    """The names of levels and tracks, by where they stand, and that of the start."""

    page: Page
    at: Measures
    before: tuple[tuple[Leaf, Color], ...]
    above: tuple[tuple[Leaf, Color], ...]
    start: Dated
    mark: float  # scale of the marks
    is_horizontal: bool

    @property
    def size(self) -> float:
        """Of the names above the lattice."""
        return self.at.axis if self.is_horizontal or self.mark < TIGHT else self.at.name

    @property
    def foot(self) -> float:
        """From the last baseline above the lattice to its first card."""
        return FOOT * self.at.unit * min(1.0, self.mark + 0.1)

    @property
    def width(self) -> float:
        """Of the names before the lattice, with the space behind them."""
        most = MOST_BEFORE * self.at.width
        leaves = [leaf for leaf, _ in self.before] + ([] if self.is_horizontal else [*self.start[:2]])
        widest = max((self.name(leaf, most).width for leaf in leaves if leaf), default=0.0)
        return ceil(widest) + BEHIND * self.at.unit if widest else 0.0

    @property
    def measure(self) -> float:
        """Of the names before the lattice."""
        return self.width - BEHIND * self.at.unit

    @property
    def start_above(self) -> Paragraph:
        """The start's name where it stands above the lattice."""
        return self.name(self.start.title, MOST_START * self.at.width)

    def name(self, leaf: Leaf, measure: float, size: float = 0.0, color: Color | None = None) -> Paragraph:
        """A name in lines, as large as those of the axis where no size is given."""
        ink, size = color or self.page.theme.colors.ink, size or self.at.axis
        style = TextStyle(self.page.theme.faces.text, size, ink, 600, leading=LEADING)
        return self.page.set(leaf.text, style, measure, field=leaf.field)

    def height(self, measure: float) -> float | None:
        """Of the names above the lattice, down to its first card; None where they take too many lines."""
        names = [self.name(leaf, measure, self.size) for leaf, _ in self.above if leaf]
        if self.is_horizontal and self.start.title:
            names.append(self.start_above)
        lines = max((len(name.lines) for name in names), default=0)
        if lines > (MOST_LINES if self.mark >= TIGHT else MOST_LINES_TIGHT):
            return None
        return max((0.75 * self.size + name.depth for name in names), default=0.0) + self.foot

    def keep_apart(self, middles: Sequence[float], foot: float | None) -> bool:
        """Whether the names before the lattice, centred on these heights, leave one another free."""
        leaves, measure = [leaf for leaf, _ in self.before], self.measure
        if foot is not None and not self.is_horizontal:
            title, date, _ = self.start
            both = title._replace(text="\n".join(filter(None, (title.text, date.text))))
            leaves, middles = [both, *leaves], (foot, *middles)
        spans = sorted(
            (middle, len(self.name(leaf, measure).lines) * self.at.axis * LEADING)
            for leaf, middle in zip(leaves, middles, strict=True)
            if leaf
        )
        return all(other - middle >= (high + other_high) / 2 for (middle, high), (other, other_high) in pairwise(spans))


class Fitted(NamedTuple):
    """The lattice with its cards, at the density at which they fit."""

    measures: Measures  # its lines and marks as small as they have to be
    heads: Heads
    first_card: float  # how far down the cards begin below the names above them
    lattice: Lattice
    grid: Grid
    network: Network
    cards: dict[Seat, Card]
    sizes: Sizes

    @property
    def hidden(self) -> set[Seat]:
        """The milestones that cards only count."""
        return {(w, stop) for (w, _), card in self.cards.items() for stop in card.hidden}


def fitted(plan: Plan, page: Page, at: Measures, area: Rect, start: Dated, here: frozenset[Seat]) -> Fitted:
    """The best lattice for the plan in the area; levels are rows as long as whole words fit, if the author lets them.

    `here` are the milestones that are today's; without any the start is drawn. Raises FitError where even one title a
    card is too much.
    """
    directions = {"auto": (False, True), "vertical": (False,), "horizontal": (True,)}[plan.orientation]
    fitter = _Fitter(plan, page, at, area, start, here)
    grids = {rows: grid(plan, rows) for rows in MOST_ROWS}
    for is_horizontal, most_rows, density, is_strict in _tries(directions):
        found = fitter.fit(grids[most_rows], density, is_horizontal=is_horizontal, is_strict=is_strict)
        if found is not None:
            return found
    paths, levels = len(plan.paths), len(grids[MOST_ROWS[0]].names)
    fact = f"{paths} tracks on {levels} levels do not fit {page.width:.0f} px at the smallest size"
    hint = "choose a larger picture, leave `orientation` out, or show fewer tracks or levels"
    raise FitError(Problem(fact, hint=hint, field="paths"))


def _tries(directions: tuple[bool, ...]) -> Iterator[tuple[bool, int, Density, bool]]:
    """Whole words at any density first, in cards, then without; then hyphens, then fewer names, at last fewer rows."""
    whole, counted = [d for d in DENSITIES if d.most == 25], [d for d in DENSITIES if d.most < 25]
    rows, *fewer = MOST_ROWS
    for is_bare in (False, True):
        yield from product(directions, [rows], [d for d in whole if d.is_bare == is_bare], [True])
    later = [
        *product([False], [rows], whole[5:], directions),
        *product([True, False], [rows], counted, directions),
        *product([False], fewer, (whole[-1], *counted), directions),
    ]
    yield from ((is_horizontal, most, density, is_strict) for is_strict, most, density, is_horizontal in later)


class _Fitter:
    """Tries densities for one plan in one area."""

    def __init__(self, plan: Plan, page: Page, at: Measures, area: Rect, start: Dated, here: frozenset[Seat]) -> None:
        self.plan, self.page, self.at, self.area, self.start, self.here = plan, page, at, area, start, here
        self.setter = Setter(plan, page, here)

    def fit(self, found: Grid, density: Density, *, is_horizontal: bool, is_strict: bool) -> Fitted | None:
        """The lattice at this density; None where something has no room."""
        plan, at, mark, area, paths = self.plan, self.at, density.mark, self.area, len(self.plan.paths)
        smaller = {name: getattr(at, name) * mark for name in ("station", "gap", "ring")}
        at = at._replace(line=at.line * max(mark, 0.7), **smaller)
        sides = (
            tuple((name, self.page.theme.colors.muted) for name in found.names),
            tuple((path.name, look.words) for path, look in zip(plan.paths, self.setter.looks, strict=True)),
        )
        sizes, roads = Sizes.of(at, density), network(found, shared(plan, found, density.most))
        gutters, channels = strips(found, paths, roads, sizes)
        before, above = reversed(sides) if is_horizontal else sides
        names = Heads(self.page, at, before, above, self.start, density.mark, is_horizontal)
        label, foot = names.width, 0.0 if self.here else self._foot(names, sizes)
        if is_horizontal:
            width = (area.width - label - foot - sum(channels)) / len(found.names)
        else:
            width = (area.width - label - sum(gutters) - paths * (sizes.reach + sizes.lead)) / paths
        measure, head = width - 2 * sizes.pad, names.height(width)
        if measure < LEAST_MEASURE_EM * sizes.title or head is None:
            return None
        if not is_horizontal and area.height > area.width:  # so many levels keep together in the middle
            spare = area.height * max(0.0, 1 - MOST_OF_BOARD * len(found.names))
            area = area._replace(y=area.y + spare / 2, height=area.height - spare)
        inner = Rect(area.x + label, area.y + head, area.width - label, area.height - head)
        place_ = partial(place, inner, sizes, gutters, channels, foot, width, is_horizontal=is_horizontal)
        heights = self.setter.heights(found, sizes, measure, is_strict=is_strict)
        if heights is None or place_(heights) is None:
            return None
        cards = self.setter.cards(found, sizes, measure, is_strict=is_strict)
        lattice = place_({seat: card.height for seat, card in cards.items()}) if cards is not None else None
        if cards is None or lattice is None or (label and not names.keep_apart(lattice.middles, lattice.foot)):
            return None
        lattice = lattice._replace(area=area, ports=ports(lattice, found, cards, sizes.reach))
        return Fitted(at, names, area.y + head - names.foot, lattice, found, roads, cards, sizes)

    def _foot(self, names: Heads, sizes: Sizes) -> float:
        """How much room the start takes before the first level."""
        paths = len(self.plan.from_start)
        room = 2 * names.at.ring + max(0, paths - 2) * sizes.pitch / 2 + 1.5 * sizes.turn
        if names.is_horizontal and self.start.title:
            room = max(room, names.start_above.width + 1.5 * names.at.axis)
        return room
