"""What was sent in each week, month or year: a block for each application, the lit ones still open.

On the board the title stands over the columns, or beside them in a low panel; beside the headline, where a picture has
no room on the board, the columns are small. Both name their counts and their days.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from pipeline.geometry import Point, Rect
from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.content import column_name, pace
from pipeline.kinds.applications_dashboard.measures import Mini
from pipeline.kinds.applications_dashboard.model import Sent
from pipeline.kinds.applications_dashboard.panels import Drawing
from pipeline.layout.canvas import Anchor
from pipeline.typography import TextStyle

MOST_BLOCKS = 8  # in a column; above that it is one bar in two parts
BETWEEN = 3  # px from block to block
FLATTEST = 0.8  # height of a block, of its width, at most
GAP_SHARE = 0.41  # of the pitch
WIDEST_COLUMN = 3.2  # em of the meta size
LEAST = 8.6  # em of the meta size: the height of its cell
LOW_BELOW = 12  # em of the meta size: in lower panels the title stands beside the columns
MINI_COLUMNS = 10  # the width of a small chart is that of so many columns


class Columns(NamedTuple):
    """Where the columns stand; `most` are the applications in the highest."""

    spans: tuple[Sent, ...]
    left: float
    foot: float
    column: float
    pitch: float
    height: float
    most: int

    def x(self, at: int) -> float:
        """The left edge of a column."""
        return self.left + at * self.pitch

    def bar(self, at: int, height: float, up: float = 0.0) -> Rect:
        """A box in a column, so far above its foot."""
        return Rect(self.x(at), self.foot - up - height, self.column, height)

    def top(self, sent: Sent) -> float:
        """The top of what is drawn of a column."""
        if self.most > MOST_BLOCKS:
            return self.foot - max(3, sent.count / self.most * self.height)
        return self.foot - (sent.count * (self.block + BETWEEN) - BETWEEN if sent.count else 3)

    @property
    def block(self) -> float:
        """The height of a block."""
        return min((self.height - (self.most - 1) * BETWEEN) / self.most, self.column * FLATTEST)


def draw(canvas: BoardCanvas, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, meta, quiet = canvas.measures.inside(cell), canvas.meta, canvas.quiet
    spans, explains_lit = canvas.content.figures.spans, canvas.content.explains_lit
    title, average = pace(canvas.content)
    average = average if spans else ""
    lit = canvas.legend_width(canvas.words.shown.still_open, quiet)
    if cell.height < LOW_BELOW * meta and room.width > 30 * meta:
        aside = max(canvas.measure(title, canvas.title_style), canvas.measure(average, quiet))
        aside = min(room.width * 0.36, aside)
        baseline = canvas.heading(room._replace(width=aside), title)
        canvas.write(room.x, baseline + meta * 1.7, average, quiet, aside, "panels.weeks")
        if explains_lit:
            _explain_lit(canvas, room.x + lit, baseline + meta * 3.3, quiet)
        chart = Rect(room.x + aside + 2.4 * meta, room.y, room.width - aside - 2.4 * meta, room.height)
    else:
        width = lit + 1.3 * meta if explains_lit and spans else 0.0
        baseline = canvas.heading(room._replace(width=room.width - width), title, average)
        if width:
            _explain_lit(canvas, room.right, baseline, quiet)
        chart = Rect(room.x, baseline + 0.7 * meta, room.width, room.bottom - baseline - 0.7 * meta)
    if spans:
        columns = _columns_in(spans, chart, meta)
        _blocks(canvas, columns)
        _counts(canvas, columns, canvas.style(meta, canvas.colors.ink_2, 600, tabular=True), 0.39 * meta)
        _days(canvas, columns, chart.right)


def mini(canvas: BoardCanvas, place: Mini) -> float:
    """The small chart beside the headline; returns its left edge."""
    content, size, right = canvas.content, place.size, canvas.measures.right
    spans, look = content.figures.spans, canvas.style(size, canvas.colors.muted)
    title, _ = pace(content)
    most_wide = MINI_COLUMNS * (place.column + place.gap) - place.gap
    pitch = min(place.column + place.gap, (most_wide + place.gap) / len(spans))
    column = pitch - min(place.gap, pitch * 0.3)
    left = right - (len(spans) - 1) * pitch - column
    columns = Columns(spans, left, place.foot, column, pitch, place.height, _most(spans))
    _blocks(canvas, columns)
    start = min(left, right - canvas.measure(title, look))
    above = min(columns.top(each) for each in spans) - size * 1.85
    canvas.text(start, above, title, look, role="panels.weeks")
    _counts(canvas, columns, canvas.style(size, canvas.colors.ink_2, 600, tabular=True), size * 0.3)
    room = right - start - size
    if (
        content.explains_lit
        and canvas.measure(title, look) + canvas.legend_width(canvas.words.shown.still_open, look) <= room
    ):
        _explain_lit(canvas, right, above, look)
    first, last = column_name(content, 0), column_name(content, len(spans) - 1)
    below = place.foot + size * 1.2
    canvas.text(start, below, first, look, role="panels.weeks")
    if canvas.measure(first, look) + canvas.measure(last, look) < room:
        canvas.text(right, below, last, look, anchor="end", role="panels.weeks")
    return start


def _explain_lit(canvas: BoardCanvas, right: float, baseline: float, look: TextStyle) -> None:
    """What is lit, ending at `right`."""
    text, color = canvas.words.shown.still_open, canvas.colors.accent
    canvas.legend_entry(Point(right, baseline), text, look, color, "panels.weeks.key", None)


def _columns_in(spans: tuple[Sent, ...], chart: Rect, meta: float) -> Columns:
    """The columns of a chart on the board, with their days below them and the highest count above."""
    count, foot = len(spans), chart.bottom - 1.1 * meta
    gap = chart.width / max(count - GAP_SHARE, 0.5) * GAP_SHARE
    pitch = min((chart.width + gap) / count, meta * WIDEST_COLUMN / (1 - GAP_SHARE))
    return Columns(spans, chart.x, foot, pitch * (1 - GAP_SHARE), pitch, foot - chart.y - 1.4 * meta, _most(spans))


def _most(spans: tuple[Sent, ...]) -> int:
    return max(1, *(each.count for each in spans))


def _days(canvas: BoardCanvas, columns: Columns, right: float) -> None:
    """The names of the columns, of as many as have room."""
    meta, look = canvas.meta, canvas.style(canvas.meta, canvas.colors.muted, tabular=True)
    days = [column_name(canvas.content, at) for at in range(len(columns.spans))]
    every = max(1, ceil((max(canvas.measure(day, look) for day in days) + 0.7 * meta) / columns.pitch))
    for at in range(0, len(days), every):
        if at == 0 or columns.x(at) + canvas.measure(days[at], look) <= right + 4:
            canvas.text(columns.x(at), columns.foot + 1.45 * meta, days[at], look, role="panels.weeks.day")


def _counts(canvas: BoardCanvas, columns: Columns, look: TextStyle, above: float) -> None:
    """The count over each column, or over the highest alone where there is no room for all."""
    spans, is_narrow = columns.spans, columns.column < 2.2 * look.size
    widths = [canvas.measure(canvas.number(each.count), look) for each in spans]
    only = max(spans, key=lambda each: each.count) if max(widths) > columns.pitch - 3 else None
    last = columns.x(len(spans) - 1) + columns.column
    for at, each in enumerate(spans):
        if each.count and (only is None or each is only):
            x, baseline = columns.x(at), columns.top(each) - above
            x = min(x + columns.column / 2, last - widths[at] / 2) if is_narrow else x  # not beyond the last column
            anchor: Anchor = "middle" if is_narrow else "start"
            canvas.text(x, baseline, canvas.number(each.count), look, anchor=anchor, role="panels.weeks.count")


def _blocks(canvas: BoardCanvas, columns: Columns) -> None:
    """A block for each application, or a bar in two parts; a line where nothing was sent."""
    empty, dim, lit = [], [], []
    for at, each in enumerate(columns.spans):
        if not each.count:
            empty.append(columns.bar(at, 3))
        elif columns.most > MOST_BLOCKS:
            scale = columns.height / columns.most
            dim.append(columns.bar(at, max(3, each.count * scale)))
            lit += [columns.bar(at, max(3, each.open * scale))] if each.open else []
        else:
            blocks = [columns.bar(at, columns.block, up * (columns.block + BETWEEN)) for up in range(each.count)]
            lit += blocks[: each.open]
            dim += blocks[each.open :]
    radius = 3 if columns.most > MOST_BLOCKS else min(3, columns.block / 3)
    canvas.boxes(empty, canvas.colors.surface_3, 1.5)
    canvas.boxes(dim, canvas.colors.flow_closed, radius)
    canvas.boxes(lit, canvas.colors.accent, radius)


PANEL = Drawing(draw, LEAST, grows=True)
