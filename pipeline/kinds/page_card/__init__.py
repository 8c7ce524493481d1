"""Page card: the title of a page, large, for the previews of links to it; below it a quiet sun on the horizon.

    Site · Section               eyebrow
    Title of the page            display face, as large as the page allows
    What it is about.            description
                             _
    ------------------------(_)
    Author · 3 May 2026          byline

The horizon stays where it is; the title gives way first, then the description. Proportions: `places`.
"""

from __future__ import annotations

from pipeline.geometry import Rect, Size
from pipeline.kinds.kind import Kind
from pipeline.kinds.page_card import lettering
from pipeline.kinds.page_card.alt import alt, description
from pipeline.kinds.page_card.content import Content, content
from pipeline.kinds.page_card.places import places
from pipeline.kinds.page_card.spec import PageCard
from pipeline.layout.page import Page
from pipeline.layout.shape import shape
from pipeline.layout.sunrise import ALONE_CLEAR, LEAST_ALONE, draw_alone
from pipeline.scene import Box, Scene, words_last
from pipeline.theme import Theme
from pipeline.typography import Typesetter


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """Eyebrow, title and description above the horizon, the byline below; raises FitError for words without room."""
    frame = shape(size)
    canvas = frame.canvas(Page(size, theme, typesetter, content.is_mirrored))
    canvas.items.append(Box(Rect.of(size), fill=theme.colors.paper))
    at = places(frame)
    above = lettering.eyebrow(canvas, content.eyebrow, frame, at)
    lowest = at.horizon - LEAST_ALONE * at.sun - ALONE_CLEAR
    words = lettering.words(canvas, content, frame, at, above, lowest)
    draw_alone(canvas, frame, at.horizon, at.line, at.sun, at.glow, words)
    lettering.byline(canvas, content.byline, frame, at)
    return Scene(size, words_last(canvas.items))


KIND = Kind(
    "page_card",
    "The title of a page, large, with what it is about: for the previews of links to it.",
    PageCard,
    content,
    lay_out,
    alt,
    description,
)
