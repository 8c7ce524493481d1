"""Application e-mail: a person at a laptop has read an e-mail, and is thinking about it.

    window, wall             the hour outside; a circled day and a note: what comes next
    person                   chin on hand, elbow on the desk, looking at the screen; or in another mood: `moods`
    laptop                   the e-mail, readable, on a plane turned in space

What things look like: `parts`; where they stand: `compositions`; their colours: `palettes` and `people`. Drawings come
first and texts last, so that pictures which differ in their texts alone share what is drawn.
"""

from __future__ import annotations

from pipeline.geometry import Affine, Size
from pipeline.kinds.application_email import wall
from pipeline.kinds.application_email.alt import alt, description
from pipeline.kinds.application_email.compositions import compose
from pipeline.kinds.application_email.content import Content, content
from pipeline.kinds.application_email.parts import calendar, laptop, note
from pipeline.kinds.application_email.screen import set_email
from pipeline.kinds.application_email.spec import ApplicationEmail, check
from pipeline.kinds.application_email.stage import drawings, set_stage, texts
from pipeline.kinds.kind import Kind
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.scene import Scene
from pipeline.theme import Theme
from pipeline.typography import Typesetter


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The room, the person, the laptop, and on it the e-mail."""
    on = set_stage(content, compose(size), theme)
    places, palette, written = on.places, on.palette, []

    def plate(matrix: Affine, width: float, height: float) -> Canvas:
        canvas = Canvas(Page(Size(width, height), theme, typesetter, content.is_mirrored))
        written.append((matrix, canvas))
        return canvas

    left_out = set_email(plate(places.screen, laptop.SCREEN_WIDTH, laptop.SCREEN_HEIGHT), content.email, palette)
    if content.calendar:
        sheet = plate(places.calendar.matrix, calendar.WIDTH, calendar.HEIGHT)
        wall.write_month(sheet, content.calendar.month, palette)
    if content.note:
        wall.write_note(plate(places.note.matrix, note.WIDTH, note.WIDTH), content.note, palette)
    return Scene(size, (*drawings(on), *texts(on, written)), left_out=left_out)


KIND = Kind(
    "application_email",
    "A person at a laptop reads an e-mail: the illustrated scene.",
    ApplicationEmail,
    content,
    lay_out,
    alt,
    description,
    check,
)
