"""Points, sizes, rectangles and affine transforms: pure numbers in layout px, origin top left, y downwards."""

from __future__ import annotations

from math import cos, sin
from typing import NamedTuple


class Point(NamedTuple):
    """A position."""

    x: float
    y: float


class Size(NamedTuple):
    """A width and a height."""

    width: float
    height: float


class Rect(NamedTuple):
    """A box by its left top corner and its extent."""

    x: float
    y: float
    width: float
    height: float

    @staticmethod
    def of(size: Size) -> Rect:
        """The rectangle of a whole page."""
        return Rect(0, 0, size.width, size.height)

    @staticmethod
    def around(center: Point, radius: float) -> Rect:
        """The square that a circle touches."""
        return Rect(center.x - radius, center.y - radius, 2 * radius, 2 * radius)

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def center(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def inset(self, distance: float) -> Rect:
        """This box with each edge moved inwards; a negative distance moves them outwards."""
        return Rect(self.x + distance, self.y + distance, self.width - 2 * distance, self.height - 2 * distance)

    def union(self, other: Rect) -> Rect:
        """The smallest box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def intersection(self, other: Rect) -> Rect | None:
        """What both cover, or None where they do not overlap."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        width, height = min(self.right, other.right) - x, min(self.bottom, other.bottom) - y
        return Rect(x, y, width, height) if width > 0 and height > 0 else None

    def contains(self, other: Rect) -> bool:
        """Whether the other lies wholly within this."""
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def mirrored(self, width: float) -> Rect:
        """This box on a page of `width` turned left to right."""
        return Rect(width - self.right, self.y, self.width, self.height)


class Affine(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f, in the order of CSS `matrix()`."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    @staticmethod
    def translate(x: float, y: float) -> Affine:
        return Affine(e=x, f=y)

    @staticmethod
    def scale(x: float, y: float | None = None) -> Affine:
        return Affine(a=x, d=x if y is None else y)

    @staticmethod
    def rotate(angle_rad: float, center: Point = Point(0, 0)) -> Affine:
        """Clockwise as seen on the page, about `center`."""
        c, s = cos(angle_rad), sin(angle_rad)
        return Affine(c, s, -s, c, center.x - c * center.x + s * center.y, center.y - s * center.x - c * center.y)

    def __matmul__(self, inner: Affine) -> Affine:
        """The transform that applies `inner` first and then this one."""
        return Affine(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    def apply(self, x: float, y: float) -> Point:
        return Point(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    @property
    def determinant(self) -> float:
        """The factor by which areas grow; negative when the transform mirrors."""
        return self.a * self.d - self.b * self.c

    @property
    def inverse(self) -> Affine:
        """The transform that undoes this one; raises ZeroDivisionError if it flattens the page to a line."""
        a, b, c, d, e, f = self
        k = 1 / self.determinant
        return Affine(d * k, -b * k, -c * k, a * k, (c * f - d * e) * k, (b * e - a * f) * k)

    def bounds(self, rect: Rect) -> Rect:
        """The smallest upright box around the transformed `rect`."""
        a, b, c, d, e, f = self
        if not b and not c:  # as most are: two products for each axis do
            xs, ys = [a * rect.x + e, a * rect.right + e], [d * rect.y + f, d * rect.bottom + f]
        else:
            corners = [self.apply(x, y) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)]
            xs, ys = [point.x for point in corners], [point.y for point in corners]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


IDENTITY = Affine()
