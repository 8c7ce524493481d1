"""Career roadmaps for tests: asked, from the finished scene alone, whether any text touches anything.

    collisions(scene)   every text that meets another text, a line, a mark, a card's edge or the page's, in words
    emptiness(scene)    how much of the page has nothing on it in one piece

It knows nothing of how labels were placed: it reads text runs, paths and boxes and looks where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

import numpy as np

from pipeline.color import Color
from pipeline.curves import flatten, rounded_rect
from pipeline.geometry import Affine, Rect
from pipeline.paint import paint
from pipeline.scene import Box, Item, Path, Scene, TextRun, walk
from tests.emptiness import largest_rectangle

ASCENT, DESCENT = 0.7, 0.2  # em about the baseline: capitals, and what hangs below
FLATNESS = 0.25  # px
LEAST_MARGIN = 4  # px between a text and the page's edge
INK = 20  # of 255: so far from the paper ink is at least


class Line(NamedTuple):
    """One line of one text as it is seen, and the box that belongs to it alone."""

    text: str
    role: str
    box: Rect


class Shape(NamedTuple):
    """A filled polygon, or a chain of points drawn `half` px to each side."""

    what: str
    points: tuple[tuple[float, float], ...]
    half: float
    is_filled: bool
    bounds: Rect


def runs(scene: Scene, *roles: str) -> list[TextRun]:
    """The texts with one of these roles, or all."""
    found = [item for item, _ in walk(scene.items) if isinstance(item, TextRun)]
    return [run for run in found if not roles or run.role in roles]


def lines(scene: Scene) -> list[Line]:
    """The texts, line by line; runs of one role that follow each other on a baseline are one."""
    found: list[Line] = []
    for run in sorted(runs(scene), key=lambda run: (run.role, run.origin.y, run.origin.x)):
        box = _text_box(run)
        last = found[-1] if found else None
        if last and last.role == run.role and last.box.y == box.y and box.x - last.box.right < 0.1 * run.size:
            found[-1] = Line(last.text + run.text, last.role, last.box.union(box))
        elif run.text.strip():
            found.append(Line(run.text, run.role, box))
    return found


def titles(scene: Scene) -> dict[str, str]:
    """What each field of the spec says on the picture: its lines joined, hyphens at their ends left as they are."""
    said: dict[str, list[Line]] = {}
    for line in lines(scene):
        said.setdefault(line.role, []).append(line)
    return {role: " ".join(line.text for line in sorted(group, key=_place)) for role, group in said.items()}


def marks(scene: Scene, largest: float = 60) -> set[tuple[float, float]]:
    """The middles of all round shapes up to a size, stations and dots among them."""
    rects = [item.rect for item, _ in walk(scene.items) if isinstance(item, Box)]
    outlines = [item.outline for item, _ in walk(scene.items) if isinstance(item, Path)]
    rects += [_bounds([segment[-2:] for segment in outline if len(segment) > 2]) for outline in outlines]  # type: ignore[misc]
    round_ones = [rect for rect in rects if abs(rect.width - rect.height) < 0.1 and 0 < rect.width <= largest]
    return {(round(rect.center.x, 1), round(rect.center.y, 1)) for rect in round_ones}


def collisions(scene: Scene, ignored: Iterable[Color] = ()) -> list[str]:
    """Every text that touches what it should not, in words.

    Shapes in an `ignored` colour (the paper's, the card's: halos and slits) do not count, nor do shapes as large as
    the page.
    """
    said, shapes = lines(scene), list(_shapes(scene, frozenset(ignored)))
    found = [f"{a.text!r} meets {b.text!r}" for a, b in _neighbours(said) if _meet(a.box, b.box)]
    for line in said:
        if not _contains(Rect.of(scene.size).inset(LEAST_MARGIN), line.box):
            found.append(f"{line.text!r} leaves the page")
        near = (shape for shape in shapes if _meet(shape.bounds, line.box))
        found += [f"{line.text!r} touches {shape.what}" for shape in near if _touches(shape, line.box)]
    return found


def _neighbours(said: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Every two lines that share a height."""
    ordered = sorted(said, key=_place)
    for index, line in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.box.y >= line.box.bottom:
                break
            yield line, other


def _text_box(run: TextRun) -> Rect:
    descent = 0.0 if run.text.isdecimal() else DESCENT  # no figure hangs below its baseline
    return Rect(run.origin.x, run.origin.y - ASCENT * run.size, run.advance, (ASCENT + descent) * run.size)


def _place(line: Line) -> tuple[float, float]:
    return line.box.y, line.box.x


def _shapes(scene: Scene, ignored: frozenset[Color]) -> Iterator[Shape]:
    for item, transform in walk(scene.items):
        for shape in _drawn(item, transform, ignored):
            if shape.bounds.width < scene.size.width or shape.bounds.height < scene.size.height:
                yield shape


