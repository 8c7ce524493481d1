"""The weeks ahead as a calendar: each day with what is due on it, as names where a day is broad, else as dots.

Mon       Tue       Wed      ...
16        17        18                before the day the board shows: muted
-------------------------------
23        24        25
Halden    Nordvale  **                the offer in persimmon
"""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.curves import circle
from pipeline.geometry import Point, Rect
from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.content import Row
from pipeline.kinds.applications_dashboard.panels import Drawing

LEAST_ROW, MOST_ROW, MOST_WEEKS = 2.7, 4.2, 6  # em of the meta size
NAMES_FROM = 6.0  # width of a day, em of the meta size
HEAD = 1.9
MOST_DOTS = 4


def rows_height(canvas: BoardCanvas, width: float) -> float:
    """The height of a cell in which five weeks stand."""
    return canvas.measures.around((HEAD + 5 * LEAST_ROW + 0.5) * canvas.meta)


def draw(canvas: BoardCanvas, cell: Rect) -> None:
    """The panel in its cell of the board."""
    room, words, meta = canvas.measures.inside(cell), canvas.words, canvas.meta
    as_of = canvas.content.figures.as_of
    if as_of is None:
        canvas.heading(room, words.shown.calendar)
        return
    top = room.y + canvas.measures.heading + (HEAD + 0.4) * meta
    free = cell.bottom - 0.8 * meta - top
    weeks = max(1, min(MOST_WEEKS, int(free / (LEAST_ROW * meta))))
    first = as_of - timedelta(days=(as_of.weekday() - words.habits.week_start) % 7)
    days = [first + timedelta(days=at) for at in range(7 * weeks)]
    due: dict[date, list[Row]] = {day: [] for day in days}
    for each in canvas.content.steps:
        if each.next_date in due:
            due[each.next_date].append(each)
    remark = canvas.content.of_steps(sum(map(len, due.values())))
    canvas.heading(room, words.shown.calendar, remark)
    width, height = room.width / 7, min(MOST_ROW * meta, free / weeks)
    for at, day in enumerate(days[:7]):
        x, name = room.x + at * width, words.weekdays[day.weekday()]
        canvas.write(x, top - 0.6 * meta, name, canvas.quiet, width - 0.3 * meta, "panels.calendar.weekday")
    for at, day in enumerate(days):
        week, weekday = divmod(at, 7)
        y = top + week * height
        if weekday == 0:
            canvas.across(room.x, room.right, y, canvas.colors.rule)
        _day(canvas, Rect(room.x + weekday * width, y, width - 0.4 * meta, height), day, as_of, due[day])


def _day(canvas: BoardCanvas, place: Rect, day: date, as_of: date, due: list[Row]) -> None:
    meta, colors = canvas.meta, canvas.colors
    strong = bool(due) or day == as_of
    fill = colors.muted if day < as_of and not due else colors.accent if day == as_of else colors.ink_2
    look = canvas.style(meta, fill, 600 if strong else 400, tabular=True)
    text = canvas.words.day(day) if day.day == 1 else canvas.number(day.day)
    text = text if canvas.measure(text, look) <= place.width else canvas.number(day.day)
    canvas.text(place.x, place.y + 1.15 * meta, text, look, role="panels.calendar.day")
    if not due:
        return
    baseline = place.y + 2.25 * meta
    if place.width >= NAMES_FROM * meta:
        _names(canvas, place, baseline, due)
        return
    radius, pitch = 0.24 * meta, 0.68 * meta
    for at, each in enumerate(due[:MOST_DOTS]):
        center = Point(place.x + radius + at * pitch, baseline - 0.3 * meta)
        canvas.shape(circle(center, radius), colors.accent_2 if each.stage == "offer" else colors.accent)
    if len(due) > MOST_DOTS:
        plus = canvas.style(meta, colors.ink_2, tabular=True)
        x = place.x + MOST_DOTS * pitch
        rest = f"+{canvas.number(len(due) - MOST_DOTS)}"
        if x + canvas.measure(rest, plus) <= place.right:
            canvas.text(x, baseline, rest, plus, role="panels.calendar.dots")


def _names(canvas: BoardCanvas, place: Rect, baseline: float, due: list[Row]) -> None:
    """The first company, and how many more are due that day."""
    meta, colors = canvas.meta, canvas.colors
    first = next((each for each in due if each.stage == "offer"), due[0])
    look = canvas.style(meta, colors.accent_2_text if first.stage == "offer" else colors.ink, 600)
    rest = f"+{canvas.number(len(due) - 1)}" if len(due) > 1 else ""
    plus = canvas.style(meta, colors.muted, tabular=True)
    room = place.width - (canvas.measure(rest, plus) + 0.4 * meta if rest else 0)
    width = canvas.write(place.x, baseline, first.name.text, look, room, first.name.field)
    canvas.text(place.x + width + 0.4 * meta, baseline, rest, plus, role="panels.calendar.more")


PANEL = Drawing(draw, 12.0, rows_height, is_beside=True)
