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
from pipeline.layout import header
from pipeline.layout.block import apart, block, blocks, depth, put
from pipeline.layout.canvas import Canvas
from pipeline.layout.card import card
from pipeline.layout.shape import Shape
from pipeline.layout.strokes import BLEED
from pipeline.typography import Setting


def _settings(*groups: tuple[int, int, tuple[float, ...]]) -> tuple[Setting, ...]:
    """For each size a setting of so many lines, with that much between them."""
    return tuple(Setting(size, (size + lead) / size, lines) for lines, lead, sizes in groups for size in sizes)


MOST = 6  # columns
STRANDS = Strands(7, 12, 34)
FOOT, BELOW_FOOT = 78, 34  # the start's line above the page's foot, its text below the line
CARD, EDGE, TOP = 216, 40, 36  # the card's width, what lies beside it, and above it and below
BEFORE_CARD, INSIDE, MEASURE = 24, 36, 156  # clear before the card and in it, and of the words on it
LABEL, BELOW_EDGE, RESULT = 20, 58, 102  # the card's label, its baseline and the result's
ABOVE_CAPSULE, ABOVE_NOTE, BELOW_RESULT = 38, 28, 24  # between what stands on the card
CAPSULE, CAPSULE_X, LINE, DOT, COVERS = 15, 58, 7, 6, 13.5  # half its width, its middle on the card, beyond the lines
WIDEST, WIDEST_OF_TWO, TEXT, BETWEEN = 400, 620, 22, 32  # a column; its texts from its edge; what is beside them
BELOW_TITLE, BELOW_LONG, DOWN = (
    56,
    40,
    0.3,
)  # from the title to the lines; the share of a page's spare height that comes to that
TITLE_BASE, SHORT, TITLE_SIZES = (
    158,
    165,
    ((1, 1), (0.93, 1), (0.86, 1), (0.79, 2), (0.72, 2), (0.65, 2), (0.58, 2), (0.52, 2)),
)
NUMBER, SMALL_NUMBER, HIGH, ASIDE = 84, 64, 0.727, 0.73  # below titles of one line, of two; its height, to its icon
NUMBER_OF_TWO = 1.4  # times that
BELOW_NUMBER, BELOW_DETAILS, ABOVE_BUNDLE = 0.58, 11, 14  # of a number's size; px more than a line; above the lines
FEW, TITLES_OF_FEW, DETAILS_OF_FEW = 3, _settings((2, 5, (34, 31))), _settings((2, 6, (27, 25)))  # in wide columns
STEP_TITLES = _settings((2, 4, (27, 25, 23, 21)), (3, 4, (23, 21, 19)))
TITLES_OF_TWO, DETAILS_OF_TWO = _settings((2, 6, (48, 43, 38))), _settings((3, 8, (36, 33, 30)))
DETAILS = _settings((2, 5, (22, 21, 20, 19)), (3, 5, (18,)), (4, 5, (17,)), (5, 5, (16,)))
RESULTS = _settings((2, 5, (32, 29, 26)), (3, 5, (32, 29, 26)), (4, 4, (32, 29, 26)), (6, 4, (24, 21)), (8, 4, (19,)))
TOTALS = _settings((1, 4, (46, 40, 34, 28)), (2, 4, (28, 24, 21)))
STARTS = 20, 18, 16
NOTES = _settings((1, 5, (19, 17)), (2, 5, (17,)), (3, 4, (16,)))


class Grid(NamedTuple):
    """Where the columns stand: the lines' left edges, their top and foot, and the card's left edge."""

    left: float
    top: float
    foot: float
    card: float
    columns: int

    @property
    def width(self) -> float:
        """Of a column."""
        widest = WIDEST_OF_TWO if self.is_pair else WIDEST
        return min(widest, (self.card - BEFORE_CARD - self.left) / self.columns)

    @property
    def is_pair(self) -> bool:
        """Whether there is more room than a column needs."""
        return self.columns <= 2

    @property
    def settings(self) -> tuple[tuple[Setting, ...], tuple[Setting, ...]]:
        """Of titles and of details, the wider the columns the larger."""
        few = self.columns <= FEW
        return (
            self.is_pair * TITLES_OF_TWO + few * TITLES_OF_FEW + STEP_TITLES,
            self.is_pair * DETAILS_OF_TWO + few * DETAILS_OF_FEW + DETAILS,
        )

    def x(self, at: int) -> float:
        """The left edge of a column."""
        return self.left + at * self.width

    def y(self, at: int) -> float:
        """The middle of a line along the foot; 0 is the start's."""
        return self.foot - at * STRANDS.pitch


