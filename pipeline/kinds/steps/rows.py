"""Steps below one another: each stands on its own line, which runs out, turns down and ends on the result's card.

    Title
    Start                               wide: the title stands beside the steps
    ===============================.    the start's line comes from the page's edge
    1  Ask                  1 day  |
       for one thing               |
    ----------------------------.  |    so the first lies outside, the last inside
    2  Wait                 1 week |
    -------------------------.  |  |
    +------------------------|--|--|-+
    | Result        11 days ( o    ) |
    +--------------------------------+

Sizes: `row_sizes`. Where rows are too low for details these are cut, then left out; a title never is.
"""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.errors import FitError
from pipeline.geometry import Point, Rect
from pipeline.kinds.steps import bundle
from pipeline.kinds.steps.content import Content
from pipeline.kinds.steps.row_sizes import Sizes, Table, dense, loose, table
from pipeline.layout import header
from pipeline.layout.block import apart, block, blocks, depth, put
from pipeline.layout.canvas import CAPITALS, Canvas
from pipeline.layout.card import card
from pipeline.layout.shape import Shape
from pipeline.layout.strokes import BLEED
from pipeline.prose import shortened
from pipeline.scene import LeftOut
from pipeline.typography import Paragraph, Setting, TextStyle

TITLE_EM, BESIDE = 9.5, 340  # the widest title, in its sizes; beside the steps, in px
HEAD_LINES = {"wide": 3, "square": 2, "tall": 2}
TITLE_ABOVE, HIGH, AIR = 1.34, 0.72, 1.1  # of details to a title's baseline; a number's height; lifts above a row
BESIDE_NUMBER, AFTER_ICON = 0.5, 1.18  # of a title's size; of an icon's, from its start to the texts
BESIDE_DURATION, BEFORE_TURN, LEAST_LEFT, CUT_BY = 24, 8, 8, 4  # px; characters of a detail that is cut
COVERS, LINE, DOT = 0.6, 0.4, 0.36  # of half the capsule's height: beyond the lines, its own line, its dot
INSIDE, LABEL, TOTAL, AROUND_RESULT = 40, 0.96, 1.32, 2.0  # px in the card; of a detail's, title's and label's size
SMALLER = (1.0, 0.92, 0.85, 0.78)  # of a text's size that stands alone
RESULTS = ((1.3, 2), (1.15, 2), (1.0, 2), (0.85, 3), (0.75, 3))  # of a title's size, and lines


class Lettered(NamedTuple):
    """The steps, set: their texts stand from x to the right edge."""

    sizes: Sizes
    x: float
    right: float
    titles: list[Paragraph | None]
    details: list[Paragraph | None]


def draw(canvas: Canvas, frame: Shape, content: Content) -> tuple[LeftOut, ...]:
    """Draw all of it; returns what has no room. Raises FitError for a text that may not be left out."""
    measure = BESIDE if frame.name == "wide" else min(frame.measure, TITLE_EM * frame.title)
    lines = HEAD_LINES[frame.name]
    head = header.head(canvas, frame, content.eyebrow, content.title, measure=measure, lines=lines)
    at = table(frame, len(content.steps), head)
    lettered = _lettered(canvas, content, at)
    if content.result:
        _result(canvas, frame, at, content)
    _bundle(canvas, frame, at, content)
    base = at.first - at.strands.width / 2 - lettered.sizes.lift
    sizes = [max(at.look.least, at.look.detail * factor) for factor in SMALLER]
    bundle.write_start(canvas, content, sizes, Point(at.left, base), at.x(0) - at.strands.turn)
    _steps(canvas, at, content, lettered)
    details = tuple(step.detail.field for step in content.steps if step.detail)
    return () if lettered.sizes.detail_lines or not details else (LeftOut(details, "no room for details"),)


