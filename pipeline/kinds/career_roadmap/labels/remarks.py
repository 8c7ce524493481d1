"""Short texts beside the lines, each where it first has room; one that has none is left out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.labels.blocks import ASCENT, DESCENT, Laid, Text, column
from pipeline.kinds.career_roadmap.labels.measuring import Scale
from pipeline.kinds.career_roadmap.labels.obstacles import Obstacles
from pipeline.kinds.career_roadmap.labels.wanted import Remark


def placed_remarks(remarks: Sequence[Remark], obstacles: Obstacles, scale: Scale) -> Laid:
    """Each remark in the first of its places that has room."""
    texts: list[Text] = []
    rects: list[Rect] = []
    for remark in remarks:
        measured = scale(remark.text.text, remark.style, remark.text.field)
        size = remark.style.size
        for place in remark.places:
            rect = Rect(place.x, place.y - ASCENT * size, measured.width, (ASCENT + DESCENT) * size)
            if obstacles.joined_by(rects).bar(rect) is None:
                rects.append(rect)
                texts.append(Text(column(measured.paragraph(measured.width + 1, 1)), place.x, place.y))
                break
    return Laid(tuple(texts), tuple(rects))
