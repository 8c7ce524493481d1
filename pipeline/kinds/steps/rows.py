"""Steps below one another: each stands on its own line, which runs out, turns down and ends in the result's card.

    Title                               wide: the title stands beside the steps
    Start
    ===============================.    the start's line comes from the page's edge
    1  Ask                  1 day  |
       for one thing               |
    ----------------------------.  |    so the first lies outside, the last inside
    2  Wait                 1 week |
    -------------------------.  |  |
    +------------------------|--|--|-+
    | Result        11 days ( o    ) |
    +--------------------------------+

Where rows are too low for them details go, then sizes; a title is never cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.geometry import Point, Rect
from pipeline.kinds.steps import bundle
from pipeline.kinds.steps.bundle import Strands
from pipeline.kinds.steps.content import Content
from pipeline.kinds.steps.lettering import (
    AFTER_LABEL,
    ICON,
    Texts,
    number_style,
    set_all,
    set_in,
    set_one,
    write,
    write_number,
    write_start,
)
from pipeline.layout import header
from pipeline.layout.canvas import CAPITALS, Canvas
from pipeline.layout.card import card
from pipeline.layout.shape import Shape
from pipeline.prose import shortened
from pipeline.scene import LeftOut
from pipeline.typography import Paragraph, Setting, TextStyle, markup


class Look(NamedTuple):
    """The numbers of a shape; those of what stands at the foot or at the reading end count from there."""

    left: float  # of lines and numbers
    right: float  # of the outermost line
    first: float  # the start's line, below the title's last baseline; beside it, below the page's top
    last: float  # the lowest that the last step's line may stand
    card_left: float
    card_right: float
    card_height: float
    card_foot: float
    strands: Strands
    line: float  # of the capsule
    half: float  # of the capsule's height
    title: float
    detail: float
    number: float
    indent: float  # from the line's start to the texts
    total: float
    least: float  # the smallest size
    dense: float  # the share of the titles' size that dense rows begin with, at the least
    results: tuple[Setting, ...]


LOOKS = {
    "wide": Look(
        452, 88, 66, 128, 412, 40, 86, 36, Strands(5, 3, 18), 5, 12, 21, 19, 26, 44, 26, 16, 0.905,
        tuple(Setting(size, 1.16, lines) for size, lines in ((28, 1), (25, 1), (22, 1), (22, 2), (19, 2))),
    ),
    "square": Look(
        64, 64, 88, 214, 24, 24, 148, 30, Strands(9, 5, 36), 8, 21, 29, 24, 68, 78, 38, 19, 0.8,
        tuple(Setting(size, 1.16, lines) for size, lines in ((38, 2), (33, 2), (29, 2), (24, 3), (20, 3))),
    ),
    "tall": Look(
        72, 72, 118, 252, 32, 32, 176, 32, Strands(10, 6, 44), 9, 23, 33, 26, 84, 94, 44, 20, 0.8,
        tuple(Setting(size, 1.16, lines) for size, lines in ((43, 2), (38, 2), (33, 2), (28, 3), (23, 4))),
    ),
}  # fmt: skip
TITLE_EM = 11  # the widest title, in its sizes
BESIDE = 340  # the measure of a title beside the steps
HIGHEST_FEW, HIGHEST, FEW = 260, 200, 4  # a row where there are fewer than so many, and others
DENSE_BELOW = 3.6  # details in a row's height
LOOSE, TIGHT = 4.2, 2.1  # titles in a row's height at their own size
LARGEST, SMALLEST = 1.3, 0.92  # of a shape's sizes
MANY, THINNER, CLOSER, TIGHTER = 8, 0.72, 0.8, 0.7  # from beyond so many steps on, of the lines
LIFT, LIFT_DENSE = 0.62, 0.42  # details or titles from a line's upper edge to the baseline above it
TITLE_ABOVE = 1.34  # details from a detail's baseline up to its title's
DENSE_NUMBER, DENSE_INDENT = 1.15, 1.9  # titles
BEARING, FIGURES = 0.03, 0.72  # of a number's size: what is left of its ink, and its height
GAP, AFTER_ICON = 0.5, 0.2  # of a title's size behind a wide number, of an icon's behind it
COVERS, DOT = 0.6, 0.36  # of the capsule's half height: what it covers beside the lines, its dot
BEFORE_CAPSULE, LABEL = 40, 0.96  # clear before the capsule and a total; a label's size in details
BEFORE_DURATION = 24
AIR = 1.1  # lifts between a row and the line above it: nearer to its own
LINES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (2, 3), (3, 3), (2, 4), (3, 5))  # of titles and of details
FACTORS = (1.0, 0.92, 0.85, 0.78)  # of a size that does not fit
CUT_BY, LEAST_LEFT = 4, 16  # characters


class Table(NamedTuple):
    """Where the lines stand: their start, the outermost one's right edge, the start's y, and where they end."""

    look: Look
    strands: Strands
    left: float
    right: float
    first: float
    pitch: float
    end: float
    many: int  # steps

    def x(self, at: int) -> float:
        """The middle of a line that runs down; 0 is the start's."""
        return self.right - self.strands.width / 2 - at * self.strands.pitch

    def y(self, at: int) -> float:
        """The middle of a line that runs out."""
        return self.first + at * self.pitch


