"""A scale: how many px a number takes, round numbers to write on it, 0, 50, 100, and a number to reach.

That is a dashed line across the scale, with its word; it is never warm, and no text stands on it.

60 --Goal 60- - - - - - -       lines: the word on the line, its number bold at the left
Goal
 60 - -[===]- - - - - - - -     columns and stacked areas: the word beside the line
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from math import floor, inf, log10
from typing import NamedTuple, TypeAlias

from pipeline.errors import FitError, Problem
from pipeline.geometry import Rect
from pipeline.kinds.chart.drawings.board import Board
from pipeline.kinds.chart.table import Table
from pipeline.layout.canvas import CAPITALS, LABEL_LEADING, Anchor
from pipeline.typography import TextStyle

STEPS = (1, 2, 5, 10)
WANTED = 3  # steps from end to end
DASH = (0.3, 0.26)  # em of a label: a dash, and from one to the next
WIDTH, HALO = 0.08, 3.0  # em of the line; its widths that are free of marks
HEAD = 1.6  # em above horizontal bars, for the word of the line through them
CLEAR = 0.15  # em round a text, where the line is broken
_SMALL = 0.8  # of the size of labels
Along: TypeAlias = Callable[[float], float]  # where a number is on a scale


class Side(NamedTuple):
    """One side of 0: how far numbers reach, the px that what is written at their ends takes, and the least px."""

    reach: float
    after: float = 0.0
    least: float = 0.0

    def need(self, per_px: float) -> float:
        """The px that it takes at a scale."""
        return max(self.reach * per_px + self.after, self.least)


def px_per_number(one: Side, other: Side, room: float) -> float:
    """The largest scale at which both sides of 0 fit the room."""
    tried = [(room - one.after - other.after) / (one.reach + other.reach or inf)]
    tried += [(room - far.least - near.after) / near.reach for near, far in ((one, other), (other, one)) if near.reach]
    return max((each for each in tried if one.need(each) + other.need(each) <= room + 1e-6), default=0.0)


def ticks(low: float, high: float) -> tuple[Decimal, ...]:
    """The round numbers from low to high: about four and two at least, a power of ten apart or two or five of it."""
    rough = (high - low) / WANTED
    steps = [Decimal(each).scaleb(floor(log10(rough))) for each in STEPS]
    at = next(at for at, step in enumerate(steps) if float(step) >= rough * 0.999)
    found = _multiples(steps[at], low, high)
    return found if len(found) > 1 else _multiples(steps[at - 1], low, high)


def _multiples(step: Decimal, low: float, high: float) -> tuple[Decimal, ...]:
    first = -(-Decimal(repr(low)) // step)
    count = int(Decimal(repr(high)) // step - first) + 1
    return tuple((first + index) * step for index in range(count))


def below_word(board: Board, table: Table) -> Board:
    """The board below the word of a target that stands at the top of its line."""
    return board.below(HEAD * board.size) if table.content.target else board


def beside_width(board: Board, table: Table) -> float:
    """The px left of a plot that the word and the number take, one above the other."""
    target, style = table.content.target, _style(board)
    texts = (target.name, target.number) if target else ()
    return max((board.canvas.measure(text, style) + 0.6 * style.size for text in texts), default=0.0)


def write_beside(board: Board, table: Table, right: float, along: Along, room: Rect) -> Rect | None:
    """The word and the number left of the line, one above the other; returns what they take."""
    target, style = table.content.target, _style(board)
    if target is None:
        return None
    half = (CAPITALS + LABEL_LEADING) / 2 * style.size
    middle = min(max(along(target.value), room.y + half), max(room.bottom - half, room.y + half))
    board.canvas.lines(right, middle, (target.name, target.number), style, anchor="end", role=target.leaf.field)
    return Rect(right, middle - half, 1, 2 * half)


def across(board: Board, table: Table, along: Along, plot: Rect, *, is_on_marks: bool) -> tuple[Rect, ...]:
    """Draw the line of a target from left to right, broken at texts; returns what it takes."""
    width, clear, target = WIDTH * board.size, CLEAR * board.size, table.content.target
    if target is None:
        return ()
    y = along(target.value)
    line = Rect(plot.x, y - 0.5 * width, plot.right - plot.x, width)
    texts = [(text.x, text.right) for text in board.canvas.written_in(line.inset(-clear))]
    for begin, end in _pieces(plot.x, plot.right, texts, clear):
        _dashed(board, (begin, y), (end, y), is_on_marks=is_on_marks)
    return (line,)


def down(board: Board, table: Table, along: Along, top: float, bottom: float) -> tuple[Rect, ...]:
    """Draw the line of a target from its word, which stands above `top`, to the bottom; returns what it takes."""
    target, canvas, size, style = table.content.target, board.canvas, board.size, _style(board)
    if target is None:
        return ()
    x, begin, width, clear = along(target.value), top - HEAD * size, WIDTH * size, CLEAR * size
    at_right = x + 0.4 * size + canvas.measure(target.leaf.text, style) <= board.area.right
    anchor: Anchor = "start" if at_right else "end"
    edge, baseline = x + (0.4 if at_right else -0.4) * size, begin + CAPITALS * style.size
    canvas.text(edge, baseline, target.leaf.text, style, anchor=anchor, role=target.leaf.field)
    line = Rect(x - 0.5 * width, begin, width, bottom - begin)
    texts = [(text.y, text.bottom) for text in canvas.written_in(line.inset(-clear))]
    for start, end in _pieces(begin, bottom, texts, clear):
        _dashed(board, (x, start), (x, end), is_on_marks=True)
    return (line,)


def write_on_line(board: Board, table: Table, plot: Rect, y: float, taken: Sequence[Rect]) -> None:
    """The word on the line, above it or below, as far to the left as is free; raises FitError where nothing is."""
    style, size, canvas, target = _style(board), board.size, board.canvas, table.content.target
    assert target is not None
    width, step = canvas.measure(target.leaf.text, style), 0.5 * size
    for at in range(max(1, int((plot.width - width) / step))):
        for baseline in (y - 0.45 * style.size, y + (0.45 + CAPITALS) * style.size):
            box = canvas.box_of(target.leaf.text, plot.x + 0.1 * size + at * step, baseline, style).inset(-0.1 * size)
            is_inside = board.area.y - board.head <= box.y and (baseline < y or box.bottom <= plot.bottom - 0.2 * size)
            if is_inside and canvas.is_free(box) and not any(box.intersection(each) for each in taken):
                canvas.text(box.x + 0.1 * size, baseline, target.leaf.text, style, role=target.leaf.field)
                return
    fact = f"`{target.leaf}` has no room beside the line of its number"
    raise FitError(Problem(fact, hint="shorten `label`, or choose a larger size", field="target"))


def _style(board: Board) -> TextStyle:
    return board.strong(max(_SMALL * board.size, board.measures.sizes[-1]))


def _dashed(board: Board, start: tuple[float, float], end: tuple[float, float], *, is_on_marks: bool) -> None:
    """A dashed line; on marks it has a line of the board's colour below it."""
    colors, size, outline = board.theme.colors, board.size, (("M", *start), ("L", *end))
    if is_on_marks:
        board.canvas.shape(outline, line=colors.surface, width=HALO * WIDTH * size, is_round=False)
    dash = tuple(each * size for each in DASH)
    board.canvas.shape(outline, line=colors.ink, width=WIDTH * size, dash=dash, is_round=False)


def _pieces(
    begin: float, end: float, gaps: Sequence[tuple[float, float]], clear: float
) -> Iterator[tuple[float, float]]:
    """What is left of a line between gaps."""
    for left, right in sorted(gaps):
        if left - clear > begin:
            yield begin, min(left - clear, end)
        begin = max(begin, right + clear)
    if begin < end:
        yield begin, end
