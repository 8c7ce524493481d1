"""Where applications came from, how far they got and how they ended: bands as wide as the numbers they stand for.

    5 LinkedIn |--.   24 Applied   11 Screening   6 Interview   1 Offer
    4 Referral |-- `--|=============|==============|=============|--.
    9 6 others |------|-- .         |-- .          |-.               `-| 9 Still open
                          `------------ `------------`-----------------| 12 Said no
                            `------------------------------------------| 3 Withdrawn

Those who moved on run level. Outcomes stand so low that every band that leaves a stage falls, so none crosses a stage
that it never reached. Each node has its number and its name: no colour has to be told from another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard import shades
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.model import Source, Step
from pipeline.kinds.applications_dashboard.panels import heading, pipeline, sources
from pipeline.kinds.applications_dashboard.panels.drawing import Drawing
from pipeline.layout.canvas import Canvas
from pipeline.scene import Segment
from pipeline.typography import TextStyle

MOST_SOURCES = 6  # the smaller ones add up in the last
WIDEST_SOURCE, WIDEST_OUTCOME = 0.2, 0.24  # of the width: their labels
LINE, SLOT, BETWEEN = 1.3, 1.35, 0.6  # em of the meta size: a line of a caption, the least of a labelled node, a gap
FALL = 0.8  # em of the meta size: the first outcome stands so much lower than it must
LEAST = 1.5  # px: no node and no band is thinner
CLEAR = 0.5  # em of the meta size between labels
LEAST_SHARE = 0.5  # of the height that an application has without sources: more of them would leave threads for bands
TALLEST = 3  # how much higher one application may be here than in the pipeline: few ones fill the panel too
FLOW_ALPHA = 0.55  # of what is open: bands that cross are both seen
EDGE = 1.0  # px: the line around what was withdrawn


class Outcome(NamedTuple):
    """One end: its label, how many of each stage came to it, the colour of its bands and of its node."""

    label: str
    counts: tuple[int, ...]
    flow: Color
    node: Color
    is_outlined: bool = False

    @property
    def total(self) -> int:
        return sum(self.counts)


class Plan(NamedTuple):
    """The measures of one drawing; the first column is that of the sources, where there are any."""

    area: Rect
    sources: tuple[Source, ...]
    source_labels: tuple[str, ...]
    xs: tuple[float, ...]  # of the four stages
    first: float  # x of the sources' nodes
    end: float  # x of the outcomes' nodes
    step: float
    lines: int  # of a caption

    def top(self, meta: float) -> float:
        """The top of the stages."""
        return self.area.y + (self.lines * LINE + 0.4) * meta


def draw(canvas: Canvas, frame: Frame, content: Content, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, said, meta = frame.inside(cell), content.words, frame.meta
    baseline = heading.draw(canvas, frame, room, said.shown.sankey)
    foot = room.bottom
    if content.figures.is_lower_bound:
        look = canvas.style(meta, canvas.colors.muted)
        canvas.text(
            room.x, foot - 0.2 * meta, canvas.cut(said.shown.lower_bound, look, room.width), look, role="panels.sankey"
        )
        foot -= 1.6 * meta
    area = Rect(room.x, baseline + 0.8 * meta, room.width, foot - baseline - 0.8 * meta)
    ends = [each for each in _outcomes(canvas, content) if each.total]
    plan = _plan(canvas, frame, content, area, ends)
    unit = _unit(frame, content, plan, ends)
    _sources(canvas, frame, plan, unit)
    _ends(canvas, frame, content, plan, unit, ends)
    for at, step in enumerate(content.figures.pipeline):
        _stage(canvas, frame, content, plan, unit, at, step)


def _outcomes(canvas: Canvas, content: Content) -> list[Outcome]:
    said, colors, steps = content.words, canvas.colors, content.figures.pipeline
    own = {stage: shades.mark(color, colors.surface) for stage, color in content.colors.items()}
    return [
        Outcome(
            said.shown.still_open, tuple(s.open for s in steps), colors.flow_open.with_alpha(FLOW_ALPHA), colors.accent
        ),
        *(
            Outcome(label, counts, color.with_alpha(FLOW_ALPHA), color)
            for label, counts, color in (
                (said.shown.hired, tuple(s.hired for s in steps), colors.accent_2),
                (said.shown.ghosted, tuple(s.silent for s in steps), colors.control),
                (said.shown.undated, tuple(s.undated for s in steps), colors.muted),
            )
        ),
        Outcome(
            said.shown.rejected,
            tuple(s.said_no for s in steps),
            colors.flow_closed,
            own.get("rejected", colors.control),
        ),
        Outcome(
            said.shown.withdrawn,
            tuple(s.withdrew for s in steps),
            colors.flow_closed_2,
            own.get("withdrawn", colors.control),
            is_outlined=True,
        ),
    ]


def _look(canvas: Canvas, frame: Frame) -> TextStyle:
    return canvas.style(frame.meta, canvas.colors.ink_2, tabular=True)


def _caption_looks(canvas: Canvas, frame: Frame, step: Step) -> tuple[TextStyle, TextStyle]:
    """The looks of a caption's lines: bold, and plain below it."""
    plain = _look(canvas, frame)
    return plain._replace(fill=canvas.colors.ink if step.count else canvas.colors.muted, weight=600), plain