def _drawn(item: Item, transform: Affine, ignored: frozenset[Color]) -> Iterator[Shape]:
    if isinstance(item, Box) and (item.fill is not None or item.stroke is not None):
        if item.shadows or item.fill not in ignored:
            yield _shape("box", _edge(item, transform), 0.0, is_filled=True)
    elif isinstance(item, Path):
        for contour in flatten(item.outline, FLATNESS):
            points = tuple((at.x, at.y) for at in (transform.apply(x, y) for x, y in contour.points))
            closed = (*points, points[0]) if contour.is_closed else points
            if item.fill is not None and item.fill not in ignored:
                yield _shape("shape", points, 0.0, is_filled=True)
            if item.stroke is not None and item.stroke.paint not in ignored:
                yield _shape("line", closed, item.stroke.width / 2, is_filled=False)


def _edge(box: Box, transform: Affine) -> tuple[tuple[float, float], ...]:
    outline = rounded_rect(box.rect, min(box.radius, box.rect.width / 2, box.rect.height / 2))
    return tuple((at.x, at.y) for at in (transform.apply(x, y) for x, y in flatten(outline, FLATNESS)[0].points))


def _shape(what: str, points: tuple[tuple[float, float], ...], half: float, *, is_filled: bool) -> Shape:
    box = _bounds(points)
    where = f"{what} {box.x:.0f},{box.y:.0f} {box.width:.0f} x {box.height:.0f}"
    return Shape(where, points, half, is_filled, box.inset(-half - 0.01))


def _bounds(points: Sequence[tuple[float, float]]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _contains(outer: Rect, inner: Rect) -> bool:
    return inner.x >= outer.x and inner.y >= outer.y and inner.right <= outer.right and inner.bottom <= outer.bottom


def _touches(shape: Shape, box: Rect) -> bool:
    """Whether ink of the shape and the box overlap; a text may lie wholly inside a filled shape."""
    if not shape.is_filled:
        return any(
            _is_near(a, b, shape.half, box) and _apart(a, b, box) < shape.half for a, b in pairwise(shape.points)
        )
    ring = (*shape.points, shape.points[0])
    if any(_is_near(a, b, 0, box) and _apart(a, b, box) == 0 for a, b in pairwise(ring)):
        return True
    return _contains(box, shape.bounds)


def _meet(a: Rect, b: Rect) -> bool:
    """Whether two boxes overlap; this is asked a million times."""
    (ax, ay, aw, ah), (bx, by, bw, bh) = a, b
    return ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah


def _is_near(a: tuple[float, float], b: tuple[float, float], half: float, box: Rect) -> bool:
    """Whether the piece from a to b could be closer to the box than `half`."""
    x, y, width, height = box
    (ax, ay), (bx, by) = a, b
    return not (
        (ax < x - half and bx < x - half)
        or (ay < y - half and by < y - half)
        or (ax > x + width + half and bx > x + width + half)
        or (ay > y + height + half and by > y + height + half)
    )


def _apart(a: tuple[float, float], b: tuple[float, float], box: Rect) -> float:
    """How far the piece from a to b is from the box; 0 where it enters it."""
    if _clipped(a, b, box):
        return 0.0
    ends = (_point_apart(a, box), _point_apart(b, box))
    corners = ((box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom))
    return min(*ends, *(_segment_apart(corner, a, b) for corner in corners))


def _clipped(a: tuple[float, float], b: tuple[float, float], box: Rect) -> bool:
    """Whether part of the piece lies inside the box (Liang and Barsky, 1984)."""
    low, high = 0.0, 1.0
    for start, end, least, most in ((a[0], b[0], box.x, box.right), (a[1], b[1], box.y, box.bottom)):
        step = end - start
        if step == 0:
            if not least < start < most:
                return False
            continue
        enter, leave = sorted(((least - start) / step, (most - start) / step))
        low, high = max(low, enter), min(high, leave)
    return low < high


def _point_apart(at: tuple[float, float], box: Rect) -> float:
    return hypot(max(box.x - at[0], 0.0, at[0] - box.right), max(box.y - at[1], 0.0, at[1] - box.bottom))


def _segment_apart(at: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / square)) if square else 0.0
    return hypot(at[0] - a[0] - along * dx, at[1] - a[1] - along * dy)


def emptiness(scene: Scene) -> float:
    """The share of the page that its largest rectangle without ink takes; cards and their shadows are no ink."""
    levels = np.asarray(paint(scene, 0.2).image().convert("L"), dtype=int)
    inked = abs(levels - levels[0, 0]) > INK
    return largest_rectangle(inked.tolist()) / int(inked.size)
