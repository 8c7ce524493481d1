"""The paths' names, all of a map alike: beside their lines, on plates on them, or as numbers that a list explains.

up to three paths    from four on           where one does not fit
Go deeper
━━●━━━━━━            ━[Go deeper]━●━━━      ━①━●━━━━━━         ① Go deeper ...
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.color import Color
from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap import marks
from pipeline.kinds.career_roadmap.looks import Look
from pipeline.kinds.career_roadmap.measures import DISC, Measures
from pipeline.kinds.career_roadmap.model import Plan
from pipeline.kinds.career_roadmap.transit.blocks import Measured, measured
from pipeline.kinds.career_roadmap.transit.routes import Route
from pipeline.layout.canvas import Canvas
from pipeline.records import NamedTuple
from pipeline.theme import Colors

STEPS = ((1.0, 1), (0.92, 1), (1.0, 2), (0.92, 2), (0.84, 2))  # of names beside their lines: sizes, most lines
PLATE_STEPS = (1.0, 0.95)
PADDING, HEIGHT, CORNER = 0.62, 1.74, 0.26  # of a plate: in sizes of its text, the corner in heights
FLATTEST, MOST_OF_STEP = 1.25, 0.94  # of a plate: the least height, in sizes of its text; the most, in steps of lanes
ABOVE = 9.1  # from a station's halo to the baseline of the path's name, px of the reference; as in the comps
BELOW_TURN = 34.0  # from a lane's turn to the path's name, where lanes run down
ASIDE_DISC = 0.76  # radius of a number's disc beside its line, or in the list, in sizes of a name


class Names(NamedTuple):
    """How the names are shown: `scale` of their size, in at most so many `lines`; 0 lines: by number."""

    texts: tuple[Measured, ...]
    scale: float
    lines: int
    hyphenates: bool = False


def chosen(canvas: Canvas, at: Measures, plan: Plan, routes: Sequence[Route], looks: Sequence[Look]) -> Names:
    """The first way to show all names that has room for each."""
    page = canvas.page
    colors = [on_plate(look.words, page.theme.colors) if at.has_plates else look.words for look in looks]
    texts = tuple(
        measured(path.name, canvas.style(at.name, color, 600)._replace(leading=1.1), page)
        for path, color in zip(plan.paths, colors, strict=True)
    )
    if at.has_plates:
        room = at.first_tick - at.station_reach - at.gap - 0.6 * at.name - at.plate
        for scale in PLATE_STEPS:
            padded = max(text.width for text in texts) * scale + 2 * PADDING * at.name * scale
            is_flat = FLATTEST * at.name * scale > MOST_OF_STEP * at.step
            if padded <= room and at.name * scale >= at.smallest - 1e-6 and not is_flat:
                return Names(texts, scale, 1)
        return Names(texts, 1.0, 0)
    for hyphenates in (False, True):
        for factor, most in STEPS if at.runs == "down" else STEPS[:2]:
            scale = max(factor, at.smallest / at.name)
            rooms = [_measure(at, routes, index) / scale for index in range(len(texts))]
            broken = [text.lines(room, hyphenated=hyphenates) for text, room in zip(texts, rooms, strict=True)]
            if all(lines and len(lines) <= most for lines in broken):
                return Names(texts, scale, most, hyphenates)
    return Names(texts, 1.0, 0)


def length(at: Measures, names: Names, index: int) -> float:
    """How long a path's plate is, or the disc of its number; 0 where its name stands beside its line."""
    text = names.texts[index]
    if not at.has_plates or not text.leaf:
        return 0.0
    if not names.lines:
        return 2 * at.disc
    return (text.width + 2 * PADDING * at.name) * names.scale


def draw(canvas: Canvas, at: Measures, names: Names, routes: Sequence[Route], looks: Sequence[Look]) -> list[Rect]:
    """Draw them; the boxes that they fill, lane by lane."""
    boxes = []
    for index, (text, route, look) in enumerate(zip(names.texts, routes, looks, strict=True)):
        place = at.point(at.plate, route.lane) if at.has_plates else _place(at, route)
        if not text.leaf:
            boxes.append(Rect(*place, 0.0, 0.0))
        elif not names.lines:
            radius = at.disc if at.has_plates else ASIDE_DISC * at.name
            center = Point(place.x + radius, place.y if at.has_plates else place.y - radius)
            boxes.append(numbered(canvas, at, center, index + 1, look.words, f"{text.leaf.field}.number", radius))
        elif at.has_plates:
            boxes.append(_plate(canvas, at, names, index, place, look.words))
        else:
            set_ = text.paragraph(_measure(at, routes, index), names.scale)
            boxes.append(canvas.paragraph(set_, place.x, place.y - set_.depth))
    return boxes


def zones(at: Measures, names: Names, routes: Sequence[Route]) -> list[tuple[float, float]]:
    """From where to where along its lane each name beside it stands; plates and discs stand before the lanes begin."""
    found = []
    for index, (text, route) in enumerate(zip(names.texts, routes, strict=True)):
        if at.has_plates or not text.leaf:
            found.append((0.0, 0.0))
            continue
        (x, y), scale = _place(at, route), names.scale
        lines = text.lines(_measure(at, routes, index) / scale, hyphenated=names.hyphenates) or (2 * text.size,)
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


def _plate(canvas: Canvas, at: Measures, names: Names, index: int, place: Point, color: Color) -> Rect:
    size = at.name * names.scale
    height = min(HEIGHT * size, MOST_OF_STEP * at.step)
    box = Rect(place.x, place.y - height / 2, length(at, names, index), height)
    canvas.box(box, color, CORNER * box.height)
    text = names.texts[index].paragraph(box.width, names.scale)
    canvas.paragraph(text, place.x + PADDING * size, place.y + 0.33 * size)
    return box


def _place(at: Measures, route: Route) -> Point:
    """Where a name beside its line begins: its left edge and its last baseline."""
    unit = at.unit
    if at.runs == "right":
        return Point(at.first_tick - at.station_reach, route.lane - at.station_reach - at.gap - ABOVE * unit)
    return Point(route.lane + at.station_reach + at.gap + at.away, at.split + at.bend + BELOW_TURN * unit)


def _measure(at: Measures, routes: Sequence[Route], index: int) -> float:
    x = _place(at, routes[index]).x
    return (at.card.x - 8 * at.unit if at.runs == "right" else column_end(at, routes, index)) - x


def column_end(at: Measures, routes: Sequence[Route], index: int) -> float:
    """How far right words beside a lane that runs down may reach."""
    unit = at.unit
    if index + 1 < len(routes):
        return routes[index + 1].lane - at.goal_radius - 16 * unit
    return at.width - at.margin + 12 * unit
