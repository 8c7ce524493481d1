"""Glyphs as outlines, and which glyph a face shows for a character when nothing is shaped."""

from __future__ import annotations

from functools import lru_cache

import uharfbuzz as hb

from pipeline.scene import FaceRef, Outline, Segment
from pipeline.typography.faces import font


def units(face: FaceRef) -> int:
    """Font units in one em."""
    return int(font(face).face.upem)


@lru_cache(maxsize=4096)
def nominal(face: FaceRef, character: str) -> int | None:
    """The glyph that the face has for a character before anything is shaped, or None."""
    glyph: int | None = font(face).get_nominal_glyph(ord(character))
    return glyph


@lru_cache(maxsize=4096)
def outline(face: FaceRef, glyph: int) -> Outline:
    """A glyph's outline in font units, y upwards; quadratic curves are made cubic."""
    segments: list[Segment] = []
    font(face).draw_glyph(glyph, _functions(), segments)
    return tuple(segments)


@lru_cache(maxsize=1)
def _functions() -> hb.DrawFuncs:
    """What writes each piece of a glyph down."""
    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, found: found.append(("M", x, y)))
    functions.set_line_to_func(lambda x, y, found: found.append(("L", x, y)))
    functions.set_cubic_to_func(lambda a, b, c, d, x, y, found: found.append(("C", a, b, c, d, x, y)))
    functions.set_quadratic_to_func(lambda a, b, x, y, found: found.append(_cubic(found[-1], a, b, x, y)))
    functions.set_close_path_func(lambda found: found.append(("Z",)))
    return functions


def _cubic(before: Segment, a: float, b: float, x: float, y: float) -> Segment:
    """A quadratic curve as a cubic one: each control point two thirds of the way to the one that both share."""
    from_x, from_y = (float(value) for value in before[1:][-2:])
    start = from_x + (a - from_x) * 2 / 3, from_y + (b - from_y) * 2 / 3
    return ("C", *start, x + (a - x) * 2 / 3, y + (b - y) * 2 / 3, x, y)
