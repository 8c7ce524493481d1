"""The trunk: the past that leads to the start, the way that closed running straight on, the decision on the bundle.

    done                           ┃
    ━━✓━━━━━━━━━━◍━━━╮  ·  ·  ·  · ┃  the way that closed
      done date  Today date        ┃

Where time runs to the right, captions stand below their marks as labels do, clear of the decision's words above; a
step whose words are too long for that stands above.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, sqrt

from pipeline.content import Leaf
from pipeline.curves import circle
from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.frames import Frame
from pipeline.kinds.career_roadmap.model import Dated, Plan
from pipeline.kinds.career_roadmap.pen import Pen
from pipeline.typography import Paragraph, Setting, TextStyle

DOT, DOT_STEP = 0.18, 1.12  # radius of the dotted way's dots and their distance, in line widths
BAR_HALF, BAR_WIDTH = 2.4, 0.5  # line widths
BEFORE_BAR, BEHIND_BAR = 1.5, 2.0
LEAST_STACK = 5.5  # sizes: a narrower column for title and date would break words, and they stand in a row instead
BETWEEN = 0.44  # a title and its date, in sizes of the title
CAPTION = 10.0  # from a ring to the capitals below it, px of the reference


def lines(pen: Pen, frame: Frame, plan: Plan) -> None:
    """The past, and the way that closed."""
    at, colors = frame.at, pen.colors
    pen.line((("M", -10 * frame.unit, at.trunk), ("L", at.today, at.trunk)), colors.accent, at.line)
    if not plan.closed:
        return
    step, end = DOT_STEP * at.line + 0.1, at.closed - BEFORE_BAR * at.line
    count = int((end - _dots_from(frame)) / step) + 1
    centers = [Point(_dots_from(frame) + index * step, at.trunk) for index in range(count)]
    pen.fill([segment for center in centers for segment in circle(center, DOT * at.line)], colors.control)
    reach = BAR_HALF * at.line
    bar = (("M", at.closed, at.trunk - reach), ("L", at.closed, at.trunk + reach))
    pen.line(bar, colors.ink, BAR_WIDTH * at.line, is_round=True)


def signs(pen: Pen, frame: Frame, plan: Plan) -> tuple[Rect, ...]:
    """The step already taken, the start and at last the decision; the boxes of those that there are come back."""
    boxes = []
    if has_past(frame, plan):
        center = Point(frame.at.past, frame.at.trunk)
        marks.station(pen, frame, center, pen.colors.accent, "done")
        boxes.append(Rect.around(center, frame.station_reach))
    boxes.append(marks.start(pen, frame, is_now=plan.now == 0))
    return (*boxes, marks.decision(pen, frame)) if plan.decision else tuple(boxes)


def has_past(frame: Frame, plan: Plan) -> bool:
    """Whether there is a step already taken, and room for it: beside many lanes on a tall page there is none."""
    return plan.done is not None and frame.at.today - frame.at.past > 2 * (frame.at.station + frame.at.ring)


def captions(pen: Pen, frame: Frame, plan: Plan, key_left: float, decided: Sequence[Rect]) -> tuple[Rect, ...]:
    """The words at the past, the start and the closed way, beside those at the decision; the boxes they fill."""
    boxes = [_closed(pen, frame, plan, key_left)] if plan.closed else []
    return (*boxes, *(_below(pen, frame, plan, decided) if frame.runs == "right" else _around(pen, frame, plan)))


def decision_words(pen: Pen, frame: Frame, plan: Plan, half: float) -> tuple[Rect, ...]:
    """The words at the decision: before it where there is room, else behind it."""
    if plan.decision is None:
        return ()
    at, unit = frame.at, frame.unit
    title, by, _ = plan.decision
    before = at.rise - half - 16 * unit - at.margin
    goes_before = frame.runs == "right" and before >= 5.5 * at.stop
    edge = at.rise + half + 18 * unit
    measure = before if goes_before else at.width - at.margin - edge
    left = at.margin if goes_before else edge
    titled = _caption(pen, frame, title, measure, is_end=goes_before)
    low = at.decision - (0.14 * at.meta_leading if by else -0.34 * at.stop)
    foot = at.height  # clear of the start's ring, or of the ways that turn aside below
    if goes_before:
        foot = at.trunk - frame.today_half - 0.36 * at.line - 12 * unit
    elif frame.runs == "down" and frame.ways > 1:
        foot = at.split - frame.offset(frame.ways - 1) - at.line / 2 - 0.24 * at.meta - 5 * unit
    low = min(low, foot - (at.meta_leading if by else 0.0))
    boxes = [_placed(pen, titled, left, low - titled.depth, measure if goes_before else None)]
    if by:
        style = pen.style(at.meta, pen.colors.muted)
        dated = pen.set(by.text, style, measure, field=by.field, align="end" if goes_before else "start")
        boxes.append(_placed(pen, dated, left, low + at.meta_leading, measure if goes_before else None))
    return tuple(boxes)


def _dots_from(frame: Frame) -> float:
    at, last = frame.at, frame.offset(frame.ways - 1)
    if frame.runs == "down":
        return at.rise + last + 14 * frame.unit
    beside = at.rise - at.turn + sqrt(2 * at.turn * last + last * last) + at.line / 2 + 20 * frame.unit
    return max(at.rise + 14 * frame.unit, beside)


def _closed(pen: Pen, frame: Frame, plan: Plan, key_left: float) -> Rect:
    at = frame.at
    x = at.closed + BEHIND_BAR * at.line
    style = pen.style(at.stop, pen.colors.muted, leading=at.stop_leading / at.stop)
    settings = _settings(frame, (2, 3, 4))
    right = key_left - 24 * frame.unit if frame.runs == "right" else at.width - at.margin
    words = pen.fit(plan.closed.text, style, settings, right - x, 5 * at.stop_leading, plan.closed.field)
    bar = Rect(at.closed, at.trunk - BAR_HALF * at.line, at.line, 2 * BAR_HALF * at.line)
    return pen.text(words, x, at.trunk + 0.33 * words.size - words.depth / 2).union(bar)


def _below(pen: Pen, frame: Frame, plan: Plan, decided: Sequence[Rect]) -> tuple[Rect, ...]:
    at = frame.at
    today = at.today - at.ring - 0.36 * at.line
    baseline = caption_baseline(frame)
    label, date, short = plan.start
    boxes = [_row(pen, frame, Dated(label, date._replace(text=short or date.text)), today, baseline)]
    if plan.done and has_past(frame, plan):
        x = at.past - frame.station_reach
        title, date, _ = plan.done
        width = _set(pen, title, pen.style(at.stop, pen.colors.ink, 600)).width + BETWEEN * at.stop
        width += _set(pen, date, pen.style(at.meta, pen.colors.muted)).width if date else 0.0
        if x + width <= today - 1.2 * at.stop:
            boxes.append(_row(pen, frame, plan.done, x, baseline))
        else:
            measure = min((today, *(box.x for box in decided))) - 0.8 * at.stop - x
            above = at.trunk - at.ring - 0.36 * at.line - 10 * frame.unit
            if measure < LEAST_STACK * at.stop and x + width < at.rise - frame.pitch * frame.ways:
                boxes.append(_row(pen, frame, plan.done, x, above))
            else:
                boxes += _stacked(pen, frame, plan.done, x, measure)
    return tuple(boxes)


def caption_baseline(frame: Frame) -> float:
    """The baseline of the words below the trunk."""
    at = frame.at
    return at.trunk + frame.today_half + 0.36 * at.line + CAPTION * frame.unit + 0.66 * at.stop


def _stacked(pen: Pen, frame: Frame, done: Dated, x: float, measure: float) -> Sequence[Rect]:
    """Title and date above the step already taken."""
    at, (title, date, _) = frame.at, done
    last = at.trunk - at.ring - 16 * frame.unit
    titled = _caption(pen, frame, title, measure)
    low = last - at.meta_leading if date else last
    boxes = [_placed(pen, titled, x, low - titled.depth)]
    if date:
        boxes.append(_placed(pen, _set(pen, date, pen.style(at.meta, pen.colors.muted)), x, last))
    return boxes


def _around(pen: Pen, frame: Frame, plan: Plan) -> tuple[Rect, ...]:
    """The start's words above the trunk, those of the step already taken below it."""
    at, unit = frame.at, frame.unit
    x = at.today - at.ring - 0.36 * at.line
    boxes = [_row(pen, frame, plan.start, x, at.trunk - frame.today_half - 20 * unit)]
    if plan.done and has_past(frame, plan):
        title, date, _ = plan.done
        left, top = at.past - frame.station_reach, at.trunk + at.ring + 16 * unit + 0.8 * at.stop
        right = at.rise + frame.offset(0) - at.line / 2 - 12 * unit
        titled = _caption(pen, frame, title, right - left)
        boxes.append(_placed(pen, titled, left, top))
        style = pen.style(at.meta, pen.colors.muted)
        dated = _set(pen, date, style, right - left)
        boxes.append(_placed(pen, dated, left, top + titled.depth + at.meta_leading + 2 * unit))
    return tuple(boxes)


