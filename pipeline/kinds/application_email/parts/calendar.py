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

RING = (9, -8), (2, -14), (-11, -11), (-12, 0), (-12, 10), (-2, 13), (5, 11), (14, 8), (15, -4), (7, -10)  # about a dot
MONTH_MEASURE, MONTH_BASELINE = 120, 27


def days(first_weekday: int, count: int, circled: int, *, rtl: bool) -> Drawing:
    """The dots of a month that begins on a weekday, Monday being 0, and the ring about one of its days.

    The ring is drawn as by hand: it overshoots where it closes.
    """
    middles = []
    for index in range(first_weekday, first_weekday + count):
        row, column = divmod(index, 7)
        middles.append((FIRST_X + (6 - column if rtl else column) * PITCH_X, FIRST_Y + row * PITCH_Y))
    dots = [Block(x - DOT / 2, y - DOT / 2, DOT, DOT, "sheet_dim", 2) for x, y in middles]
    dots[circled - 1] = dots[circled - 1]._replace(color="sheet_ink")
    x, y = middles[circled - 1]
    start, *rest = (f"{px + x:g} {py + y:g}" for px, py in RING)
    return (*dots, Line(f"M{start} C{' '.join(rest)}", "circle", 3))
