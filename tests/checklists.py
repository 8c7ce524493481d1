"""Feedback checklists for tests: made from items, laid out, and asked what they show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from pipeline.geometry import Rect
from pipeline.rendering import Visual, lay_out
from pipeline.scene import Scene, TextRun
from pipeline.typography import ink
from tests.visuals import runs, texts, visual

Keys: TypeAlias = dict[str, Any]

__all__ = ["Keys", "checklist", "outside", "overlapping", "runs", "scenes", "texts"]

ASCENT, DESCENT = 0.7, 0.02  # em about the baseline that no other text may touch: capitals; lines may be set close


def checklist(*counts: int, **keys: object) -> Keys:
    """The keys of a checklist with groups of so many items, whose states go round."""
    states = ("done", "doing", "todo")
    groups = []
    for at, count in enumerate(counts):
        items = [{"text": f"Item {at + 1}.{n + 1}", "state": states[(at + n) % 3]} for n in range(count)]
        groups.append({"title": f"Group {at + 1}", "items": items})
    return {"kind": "feedback_checklist", "groups": groups, **keys}


def scenes(
    keys: Mapping[str, Any] | str | Visual, size: str = "og", look: str = "paper", fonts: str = ""
) -> tuple[Scene, ...]:
    """All pictures of these keys."""
    made = keys if isinstance(keys, Visual) else visual(keys)
    return lay_out(made, size, look, fonts or None)


def boxes(scene: Scene) -> list[tuple[Rect, TextRun]]:
    """The part of each text that belongs to it alone, from its capitals' height to its baseline."""
    return [
        (Rect(run.origin.x, run.origin.y - ASCENT * run.size, run.advance, (ASCENT + DESCENT) * run.size), run)
        for run in runs(scene)
        if run.text.strip()
    ]


def overlapping(scene: Scene) -> list[tuple[str, str]]:
    """The pairs of texts that touch."""
    found = sorted(boxes(scene), key=lambda box: box[0].y)
    pairs = []
    for index, (box, run) in enumerate(found):
        for other, later in found[index + 1 :]:
            if other.y >= box.bottom:
                break
            common = box.intersection(other)
            if common is not None and common.width > 0.5:
                pairs.append((run.text, later.text))
    return pairs


def outside(scene: Scene) -> list[str]:
    """The texts whose ink leaves the page."""
    page = Rect.of(scene.size)
    inked = [(run, ink(run)) for run in runs(scene)]
    return [run.text for run, box in inked if box and page.union(box) != page]
