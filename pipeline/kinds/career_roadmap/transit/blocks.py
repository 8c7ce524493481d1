"""A label as a block: the title's lines, kind and date, then details, each where it is wanted.

Lead the             title, balanced
pricing rebuild
Project  May 2027    kind and date share a line if they can
With two others ·    details
SQL · dbt

Texts are shaped once and measured at every size: how they would break, before any of them is set.
"""

from __future__ import annotations

from functools import lru_cache
from math import inf
from typing import NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import NOTHING, Stop
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.typography import Paragraph, Span, TextStyle

ASCENT = 0.8  # of the size: from a block's top to its first baseline
META_ASCENT = 0.84  # of the size: the same for kind and date
DESCENT = 0.25  # of the size: what letters may hang below the last baseline
MOST_LINES, MOST_DETAIL_LINES = 5, 2
BELOW_DETAILS = 0.3  # of their size: kept free, so that it is plain whose they are
LEAST_EMS = 5  # of a title's size: a narrower measure would hyphenate every word
BETWEEN = 0.4  # of the size: between kind and date
BETWEEN_DETAILS = "\u00a0· "  # no line begins with the dot
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
        self._lines: dict[float, tuple[float, ...]] = {}
        self._narrowest: dict[float, float] = {}
        self._set: dict[tuple[float, float], Paragraph] = {}

    def lines(self, measure: float, *, hyphenated: bool) -> tuple[float, ...] | None:
        """The widths of its balanced lines, or None where a word is too wide and may not, or cannot, be hyphenated."""
        if self.width <= measure:
            return (self.width,)
        if self.longest > measure and not (hyphenated and measure > 0):
            return None
        if measure not in self._lines:
            can_break = self.longest <= measure or self._prepared.can_hyphenate(measure)
            x, narrow = self._prepared.x, self._narrowed(measure) + SLACK
            broken = self._prepared.broken(narrow, balanced=True).lines() if can_break else ()
            self._lines[measure] = tuple(x[last.ink] - x[first.start] + last.hyphen for first, last in broken)
        return self._lines[measure] or None

    def paragraph(self, measure: float, scale: float = 1.0) -> Paragraph:
        """It, set at `scale` times its size in lines no wider than the measure, in a column of its own width."""
        if (measure, scale) not in self._set:
            spans = [Span(self.leaf.text, self._style.scaled(scale))]
            within = inf if self.width * scale <= measure else self._narrowed(measure / scale) * scale + SLACK
            found = self._page.typesetter.set(spans, within, balanced=True, role=self.leaf.field)
            self._set[measure, scale] = found._replace(measure=found.width)
        return self._set[measure, scale]

    def _narrowed(self, measure: float) -> float:
        """The least measure at which the text takes no more lines; the same where a word must be hyphenated."""
        if measure not in self._narrowest:
            most, low, high = self._prepared.fewest_lines(measure), measure, measure
            if most is not None:
                low = max(self.longest, self.width / most)
            while high - low > NARROW_STEP:
                middle = (low + high) / 2
                fewest = self._prepared.fewest_lines(middle)
                low, high = (low, middle) if fewest is not None and fewest <= (most or 0) else (middle, high)
            self._narrowest[measure] = high
        return self._narrowest[measure]


@lru_cache(maxsize=1024)
def measured(leaf: Leaf, style: TextStyle, page: Page) -> Measured:
    """The leaf, ready to be broken; it is remembered."""
    return Measured(leaf, style, page)


Parts: TypeAlias = frozenset[str]
"""What a label says besides its title: `kind`, `date`, `details`."""


class Level(NamedTuple):
    """How large titles are, and whether long words may be hyphenated."""

    scale: float
    hyphenates: bool = False


class Words(NamedTuple):
    """A station's texts, measured; a kind, date or detail that it does not have is None."""

    title: Measured
    kind: Measured | None
    date: Measured | None
    details: Measured | None
    meta_gap: float  # more between a title and what is below it

    def holds(self, parts: Parts) -> bool:
        """Whether there is what these parts ask for."""
        return all(getattr(self, each) for each in parts)