def _plan(canvas: Canvas, frame: Frame, content: Content, area: Rect, ends: Sequence[Outcome]) -> Plan:
    """With as many sources as leave the bands their width, captions in one line or in two; else without sources."""
    look, meta = _look(canvas, frame), frame.meta
    right = max((canvas.measure(_told(end.total, end.label), look) for end in ends), default=0.0)
    end = area.right - min(right, WIDEST_OUTCOME * area.width) - CLEAR * meta - frame.node
    bare = _columns(canvas, frame, content, area, (), end, 1)
    least = LEAST_SHARE * _unit(frame, content, bare, ends)
    for rows in range(MOST_SOURCES, 1, -1):
        shown = _shown_sources(content, rows)
        for lines in (1, 2) if shown else ():
            plan = _columns(canvas, frame, content, area, shown, end, lines)
            if _captions_fit(canvas, frame, content, plan) and _unit(frame, content, plan, ends) >= least:
                return plan
    if _captions_fit(canvas, frame, content, bare):
        return bare
    return _columns(canvas, frame, content, area, (), end, 2)


def _columns(
    canvas: Canvas, frame: Frame, content: Content, area: Rect, found: tuple[Source, ...], end: float, lines: int
) -> Plan:
    look, meta, widest = _look(canvas, frame), frame.meta, WIDEST_SOURCE * area.width
    labels = tuple(
        canvas.cut(_told(each.count, each.name or content.words.shown.no_source), look, widest) for each in found
    )
    first = area.x + max((canvas.measure(label, look) + CLEAR * meta for label in labels), default=0.0)
    columns = 5 if found else 4
    step = (end - first) / columns
    xs = tuple(end - (4 - at) * step for at in range(4))
    return Plan(area, found, labels, xs, first, end, step, lines)


def _shown_sources(content: Content, rows: int) -> tuple[Source, ...]:
    """The largest sources in so many rows, if there are any names among them."""
    found = content.figures.sources
    if not any(each.name for each in found):
        return ()
    return tuple(sources.most_of(found, rows, content.words.shown.other))


def _captions_fit(canvas: Canvas, frame: Frame, content: Content, plan: Plan) -> bool:
    return all(
        canvas.measure(text, look) <= _room(frame, plan, at)
        for at, step in enumerate(content.figures.pipeline)
        for text, look in zip(_caption(content, plan, at, step), _caption_looks(canvas, frame, step), strict=False)
    )


def _room(frame: Frame, plan: Plan, at: int) -> float:
    """The width of a stage's caption."""
    return plan.step - CLEAR * frame.meta if at < 3 else plan.area.right - plan.xs[at]


def _caption(content: Content, plan: Plan, at: int, step: Step) -> tuple[str, ...]:
    name = content.words.stages[at]
    return (_told(step.count, name),) if plan.lines == 1 else (str(step.count), name)


def _told(count: int, name: str) -> str:
    return f"{count} {name}"


def _unit(frame: Frame, content: Content, plan: Plan, ends: Sequence[Outcome]) -> float:
    """The height of one application: the most at which sources, stages and outcomes keep to the area."""
    free = plan.area.bottom - plan.top(frame.meta)
    low, high = 0.0, TALLEST * frame.unit_cap
    for _ in range(24):  # to a ten-thousandth of a px
        unit = (low + high) / 2
        at_outcomes = _drop(frame, content, unit) + _stacked([end.total for end in ends], unit, frame.meta)
        at_sources = _stacked([each.count for each in plan.sources], unit, frame.meta)
        tallest = max(at_outcomes, at_sources, content.figures.sent * unit)
        low, high = (unit, high) if tallest <= free else (low, unit)
    return low


def _drop(frame: Frame, content: Content, unit: float) -> float:
    """How far below the stages' top the outcomes begin: no band has to rise, as all that closed later lies above."""
    later = sum(step.said_no + step.withdrew for step in content.figures.pipeline[1:])
    return later * unit + FALL * frame.meta


