"""Steps side by side on a wide page: lines hang down, turn to the reading end and run along the foot into a card.

Title                   +------+
| 1     | 2     | 3     |Result|     number, title, detail; all durations on one baseline
| Ask   | Wait  | Go    |      |
| 1 day | 10 m  | 1 h   |11 day|
|       |       '-------|-(    |
|       '---------------|-(o)  |
========================|=(    |
Start                   +------+
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.geometry import Point, Rect
from pipeline.kinds.steps import bundle
from pipeline.kinds.steps.bundle import Strands
from pipeline.kinds.steps.content import Content
from pipeline.kinds.steps.lettering import number_style, set_all, set_one, write, write_number, write_start
from pipeline.layout import header
from pipeline.layout.canvas import Canvas
from pipeline.layout.card import card
from pipeline.layout.shape import Shape
from pipeline.typography import Setting


def _settings(*groups: tuple[int, float, tuple[float, ...]]) -> tuple[Setting, ...]:
    """Settings of so many lines, with that much leading beyond the size, one for each of the sizes."""
    return tuple(Setting(size, (size + lead) / size, lines) for lines, lead, sizes in groups for size in sizes)


MOST = 6  # columns
STRANDS = Strands(7, 5, 34)
FOOT, BELOW_FOOT = 78, 34  # from the page's foot up to the start's line, from there down to its text
CARD, EDGE, CARD_EDGE = 216, 40, 36  # the card's width, what lies beside it, above it and below
BEFORE_CARD, INSIDE, INSIDE_END = 24, 36, 24  # clear before the card, and in it before and behind its texts
LABEL, RESULT, ABOVE_CAPSULE = (20, 58), 102, 38  # the card's label, size and y; the result's y; below the last text
BELOW_TOTAL, ABOVE_TOTAL = 28, 24  # down to its note's baseline; up to the result's last
CAPSULE, CAPSULE_X, LINE, DOT, BEYOND = 15, 58, 7, 6, 10  # half its width, where it stands, how far it covers more
WIDEST, TEXT, BETWEEN = 400, 22, 32  # a column; its texts' edge; what it is wider than they
BEARING, ASIDE = 0.05, 0.78  # of a number's size: what is left of its ink, and from it to its icon
ABOVE_BUNDLE = 20  # from the last baseline down to the innermost line
DOWN = 0.3  # the share of what a page is higher that lies above the steps
WITHOUT_EYEBROW, WITHOUT_TITLE = 42, 84  # how much higher the steps begin
TITLES = _settings((1, 4, (58, 54, 50)), (2, 4, (46, 42, 38, 34, 30)))
STEP_TITLES = _settings((2, 4, (27, 25, 23, 21)), (3, 4, (23, 21, 19)))
DETAILS = _settings((2, 5, (22, 21, 20, 19)), (3, 5, (18,)), (4, 5, (17,)), (5, 5, (16,)))
RESULTS = _settings((2, 5, (32, 29, 26)), (3, 5, (32, 29, 26)), (4, 4, (32, 29, 26)), (6, 4, (24, 21)), (8, 4, (19,)))
TOTALS = _settings((1, 4, (46, 40, 34, 28)), (2, 4, (28, 24, 21)))
NOTES = _settings((1, 5, (19, 17)), (2, 5, (17,)), (3, 4, (16,)))
STARTS = _settings((1, 4, (20, 18, 16)))
DURATION = 22  # size where there are no details


class Head(NamedTuple):
    """How the steps stand below a title of one line, and below a longer one."""

    title: float  # baseline of the title's first line
    top: float  # where the lines begin
    number: float  # its size
    number_base: float  # below the top
    title_base: float  # of a step, below the top


SHORT, LONG = Head(158, 214, 84, 61, 110), Head(150, 240, 64, 47, 88)


class Grid(NamedTuple):
    """Where the columns stand: the lines' left edges, their top and foot, and the card's left edge."""

    left: float
    top: float
    foot: float
    card: float
    many: int  # steps

    @property
    def width(self) -> float:
        """Of a column."""
        return min(WIDEST, (self.card - BEFORE_CARD - self.left) / self.many)

    def x(self, at: int) -> float:
        """The left edge of a column."""
        return self.left + at * self.width

    def y(self, at: int) -> float:
        """The middle of a line along the foot; 0 is the start's."""
        return self.foot - at * STRANDS.pitch


def draw(canvas: Canvas, frame: Shape, content: Content) -> bool:
    """Draw all of it; whether the steps have room. Raises FitError for a text that stands apart from them."""
    edge = frame.width - EDGE - CARD
    head, top = _head(canvas, frame, content, edge - BEFORE_CARD - frame.margin)
    grid = Grid(frame.margin, top, frame.height - FOOT, edge, len(content.steps))
    if content.result:
        rect = Rect(edge, CARD_EDGE, CARD, frame.height - 2 * CARD_EDGE)
        canvas.items += card(canvas.placed(rect), canvas.theme, canvas.unit)
        _result(canvas, content, rect, grid)
    _bundle(canvas, grid, has_start=bool(content.start))
    if content.start:
        write_start(canvas, content, STARTS, frame.margin, grid.foot + BELOW_FOOT, grid.card - BEFORE_CARD)
    return _steps(canvas, grid, head, content)


