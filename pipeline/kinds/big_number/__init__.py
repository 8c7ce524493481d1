"""Big number: one figure, large and light, with the words that give it meaning; below it the line is a horizon.

    64 applications               eyebrow
    30 %   of my applications     figure, its unit in the structure's colour, and the caption that reads on
           had an answer
     _ _ _                        what counts has risen above the line, the rest is still below it;
    -------o . . . .              or the line turns from an old level to a new one; or one sun stands at its end
    3 of 10 (_) (_)

The horizon stays where it is; the caption gives way first, then the figure. Proportions: `places`.
"""

from __future__ import annotations

from pipeline.content import Leaf
from pipeline.geometry import Rect, Size
from pipeline.kinds.big_number import horizon, lettering, turn
from pipeline.kinds.big_number.alt import alt, description
from pipeline.kinds.big_number.content import Content, content
from pipeline.kinds.big_number.places import Places, places
from pipeline.kinds.big_number.spec import BigNumber, check
from pipeline.kinds.kind import Kind
from pipeline.layout.canvas import Canvas
from pipeline.layout.header import head
from pipeline.layout.page import Page
from pipeline.layout.shape import Shape, shape
from pipeline.layout.sunrise import LEAST_ALONE, draw_alone
from pipeline.scene import Box, Scene, words_last
from pipeline.theme import Theme
from pipeline.typography import Typesetter

NO_TITLE = Leaf("", "title")


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The drawing on its horizon, and the words in what it leaves above; raises FitError for words without room."""
    frame = shape(size)
    canvas = frame.canvas(Page(size, theme, typesetter, content.is_mirrored))
    canvas.items.append(Box(Rect.of(size), fill=theme.colors.paper))
    at = places(frame, is_change=content.change is not None)
    above = head(canvas, frame, content.eyebrow, NO_TITLE)
    at = at._replace(top=at.top + max(0.0, above - frame.eyebrow_base))
    free = _drawing(canvas, content, frame, at)
    words = lettering.write(canvas, content, frame, at, free - frame.label)
    if not content.of and not content.change:
        draw_alone(canvas, frame, at.horizon, at.line, at.alone, at.glow, words)
    return Scene(size, words_last(canvas.items))


def _drawing(canvas: Canvas, content: Content, frame: Shape, at: Places) -> float:
    """Draw the count or the change; returns the y above which there is room for words."""
    if content.change:
        return turn.draw(canvas, frame, at, content.change)
    if content.of:
        return horizon.draw(canvas, frame, at, content.of)
    return at.horizon - LEAST_ALONE * at.alone


SUMMARY = "One figure, large, with what counts above a horizon, or a line that turns from what was to what is."
KIND = Kind("big_number", SUMMARY, BigNumber, content, lay_out, alt, description, check)
