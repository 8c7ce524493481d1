"""The writing on the wall: the month on the calendar, the lines on the note."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.content import Leaf
from pipeline.kinds.application_email import lettering
from pipeline.kinds.application_email.drawing import Palette
from pipeline.kinds.application_email.parts import calendar as calendar_part
from pipeline.kinds.application_email.parts import note as note_part
from pipeline.scene import Item
from pipeline.theme import Faces
from pipeline.typography import TextStyle, Typesetter

MONTH_SIZES = 20.0, 18, 16, 14.5, 13
TITLE_SIZES: tuple[float, ...] = 19, 17.5, 16, 14.5, 13
LINE_SIZES: tuple[float, ...] = 17.5, 16, 14.5, 13


def month_name(month: Leaf, palette: Palette, faces: Faces, typesetter: Typesetter) -> tuple[Item, ...]:
    """The month's name in the middle of the calendar's head."""
    style = TextStyle(faces.text, 20, palette["calendar_on"], 600)
    measure = calendar_part.MONTH_MEASURE
    name = lettering.line(typesetter, month, style, MONTH_SIZES, measure, "calendar's head", "center")
    return name.placed(calendar_part.MONTH_X, calendar_part.MONTH_BASELINE)


def note_lines(written: Sequence[Leaf], palette: Palette, faces: Faces, typesetter: Typesetter) -> tuple[Item, ...]:
    """The title in bold and the lines below it."""
    plain = TextStyle(faces.text, 17.5, palette["sticky_ink"])
    items: list[Item] = []
    for leaf, baseline in zip(written, note_part.BASELINES, strict=False):
        is_title = leaf.field == "note.title"
        style, sizes = (plain._replace(weight=700), TITLE_SIZES) if is_title else (plain, LINE_SIZES)
        set_ = lettering.line(typesetter, leaf, style, sizes, note_part.TEXT_MEASURE, "note")
        items += set_.placed(note_part.TEXT_X, baseline)
    return tuple(items)
