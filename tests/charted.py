"""Charts for tests: laid out from keys, and what stands where on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import hypot
from typing import Any, TypeAlias

from pipeline import theme
from pipeline.geometry import Rect
from pipeline.kinds.chart.content import Content
from pipeline.scene import Box, Path, Scene, walk
from pipeline.typography import ink
from tests.visuals import page, runs, texts, visual

Keys: TypeAlias = dict[str, Any]

__all__ = ["Keys", "chart", "content", "outside", "overlapping", "pieces", "runs", "scene", "texts"]

ROUNDED = 8  # points of a bar


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


def pieces(found: Scene) -> Iterator[Rect]:
    """What bars take, and lines in short pieces: everything that is drawn in the colour of a series."""
    hues = {str(color) for color in theme.load("paper").colors.cat}
    for item, transform in walk(found.items):
        if isinstance(item, Box) and str(item.fill) in hues:
            yield transform.bounds(item.rect)
        elif isinstance(item, Path):
            paint = item.fill or (item.stroke and item.stroke.paint)
            points = [transform.apply(*values[-2:]) for _, *values in item.outline if values]
            if str(paint) not in hues:
                continue
            if item.fill and len(points) <= ROUNDED:  # a bar with two round corners
                (left, top), (right, bottom) = (tuple(map(end, *points)) for end in (min, max))
                yield Rect(left, top, right - left, bottom - top)
            for (x, y), (to_x, to_y) in pairwise(points):
                steps = max(1, int(hypot(to_x - x, to_y - y) / 4))
                yield from (Rect(x + (to_x - x) * at / steps, y + (to_y - y) * at / steps, 1, 1) for at in range(steps))
