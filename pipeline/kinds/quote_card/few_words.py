"""Up to three words: as large as their measure is wide, on one line or two, between marks about half as large.

“  Done *beats*      the ink of each line's first letter stands on the edge
   perfect. ”        the marks are level with the capitals, the first of them hangs
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.geometry import Rect
from pipeline.kinds.quote_card.compositions import Composition
from pipeline.kinds.quote_card.marks import NO_MARKS
from pipeline.kinds.quote_card.motifs import ASIDE, Room
from pipeline.layout.canvas import Canvas
from pipeline.layout.optical import Optical, measured
from pipeline.layout.page import titled
from pipeline.prose import Marks
from pipeline.scene import Glyph, TextRun
from pipeline.typography import Align, Paragraph, Span, TextStyle, ink, markup, moved

DISPLAY_WEIGHT = 300
MARKS = "marks"  # the role of the marks: they stand on no line of the words
MOST_WORDS = 3
TRIED = 100.0  # px at which lines are measured
TRACKING_EM, LEADING = -0.022, 1.04
CAPITALS = 0.67  # em
MARK, SMALLEST_MARK, LARGEST_MARK = 0.52, 96, 150  # of the words' size; reference px
APART, DRAWN_IN = 8, 0.055  # reference px from the first mark to the edge; em by which the last one is drawn in
MARK_BEARING, BEHIND_STOP, BLANK = 0.04, 0.03, 0.2  # em of a small mark beside its ink, of the words, of a mark's blank
HIGH = 0.52  # em from the baseline up to the foot of a raised mark
LOWER = 0.012  # em of the words by which marks that are level with the capitals stand lower
MARK_ROOM = 70  # reference px that a closing mark takes from the measure of its line
CLEAR, EDGE = 48, 20  # reference px between the words and a road or a label, and the page's edge
SMALLER = 0.98  # by which a size is tried after another
LEAST = 3  # of a frame's settings: words that would be smaller are set as others are


class Line(NamedTuple):
    """A line at the tried size, and what it measures; `ends_high` where its last letter reaches up to a mark."""

    text: Leaf
    set: Paragraph
    at: Optical
    ends_high: bool


class FewWords(NamedTuple):
    """Words in the size they have room for; `top` is the y where their block begins, `first` their first baseline."""

    lines: tuple[Line, ...]
    size: float
    leading: float
    top: float
    first: float


def style(canvas: Canvas, size: float) -> TextStyle:
    """How the words of a card look."""
    return canvas.style(size, canvas.colors.ink, DISPLAY_WEIGHT, "display")


def fitted(
    canvas: Canvas, text: Leaf, frame: Composition, room: Room, column: Rect, *, has_marks: bool
) -> FewWords | None:
    """Up to three words, as large as they can be; None for more, and for words too long to be set large."""
    measure, found, best = min(column.width, room.box.width - frame.at.spare * frame.unit), None, 0.0
    for split in _splits(text.text):
        lines = [_line(canvas, text._replace(text=line)) for line in split]
        measures = [measure] * (len(lines) - 1) + [measure - (MARK_ROOM * frame.unit if has_marks else 0.0)]
        sizes = [TRIED * most / line.set.width for most, line in zip(measures, lines, strict=True)]
        placed = _placed(tuple(lines), min(room.largest, *sizes), frame, room)
        worth = placed.size * sqrt(placed.size / min(sizes)) if placed else 0.0  # large, but no narrow column of words
        found, best = (placed, worth) if worth > best else (found, best)
    return found


def _splits(text: str) -> Iterator[tuple[str, ...]]:
    """The ways to set up to three words on one line or two: emphasis stays whole, the author's line ends are kept."""
    given = tuple(line.strip() for line in text.splitlines() if line.strip())
    if not given or len(given) > 2 or len(markup.plain(text).split()) > MOST_WORDS:
        return
    yield given
    if len(given) == 1:
        emphasis = [match.span() for match in markup.EMPHASIS.finditer(given[0])]
        for blank in re.finditer(r"[ \t]+", given[0]):
            if not any(start < blank.start() < end for start, end in emphasis):
                yield given[0][: blank.start()], given[0][blank.end() :]


def _line(canvas: Canvas, text: Leaf) -> Line:
    set_ = _set(canvas, text, TRIED)
    last = set_.lines[0].runs[0 if canvas.page.mirrored else -1]
    box = ink(last._replace(glyphs=last.glyphs[:1] if canvas.page.mirrored else last.glyphs[-1:]))
    ends_high = box is not None and box.y < -HIGH * TRIED
    return Line(text, set_, measured(canvas.page, set_), ends_high)


def _set(canvas: Canvas, text: Leaf, size: float, marks: Marks = NO_MARKS, mark: float = 0.0) -> Paragraph:
    """A line, with marks in the size `mark`; marks alone would have Unicode's tables loaded, which is slow."""
    spans = titled(text.text, style(canvas, size)._replace(tracking_em=TRACKING_EM, leading=LEADING), canvas.theme)
    beside = style(canvas, mark)._replace(fill=canvas.colors.accent)
    whole = [Span(marks.opening, beside, MARKS), *spans, Span(marks.closing, beside, MARKS)]
    return canvas.page.typesetter.set([span for span in whole if span.text], role=text.field)


