"""Curves as polygons: arcs and rounded boxes as Bézier outlines, flattening, and strokes as outlines to be filled.

Outlines are those of `scene`. A stroke becomes polygons that are filled by the non-zero rule; all of them turn the
same way, so that pieces that overlap add up and never cut each other out:

    left side    o-----o--
                /         \\ o     the join: both sides share one point where they meet at an angle,
    points     x-----x      \\ \\    the outer side may get a round of points instead
                \\       x    o
    right side   o---o   \\
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import acos, atan2, ceil, cos, hypot, inf, pi, sin, sqrt, tan
from typing import Literal, NamedTuple, TypeAlias

from pipeline.geometry import Affine, Point, Rect
from pipeline.scene import Outline, Segment

Vertex: TypeAlias = tuple[float, float]
Polygon: TypeAlias = list[Vertex]
End: TypeAlias = Literal["left", "right", "top", "bottom"]

MITER_LIMIT = 4.0  # SVG 2, 13.5.5: the initial value of stroke-miterlimit
_ROUND_STEPS_AT_LEAST = 8  # in a half turn: tiny dots stay round
_SMOOTH_COSINE = 0.94  # vertices that turn by less than 20 degrees are pieces of a curve, not corners
_FINEST_DASHES = 0.1  # px from dash to dash: not half a device pixel at scale 4
_SAME_POINT = 1e-9
_COMMAND = r"([MLHVCAZ])([-+\d.,\s]*)"  # not compiled before it is needed: that would cost every start 0.5 ms
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)"
_VALUES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}  # values that one use of a command takes


class Contour(NamedTuple):
    """One run of straight pieces; a closed one does not repeat its first point."""

    points: Polygon
    is_closed: bool


def arc(center: Point, radius: float, start_rad: float, sweep_rad: float) -> tuple[Segment, ...]:
    """The cubic segments along a circle, without a leading "M"; angles grow clockwise as seen on the page."""
    x, y = center
    share, pieces = _arc_pieces(start_rad, sweep_rad)
    handle = share * radius
    segments = []
    for c0, s0, c1, s1 in pieces:
        x0, y0, x1, y1 = x + radius * c0, y + radius * s0, x + radius * c1, y + radius * s1
        segments.append(("C", x0 - handle * s0, y0 + handle * c0, x1 + handle * s1, y1 - handle * c1, x1, y1))
    return tuple(segments)


@lru_cache(maxsize=256)  # circles and rounded corners are all made of the same few
def _arc_pieces(start_rad: float, sweep_rad: float) -> tuple[float, tuple[tuple[float, float, float, float], ...]]:
    """How long the handles of an arc's pieces are, as a share of its radius; cosine and sine of each piece's ends."""
    pieces = max(1, ceil(abs(sweep_rad) / (pi / 2) - 1e-9))
    step = sweep_rad / pieces
    starts = [start_rad + i * step for i in range(pieces)]
    share = 4 / 3 * tan(step / 4)  # the cubic that touches the circle at ends and middle
    return share, tuple((cos(start), sin(start), cos(start + step), sin(start + step)) for start in starts)


def turning(points: Sequence[Point], radius: float, *, of_ends: float = 0.5) -> Outline:
    """A line through the points whose corners are arcs, tangent to both sides; in short sides they are tighter.

    An arc takes up to half of a side, of the first and the last one `of_ends`. A point that follows itself is one.
    """
    points = [point for i, point in enumerate(points) if i == 0 or not _meet(point, points[i - 1])]
    outline: list[Segment] = [("M", *points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        came, goes = _heading(before, corner), _heading(corner, after)
        sweep_rad = atan2(came.x * goes.y - came.y * goes.x, came.x * goes.x + came.y * goes.y)
        if abs(sweep_rad) < _SAME_POINT:
            continue
        steep = tan(abs(sweep_rad) / 2)
        shares = of_ends if before is points[0] else 0.5, of_ends if after is points[-1] else 0.5
        tight = min(radius, shares[0] * _distance(before, corner) / steep, shares[1] * _distance(corner, after) / steep)
        side = tight if sweep_rad > 0 else -tight
        start = Point(corner.x - came.x * tight * steep, corner.y - came.y * tight * steep)
        center = Point(start.x - came.y * side, start.y + came.x * side)
        outline += [("L", *start), *arc(center, tight, atan2(start.y - center.y, start.x - center.x), sweep_rad)]
    return (*outline, ("L", *points[-1]))


def _heading(start: Point, end: Point) -> Point:
    length = _distance(start, end)
    return Point((end.x - start.x) / length, (end.y - start.y) / length)


def circle(center: Point, radius: float) -> Outline:
    """A closed circle that starts at its rightmost point."""
    return (("M", center.x + radius, center.y), *arc(center, radius, 0, 2 * pi), ("Z",))


def rounded_rect(rect: Rect, radius: float) -> Outline:
    """A closed box, clockwise from its left top; a radius beyond half the shorter side makes a pill."""
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    r = min(radius, rect.width / 2, rect.height / 2)
    if r <= 0:
        return (("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",))
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        *arc(Point(right - r, y + r), r, -pi / 2, pi / 2),
        ("L", right, bottom - r),
        *arc(Point(right - r, bottom - r), r, 0, pi / 2),
        ("L", x + r, bottom),
        *arc(Point(x + r, bottom - r), r, pi / 2, pi / 2),
        ("L", x, y + r),
        *arc(Point(x + r, y + r), r, pi, pi / 2),
        ("Z",),
    )


def rounded_end(rect: Rect, radius: float, end: End) -> Outline:
    """A closed box, clockwise from its left top, whose two corners at one end are round."""
    left, top, right, bottom = rect.x + radius, rect.y + radius, rect.right - radius, rect.bottom - radius
    corners: tuple[tuple[Point, Point, set[End], float], ...] = (
        (Point(rect.x, rect.y), Point(left, top), {"left", "top"}, pi),
        (Point(rect.right, rect.y), Point(right, top), {"top", "right"}, -pi / 2),
        (Point(rect.right, rect.bottom), Point(right, bottom), {"right", "bottom"}, 0.0),
        (Point(rect.x, rect.bottom), Point(left, bottom), {"bottom", "left"}, pi / 2),
    )
    outline: list[Segment] = []
    for corner, center, ends, start_rad in corners:
        is_round = end in ends
        start = (center.x + radius * cos(start_rad), center.y + radius * sin(start_rad)) if is_round else corner
        outline.append(("L" if outline else "M", *start))
        outline += arc(center, radius, start_rad, pi / 2) if is_round else ()
    return (*outline, ("Z",))


def ellipse(center: Point, radius_x: float, radius_y: float) -> Outline:
    """A closed ellipse with upright axes that starts at its rightmost point."""
    radii = radius_x, radius_y
    return tuple(
        (name, *(center[i % 2] + value * radii[i % 2] for i, value in enumerate(values)))
        for name, *values in circle(Point(0, 0), 1)
    )


def bounds(outline: Sequence[Segment], reach: float = 0.0) -> Rect:
    """The box around an outline's points, and so far about it; a curve lies within those that control it."""
    numbers = [number for _, *values in outline for number in values]
    xs, ys = numbers[::2] or [0.0], numbers[1::2] or [0.0]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).inset(-reach)