class Sizes(NamedTuple):
    """How the steps are set."""

    title: float
    title_lines: int
    detail: float
    detail_lines: int  # none where rows are dense
    number: float
    indent: float

    @property
    def lift(self) -> float:
        """From a line's upper edge to the baseline of what stands on it."""
        return LIFT * self.detail if self.detail_lines else LIFT_DENSE * self.title


class Lettered(NamedTuple):
    """The steps, set: their texts begin at x."""

    sizes: Sizes
    x: float
    titles: Texts
    details: Texts


def draw(canvas: Canvas, frame: Shape, content: Content) -> tuple[LeftOut, ...]:
    """Draw all of it; returns what has no room. Raises FitError for a text that may not be left out."""
    table = _table(canvas, frame, content)
    lettered = _lettered(canvas, content, table)
    if content.result:
        _result(canvas, frame, table, content)
    _bundle(canvas, table, has_start=bool(content.start))
    if content.start:
        settings = [Setting(max(table.look.least, table.look.detail * factor), 1.2, 1) for factor in FACTORS]
        base = table.first - table.strands.width / 2 - lettered.sizes.lift
        write_start(canvas, content, settings, table.left, base, table.x(0) - table.strands.turn)
    _steps(canvas, table, content, lettered)
    details = tuple(step.detail.field for step in content.steps if step.detail)
    return () if lettered.sizes.detail_lines or not details else (LeftOut(details, "no room for details"),)


def _table(canvas: Canvas, frame: Shape, content: Content) -> Table:
    """The table below the head or beside it, which is written here."""
    look, count, is_wide = LOOKS[frame.name], len(content.steps), frame.name == "wide"
    measure = BESIDE if is_wide else min(frame.measure, TITLE_EM * frame.title)
    head = header.head(canvas, frame, content.eyebrow, content.title, measure=measure, lines=3 if is_wide else 2)
    first = look.first if is_wide else (head + look.first if head else frame.eyebrow_base + look.detail)
    room = frame.height - look.last - first
    pitch = min(HIGHEST_FEW if count < FEW else HIGHEST, room / count)
    strands = look.strands
    if count > MANY and not is_wide:
        strands = Strands(THINNER * strands.width, CLOSER * strands.gap, TIGHTER * strands.turn)
    end = frame.height - look.card_foot - look.card_height / 2
    return Table(look, strands, look.left, frame.width - look.right, first, pitch, end, count)


def _lettered(canvas: Canvas, content: Content, table: Table) -> Lettered:
    """The steps in the first sizes that hold them whole, else with details cut, else without; raises FitError."""
    is_loose = table.pitch >= DENSE_BELOW * table.look.detail
    loose, dense = list(_loose(table)) if is_loose else [], list(_dense(table))
    for sizes in loose:
        if found := _set(canvas, content, table, sizes):
            return found
    for sizes in reversed(loose):
        if found := _set(canvas, content, table, sizes, cuts=True):
            return found
    for sizes in dense:
        if found := _set(canvas, content, table, sizes):
            return found
    x, measures = _room(canvas, content, table, dense[-1])
    setting = Setting(dense[-1].title, 1.15, 1)
    style = canvas.style(1, canvas.colors.ink, 600)
    titles = set_in(canvas, [step.title for step in content.steps], style, setting, measures)
    return Lettered(dense[-1], x, titles, [None] * table.many)


