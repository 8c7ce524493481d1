"""Texts shaped once and measured at every size: how they would break, before any of them is set."""

from __future__ import annotations

from functools import lru_cache
from math import inf

from pipeline.content import Leaf
from pipeline.layout.page import Page
from pipeline.typography import Paragraph, Span, TextStyle

NARROW_STEP = 0.5  # px; lines narrowed so far are as even as can be
SLACK = 0.01  # px, by which sums of advances may differ between two sizes


class Measured:
    """A leaf in one style; widths are px at full size.

    width     on one line
    longest   of its longest word
    leading   from baseline to baseline; some scripts need more than the style asks for
    """

    def __init__(self, leaf: Leaf, style: TextStyle, page: Page) -> None:
        self.leaf, self.size = leaf, style.size
        self._style, self._page = style, page
        self._prepared = page.typesetter.prepare((Span(leaf.text, style),), hanging=False, role=leaf.field)
        self.leading = self._prepared.leading
        x = self._prepared.x
        self.width = x[self._prepared.pieces[-1].ink] if self._prepared.pieces else 0.0
        self.longest = max((x[piece.ink] - x[piece.start] for piece in self._prepared.pieces), default=0.0)
        self._lines: dict[tuple[float, bool], tuple[float, ...] | None] = {}
        self._narrowest: dict[float, float] = {}

    def lines(self, measure: float, *, hyphenated: bool) -> tuple[float, ...] | None:
        """The widths of its balanced lines, or None where a word is too wide and may not, or cannot, be hyphenated."""
        if self.width <= measure:
            return (self.width,)
        if self.longest > measure and not (hyphenated and measure > 0):
            return None
        if (measure, hyphenated) not in self._lines:
            self._lines[measure, hyphenated] = self._broken(measure)
        return self._lines[measure, hyphenated]

    def paragraph(self, measure: float, scale: float = 1.0) -> Paragraph:
        """It, set at `scale` times its size in lines no wider than the measure, in a column of its own width."""
        style = self._style._replace(size=self._style.size * scale)
        within = inf if self.width * scale <= measure else self._narrowed(measure / scale) * scale + SLACK
        found = self._page.typesetter.set([Span(self.leaf.text, style)], within, balanced=True, role=self.leaf.field)
        return found._replace(measure=found.width)

    def _broken(self, measure: float) -> tuple[float, ...] | None:
        if self.longest > measure and not self._prepared.can_hyphenate(measure):
            return None
        x, broken = self._prepared.x, self._prepared.broken(self._narrowed(measure) + SLACK, balanced=True)
        return tuple(x[last.ink] - x[first.start] + last.hyphen for first, last in broken.lines())

    def _narrowed(self, measure: float) -> float:
        if measure not in self._narrowest:
            self._narrowest[measure] = self._least(measure)
        return self._narrowest[measure]

    def _least(self, measure: float) -> float:
        """The least measure at which the text takes no more lines; the same where a word must be hyphenated."""
        most = self._prepared.fewest_lines(measure)
        if most is None:
            return measure
        low, high = max(self.longest, self.width / most), measure
        while high - low > NARROW_STEP:
            middle = (low + high) / 2
            fewest = self._prepared.fewest_lines(middle)
            low, high = (low, middle) if fewest is not None and fewest <= most else (middle, high)
        return high


@lru_cache(maxsize=1024)
def measured(leaf: Leaf, style: TextStyle, page: Page) -> Measured:
    """The leaf, ready to be broken; it is remembered."""
    return Measured(leaf, style, page)