def parse(path_data: str) -> Outline:
    """The outline that SVG path data describe (SVG 2, 9.3), as far as drawings need it.

    Commands are M, L, H, V, C, A and Z in capitals, that is, in absolute coordinates; an A belongs to a circle. Raises
    ValueError for anything else.
    """
    outline: list[Segment] = []
    x = y = 0.0
    start = x, y
    for name, written in re.findall(_COMMAND, path_data):
        values = [float(number) for number in re.findall(_NUMBER, written)]
        if not _takes(name, len(values)):
            raise ValueError(f"path data: {name} takes {_VALUES[name]} values at a time, found {len(values)}")
        if name == "Z":
            outline.append(("Z",))
            x, y = start
        for i in range(0, len(values), _VALUES[name] or 1):
            used = values[i : i + _VALUES[name]]
            end = (used[0], y) if name == "H" else (x, used[0]) if name == "V" else (used[-2], used[-1])
            outline += _segments("L" if name in "HV" or (name == "M" and i > 0) else name, used, Point(x, y), end)
            x, y = end
        start = (x, y) if name == "M" else start
    if re.sub(_COMMAND, "", path_data).strip() or not outline or outline[0][0] != "M":
        raise ValueError(f"path data: expected M, L, H, V, C, A and Z, beginning with M, found {path_data[:40]!r}")
    return tuple(outline)


