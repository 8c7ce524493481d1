"""The words at the head of a picture: eyebrow, title and standfirst, set by one rule in every kind.

    eyebrow      one line, at need smaller, then two lines; never cut
    Title with   the display face, in the first of the kind's settings that holds it; *emphasis* is warm and italic
    *emphasis*
    standfirst   the text face

A kind says how large they may be and places what it gets, or has `head` set and place both as a page's shape has them.
What does not fit is refused with its field.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.content import Leaf
from pipeline.layout.block import apart, put
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.layout.shape import Shape
from pipeline.typography import Paragraph, Setting, TextStyle

EYEBROW_LEADING = 1.2
EYEBROW_SIZES = (1.0, 0.92, 0.85)  # of the kind's size, on one line; then on two
TITLE_SIZES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.45)  # of the shape's size
MORE_LINES_BELOW = 0.7  # of the shape's size: smaller titles may have a line more
HANG_EM = 0.035  # a title hangs to the left, so that its stem and not its side bearing stands on the margin
STANDFIRST_SIZES = ((1.0, 4), (0.93, 5), (0.85, 7))  # of the kind's size, and the most lines


def eyebrow(page: Page, leaf: Leaf, size: float, measure: float, *, smallest: float = 0.0) -> Paragraph | None:
    """The eyebrow, none where it is blank; raises FitError for one that does not fit two lines."""
    if not leaf.text.strip():
        return None
    style = TextStyle(page.theme.faces.text, size, page.theme.colors.accent, 600, tracking_em=0.02)
    sizes = [max(size * factor, smallest) for factor in EYEBROW_SIZES]
    settings = [Setting(each, EYEBROW_LEADING, lines) for lines in (1, 2) for each in sizes]
    return page.fit(leaf.text, style, settings, measure, 3 * size, leaf.field)


def title(page: Page, leaf: Leaf, settings: Sequence[Setting], measure: float, height: float) -> Paragraph | None:
    """The title in the first of the settings that holds it, if it has one; raises FitError for a longer one."""
    if not leaf.text.strip():
        return None
    style = TextStyle(page.theme.faces.display, settings[0].size, page.theme.colors.ink, tracking_em=-0.02)
    return page.fit(leaf.text, style, settings, measure, height, leaf.field)


def standfirst(page: Page, leaf: Leaf, size: float, leading: float, measure: float) -> Paragraph | None:
    """The standfirst, none where it is blank; raises FitError for one that does not fit seven lines."""
    if not leaf.text.strip():
        return None
    style = TextStyle(page.theme.faces.text, size, page.theme.colors.ink_2)
    settings = [Setting(size * factor, leading, lines) for factor, lines in STANDFIRST_SIZES]
    return page.fit(leaf.text, style, settings, measure, 7 * leading * size, leaf.field, is_running=True)


def head(
    canvas: Canvas,
    shape: Shape,
    eyebrow_: Leaf,
    title_: Leaf,
    *,
    measure: float = 0.0,
    lines: int = 2,
    sizes: Sequence[tuple[float, int]] = (),
) -> float:
    """Draw eyebrow and title at their places on a shape; returns the last baseline, 0 where there is neither.

    The title has so many lines, at a small size one more, or its `sizes` are shares of the shape's and the lines of
    each; without an eyebrow it stands higher. Raises FitError for one that does not fit the measure, by default the
    shape's.
    """
    unit, measure = canvas.unit, measure or shape.measure
    above = eyebrow(canvas.page, eyebrow_, shape.eyebrow * unit, measure * unit)
    last = put(canvas, above, shape.margin, shape.eyebrow_base)
    down = last - shape.eyebrow_base
    sizes = sizes or [(factor, lines + (factor < MORE_LINES_BELOW)) for factor in TITLE_SIZES]
    settings = [Setting(factor * shape.title * unit, shape.leading / shape.title, most) for factor, most in sizes]
    below = title(canvas.page, title_, settings, measure * unit, (lines + 1) * shape.leading * unit)
    if below is None:
        return shape.eyebrow_base + down if above else 0.0
    base = shape.title_base + down if above else shape.eyebrow_base - shape.eyebrow + 0.72 * shape.title
    smaller = (1 - below.size / (shape.title * unit)) * 0.7 * shape.title  # capitals keep their place
    first = max(base - smaller, last + apart(canvas, above, below, 0.0))
    return put(canvas, below, shape.margin - HANG_EM * below.size / unit, first)