def _slot(count: int, unit: float, meta: float) -> float:
    return max(count * unit, SLOT * meta)


def _stacked(counts: Sequence[int], unit: float, meta: float) -> float:
    """The height of labelled nodes, one below the other."""
    return sum(_slot(count, unit, meta) + BETWEEN * meta for count in counts) - BETWEEN * meta if counts else 0.0


def _sources(canvas: Canvas, frame: Frame, plan: Plan, unit: float) -> None:
    """The sources, from the top down as they flow into the first stage."""
    meta = frame.meta
    top = into = plan.top(meta)
    nodes = []
    for each, label in zip(plan.sources, plan.source_labels, strict=True):
        slot, height = _slot(each.count, unit, meta), each.count * unit
        y = top + (slot - height) / 2
        outline = _band(plan.first + frame.node, y, plan.xs[0], into, height)
        canvas.shape(outline, canvas.colors.flow_band)
        nodes.append(_node(plan.first, y, frame.node, height))
        canvas.text(plan.area.x, top + slot / 2 + 0.34 * meta, label, _look(canvas, frame), role="sankey.source")
        top += slot + BETWEEN * meta
        into += height
    canvas.boxes(nodes, canvas.colors.flow_node, 2)


def _ends(canvas: Canvas, frame: Frame, content: Content, plan: Plan, unit: float, ends: Sequence[Outcome]) -> None:
    """The outcomes with the bands that lead to them: what came furthest arrives uppermost."""
    meta, look = frame.meta, _look(canvas, frame)
    steps = content.figures.pipeline
    stages_top = plan.top(meta)
    top = stages_top + _drop(frame, content, unit)
    left = [stages_top + step.moved_on * unit for step in steps]  # where the next band leaves each stage
    for end in ends:
        slot, height = _slot(end.total, unit, meta), end.total * unit
        into = y = top + (slot - height) / 2
        for at in (3, 2, 1, 0):
            if end.counts[at]:
                part = end.counts[at] * unit
                outline = _band(plan.xs[at] + frame.node, left[at], plan.end, into, part)
                line = end.node if end.is_outlined and part > 2 * EDGE else None
                canvas.shape(outline, end.flow, line, EDGE)
                left[at] += part
                into += part
        node = _node(plan.end, y, frame.node, height)
        canvas.boxes([node], end.node, 2)
        if end.is_outlined:
            canvas.boxes([node.inset(2 * EDGE)], end.flow, 1)
        x = plan.end + frame.node + CLEAR * meta
        label = canvas.cut(_told(end.total, end.label), look, plan.area.right - x + 0.5)
        canvas.text(x, top + slot / 2 + 0.34 * meta, label, look, role="sankey.outcome")
        top += slot + BETWEEN * meta


def _stage(canvas: Canvas, frame: Frame, content: Content, plan: Plan, unit: float, at: int, step: Step) -> None:
    """A stage: its caption above, its node, and those who moved on to the next."""
    x, top, meta = plan.xs[at], plan.top(frame.meta), frame.meta
    lines = zip(_caption(content, plan, at, step), _caption_looks(canvas, frame, step), strict=False)
    for line, (text, look) in enumerate(lines):
        baseline = plan.area.y + (line + 0.85) * LINE * meta
        canvas.text(x, baseline, canvas.cut(text, look, _room(frame, plan, at)), look, role="sankey.stage")
    if step.moved_on:
        band = Rect(x + frame.node, top, plan.step - frame.node, max(LEAST, step.moved_on * unit))
        canvas.boxes([band], canvas.colors.flow_band)
    if step.count or not content.figures.sent:  # an empty stage would lie under the bands that pass it by
        color = pipeline.mark(canvas, content, at) if step.count else canvas.colors.surface_3
        canvas.boxes([_node(x, top, frame.node, step.count * unit)], color, 2)


def _node(x: float, y: float, width: float, height: float) -> Rect:
    """A node, seen however small it is."""
    seen = max(2 * LEAST, height)
    return Rect(x, y - (seen - height) / 2 if height else y, width, seen)


def _band(x: float, y: float, end: float, into: float, height: float) -> tuple[Segment, ...]:
    """A band of even height that leaves and arrives level."""
    seen = max(LEAST, height)
    y, into, middle = y - (seen - height) / 2, into - (seen - height) / 2, (x + end) / 2
    return (
        ("M", x, y),
        ("C", middle, y, middle, into, end, into),
        ("L", end, into + seen),
        ("C", middle, into + seen, middle, y + seen, x, y + seen),
        ("Z",),
    )


PANEL = Drawing(draw, 14.5, lambda frame, content, width: frame.pipeline, grows=True)
