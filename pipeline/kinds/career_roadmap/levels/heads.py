"""Heads: the names before and above a lattice, and the room that they take."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.kinds.career_roadmap.levels.grid import Grid
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Dated, Plan
from pipeline.layout.page import Page
from pipeline.typography import Paragraph, TextStyle

MOST_BEFORE = 0.19  # of the page's width: names before the lattice
MOST_START = 0.12  # of the page's width: the start's name, above it
MOST_LINES, MOST_LINES_TIGHT = 3, 6
LEADING = 1.2
BEHIND = 16  # px of the reference from a name to the lattice
FOOT = 20  # px of the reference from the last baseline above the lattice to its first card
TIGHT = 0.9  # scale of marks below which names are no larger than the levels'


def name_size(at: Measures, mark: float) -> float:
    """The size of a track's name."""
    return at.name if mark >= TIGHT else at.axis


def name(page: Page, leaf: Leaf, size: float, color: Color, measure: float) -> Paragraph:
    """A name in lines."""
    style = TextStyle(page.theme.faces.text, size, color, 600, leading=LEADING)
    return page.set(leaf.text, style, measure, field=leaf.field)


def before(page: Page, at: Measures, plan: Plan, found: Grid, start: Dated, *, is_horizontal: bool) -> float:
    """The width of the names before the lattice, with the space behind them."""
    ink = page.theme.colors.ink
    most = MOST_BEFORE * at.width
    if is_horizontal:
        widths = [name(page, way.name, at.axis, ink, most).width for way in plan.ways]
    else:
        widths = [name(page, each, at.axis, ink, most).width for each in (*found.names, *start[:2]) if each]
    widest = max(widths, default=0.0)
    return ceil(widest) + BEHIND * at.unit if widest else 0.0


def above(
    page: Page, at: Measures, plan: Plan, found: Grid, measure: float, mark: float, start: Leaf, *, is_horizontal: bool
) -> float | None:
    """The height of the names above the lattice, down to its first card; None where they take too many lines."""
    ink = page.theme.colors.ink
    if is_horizontal:
        size = at.axis
        leaves = list(found.names)
    else:
        size = name_size(at, mark)
        leaves = [way.name for way in plan.ways]
    lines = max((len(name(page, leaf, size, ink, measure).lines) for leaf in leaves if leaf), default=0)
    if is_horizontal and start:
        lines = max(lines, len(name(page, start, size, ink, MOST_START * at.width).lines))
    if lines > (MOST_LINES if mark >= TIGHT else MOST_LINES_TIGHT):
        return None
    return size * (0.75 + LEADING * (lines - 1)) * (lines > 0) + foot(at, mark)


def foot(at: Measures, mark: float) -> float:
    """From the last baseline above the lattice to its first card."""
    return FOOT * at.unit * min(1.0, mark + 0.1)


def keep_apart(page: Page, at: Measures, leaves: Sequence[Leaf], middles: Sequence[float], measure: float) -> bool:
    """Whether names that are centred on these heights leave one another free."""
    size = at.axis
    spans = sorted(
        (middle, len(name(page, leaf, size, page.theme.colors.ink, measure).lines) * size * LEADING)
        for leaf, middle in zip(leaves, middles, strict=True)
        if leaf
    )
    return all(other - middle >= (high + other_high) / 2 for (middle, high), (other, other_high) in pairwise(spans))
