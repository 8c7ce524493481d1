"""The words above the map, or beside it: eyebrow, title and standfirst."""

from __future__ import annotations

from contextlib import suppress

from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.layout import header
from pipeline.layout.canvas import Canvas
from pipeline.typography import Paragraph, Setting

HANG_EM = 0.035  # the title hangs to the left, so that its stem and not its side bearing stands on the margin
SIZES = (1.0, 0.88, 0.76, 0.66, 0.58, 0.5)  # of the title's, in full ones
LEAST_WITH_STANDFIRST = 0.7  # of it; a title that would be smaller stands alone


def heading(canvas: Canvas, at: Measures, plan: Plan, foot: float) -> list[Rect]:
    """Draw them; returns the boxes they fill, from the first to the last. The last baseline is not below `foot`.

    A standfirst that would make the title small is left out. Raises FitError for a title that is too long.
    """
    boxes = []
    beside = at.first_tick - at.station_reach - 24 * at.unit - at.margin  # no line is as high as the eyebrow
    measure = max(at.title_width, beside)
    eyebrow = header.eyebrow(canvas.page, plan.eyebrow, at.eyebrow, measure, smallest=at.smallest)
    if eyebrow:
        boxes.append(canvas.paragraph(eyebrow, at.margin, at.eyebrow_y - eyebrow.depth))
    height = foot - at.title_y + 0.66 * at.title
    title, stand = _with_standfirst(canvas, at, plan, height) or (_title(canvas, at, plan, height), None)
    first = at.title_y - title.cap_height * (at.title / title.size - 1)  # its capitals stand where full ones would
    boxes.append(canvas.paragraph(title, at.margin - HANG_EM * title.size, first))
    if stand:
        boxes.append(canvas.paragraph(stand, at.margin, first + title.depth + at.stand_gap))
    return boxes


def _with_standfirst(canvas: Canvas, at: Measures, plan: Plan, height: float) -> tuple[Paragraph, Paragraph] | None:
    leading, measure = at.stand_leading / max(at.stand, 1.0), min(at.title_width, at.stand_width)
    with suppress(FitError):
        stand = header.standfirst(canvas.page, plan.standfirst, at.stand, leading, measure) if at.stand else None
        if stand:
            return _title(canvas, at, plan, height - at.stand_gap - stand.depth, LEAST_WITH_STANDFIRST), stand
    return None


def title_depth(canvas: Canvas, at: Measures, plan: Plan) -> float:
    """How far the last line of the title is below its first, in all the room that it has."""
    return _title(canvas, at, plan, at.title_foot - at.title_y + 0.66 * at.title).depth


def _title(canvas: Canvas, at: Measures, plan: Plan, height: float, smallest: float = 0.0) -> Paragraph:
    leaf, most = plan.title, at.title_lines
    if most > 1 and "\n" not in leaf.text:
        leaf = leaf._replace(text=leaf.text.replace(". ", ".\n", 1))
    settings = [
        Setting(size * at.title, at.leading / at.title, most + 2 * (size < 0.8)) for size in SIZES if size >= smallest
    ]
    found = header.title(canvas.page, leaf, settings, at.title_width, height)
    assert found, "a map has a title"
    return found
