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
from pipeline.kinds.career_roadmap.transit.blocks import measured
from pipeline.kinds.career_roadmap.transit.ground import Ground, is_whole
from pipeline.kinds.career_roadmap.transit.plot import Station
from pipeline.layout.canvas import Canvas
from pipeline.typography import Paragraph, TextStyle

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

    def leading(self, text: Paragraph) -> float:
        """From entry to entry, no closer than what the ink of a line like its own takes."""
        return max((PATH_LEADING if self.is_path else LEADING) * text.size, text.apart_from(text))

    @property
    def role(self) -> str:
        """The number's; no author writes it."""
        return f"{self.leaf.field}.number" if self.is_path else f"{self.leaf.field.removesuffix('title')}number"


def number_style(canvas: Canvas, at: Measures, color: Color) -> TextStyle:
    """The letters of a milestone's number."""
    return canvas.style(max(0.84 * at.meta, at.smallest), color, 600)


def write_beside(
    canvas: Canvas, at: Measures, entry: Entry, station: Station, ground: Ground, taken: Sequence[Rect]
) -> Rect | None:
    """Write the number of a milestone beside its small mark, on either side of the lane, if it has room; its box."""
    mark, reach = station.at, station.small
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
    box = next((each for each in places if free.bar(each) is None and is_whole(at.card, each)), None)
    if box:
        canvas.text(box.x, box.y + 0.7 * size, str(entry.number), letters, role=entry.role)
    return box


class Listing:
    """A list of these, so wide: as many columns as hold the longest entry on one line, or as are not too narrow."""

    def __init__(self, canvas: Canvas, at: Measures, entries: Sequence[Entry], width: float) -> None:
        self.canvas, self.at, self.entries = canvas, at, entries
        size, last = at.meta, entries[-1]
        numbers = [canvas.measure(str(last.number), number_style(canvas, at, last.color))]
        if entries[0].is_path:
            numbers.append(2 * names.ASIDE_DISC * at.name)
        path = canvas.style(max(at.stop, at.smallest), canvas.colors.ink, 600)._replace(leading=1.2)
        stop = canvas.style(at.meta, canvas.colors.ink_2)._replace(leading=1.2)
        texts = [measured(entry.leaf, path if entry.is_path else stop, canvas.page) for entry in entries]
        self.indent, gutter = max(numbers) + SPACE * size, GUTTER * size
        longest = max(text.width for text in texts) + self.indent + 1
        columns = max(1, int(width / (LEAST_COLUMN * size)), int((width + gutter) // (longest + gutter)))
        self.columns = min(columns, len(entries))
        column = (width - (self.columns - 1) * gutter) / self.columns
        self.pitch, self.measure = column + gutter, column - self.indent
        self.set = [text.paragraph(self.measure) for text in texts]
        self.heights = [entry.leading(set_) + set_.depth for entry, set_ in zip(entries, self.set, strict=True)]

    def needed(self) -> float:
        """How high a room it needs."""
        height = max(max(self.heights), sum(self.heights) / self.columns)
        while self.placed(Rect(0, 0, 0, height)) is None:
            height += self.at.meta / 2
        return ceil(height + ABOVE * self.at.meta)

    def placed(self, room: Rect) -> list[Point] | None:
        """Where each entry's line begins in the room, column by column; None where they are too many."""
        column, y = 0, room.y
        found = []
        for entry, set_, height in zip(self.entries, self.set, self.heights, strict=True):
            if y + height > room.bottom + 0.01 and y > room.y:
                column, y = column + 1, room.y
            if column >= self.columns or y + height > room.bottom + 0.01:
                return None
            first = y + entry.leading(set_) / 2 + 0.33 * set_.size
            found.append(Point(room.x + column * self.pitch, first))
            y += height
        return found

    def draw(self, places: Sequence[Point]) -> None:
        """Write it."""
        canvas, at = self.canvas, self.at
        for entry, set_, (x, baseline) in zip(self.entries, self.set, places, strict=True):
            if entry.is_path:
                radius = names.ASIDE_DISC * at.name
                center = Point(x + radius, baseline - 0.33 * set_.size)
                names.numbered(canvas, at, center, entry.number, entry.color, entry.role, radius)
            else:
                canvas.text(x, baseline, str(entry.number), number_style(canvas, at, entry.color), role=entry.role)
            canvas.paragraph(set_, x + self.indent, baseline)
