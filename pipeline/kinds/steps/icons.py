"""Icons: small outlines with round line ends, drawn by us, that stand beside words and never alone.

+--------+   Each is path data in a box of 24 px, 3 px of it clear at every side, whose line is 1.9 px wide.
|  .--.  |   Pages from right to left do not turn them: a tick or a handset has no reading direction.
|  |12|  |
+--------+
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from pipeline.color import Color
from pipeline.curves import parse
from pipeline.geometry import Affine, Point
from pipeline.layout.canvas import Canvas
from pipeline.scene import Segment

BOX, LINE = 24, 1.9

Icon: TypeAlias = Literal[
    "mail", "call", "chat", "calendar", "clock", "pencil", "document", "search", "check", "people", "idea", "star"
]

OUTLINES: dict[Icon, str] = {
    "mail": "M5 5 H19 A2 2 0 0 1 21 7 V17 A2 2 0 0 1 19 19 H5 A2 2 0 0 1 3 17 V7 A2 2 0 0 1 5 5 Z "
    "M3.8 7.2 L12 13.2 L20.2 7.2",
    "call": "M5.5 3.5 H8 L10 8 L7.6 9.6 A11.65 11.65 0 0 0 14.4 16.4 L16 14 L20.5 16 V18.5 A2 2 0 0 1 18.5 20.5 "
    "A15 15 0 0 1 3.5 5.5 A2 2 0 0 1 5.5 3.5 Z",
    "chat": "M6 4 H18 A3 3 0 0 1 21 7 V13 A3 3 0 0 1 18 16 H12 L7.5 20.2 V16 H6 A3 3 0 0 1 3 13 V7 A3 3 0 0 1 6 4 Z "
    "M8 8.3 H16 M8 11.7 H13",
    "calendar": "M5.5 5 H18.5 A2 2 0 0 1 20.5 7 V18.5 A2 2 0 0 1 18.5 20.5 H5.5 A2 2 0 0 1 3.5 18.5 V7 "
    "A2 2 0 0 1 5.5 5 Z M3.5 10 H20.5 M8 3 V7 M16 3 V7",
    "clock": "M21 12 A9 9 0 1 1 3 12 A9 9 0 1 1 21 12 Z M12 7 V12 L15.4 14.2",
    "pencil": "M4 20 L5.2 15.2 L15.8 4.6 A2.55 2.55 0 0 1 19.4 8.2 L8.8 18.8 Z M13.6 6.8 L17.2 10.4",
    "document": "M14 3 H7 A2 2 0 0 0 5 5 V19 A2 2 0 0 0 7 21 H17 A2 2 0 0 0 19 19 V8 Z M14 3 V8 H19 M9 12.6 H15 "
    "M9 16.6 H15",
    "search": "M17 10.5 A6.5 6.5 0 1 1 4 10.5 A6.5 6.5 0 1 1 17 10.5 Z M15.3 15.3 L20.5 20.5",
    "check": "M21 12 A9 9 0 1 1 3 12 A9 9 0 1 1 21 12 Z M7.8 12.4 L10.8 15.3 L16.2 9.2",
    "people": "M12 8 A3.3 3.3 0 1 1 5.4 8 A3.3 3.3 0 1 1 12 8 Z M3 19.8 A5.7 5.7 0 0 1 14.4 19.8 "
    "M15.2 4.9 A3.3 3.3 0 0 1 15.2 11.1 M17 14.6 A5.7 5.7 0 0 1 21 19.8",
    "idea": "M9.4 17.4 V15.4 A6.3 6.3 0 1 1 14.6 15.4 V17.4 Z M10.2 20.8 H13.8",
    "star": "M12 3.2 L14.6 9 L20.9 9.7 L16.2 13.9 L17.5 20.1 L12 17 L6.5 20.1 L7.8 13.9 L3.1 9.7 L9.4 9 Z",
}


def icon(canvas: Canvas, name: Icon, corner: Point, side: float, color: Color) -> None:
    """Draw an icon whose box begins at `corner`, where reading does."""
    scale = side / BOX
    left, step = (corner.x + side, -scale) if canvas.page.mirrored else (corner.x, scale)  # turned twice: as it is
    outline = tuple(_placed(segment, Affine(step, 0, 0, scale, left, corner.y)) for segment in parse(OUTLINES[name]))
    canvas.shape(outline, line=color, width=LINE * scale)


def _placed(segment: Segment, matrix: Affine) -> Segment:
    name, *values = segment
    points = (matrix.apply(x, y) for x, y in zip(values[::2], values[1::2], strict=True))
    return (name, *(value for point in points for value in point))
