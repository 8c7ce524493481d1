"""Maps to be labelled, for tests: lanes of any number and length, with a cheap scale that counts letters.

across:  ╭──●────●──◎      down:  ━━╮
       ╭─┼──●────●──◎             │ ╰──╮
━━━━━━━╯                          ●    ●
"""

from __future__ import annotations

from collections.abc import Sequence
from math import pi
from random import Random
from typing import Literal, NamedTuple

from pipeline.color import Color
from pipeline.content import Leaf
from pipeline.curves import arc, circle
from pipeline.geometry import Point, Rect, Size
from pipeline.kinds.career_roadmap import labels
from pipeline.kinds.career_roadmap.labels import Band, Disc, Ground, Lane, Lettering, Name, Placed, Station
from pipeline.scene import Box, FaceRef, Item, Outline, Path, Scene, Stroke, TextRun
from pipeline.typography import Line, Paragraph, TextStyle
from pipeline.typography.faces import FaceMetrics
from pipeline.typography.styles import Extents

INK, PAPER, LINE = Color(0, 0, 0), Color(250, 250, 250), Color(90, 40, 120)
EM = 0.5  # how wide every letter is
METRICS = FaceMetrics(ascender=1.0, descender=-0.3, cap_height=0.7, x_height=0.5)
WORDS = (
    "Lead",
    "the",
    "pricing",
    "rebuild",
    "SQL",
    "and",
    "research",
    "certificate",
    "Analyst",
    "II",
    "x",
    "Weiterbildung",
)
KINDS = ("", "Course", "Project", "Internship", "Role")
HALO = 3.0
LANDSCAPE, PORTRAIT = Size(1200, 630), Size(1080, 1350)


class Letters:
    """A text whose letters are all equally wide, in one style."""

    def __init__(self, text: str, style: TextStyle, field: str) -> None:
        self.words, self.style, self.field = text.split(" "), style, field
        self.letter = EM * style.size
        self.leading = style.leading * style.size
        self.width = len(text) * self.letter
        self.longest = max(len(word) for word in self.words) * self.letter

    def lines(self, measure: float, *, hyphenated: bool) -> tuple[float, ...] | None:
        """The widths of its lines, filled one after the other."""
        if self.longest > measure and not (hyphenated and measure >= 4 * self.letter):
            return None
        return tuple(len(line) * self.letter for line in self.broken(measure))

    def paragraph(self, measure: float, scale: float) -> Paragraph:
        """It, set: each line one run without glyphs."""
        size, lines = self.style.size * scale, self.broken(measure / scale + 0.001)
        set_lines = tuple(Line((self._run(line, size),), len(line) * EM * size, line) for line in lines)
        return Paragraph(set_lines, size, measure, "left", METRICS, Extents(size * self.style.leading, 0, 0))

    def broken(self, measure: float) -> list[str]:
        """Its lines; a word that is too wide is cut."""
        most = int(measure / self.letter + 1e-6)
        lines = [""]
        for word in self.words:
            while len(word) > most:
                lines, word = [*lines, word[: most - 1] + "-"], word[most - 1 :]
            joined = f"{lines[-1]} {word}" if lines[-1] else word
            lines = [*lines[:-1], joined] if len(joined) <= most else [*lines, word]
        return [line for line in lines if line]

    def _run(self, text: str, size: float) -> TextRun:
        return TextRun(Point(0, 0), (), FaceRef("square", ""), size, INK, len(text) * EM * size, text, self.field)


class Map(NamedTuple):
    """Lanes to be labelled, what is drawn already, the items that draw it, and room for a key."""

    size: Size
    lanes: tuple[Lane, ...]
    ground: Ground
    lettering: Lettering
    drawn: tuple[Item, ...]
    free: Rect


def letters(text: str, style: TextStyle, field: str) -> Letters:
    """The cheap scale."""
    return Letters(text, style, field)


def lettering(unit: float = 1.0) -> Lettering:
    """The og comp's sizes, scaled."""

    def style(size: float, leading: float = 1.2) -> TextStyle:
        return TextStyle(("squares",), size * unit, INK, leading=leading)

    return Lettering(
        title=style(19), goal=style(23), kind=style(17), meta=style(17), name=style(21), number=style(14),
        key=style(15), apart=12 * unit, least_measure=104 * unit, dot=3 * unit, number_away=8 * unit,
    )  # fmt: skip


def stations(
    places: Sequence[Point], titles: Sequence[str], way: int = 0, kind: str = "Role", when: str = "Nov 2027"
) -> tuple[Station, ...]:
    """Stations at these places; the last is the destination."""
    found = []
    for number, (at, title) in enumerate(zip(places, titles, strict=True)):
        is_goal = number == len(places) - 1
        radius = 17.0 if is_goal else 11.0
        rank, field = (0 if is_goal else 4), f"paths[{way}].milestones[{number}]"
        texts = (Leaf(title, f"{field}.title"), Leaf(kind, f"{field}.kind"), Leaf(when, f"{field}.at"))
        found.append(Station(at, radius, radius + HALO, *texts, rank))
    return tuple(found)


