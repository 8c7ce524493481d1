"""The paths' names: all in one size, on one line if they can be, standing on the baseline that the frame gives them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.labels.blocks import ASCENT, DESCENT, Text, column
from pipeline.kinds.career_roadmap.labels.lengths import too_long
from pipeline.kinds.career_roadmap.labels.measuring import Measured, Scale
from pipeline.kinds.career_roadmap.labels.obstacles import Obstacles, any_meets
from pipeline.kinds.career_roadmap.labels.wanted import Disc, Ground, Lane, Lettering, Name
from pipeline.typography import TextStyle

STEPS = ((1.0, 1), (0.92, 1), (1.0, 2), (0.92, 2), (0.84, 2), (0.84, 3))  # size, most lines


def names(lanes: Sequence[Lane], ground: Ground, lettering: Lettering, scale: Scale) -> tuple[list[Text], list[Rect]]:
    """The names' texts and what they cover; raises FitError for the first that does not fit at the smallest size."""
    marks = [Disc(station.at, station.radius) for lane in lanes for station in lane.stations]
    obstacles = Obstacles.of(ground._replace(discs=(*ground.discs, *marks)), lettering.gap)
    wanted = [(name, lettering.name._replace(fill=lane.color)) for lane in lanes if (name := lane.name) and name.text]
    measured = [scale(name.text, style, name.field) for name, style in wanted]
    for hyphenated in (False, True):
        for size, most_lines in STEPS:
            step = _Step(size, most_lines, hyphenated, obstacles)
            rects = step.rects(wanted, measured)
            if None not in rects:
                found = [rect for rect in rects if rect]
                return [
                    _text(name, style, text, rect, size)
                    for (name, style), text, rect in zip(wanted, measured, found, strict=True)
                ], found
    failed = rects.index(None)
    name, style = wanted[failed]
    raise FitError(
        too_long(name.text, name.field, lambda part: step.rect(name, style, scale(part, style, "")) is not None)
    )


class _Step:
    """One size for all names and how many lines they may take."""

    def __init__(self, size: float, most_lines: int, hyphenated: bool, obstacles: Obstacles) -> None:
        self.size, self.most_lines, self.hyphenated, self.obstacles = size, most_lines, hyphenated, obstacles

    def rects(self, wanted: Sequence[tuple[Name, TextStyle]], measured: Sequence[Measured]) -> list[Rect | None]:
        """What each name covers, None from the first that does not fit."""
        found: list[Rect | None] = []
        for (name, style), text in zip(wanted, measured, strict=True):
            found.append(self.rect(name, style, text, [rect for rect in found if rect]))
        return found

    def rect(self, name: Name, style: TextStyle, text: Measured, taken: Sequence[Rect] = ()) -> Rect | None:
        """What the name covers, or None where it does not fit."""
        lines = text.lines(name.measure / self.size, hyphenated=self.hyphenated)
        if lines is None or len(lines) > self.most_lines:
            return None
        size, depth = style.size * self.size, (len(lines) - 1) * text.leading * self.size
        top = name.baseline - depth - ASCENT * size
        rect = Rect(name.x, top, max(lines) * self.size, depth + (ASCENT + DESCENT) * size)
        is_free = self.obstacles.bar(rect) is None and not any_meets(taken, rect, self.obstacles.gap)
        return rect if is_free else None


def _text(name: Name, style: TextStyle, text: Measured, rect: Rect, size: float) -> Text:
    paragraph = column(text.paragraph(name.measure, size))
    return Text(paragraph, name.x, rect.y + ASCENT * style.size * size)
