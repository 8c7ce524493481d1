"""The head of a board: eyebrow, headline, and the weeks beside them where the board has no place for them."""

from __future__ import annotations

from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.panels import weeks
from pipeline.layout import header as head
from pipeline.typography import Setting

HANG_EM = 0.03  # side bearing of a capital in the display face
SMALLER = (1.0, 0.92, 0.84, 0.76, 0.68)  # of the designer's size, for one line or two as he has it
MORE_LINES = (0.64, 0.6, 0.56, 0.5, 0.44, 0.38, 0.32, 0.27)  # then with a line more
HIGHEST = 24  # reference px: capitals of an eyebrow in two lines stand no higher
RISE_EM = 0.38  # of the title's size: how far the eyebrow of a landscape makes room for a second line


def header(canvas: BoardCanvas, *, with_weeks: bool) -> None:
    """Draw the head; a headline takes the largest size at which it keeps clear of the weeks."""
    measures, content, unit = canvas.measures, canvas.content, canvas.unit
    left, right, lines = measures.margin, measures.right, measures.title_lines
    if with_weeks and measures.mini and content.figures.spans:
        right = weeks.mini(canvas, measures.mini) - left * 0.5
    measure = (right - left) * unit
    eyebrow = head.eyebrow(canvas.page, content.eyebrow, measures.eyebrow * unit, measure)
    deeper = eyebrow.depth / unit if eyebrow else 0.0
    rise = measures.title * RISE_EM if measures.is_landscape else 0.0
    highest = min(measures.eyebrow_y, HIGHEST + measures.eyebrow)  # baseline of the first line
    last = max(measures.eyebrow_y - rise, highest + deeper)
    size, leading = measures.title * unit, measures.leading / measures.title
    settings = [Setting(size * factor, leading, lines) for factor in SMALLER]
    settings += [Setting(size * factor, leading, lines + 1) for factor in MORE_LINES]
    height = (measures.title_y - last - measures.eyebrow * 0.45) * unit
    title = head.title(canvas.page, content.title, settings, measure, height)
    assert title, "a board has a headline"
    if eyebrow:
        is_low = len(title.lines) <= lines and not title.over
        canvas.paragraph(eyebrow, left, (max(measures.eyebrow_y, last) if is_low else last) - deeper)
    lack = max(0, lines - len(title.lines))  # a single line stands where two would have their middle
    higher = lack * measures.leading * unit * 0.4 + title.leading * (len(title.lines) - 1)
    foot = measures.title_y - max(title.depth, higher) / unit
    canvas.paragraph(title, left - title.size / unit * HANG_EM, foot)
