"""Glyphs as pixels: HarfBuzz rasterises shaped runs at fractional positions, under any affine transform."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import uharfbuzz as hb

from pipeline.color import Color
from pipeline.geometry import Affine, Rect
from pipeline.scene import Glyph, TextRun
from pipeline.typography.faces import font, has_color

PHASES = 8  # places within a device pixel where a glyph may begin: letters repeat, and the picture compresses better


class Mask(NamedTuple):
    """Coverage of a run: uint8, rows top to bottom, `stride` bytes a row; left and top in device px."""

    left: int
    top: int
    width: int
    height: int
    stride: int
    data: bytes


def coverage(run: TextRun, matrix: Affine) -> Mask | None:
    """How far the run's ink covers each device pixel, or None where it has no ink.

    `matrix` takes layout px to device px.
    """
    made = font(run.face)
    raster = hb.RasterDraw()
    em = run.size / made.face.upem
    a, b, c, d = matrix.a * em, matrix.b * em, matrix.c * em, matrix.d * em
    for glyph in run.glyphs:
        x, y = matrix.apply(run.origin.x + glyph.x, run.origin.y + glyph.y)
        x = round(x * PHASES) / PHASES
        raster.transform = (a, b, -c, -d, x, y)  # font units point upwards, device rows downwards
        raster.draw_glyph(made, glyph.id)
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
    """Whether the run's face paints in colours of its own; `color_glyphs` then draws it, not `coverage`."""
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
