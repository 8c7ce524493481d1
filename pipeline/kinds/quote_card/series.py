"""Which card of a series this is, at the end of the foot; on a tall page that is swiped, a chevron points to the next.

Ada Example · Notes                       3/7 >
"""

from __future__ import annotations

from pipeline.kinds.quote_card.compositions import TALL, Composition
from pipeline.kinds.quote_card.content import Content
from pipeline.layout.canvas import Canvas

HIGH, BROAD, LINE = 0.62, 0.32, 0.12  # of the chevron, in label sizes: its height, its width, its line
APART, BEFORE = 0.55, 1.2  # label sizes from the number to it, and from the label to the number


def width(canvas: Canvas, content: Content, frame: Composition) -> float:
    """What it takes from the label's measure, in px of the page."""
    if not content.series:
        return 0.0
    size = frame.label_size
    number = canvas.measure(content.series.text, canvas.style(size, canvas.colors.muted, tabular=True))
    return number + (BEFORE + (APART + BROAD if _goes_on(content, frame) else 0.0)) * size


def draw(canvas: Canvas, content: Content, frame: Composition) -> None:
    """The number and the chevron, at the end of the words' column; at its start where the words stand at the end."""
    if not content.series:
        return
    size, end = frame.label_size, frame.alone.right
    if content.align == "end":
        end = frame.alone.x + width(canvas, content, frame) - BEFORE * size
    if _goes_on(content, frame):
        middle, half = frame.label_baseline - 0.33 * size, HIGH * size / 2
        outline = (
            ("M", end - BROAD * size, middle - half),
            ("L", end, middle),
            ("L", end - BROAD * size, middle + half),
        )
        canvas.shape(outline, line=canvas.colors.accent, width=LINE * size)
        end -= (BROAD + APART) * size
    style = canvas.style(size, canvas.colors.ink_2, tabular=True)  # on a photograph it stands where the veil ends
    canvas.text(end, frame.label_baseline, content.series.text, style, anchor="end", role=content.series.field)


def _goes_on(content: Content, frame: Composition) -> bool:
    """Whether the page is one that is swiped, and another card follows."""
    number, _, total = content.series.text.partition("/")
    return frame.at is TALL and number != total
