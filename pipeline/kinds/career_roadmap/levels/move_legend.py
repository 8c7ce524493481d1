"""The legend of the moves: what their ends mean, beside the legend of the states, where its line has room.

──── sideways   ───● joins   ──▶ changes track
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.levels import drawing
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Move, Plan
from pipeline.layout.canvas import Canvas

MOVES: tuple[Move, ...] = ("lateral", "merge", "switch")
SAMPLE = 1.6  # length of a move's sample, in sizes of its name
AFTER = 0.45  # from a sample to its name
SPACE = 1.5  # between two, as between the states' entries


def draw(canvas: Canvas, at: Measures, plan: Plan, states: Rect | None, taken: Iterable[Rect]) -> bool:
    """Draw it if there are several kinds of moves; return whether the line had room beside `states` and `taken`."""
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
        drawing.sample(canvas, kind, x, x + SAMPLE * at.meta, at.legend, at.line)
        x += (SAMPLE + AFTER) * at.meta
        canvas.paragraph(word, x, at.legend + at.meta * 0.34)
        x += word.width + SPACE * at.meta
    return True


def _left(at: Measures, total: float, taken: Iterable[Rect]) -> float | None:
    """Where a row so long begins that stands next to the key and free of what is on its line."""
    space = SPACE * at.meta
    boxes = sorted(box for box in taken if abs(box.center.y - at.legend) < 2 * at.meta)
    edges = [at.margin, *(edge for box in boxes for edge in (box.x - space, box.right + space)), at.width - at.margin]
    gaps = [(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True) if high - low >= total]
    if not gaps:
        return None
    return gaps[0][0] if at.runs == "down" else gaps[-1][1] - total
