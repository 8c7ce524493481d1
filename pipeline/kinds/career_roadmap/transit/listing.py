"""The list of what a map tells by number: paths on their discs, then milestones whose titles have no room.

① Pastry and chocolate work     7 Portfolio
② Teaching at the college       8 Mentoring
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.geometry import Point, Rect
from pipeline.kinds.career_roadmap.measures import Measures
from pipeline.kinds.career_roadmap.transit import names
from pipeline.kinds.career_roadmap.transit.ground import Ground, is_whole
from pipeline.kinds.career_roadmap.transit.measuring import measured
from pipeline.layout.canvas import Canvas
from pipeline.typography import TextStyle

LEAST_COLUMN = 15  # sizes of its words: the narrowest column
GUTTER = 1.2  # between columns, in sizes
ABOVE = 1.5  # free above the list, in sizes
LEADING, PATH_LEADING = 1.25, 1.75  # from entry to entry, in sizes
SPACE = 0.6  # of the size: from a number to its text
ASIDE = (0.0, -0.25, 0.25, -0.5, 0.5, -0.8, 0.8, -1.2)  # of a number's own length: how far it may give way
NUMBER_GAP = 2  # px between a number and anything else


class Entry(NamedTuple):
    """A number, what it stands for, and the colour of its path."""

    number: int
    leaf: Leaf
    color: Color
    is_path: bool = False

    @property
    def leading(self) -> float:
        """From entry to entry, in sizes."""
        return PATH_LEADING if self.is_path else LEADING

    @property
    def role(self) -> str:
        """The number's; no author writes it."""
        return f"{self.leaf.field}.number" if self.is_path else f"{self.leaf.field.removesuffix('title')}number"


class Place(NamedTuple):
    """Where an entry begins, and where its text is from that: indented, and set to a measure."""

    entry: Entry
    x: float
    baseline: float
    indent: float
    measure: float


def number_style(canvas: Canvas, at: Measures, color: Color) -> TextStyle:
    """The letters of a milestone's number."""
    return canvas.style(max(0.84 * at.meta, at.smallest), color, 600)


def beside(
    canvas: Canvas, at: Measures, entry: Entry, mark: Point, reach: float, ground: Ground, taken: Sequence[Rect]
) -> Rect | None:
    """Where the number of a milestone has room beside its mark, on either side of the lane, if it has."""
    letters = number_style(canvas, at, entry.color)
    width, size = canvas.measure(str(entry.number), letters), letters.size
    away, figures, height = max(reach, at.line / 2) + 3 * at.unit, 0.7 * size, 0.95 * size
    behind = Rect(mark.x + away, mark.y - figures / 2, width, figures)
    places = [behind] if at.runs == "right" else []  # a lane is free only behind its destination
    for aside in ASIDE:
        if at.runs == "right":
            x = mark.x + (aside - 0.5) * width
            places += [Rect(x, mark.y - away - height, width, height), Rect(x, mark.y + away, width, figures)]
        else:
            y = mark.y - figures / 2 + aside * height
            places += [Rect(mark.x + away, y, width, height), Rect(mark.x - away - width, y, width, height)]
    free = ground._replace(gap=NUMBER_GAP).joined_by([one.inset(-NUMBER_GAP) for one in taken])
    return next((each for each in places if free.bar(each) is None and is_whole(at.card, each)), None)


def write_number(canvas: Canvas, at: Measures, entry: Entry, box: Rect) -> None:
    """Write a milestone's number on the map."""
    letters = number_style(canvas, at, entry.color)
    canvas.text(box.x, box.y + 0.7 * letters.size, str(entry.number), letters, role=entry.role)


class _Grid(NamedTuple):
    """How many columns a list has, how wide each is, how far its texts are from its edge, and the gutter between."""

    columns: int
    width: float
    indent: float
    gutter: float


def needed(canvas: Canvas, at: Measures, entries: Sequence[Entry], width: float) -> float:
    """How high a list of these has to be where it is so wide."""
    grid = _grid(canvas, at, entries, width)
    heights = [_height(canvas, at, entry, grid) for entry in entries]
    height = max(max(heights), sum(heights) / grid.columns)
    while placed(canvas, at, entries, Rect(0, 0, width, height)) is None:
        height += at.meta / 2
    return ceil(height + ABOVE * at.meta)


def placed(canvas: Canvas, at: Measures, entries: Sequence[Entry], room: Rect) -> list[Place] | None:
    """Where each entry stands in the room, column by column; None where they are too many."""
    grid = _grid(canvas, at, entries, room.width)
    column, y = 0, room.y
    found = []
    for entry in entries:
        height, size = _height(canvas, at, entry, grid), _letters(canvas, at, entry).size
        if y + height > room.bottom + 0.01 and y > room.y:
            column, y = column + 1, room.y
        if column >= grid.columns or y + height > room.bottom + 0.01:
            return None
        x = room.x + column * (grid.width + grid.gutter)
        found.append(Place(entry, x, y + (entry.leading / 2 + 0.33) * size, grid.indent, grid.width - grid.indent))
        y += height
    return found


def draw(canvas: Canvas, at: Measures, places: Sequence[Place]) -> None:
    """Write the list."""
    for entry, x, baseline, indent, measure in places:
        letters = _letters(canvas, at, entry)
        if entry.is_path:
            radius = names.ASIDE_DISC * at.name
            center = Point(x + radius, baseline - 0.33 * letters.size)
            names.numbered(canvas, at, center, entry.number, entry.color, entry.role, radius)
        else:
            canvas.text(x, baseline, str(entry.number), number_style(canvas, at, entry.color), role=entry.role)
        canvas.paragraph(measured(entry.leaf, letters, canvas.page).paragraph(measure), x + indent, baseline)


def _letters(canvas: Canvas, at: Measures, entry: Entry) -> TextStyle:
    colors = canvas.colors
    if entry.is_path:
        return canvas.style(max(at.stop, at.smallest), colors.ink, 600)._replace(leading=1.2)
    return canvas.style(at.meta, colors.ink_2)._replace(leading=1.2)


def _grid(canvas: Canvas, at: Measures, entries: Sequence[Entry], width: float) -> _Grid:
    """As many columns as hold the longest entry on one line, or as are not too narrow."""
    size, last = at.meta, entries[-1]
    numbers = [canvas.measure(str(last.number), number_style(canvas, at, last.color))]
    if entries[0].is_path:
        numbers.append(2 * names.ASIDE_DISC * at.name)
    indent, gutter = max(numbers) + SPACE * size, GUTTER * size
    widths = (measured(entry.leaf, _letters(canvas, at, entry), canvas.page).width for entry in entries)
    columns = max(1, int(width / (LEAST_COLUMN * size)), int((width + gutter) // (max(widths) + indent + 1 + gutter)))
    columns = min(columns, len(entries))
    return _Grid(columns, (width - (columns - 1) * gutter) / columns, indent, gutter)


def _height(canvas: Canvas, at: Measures, entry: Entry, grid: _Grid) -> float:
    text = measured(entry.leaf, _letters(canvas, at, entry), canvas.page)
    measure = grid.width - grid.indent
    lines = text.lines(measure, hyphenated=True)
    count = len(lines) if lines else ceil(text.width / measure)
    return entry.leading * text.size + (count - 1) * text.leading