def _takes(name: str, count: int) -> bool:
    each = _VALUES[name]
    return count == 0 if each == 0 else count > 0 and count % each == 0


def _segments(name: str, values: Sequence[float], start: Point, end: Vertex) -> tuple[Segment, ...]:
    """What one command adds to a line that has come to `start`."""
    if name == "A":
        return _arc_to(start, values)
    return (("L", *end),) if name == "L" else ((name, *values),)


def _arc_to(start: Point, values: Sequence[float]) -> tuple[Segment, ...]:
    """An arc from `start` by its radii, flags and end (SVG 2, B.2.4, for a circle)."""
    radius, other, _, is_large, is_clockwise, x, y = values
    if radius != other:
        raise ValueError(f"path data: an arc belongs to a circle, found radii {radius:g} and {other:g}")
    half = hypot(x - start.x, y - start.y) / 2
    radius = max(radius, half)
    away = (
        sqrt(max(0.0, radius * radius - half * half)) / (2 * half) * (1 if bool(is_large) != bool(is_clockwise) else -1)
    )
    center = Point((start.x + x) / 2 - away * (y - start.y), (start.y + y) / 2 + away * (x - start.x))
    begin = atan2(start.y - center.y, start.x - center.x)
    sweep = (atan2(y - center.y, x - center.x) - begin) % (2 * pi)
    return arc(center, radius, begin, sweep if is_clockwise else sweep - 2 * pi)


def flatten(outline: Sequence[Segment], tolerance: float) -> list[Contour]:
    """The outline's runs as straight pieces that stray from the curves by at most `tolerance`."""
    contours: list[Contour] = []
    points: Polygon = []
    for name, *values in outline:
        if name == "M":
            _end(contours, points, is_closed=False)
            points = [(values[0], values[1])]
        elif name == "L":
            points.append((values[0], values[1]))
        elif name == "C":
            points.extend(_cubic(points[-1], values, tolerance))
        else:
            start = points[0]
            _end(contours, points, is_closed=True)
            points = [start]  # what follows a "Z" without an "M" starts where the closed run did
    if len(points) > 1 or not contours or not contours[-1].is_closed:
        _end(contours, points, is_closed=False)
    return contours


def _end(contours: list[Contour], points: Polygon, *, is_closed: bool) -> None:
    kept = _distinct(points)
    if is_closed and len(kept) > 1 and _meet(kept[0], kept[-1]):
        kept.pop()
    if kept:
        contours.append(Contour(kept, is_closed))


def _distinct(points: Polygon) -> Polygon:
    """The points without those that follow themselves; `_meet` written out, for all points of a picture pass here."""
    near = _SAME_POINT
    return points[:1] + [b for a, b in pairwise(points) if abs(a[0] - b[0]) >= near or abs(a[1] - b[1]) >= near]


def _meet(a: Vertex, b: Vertex) -> bool:
    return abs(a[0] - b[0]) < _SAME_POINT and abs(a[1] - b[1]) < _SAME_POINT


def _cubic(start: Vertex, values: Sequence[float], tolerance: float) -> Polygon:
    x0, y0 = start
    x1, y1, x2, y2, x3, y3 = values
    bend = max(hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3))
    steps = max(1, ceil(sqrt(0.75 * bend / tolerance)))  # Wang 1984: 6 / 8 of the largest second difference
    points = [(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3) for a, b, c, d in _weights(steps)]
    points.append((x3, y3))
    return points


