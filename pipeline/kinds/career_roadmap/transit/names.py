"""The paths' names, all of a map alike: beside their lines, on plates on them, or as numbers that a list explains.

up to three paths    from four on           where one does not fit
Go deeper
━━●━━━━━━            ━[Go deeper]━●━━━      ━①━●━━━━━━         ① Go deeper ...
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.color import Color
from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.measures import DISC, Measures
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.transit.blocks import Measured, measured
from pipeline.kinds.career_roadmap.transit.plot import Plot, lanes
from pipeline.layout.canvas import Canvas
from pipeline.theme import Colors

STEPS = ((1.0, 1), (0.92, 1), (1.0, 2), (0.92, 2), (0.84, 2))  # of names beside their lines: sizes, most lines
PLATE_STEPS = (1.0, 0.95)
PADDING, HEIGHT, CORNER = 0.62, 1.74, 0.26  # of a plate: in sizes of its text, the corner in heights
FLATTEST, MOST_OF_STEP = 1.25, 0.94  # of a plate: the least height, in sizes of its text; the most, in steps of lanes
ABOVE = 9.1  # from a station's halo to the baseline of the path's name, px of the reference; as in the comps
BELOW_TURN = 34.0  # from a lane's turn to the path's name, where lanes run down
ASIDE_DISC = 0.76  # radius of a number's disc beside its line, or in the list, in sizes of a name


class Names(NamedTuple):
    """How the names are shown: `scale` of their size, in at most so many `lines`; 0 lines: by number.

    `lengths` are those of plates and discs on the lines; 0 where a name stands beside its line.
    """

    texts: tuple[Measured, ...]
    scale: float = 1.0
    lines: int = 0
    hyphenates: bool = False
    lengths: tuple[float, ...] = ()


def chosen(canvas: Canvas, at: Measures, plan: Plan) -> Names:
    """The first way to show all names that has room for each."""
    colors = [look.words for look in marks.looks(plan.paths, canvas.colors)]
    if at.has_plates:
        colors = [on_plate(color, canvas.colors) for color in colors]
    texts = tuple(
        measured(path.name, canvas.style(at.name, color, 600)._replace(leading=1.1), canvas.page)
        for path, color in zip(plan.paths, colors, strict=True)
    )
    found = _on_plates(at, texts) if at.has_plates else _beside(at, texts)
    return found or Names(texts, lengths=tuple(2 * at.disc * (at.has_plates and bool(text.leaf)) for text in texts))


def _on_plates(at: Measures, texts: tuple[Measured, ...]) -> Names | None:
    room = at.first_tick - at.station_reach - at.gap - 0.6 * at.name - at.plate
    for scale in PLATE_STEPS:
        padded = [(text.width + 2 * PADDING * at.name) * scale for text in texts]
        is_flat = FLATTEST * at.name * scale > MOST_OF_STEP * at.step
        if max(padded) <= room and at.name * scale >= at.smallest - 1e-6 and not is_flat:
            lengths = (length * bool(text.leaf) for length, text in zip(padded, texts, strict=True))
            return Names(texts, scale, 1, lengths=tuple(lengths))
    return None


def _beside(at: Measures, texts: tuple[Measured, ...]) -> Names | None:
    for hyphenates in (False, True):
        for factor, most in STEPS if at.runs == "down" else STEPS[:2]:
            scale = max(factor, at.smallest / at.name)
            rooms = [_measure(at, index) / scale for index in range(at.paths)]
            broken = [text.lines(room, hyphenated=hyphenates) for text, room in zip(texts, rooms, strict=True)]
            if all(lines and len(lines) <= most for lines in broken):
                return Names(texts, scale, most, hyphenates, (0.0,) * at.paths)
    return None


def draw(canvas: Canvas, plot: Plot, names: Names) -> list[Rect]:
    """Draw them; the boxes that they fill, lane by lane."""
    at, boxes = plot.measures, []
    for index, (text, lane, length) in enumerate(zip(names.texts, plot.lanes, names.lengths, strict=True)):
        place, color = at.point(at.plate, lane.across) if at.has_plates else _place(at, lane.across), lane.look.words
        if not text.leaf:
            boxes.append(Rect(*place, 0.0, 0.0))
        elif not names.lines:
            radius = at.disc if at.has_plates else ASIDE_DISC * at.name
            center = Point(place.x + radius, place.y if at.has_plates else place.y - radius)
            boxes.append(numbered(canvas, at, center, index + 1, color, f"{text.leaf.field}.number", radius))
        elif at.has_plates:
            size = at.name * names.scale
            height = min(HEIGHT * size, MOST_OF_STEP * at.step)
            box = Rect(place.x, place.y - height / 2, length, height)
            canvas.box(box, color, CORNER * box.height)
            canvas.paragraph(text.paragraph(length, names.scale), place.x + PADDING * size, place.y + 0.33 * size)
            boxes.append(box)
        else:
            set_ = text.paragraph(_measure(at, index), names.scale)
            boxes.append(canvas.paragraph(set_, place.x, place.y - set_.depth))
    return boxes


def zones(plot: Plot, names: Names) -> list[tuple[float, float]]:
    """From where to where along its lane each name beside it stands; plates and discs stand before the lanes begin."""
    at, scale, found = plot.measures, names.scale, []
    for index, (text, lane) in enumerate(zip(names.texts, plot.lanes, strict=True)):
        if at.has_plates or not text.leaf:
            found.append((0.0, 0.0))
            continue
        x, y = _place(at, lane.across)
        lines = text.lines(_measure(at, index) / scale, hyphenated=names.hyphenates) or (2 * text.size,)
        high = y - (len(lines) - 1) * text.leading * scale - text.size
        found.append((x, x + max(lines) * scale) if at.runs == "right" else (high, y + 0.3 * text.size))
    return found


def numbered(canvas: Canvas, at: Measures, center: Point, number: int, color: Color, role: str, radius: float) -> Rect:
    """A number on a disc; its box."""
    size = max(radius / DISC, at.smallest)
    marks.disc(canvas, center, radius, color)
    letters = canvas.style(size, on_plate(color, canvas.colors), 700, "numerals")
    canvas.text(center.x, center.y + 0.36 * size, str(number), letters, anchor="middle", role=role)
    return Rect.around(center, radius)


def on_plate(color: Color, colors: Colors) -> Color:
    """The colour of words on a ground of that colour."""
    return max((colors.surface, colors.on_accent, colors.paper, colors.ink), key=color.contrast)


def column_end(at: Measures, index: int) -> float:
    """How far right words beside a lane that runs down may reach."""
    if index + 1 < at.paths:
        return lanes(at)[index + 1] - at.goal_radius - 16 * at.unit
    return at.width - at.margin + 12 * at.unit


def _place(at: Measures, across: float) -> Point:
    """Where a name beside its line begins: its left edge and its last baseline."""
    unit = at.unit
    if at.runs == "right":
        return Point(at.first_tick - at.station_reach, across - at.station_reach - at.gap - ABOVE * unit)
    return Point(across + at.station_reach + at.gap + at.away, at.split + at.bend + BELOW_TURN * unit)


def _measure(at: Measures, index: int) -> float:
    """Of a name beside its line."""
    right = at.card.x - 8 * at.unit if at.runs == "right" else column_end(at, index)
    return right - _place(at, lanes(at)[index]).x
