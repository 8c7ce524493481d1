"""Charts for tests: laid out from keys, and what stands where on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from pipeline.geometry import Rect
from pipeline.kinds.chart.content import Content
from pipeline.scene import Scene
from pipeline.typography import ink
from tests.visuals import page, runs, texts, visual

Keys: TypeAlias = dict[str, Any]

__all__ = ["Keys", "chart", "content", "outside", "overlapping", "runs", "scene", "texts"]


def chart(drawing: str, labels: list[str], series: Mapping[str, list[float | None]], **keys: object) -> Keys:
    """The keys of a chart of these numbers."""
    rows = [{"name": name, "values": values} for name, values in series.items()]
    return {"kind": "chart", "chart": drawing, "labels": labels, "series": rows, **keys}


def content(keys: Keys) -> Content:
    """What the chart says."""
    found: Content = visual(keys).content
    return found


def scene(keys: Keys, size: str = "og", look: str = "paper", fonts: str = "") -> Scene:
    """The picture of a chart."""
    return page(keys, size, look, fonts)


def overlapping(found: Scene) -> list[tuple[str, str]]:
    """The pairs of texts whose ink touches."""
    boxes = [(ink(run), run.text) for run in runs(found)]
    inked = sorted(((box, text) for box, text in boxes if box), key=lambda pair: pair[0].y)
    pairs = []
    for index, (box, text) in enumerate(inked):
        for other, later in inked[index + 1 :]:
            if other.y >= box.bottom:
                break
            if box.intersection(other):
                pairs.append((text, later))
    return pairs


def outside(found: Scene, margin: float = 8) -> list[str]:
    """The texts whose ink leaves the page or comes too near its edge."""
    page_inside = Rect.of(found.size).inset(margin)
    inked = [(run, ink(run)) for run in runs(found)]
    return [run.text for run, box in inked if box and page_inside.union(box) != page_inside]
