"""Glyphs as pixels: HarfBuzz rasterises shaped runs at fractional positions, under any affine transform."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import floor
from typing import NamedTuple

import uharfbuzz as hb

from pipeline.color import Color
from pipeline.geometry import Affine, Rect
from pipeline.scene import FaceRef, Glyph, TextRun
from pipeline.typography.faces import font, has_color

PHASES = 8  # places within a device pixel where a glyph may begin: letters repeat, and the picture compresses better
_LARGE, _LARGEST = 36, 160  # device px of size: letters that are kept one by one; larger ones take too much memory


class Mask(NamedTuple):
    """Coverage of letters: uint8, rows top to bottom, `stride` bytes a row; left and top in device px."""

    left: int
    top: int
    width: int
    height: int
    stride: int
    data: bytes


def ink_masks(run: TextRun, matrix: Affine) -> Iterator[Mask]:
    """How far the run's ink covers device pixels, none without ink; where masks overlap, coverage adds up.

    `matrix` takes layout px to device px. Large upright letters are drawn one by one, since they come again; small ones
    are drawn as quickly as they are put together, and of turned ones none is like another.
    """
    em = run.size / font(run.face).face.upem
    shape = matrix.a * em, matrix.b * em, -matrix.c * em, -matrix.d * em  # font units point upwards, device rows down
    places = [matrix.apply(run.origin.x + glyph.x, run.origin.y + glyph.y) for glyph in run.glyphs]
    letters = [(glyph.id, round(x * PHASES) / PHASES, y) for glyph, (x, y) in zip(run.glyphs, places, strict=True)]
    if matrix.b or matrix.c or not _LARGE <= run.size * matrix.a <= _LARGEST:
        found = _drawn(run.face, shape, letters)
        yield from () if found is None else (found,)
        return
    for glyph, x, y in letters:
        left, top = floor(x), floor(y)
        mask = _letter(run.face, shape, glyph, x - left, y - top)
        if mask is not None:
            yield mask._replace(left=mask.left + left, top=mask.top + top)


@lru_cache(maxsize=1024)
def _letter(face: FaceRef, shape: tuple[float, ...], glyph: int, x: float, y: float) -> Mask | None:
    return _drawn(face, shape, [(glyph, x, y)])


def _drawn(face: FaceRef, shape: tuple[float, ...], letters: Sequence[tuple[int, float, float]]) -> Mask | None:
    """Glyphs with their origins, drawn together; None where they have no ink."""
    made = font(face)
    raster = hb.RasterDraw()
    for glyph, x, y in letters:
        raster.transform = (*shape, x, y)
        raster.draw_glyph(made, glyph)
    image = raster.render()
    extents = image.extents
    if not extents.width or not extents.height:
        return None
    return Mask(extents.x_origin, extents.y_origin, extents.width, extents.height, extents.stride, image.buffer)


class Bitmap(NamedTuple):
    """A colour glyph: uint8 BGRA, premultiplied, rows from the top, `stride` bytes each; left and top in device px."""

    left: int
    top: int
    width: int
    height: int
    stride: int
    data: bytes


class Strike(NamedTuple):
    """A colour glyph as the PNG file in its face, and the box it fills, in layout px before any transform."""

    rect: Rect
    png: bytes


def has_color_glyphs(run: TextRun) -> bool:
    """Whether the run's face paints in colours of its own; `color_glyphs` then draws it, not `ink_masks`."""
    return has_color(run.face)


def color_glyphs(run: TextRun, matrix: Affine) -> Iterator[Bitmap | Strike]:
    """The run's glyphs in the face's own colours; one without colours is drawn in the run's fill, if that is plain.

    `matrix` takes layout px to device px.
    """
    made = font(run.face)
    for glyph in run.glyphs:
        png = made.get_glyph_color_png(glyph.id)
        if png is not None and png.data:
            yield Strike(_box(run, glyph), png.data)
            continue
        bitmap = _painted(run, glyph, matrix)
        if bitmap is not None:
            yield bitmap


def _box(run: TextRun, glyph: Glyph) -> Rect:
    """Where a glyph's ink lies, in layout px; an empty box where it has none."""
    made = font(run.face)
    em = run.size / made.face.upem
    extents = made.get_glyph_extents(glyph.id) or hb.GlyphExtents(0, 0, 0, 0)
    left = run.origin.x + glyph.x + extents.x_bearing * em
    top = run.origin.y + glyph.y - extents.y_bearing * em
    return Rect(left, top, extents.width * em, -extents.height * em)


def _painted(run: TextRun, glyph: Glyph, matrix: Affine) -> Bitmap | None:
    made = font(run.face)
    extents = made.get_glyph_extents(glyph.id)
    if extents is None or not extents.width:
        return None
    raster = hb.RasterPaint()
    em = run.size / made.face.upem
    x, y = matrix.apply(run.origin.x + glyph.x, run.origin.y + glyph.y)
    raster.transform = (matrix.a * em, matrix.b * em, -matrix.c * em, -matrix.d * em, x, y)
    if isinstance(run.fill, Color):
        raster.foreground = hb.Color(run.fill.red, run.fill.green, run.fill.blue, round(run.fill.alpha * 255))
    raster.set_glyph_extents(extents)
    raster.paint_glyph(made, glyph.id)
    image = raster.render()
    found = image.extents
    return Bitmap(found.x_origin, found.y_origin, found.width, found.height, found.stride, image.buffer)


def ink(run: TextRun) -> Rect | None:
    """The box around what the run inks, in layout px; None where it inks nothing."""
    boxes = [_box(run, glyph) for glyph in run.glyphs]
    inked = [box for box in boxes if box.width > 0 and box.height > 0]
    if not inked:
        return None
    whole = inked[0]
    for box in inked[1:]:
        whole = whole.union(box)
    return whole