def _placed(lines: tuple[Line, ...], size: float, frame: Composition, room: Room) -> FewWords | None:
    """The lines in the middle of their zone, of whose foot descenders count a third, in a size that keeps clear."""
    unit, (start, stop), smallest = frame.unit, room.zone, frame.settings[LEAST].size
    leading, descent = max(line.set.leading for line in lines) / TRIED, lines[-1].at.drop
    highest = max(EDGE * unit, start + (CLEAR * unit if start > 0 else 0.0))
    while size >= smallest:
        depth = (len(lines) - 1) * leading * size
        block = room.above + CAPITALS * size + depth
        top = (start + stop - block) / 2 - descent * size / 3
        if top >= highest and top + block + descent * size <= stop - CLEAR * unit:
            return FewWords(lines, size, leading * size, top, top + room.above + CAPITALS * size)
        size *= SMALLER
    return None


def write(canvas: Canvas, few: FewWords, marks: Marks, unit: float, column: Rect, align: Align) -> None:
    """The lines in their column, and the marks beside them."""
    size, last = few.size, few.lines[-1]
    mark = mark_size(size, unit)
    apart, drawn_in = (APART * unit, DRAWN_IN * size) if mark < size else (0.0, 0.0)
    has_marks = align == "center" and len(few.lines) == 1 and marks.opening
    aside = (apart + drawn_in) / 2 if has_marks else 0.0  # a line and its marks together are in the middle
    for at, line in enumerate(few.lines):
        own = Marks(marks.opening if at == 0 else "", marks.closing if line is last else "")
        runs = _set(canvas, line.text, size, own, mark).placed(0.0, few.first + at * few.leading)
        left = column.x + ASIDE[align] * (column.width - line.at.ink * size) + aside
        x = left - line.at.bearing * size
        end = left + line.at.ink * size + apart if line.ends_high else x + line.set.width / TRIED * size - drawn_in
        canvas.items += _beside(runs, canvas, x, left - apart, end, size)


def mark_size(size: float, unit: float) -> float:
    """Of the marks around words of that size."""
    return min(size, LARGEST_MARK * unit, max(SMALLEST_MARK * unit, MARK * size))


def _beside(
    runs: Sequence[TextRun], canvas: Canvas, x: float, before: float, after: float, size: float
) -> Iterator[TextRun]:
    """The words with their start at x, a mark that ends at `before` and one that begins at `after`."""
    words = [run for run in runs if run.role != MARKS]
    start, stop = min(run.origin.x for run in words), max(run.origin.x + run.advance for run in words)
    if canvas.page.mirrored:
        width = canvas.page.width
        dx, opening, closing = width - x - stop, width - before - stop, width - after - start
    else:
        dx, opening, closing = x - start, before - start, after - stop
    for run in runs:
        if run.role == MARKS:
            is_before = (run.origin.x < start) != canvas.page.mirrored
            yield moved(run, opening if is_before else closing, -rise(run, size))
        else:
            yield moved(run, dx, 0.0)


def rise(run: TextRun, size: float) -> float:
    """How much higher a mark stands so that it is level with the letters: with capitals, the baseline or the middle."""
    box, mark = ink(run), run.size
    if box is None or mark >= size:
        return 0.0
    top, foot = (run.origin.y - box.y) / mark, (run.origin.y - box.bottom) / mark
    if top < CAPITALS / 2:  # a low mark
        return 0.0
    return (top + foot) / 2 * (size - mark) if foot < 0.3 * top else CAPITALS * (size - mark) - LOWER * size


def with_small_marks(runs: Sequence[TextRun], size: float, unit: float, *, is_rtl: bool) -> tuple[TextRun, ...]:
    """The runs of a quote of any length, its marks smaller where its words are large: level with these, and beside."""
    factor = mark_size(size, unit) / size
    if factor == 1:  # they kern with the words, as one text
        role = next(run.role for run in runs if run.role != MARKS)
        return tuple(run._replace(role=role) for run in runs)
    lines = [(run, [each for each in runs if each.origin.y == run.origin.y and each.role != MARKS]) for run in runs]
    return tuple(_smaller(run, words, factor, unit, is_rtl) if run.role == MARKS else run for run, words in lines)


def _smaller(mark: TextRun, words: Sequence[TextRun], factor: float, unit: float, is_rtl: bool) -> TextRun:
    """A smaller mark beside the ink of the words on its line: nearer behind a stop, which is low."""
    glyphs = tuple(Glyph(each.id, factor * each.x, factor * each.y) for each in mark.glyphs)
    small = mark._replace(glyphs=glyphs, size=factor * mark.size, advance=factor * mark.advance)
    boxes, own = [box for run in words if (box := ink(run))], ink(small)
    if not boxes or own is None:
        return small
    is_left = all(mark.origin.x < run.origin.x for run in words)
    beside = (min if is_left else max)(words, key=lambda run: run.origin.x)
    apart = APART * unit + MARK_BEARING * small.size
    if is_left == is_rtl and beside.text.endswith((".", ",")):
        apart = BEHIND_STOP * mark.size
    apart += BLANK * small.size * (small.text.strip() != small.text)
    dx = min(box.x for box in boxes) - apart - own.right if is_left else max(box.right for box in boxes) + apart - own.x
    return moved(small, dx, -rise(small, mark.size))
