"""Steps: two to twelve, numbered; each is a line that keeps running, and the result is where all of them arrive.

    Turn a no into          +--------+      side by side where a page is wide, else below one another;
    | 1      | 2            | Result |      the start comes from the page's edge, lighter and without a number
    | Wait   | Ask          | One    |
    |        '--------------|-(      |
    '-----------------------|-( o )  |
    ========================|=(      |
    Start  A short no       +--------+

What stands side by side: `columns`; below one another, and where columns are too narrow for their words: `rows`.
"""

from contextlib import suppress

from pipeline.errors import FitError
from pipeline.geometry import Rect, Size
from pipeline.kinds.kind import Kind
from pipeline.kinds.steps import columns, rows
from pipeline.kinds.steps.alt import alt, description
from pipeline.kinds.steps.content import Content, content
from pipeline.kinds.steps.spec import Steps, check
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.layout.shape import shape
from pipeline.scene import Box, LeftOut, Scene, words_last
from pipeline.theme import Theme
from pipeline.typography import Typesetter


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The steps side by side if they fit so, else in rows; raises FitError for what fits in neither."""
    frame, page = shape(size), Page(size, theme, typesetter, content.is_mirrored)
    if frame.name == "wide" and len(content.steps) <= columns.MOST:
        with suppress(FitError):
            canvas = frame.canvas(page)
            if columns.draw(canvas, frame, content):
                return _scene(canvas)
    canvas = frame.canvas(page)
    return _scene(canvas, rows.draw(canvas, frame, content))


def _scene(canvas: Canvas, left_out: tuple[LeftOut, ...] = ()) -> Scene:
    size = canvas.page.size
    return Scene(size, words_last((Box(Rect.of(size), fill=canvas.colors.paper), *canvas.items)), left_out=left_out)


KIND = Kind(
    "steps",
    "Numbered steps whose lines join and lead to a result.",
    Steps,
    content,
    lay_out,
    alt,
    description,
    check,
)