def draw(canvas: Canvas, frame: Shape, content: Content) -> bool:
    """Draw all of it; whether the steps end above the lines. Raises FitError."""
    card_left, frame = frame.width - EDGE - CARD, frame._replace(title_base=TITLE_BASE)
    measure = card_left - BEFORE_CARD - frame.margin
    last = header.head(canvas, frame, content.eyebrow, content.title, measure=measure, sizes=TITLE_SIZES)
    number, below = (NUMBER, BELOW_TITLE) if last <= SHORT else (SMALL_NUMBER, BELOW_LONG)
    top = max(TOP + FOOT / 2, last + below) + DOWN * frame.beyond.height
    grid = Grid(frame.margin, top, frame.height - FOOT, card_left, len(content.steps))
    if content.result:
        _result(canvas, frame, grid, content)
    _bundle(canvas, grid, content)
    bundle.write_start(canvas, content, STARTS, Point(grid.left, grid.foot + BELOW_FOOT), grid.left + measure)
    return _steps(canvas, grid, content, number) <= grid.y(grid.columns) - ABOVE_BUNDLE


def _capsule(grid: Grid) -> Rect:
    """The middle of the capsule's line."""
    top, foot = grid.y(grid.columns) - COVERS, grid.y(0) + COVERS
    return Rect(grid.card + CAPSULE_X - CAPSULE, top, 2 * CAPSULE, foot - top)


def _bundle(canvas: Canvas, grid: Grid, content: Content) -> None:
    """The lines of the start and of each step, and the capsule that they reach."""
    capsule = _capsule(grid)
    end, lefts = capsule.center.x, [grid.x(at) + STRANDS.width / 2 for at in range(grid.columns)]
    start = (Point(-BLEED, grid.foot), Point(end, grid.foot)) if content.start else ()
    steps = [(Point(x, grid.top), Point(x, grid.y(at)), Point(end, grid.y(at))) for at, x in enumerate(lefts, 1)]
    bundle.draw_strands(canvas, STRANDS, start, steps)
    bundle.draw_capsule(canvas, capsule, LINE, DOT)


def _steps(canvas: Canvas, grid: Grid, content: Content, size: float) -> float:
    """Write the steps, their numbers in that size; returns the lowest baseline."""
    steps, measures = content.steps, [grid.width - BETWEEN] * grid.columns
    size = size * NUMBER_OF_TWO if grid.is_pair else size
    of_titles, of_details = grid.settings
    bold, number = canvas.style(1, canvas.colors.ink, 600), bundle.number_style(canvas, size)
    titles = blocks(canvas, [step.title for step in steps], bold, of_titles, measures)
    plain, time = canvas.style(1, canvas.colors.muted), bold._replace(fill=canvas.colors.accent)
    details = blocks(canvas, [step.detail for step in steps], plain, of_details, measures)
    same = next((each.size / canvas.unit for each in details if each), DETAILS[0].size)
    settings = _settings((1, 4, (same, 19, 17)), (2, 4, (same, 17, 16)))
    times = blocks(canvas, [step.duration for step in steps], time, settings, measures)
    base, lasts = grid.top + HIGH * size, []
    for at, (title, detail) in enumerate(zip(titles, details, strict=True)):
        x = grid.x(at) + TEXT
        bundle.write_number(canvas, content, at, Point(x, base), number, ASIDE * size)
        y = put(canvas, title, x, base + BELOW_NUMBER * size)
        gap = apart(canvas, title, detail, title.leading / canvas.unit + 2 if title else 0)
        lasts.append(put(canvas, detail, x, y + gap))
    low = max(lasts)
    return max(
        [
            low,
            *(
                put(canvas, each, grid.x(at) + TEXT, low + same + BELOW_DETAILS)
                for at, each in enumerate(times)
                if each
            ),
        ]
    )


def _result(canvas: Canvas, frame: Shape, grid: Grid, content: Content) -> None:
    """The card, and on it the result at its head, the total and its note above the capsule; raises FitError."""
    rect, colors = Rect(grid.card, TOP, CARD, frame.height - 2 * TOP), canvas.colors
    canvas.items += card(canvas.placed(rect), canvas.theme, canvas.unit)
    x, top, foot = rect.x + INSIDE, rect.y + RESULT, _capsule(grid).y - ABOVE_CAPSULE
    label = canvas.style(LABEL, colors.muted, 600)
    canvas.text(x, rect.y + BELOW_EDGE, content.words.shown.result, label, role="labels.result")
    note = block(canvas, content.total_note, canvas.style(1, colors.muted), NOTES, MEASURE)
    foot -= depth(canvas, note)
    put(canvas, note, x, foot)
    total = block(canvas, content.total, canvas.style(1, colors.ink, 600, "numerals", -0.03), TOTALS, MEASURE)
    foot -= ABOVE_NOTE + depth(canvas, total)
    put(canvas, total, x - 1, foot)
    foot -= total.cap_height / canvas.unit if total else 0
    style = canvas.style(1, colors.ink, 600, "display", -0.005)
    put(canvas, block(canvas, content.result, style, RESULTS, MEASURE, foot - BELOW_RESULT - top), x, top)