def _loose(table: Table) -> Iterator[Sizes]:
    """Sizes with details, those with the fewest lines first."""
    look = table.look
    fills = max(SMALLEST, min(LARGEST, table.pitch / (LOOSE * look.title)))
    for title_lines, detail_lines in LINES:
        for factor in FACTORS:
            title, detail = (max(look.least, size * fills * factor) for size in (look.title, look.detail))
            yield Sizes(title, title_lines, detail, detail_lines, fills * look.number, fills * look.indent)


def _dense(table: Table) -> Iterator[Sizes]:
    """Sizes without details; numbers stand on the titles' baseline."""
    look = table.look
    fills = max(look.dense, min(1.0, table.pitch / (TIGHT * look.title)))
    for lines in (1, 2, 3):
        for factor in FACTORS:
            title = max(look.least, look.title * fills * factor)
            yield Sizes(title, lines, look.detail, 0, DENSE_NUMBER * title, DENSE_INDENT * title)


def _room(canvas: Canvas, content: Content, table: Table, sizes: Sizes) -> tuple[float, list[float]]:
    """Where the texts of the steps begin, and how wide each step's may be."""
    style = number_style(canvas, sizes.number)
    x = max(sizes.indent, max(canvas.measure(step.number, style) for step in content.steps) + GAP * sizes.title)
    x += table.left + (1 + AFTER_ICON) * ICON * sizes.number * any(step.icon for step in content.steps)
    bold, right = canvas.style(sizes.detail, canvas.colors.accent, 600), _end(table, sizes)
    widths = [canvas.measure(step.duration.text, bold) for step in content.steps]
    return x, [right - x - (width + BEFORE_DURATION if width else 0) for width in widths]


def _end(table: Table, sizes: Sizes) -> float:
    """The right edge of the steps."""
    return table.x(table.many) - table.strands.turn - (8 if sizes.detail_lines else 4)


def _set(canvas: Canvas, content: Content, table: Table, sizes: Sizes, *, cuts: bool = False) -> Lettered | None:
    """The steps in these sizes, if they have room."""
    x, measures = _room(canvas, content, table, sizes)
    bold, plain = canvas.style(1, canvas.colors.ink, 600), canvas.style(1, canvas.colors.muted)
    setting = Setting(sizes.title, 1.15, sizes.title_lines)
    if min(measures) <= 0:
        return None
    titles = set_all(canvas, [step.title for step in content.steps], bold, [setting], measures)
    details: Texts | None = [None] * table.many
    if sizes.detail_lines:
        setting, leaves = Setting(sizes.detail, 1.2, sizes.detail_lines), [step.detail for step in content.steps]
        details = set_all(canvas, leaves, plain, [setting], measures)
        if details is None and cuts:
            pairs = zip(leaves, measures, strict=True)
            details = [_cut(canvas, leaf, plain, setting, measure) for leaf, measure in pairs]
    if titles is None or details is None:
        return None
    lettered = Lettered(sizes, x, titles, details)
    return lettered if _is_low(canvas, table, lettered) else None


def _is_low(canvas: Canvas, table: Table, lettered: Lettered) -> bool:
    """Whether each step stands nearer to its own line than to the one above; dense titles of one line always do."""
    sizes = lettered.sizes
    highest = FIGURES * sizes.number
    for title, detail in zip(lettered.titles, lettered.details, strict=True):
        height = CAPITALS * sizes.title + (title.depth if title else 0) / canvas.unit
        height += TITLE_ABOVE * sizes.detail + detail.depth / canvas.unit if detail else 0
        highest = max(highest, height)
    is_plain = not sizes.detail_lines and sizes.title_lines == 1
    return is_plain or highest + (1 + AIR) * sizes.lift + table.strands.width <= table.pitch


def _cut(canvas: Canvas, leaf: Leaf, style: TextStyle, setting: Setting, measure: float) -> Paragraph | None:
    """A detail, or its first words and an ellipsis."""
    text = markup.plain(leaf.text).replace("*", "")
    for most in range(len(text), LEAST_LEFT, -CUT_BY):
        if found := set_all(canvas, [leaf._replace(text=shortened(text, most))], style, [setting], [measure]):
            return found[0]
    return None


