"""Heads: the names before and above a lattice, the room that they take, and how they are written.

        Engineering   Leading      with levels as rows their names stand before the lattice and the tracks' above it;
Staff   ● [      ] ── ● [      ]   with levels as columns it is the other way round
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Dated
from pipeline.layout.page import Page
from pipeline.records import NamedTuple
from pipeline.typography import Paragraph, TextStyle

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
        return self.size * (0.75 + LEADING * (lines - 1)) * (lines > 0) + self.foot

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
