"""A board of few applications: one line for each through the four stages; counts and shares are the heads of stages.

                    Applied       Screening     Interview     Offer
    Application     5        60% ->3        67% ->2       50% ->1      Next
    ------------------------------------------------------------------------------
    Harbour Museum  o=============o=============(o) . . . . . .         Tue 12 May
    Gallery assistant                                                   Second interview
    ------------------------------------------------------------------------------
    North Line      o=============o==|                                  Said no

A stage passed is a dot, the one where it stands a ring, those ahead small dots on a dotted way. A refusal ends at a
bar, what was withdrawn at two short strokes. The last stretch to an offer is warm.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Point, Rect
from pipeline.kinds.applications_dashboard.content import Content, Row
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.model import RUNGS, Application
from pipeline.layout.canvas import Canvas

FOOT = 24  # reference px below the last row of a board that is cut


class Looks(NamedTuple):
    """Sizes and places in px of the frame, all places from the left top of the board or of a row."""

    head: float  # height of the row of stages
    row: float  # height of a row, at least and at most
    stages: tuple[float, ...]  # x of the dots
    aside: float  # from a dot to the left edge of its stage's name
    name: float
    name_y: float
    figure: float
    count_y: float
    share: float
    company: float
    role: float
    next: float
    what: float
    line_y: float  # of a row of the height `row`
    company_y: float
    role_y: float
    line: float
    dot: float
    ring: float


WIDE = Looks(86, 92, (352, 504, 656, 808), 13, 18, 35, 32, 70, 17, 22, 18, 20, 18, 35, 31, 56, 7, 7.9, 11)
TALL = Looks(152, 208, (56, 316, 576, 836), 16, 24, 56, 44, 109, 21, 32, 24, 27, 24, 130, 49, 84, 9, 10.8, 15)
NEXT_X = 908  # of the wide board


def looks_of(frame: Frame, content: Content) -> Looks:
    """The sizes for a frame: rows as high as there is room for, what is in them with them."""
    base = WIDE if frame.is_landscape else TALL
    reach = frame.board.width / (1120 if frame.is_landscape else 1016)
    scale = min(reach, frame.board.height / (448 if frame.is_landscape else 900))
    head = base.head * scale
    row = min(base.row * scale, (frame.board.height - head) / len(content.lines))
    inner = min(scale, row / (70 if frame.is_landscape else 150))  # what the designer's rows hold
    floor = frame.pill
    return Looks(
        head=head,
        row=row,
        stages=tuple(x * reach for x in base.stages),
        aside=base.aside * scale,
        name=max(base.name * scale, floor),
        name_y=base.name_y * scale,
        figure=base.figure * scale,
        count_y=base.count_y * scale,
        share=max(base.share * scale, floor),
        company=max(base.company * inner, floor),
        role=max(base.role * inner, floor),
        next=max(base.next * inner, floor),
        what=max(base.what * inner, floor),
        line_y=base.line_y * row / (70 if frame.is_landscape else 176),
        company_y=base.company_y * row / (70 if frame.is_landscape else 176),
        role_y=base.role_y * row / (70 if frame.is_landscape else 176),
        line=base.line * inner,
        dot=base.dot * inner,
        ring=base.ring * inner,
    )


def cut(frame: Frame, content: Content, looks: Looks) -> Frame:
    """The frame whose board ends below its rows; header and board stand in the middle of what is free."""
    spare = frame.board.height - looks.head - len(content.lines) * looks.row - FOOT
    if spare <= 0:
        return frame
    down = spare / 2
    board = frame.board._replace(y=frame.board.y + down, height=frame.board.height - spare)
    return frame._replace(board=board, eyebrow_y=frame.eyebrow_y + down, title_y=frame.title_y + down)


def draw(canvas: Canvas, frame: Frame, content: Content, looks: Looks) -> None:
    """Draw the heads of the stages, and a row for each application."""
    board = frame.board
    _heads(canvas, frame, content, looks)
    for at, each in enumerate(content.lines):
        top = board.y + looks.head + at * looks.row
        canvas.across(frame.margin, frame.width - frame.margin, top, canvas.colors.rule)
        _row(canvas, frame, content, looks, each, top)


def _heads(canvas: Canvas, frame: Frame, content: Content, looks: Looks) -> None:
    """The stages with their counts, and the share that went on from each to the next."""
    board, colors, said = frame.board, canvas.colors, content.words
    quiet = canvas.style(looks.share, colors.muted)
    lefts = [board.x + x - looks.aside for x in looks.stages]
    ends = [*(left - 0.6 * looks.share for left in lefts[1:]), _end(frame, looks)]
    for at, step in enumerate(content.figures.pipeline):
        name = canvas.style(looks.name, colors.ink_2)
        text = canvas.cut(said.stages[at], name, ends[at] - lefts[at])
        canvas.text(lefts[at], board.y + looks.name_y, text, name, role="stage")
        warm = RUNGS[at] == "offer" and step.count
        count = canvas.style(looks.figure, colors.accent_2_text if warm else colors.ink, 600, "numerals")
        baseline = board.y + looks.count_y
        width = canvas.text(lefts[at], baseline, str(step.count), count, role="stage.count")
        if at < len(lefts) - 1 and step.count:
            _share(canvas, said.share(step.moved_on, step.count), lefts[at] + width, ends[at], baseline, looks)
    if frame.is_landscape:
        for x, text in ((frame.margin, said.shown.company), (_next_x(frame), said.shown.next)):
            canvas.text(x, board.y + looks.count_y, text, quiet, role="panels.next_steps.heads")


def _share(canvas: Canvas, text: str, left: float, right: float, baseline: float, looks: Looks) -> None:
    """A share and an arrow to the next stage, where they keep clear of the count."""
    quiet, em = canvas.style(looks.share, canvas.colors.muted), looks.share
    if left + 0.5 * em + canvas.measure(text, quiet) + 1.3 * em > right:
        return
    canvas.text(right - 1.2 * em, baseline, text, quiet, anchor="end", role="stage.conversion")
    y, tip = baseline - 0.33 * em, right
    arrow = (
        *(("M", tip - 0.8 * em, y), ("L", tip, y)),
        *(("M", tip - 0.28 * em, y - 0.28 * em), ("L", tip, y), ("L", tip - 0.28 * em, y + 0.28 * em)),
    )
    canvas.shape(arrow, line=canvas.colors.muted, width=0.09 * em)


def _next_x(frame: Frame) -> float:
    return frame.board.x + NEXT_X * frame.board.width / 1120


def _end(frame: Frame, looks: Looks) -> float:
    return _next_x(frame) - looks.share if frame.is_landscape else frame.width - frame.margin


def _row(canvas: Canvas, frame: Frame, content: Content, looks: Looks, each: Row, top: float) -> None:
    colors, is_open = canvas.colors, each.application.is_open
    company = canvas.style(looks.company, colors.ink if is_open else colors.muted, 600)
    day, what = _next(content, each)
    warm = is_open and each.stage == "offer" and bool(each.next_date)
    tone = colors.accent_2_text if warm else colors.ink if is_open else colors.muted
    right, plain = frame.width - frame.margin, canvas.style(looks.what, colors.muted)
    lines = (  # what stands at the left and at the right, the second line below the first
        (each.company, company, day, canvas.style(looks.next, tone, 600, tabular=True), top + looks.company_y),
        (each.role, canvas.style(looks.role, colors.muted), what, plain, top + looks.role_y),
    )
    for name, style, leaf, beside, baseline in lines:
        if frame.is_landscape:
            x = _next_x(frame)
            canvas.text(x, baseline, canvas.cut(leaf.text, beside, right - x), beside, role=leaf.field)
            room = frame.board.x + looks.stages[0] - looks.ring - looks.share - frame.margin
        else:
            text = canvas.cut(leaf.text, beside, 0.5 * (right - frame.margin))
            width = canvas.text(right, baseline, text, beside, anchor="end", role=leaf.field)
            room = right - frame.margin - width - looks.share
        canvas.text(frame.margin, baseline, canvas.cut(name.text, style, room), style, role=name.field)
    _way(canvas, frame, looks, each.application, top + looks.line_y)


def _next(content: Content, each: Row) -> tuple[Leaf, Leaf]:
    """What stands at the right, and below it: a day and what is due then, or how and when it ended."""
    said, made, as_of = content.words, each.application, content.figures.as_of
    if not made.is_open:
        ended = made.replied or made.updated
        word = said.shown.rejected if made.stage == "rejected" else said.shown.withdrawn
        return Leaf(word, "ended"), Leaf(said.day(ended) if ended else "", "ended.day")
    if each.next_date:
        return each.day, each.next_step
    last = made.updated or made.applied
    since = Leaf(said.ago((as_of - last).days) if last and as_of else "", "updated")
    return (each.next_step, since) if each.next_step else (Leaf("", ""), since)


def _way(canvas: Canvas, frame: Frame, looks: Looks, each: Application, y: float) -> None:
    """The line of an application through the stages."""
    colors, xs = canvas.colors, [frame.board.x + x for x in looks.stages]
    at, gap = each.level, 0.4 * looks.dot
    tone = colors.accent if each.is_open else colors.control
    warm = each.is_open and each.stage == "offer"
    for stage in range(at):
        left, right = xs[stage] + looks.dot + gap, xs[stage + 1] - (looks.ring if stage + 1 == at else looks.dot) - gap
        color = colors.accent_2 if warm and stage + 1 == at else tone
        canvas.box(Rect(left, y - looks.line / 2, right - left, looks.line), color)
    passed = at if each.is_open else at + 1
    canvas.dots([Point(x, y) for x in xs[:passed]], looks.dot, tone)
    if not each.is_open:
        _stop(canvas, looks, xs[at], y, tone, is_withdrawn=each.stage == "withdrawn")
        return
    ring = colors.accent_2 if warm else tone
    canvas.dots([Point(xs[at], y)], looks.ring + 0.17 * looks.ring, ring)
    canvas.dots([Point(xs[at], y)], looks.ring - 0.25 * looks.ring, colors.surface)
    for stage in range(at, len(xs) - 1):
        left, right = xs[stage] + 2.2 * looks.ring, xs[stage + 1] - 1.4 * looks.ring
        step, count = 0.7 * looks.ring, int((right - left) / (0.7 * looks.ring)) + 1
        canvas.dots([Point(left + step * dot, y) for dot in range(count)], 0.1 * looks.ring, colors.control)
    canvas.dots([Point(x, y) for x in xs[at + 1 :]], 0.5 * looks.dot, colors.control)


def _stop(canvas: Canvas, looks: Looks, x: float, y: float, tone: Color, *, is_withdrawn: bool) -> None:
    """The end of a line just after the stage it reached: a bar, or two short strokes for what was withdrawn."""
    end, half = x + looks.dot * 3.6, 1.35 * looks.ring
    left = x + looks.dot + 0.4 * looks.dot
    canvas.box(Rect(left, y - looks.line / 2, end - left, looks.line), tone)
    parts = ((-half, -0.35 * half), (0.35 * half, half)) if is_withdrawn else ((-half, half),)
    for top, bottom in parts:
        outline = (("M", end, y + top), ("L", end, y + bottom))
        canvas.shape(outline, line=canvas.colors.control, width=0.57 * looks.line)
