"""Rows: a bar beside each name, its number at its end; below 0 they reach to the other side of a line.

Referral  [==========] 12            -3 [===| Losses
Board     [====] 5                 Wins |====] 4
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.errors import FitError, Problem
from pipeline.geometry import Point, Rect
from pipeline.kinds.chart.drawings.annotating import AFTER, beside_width
from pipeline.kinds.chart.drawings.board import GAP, Board
from pipeline.kinds.chart.drawings.marks import TOGETHER, Bars, End, Plot, bars_of
from pipeline.kinds.chart.drawings.scale import HEAD, Side, below_word, down, px_per_number
from pipeline.kinds.chart.measures import Measures
from pipeline.kinds.chart.table import Table
from pipeline.layout.canvas import CAPITALS, Anchor

MOST_NAMES = 0.36  # of the width that names may take
LEAST_PITCH, MOST_PITCH = 1.3, 5.5  # text sizes from row to row
FEW, FEW_PITCH = 2, 10.0  # labels that leave a page empty, and text sizes from row to row of so few
LEAST_BAR = 5.0  # px, of several in a row


class _Rows(NamedTuple):
    """How rows stand: the size of their letters, from row to row, and whether a scale stands for their numbers."""

    size: float
    pitch: float
    with_axis: bool

    @property
    def foot(self) -> float:
        """The px below the rows."""
        return 1.6 * self.size if self.with_axis else 0.0


def height(measures: Measures, table: Table, room: float) -> float:
    """The px that the rows of one or two labels take of the room; more fill it."""
    count = len(table.labels)
    legend = 2.2 * measures.text if len(table.series) > 1 else 0.0
    word = HEAD * measures.text if table.content.target else 0.0
    return room if count > FEW else min(room, legend + word + count * _most_pitch(measures, count, table.side))


def draw(board: Board, table: Table) -> Table:
    """Draw the rows, the largest where there is no room for all; returns what was shown of the table."""
    board, smallest, side = below_word(board, table), board.measures.sizes[-1], table.side
    least = max(LEAST_PITCH * smallest, side * LEAST_BAR * board.measures.unit + 0.4 * smallest)
    room = max(2, int((board.area.height - (1.6 * smallest if side > 1 else 0.0)) // least))
    count = min(room, table.content.limit)
    if table.content.has_totals and table.content.is_ordered and len(table.labels) > count:
        fact = f"the sums of {len(table.labels)} bars have no room"
        hint = "remove `totals`, and a scale stands for them, or choose a larger size"
        raise FitError(Problem(fact, hint=hint, field="totals"))
    shown = table.top(count)
    if shown.rest_is_longest and _rows(board, len(shown.labels), side).with_axis:  # nothing would tell how much it is
        shown = table.apart().top(count)
    bars = bars_of(board, shown, in_time=max(shown.time.slots, default=0) < room)
    return _draw(board, bars, _rows(board, bars.slots, side))


def _most_pitch(measures: Measures, count: int, side: int) -> float:
    pitch = FEW_PITCH if count <= FEW else MOST_PITCH
    return pitch * measures.text * (1 if side == 1 else 1 + 0.5 * side)


def _rows(board: Board, count: int, side: int) -> _Rows:
    """The largest letters that go with a number at each bar, else with a scale below."""
    most, sizes = _most_pitch(board.measures, count, side), board.measures.sizes
    for with_axis in (False, True):
        for size in sizes:
            rows = _Rows(size, 0.0, with_axis)
            pitch = min((board.area.height - rows.foot) / count, most)
            has_numbers = side == 1 or pitch * TOGETHER / side >= 0.95 * size
            if pitch >= LEAST_PITCH * size and (with_axis or has_numbers):
                return rows._replace(pitch=pitch)
    return rows._replace(pitch=pitch)


def _draw(board: Board, bars: Bars, rows: _Rows) -> Table:
    area, table = board.area, bars.table
    size, pitch, with_axis = rows
    bold = board.strong(size)
    years = table.time.years if bars.low == 0 else ()
    heading = board.style(size, board.colors.ink, 600, "display")
    texts = table.time.short if years else [label.text for label in table.labels]
    names = [board.named(text, bold, MOST_NAMES * area.width, pitch) for text in texts]
    year_width = max(board.measure(year, heading) for year in years) + 1.2 * size if years else 0.0
    widths = [year_width + max(board.measure(line, bold) for line in lines) + 0.9 * size for lines in names]
    turned = [table.hangs(index) for index in range(len(names))]
    ends = [0.0 if with_axis else board.measure(end.number.text, bold) + GAP * size for end in bars.ends]
    beyond = [_beyond(bars, ends, index) for index in range(len(names))]
    aside = [width + far for width, far in zip(widths, beyond, strict=True) if far > 0]
    hangs = [end.hangs for end in bars.ends]
    left = Side(-bars.low, max(_widest(ends, hangs, True), *aside, 0.0), _widest(widths, turned, False))
    right = Side(bars.high, _widest(ends, hangs, False), _widest(widths, turned, True))
    per_px = _with_notes(board, bars, left, pitch, ends, px_per_number(left, right, area.width))
    height, zero = pitch * bars.slots, area.x + left.need(per_px)
    top = area.y + (area.height - rows.foot - height) / 2
    plot = Plot(board, bars, size, with_axis, Rect(area.x, top, area.width, height), pitch, zero, per_px, False)
    if with_axis:
        plot.write_scale()
    plot.paint()
    if bars.low < 0:
        board.down(zero, top, plot.area.bottom, board.colors.rule_strong)
    is_listed = bars.low == 0 and not years  # names from one edge; else each stands at the line, opposite to its bar
    for index, lines in enumerate(names):
        x = area.x if is_listed else zero + (0.6 * size if turned[index] else -0.6 * size)
        if beyond[index] and not is_listed:
            x = plot.along(min(number.value for number in table.of_label(index))) - 0.6 * size - beyond[index]
        anchor: Anchor = "start" if is_listed or turned[index] else "end"
        leaf, middle = table.labels[index], plot.across(bars.places[index])
        board.lines(x, middle, lines, board.name(table, leaf, size), anchor=anchor, role=leaf.field)
    for index, year in enumerate(years):
        if index == 0 or year != years[index - 1]:
            y = plot.across(bars.places[index])
            board.text(area.x, y + CAPITALS / 2 * size, year, heading, role="labels.year")
            if index:
                board.across(area.x, area.right, y - pitch / 2, board.colors.rule)
    highest = max((end.value for end in bars.ends), default=0.0)
    for end in bars.ends:
        if not with_axis or end.value == highest:  # beside a longer bar no number could stand
            x, y = plot.along(end.value) + (-GAP if end.hangs else GAP) * size, plot.across(end.at)
            plot.write_end(end, x, y + CAPITALS / 2 * size, "end" if end.hangs else "start")
    plot.write_inside()
    guides = down(board, table, plot.along, top, plot.area.bottom)

    def stem(label: int, end: End) -> Point:
        """After the number of a bar, or after the name of one that hangs."""
        x = max(plot.along(end.value), zero) + GAP * size + AFTER * board.size
        is_written = not end.hangs and (not with_axis or end.value == highest)
        x += board.measure(end.number.text, bold) if is_written else widths[label] if turned[label] else 0.0
        return Point(x, plot.across(end.at))

    return plot.shown("beside", area, stem, guides)


def _widest(widths: Sequence[float], hang: Sequence[bool], wanted: bool) -> float:
    """The widest of those that hang, or that do not."""
    return max((width for width, hangs in zip(widths, hang, strict=True) if hangs == wanted), default=0.0)


def _beyond(bars: Bars, ends: Sequence[float], index: int) -> float:
    """The px that numbers take at the ends of bars below 0 of a label that has others above: its name stands beyond."""
    own = range(index, len(ends), len(bars.table.labels))
    return 0.0 if bars.table.hangs(index) else max(ends[at] if bars.ends[at].value < 0 else 0.0 for at in own)


def _with_notes(board: Board, bars: Bars, left: Side, pitch: float, ends: Sequence[float], per_px: float) -> float:
    """The scale, a smaller one where the words of notes would not fit after their bars."""
    room, count = board.area.width - left.need(per_px), len(bars.table.labels)
    for index, label in enumerate(bars.table.labels):
        if needed := beside_width(board, bars.table, label, pitch):
            longest = max(end.value for end in bars.ends[index::count])
            after = needed + max(ends[index::count])
            per_px = min(per_px, max(room - after, 0.3 * room) / longest) if longest > 0 else per_px
    return per_px
