"""The pipeline: survivors run level from stage to stage, those still open stay as stubs, the rest fall away.

    Applied   46% ->  Screening  55% ->  Interview        a node, stacked from the top:
    24                11                 6                 moved on   a level band to the next node
    |=================|==================|----             open       a stub, with its label
    |                 |== 2 open         |== 2 open        said no    a quarter turn, then straight down, fading
    |== 4 open         )                  )                withdrew   likewise, inside, as an outline
     )                 |                  |
     8 no, 1 withdrew  2 no, 1 withdrew   2 no

Those who withdrew are told from refusals by an outline, not by their shade alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import pi, sqrt
from typing import NamedTuple

from pipeline.color import Color
from pipeline.curves import arc, circle, rounded_end
from pipeline.geometry import Point, Rect
from pipeline.kinds.applications_dashboard.canvas import Arrow, BoardCanvas
from pipeline.kinds.applications_dashboard.model import Step
from pipeline.kinds.applications_dashboard.panels import Drawing
from pipeline.kinds.applications_dashboard.words import Words
from pipeline.scene import LinearGradient, Segment, Stop

LABEL, FALL = 1.5, 2.2  # em of the meta size: what a line of labels below takes, and the straight part of a fall
LEADING = 1.25  # em from line to line of such labels
FADED = 0.12  # alpha at the foot of a fall
LEAST_OPEN = 4  # px: a stub is never thinner
LEAST_LAST = {"og": 98, "wide": 128}  # px that the last stage takes; in tall sizes 148
ARROW = Arrow(12, 4.5, 1.5, 19)


class Flow(NamedTuple):
    """The measures of one drawing."""

    left: float
    top: float  # of the nodes
    foot: float  # of the falls
    right: float
    step: float  # from node to node
    unit: float  # height of one application
    inner: float  # radius of the inside of a turn
    lines: int  # of labels below a fall

    def x(self, at: int) -> float:
        """The left edge of a stage's node."""
        return self.left + at * self.step

    def end(self, at: int) -> float:
        """Where the next stage begins, or the panel ends."""
        return self.right if at == 3 else self.x(at + 1)


