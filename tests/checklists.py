"""Feedback checklists for tests: made from items, laid out, and asked what they show."""

from __future__ import annotations

from pipeline import sizes, theme
from pipeline.geometry import Rect
from pipeline.kinds.feedback_checklist import pages
from pipeline.kinds.feedback_checklist.spec import Entry, FeedbackChecklist, Group
from pipeline.scene import Scene, TextRun, walk
from pipeline.typography import Typesetter, ink, library

ASCENT, DESCENT = 0.7, 0.02  # em about the baseline that no other text may touch: capitals; lines may be set close


def checklist(*counts: int, **keys: object) -> FeedbackChecklist:
    """A checklist with groups of so many items, whose states go round."""
    states = ("done", "doing", "todo")
    groups = []
    for at, count in enumerate(counts):
        items = [Entry(text=f"Item {at + 1}.{n + 1}", state=states[(at + n) % 3]) for n in range(count)]  # type: ignore[arg-type]
        groups.append(Group(title=f"Group {at + 1}", items=tuple(items)))
    return FeedbackChecklist(kind="feedback_checklist", groups=tuple(groups), **keys)  # type: ignore[arg-type]


def scenes(
    spec: FeedbackChecklist, size: str = "og", look: str = "paper", fonts: str | None = None
) -> tuple[Scene, ...]:
    """All pictures of a spec."""
    typesetter = Typesetter(library(fonts), lang=spec.lang, direction=spec.direction)
    return pages(spec, sizes.parse(size).size, theme.load(look), typesetter)


def runs(scene: Scene) -> list[TextRun]:
    """Every text of a scene."""
    return [item for item, _ in walk(scene.items) if isinstance(item, TextRun)]


def texts(scene: Scene) -> list[str]:
    """What stands on the picture, run by run."""
    return [run.text for run in runs(scene)]


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
