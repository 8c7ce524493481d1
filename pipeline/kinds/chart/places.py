"""Where a drawing has its marks: what notes need to know of a family of drawings, and no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from pipeline.geometry import Point, Rect

Way: TypeAlias = Literal["up", "beside", "below"]


class Mark(NamedTuple):
    """What a note's ring goes round, a point or a box; and where its stem begins, if it has one."""

    ring: Rect
    stem: Point
    is_point: bool = False


class Marks(NamedTuple):
    """All marks of a drawing.

    `find` has the mark of a label and a series, or of all of a stack. Words may stand in the `room`, except on what is
    `taken`; they stand above their mark, beside it, or below the drawing. A stem may cross `lines`, words may not.
    """

    way: Way
    room: Rect
    find: Callable[[int, int | None], Mark]
    taken: tuple[Rect, ...] = ()
    lines: tuple[Rect, ...] = ()
