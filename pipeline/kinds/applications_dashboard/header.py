"""The head of a board: eyebrow, headline, and the weeks beside them where the board has no place for them."""

from __future__ import annotations

from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.panels import weeks
from pipeline.kinds.applications_dashboard.pen import Ink, Pen
from pipeline.layout.page import spans
from pipeline.typography import Paragraph, Setting

HANG_EM = 0.03  # side bearing of a capital in the display face
SMALLER = (1.0, 0.92, 0.84, 0.76, 0.68)  # of the designer's size, for one line or two as he has it
MORE_LINES = (0.64, 0.6, 0.56, 0.5, 0.44, 0.38, 0.32, 0.27)  # then with a line more
RISE_EM = 0.38  # of the title's size: how far the eyebrow of a landscape makes room for a second line


def header(pen: Pen, frame: Frame, content: Content, *, with_weeks: bool) -> None:
    """Draw the head; a headline takes the largest size at which it keeps clear of the weeks."""
    right = frame.width - frame.margin
    if with_weeks and frame.mini and content.figures.spans:
        right = weeks.mini(pen, frame, content, frame.mini) - frame.margin * 0.5
    title = _title(pen, frame, content, right - frame.margin)
    rise = _rise(frame) if len(title.lines) > frame.title_lines else 0.0
    look = Ink(frame.eyebrow, pen.colors.accent, 600, tracking_em=0.02)
    eyebrow = pen.fitted(content.eyebrow.text, look, right - frame.margin)
    pen.text(frame.margin, frame.eyebrow_y - rise, eyebrow, look, role="eyebrow")
    foot = frame.title_y * pen.unit - title.depth
    if len(title.lines) < frame.title_lines:  # a single line stands where two would have their middle
        foot -= (frame.title_lines - len(title.lines)) * frame.leading * pen.unit * 0.4
    x = frame.margin - title.size / pen.unit * HANG_EM
    pen.paragraph(title, x, foot / pen.unit)


def _title(pen: Pen, frame: Frame, content: Content, measure: float) -> Paragraph:
    """The headline in the first setting that holds it."""
    look = Ink(frame.title, pen.colors.ink, 400, "display", -0.02)
    style = pen.style(look)
    measure *= pen.unit
    leading = frame.leading / frame.title
    settings = [Setting(style.size * factor, leading, frame.title_lines) for factor in SMALLER]
    settings += [Setting(style.size * factor, leading, frame.title_lines + 1) for factor in MORE_LINES]
    room = frame.title_y - frame.eyebrow_y + _rise(frame) - frame.eyebrow * 0.45
    text, height = spans(content.title.text, style), room * pen.unit
    return pen.typesetter.fit(text, settings, measure, height, hanging=False, role="title")


def _rise(frame: Frame) -> float:
    return frame.title * RISE_EM if frame.is_landscape else 0.0