@lru_cache(maxsize=64)
def _weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """What a cubic curve's four points weigh at each of the points between so many steps (Bernstein)."""
    shares = [(i / steps, 1 - i / steps) for i in range(1, steps)]
    return tuple((u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t) for t, u in shares)


def dashed(contours: Sequence[Contour], dash: Sequence[float], offset: float = 0.0) -> list[Contour]:
    """The drawn pieces of the contours; `dash` alternates drawn and skipped lengths and starts anew in each contour.

    A contour begins `offset` into them. Dashes too fine to be told apart leave the line whole.
    """
    lengths = [max(0.0, length) for length in dash] * (1 + len(dash) % 2)
    if sum(lengths) < _FINEST_DASHES:
        return list(contours)
    offset %= sum(lengths)
    index = 0
    while offset and offset >= lengths[index]:
        offset -= lengths[index]
        index += 1
    return [piece for contour in contours for piece in _dashes(contour, lengths, index, lengths[index] - offset)]


def _dashes(contour: Contour, lengths: Sequence[float], index: int, left: float) -> Iterator[Contour]:
    """The dashes of one contour, of which the first that `index` names has so much left."""
    points = [*contour.points, contour.points[0]] if contour.is_closed else contour.points
    drawn = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        length = hypot(x1 - x0, y1 - y0)
        done = 0.0
        while length - done > left:
            done += left
            at = (x0 + (x1 - x0) * done / length, y0 + (y1 - y0) * done / length)
            if index % 2 == 0:
                yield Contour(_directed([*drawn, at], (x1 - x0) / length, (y1 - y0) / length), False)
            index = (index + 1) % len(lengths)
            left, drawn = lengths[index], [at]
        left -= length - done
        if index % 2 == 0:
            drawn.append((x1, y1))
    if index % 2 == 0 and len(drawn) > 1:
        yield Contour(drawn, False)


def _directed(points: Polygon, dx: float, dy: float) -> Polygon:
    """The points of a dash; one of no length keeps a trace of its direction, so that its caps know where to look."""
    if all(_meet(point, points[0]) for point in points):
        x, y = points[0]
        return [(x - dx * 1e-6, y - dy * 1e-6), (x + dx * 1e-6, y + dy * 1e-6)]
    return points


def stroke(
    contours: Sequence[Contour],
    width: float,
    *,
    cap: Literal["butt", "round"] = "butt",
    join: Literal["miter", "round", "bevel"] = "miter",
    tolerance: float,
) -> list[Polygon]:
    """The polygons that a pen of `width` covers along the contours, for filling by the non-zero rule."""
    pen = _Pen(width / 2, cap, join, _fan_step(width / 2, tolerance))
    return [polygon for contour in contours for polygon in pen.trace(contour)]


def transformed(polygons: Sequence[Polygon], matrix: Affine) -> list[Polygon]:
    """The polygons moved through `matrix`."""
    a, b, c, d, e, f = matrix
    return [[(a * x + c * y + e, b * x + d * y + f) for x, y in polygon] for polygon in polygons]


def _fan_step(radius: float, tolerance: float) -> float:
    """The widest angle in radians between points on a circle whose chords stray by at most `tolerance`."""
    step = 2 * acos(1 - tolerance / radius) if tolerance < radius else inf
    return min(step, pi / _ROUND_STEPS_AT_LEAST)


