"""Charts for tests: laid out from keys, and what stands where on them."""

from __future__ import annotations

from pipeline import sizes, theme
from pipeline.geometry import Rect
from pipeline.kinds.chart import lay_out
from pipeline.kinds.chart.spec import Chart, Series
from pipeline.scene import Scene, TextRun, walk
from pipeline.typography import Typesetter, ink, library


def chart(way: str, labels: list[str], series: dict[str, list[float | None]], **keys: object) -> Chart:
    """A chart of these numbers."""
    rows = tuple(Series(name=name, values=tuple(values)) for name, values in series.items())
    return Chart(kind="chart", chart=way, labels=tuple(labels), series=rows, **keys)  # type: ignore[arg-type]


def scene(spec: Chart, size: str = "og", look: str = "paper", fonts: str | None = None) -> Scene:
    """The picture of a chart."""
    typesetter = Typesetter(library(fonts), lang=spec.lang, direction=spec.direction)
    return lay_out(spec, sizes.parse(size).size, theme.load(look), typesetter)


def runs(found: Scene, *roles: str) -> list[TextRun]:
    """The texts with one of these roles, or all."""
    texts = [item for item, _ in walk(found.items) if isinstance(item, TextRun)]
    return [run for run in texts if not roles or run.role in roles]


def texts(found: Scene, *roles: str) -> list[str]:
    """What the texts say, each baseline's neighbours of one role as one."""
    return [run.text for run in runs(found, *roles)]


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
    page = Rect.of(found.size).inset(margin)
    inked = [(run, ink(run)) for run in runs(found)]
    return [run.text for run, box in inked if box and page.union(box) != page]