def _row(pen: Pen, frame: Frame, words: Dated, x: float, baseline: float) -> Rect:
    """A title and a date on one line."""
    at, (title, date, _) = frame.at, words
    titled = _set(pen, title, pen.style(at.stop, pen.colors.ink, 600))
    box = pen.text(titled, x, baseline)
    if not date:
        return box
    space = BETWEEN * at.stop if title else 0.0
    dated = _set(pen, date, pen.style(at.meta, pen.colors.muted))
    return box.union(pen.text(dated, x + titled.width + space, baseline))


def _set(pen: Pen, leaf: Leaf, style: TextStyle, measure: float = inf) -> Paragraph:
    return pen.set(leaf.text, style, measure, field=leaf.field)


def _caption(pen: Pen, frame: Frame, leaf: Leaf, measure: float, *, is_end: bool = False) -> Paragraph:
    at = frame.at
    style = pen.style(at.stop, pen.colors.ink, 600, leading=at.stop_leading / at.stop)
    settings = _settings(frame, (3, 4, 5))
    return pen.fit(leaf.text, style, settings, measure, 6 * at.stop_leading, leaf.field, is_end=is_end)


def _settings(frame: Frame, rows: Sequence[int]) -> list[Setting]:
    """Three sizes of a stop's title, each with its most lines."""
    at = frame.at
    return [
        Setting(max(at.stop * factor, frame.smallest), at.stop_leading / at.stop, most)
        for factor, most in zip((1, 0.9, 0.84), rows, strict=True)
    ]


def _placed(pen: Pen, words: Paragraph, x: float, baseline: float, measure: float | None = None) -> Rect:
    """Draw words; where they are set to a measure's end, their box is at its end."""
    box = pen.text(words, x, baseline)
    return box if measure is None else box._replace(x=x + measure - words.width)
