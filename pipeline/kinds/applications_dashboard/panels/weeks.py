"""What was sent in each week, month or year: a block for each application, the lit ones still open.

On the board the title stands over the columns, or beside them in a low panel; beside the headline, where a picture has
no room on the board, the columns are small. Both name their counts and their days.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard.content import Content, column_name, pace
from pipeline.kinds.applications_dashboard.frames import Frame, Mini
from pipeline.kinds.applications_dashboard.model import Sent
from pipeline.kinds.applications_dashboard.panels import heading
from pipeline.kinds.applications_dashboard.panels.drawing import Drawing
from pipeline.kinds.applications_dashboard.words import Words
from pipeline.layout.canvas import Canvas
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
    """Where the columns stand."""

    left: float
    foot: float
    column: float
    pitch: float
    height: float
    most: int  # applications in the highest column
    cap: float  # the most that a block is high

    def top(self, sent: Sent) -> float:
        """The top of what is drawn of a column."""
        if self.most > MOST_BLOCKS:
            return self.foot - max(3, sent.count / self.most * self.height)
        return self.foot - (sent.count * (self.block + BETWEEN) - BETWEEN if sent.count else 3)

    @property
    def block(self) -> float:
        """The height of a block."""
        return min((self.height - (self.most - 1) * BETWEEN) / self.most, self.cap)


def draw(canvas: Canvas, frame: Frame, content: Content, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, said, spans = frame.inside(cell), content.words, content.figures.spans
    meta = frame.meta
    title, average = pace(content)
    average = average if spans else ""
    is_low = cell.height < LOW_BELOW * meta and room.width > 30 * meta
    plain = canvas.style(meta, canvas.colors.muted)
    if is_low:
        aside = min(
            room.width * 0.36, max(canvas.measure(title, heading.look(canvas, frame)), canvas.measure(average, plain))
        )
        baseline = heading.draw(canvas, frame, room._replace(width=aside), title)
        canvas.text(room.x, baseline + meta * 1.7, canvas.cut(average, plain, aside), plain, role="panels.weeks")
        if content.explains_lit:
            width = _key_width(canvas, content, meta)
            _key(canvas, content, room.x + width, baseline + meta * 3.3, meta)
        chart = Rect(room.x + aside + 2.4 * meta, room.y, room.width - aside - 2.4 * meta, room.height)
    else:
        width = _key_width(canvas, content, meta) + 1.3 * meta if content.explains_lit and spans else 0.0
        baseline = heading.draw(canvas, frame, room._replace(width=room.width - width), title, average)
        if width:
            _key(canvas, content, room.right, baseline, meta)
        chart = Rect(room.x, baseline + 0.7 * meta, room.width, room.bottom - baseline - 0.7 * meta)
    if spans:
        foot = chart.bottom - 1.1 * meta
        height = foot - chart.y - 1.4 * meta
        _columns(canvas, frame, said, content, _places(spans, chart, foot, height, meta * WIDEST_COLUMN), chart)


def mini(canvas: Canvas, frame: Frame, content: Content, place: Mini) -> float:
    """The small chart beside the headline; its left edge comes back."""
    spans = content.figures.spans
    if not spans:
        return place.right
    (title, _), look = pace(content), canvas.style(place.size, canvas.colors.muted)
    most_wide = MINI_COLUMNS * (place.column + place.gap) - place.gap
    pitch = min(place.column + place.gap, (most_wide + place.gap) / len(spans))
    column = pitch - min(place.gap, pitch * 0.3)
    most = max(max(each.count for each in spans), 1)
    left = place.right - (len(spans) - 1) * pitch - column
    columns = Columns(left, place.foot, column, pitch, place.height, most, column * FLATTEST)
    _blocks(canvas, spans, columns)
    start = min(left, place.right - canvas.measure(title, look))
    figure = canvas.style(place.size, canvas.colors.ink_2, 600, tabular=True)
    highest = min(columns.top(each) for each in spans)
    canvas.text(start, highest - place.size * 1.85, title, look, role="panels.weeks")
    _counts(canvas, spans, columns, figure, place.size * 0.3)
    width = _key_width(canvas, content, place.size)
    if content.explains_lit and canvas.measure(title, look) + place.size + width <= place.right - start:
        _key(canvas, content, place.right, highest - place.size * 1.85, place.size)
    first, last = column_name(content, 0), column_name(content, len(spans) - 1)
    below = place.foot + place.size * 1.2
    canvas.text(start, below, first, look, role="panels.weeks")
    if canvas.measure(first, look) + canvas.measure(last, look) + place.size < place.right - start:
        canvas.text(place.right, below, last, look, anchor="end", role="panels.weeks")
    return start


def _key_width(canvas: Canvas, content: Content, size: float) -> float:
    return canvas.measure(content.words.shown.still_open, canvas.style(size, canvas.colors.muted)) + 0.95 * size


def _key(canvas: Canvas, content: Content, right: float, baseline: float, size: float) -> None:
    """What is lit, ending at `right`."""
    look = canvas.style(size, canvas.colors.muted)
    canvas.text(right, baseline, content.words.shown.still_open, look, anchor="end", role="panels.weeks.key")
    left = right - _key_width(canvas, content, size)
    swatch = Rect(left, baseline - 0.66 * size, 0.66 * size, 0.66 * size)
    canvas.boxes([swatch], canvas.colors.accent, 3)


def _places(spans: tuple[Sent, ...], chart: Rect, foot: float, height: float, widest: float) -> Columns:
    count = len(spans)
    gap = chart.width / max(count - GAP_SHARE, 0.5) * GAP_SHARE
    pitch = min((chart.width + gap) / count, widest / (1 - GAP_SHARE))
    column = pitch * (1 - GAP_SHARE)
    most = max(max(each.count for each in spans), 1)
    return Columns(chart.x, foot, column, pitch, height, most, column * FLATTEST)


def _columns(canvas: Canvas, frame: Frame, said: Words, content: Content, columns: Columns, chart: Rect) -> None:
    spans, meta = content.figures.spans, frame.meta
    _blocks(canvas, spans, columns)
    _counts(canvas, spans, columns, canvas.style(meta, canvas.colors.ink_2, 600, tabular=True), 0.39 * meta)
    look = canvas.style(meta, canvas.colors.muted, tabular=True)
    days = [column_name(content, at) for at in range(len(spans))]
    every = max(1, ceil((max(canvas.measure(day, look) for day in days) + 0.7 * meta) / columns.pitch))
    for at in range(0, len(spans), every):
        x = columns.left + at * columns.pitch
        if at == 0 or x + canvas.measure(days[at], look) <= chart.right + 4:
            canvas.text(x, columns.foot + 1.45 * meta, days[at], look, role="panels.weeks.day")


def _counts(canvas: Canvas, spans: tuple[Sent, ...], columns: Columns, look: TextStyle, above: float) -> None:
    """The count over each column, or over the highest alone where there is no room for all."""
    widest = max(canvas.measure(str(each.count), look) for each in spans)
    only = max(spans, key=lambda each: each.count) if widest > columns.pitch - 3 else None
    for at, each in enumerate(spans):
        if each.count and (only is None or each is only):
            x = columns.left + at * columns.pitch
            narrow = columns.column < 2.2 * look.size
            middle = x + columns.column / 2
            half = canvas.measure(str(each.count), look) / 2
            if narrow:  # in the middle, but not beyond the last column
                middle = min(middle, columns.left + (len(spans) - 1) * columns.pitch + columns.column - half)
            canvas.text(
                middle if narrow else x,
                columns.top(each) - above,
                str(each.count),
                look,
                anchor="middle" if narrow else "start",
                role="panels.weeks.count",
            )


def _blocks(canvas: Canvas, spans: tuple[Sent, ...], columns: Columns) -> None:
    """A block for each application, or a bar in two parts; a line where nothing was sent."""
    empty, dim, lit = [], [], []
    for at, each in enumerate(spans):
        bar = Rect(columns.left + at * columns.pitch, columns.foot, columns.column, 0)
        if not each.count:
            empty.append(_standing(bar, 3))
        elif columns.most > MOST_BLOCKS:
            scale = columns.height / columns.most
            dim.append(_standing(bar, max(3, each.count * scale)))
            lit += [_standing(bar, max(3, each.open * scale))] if each.open else []
        else:
            blocks = [_standing(bar, columns.block, up * (columns.block + BETWEEN)) for up in range(each.count)]
            lit += blocks[: each.open]
            dim += blocks[each.open :]
    radius = 3 if columns.most > MOST_BLOCKS else min(3, columns.block / 3)
    canvas.boxes(empty, canvas.colors.surface_3, 1.5)
    canvas.boxes(dim, canvas.colors.flow_closed, radius)
    canvas.boxes(lit, canvas.colors.accent, radius)


def _standing(bar: Rect, height: float, up: float = 0.0) -> Rect:
    """A box as wide as the bar, so far above its foot."""
    return Rect(bar.x, bar.y - up - height, bar.width, height)


PANEL = Drawing(draw, LEAST, lambda frame, content, width: LEAST * frame.meta, grows=True)
