"""Fitting: the largest cards that say the most, for which tracks and levels find their places on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.errors import FitError, Problem
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.levels import heads
from pipeline.kinds.career_roadmap.levels.cards import Aside, Card, Density, Setter, Sizes
from pipeline.kinds.career_roadmap.levels.gauging import Gauge, has_room
from pipeline.kinds.career_roadmap.levels.grid import Grid, Seat, grid
from pipeline.kinds.career_roadmap.levels.lattice import Lattice
from pipeline.kinds.career_roadmap.levels.placing import Gaps, Strips, gaps, place, strips
from pipeline.kinds.career_roadmap.levels.routes import Network, network, shared
from pipeline.kinds.career_roadmap.looks import looks
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Dated, Plan
from pipeline.layout.page import Page

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


class Board(NamedTuple):
    """The room for the lattice, what is beside it, and how it lies."""

    area: Rect
    is_horizontal: bool
    foot_ways: int  # tracks that rise from the start; 0: it is not drawn
    start: Dated  # empty where it is not drawn


class Fitted(NamedTuple):
    """The lattice with its cards, at the density at which they fit."""

    measures: Measures  # its lines and marks as small as they have to be
    label: float  # width of the names before the lattice
    head: float  # height of the names above it
    lattice: Lattice
    grid: Grid
    network: Network
    cards: dict[Seat, Card]
    sizes: Sizes
    reach: float  # radius of a station with its halo
    pitch: float  # from one lane of a gutter to the next
    density: Density


def fitted(plan: Plan, page: Page, at: Measures, boards: tuple[Board, ...], here: frozenset[Seat]) -> Fitted:
    """The best lattice for the plan; the first board is preferred as long as whole words fit on it.

    Raises FitError where even one title a card is too much.
    """
    gauge = Gauge.of(plan, page)
    grids = {rows: grid(plan, rows) for rows in MOST_ROWS}
    for board, most_rows, density, is_strict in _tries(boards):
        found = _fit(_Try(plan, page, at, board, density, is_strict, here), grids[most_rows], gauge)
        if found is not None:
            return found
    ways, levels = len(plan.ways), len(grids[MOST_ROWS[0]].names)
    raise FitError(
        Problem(
            f"{ways} tracks on {levels} levels do not fit {page.width:.0f} px at the smallest size",
            hint="choose a larger picture, leave `orientation` out, or show fewer tracks or levels",
            field="paths",
        )
    )


def _tries(boards: tuple[Board, ...]) -> Iterator[tuple[Board, int, Density, bool]]:
    """Whole words at any density first, in cards, then without; then hyphens, then fewer names, at last fewer rows."""
    whole, counted = [d for d in DENSITIES if d.most == 25], [d for d in DENSITIES if d.most < 25]
    all_rows = MOST_ROWS[0]
    yield from ((board, all_rows, density, True) for board in boards for density in whole if not density.is_bare)
    yield from ((board, all_rows, density, True) for board in boards for density in whole if density.is_bare)
    yield from ((board, all_rows, density, False) for density in whole[5:] for board in boards)
    yield from (
        (board, all_rows, density, is_strict) for is_strict in (True, False) for density in counted for board in boards
    )
    for rows in MOST_ROWS[1:]:
        yield from ((board, rows, density, False) for density in (whole[-1], *counted) for board in boards)


class _Try(NamedTuple):
    """One density on one board."""

    plan: Plan
    page: Page
    measures: Measures
    board: Board
    density: Density
    is_strict: bool
    here: frozenset[Seat]


def _fit(each: _Try, found: Grid, gauge: Gauge) -> Fitted | None:
    plan, page, board, density = each.plan, each.page, each.board, each.density
    at = _scaled(each.measures, density.mark)
    roads = network(found, shared(plan, found, density.most))
    apart, sizes = gaps(at, density), Sizes.of(at, density)
    least = strips(len(plan.ways), len(found.names), roads, apart)
    label = heads.before(page, at, plan, found, board.start, is_horizontal=board.is_horizontal)
    foot = _foot(each, at, apart)
    width = _card_width(board, label, apart, least, foot)
    measure = width - 2 * sizes.pad
    if measure < LEAST_MEASURE_EM * sizes.title:
        return None
    head = heads.above(page, at, plan, found, width, density.mark, board.start.title, is_horizontal=board.is_horizontal)
    if head is None:
        return None
    is_tall = not board.is_horizontal and board.area.height > board.area.width
    area = _middle(board.area, len(found.names)) if is_tall else board.area
    inner = Rect(area.x + label, area.y + head, area.width - label, area.height - head)
    heights = gauge.heights(found, sizes, density, measure, is_strict=each.is_strict)
    if heights is None or not has_room(inner, heights, least, apart, foot, is_horizontal=board.is_horizontal):
        return None
    cards = _cards(each, found, Setter(page, sizes, density, measure, plan.today, each.is_strict, _asides(plan, page)))
    if cards is None:
        return None
    lattice = place(inner, apart, sizes, found, cards, least, foot, width, is_horizontal=board.is_horizontal)
    if lattice is None or not _names_apart(each, lattice, found, label):
        return None
    lattice = lattice._replace(area=area)
    return Fitted(at, label, head, lattice, found, roads, cards, sizes, apart.reach, apart.pitch, density)


def _middle(area: Rect, levels: int) -> Rect:
    """The part of the height that so many levels take, one above the other."""
    spare = area.height * max(0.0, 1 - MOST_OF_BOARD * levels)
    return area._replace(y=area.y + spare / 2, height=area.height - spare)


def _scaled(at: Measures, mark: float) -> Measures:
    """The measures with smaller stations and thinner lines."""
    line = at.line * max(mark, 0.7)
    return at._replace(line=line, station=at.station * mark, gap=at.gap * mark, ring=at.ring * mark)


def _names_apart(each: _Try, lattice: Lattice, found: Grid, label: float) -> bool:
    """Whether the names before the lattice leave one another free."""
    measure = label - heads.BEHIND * each.measures.unit
    if lattice.is_horizontal:
        texts, middles = [way.name for way in each.plan.ways], list(lattice.spines)
    else:
        texts, middles = list(found.names), [row.middle for row in lattice.rows]
        if lattice.foot is not None:
            title, date, _ = each.board.start
            both = title._replace(text="\n".join(filter(None, (title.text, date.text))))
            texts, middles = [both, *texts], [lattice.foot, *middles]
    return not label or heads.keep_apart(each.page, each.measures, texts, middles, measure)


def _cards(each: _Try, found: Grid, setter: Setter) -> dict[Seat, Card] | None:
    """The card of every cell; None where one has a word that is too wide."""
    ways = each.plan.ways
    cards = {}
    colors = looks(ways, each.page.theme.colors)
    some_stand_out = any(way.is_highlighted for way in ways)
    for (w, row), stops in found.cells.items():
        mine = frozenset(stop for other, stop in each.here if other == w)
        is_quiet = some_stand_out and not ways[w].is_highlighted
        card = setter.card(w, ways[w], stops, colors[w], mine, is_quiet=is_quiet)
        if card is None:
            return None
        cards[w, row] = card
    return cards


def _asides(plan: Plan, page: Page) -> dict[Seat, tuple[Aside, ...]]:
    """What the moves say, by the stop that they leave."""
    colors = looks(plan.ways, page.theme.colors)
    found: dict[Seat, tuple[Aside, ...]] = {}
    for edge in plan.edges:
        if edge.label:
            aside = Aside(edge.label, colors[edge.end[0]].words)
            found[edge.start] = (*found.get(edge.start, ()), aside)
    return found


def _foot(each: _Try, at: Measures, apart: Gaps) -> float:
    """How much room the start takes before the first level."""
    board = each.board
    if not board.foot_ways:
        return 0.0
    room = 2 * at.ring + max(0, board.foot_ways - 2) * apart.pitch / 2 + 1.5 * apart.turn
    if board.is_horizontal and board.start.title:
        most = heads.MOST_START * at.width
        start = heads.name(each.page, board.start.title, at.axis, each.page.theme.colors.ink, most)
        room = max(room, start.width + 1.5 * at.axis)
    return room


def _card_width(board: Board, label: float, apart: Gaps, least: Strips, foot: float) -> float:
    """How wide every card is."""
    room = board.area.width - label
    if board.is_horizontal:
        return (room - foot - sum(least.channels)) / (len(least.channels) - 1)
    ways = len(least.gutters) - 1
    return (room - sum(least.gutters) - ways * (apart.reach + apart.lead)) / ways
