"""The figure, and the caption that reads on: beside a short figure on a wide page, else below it."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.geometry import Rect
from pipeline.kinds.big_number import figure
from pipeline.kinds.big_number.content import Content
from pipeline.kinds.big_number.places import Places
from pipeline.layout.canvas import Canvas
from pipeline.layout.label import label
from pipeline.layout.shape import Shape
from pipeline.typography import Paragraph, Setting

LIGHT, STURDY = 300, 400  # weights of the display face; the second for the smallest captions
FIGURE_SIZES = (1.0, 0.86, 0.74, 0.64, 0.55, 0.47)  # of the largest that fits: smaller where the caption needs room
LEAST_FIGURE, LEAST_BESIDE = 72, 200  # reference px; the second beside a caption
FEW_AT_MOST, CAPTION_AT_MOST = 0.25, 0.5  # of the figure's size, but for the smallest caption
TRACKING_EM, LEADING, MOST_LINES = -0.018, 1.14, 12
BESIDE, BELOW, BELOW_INK = 48, 0.1, 10  # from the figure to the caption: px, of its size, px below its ink
APART, LABEL_SIZES = "  ", (1.0, 0.9, 0.8)  # of a label: between its voices, and the shares of its size
SAME = 0.01  # px
AIR = 0.75  # of the caption's size, from its last baseline down to the drawing; its smallest size may do with less
FIRST, HANG = 0.28, 0.03  # of the caption's size: above its first capitals; how far its stems hang to the margin


def write(canvas: Canvas, content: Content, shape: Shape, at: Places, lowest: float) -> Rect:
    """Write figure, unit and caption, no baseline below the lowest; returns what the caption covers.

    Raises FitError for a figure or a caption that fits in no size.
    """
    written = figure.figure(canvas, content.figure, content.unit, is_sign=content.is_sign)
    is_beside = shape.name == "wide" and at.measure / written.width >= LEAST_BESIDE
    widest = (at.measure if is_beside else shape.measure) / written.width
    refused = _too_long(content.figure, widest)
    largest = min(at.figure, widest, (lowest + BELOW_INK - at.top) / (written.rise + written.drop))
    for size in (factor * largest for factor in FIGURE_SIZES if factor * largest >= LEAST_FIGURE):
        base, foot = at.top + size * written.rise, max(BELOW * size, written.drop * size + BELOW_INK)
        try:
            if is_beside:
                left = shape.margin + size * written.width + BESIDE
                room = Rect(left, at.top, shape.right - left, lowest - at.top)
                covered = _caption(canvas, content.caption, at, room, size, min(base, lowest))
            else:
                top = base + foot + FIRST * at.captions[0]
                room = Rect(shape.margin, top, shape.measure, lowest - top)
                covered = _caption(canvas, content.caption, at, room, size, below=shape.label)
        except FitError as error:
            refused = error
            continue
        figure.write(canvas, written, shape.margin, base, size)
        return covered
    raise refused


def _caption(
    canvas: Canvas, leaf: Leaf, at: Places, room: Rect, figure_size: float, last: float = 0.0, below: float = inf
) -> Rect:
    """Write the caption from the top of its room, or down to a last baseline below that; raises FitError.

    Below the room there are so many px to the drawing.
    """
    *sizes, smallest = at.captions
    unit, few = canvas.unit, [size for size in at.few if size <= FEW_AT_MOST * figure_size]
    settings = [Setting(size, LEADING, 1) for size in few]
    settings += [Setting(size, LEADING, at.lines) for size in sizes if size <= CAPTION_AT_MOST * figure_size]
    settings.append(Setting(smallest, LEADING, MOST_LINES, STURDY))
    style = canvas.style(smallest, canvas.colors.ink, LIGHT, "display", TRACKING_EM)
    set_ = canvas.fit(leaf, style, settings, room.width, max(1.0, room.height))
    while room.height + below - (set_.cap_height + set_.depth) / unit < AIR * set_.size / unit:
        if not (settings := [each for each in settings if each.size * unit < set_.size - SAME]):
            break
        set_ = canvas.fit(leaf, style, settings, room.width, max(1.0, room.height))
    first = max(last - set_.depth / unit, room.y + set_.cap_height / unit)
    return canvas.paragraph(set_, room.x - HANG * set_.size / unit, first)


def told(
    canvas: Canvas, strong: Leaf, size: float, measure: float, about: Sequence[Leaf] = (), *, is_end: bool = False
) -> Paragraph:
    """A label, `strong` in bold ink and what is said of it quieter; raises FitError for one that is too long."""
    bold, quiet = canvas.style(size, canvas.colors.ink, 600), canvas.style(size, canvas.colors.ink_2)
    voices = [(strong, bold), *((leaf, quiet) for leaf in about)]
    return label(canvas, voices, measure, APART, sizes=LABEL_SIZES, is_end=is_end)


def _too_long(text: Leaf, size: float) -> FitError:
    fact = f"{len(text.text)} characters do not fit in one line at {LEAST_FIGURE} px, the smallest size"
    hint = f"shorten it to about {int(len(text.text) * size / LEAST_FIGURE)} characters, or move words to `caption`"
    return FitError(Problem(fact, hint=hint, field=text.field))
