"""The painter's walk: each item of a scene, back to front, becomes coverage and is laid on a canvas."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol, assert_never

from PIL import Image, ImageChops

from pipeline import curves
from pipeline.color import Color
from pipeline.geometry import Affine, Rect
from pipeline.paint import pictures, shadows, shapes
from pipeline.paint.shapes import Bounds, Coverage
from pipeline.scene import Box, Group, Item, Paint, Path, Picture, TextRun
from pipeline.typography import Mask, Strike, color_glyphs, has_color_glyphs, ink_masks


class Canvas(Protocol):
    """What the walk asks of pixels."""

    bounds: Bounds

    def text_levels(self, paint: Paint) -> int: ...

    def fill(self, coverage: Coverage, paint: Paint, matrix: Affine) -> None: ...

    def picture(self, coverage: Coverage, pixels: Image.Image) -> None: ...

    def before(self, bounds: Bounds) -> Image.Image: ...

    def keep(self, coverage: Coverage, before: Image.Image, opacity: float) -> None: ...


def paint_items(canvas: Canvas, items: tuple[Item, ...], matrix: Affine, clip: Bounds) -> None:
    """Lay the items on the canvas within `clip`; `matrix` takes their coordinates to device px."""
    for item in items:
        match item:
            case Box():
                _paint_box(canvas, item, matrix, clip)
            case Path():
                _paint_path(canvas, item, matrix, clip)
            case TextRun():
                _paint_text(canvas, item, matrix, clip)
            case Picture():
                _paint_picture(canvas, item, matrix, clip)
            case Group():
                _paint_group(canvas, item, matrix, clip)
            case _:
                assert_never(item)


def _fill(canvas: Canvas, covered: Coverage | None, paint: Paint, matrix: Affine) -> None:
    if covered is not None:
        canvas.fill(covered, paint, matrix)


def _fill_tiles(canvas: Canvas, covered: Coverage | None, paint: Paint, matrix: Affine) -> None:
    """Fill what may be large and mostly empty; a gradient is worked out once for all of it."""
    if covered is not None:
        for tile in covered.tiles() if isinstance(paint, Color) else (covered,):
            canvas.fill(tile, paint, matrix)


def _paint_box(canvas: Canvas, box: Box, matrix: Affine, clip: Bounds) -> None:
    _paint_shadows(canvas, box, matrix, clip)
    if isinstance(box.fill, Color):
        for covered in shapes.box_parts(box.rect, box.radius, matrix, clip):
            canvas.fill(covered, box.fill, matrix)
    elif box.fill is not None:
        _fill(canvas, shapes.box(box.rect, box.radius, matrix, clip), box.fill, matrix)
    if box.stroke is not None:
        edge = curves.rounded_rect(box.rect, box.radius)
        _fill_tiles(canvas, shapes.stroke(edge, box.stroke, matrix, clip), box.stroke.paint, matrix)


def _paint_shadows(canvas: Canvas, box: Box, matrix: Affine, clip: Bounds) -> None:
    """The shadows of a box, but for what it hides of them itself."""
    is_opaque = isinstance(box.fill, Color) and box.fill.alpha >= 1
    hidden = shapes.inside(box.rect, box.radius, matrix, clip) if is_opaque and box.shadows else None
    for part in (clip,) if hidden is None else tuple(clip.around(hidden)):
        for shadow in box.shadows:
            _fill(canvas, shadows.coverage(box.rect, box.radius, shadow, matrix, part), shadow.color, matrix)


def _paint_path(canvas: Canvas, path: Path, matrix: Affine, clip: Bounds) -> None:
    if path.fill is not None:
        _fill_tiles(canvas, shapes.outline(path.outline, matrix, clip), path.fill, matrix)
    if path.stroke is not None:
        _fill_tiles(canvas, shapes.stroke(path.outline, path.stroke, matrix, clip), path.stroke.paint, matrix)


def _paint_text(canvas: Canvas, run: TextRun, matrix: Affine, clip: Bounds) -> None:
    if has_color_glyphs(run):
        _paint_color_glyphs(canvas, run, matrix, clip)
        return
    inked = _inked(run, matrix, canvas.text_levels(run.fill))
    if inked is not None:
        _fill(canvas, inked.within(clip), run.fill, matrix)


@lru_cache(maxsize=512)
def _inked(run: TextRun, matrix: Affine, levels: int) -> Coverage | None:
    """What a run's ink covers, in so many levels; words that a series of pictures shares are rasterised once."""
    parts = list(ink_masks(run, matrix))
    if not parts:
        return None
    placed = [Bounds(each.left, each.top, each.left + each.width, each.top + each.height) for each in parts]
    lefts, tops, rights, bottoms = zip(*placed, strict=True)
    bounds = Bounds(min(lefts), min(tops), max(rights), max(bottoms))
    image = Image.new("L", bounds.size)
    reached = bounds.left
    for mask, box in zip(parts, placed, strict=True):
        where, glyph = box.within(bounds), _image(mask._replace(left=0, top=0))
        beside = glyph if box.left >= reached else ImageChops.add(image.crop(where), glyph)
        image.im.paste(beside.im, where)
        reached = max(reached, box.right)
    return Coverage(bounds, shapes.stepped(image, levels))


@lru_cache(maxsize=2048)
def _image(mask: Mask) -> Image.Image:
    return Image.frombuffer("L", (mask.width, mask.height), mask.data, "raw", "L", mask.stride, 1)


def _paint_color_glyphs(canvas: Canvas, run: TextRun, matrix: Affine, clip: Bounds) -> None:
    for glyph in color_glyphs(run, matrix):
        if isinstance(glyph, Strike):
            covered = shapes.box(glyph.rect, 0, matrix, clip)
            if covered is not None:
                canvas.picture(covered, pictures.strike(glyph.png, glyph.rect, matrix, covered.bounds))
            continue
        bounds = Bounds(glyph.left, glyph.top, glyph.left + glyph.width, glyph.top + glyph.height)
        seen = bounds.intersection(clip)
        if seen is not None:
            image = Image.frombytes("RGBA", bounds.size, glyph.data, "raw", "BGRa", glyph.stride, 1)
            canvas.picture(Coverage(seen, None), image.crop(seen.within(bounds)))


def _paint_picture(canvas: Canvas, picture: Picture, matrix: Affine, clip: Bounds) -> None:
    covered = shapes.box(picture.rect, picture.radius, matrix, clip)
    if covered is not None:
        canvas.picture(covered, pictures.pixels(picture, matrix, covered.bounds))


def _paint_group(canvas: Canvas, group: Group, matrix: Affine, clip: Bounds) -> None:
    inner = matrix @ group.transform
    if group.opacity <= 0 or inner.determinant == 0:
        return
    covered: Coverage | None = Coverage(clip, None)
    if isinstance(group.clip, Rect):
        covered = shapes.box(group.clip, 0, inner, clip)
    elif group.clip is not None:
        covered = shapes.outline(group.clip, inner, clip)
    if covered is None:
        return
    if covered.mask is None and group.opacity >= 1:
        paint_items(canvas, group.items, inner, covered.bounds)
        return
    before = canvas.before(covered.bounds)
    paint_items(canvas, group.items, inner, covered.bounds)
    canvas.keep(covered, before, group.opacity)