def _lettered(canvas: Canvas, content: Content, at: Table) -> Lettered:
    """The steps in the first sizes that hold them whole, else with details cut, else without; raises FitError."""
    with_details, without = list(loose(at)), list(dense(at))
    fullest = sorted(with_details, key=lambda each: (-each.title, -each.title_lines - each.detail_lines))
    tries = [(sizes, cuts, False) for cuts in (False, True) for sizes in (fullest if cuts else with_details)]
    tries += [(sizes, False, parts) for parts in (False, True) for sizes in without]
    for sizes, cuts, parts in tries:
        with suppress(FitError):
            lettered = _set(canvas, content, at, sizes, cuts=cuts, parts_words=parts)
            if _is_low(canvas, at, lettered):
                return lettered
    return _set(canvas, content, at, min(without), parts_words=True)  # refuses the title that is too long


def _set(
    canvas: Canvas, content: Content, at: Table, sizes: Sizes, *, cuts: bool = False, parts_words: bool = False
) -> Lettered:
    """The steps in these sizes; raises FitError for a title that has no room, or a detail unless it may be cut."""
    x, right = _x(canvas, content, at, sizes), at.x(at.rows) - at.strands.turn - BEFORE_TURN
    times = [canvas.measure(step.duration.text, _time(canvas, sizes)) for step in content.steps]
    measures = [right - x - (width + BESIDE_DURATION if width else 0) for width in times]
    bold, plain = canvas.style(sizes.title, canvas.colors.ink, 600), canvas.style(sizes.detail, canvas.colors.muted)
    titles, details = [step.title for step in content.steps], [step.detail for step in content.steps]
    setting = Setting(sizes.title, 1.15, sizes.title_lines)
    set_titles = blocks(canvas, titles, bold, [setting], measures, parts_words=parts_words)
    if not sizes.detail_lines:
        return Lettered(sizes, x, right, set_titles, [None] * at.rows)
    setting = Setting(sizes.detail, 1.2, sizes.detail_lines)
    if cuts:
        pairs = zip(details, measures, strict=True)
        details = [_cut(canvas, leaf, plain, sizes.detail_lines, measure) for leaf, measure in pairs]
    return Lettered(sizes, x, right, set_titles, blocks(canvas, details, plain, [setting], measures))


def _x(canvas: Canvas, content: Content, at: Table, sizes: Sizes) -> float:
    """Where titles and details begin: behind the widest number, and behind icons if there are any."""
    style = bundle.number_style(canvas, sizes.number)
    widest = max(canvas.measure(step.number, style) for step in content.steps)
    icon = AFTER_ICON * bundle.icon_side(sizes.number) if any(step.icon for step in content.steps) else 0
    return at.left + max(sizes.indent, widest + BESIDE_NUMBER * sizes.title) + icon


def _time(canvas: Canvas, sizes: Sizes) -> TextStyle:
    """How durations look."""
    return canvas.style(sizes.detail, canvas.colors.accent, 600)


def _cut(canvas: Canvas, leaf: Leaf, style: TextStyle, most: int, measure: float) -> Leaf:
    """A detail, or as many of its words as so many lines hold, and an ellipsis."""
    share = most * measure / max(1.0, canvas.measure(leaf.text, style))  # of it that lines without gaps would hold
    for length in range(int(min(1.0, share) * len(leaf.text)) + CUT_BY, LEAST_LEFT, -CUT_BY):
        text = shortened(leaf.text, length)
        if canvas.whole(text, style, measure, most):
            return leaf._replace(text=text)
    return leaf


def _is_low(canvas: Canvas, at: Table, lettered: Lettered) -> bool:
    """Whether all steps are nearer to their own line than to the one above; dense titles of one line always are."""
    sizes, heights = lettered.sizes, [HIGH * lettered.sizes.number]
    for title, detail in zip(lettered.titles, lettered.details, strict=True):
        below = apart(canvas, title, detail, TITLE_ABOVE * sizes.detail) + depth(canvas, detail)
        heights.append(CAPITALS * sizes.title + depth(canvas, title) + below)
    is_plain = sizes.detail_lines == 0 and sizes.title_lines == 1
    return is_plain or max(heights) + (1 + AIR) * sizes.lift + at.strands.width <= at.pitch


