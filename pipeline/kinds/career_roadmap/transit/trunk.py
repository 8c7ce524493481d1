"""The trunk: the past that leads to the start, the way that closed running straight on, the decision on the bundle.

    done                           ┃
    ━━✓━━━━━━━━━━◍━━━╮  ·  ·  ·  · ┃  the way that closed
      done date  Today date        ┃

Where the bundle rises, captions stand below their marks as labels do; a step whose words are too long for that stands
above, clear of the decision's words. Where it drops, the start's stand above and those of the step below.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, sqrt

from pipeline.content import Leaf
from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Dated, Plan
from pipeline.layout.canvas import Canvas
from pipeline.typography import Align, Paragraph, Setting, TextStyle

DOT, DOT_STEP = 0.18, 1.12  # radius of the dotted way's dots and their distance, in line widths
BAR_HALF, BAR_WIDTH = 2.4, 0.5  # line widths
BEFORE_BAR, BEHIND_BAR = 1.5, 2.0
BETWEEN = 0.44  # a title and its date, in sizes of the title
CAPTION = 10.0  # from a ring to the capitals below it, px of the reference
CAPTION_LINES = ((1.0, 3), (0.9, 4), (0.84, 12))  # sizes, and the most lines
CLOSED_LINES = ((1.0, 2), (0.9, 3), (0.84, 5))
LEAST_STACK = 5.5  # sizes: in a narrower column words would break


def lines(canvas: Canvas, at: Measures, plan: Plan) -> None:
    """The past, and the way that closed."""
    colors = canvas.colors
    past = (("M", -10 * at.unit, at.trunk), ("L", at.today, at.trunk))
    canvas.shape(past, line=colors.accent, width=at.line, is_round=False)
    if not plan.closed:
        return
    last = at.bundle + at.gap / 2 - at.pitch / 2
    beside = at.rise - at.turn + sqrt(2 * at.turn * last + last * last) + at.line / 2 + 20 * at.unit
    first = max(at.rise + 14 * at.unit, beside) if at.rises else at.rise + last + 14 * at.unit
    step, end = DOT_STEP * at.line + 0.1, at.closed - BEFORE_BAR * at.line
    canvas.dots(
        [Point(first + index * step, at.trunk) for index in range(int((end - first) / step) + 1)],
        DOT * at.line,
        colors.control,
    )
    reach = BAR_HALF * at.line
    bar = (("M", at.closed, at.trunk - reach), ("L", at.closed, at.trunk + reach))
    canvas.shape(bar, line=colors.ink, width=BAR_WIDTH * at.line)


def signs(canvas: Canvas, at: Measures, plan: Plan) -> tuple[Rect, ...]:
    """The step already taken, the start and at last the decision; returns their boxes."""
    boxes = []
    if plan.done:
        center = Point(at.past, at.trunk)
        marks.station(canvas, at, center, canvas.colors.accent, "done")
        boxes.append(Rect.around(center, at.station_reach))
    half = at.today_half
    middle = Rect(at.today - at.ring, at.trunk - half, 2 * at.ring, 2 * half)
    boxes.append(marks.start(canvas, at, middle, is_now=plan.now == 0))
    return (*boxes, marks.decision(canvas, at)) if plan.decision else tuple(boxes)


class Captions:
    """The words at the decision, the closed way, the start and the step already taken: `bold` titles, `muted` dates."""

    def __init__(self, canvas: Canvas, at: Measures, plan: Plan) -> None:
        self.canvas, self.at, self.plan = canvas, at, plan
        self.bold = canvas.style(at.stop, canvas.colors.ink, 600)
        self.muted = canvas.style(at.meta, canvas.colors.muted)
        self.left, self.today = at.past - at.station_reach, at.today - at.ring - 0.36 * at.line

    def written(self, legend_left: float) -> tuple[Rect, ...]:
        """Write all of them, as far right as the legend lets them; the boxes they fill."""
        boxes = [self.closed(legend_left)] if self.plan.closed else []
        if self.at.rises:
            return (*boxes, *self.beside_a_rise())
        return (*boxes, *(self.behind(self.plan.decision) if self.plan.decision else ()), *self.about_a_drop())

    def closed(self, legend_left: float) -> Rect:
        """The name of the way that closed, behind its bar."""
        at, x = self.at, self.at.closed + BEHIND_BAR * self.at.line
        right = legend_left - 24 * at.unit if at.rises else at.width - at.margin
        muted = self.canvas.style(at.stop, self.canvas.colors.muted)
        words = self._fitted(self.plan.closed, muted, CLOSED_LINES, right - x)
        bar = Rect(at.closed, at.trunk - BAR_HALF * at.line, at.line, 2 * BAR_HALF * at.line)
        return self.canvas.paragraph(words, x, at.trunk + 0.33 * words.size - words.depth / 2).union(bar)

    def behind(self, decision: Dated) -> list[Rect]:
        """The words at the decision, behind the bundle that drops, above the paths that turn aside."""
        at = self.at
        left = at.rise + at.decision_half + 18 * at.unit
        right, foot = at.width - at.margin, at.height
        if at.drops:
            right, foot = at.first_tick - at.station_reach - at.axis, at.first_lane - 1.2 * at.name
        elif at.paths > 1:
            foot = at.split - at.offset(at.paths - 1) - at.line / 2 - 5 * at.unit
        low = min(self._decided(decision), foot - 0.24 * at.meta - self._date_leading(decision))
        return self._block(decision, left, low, right - left)

    def beside_a_rise(self) -> list[Rect]:
        """The words left of the bundle that rises: at the decision, above the trunk, and below it."""
        at, done, decision, left = self.at, self.plan.done, self.plan.decision, self.left
        column = at.rise - at.bundle - 16 * at.unit
        foot = at.trunk - max(at.today_half, at.ring) - 0.36 * at.line - 12 * at.unit
        below = at.trunk + at.today_half + 0.36 * at.line + CAPTION * at.unit + 0.66 * at.stop
        label, date, short = self.plan.start
        boxes = [self._row(Dated(label, date._replace(text=short or date.text)), self.today, below)]
        decided: list[Rect] = []
        if decision:
            end = at.rise - at.decision_half - 16 * at.unit
            low = min(self._decided(decision), foot - self._date_leading(decision))
            decided = self._block(decision, at.margin, low, end - at.margin, is_end=True)
            boxes += decided
        if done and left + self._row_width(done) <= self.today - 1.2 * at.stop:
            boxes.append(self._row(done, left, below))
        elif done:
            beside = min((box.x for box in decided), default=column) - 0.8 * at.stop - left
            if beside < min(LEAST_STACK * at.stop, self._row_width(done)):
                beside, foot = column - left, min(box.y for box in decided) - at.stop_leading / 2
            boxes += self._block(done, left, foot - self._date_leading(done), beside)
        return boxes

    def about_a_drop(self) -> list[Rect]:
        """The start's words above the trunk, those of the step taken below it, left of the bundle that drops."""
        at, done, left = self.at, self.plan.done, self.left
        boxes = [self._row(self.plan.start, self.today, at.trunk - at.today_half - 20 * at.unit)]
        if done:
            measure = at.rise - at.bundle - 12 * at.unit - left
            title = self._fitted(done.title, self.bold, CAPTION_LINES, measure)
            high = at.today_half if left + title.width > self.today else at.ring
            top = at.trunk + high + 16 * at.unit + 0.8 * at.stop
            boxes += self._block(done, left, top + title.depth, measure)
        return boxes

    def _row(self, words: Dated, x: float, baseline: float) -> Rect:
        """A title and a date on one line."""
        canvas = self.canvas
        box = canvas.paragraph(canvas.page.set(words.title.text, self.bold, field=words.title.field), x, baseline)
        if not words.date:
            return box
        x = box.right + BETWEEN * self.at.stop * bool(words.title)
        date = canvas.page.set(words.date.text, self.muted, field=words.date.field)
        return box.union(canvas.paragraph(date, x, baseline))

    def _row_width(self, words: Dated) -> float:
        title = self.canvas.measure(words.title.text, self.bold)
        return title + BETWEEN * self.at.stop + self.canvas.measure(words.date.text, self.muted)

    def _block(self, words: Dated, x: float, last: float, measure: float, *, is_end: bool = False) -> list[Rect]:
        """A title whose last baseline is `last`, and its date below; at the measure's start, or at its end."""
        canvas = self.canvas
        title = self._fitted(words.title, self.bold, CAPTION_LINES, measure, is_end=is_end)
        boxes = [canvas.paragraph(title, x, last - title.depth)]
        if words.date:
            align: Align = "end" if is_end else "start"
            date = canvas.page.set(words.date.text, self.muted, measure, field=words.date.field, align=align)
            boxes.append(canvas.paragraph(date, x, last + self.at.meta_leading))
        return [box._replace(x=x + measure - box.width) for box in boxes] if is_end else boxes

    def _fitted(
        self, leaf: Leaf, style: TextStyle, lines: Sequence[tuple[float, int]], measure: float, *, is_end: bool = False
    ) -> Paragraph:
        """A leaf in the first of these sizes (factors, each with its most lines) in which it keeps to the measure.

        Raises FitError with its field.
        """
        at, leading = self.at, self.at.stop_leading / self.at.stop
        settings = [Setting(max(style.size * size, at.smallest), leading, most) for size, most in lines]
        return self.canvas.page.fit(leaf.text, style, settings, measure, inf, leaf.field, is_end=is_end)

    def _decided(self, decision: Dated) -> float:
        """The last baseline of what is to be decided, level with its mark, or above the date beside it."""
        return self.at.decision + (-0.14 * self.at.meta_leading if decision.date else 0.34 * self.at.stop)

    def _date_leading(self, words: Dated) -> float:
        return self.at.meta_leading if words.date else 0.0