class _Pen(NamedTuple):
    half: float
    cap: str
    join: str
    step_rad: float

    def trace(self, contour: Contour) -> Iterator[Polygon]:
        points = _distinct(contour.points)
        if len(points) < 2:
            if self.cap == "round":
                yield list(self._fan(points[0], 0.0, 2 * pi))
        elif contour.is_closed and len(points) > 2:
            yield from self._ring(points)
        else:
            yield self._line(points)

    def _line(self, points: Polygon) -> Polygon:
        directions = _directions(points)
        left, right = self._sides(points, directions, range(1, len(points) - 1))
        (start, (dx, dy)), (end, toward) = (points[0], directions[0]), (points[-1], directions[-1])
        return [*self._cap(start, (-dx, -dy)), *left, *self._cap(end, toward), *reversed(right)]

    def _ring(self, points: Polygon) -> Iterator[Polygon]:
        left, right = self._sides(points, _directions([*points, points[0]]), range(len(points)))
        yield left
        yield right[::-1]

    def _cap(self, point: Vertex, direction: Vertex) -> Polygon:
        """From the left side to the right of a line that ends at `point`."""
        (x, y), (dx, dy) = point, direction
        if self.cap == "round":
            return list(self._fan(point, atan2(-dx, dy), pi))
        return [(x + dy * self.half, y - dx * self.half), (x - dy * self.half, y + dx * self.half)]

    def _sides(self, points: Polygon, directions: Polygon, indices: range) -> tuple[Polygon, Polygon]:
        left: Polygon = []
        right: Polygon = []
        for i in indices:
            reach = min(_distance(points[i], points[i - 1]), _distance(points[i], points[(i + 1) % len(points)]))
            on_left, on_right = self._joint(points[i], directions[i - 1], directions[i], reach)
            left += on_left
            right += on_right
        return left, right

    def _joint(self, point: Vertex, before: Vertex, after: Vertex, reach: float) -> tuple[Polygon, Polygon]:
        """The points on the left and on the right of a vertex whose shorter neighbouring piece is `reach` long."""
        (x, y), (dx, dy), (ex, ey) = point, before, after
        cosine, turns_right = dx * ex + dy * ey, dx * ey - dy * ex >= 0
        side = self.half if turns_right else -self.half  # the outer side, on the left of a right turn
        outer = self._outer(point, before, after, side, cosine)
        # the inner sides meet half * tan(turn / 2) before the vertex, if the pieces are long enough for that
        if cosine > -0.999 and self.half * sqrt(max(0.0, 1 - cosine) / (1 + cosine)) <= reach:
            k = -side / (1 + cosine)
            inner = [(x + (dy + ey) * k, y - (dx + ex) * k)]
        else:  # by way of the vertex: then the whole is the sum of upright pieces, and none counts negative
            inner = [(x - dy * side, y + dx * side), point, (x - ey * side, y + ex * side)]
        return (outer, inner) if turns_right else (inner, outer)

    def _outer(self, point: Vertex, before: Vertex, after: Vertex, side: float, cosine: float) -> Polygon:
        (x, y), (dx, dy), (ex, ey) = point, before, after
        is_pointed = self.join == "miter" and MITER_LIMIT**2 * (1 + cosine) >= 2
        if cosine > _SMOOTH_COSINE or is_pointed:
            k = side / (1 + cosine)
            return [(x + (dy + ey) * k, y - (dx + ex) * k)]
        if self.join != "round":  # cut off straight: a bevel, or a mitre beyond its limit
            return [(x + dy * side, y - dx * side), (x + ey * side, y - ex * side)]
        sweep_rad = acos(max(-1.0, min(1.0, cosine))) * (1 if side > 0 else -1)
        return list(self._fan(point, atan2(-dx * side, dy * side), sweep_rad))

    def _fan(self, center: Vertex, start_rad: float, sweep_rad: float) -> Iterator[Vertex]:
        """Points on the circle that the pen draws about `center`, both ends included."""
        steps = max(1, ceil(abs(sweep_rad) / self.step_rad))
        for i in range(steps + 1):
            angle_rad = start_rad + sweep_rad * i / steps
            yield (center[0] + self.half * cos(angle_rad), center[1] + self.half * sin(angle_rad))


def _distance(a: Vertex, b: Vertex) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _directions(points: Polygon) -> Polygon:
    found = []
    for (x0, y0), (x1, y1) in pairwise(points):
        length = hypot(x1 - x0, y1 - y0)
        found.append(((x1 - x0) / length, (y1 - y0) / length))
    return found
