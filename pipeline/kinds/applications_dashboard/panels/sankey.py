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

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.color import Color
from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.model import Source
from pipeline.kinds.applications_dashboard.panels import Drawing, sources
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
        """How many came to it."""
        return sum(self.counts)


class Plan(NamedTuple):
    """The measures of one drawing; the first column is that of the sources, where there are any."""

    area: Rect
    sources: tuple[Source, ...]
    source_labels: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    first: float  # x of the sources' nodes
    end: float  # x of the outcomes' nodes
    step: float
    lines: int  # of a caption
    top: float  # of the stages
    unit: float  # height of one application

    def x(self, at: int) -> float:
        """The left edge of a stage's node."""
        return self.end - (4 - at) * self.step


def draw(canvas: BoardCanvas, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, shown, meta = canvas.measures.inside(cell), canvas.words.shown, canvas.meta
    top = canvas.heading(room, shown.sankey) + 0.8 * meta
    foot = room.bottom
    if canvas.content.figures.is_lower_bound:
        canvas.write(room.x, foot - 0.2 * meta, shown.lower_bound, canvas.quiet, room.width, "panels.sankey")
        foot -= 1.6 * meta
    plan = _plan(canvas, Rect(room.x, top, room.width, foot - top))
    _sources(canvas, plan)
    _ends(canvas, plan)
    for at in range(4):
        _stage(canvas, plan, at)


def _outcomes(canvas: BoardCanvas) -> Iterator[Outcome]:
    """What became of the applications, as far as it happened."""
    shown, colors, steps = canvas.words.shown, canvas.colors, canvas.content.figures.pipeline
    own = {stage: canvas.seen(color) for stage, color in canvas.content.colors.items()}
    staying = (
        (shown.still_open, colors.flow_open, colors.accent),
        (shown.hired, colors.accent_2, colors.accent_2),
        (shown.ghosted, colors.control, colors.control),
        (shown.undated, colors.muted, colors.muted),
    )
    for (label, flow, node), counts in zip(staying, zip(*(step.staying for step in steps), strict=True), strict=True):
        yield Outcome(label, counts, flow.with_alpha(FLOW_ALPHA), node)
    said_no, withdrew = zip(*((step.said_no, step.withdrew) for step in steps), strict=True)
    yield Outcome(shown.rejected, said_no, colors.flow_closed, own.get("rejected", colors.control))
    node = own.get("withdrawn", colors.control)
    yield Outcome(shown.withdrawn, withdrew, colors.flow_closed_2, node, is_outlined=True)


def _look(canvas: BoardCanvas) -> TextStyle:
    return canvas.style(canvas.meta, canvas.colors.ink_2, tabular=True)


def _plan(canvas: BoardCanvas, area: Rect) -> Plan:
    """With as many sources as leave the bands their width, captions in one line or in two; else without sources."""
    look, meta = _look(canvas), canvas.meta
    outcomes = tuple(each for each in _outcomes(canvas) if each.total)
    right = max((canvas.measure(f"{canvas.number(each.total)} {each.label}", look) for each in outcomes), default=0.0)
    end = area.right - min(right, WIDEST_OUTCOME * area.width) - CLEAR * meta - canvas.measures.node
    bare = _columns(canvas, area, outcomes, (), end, 1)
    known = canvas.content.figures.sources if any(each.name for each in canvas.content.figures.sources) else ()
    for rows in range(MOST_SOURCES if known else 0, 1, -1):
        largest = tuple(sources.most_of(known, rows, canvas.words.shown.other))
        for lines in (1, 2):
            plan = _columns(canvas, area, outcomes, largest, end, lines)
            if _captions_fit(canvas, plan) and plan.unit >= LEAST_SHARE * bare.unit:
                return plan
    return bare if _captions_fit(canvas, bare) else _columns(canvas, area, outcomes, (), end, 2)


def _columns(
    canvas: BoardCanvas, area: Rect, outcomes: tuple[Outcome, ...], shown: tuple[Source, ...], end: float, lines: int
) -> Plan:
    look, meta, widest = _look(canvas), canvas.meta, WIDEST_SOURCE * area.width
    unnamed = canvas.words.shown.no_source
    labels = tuple(canvas.cut(f"{canvas.number(each.count)} {each.name or unnamed}", look, widest) for each in shown)
    first = area.x + max((canvas.measure(label, look) + CLEAR * meta for label in labels), default=0.0)
    step = (end - first) / (5 if shown else 4)
    top = area.y + (lines * LINE + 0.4) * meta
    plan = Plan(area, shown, labels, outcomes, first, end, step, lines, top, 0.0)
    return plan._replace(unit=_unit(canvas, plan))


def _captions_fit(canvas: BoardCanvas, plan: Plan) -> bool:
    return all(
        canvas.measure(text, look) <= _room(canvas, plan, at)
        for at in range(4)
        for text, look in _caption(canvas, plan, at)
    )


def _room(canvas: BoardCanvas, plan: Plan, at: int) -> float:
    """The width of a stage's caption."""
    return plan.step - CLEAR * canvas.meta if at < 3 else plan.area.right - plan.x(at)


def _caption(canvas: BoardCanvas, plan: Plan, at: int) -> tuple[tuple[str, TextStyle], ...]:
    """The lines of a stage's caption: one in bold, or the count in bold and the name plain below it."""
    step, plain = canvas.content.figures.pipeline[at], _look(canvas)
    name, count = canvas.words.stage(step.rung), canvas.number(step.count)
    bold = plain._replace(fill=canvas.colors.ink if step.count else canvas.colors.muted, weight=600)
    return ((f"{count} {name}", bold),) if plan.lines == 1 else ((count, bold), (name, plain))


def _unit(canvas: BoardCanvas, plan: Plan) -> float:
    """The height of one application: the most at which sources, stages and outcomes keep to the area."""
    low, high = 0.0, TALLEST * canvas.measures.unit_cap
    for _ in range(24):  # to a ten-thousandth of a px
        unit = (low + high) / 2
        at_outcomes = _middles([each.total for each in plan.outcomes], _drop(canvas, unit), unit, canvas.meta)[-1]
        at_sources = _middles([each.count for each in plan.sources], 0.0, unit, canvas.meta)[-1]
        tallest = max(at_outcomes, at_sources, canvas.content.figures.sent * unit)
        low, high = (unit, high) if tallest <= plan.area.bottom - plan.top else (low, unit)
    return low


def _drop(canvas: BoardCanvas, unit: float) -> float:
    """How far below the stages' top the outcomes begin: no band has to rise, as all that closed later lies above."""
    return sum(step.closed for step in canvas.content.figures.pipeline[1:]) * unit + FALL * canvas.meta


def _middles(counts: Sequence[int], top: float, unit: float, meta: float) -> list[float]:
    """The middles of labelled nodes, one below the other, and where they end."""
    middles = []
    for count in counts:
        slot = max(count * unit, SLOT * meta)
        middles.append(top + slot / 2)
        top += slot + BETWEEN * meta
    return [*middles, top - BETWEEN * meta if counts else top]


def _sources(canvas: BoardCanvas, plan: Plan) -> None:
    """The sources, from the top down as they flow into the first stage."""
    width, look, into, nodes = canvas.measures.node, _look(canvas), plan.top, []
    middles = _middles([each.count for each in plan.sources], plan.top, plan.unit, canvas.meta)
    for each, label, middle in zip(plan.sources, plan.source_labels, middles, strict=False):
        height = each.count * plan.unit
        y = middle - height / 2
        canvas.shape(_band(plan.first + width, y, plan.x(0), into, height), canvas.colors.flow_band)
        nodes.append(_node(plan.first, y, width, height))
        canvas.text(plan.area.x, middle + 0.34 * canvas.meta, label, look, role="sankey.source")
        into += height
    canvas.boxes(nodes, canvas.colors.flow_node, 2)


def _ends(canvas: BoardCanvas, plan: Plan) -> None:
    """The outcomes with the bands that lead to them: what came furthest arrives uppermost."""
    meta, width, look = canvas.meta, canvas.measures.node, _look(canvas)
    middles = _middles([each.total for each in plan.outcomes], plan.top + _drop(canvas, plan.unit), plan.unit, meta)
    # where the next band leaves each stage
    left = [plan.top + step.moved_on * plan.unit for step in canvas.content.figures.pipeline]
    for end, middle in zip(plan.outcomes, middles, strict=False):
        height = end.total * plan.unit
        into = y = middle - height / 2
        for at in (3, 2, 1, 0):
            if end.counts[at]:
                part = end.counts[at] * plan.unit
                line = end.node if end.is_outlined and part > 2 * EDGE else None
                canvas.shape(_band(plan.x(at) + width, left[at], plan.end, into, part), end.flow, line, EDGE)
                left[at] += part
                into += part
        node = _node(plan.end, y, width, height)
        canvas.box(node, end.node, 2)
        if end.is_outlined:
            canvas.box(node.inset(2 * EDGE), end.flow, 1)
        x = plan.end + width + CLEAR * meta
        room = plan.area.right - x + 0.5
        canvas.write(x, middle + 0.34 * meta, f"{canvas.number(end.total)} {end.label}", look, room, "sankey.outcome")


def _stage(canvas: BoardCanvas, plan: Plan, at: int) -> None:
    """A stage: its caption above, its node, and those who moved on to the next."""
    x, width, step = plan.x(at), canvas.measures.node, canvas.content.figures.pipeline[at]
    for line, (text, look) in enumerate(_caption(canvas, plan, at)):
        baseline = plan.area.y + (line + 0.85) * LINE * canvas.meta
        canvas.write(x, baseline, text, look, _room(canvas, plan, at), "sankey.stage")
    if step.moved_on:
        band = Rect(x + width, plan.top, plan.step - width, max(LEAST, step.moved_on * plan.unit))
        canvas.box(band, canvas.colors.flow_band)
    if step.count or not canvas.content.figures.sent:  # an empty stage would lie under the bands that pass it by
        color = canvas.stage_color(at) if step.count else canvas.colors.surface_3
        canvas.box(_node(x, plan.top, width, step.count * plan.unit), color, 2)


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


PANEL = Drawing(draw, 14.5, lambda canvas, width: canvas.measures.pipeline, grows=True)