def _head(canvas: Canvas, frame: Shape, content: Content, measure: float) -> tuple[Head, float]:
    """Write eyebrow and title; how the steps stand below them, and the y where their lines begin."""
    unit = canvas.unit
    above = header.eyebrow(canvas.page, content.eyebrow, frame.eyebrow * unit, measure * unit)
    settings = [setting._replace(size=setting.size * unit) for setting in TITLES]
    title = header.title(canvas.page, content.title, settings, measure * unit, 2 * settings[0].size)
    head = SHORT if not title or title.size > TITLES[3].size * unit else LONG
    down = above.depth / unit if above else -WITHOUT_EYEBROW
    if above:
        canvas.paragraph(above, frame.margin, frame.eyebrow_base)
    if title:
        canvas.paragraph(title, frame.margin - header.HANG_EM * title.size / unit, head.title + down)
    down -= 0 if title else WITHOUT_TITLE
    return head, head.top + down + DOWN * frame.beyond.height


def _bundle(canvas: Canvas, grid: Grid, *, has_start: bool) -> None:
    """The lines of the start and of each step, and the capsule that they reach."""
    x = grid.card + CAPSULE_X
    if has_start:
        bundle.strand(canvas, STRANDS, (Point(-bundle.BLEED, grid.foot), Point(x, grid.foot)), is_start=True)
    for at in range(grid.many):
        down, y = grid.x(at) + STRANDS.width / 2, grid.y(at + 1)
        bundle.strand(canvas, STRANDS, (Point(down, grid.top), Point(down, y), Point(x, y)))
    top = _capsule(grid)
    bundle.capsule(canvas, Rect(x - CAPSULE, top, 2 * CAPSULE, 2 * (_middle(grid) - top)), LINE, DOT)


def _middle(grid: Grid) -> float:
    return (grid.y(0) + grid.y(grid.many)) / 2


def _capsule(grid: Grid) -> float:
    """The top of the capsule's line."""
    return grid.y(grid.many) - STRANDS.width / 2 - BEYOND


def _steps(canvas: Canvas, grid: Grid, head: Head, content: Content) -> bool:
    """Write the steps; whether they end above the lines along the foot."""
    colors, steps, measures = canvas.colors, content.steps, [grid.width - BETWEEN] * grid.many
    number = number_style(canvas, head.number)
    bold, plain = canvas.style(1, colors.ink, 600), canvas.style(1, colors.muted)
    titles = set_all(canvas, [step.title for step in steps], bold, STEP_TITLES, measures)
    details = set_all(canvas, [step.detail for step in steps], plain, DETAILS, measures)
    if titles is None or details is None:
        return False
    size = next((each.size / canvas.unit for each in details if each), DURATION)
    settings, last = _settings((1, 4, (size,)), (2, 4, (size, DETAILS[-1].size))), 0.0
    for at, (step, title, detail) in enumerate(zip(steps, titles, details, strict=True)):
        x = grid.x(at) + TEXT
        write_number(canvas, step, x - BEARING * head.number, grid.top + head.number_base, number, ASIDE * head.number)
        y = write(canvas, title, x, grid.top + head.title_base)
        if title and detail:
            y = write(canvas, detail, x, y + title.leading / canvas.unit + 2)
        last = max(last, y)
    times = set_all(canvas, [step.duration for step in steps], bold._replace(fill=colors.accent), settings, measures)
    ends = [write(canvas, time, grid.x(at) + TEXT, last + size + 11) for at, time in enumerate(times or ()) if time]
    return times is not None and max([last, *ends]) <= grid.y(grid.many) - STRANDS.width / 2 - ABOVE_BUNDLE


def _result(canvas: Canvas, content: Content, rect: Rect, grid: Grid) -> None:
    """The words on the card: the result at its head, the total above the capsule."""
    x, measure, colors = rect.x + INSIDE, rect.width - INSIDE - INSIDE_END, canvas.colors
    label = canvas.style(LABEL[0], colors.muted, 600)
    canvas.text(x, rect.y + LABEL[1], content.words.shown.result, label, role="labels.result")
    foot = _capsule(grid) - ABOVE_CAPSULE
    if content.total:
        foot = _total(canvas, content, x, measure, foot)
    style = canvas.style(1, colors.ink, 600, "display", -0.005)
    top = rect.y + RESULT
    result = set_one(canvas, content.result, style, RESULTS, measure, foot - top)
    canvas.paragraph(result, x, top)


def _total(canvas: Canvas, content: Content, x: float, measure: float, foot: float) -> float:
    """Write the total, and its note below it; returns where what stands above has to end."""
    colors, unit = canvas.colors, canvas.unit
    if content.total_note:
        note = set_one(canvas, content.total_note, canvas.style(1, colors.muted), NOTES, measure)
        foot -= note.depth / unit
        canvas.paragraph(note, x, foot)
    style = canvas.style(1, colors.ink, 600, "numerals", -0.03)
    total = set_one(canvas, content.total, style, TOTALS, measure)
    top = foot - BELOW_TOTAL - total.depth / unit
    canvas.paragraph(total, x - 1, top)
    return top - total.cap_height / unit - ABOVE_TOTAL
