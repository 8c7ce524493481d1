"""The writing on the wall: the month on the calendar, the lines on the note."""

from __future__ import annotations

from pipeline.kinds.application_email import lettering
from pipeline.kinds.application_email.drawing import Palette
from pipeline.kinds.application_email.parts import calendar as calendar_part
from pipeline.kinds.application_email.parts import note as note_part
from pipeline.kinds.application_email.spec import Calendar, Note
from pipeline.scene import Item
from pipeline.theme import Faces
from pipeline.typography import TextStyle, Typesetter

MONTH_SIZES = 20.0, 18, 16, 14.5, 13
TITLE_SIZES: tuple[float, ...] = 19, 17.5, 16, 14.5, 13
LINE_SIZES: tuple[float, ...] = 17.5, 16, 14.5, 13


def month_name(shown: Calendar, palette: Palette, faces: Faces, typesetter: Typesetter) -> tuple[Item, ...]:
    """The month's name in the middle of the calendar's head."""
    style = TextStyle(faces.text, 20, palette["calendar_on"], 600)
    measure = calendar_part.MONTH_MEASURE
    name = lettering.line(
        typesetter, shown.month, style, MONTH_SIZES, measure, "calendar.month", "calendar's head", "center"
    )
    return name.placed(calendar_part.MONTH_X, calendar_part.MONTH_BASELINE)


def note_lines(shown: Note, palette: Palette, faces: Faces, typesetter: Typesetter) -> tuple[Item, ...]:
    """The title in bold and the lines below it."""
    plain = TextStyle(faces.text, 17.5, palette["sticky_ink"])
    bold = plain._replace(weight=700)
    written = [(shown.title, bold, TITLE_SIZES, "note.title")] if shown.title else []
    written += [(line, plain, LINE_SIZES, f"note.lines[{index}]") for index, line in enumerate(shown.lines)]
    items: list[Item] = []
    for (text, style, sizes, role), baseline in zip(written, note_part.BASELINES, strict=False):
        set_ = lettering.line(typesetter, text, style, sizes, note_part.TEXT_MEASURE, role, "note")
        items += set_.placed(note_part.TEXT_X, baseline)
    return tuple(items)
