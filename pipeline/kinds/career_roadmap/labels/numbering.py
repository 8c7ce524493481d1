"""Numbers at the stops without a label, and the key that says what they are.

    4   5         4 Mentoring      6 Talk
━━●━∙━━━∙━━●      5 Side project   7 Portfolio
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.geometry import Rect
from pipeline.kinds.career_roadmap.labels.blocks import ASCENT, DESCENT, Laid, Text, column
from pipeline.kinds.career_roadmap.labels.measuring import Scale
from pipeline.kinds.career_roadmap.labels.obstacles import Obstacles, any_meets
from pipeline.kinds.career_roadmap.labels.wanted import KeyRoom, Lane, Lettering, Station
from pipeline.typography import TextStyle

CAPITALS = 0.7  # of the size: how high figures stand
SPACE = 0.45  # of the size: between a number and its title in the key
ASIDE = (0.0, -0.25, 0.25, -0.5, 0.5, -0.8, 0.8)  # of a number's own length along the lane: how far it may give way
NUMBER_GAP = 2  # px between a number and anything else


class Unnamed(NamedTuple):
    """A stop without a label, and its number; `lane_index` and `stop` say where it is in the plan."""

    number: int
    lane: Lane
    station: Station
    lane_index: int
    stop: int

    @property
    def field(self) -> str:
        """The number's role; no author writes it."""
        return self.station.field.removesuffix("title") + "number"


def numbered(
    stops: Sequence[Unnamed], rooms: Sequence[KeyRoom], lettering: Lettering, obstacles: Obstacles, scale: Scale
) -> Laid | None:
    """Numbers and key, or None where one number or one title has no room; `obstacles` are all labels too."""
    on_map = _on_map(stops, lettering, obstacles._replace(gap=NUMBER_GAP), scale)
    in_key = _in_key(stops, rooms, lettering, obstacles, scale) if on_map is not None else None
    if on_map is None or in_key is None:
        return None
    return Laid((*on_map.texts, *in_key.texts), (*on_map.rects, *in_key.rects))


def _on_map(stops: Sequence[Unnamed], lettering: Lettering, obstacles: Obstacles, scale: Scale) -> Laid | None:
    texts: list[Text] = []
    rects: list[Rect] = []
    for stop in stops:
        style = lettering.number._replace(fill=stop.lane.color)
        measured = scale(str(stop.number), style, stop.field)
        places = _beside(stop, measured.width, style, lettering.number_away)
        rect = next((each for each in places if obstacles.bar(each) is None and not any_meets(rects, each, 2)), None)
        if rect is None:
            return None
        rects.append(rect)
        texts.append(Text(column(measured.paragraph(measured.width + 1, 1)), rect.x, rect.y + CAPITALS * style.size))
    return Laid(tuple(texts), tuple(rects))


def _beside(stop: Unnamed, width: float, style: TextStyle, away: float) -> Iterator[Rect]:
    """Where a number may stand, on either side of its lane, if need be somewhat before or behind its stop.

    Below its lane it may stand close above the words of its lane's labels, as no figure hangs below its baseline.
    """
    at, figures, height = stop.station.at, CAPITALS * style.size, (CAPITALS + DESCENT) * style.size
    for aside in ASIDE:
        if stop.lane.runs == "right":
            x = at.x + (aside - 0.5) * width
            yield Rect(x, at.y - away - height, width, height)
            yield Rect(x, at.y + away, width, figures)
        else:
            y = at.y - figures / 2 + aside * height
            yield Rect(at.x + away, y, width, height)
            yield Rect(at.x - away - width, y, width, height)


def _in_key(
    stops: Sequence[Unnamed], rooms: Sequence[KeyRoom], lettering: Lettering, obstacles: Obstacles, scale: Scale
) -> Laid | None:
    texts: list[Text] = []
    rects: list[Rect] = []
    size = lettering.key.size
    indent = scale("0" * len(str(len(stops))), lettering.number, "").width + SPACE * size
    widest = max(scale(stop.station.title.text, lettering.key, stop.station.field).width for stop in stops)
    clear = obstacles._replace(gap=0.5 * size)
    columns = _below_all(list(_columns(rooms, indent + widest + 1)), size, clear)
    y = columns[0].y if columns else 0.0
    for stop in stops:
        title = scale(stop.station.title.text, lettering.key, stop.station.field)
        number = scale(str(stop.number), lettering.number._replace(fill=stop.lane.color), stop.field)
        while columns:
            lines = title.lines(columns[0].width - indent, hyphenated=True)
            height = (len(lines) - 1) * title.leading + (ASCENT + DESCENT) * size if lines else 0.0
            if not lines or y + height > columns[0].bottom:
                columns = columns[1:]
                y = columns[0].y if columns else 0.0
            elif clear.bar(Rect(columns[0].x, y, columns[0].width, height)) is None:
                break
            else:
                y += title.leading / 2
        else:
            return None
        rect = Rect(columns[0].x, y, indent + max(lines), height)
        rects.append(rect)
        baseline = y + ASCENT * size
        texts.append(Text(column(number.paragraph(indent, 1)), rect.x, baseline))
        texts.append(Text(column(title.paragraph(columns[0].width - indent, 1)), rect.x + indent, baseline))
        y += len(lines) * title.leading
    return Laid(tuple(texts), tuple(rects))


def _below_all(columns: Sequence[Rect], size: float, obstacles: Obstacles) -> list[Rect]:
    """The columns from where the first line of each stands free; they begin at one height."""
    bottom = min((column.bottom for column in columns), default=0.0)
    y = max((column.y for column in columns), default=0.0)
    while y < bottom and any(obstacles.bar(column._replace(y=y, height=size)) for column in columns):
        y += size / 4
    return [column._replace(y=y, height=column.bottom - y) for column in columns]


def _columns(rooms: Sequence[KeyRoom], widest: float) -> Iterator[Rect]:
    for rect, least, gutter in rooms:
        count = max(least, int((rect.width + gutter) // (widest + gutter)))
        width = (rect.width - (count - 1) * gutter) / count
        for index in range(count):
            yield Rect(rect.x + index * (width + gutter), rect.y, width, rect.height)
