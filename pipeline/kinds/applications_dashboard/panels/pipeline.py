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

from math import pi, sqrt
from typing import NamedTuple

from pipeline.color import Color
from pipeline.curves import arc, circle
from pipeline.geometry import Point, Rect
from pipeline.kinds.applications_dashboard import shades
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.model import RUNGS, Step
from pipeline.kinds.applications_dashboard.panels import heading
from pipeline.kinds.applications_dashboard.panels.drawing import Drawing
from pipeline.kinds.applications_dashboard.words import Words
from pipeline.layout.canvas import Canvas
from pipeline.scene import LinearGradient, Segment, Stop

LABEL, FALL = 1.5, 2.2  # em of the meta size: what a line of labels below takes, and the straight part of a fall
FADED = 0.12  # alpha at the foot of a fall
LEAST_OPEN = 4  # px: a stub is never thinner


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


def draw(canvas: Canvas, frame: Frame, content: Content, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, said = frame.inside(cell), content.words
    baseline = room.y + frame.heading * heading.RISE_EM
    width = _key(canvas, frame, content, room, baseline)
    heading.draw(canvas, frame, room._replace(width=room.width - width), said.shown.pipeline)
    flow = _flow(canvas, frame, content, room)
    for at, step in enumerate(content.figures.pipeline):
        _column(canvas, frame, content, flow, at, step)
    if content.figures.is_lower_bound:
        look = canvas.style(frame.meta, canvas.colors.muted)
        foot = flow.foot + frame.meta * (1.25 + 1.25 * (flow.lines if _any_closed(content) else 0))
        canvas.text(room.x, foot, canvas.cut(said.shown.lower_bound, look, room.width), look, role="panels.pipeline")


def _any_closed(content: Content) -> bool:
    return any(step.said_no or step.withdrew for step in content.figures.pipeline)


def _key(canvas: Canvas, frame: Frame, content: Content, room: Rect, baseline: float) -> float:
    """What the colours mean, at the right; entries that did not happen are left out. The width comes back.

    Where the heading has no room beside all, what the drawing has in words goes: hired, withdrawn, said no.
    """
    shown, figures, colors, meta = content.words.shown, content.figures, canvas.colors, frame.meta
    entries = [
        (shown.withdrawn, figures.withdrew, content.colors.get("withdrawn", colors.flow_closed_2)),
        (shown.rejected, figures.said_no, content.colors.get("rejected", colors.flow_closed)),
        (shown.undated, sum(step.undated for step in figures.pipeline), colors.muted),
        (shown.ghosted, figures.ghosted, colors.control),
        (shown.hired, figures.hired, colors.accent_2),
        (shown.still_open, figures.pending, colors.flow_open),
    ]
    look, x = canvas.style(meta, colors.muted), room.right
    found = [(text, fill, canvas.measure(text, look) + 2.25 * meta) for text, count, fill in entries if count]
    free = room.width - canvas.measure(shown.pipeline, heading.look(canvas, frame))
    for told in (shown.hired, shown.withdrawn, shown.rejected):
        if sum(width for _, _, width in found) > free:
            found = [each for each in found if each[0] != told]
    for text, fill, width in found:
        canvas.text(x, baseline, text, look, anchor="end", role="panels.pipeline.key")
        swatch = Rect(x - width + 1.3 * meta, baseline - meta * 0.66, meta * 0.66, meta * 0.66)
        canvas.boxes([swatch], _edge(canvas) if text == shown.withdrawn else fill, 3)
        if text == shown.withdrawn:
            canvas.boxes([swatch.inset(1.5)], fill, 1.5)
        x -= width
    return room.right - x


def mark(canvas: Canvas, content: Content, at: int) -> Color:
    """The colour of a stage's node: the author's, in a shade that stands out from the card, or the theme's."""
    own = content.colors.get(RUNGS[at])
    if own is not None:
        return shades.mark(own, canvas.colors.surface)
    return canvas.colors.accent_2 if RUNGS[at] == "offer" else canvas.colors.flow_node


def _edge(canvas: Canvas) -> Color:
    """The outline of what was withdrawn."""
    return canvas.colors.control


def _flow(canvas: Canvas, frame: Frame, content: Content, room: Rect) -> Flow:
    steps, meta, said = content.figures.pipeline, frame.meta, content.words
    bold = canvas.style(meta, canvas.colors.accent, 600)
    least = {"og": 98, "wide": 128}.get(frame.name, 148)
    inner, plain = max(6, meta / 2), canvas.style(meta, canvas.colors.muted)
    fell = max((canvas.measure(part, plain) for part in _parts(steps[3], said)), default=0)
    stays = 56 + canvas.measure(", ".join(_stays(steps[3], said)), bold) + 8
    last = min(max(least, frame.node + max(stays, inner + 8 + fell)), room.width * 0.3)
    step = (room.width - last) / 3
    rooms = [(step if at < 3 else last) - frame.node - inner - 6 for at in range(4)]
    is_wide = any(canvas.measure(_closed(each, said), plain) > room for each, room in zip(steps, rooms, strict=True))
    lines = 2 if is_wide else 1
    labels = lines * LABEL * (1 if lines == 1 else 0.85) if _any_closed(content) else 0.5
    labels += LABEL if content.figures.is_lower_bound else 0
    top = room.y + frame.heading + meta * 2.6 + frame.stage_count * 1.12
    free = room.bottom - top - (labels + FALL) * meta
    unit = min(free / max(content.figures.sent, 1), frame.unit_cap)
    for each, clear in zip(steps, rooms, strict=True):
        closed = each.said_no + each.withdrew
        if closed:  # a turn keeps clear of the next node, or of the panel's edge
            unit = min(unit, (clear - 2) / closed)
    return Flow(room.x, top, top + free + FALL * meta, room.right, step, unit, inner, lines)


def _column(canvas: Canvas, frame: Frame, content: Content, flow: Flow, at: int, step: Step) -> None:
    """One stage: its name and count, and all that happened to those who came so far."""
    x = flow.left + at * flow.step
    _caption(canvas, frame, content.words, flow, at, step)
    if not step.count:
        canvas.boxes([Rect(x, flow.top, frame.node, 3)], canvas.colors.surface_3, 1.5)
        return
    start = x + frame.node
    moved = step.moved_on * flow.unit
    if moved:
        canvas.boxes([Rect(start, flow.top, flow.step - frame.node, moved)], canvas.colors.flow_band)
    _falls(canvas, content, flow, start, step)
    is_last = at == 3
    if _stays(step, content.words):
        _stub(canvas, frame, content, flow, at, step)
    node = Rect(x, flow.top, frame.node, max(LEAST_OPEN, step.count * flow.unit))
    canvas.boxes([node], mark(canvas, content, at), 2)
    _label_below(canvas, frame, content.words, flow, start, step, flow.right if is_last else x + flow.step)


def _caption(canvas: Canvas, frame: Frame, said: Words, flow: Flow, at: int, step: Step) -> None:
    x, meta = flow.left + at * flow.step, frame.meta
    room = (flow.right - x if at == 3 else flow.step) - meta * 0.5
    baseline = flow.top - meta * 0.9
    name = canvas.style(meta + 1, canvas.colors.ink_2)
    canvas.text(x, baseline - frame.stage_count * 1.12, canvas.cut(said.stages[at], name, room), name, role="stage")
    count = canvas.style(frame.stage_count, canvas.colors.ink, 600, "numerals", -0.02)
    width = canvas.text(x - frame.stage_count * 0.03, baseline, str(step.count), count, role="stage.count")
    if at < 3 and step.count:
        _conversion(canvas, frame, x + flow.step - 14, baseline, said.share(step.moved_on, step.count), x + width + 8)


def _conversion(canvas: Canvas, frame: Frame, tip: float, baseline: float, share: str, clear: float) -> None:
    """The share that moved on and an arrow whose tip is given, if they keep clear of the count."""
    look, meta = canvas.style(frame.meta, canvas.colors.muted), frame.meta
    end = tip - 12 - 7
    if end - canvas.measure(share, look) < clear:
        return
    canvas.text(end, baseline, share, look, anchor="end", role="stage.conversion")
    y = baseline - meta * 0.33
    arrow = (("M", tip - 12, y), ("L", tip, y), ("M", tip - 4.5, y - 4.5), ("L", tip, y), ("L", tip - 4.5, y + 4.5))
    canvas.shape(arrow, line=canvas.colors.muted, width=1.5)


def _falls(canvas: Canvas, content: Content, flow: Flow, start: float, step: Step) -> None:
    """Said no outside, withdrew inside: quarter turns about one centre."""
    bottom = flow.top + step.count * flow.unit
    center = Point(start, bottom + flow.inner)
    top = bottom - (step.said_no + step.withdrew) * flow.unit
    for count, fill, is_outlined in (
        (step.said_no, content.colors.get("rejected", canvas.colors.flow_closed), False),
        (step.withdrew, content.colors.get("withdrawn", canvas.colors.flow_closed_2), True),
    ):
        height = count * flow.unit
        if not height:
            continue
        outer, inner = center.y - top, center.y - top - height
        outline = (
            ("M", start, top),
            *arc(center, outer, -pi / 2, pi / 2),
            ("L", start + outer, flow.foot),
            ("L", start + inner, flow.foot),
            ("L", start + inner, center.y),
            *arc(center, inner, 0, -pi / 2),
            ("Z",),
        )
        canvas.shape(outline, _fading(fill, center.y, flow.foot))
        if is_outlined and height > 1:
            line = min(1.4, height / 3)
            edges = [
                segment
                for radius in (inner + line / 2, outer - line / 2)
                for segment in (
                    ("M", start, center.y - radius),
                    *arc(center, radius, -pi / 2, pi / 2),
                    ("L", start + radius, flow.foot),
                )
            ]
            canvas.shape(edges, line=_fading(_edge(canvas), center.y, flow.foot), width=line)
        top += height


def _fading(color: Color, top: float, foot: float) -> LinearGradient:
    stops = (Stop(0, color), Stop(1, color.with_alpha(color.alpha * FADED)))
    return LinearGradient(Point(0, top), Point(0, foot), stops)


def _stub(canvas: Canvas, frame: Frame, content: Content, flow: Flow, at: int, step: Step) -> None:
    """Those that stay, with their numbers, the ones still open first; the offer's ends in a ring."""
    is_last, meta, colors = at == 3, frame.meta, canvas.colors
    x = flow.left + at * flow.step + frame.node
    lit = mark(canvas, content, at) if is_last else colors.flow_open
    fills = (
        (step.open, lit),
        (step.hired, colors.accent_2),
        (step.silent, colors.control),
        (step.undated, colors.muted),
    )
    parts = [(count, fill) for count, fill in fills if count]
    length = max(26, min(44, flow.step * 0.2))
    first = flow.top + step.moved_on * flow.unit
    top = first
    for count, fill in parts:
        height = max(LEAST_OPEN, count * flow.unit - 2)
        outline = _stub_outline(x, top + (count * flow.unit - height) / 2, length, height)
        canvas.shape(outline, fill)
        top += count * flow.unit
    count, fill = parts[0]  # has the words
    height, middle = max(LEAST_OPEN, count * flow.unit - 2), first + count * flow.unit / 2
    ring = (7 if frame.name == "og" else 9) if is_last else 0
    ring = 0 if height > 3 * ring else ring  # a broad stub ends as a block
    if ring:
        canvas.shape(circle(Point(x + length, middle), ring), colors.surface, fill, ring * 0.58)
    baseline = middle + meta * 0.34
    if not is_last:
        baseline = max(baseline, first + meta * 0.66 + 5)
    accent = colors.accent_2_text if is_last else colors.accent
    look = canvas.style(meta, accent if step.open or step.hired else colors.ink_2, 600)
    label_x = max(x + length + 8 + ring * 1.1, x + _reach(flow, step, baseline + meta * 0.25) + 6)
    end = flow.right if is_last else flow.left + (at + 1) * flow.step - 4
    texts = _stays(step, content.words)
    text = ", ".join(texts)
    text = text if canvas.measure(text, look) <= end - label_x else " + ".join(str(count) for count, _ in parts)
    canvas.text(label_x, baseline, text, look, role="stage.open")


def _stays(step: Step, said: Words) -> list[str]:
    """Those still open, then the other active ones: 2 open, 1 Hired."""
    shown = said.shown
    others = ((step.hired, shown.hired), (step.silent, shown.ghosted), (step.undated, shown.undated))
    told = [f"{said.language.whole(count)} {name}" for count, name in others if count]
    return ([said.counted(shown.open, step.open)] if step.open else []) + told


def _stub_outline(x: float, top: float, length: float, height: float) -> tuple[Segment, ...]:
    """A bar from just inside the node, round at its far end."""
    radius = min(height / 2, 6)
    end = x + length - radius
    return (
        ("M", x - 1, top),
        ("L", end, top),
        *arc(Point(end, top + radius), radius, -pi / 2, pi / 2),
        ("L", x + length, top + height - radius),
        *arc(Point(end, top + height - radius), radius, 0, pi / 2),
        ("L", x - 1, top + height),
        ("Z",),
    )


def _reach(flow: Flow, step: Step, y: float) -> float:
    """How far a stage's fall comes to the right at a height."""
    closed = (step.said_no + step.withdrew) * flow.unit
    if not closed:
        return 0.0
    outer = flow.inner + closed
    center = flow.top + step.count * flow.unit + flow.inner
    up = max(0.0, center - y)
    return sqrt(outer * outer - up * up) if up < outer else 0.0


def _closed(step: Step, said: Words) -> str:
    return said.language.with_commas(*_parts(step, said))


def _parts(step: Step, said: Words) -> list[str]:
    parts = [said.counted(said.shown.no, step.said_no)] if step.said_no else []
    return parts + ([said.counted(said.shown.withdrew, step.withdrew)] if step.withdrew else [])


def _label_below(canvas: Canvas, frame: Frame, said: Words, flow: Flow, start: float, step: Step, end: float) -> None:
    """What fell, at the foot of the fall, in one line or in one for each."""
    look, x = canvas.style(frame.meta, canvas.colors.muted), start + flow.inner
    lines = [_closed(step, said)] if flow.lines == 1 else _parts(step, said)
    for at, text in enumerate(lines):
        baseline = flow.foot + frame.meta * 1.25 * (at + 1)
        canvas.text(x, baseline, canvas.cut(text, look, end - x - 6), look, role="stage.closed")


PANEL = Drawing(draw, 14.5, lambda frame, content, width: frame.pipeline, grows=True)