def _steps(canvas: Canvas, table: Table, content: Content, lettered: Lettered) -> None:
    """Write the steps, each on its line."""
    sizes, end = lettered.sizes, _end(table, lettered.sizes)
    number = number_style(canvas, sizes.number, 500 if sizes.detail_lines else 600)
    bold = canvas.style(sizes.detail, canvas.colors.accent, 600)
    aside = lettered.x - table.left - (1 + AFTER_ICON) * ICON * sizes.number
    for at, (step, title, detail) in enumerate(zip(content.steps, lettered.titles, lettered.details, strict=True)):
        base = table.y(at + 1) - table.strands.width / 2 - sizes.lift
        write_number(canvas, step, table.left - BEARING * sizes.number, base, number, aside)
        canvas.text(end, base, step.duration.text, bold, anchor="end", role=step.duration.field)
        y = base
        if detail:
            y -= detail.depth / canvas.unit
            write(canvas, detail, lettered.x, y)
            y -= TITLE_ABOVE * sizes.detail
        write(canvas, title, lettered.x, y - (title.depth if title else 0) / canvas.unit)


def _capsule(table: Table) -> Rect:
    """The middle of the capsule's line."""
    left, right = table.x(table.many), table.x(0)
    half = (right - left + table.strands.width) / 2 + COVERS * table.look.half
    return Rect((left + right) / 2 - half, table.end - table.look.half, 2 * half, 2 * table.look.half)


def _bundle(canvas: Canvas, table: Table, *, has_start: bool) -> None:
    """The lines of the start and of each step, and the capsule that they reach."""
    look = table.look
    if has_start:
        left = look.left if look is LOOKS["wide"] else -bundle.BLEED
        points = Point(left, table.y(0)), Point(table.x(0), table.y(0)), Point(table.x(0), table.end)
        bundle.strand(canvas, table.strands, points, is_start=True)
    for at in range(1, table.many + 1):
        x, y = table.x(at), table.y(at)
        bundle.strand(canvas, table.strands, (Point(look.left, y), Point(x, y), Point(x, table.end)))
    bundle.capsule(canvas, _capsule(table), look.line, DOT * look.half)


def _result(canvas: Canvas, frame: Shape, table: Table, content: Content) -> None:
    """The card, and on it the result and the total on one baseline, their labels on another."""
    look, colors, unit = table.look, canvas.colors, canvas.unit
    width = frame.width - look.card_left - look.card_right
    rect = Rect(look.card_left, table.end - look.card_height / 2, width, look.card_height)
    canvas.items += card(canvas.placed(rect), canvas.theme, unit)
    x, right = look.left, _capsule(table).x - BEFORE_CAPSULE
    label = canvas.style(LABEL * look.detail, colors.muted, 600)
    total = note = None
    if content.total:
        settings = [Setting(look.total * factor, 1.1, 1) for factor in (*FACTORS, 0.7, 0.6)]
        style = canvas.style(1, colors.ink, 600, "numerals", -0.03)
        total = set_one(canvas, content.total, style, settings, (right - x) / 2)
    if content.total_note:
        settings = [Setting(max(look.least, label.size * factor), 1.2, 1) for factor in FACTORS]
        measure = right - x - canvas.measure(content.words.shown.result, label) - BEFORE_DURATION
        note = set_one(canvas, content.total_note, canvas.style(1, colors.muted), settings, measure)
    style = canvas.style(1, colors.ink, 600, "display", -0.005)
    measure = right - x - (total.width / unit + BEFORE_CAPSULE if total else 0)
    result = set_one(canvas, content.result, style, look.results, measure)
    size = result.size / unit
    height = 1.2 * label.size + 1.18 * size + result.depth / unit
    top = rect.y + (rect.height - height) / 2 + 0.78 * label.size
    first = top + AFTER_LABEL * label.size + 1.02 * size
    canvas.text(x, top, content.words.shown.result, label, role="labels.result")
    last = write(canvas, result, x, first)
    for paragraph, base in ((note, top), (total, last)):
        if paragraph:
            write(canvas, paragraph, right - paragraph.width / unit, base)
