"""The calendar on the wall, 136 x 162: a head with the month, a dot for each day, one of them circled.

Monday stands first. The rows are those of the month: four, five or six.
"""

from __future__ import annotations

from pipeline.kinds.application_email.drawing import Area, Block, Drawing, Line

WIDTH, HEIGHT = 136, 162
PITCH_X, PITCH_Y = 16, 17
FIRST_X, FIRST_Y = 20, 56  # the middle of Monday's dot in the first row
DOT = 7

SHEET = (
    Block(0, 24, 136, 138, "frame_shade", 8),
    Area("M0 39 H136 V150 A8 8 0 0 1 128 158 H8 A8 8 0 0 1 0 150 Z", "sheet"),
    Area("M0 40 V8 A8 8 0 0 1 8 0 H128 A8 8 0 0 1 136 8 V40 Z", "calendar_head"),
)

MONTH_MEASURE, MONTH_BASELINE = 120, 27


def days(first_weekday: int, count: int, circled: int, *, rtl: bool) -> Drawing:
    """The dots of a month that begins on a weekday, Monday being 0, and the ring about one of its days."""
    middles = [_middle(first_weekday + index, rtl) for index in range(count)]
    dots = [Block(x - DOT / 2, y - DOT / 2, DOT, DOT, "sheet_dim", 2) for x, y in middles]
    dots[circled - 1] = dots[circled - 1]._replace(color="sheet_ink")
    return (*dots, _ring(*middles[circled - 1]))


def _middle(index: int, rtl: bool) -> tuple[float, float]:
    """The middle of a dot by its number, from the first Monday's place on."""
    row, column = divmod(index, 7)
    return FIRST_X + (6 - column if rtl else column) * PITCH_X, FIRST_Y + row * PITCH_Y


def _ring(middle_x: float, middle_y: float) -> Line:
    """A ring drawn by hand about a day: it overshoots where it closes."""
    x, y = middle_x - 68, middle_y - 107  # drawn about (68, 107)
    points = ((77, 99), (70, 93), (57, 96), (56, 107), (56, 117), (66, 120), (73, 118), (82, 115), (83, 103), (75, 97))
    start, *rest = (f"{px + x:g} {py + y:g}" for px, py in points)
    return Line(f"M{start} C{' '.join(rest)}", "circle", 3)
