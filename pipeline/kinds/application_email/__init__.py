"""Application e-mail: a person at a laptop has read an e-mail, and is thinking about it.

    wall, window, signs      the hour outside; a circled day, a note: what comes next
    person                   chin on hand, elbow on the desk, looking at the screen
    laptop                   the e-mail, readable, on a plane turned in space

What things look like: `parts`; where they stand: `compositions`; their colours: `palettes` and `people`. Drawings come
first and texts last, so that pictures which differ in their texts alone share what is drawn.
"""

from __future__ import annotations

from pipeline.geometry import Size
from pipeline.kinds.application_email import signs
from pipeline.kinds.application_email.alt import alt, description
from pipeline.kinds.application_email.compositions import compose
from pipeline.kinds.application_email.content import Content, content
from pipeline.kinds.application_email.parts import calendar, note
from pipeline.kinds.application_email.screen import set_email
from pipeline.kinds.application_email.spec import ApplicationEmail, check
from pipeline.kinds.application_email.stage import drawings, set_stage, texts
from pipeline.kinds.kind import Kind
from pipeline.scene import Scene
from pipeline.theme import Theme
from pipeline.typography import Typesetter


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The room, the person, the laptop, and on it the e-mail."""
    on = set_stage(content, compose(size), theme)
    screen = set_email(content.email, on.palette, theme.faces, typesetter)
    places, written = on.frame.places, []
    if content.calendar:
        name = signs.month_name(content.calendar.month, on.palette, theme.faces, typesetter)
        written.append((places.calendar.matrix, calendar.WIDTH, name))
    if content.note:
        lines = signs.note_lines(content.note, on.palette, theme.faces, typesetter)
        written.append((places.note.matrix, note.WIDTH, lines))
    return Scene(size, (*drawings(on), *texts(on, screen.items, written)), left_out=screen.left_out)


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