class Row(NamedTuple):
    """One text of a block: where it begins, its first baseline from the block's top, its scale."""

    text: Measured
    x: float
    baseline: float
    scale: float = 1.0


class Block(NamedTuple):
    """A label's rows, its widest line, its height and its last baseline, in lines no wider than the measure."""

    rows: tuple[Row, ...]
    width: float
    height: float
    last: float
    measure: float

    @property
    def capitals(self) -> float:
        """From the block's top to that of its first line's capitals."""
        return self.rows[0].baseline - 0.7 * self.rows[0].text.size * self.rows[0].scale

    def draw(self, canvas: Canvas, rect: Rect) -> None:
        """Write it."""
        for text, x, baseline, scale in self.rows:
            canvas.paragraph(text.paragraph(self.measure - x, scale), rect.x + x, rect.y + baseline)


def details(stop: Stop) -> Leaf:
    """The stop's detail and skills as one text, which is the first one's."""
    found = [leaf for leaf in (stop.detail, *stop.skills) if leaf]
    return found[0]._replace(text=BETWEEN_DETAILS.join(map(str, found))) if found else NOTHING


def words(canvas: Canvas, at: Measures, stop: Stop, date: Leaf, color: Color, *, is_goal: bool) -> Words:
    """A stop's texts, measured; `date` is the one that its label may show."""
    page, ink, leading = canvas.page, canvas.colors.ink, at.meta_leading / at.meta
    title = canvas.style(at.stop, ink, 600, leading=at.stop_leading / at.stop)
    if is_goal:
        title = canvas.style(at.goal, ink, 600, "display", -0.005, leading=at.goal_leading / at.goal)
    kind = canvas.style(at.meta, color, 600, leading=leading)
    meta = canvas.style(at.meta, canvas.colors.muted, leading=leading)
    return Words(
        measured(stop.title, title, page),
        measured(stop.kind, kind, page) if stop.kind else None,
        measured(date, meta, page) if date else None,
        measured(more, meta, page) if (more := details(stop)) else None,
        3 * at.unit if is_goal else 0.0,
    )


def block(texts: Words, parts: Parts, level: Level, measure: float, most_lines: int = MOST_LINES) -> Block | None:
    """The label in lines no wider than the measure, or None where that cannot be."""
    title, scale = texts.title, level.scale
    within = measure / scale
    if title.longest > within and not (level.hyphenates and within >= LEAST_EMS * title.size):
        return None
    lines = title.lines(within, hyphenated=level.hyphenates)
    if lines is None or len(lines) > most_lines:
        return None
    size = title.size * scale
    rows = [Row(title, 0.0, ASCENT * size, scale)]
    width, last, free = max(lines) * scale, ASCENT * size + title.leading * scale * (len(lines) - 1), 0.0
    kind, date = texts.kind if "kind" in parts else None, texts.date if "date" in parts else None
    meta = kind or date
    if meta:
        last += title.leading * scale + texts.meta_gap + META_ASCENT * meta.size - ASCENT * size
        size = meta.size
        rows.append(Row(meta, 0.0, last))
        beside = kind.width + BETWEEN * size if kind and date else 0.0
        if kind and date and beside + date.width > measure:
            beside, last = 0.0, last + meta.leading
        if kind and date:
            rows.append(Row(date, beside, last))
        wide = [row.x + row.text.width for row in rows[1:]]
        if max(wide) > measure:
            return None
        width = max(width, *wide)
    if "details" in parts and texts.details:
        found = texts.details.lines(measure, hyphenated=False)
        if found is None or len(found) > MOST_DETAIL_LINES:
            return None
        first = last + texts.details.leading
        rows.append(Row(texts.details, 0.0, first))
        last, width, size = first + (len(found) - 1) * texts.details.leading, max(width, *found), texts.details.size
        free = BELOW_DETAILS * size
    return Block(tuple(rows), width, last + DESCENT * size + free, last, measure)
