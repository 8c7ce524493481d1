"""The writing on the wall: the month on the calendar, the lines on the note, each in the largest size that has room."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.content import Leaf
from pipeline.errors import FitError, Problem
from pipeline.kinds.application_email.drawing import Palette
from pipeline.kinds.application_email.parts import calendar, note
from pipeline.layout.canvas import Canvas
from pipeline.typography import Paragraph, Span, TextStyle

MONTH_SIZES = 20.0, 18, 16, 14.5, 13
TITLE_SIZES: tuple[float, ...] = 19, 17.5, 16, 14.5, 13
LINE_SIZES: tuple[float, ...] = 17.5, 16, 14.5, 13


def write_month(canvas: Canvas, month: Leaf, palette: Palette) -> None:
    """The month's name in the middle of the calendar's head."""
    style = canvas.style(20, palette["calendar_on"], 600)
    name = _line(canvas, month, style, MONTH_SIZES, calendar.MONTH_MEASURE, "calendar's head")
    canvas.paragraph(name, (calendar.WIDTH - name.width) / 2, calendar.MONTH_BASELINE)


def write_note(canvas: Canvas, written: Sequence[Leaf], palette: Palette) -> None:
    """The title in bold and the lines below it."""
    for leaf, baseline in zip(written, note.BASELINES, strict=False):
        weight, sizes = (700, TITLE_SIZES) if leaf.field == "note.title" else (400, LINE_SIZES)
        style = canvas.style(sizes[0], palette["sticky_ink"], weight)
        canvas.paragraph(_line(canvas, leaf, style, sizes, note.TEXT_MEASURE, "note"), note.TEXT_X, baseline)


def _line(
    canvas: Canvas, leaf: Leaf, style: TextStyle, sizes: Sequence[float], measure: float, thing: str
) -> Paragraph:
    """One line of a thing; raises FitError with the number of characters that would fit."""
    for size in sizes:
        set_ = canvas.page.typesetter.set([Span(leaf.text, style._replace(size=size))], role=leaf.field)
        if set_.width <= measure:
            return set_
    held = int(len(leaf.text) * measure / set_.width)
    fact, hint = f"{len(leaf.text)} characters do not fit the {thing}", f"shorten it to about {held} characters"
    raise FitError(Problem(fact, hint=hint, field=leaf.field))