def draw(canvas: BoardCanvas, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, words, figures = canvas.measures.inside(cell), canvas.words, canvas.content.figures
    width = _legend(canvas, room)
    canvas.heading(room._replace(width=room.width - width), words.shown.pipeline)
    flow = _flow(canvas, room)
    for at, step in enumerate(figures.pipeline):
        _column(canvas, flow, at, step)
    if figures.is_lower_bound:
        foot = flow.foot + canvas.meta * LEADING * (1 + (flow.lines if figures.said_no or figures.withdrew else 0))
        canvas.write(room.x, foot, words.shown.lower_bound, canvas.quiet, room.width, "panels.pipeline")


def _legend(canvas: BoardCanvas, room: Rect) -> float:
    """What the colours mean, at the right; entries that did not happen are left out. Returns the width.

    Where the heading has no room beside all, what the drawing has in words goes: hired, withdrawn, said no.
    """
    shown, figures, colors, own = canvas.words.shown, canvas.content.figures, canvas.colors, canvas.content.colors
    entries = [
        (shown.withdrawn, figures.withdrew, colors.control, own.get("withdrawn", colors.flow_closed_2)),
        (shown.rejected, figures.said_no, own.get("rejected", colors.flow_closed), None),
        (shown.undated, sum(step.undated for step in figures.pipeline), colors.muted, None),
        (shown.ghosted, figures.ghosted, colors.control, None),
        (shown.hired, figures.hired, colors.accent_2, None),
        (shown.still_open, figures.pending, colors.flow_open, None),
    ]
    right = room.right
    happened = [
        (text, fill, inner, canvas.legend_width(text, canvas.quiet) + 1.3 * canvas.meta)
        for text, count, fill, inner in entries
        if count
    ]
    free = room.width - canvas.measure(shown.pipeline, canvas.title_style)
    for gone in (shown.hired, shown.withdrawn, shown.rejected):
        if sum(width for *_, width in happened) > free:
            happened = [each for each in happened if each[0] != gone]
    for text, fill, inner, width in happened:
        end = Point(right, canvas.title_baseline(room))
        canvas.legend_entry(end, text, canvas.quiet, fill, "panels.pipeline.key", inner)
        right -= width
    return room.right - right


def _flow(canvas: BoardCanvas, room: Rect) -> Flow:
    steps, meta, words, measures = canvas.content.figures.pipeline, canvas.meta, canvas.words, canvas.measures
    inner, plain = max(6, meta / 2), canvas.quiet
    fell = max((canvas.measure(part, plain) for part in _fallen(steps[3], words)), default=0)
    stays = 56 + canvas.measure(", ".join(_staying(steps[3], words)), canvas.style(meta, canvas.colors.accent, 600)) + 8
    least = LEAST_LAST.get(measures.name, 148)
    last = min(max(least, measures.node + max(stays, inner + 8 + fell)), room.width * 0.3)
    step = (room.width - last) / 3
    rooms = [(step if at < 3 else last) - measures.node - inner - 6 for at in range(4)]
    labels = (words.language.with_commas(*_fallen(each, words)) for each in steps)
    is_wide = any(canvas.measure(label, plain) > width for label, width in zip(labels, rooms, strict=True))
    below = (2 * LABEL * 0.85 if is_wide else LABEL) if any(each.closed for each in steps) else 0.5
    below += LABEL if canvas.content.figures.is_lower_bound else 0
    top = room.y + measures.heading + meta * 2.6 + measures.stage_count * 1.12
    free = room.bottom - top - (below + FALL) * meta
    unit = min(free / max(canvas.content.figures.sent, 1), measures.unit_cap)
    for each, clear in zip(steps, rooms, strict=True):
        if each.closed:  # a turn keeps clear of the next node, or of the panel's edge
            unit = min(unit, (clear - 2) / each.closed)
    return Flow(room.x, top, top + free + FALL * meta, room.right, step, unit, inner, 2 if is_wide else 1)


def _column(canvas: BoardCanvas, flow: Flow, at: int, step: Step) -> None:
    """One stage: its name and count, and all that happened to those who came so far."""
    x, node = flow.x(at), canvas.measures.node
    _caption(canvas, flow, at, step)
    if not step.count:
        canvas.box(Rect(x, flow.top, node, 3), canvas.colors.surface_3, 1.5)
        return
    canvas.box(Rect(x + node, flow.top, flow.step - node, step.moved_on * flow.unit), canvas.colors.flow_band)
    _falls(canvas, flow, x + node, step)
    if any(step.staying):
        _stub(canvas, flow, at, step)
    canvas.box(Rect(x, flow.top, node, max(LEAST_OPEN, step.count * flow.unit)), canvas.stage_color(at), 2)
    _label_below(canvas, flow, at, step)


def _caption(canvas: BoardCanvas, flow: Flow, at: int, step: Step) -> None:
    x, meta, size = flow.x(at), canvas.meta, canvas.measures.stage_count
    baseline = flow.top - meta * 0.9
    name = canvas.style(meta + 1, canvas.colors.ink_2)
    canvas.write(x, baseline - size * 1.12, canvas.words.stage(step.rung), name, flow.end(at) - x - meta * 0.5, "stage")
    count = canvas.style(size, canvas.colors.ink, 600, "numerals", -0.02)
    width = canvas.text(x - size * 0.03, baseline, canvas.number(step.count), count, role="stage.count")
    if at < 3 and step.count:
        canvas.conversion(at, x + width + 8, x + flow.step - 14, baseline, canvas.quiet, ARROW)


def _falls(canvas: BoardCanvas, flow: Flow, start: float, step: Step) -> None:
    """Said no outside, withdrew inside: quarter turns about one centre, what withdrew with an outline."""
    own, colors, foot = canvas.content.colors, canvas.colors, flow.foot
    bottom = flow.top + step.count * flow.unit
    center = Point(start, bottom + flow.inner)
    top = bottom - step.closed * flow.unit
    for count, fill, is_outlined in (
        (step.said_no, own.get("rejected", colors.flow_closed), False),
        (step.withdrew, own.get("withdrawn", colors.flow_closed_2), True),
    ):
        height = count * flow.unit
        outer, inner = center.y - top, center.y - top - height
        if height:
            x = center.x + inner
            back = (("L", x, foot), ("L", x, center.y), *arc(center, inner, 0, -pi / 2), ("Z",))
            canvas.shape((*_turn(center, outer, foot), *back), _fading(fill, center.y, foot))
        if is_outlined and height > 1:
            line = min(1.4, height / 3)
            edges = (*_turn(center, inner + line / 2, foot), *_turn(center, outer - line / 2, foot))
            canvas.shape(edges, line=_fading(colors.control, center.y, foot), width=line)
        top += height


def _turn(center: Point, radius: float, foot: float) -> tuple[Segment, ...]:
    """A quarter turn to the right and down, then straight to the foot."""
    x, y = center
    return ("M", x, y - radius), *arc(center, radius, -pi / 2, pi / 2), ("L", x + radius, foot)


def _fading(color: Color, top: float, foot: float) -> LinearGradient:
    stops = (Stop(0, color), Stop(1, color.with_alpha(color.alpha * FADED)))
    return LinearGradient(Point(0, top), Point(0, foot), stops)


def _stub(canvas: BoardCanvas, flow: Flow, at: int, step: Step) -> None:
    """Those that stay, with their numbers, the ones still open first; the offer's ends in a ring."""
    is_last, meta, colors = at == 3, canvas.meta, canvas.colors
    x = flow.x(at) + canvas.measures.node
    lit = canvas.stage_color(at) if is_last else colors.flow_open
    fills = (lit, colors.accent_2, colors.control, colors.muted)
    parts = [(count, fill) for count, fill in zip(step.staying, fills, strict=True) if count]
    length = max(26, min(44, flow.step * 0.2))
    top = first = flow.top + step.moved_on * flow.unit
    for count, fill in parts:
        height = max(LEAST_OPEN, count * flow.unit - 2)
        stub = Rect(x - 1, top + (count * flow.unit - height) / 2, length + 1, height)  # from just inside the node
        canvas.shape(rounded_end(stub, min(height / 2, 6), "right"), fill)
        top += count * flow.unit
    count, fill = parts[0]  # has the words
    height, middle = max(LEAST_OPEN, count * flow.unit - 2), first + count * flow.unit / 2
    ring = (7 if canvas.measures.name == "og" else 9) if is_last else 0
    ring = 0 if height > 3 * ring else ring  # a broad stub ends as a block
    if ring:
        canvas.shape(circle(Point(x + length, middle), ring), colors.surface, fill, ring * 0.58)
    baseline = middle + meta * 0.34
    if not is_last:
        baseline = max(baseline, first + meta * 0.66 + 5)
    accent = colors.accent_2_text if is_last else colors.accent
    look = canvas.style(meta, accent if step.open or step.hired else colors.ink_2, 600)
    label_x = max(x + length + 8 + ring * 1.1, x + _reach(flow, step, baseline + meta * 0.25) + 6)
    room = flow.end(at) - (0 if is_last else 4) - label_x
    text = ", ".join(_staying(step, canvas.words))
    text = text if canvas.measure(text, look) <= room else " + ".join(canvas.number(count) for count, _ in parts)
    canvas.text(label_x, baseline, text, look, role="stage.open")


def _staying(step: Step, words: Words) -> Iterator[str]:
    """Those still open, then the other active ones: 2 open, 1 Hired."""
    shown = words.shown
    if step.open:
        yield words.counted(shown.open, step.open)
    for count, name in ((step.hired, shown.hired), (step.silent, shown.ghosted), (step.undated, shown.undated)):
        if count:
            yield f"{words.language.whole(count)} {name}"


def _reach(flow: Flow, step: Step, y: float) -> float:
    """How far a stage's fall comes to the right at a height."""
    closed = step.closed * flow.unit
    if not closed:
        return 0.0
    outer = flow.inner + closed
    center = flow.top + step.count * flow.unit + flow.inner
    up = max(0.0, center - y)
    return sqrt(outer * outer - up * up) if up < outer else 0.0


def _fallen(step: Step, words: Words) -> list[str]:
    """Those who fell: 8 no, 1 withdrew."""
    counts = ((words.shown.no, step.said_no), (words.shown.withdrew, step.withdrew))
    return [words.counted(forms, count) for forms, count in counts if count]


def _label_below(canvas: BoardCanvas, flow: Flow, at: int, step: Step) -> None:
    """What fell, at the foot of the fall, in one line or in one for each."""
    x, parts = flow.x(at) + canvas.measures.node + flow.inner, _fallen(step, canvas.words)
    lines = [canvas.words.language.with_commas(*parts)] if flow.lines == 1 else parts
    for line, text in enumerate(lines, start=1):
        baseline = flow.foot + canvas.meta * LEADING * line
        canvas.write(x, baseline, text, canvas.quiet, flow.end(at) - x - 6, "stage.closed")


PANEL = Drawing(draw, 14.5, lambda canvas, width: canvas.measures.pipeline, grows=True)
