"""A board of few applications: one line for each through the four stages; counts and shares are the heads of stages.

                    Applied       Screening     Interview     Offer
    Application     5        60% ->3        67% ->2       50% ->1      Next
    ------------------------------------------------------------------------------
    Harbour Museum  o=============o=============(o) . . . . . .         Tue 12 May
    Gallery assistant                                                   Second interview
    ------------------------------------------------------------------------------
    North Line      o=============o==|                                  Said no

A stage passed is a dot, the one where it stands a ring, those ahead small dots on a dotted line. A refusal ends at a
bar, what was withdrawn at two short strokes. The last stretch to an offer is warm.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Point, Rect
from pipeline.kinds.applications_dashboard.canvas import Arrow, BoardCanvas
from pipeline.kinds.applications_dashboard.content import Content, Row
from pipeline.kinds.applications_dashboard.measures import Measures
from pipeline.kinds.applications_dashboard.model import RUNGS, Application

OF_HEADS = ("head", "aside", "name_y", "count_y", "figure", "name", "share")  # Looks that grow with the board
OF_ROWS = ("company", "role", "day", "step", "line", "dot", "ring")  # with the height of a row, but no faster
TEXT_PLACES = ("company_y", "role_y")  # how far from the line of a row they are grows with the texts
SMALL_TEXTS = ("name", "share", "company", "role", "day", "step")  # no smaller than the text of a pill
SINCE = "updated"  # the role of how long ago the last news was
LEVEL = 0.33  # of its size, from the middle of a text down to its baseline
FOOT = 24  # reference px below the last row of a board that is cut


class Looks(NamedTuple):
    """Sizes and places in px of the reference, all places from the left top of the board or of a row.

    A designer's are for a board of `width` and `height`, whose rows hold what is in them from a height on.
    """

    width: float
    height: float
    inner: float  # height of a row in which its lines stand as here
    full: float  # height of a row from which on they are as large
    head: float  # height of the row of stages
    row: float  # height of a row, at least and at most
    stages: tuple[float, ...]  # x of the dots
    next: float  # x of the column for what comes next; tall boards have none
    aside: float  # from a dot to the left edge of its stage's name
    name_y: float
    count_y: float
    figure: float  # sizes of texts
    name: float
    share: float
    company: float
    role: float
    day: float
    step: float
    line_y: float  # of a row of the height `row`
    company_y: float
    role_y: float
    line: float
    dot: float
    ring: float


WIDE = Looks(
    1120, 448, 70, 70, 86, 92, (352, 504, 656, 808), 908,
    13, 35, 70, 32, 18, 17, 22, 18, 20, 18, 35, 31, 56, 7, 7.9, 11,
)  # fmt: skip
TALL = Looks(
    1016, 900, 176, 150, 152, 208, (56, 316, 576, 836), 0,
    16, 56, 109, 44, 24, 21, 32, 24, 27, 24, 130, 49, 84, 9, 10.8, 15,
)  # fmt: skip


def looks_of(measures: Measures, content: Content) -> Looks:
    """The sizes for a picture: rows as high as there is room for, what is in them with them."""
    looks, board, rows = WIDE if measures.is_landscape else TALL, measures.board, len(content.lines)
    reach = board.width / looks.width
    scale = min(reach, board.height / looks.height)
    row = min(looks.row * scale, (board.height - looks.head * scale) / rows)
    inner = min(scale, row / looks.full)
    sizes = {name: getattr(looks, name) * scale for name in OF_HEADS}
    sizes |= {name: getattr(looks, name) * inner for name in OF_ROWS}
    line_y, apart = looks.line_y * row / looks.inner, min(inner, row / looks.inner)
    sizes |= {name: line_y + (getattr(looks, name) - looks.line_y) * apart for name in TEXT_PLACES}
    sizes |= {name: max(sizes[name], measures.pill) for name in SMALL_TEXTS}
    stages, next_ = tuple(x * reach for x in looks.stages), looks.next * board.width / looks.width
    return looks._replace(row=row, stages=stages, next=next_, line_y=line_y, **sizes)


def cut(measures: Measures, content: Content, looks: Looks) -> Measures:
    """The measures with a board that ends below its rows; header and board stand in the middle of what is free."""
    spare = measures.board.height - looks.head - len(content.lines) * looks.row - FOOT
    if spare <= 0:
        return measures
    down = spare / 2
    board = measures.board._replace(y=measures.board.y + down, height=measures.board.height - spare)
    return measures._replace(board=board, eyebrow_y=measures.eyebrow_y + down, title_y=measures.title_y + down)


def draw(canvas: BoardCanvas, looks: Looks) -> None:
    """Draw the heads of the stages, and a row for each application."""
    measures = canvas.measures
    _heads(canvas, looks)
    for at, row in enumerate(canvas.content.lines):
        top = measures.board.y + looks.head + at * looks.row
        canvas.across(measures.margin, measures.right, top, canvas.colors.rule)
        _row(canvas, looks, row, top)


def _heads(canvas: BoardCanvas, looks: Looks) -> None:
    """The stages with their counts, and the share that went on from each to the next."""
    measures, colors, words, em = canvas.measures, canvas.colors, canvas.words, looks.share
    x, y = measures.board.x, measures.board.y
    quiet, name = canvas.style(em, colors.muted), canvas.style(looks.name, colors.ink_2)
    next_x, baseline = x + looks.next, y + looks.count_y
    lefts = [x + stage - looks.aside for stage in looks.stages]
    ends = [*(left - 0.6 * em for left in lefts[1:]), next_x - em if measures.is_landscape else measures.right]
    for at, step in enumerate(canvas.content.figures.pipeline):
        canvas.write(lefts[at], y + looks.name_y, words.stage(step.rung), name, ends[at] - lefts[at], "stage")
        is_warm = RUNGS[at] == "offer" and step.count
        count = canvas.style(looks.figure, colors.accent_2_text if is_warm else colors.ink, 600, "numerals")
        width = canvas.text(lefts[at], baseline, canvas.number(step.count), count, role="stage.count")
        if at < 3 and step.count:
            arrow = Arrow(0.8 * em, 0.28 * em, 0.09 * em, 1.2 * em)
            canvas.conversion(at, lefts[at] + width + 0.6 * em, ends[at], baseline, quiet, arrow)
    if measures.is_landscape:
        for left, text in ((measures.margin, words.shown.company), (next_x, words.shown.next)):
            canvas.text(left, baseline, text, quiet, role="panels.next_steps.heads")


class _Text(NamedTuple):
    """A line of text at one side of a row."""

    leaf: Leaf
    size: float
    color: Color
    weight: int


def _row(canvas: BoardCanvas, looks: Looks, row: Row, top: float) -> None:
    """Company and role at the left, at the right what comes next, and the line of the application."""
    measures, colors, is_open = canvas.measures, canvas.colors, row.application.is_open
    left, right, next_x = measures.margin, measures.right, measures.board.x + looks.next
    ink = colors.ink if is_open else colors.muted
    day, step = _next(canvas.content, row)
    tone = colors.muted if step.field == SINCE else ink
    tone = colors.accent_2_text if row.stage == "offer" and row.next_date else tone
    named = _Text(row.company, looks.company, ink, 600), _Text(row.role, looks.role, colors.muted, 400)
    due = _Text(day, looks.day, tone, 600), _Text(step, looks.step, colors.muted, 400)
    sides, taken = _placed(canvas, looks, named, due), dict[float, float]()
    for text, y in sides[1]:
        style = canvas.style(text.size, text.color, text.weight, tabular=text.weight == 600)
        if measures.is_landscape:
            canvas.write(next_x, top + y, text.leaf.text, style, right - next_x, text.leaf.field)
        else:
            taken[y] = canvas.write(right, top + y, text.leaf.text, style, 0.5 * (right - left), text.leaf.field, "end")
    for text, y in sides[0]:
        room = measures.board.x + looks.stages[0] - looks.ring if measures.is_landscape else right - taken.get(y, 0)
        style = canvas.style(text.size, text.color, text.weight)
        canvas.write(left, top + y, text.leaf.text, style, room - looks.share - left, text.leaf.field)
    _line(canvas, looks, row.application, top + looks.line_y)


def _placed(canvas: BoardCanvas, looks: Looks, *sides: tuple[_Text, _Text]) -> list[list[tuple[_Text, float]]]:
    """The texts that are there with their baselines: one alone stands level with the line beside it, or near to it.

    Of two, letters that reach far down or up stand farther apart, on tall boards all above the line.
    """
    shown, usual = [[text for text in side if text.leaf] for side in sides], looks.role_y - looks.company_y
    written = [[(text.leaf.text, canvas.style(text.size, text.color, text.weight)) for text in side] for side in shown]
    needed = [canvas.apart(above, below, usual) for side in written for above, below in pairwise(side)]
    more = max(needed, default=usual) - usual
    down = 0.5 * more if looks.next else 0.0
    two = (looks.company_y - more + down, looks.role_y + down)
    if looks.next:
        baselines = [[looks.line_y + LEVEL * side[0].size] if len(side) == 1 else two for side in shown]
    else:
        baselines = [[looks.role_y] if max(map(len, shown)) == 1 else two for _ in shown]
    return [list(zip(side, own, strict=False)) for side, own in zip(shown, baselines, strict=True)]


def _next(content: Content, row: Row) -> tuple[Leaf, Leaf]:
    """What stands at the right, and below it: a day and what is due then, how and when it ended, or the last news."""
    words, application, as_of = content.words, row.application, content.figures.as_of
    if not application.is_open:
        ended = application.replied or application.updated
        return Leaf(words.stage(row.stage), "ended"), Leaf(words.day(ended) if ended else "", "ended.day")
    if row.next_date:
        return row.day, row.next_step
    last = application.updated or application.applied
    if row.next_step or not last or not as_of:
        return row.next_step, row.day  # the age of the last news would be read as that of the step
    news = words.shown.updated if application.updated else words.stage("applied")
    return Leaf(news, "news"), Leaf(words.ago((as_of - last).days), SINCE)


def _line(canvas: BoardCanvas, looks: Looks, application: Application, y: float) -> None:
    """The line of an application through the stages."""
    colors, xs = canvas.colors, [canvas.measures.board.x + x for x in looks.stages]
    at, gap, is_open = application.level, 0.4 * looks.dot, application.is_open
    tone = colors.accent if is_open else colors.control
    last = colors.accent_2 if application.stage == "offer" else tone
    for stage in range(at):
        is_last = stage + 1 == at
        left, right = xs[stage] + looks.dot + gap, xs[stage + 1] - (looks.ring if is_last else looks.dot) - gap
        canvas.box(Rect(left, y - looks.line / 2, right - left, looks.line), last if is_last else tone)
    passed = at if is_open else at + 1
    canvas.dots([Point(x, y) for x in xs[:passed]], looks.dot, tone)
    if not is_open:
        _stop(canvas, looks, xs[at], y, is_withdrawn=application.stage == "withdrawn")
        return
    canvas.dots([Point(xs[at], y)], looks.ring + 0.17 * looks.ring, last)
    canvas.dots([Point(xs[at], y)], looks.ring - 0.25 * looks.ring, colors.surface)
    step = 0.7 * looks.ring
    for stage in range(at, len(xs) - 1):
        left, right = xs[stage] + 2.2 * looks.ring, xs[stage + 1] - 1.4 * looks.ring
        dots = [Point(left + step * dot, y) for dot in range(int((right - left) / step) + 1)]
        canvas.dots(dots, 0.1 * looks.ring, colors.control)
    canvas.dots([Point(x, y) for x in xs[at + 1 :]], 0.5 * looks.dot, colors.control)


def _stop(canvas: BoardCanvas, looks: Looks, x: float, y: float, *, is_withdrawn: bool) -> None:
    """The end of a line just after the stage it reached: a bar, or two short strokes for what was withdrawn."""
    left, end, half = x + looks.dot + 0.4 * looks.dot, x + 3.6 * looks.dot, 1.35 * looks.ring
    tone = canvas.colors.control
    canvas.box(Rect(left, y - looks.line / 2, end - left, looks.line), tone)
    parts = ((-half, -0.35 * half), (0.35 * half, half)) if is_withdrawn else ((-half, half),)
    for top, bottom in parts:
        outline = (("M", end, y + top), ("L", end, y + bottom))
        canvas.shape(outline, line=tone, width=0.57 * looks.line)
