"""The legends: what the marks of a picture mean, the states and the bar at today; in a lattice the ends of moves, too.

✓ done  ◐ in progress  ○ planned            ──── sideways  ───● joins  ──▶ changes track
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from typing import TypeAlias

from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Move, Plan, State
from pipeline.layout.canvas import Canvas

MOVES: tuple[Move, ...] = ("lateral", "merge", "switch")
STATES: tuple[State, ...] = ("done", "current", "planned", "optional")
SIGN = 2.6  # from a mark's middle to its word, in station radii, of which
BACK = 0.6  # of a radius is taken back
SPACE = 1.5  # between entries, in sizes of the words
SAMPLE = 1.6  # length of a move's sample, in sizes of its name
AFTER = 0.45  # from a sample to its name
ROW = 2.0  # from row to row, in sizes

_Entry: TypeAlias = tuple[State | None, str, str]
"""A state or, without one, the day; its words and their role."""


def states(plan: Plan) -> set[State]:
    """The states that a picture of the plan shows where it draws every milestone and the step already taken."""
    found: set[State] = {stop.state for path in plan.paths for stop in path.stops}
    return found | {"done"} if plan.done else found


def legend(canvas: Canvas, at: Measures, plan: Plan, shown: Collection[State], *, has_now: bool = False) -> Rect | None:
    """Draw it, if there is more than one state to tell apart, or a day to name; returns its box.

    Beside a bundle that rises the day has a row of its own.
    """
    entries = [(state, getattr(plan.words.shown, state), f"labels.{state}") for state in STATES if state in shown]
    day: list[_Entry] = [(None, plan.as_of, "as_of")] if has_now else []
    rows: list[list[_Entry]] = [[*entries] if len(entries) > 1 else [], day]
    if not at.rises:
        rows = [[*rows[0], *day]]
    rows = [row for row in rows if row]
    boxes = [_row(canvas, at, row, at.legend + ROW * at.meta * index) for index, row in enumerate(rows)]
    return reduce(Rect.union, boxes) if boxes else None


def _row(canvas: Canvas, at: Measures, entries: Sequence[_Entry], y: float) -> Rect:
    muted = canvas.style(at.meta, canvas.colors.muted)
    words = [canvas.page.set(text, muted, field=role) for _, text, role in entries]
    radius = max(at.station, 0.42 * at.meta)
    sign, space = SIGN * radius, SPACE * at.meta
    total = sum(sign + word.width for word in words) + space * (len(words) - 1)
    left = at.margin if not at.rises else at.width - at.margin - total
    x = left + radius
    drawn = at._replace(station=radius)
    for (state, _, _), word in zip(entries, words, strict=True):
        if state is None:
            marks.now(canvas, drawn, Point(x, y), "right")
        else:
            marks.station(canvas, drawn, Point(x, y), canvas.colors.muted, state)
        canvas.paragraph(word, x + sign - BACK * radius, y + at.meta * 0.34)
        x += sign + word.width + space
    return Rect(left, y - 1.5 * radius, total, 3 * radius)


def moves_legend(canvas: Canvas, at: Measures, plan: Plan, states: Rect | None, taken: Iterable[Rect]) -> bool:
    """Draw what the ends of moves mean, if they differ; returns whether there was room beside `states` and `taken`."""
    shown = [kind for kind in MOVES if any(edge.kind == kind for edge in plan.edges)]
    if len(shown) < 2:
        return True
    muted = canvas.style(at.meta, canvas.colors.muted)
    words = [canvas.page.set(getattr(plan.words.shown, kind), muted, field=f"labels.{kind}") for kind in shown]
    total = sum((SAMPLE + AFTER) * at.meta + word.width for word in words) + SPACE * at.meta * (len(words) - 1)
    left = _left(at, total, [*([states] if states else []), *taken])
    if left is None:
        return False
    x = left
    for kind, word in zip(shown, words, strict=True):
        tip = Point(x + SAMPLE * at.meta, at.legend)  # of a short move, without a colour of its own
        line = [("M", x, tip.y), ("L", *tip)]
        canvas.shape(line, line=canvas.colors.muted, width=at.line * marks.MOVE, is_round=False)
        marks.ending(canvas, kind, tip, (1, 0), canvas.colors.muted, at.line)
        x += (SAMPLE + AFTER) * at.meta
        canvas.paragraph(word, x, at.legend + at.meta * 0.34)
        x += word.width + SPACE * at.meta
    return True


def _left(at: Measures, total: float, taken: Iterable[Rect]) -> float | None:
    """Where a row so long begins that stands next to the states and free of what is on its line."""
    space = SPACE * at.meta
    boxes = sorted(box for box in taken if abs(box.center.y - at.legend) < 2 * at.meta)
    edges = [at.margin, *(edge for box in boxes for edge in (box.x - space, box.right + space)), at.width - at.margin]
    gaps = [(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True) if high - low >= total]
    if not gaps:
        return None
    return gaps[0][0] if at.runs == "down" else gaps[-1][1] - total
