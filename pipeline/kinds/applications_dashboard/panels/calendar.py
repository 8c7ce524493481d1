"""The weeks ahead as a calendar: each day with what is due on it, as names where a day is broad, else as dots.

Mon       Tue       Wed      ...
16        17        18                before the day the board shows: muted
-------------------------------
23        24        25
Halden    Nordvale  **                the offer in persimmon
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.curves import circle
from pipeline.geometry import Point, Rect
from pipeline.kinds.applications_dashboard.content import Content, Row
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.panels import heading
from pipeline.kinds.applications_dashboard.panels.drawing import Drawing
from pipeline.layout.canvas import Canvas

LEAST_ROW, MOST_ROW, MOST_WEEKS = 2.7, 4.2, 6  # em of the meta size
NAMES_FROM = 6.0  # width of a day, em of the meta size
HEAD = 1.9
MOST_DOTS = 4


def rows_height(frame: Frame, content: Content, width: float) -> float:
    """The height of a cell in which five weeks stand."""
    return frame.gaps[2] + frame.heading + (HEAD + 5 * LEAST_ROW + 0.5) * frame.meta + frame.gaps[3]


def draw(canvas: Canvas, frame: Frame, content: Content, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, said, meta = frame.inside(cell), content.words, frame.meta
    as_of = content.figures.as_of
    top = room.y + frame.heading + (HEAD + 0.4) * meta
    weeks = max(1, min(MOST_WEEKS, int((cell.bottom - 0.8 * meta - top) / (LEAST_ROW * meta))))
    first = as_of - timedelta(days=(as_of.weekday() - said.week_start) % 7) if as_of else None
    due = _due(content.steps, first, weeks)
    remark = content.of_steps(sum(map(len, due.values()))) if first else ""
    heading.draw(canvas, frame, room, said.shown.calendar, remark)
    if first is None or as_of is None:
        return
    width = room.width / 7
    height = min(MOST_ROW * meta, (cell.bottom - 0.8 * meta - top) / weeks)
    look = canvas.style(meta, canvas.colors.muted)
    for at, name in enumerate(said.weekdays[said.week_start :] + said.weekdays[: said.week_start]):
        text = canvas.cut(name, look, width - 0.3 * meta)
        canvas.text(room.x + at * width, top - 0.6 * meta, text, look, role="panels.calendar.weekday")
    for week in range(weeks):
        y = top + week * height
        canvas.across(room.x, room.right, y, canvas.colors.rule)
        for at in range(7):
            day = first + timedelta(days=7 * week + at)
            place = Rect(room.x + at * width, y, width - 0.4 * meta, height)
            _day(canvas, frame, content, place, day, as_of, due.get(day, []))


def _due(steps: Sequence[Row], first: date | None, weeks: int) -> dict[date, list[Row]]:
    """What is due on each of the days shown."""
    due: dict[date, list[Row]] = {}
    for each in steps:
        if first and each.next_date and 0 <= (each.next_date - first).days < 7 * weeks:
            due.setdefault(each.next_date, []).append(each)
    return due


def _day(canvas: Canvas, frame: Frame, content: Content, place: Rect, day: date, as_of: date, due: list[Row]) -> None:
    meta, colors = frame.meta, canvas.colors
    strong = bool(due) or day == as_of
    fill = colors.muted if day < as_of and not due else colors.accent if day == as_of else colors.ink_2
    look = canvas.style(meta, fill, 600 if strong else 400, tabular=True)
    text = content.words.day(day) if day.day == 1 else str(day.day)
    text = text if canvas.measure(text, look) <= place.width else str(day.day)
    canvas.text(place.x, place.y + 1.15 * meta, text, look, role="panels.calendar.day")
    if not due:
        return
    baseline = place.y + 2.25 * meta
    if place.width >= NAMES_FROM * meta:
        _names(canvas, meta, place, baseline, due)
        return
    radius, pitch = 0.24 * meta, 0.68 * meta
    for at, each in enumerate(due[:MOST_DOTS]):
        center = Point(place.x + radius + at * pitch, baseline - 0.3 * meta)
        canvas.shape(circle(center, radius), colors.accent_2 if each.stage == "offer" else colors.accent)
    if len(due) > MOST_DOTS:
        plus = canvas.style(meta, colors.ink_2, tabular=True)
        x = place.x + MOST_DOTS * pitch
        rest = f"+{len(due) - MOST_DOTS}"
        if x + canvas.measure(rest, plus) <= place.right:
            canvas.text(x, baseline, rest, plus, role="panels.calendar.dots")


def _names(canvas: Canvas, meta: float, place: Rect, baseline: float, due: list[Row]) -> None:
    """The first company, and how many more are due that day."""
    colors = canvas.colors
    first = next((each for each in due if each.stage == "offer"), due[0])
    look = canvas.style(meta, colors.accent_2_text if first.stage == "offer" else colors.ink, 600)
    rest = f"+{len(due) - 1}" if len(due) > 1 else ""
    plus = canvas.style(meta, colors.muted, tabular=True)
    room = place.width - (canvas.measure(rest, plus) + 0.4 * meta if rest else 0)
    name = canvas.cut(first.name.text, look, room)
    width = canvas.text(place.x, baseline, name, look, role=first.name.field)
    canvas.text(place.x + width + 0.4 * meta, baseline, rest, plus, role="panels.calendar.more")


PANEL = Drawing(draw, 12.0, rows_height, is_beside=True)
