"""The words above the map, or beside it: eyebrow, title and standfirst."""

from __future__ import annotations

from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.frames import Frame
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.pen import Pen
from pipeline.typography import Paragraph, Setting, TextStyle

HANG_EM = 0.035  # the title hangs to the left, so that its stem and not its side bearing stands on the margin
SIZES = (1.0, 0.88, 0.76, 0.66, 0.58, 0.52)  # of the title, in full ones
LARGE = 0.8  # of a full title; smaller ones may take two lines more
STAND_SMALLEST = 0.85  # of the standfirst's size


def header(pen: Pen, frame: Frame, plan: Plan, foot: float) -> tuple[Rect, ...]:
    """Draw them; the boxes they fill come back. The last baseline is not below `foot`."""
    at, colors = frame.at, pen.colors
    boxes = []
    if plan.eyebrow:
        style = pen.style(at.eyebrow, colors.accent, 600)._replace(tracking_em=0.02)
        settings = [Setting(max(at.eyebrow * factor, frame.smallest), 1.2, 1) for factor in (1, 0.92, 0.85)]
        eyebrow = pen.fit(plan.eyebrow.text, style, settings, at.title_width, 2 * at.eyebrow, plan.eyebrow.field)
        boxes.append(pen.text(eyebrow, at.margin, at.eyebrow_y))
    stand = _standfirst(pen, frame, plan)
    below = at.stand_gap + stand.depth if stand else 0.0
    title = _title(pen, frame, plan.title.text, min(foot, at.title_foot) - below)
    first = at.title_y - title.cap_height * (at.title / title.size - 1)  # its capitals stand where full ones would
    boxes.append(pen.text(title, at.margin - HANG_EM * title.size, first))
    if stand:
        boxes.append(pen.text(stand, at.margin, first + title.depth + at.stand_gap))
    return tuple(boxes)


def _title(pen: Pen, frame: Frame, text: str, foot: float) -> Paragraph:
    at = frame.at
    style = TextStyle(pen.page.theme.faces.display, at.title, pen.colors.ink, 400, tracking_em=-0.02)
    settings = [
        Setting(factor * at.title, at.leading / at.title, frame.title_lines + 2 * (factor < LARGE)) for factor in SIZES
    ]
    return pen.fit(text, style, settings, at.title_width, foot - at.title_y + at.title * 0.66, "title")


def _standfirst(pen: Pen, frame: Frame, plan: Plan) -> Paragraph | None:
    at = frame.at
    if not plan.standfirst or not at.stand:
        return None
    style = pen.style(at.stand, pen.colors.ink_2)
    settings = [
        Setting(at.stand * factor, at.stand_leading / at.stand, lines)
        for factor, lines in ((1, 4), (0.93, 5), (STAND_SMALLEST, 7))
    ]
    leaf, height = plan.standfirst, 7 * at.stand_leading
    return pen.fit(leaf.text, style, settings, at.stand_width, height, leaf.field, is_running=True)
