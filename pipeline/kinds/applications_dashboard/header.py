"""The head of a board: eyebrow, headline, and the weeks beside them where the board has no place for them."""

from __future__ import annotations

from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.panels import weeks
from pipeline.layout import header as head
from pipeline.layout.canvas import Canvas
from pipeline.typography import Paragraph, Setting

HANG_EM = 0.03  # side bearing of a capital in the display face
SMALLER = (1.0, 0.92, 0.84, 0.76, 0.68)  # of the designer's size, for one line or two as he has it
MORE_LINES = (0.64, 0.6, 0.56, 0.5, 0.44, 0.38, 0.32, 0.27)  # then with a line more
HIGHEST = 24  # reference px: capitals of an eyebrow in two lines stand no higher
RISE_EM = 0.38  # of the title's size: how far the eyebrow of a landscape makes room for a second line


def header(canvas: Canvas, frame: Frame, content: Content, *, with_weeks: bool) -> None:
    """Draw the head; a headline takes the largest size at which it keeps clear of the weeks."""
    right = frame.width - frame.margin
    if with_weeks and frame.mini and content.figures.spans:
        right = weeks.mini(canvas, frame, content, frame.mini) - frame.margin * 0.5
    unit, measure = canvas.unit, (right - frame.margin) * canvas.unit
    eyebrow = head.eyebrow(canvas.page, content.eyebrow, frame.eyebrow * unit, measure)
    deeper = eyebrow.depth / unit if eyebrow else 0.0
    rise = frame.title * RISE_EM if frame.is_landscape else 0.0
    highest = min(frame.eyebrow_y, HIGHEST + frame.eyebrow)  # baseline of the first line
    last = max(frame.eyebrow_y - rise, highest + deeper)
    title = _title(canvas, frame, content, measure, frame.title_y - last - frame.eyebrow * 0.45)
    if eyebrow:
        is_low = len(title.lines) <= frame.title_lines and not title.over
        last = max(frame.eyebrow_y, last) if is_low else last
        canvas.paragraph(eyebrow, frame.margin, last - deeper)
    lack = max(0, frame.title_lines - len(title.lines))  # a single line stands where two would have their middle
    higher = lack * frame.leading * unit * 0.4 + title.leading * (len(title.lines) - 1)
    foot = frame.title_y - max(title.depth, higher) / unit
    canvas.paragraph(title, frame.margin - title.size / unit * HANG_EM, foot)


def _title(canvas: Canvas, frame: Frame, content: Content, measure: float, height: float) -> Paragraph:
    """The headline in the first setting that holds it."""
    size, leading = frame.title * canvas.unit, frame.leading / frame.title
    settings = [Setting(size * factor, leading, frame.title_lines) for factor in SMALLER]
    settings += [Setting(size * factor, leading, frame.title_lines + 1) for factor in MORE_LINES]
    found = head.title(canvas.page, content.title, settings, measure, height * canvas.unit)
    assert found, "a board has a headline"
    return found