def _steps(canvas: Canvas, at: Table, content: Content, lettered: Lettered) -> None:
    """Write the steps, each on its line."""
    sizes, x, right, titles, details = lettered
    number = bundle.number_style(canvas, sizes.number, 500 if sizes.detail_lines else 600)
    aside = x - at.left - AFTER_ICON * bundle.icon_side(sizes.number)
    for row, (step, title, detail) in enumerate(zip(content.steps, titles, details, strict=True)):
        base = at.y(row + 1) - at.strands.width / 2 - sizes.lift
        bundle.write_number(canvas, content, row, Point(at.left, base), number, aside)
        canvas.text(right, base, step.duration.text, _time(canvas, sizes), anchor="end", role=step.duration.field)
        top = base - depth(canvas, detail)
        put(canvas, detail, x, top)
        gap = apart(canvas, title, detail, TITLE_ABOVE * sizes.detail)
        put(canvas, title, x, top - gap - depth(canvas, title))


def _capsule(at: Table) -> Rect:
    """The middle of the capsule's line."""
    half = at.look.capsule
    reach = at.strands.width / 2 + COVERS * half
    return Rect(at.x(at.rows) - reach, at.end - half, at.x(0) - at.x(at.rows) + 2 * reach, 2 * half)


def _bundle(canvas: Canvas, frame: Shape, at: Table, content: Content) -> None:
    """The lines of the start and of each step, and the capsule that they reach."""
    lines = [(at.x(row), at.y(row)) for row in range(at.rows + 1)]
    lefts = [at.left if frame.name == "wide" else -BLEED, *[at.left] * at.rows]
    turns = [(Point(left, y), Point(x, y), Point(x, at.end)) for left, (x, y) in zip(lefts, lines, strict=True)]
    bundle.draw_strands(canvas, at.strands, turns[0] if content.start else (), turns[1:])
    bundle.draw_capsule(canvas, _capsule(at), LINE * at.look.capsule, DOT * at.look.capsule)


def _result(canvas: Canvas, frame: Shape, at: Table, content: Content) -> None:
    """The card, and on it the result and the total on one baseline, their labels on another; raises FitError."""
    look, colors, x = at.look, canvas.colors, at.left
    rect = Rect(x - INSIDE, at.end - look.card / 2, at.right - x + 2 * INSIDE, look.card)
    canvas.items += card(canvas.placed(rect), canvas.theme, canvas.unit)
    label, right = canvas.style(LABEL * look.detail, colors.muted, 600), _capsule(at).x - INSIDE
    beside = right - x - canvas.measure(content.words.shown.result, label) - BESIDE_DURATION
    notes = [Setting(max(look.least, label.size * factor), 1.2, 1) for factor in SMALLER]
    note = block(canvas, content.total_note, label._replace(weight=400), notes, beside)
    totals = [Setting(TOTAL * look.title * factor, 1.2, 1) for factor in (*SMALLER, 0.7, 0.6)]
    style = canvas.style(1, colors.ink, 600, "numerals", -0.03)
    total = block(canvas, content.total, style, totals, (right - x) / 2)
    measure = right - x - (total.width / canvas.unit + INSIDE if total else 0)
    results = [Setting(max(look.least, size * look.title), 1.16, lines) for size, lines in RESULTS]
    style = canvas.style(1, colors.ink, 600, "display", -0.005)
    result = block(canvas, content.result, style, results, measure, look.card - AROUND_RESULT * label.size)
    size = result.size / canvas.unit if result else 0.0
    top = at.end - (1.2 * label.size + 1.18 * size + depth(canvas, result)) / 2 + 0.78 * label.size
    canvas.text(x, top, content.words.shown.result, label, role="labels.result")
    last = put(canvas, result, x, top + 0.42 * label.size + 1.02 * size)
    put(canvas, note, right, top, "end")
    put(canvas, total, right, last, "end")
