"""Fitting: the largest cards that say the most, for which tracks and levels find their places on the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import product

from pipeline.errors import FitError, Problem
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.levels.cards import Card, Density, Format, Setter, Sizes
from pipeline.kinds.career_roadmap.levels.grid import Grid, Seat, grid
from pipeline.kinds.career_roadmap.levels.heads import Heads
from pipeline.kinds.career_roadmap.levels.lattice import Lattice, Strips, place, ports, strips
from pipeline.kinds.career_roadmap.levels.routes import Network, network, shared
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Dated, Plan
from pipeline.layout.page import Page
from pipeline.records import NamedTuple

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
    density: Density

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
        plan, at = self.plan, _scaled(self.at, density.mark)
        sides = (
            tuple((name, self.page.theme.colors.muted) for name in found.names),
            tuple((path.name, look.words) for path, look in zip(plan.paths, self.setter.looks, strict=True)),
        )
        sizes, roads = Sizes.of(at, density), network(found, shared(plan, found, density.most))
        least = strips(len(plan.paths), len(found.names), roads, sizes)
        before, above = reversed(sides) if is_horizontal else sides
        names = Heads(self.page, at, before, above, self.start, density.mark, is_horizontal)
        label, foot = names.width, self._foot(names, sizes)
        width = self._card_width(label, sizes, least, foot, is_horizontal=is_horizontal)
        form = Format(density, sizes, width - 2 * sizes.pad, is_strict)
        if form.measure < LEAST_MEASURE_EM * sizes.title:
            return None
        head = names.height(width)
        if head is None:
            return None
        is_tall = not is_horizontal and self.area.height > self.area.width
        area = _middle(self.area, len(found.names)) if is_tall else self.area
        inner = Rect(area.x + label, area.y + head, area.width - label, area.height - head)
        place_ = partial(place, inner, sizes, strips=least, foot=foot, width=width, is_horizontal=is_horizontal)
        heights = self.setter.heights(found, form)
        if heights is None or place_(heights) is None:
            return None
        cards = self.setter.cards(found, form)
        if cards is None:
            return None
        lattice = place_({seat: card.height for seat, card in cards.items()})
        if lattice is None or (label and not names.keep_apart(lattice.middles, lattice.foot)):
            return None
        lattice = lattice._replace(area=area, ports=ports(lattice, found, cards, sizes))
        return Fitted(at, names, area.y + head - names.foot, lattice, found, roads, cards, sizes, density)

    def _foot(self, names: Heads, sizes: Sizes) -> float:
        """How much room the start takes before the first level."""
        if self.here:
            return 0.0
        paths = len(self.plan.from_start)
        room = 2 * names.at.ring + max(0, paths - 2) * sizes.pitch / 2 + 1.5 * sizes.turn
        if names.is_horizontal and self.start.title:
            room = max(room, names.start_above.width + 1.5 * names.at.axis)
        return room

    def _card_width(self, label: float, sizes: Sizes, least: Strips, foot: float, *, is_horizontal: bool) -> float:
        """How wide every card is."""
        room = self.area.width - label
        if is_horizontal:
            return (room - foot - sum(least.channels)) / (len(least.channels) - 1)
        paths = len(least.gutters) - 1
        return (room - sum(least.gutters) - paths * (sizes.reach + sizes.lead)) / paths


def _middle(area: Rect, levels: int) -> Rect:
    """The part of the height that so many levels take, one above the other."""
    spare = area.height * max(0.0, 1 - MOST_OF_BOARD * levels)
    return area._replace(y=area.y + spare / 2, height=area.height - spare)


def _scaled(at: Measures, mark: float) -> Measures:
    """The measures with smaller stations and thinner lines."""
    line = at.line * max(mark, 0.7)
    return at._replace(line=line, station=at.station * mark, gap=at.gap * mark, ring=at.ring * mark)