def across(titles: Sequence[Sequence[str]], *, size: Size = LANDSCAPE, seed: int = 0, evenly: bool = True) -> Map:
    """A map whose lanes run to the right, 132 to 412 px down a page of 630."""
    chance, count = Random(seed), len(titles)
    top, bottom, left, right = 0.21 * size.height, (0.65 if count < 4 else 0.72) * size.height, 0.41, 0.8
    lanes: list[Lane] = []
    outlines: list[Outline] = []
    for way, row in enumerate(titles):
        y = top + (bottom - top) * (way / (count - 1) if count > 1 else 0.5)
        xs = _spread(len(row), left * size.width, right * size.width, None if evenly else chance)
        step = (bottom - top) / max(count - 1, 1)
        is_dense = count > 3
        name = None if is_dense else Name(f"Path {way + 1}", left * size.width - 11, y - 24, 180, f"paths[{way}].name")
        places = [Point(x, y) for x in xs]
        lanes.append(
            Lane("right", stations(places, row, way), LINE, name, ("below", "above") if count < 3 else ("below",),
                 "beside" if is_dense else "below", 20.0 if is_dense else 25.0, 24.0 if is_dense else 26.0,
                 size.width - 60, size.width - 60)
        )  # fmt: skip
        rise = 0.33 * size.width + 12 * way
        outlines.append(_across_line(rise, size.height - 50, y, right * size.width, min(40, step / 2)))
    card = Rect(right * size.width - 36, 36, size.width - 36 - right * size.width + 36, size.height - 138)
    boxes = (Rect(64, 60, 0.23 * size.width, 0.5 * size.height),)
    return _map(size, lanes, outlines, card, boxes)


def down(titles: Sequence[Sequence[str]], *, size: Size = PORTRAIT, seed: int = 0, evenly: bool = True) -> Map:
    """A map whose lanes run down, from 690 px of a page of 1350."""
    chance, count = Random(seed), len(titles)
    top, bottom, first = 0.51 * size.height, 0.85 * size.height, (0.25 if count < 4 else 0.16) * size.width
    column = (size.width - 52 - first) / count
    lanes: list[Lane] = []
    outlines: list[Outline] = []
    for way, row in enumerate(titles):
        x = first + way * column
        places = [Point(x, y) for y in _spread(len(row), top, bottom, None if evenly else chance)]
        edge = x + column - 19 - 16
        name = (
            Name(f"Path {way + 1}", x + 26, 0.48 * size.height, edge - x - 26, f"paths[{way}].name")
            if count < 4
            else None
        )
        lanes.append(Lane("down", stations(places, row, way), LINE, name, ("right",), "right", 26.0, 32.0, edge, edge))
        outlines.append((("M", x, 0.4 * size.height), ("L", x, bottom)))
    card = Rect(40, bottom - 48, size.width - 80, 150)
    return _map(size, lanes, outlines, card, (Rect(72, 60, 0.6 * size.width, 200),))


def drawn(found: Map, placed: Placed) -> Scene:
    """The picture of a labelled map: lines, marks, dots and words."""
    marks: list[Item] = []
    for lane, named, along in zip(found.lanes, placed.named, placed.along, strict=True):
        for number, station in enumerate(lane.stations):
            radius = station.radius if number in named else found.lettering.dot
            at = Point(along[number], station.at.y) if lane.runs == "right" else Point(station.at.x, along[number])
            marks.append(Path(circle(at, radius), fill=LINE))
    return Scene(found.size, (*found.drawn, *marks, *placed.runs()), "", "")


def random_map(seed: int, kind: Literal["across", "down"], ways: int, most: int) -> Map:
    """Ways of 0 to `most` milestones at places by chance, with titles of one to five words."""
    chance = Random(seed)
    titles = [
        [" ".join(chance.choices(WORDS, k=chance.randint(1, 5))) for _ in range(chance.randint(0, most - 1))]
        + [" ".join(chance.choices(WORDS, k=chance.randint(1, 2)))] * (chance.random() < 0.9)
        for _ in range(ways)
    ]
    make = across if kind == "across" else down
    return make(titles, seed=seed, evenly=chance.random() < 0.3)


def place(found: Map, **keys: object) -> Placed:
    """The map's labels, measured by counting letters."""
    return labels.place(found.lanes, found.ground, found.lettering, letters, **keys)  # type: ignore[arg-type]


def _map(size: Size, lanes: list[Lane], outlines: list[Outline], card: Rect, boxes: tuple[Rect, ...]) -> Map:
    today = Disc(Point(230, size.height - 50), 18)
    ground = Ground(
        Rect.of(size).inset(24), tuple(Band.of(outline, 9) for outline in outlines), (today,), boxes, (card,)
    )
    stroke = Stroke(LINE, 9)
    items: list[Item] = [Box(Rect.of(size), fill=PAPER), Box(card, fill=Color(255, 255, 255))]
    items += [Path(outline, stroke=stroke) for outline in outlines]
    items += [Path(circle(today.center, today.radius), fill=LINE), *(Box(box, fill=INK) for box in boxes)]
    free = Rect(40, 0.6 * size.height, 0.2 * size.width, 0.25 * size.height)
    return Map(size, tuple(lanes), ground, lettering(), tuple(items), free)


def _spread(count: int, first: float, last: float, chance: Random | None) -> list[float]:
    """Places along a lane, the last of them at its end; those by chance are not closer than 8 px, or than even ones."""
    if count == 0:
        return []
    even = [first + (last - first) * number / max(count - 1, 1) for number in range(count - 1)]
    if chance is None:
        return [*even, last]
    least = min(8.0, (last - first) / max(count, 1))
    spare = last - 24 - first - least * (count - 1)
    shares = sorted(chance.random() for _ in range(count - 1))
    return [*(first + max(spare, 0) * share + least * number for number, share in enumerate(shares)), last]


def _across_line(rise: float, trunk: float, y: float, end: float, bend: float) -> Outline:
    return (
        ("M", 230, trunk),
        ("L", rise - 40, trunk),
        *arc(Point(rise - 40, trunk - 40), 40, pi / 2, -pi / 2),
        ("L", rise, y + bend),
        *arc(Point(rise + bend, y + bend), bend, pi, pi / 2),
        ("L", end, y),
    )
