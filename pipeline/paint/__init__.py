"""Paint: a `Scene` becomes pixels. The painter decides nothing: no wrapping, no fallback, no theme.

    items                          walks the scene: each item becomes coverage and the paint that goes through it
    shapes, shadows, pictures      what is covered, and by which pixels
    canvas_indexed, canvas_rgb     lay paint over what is there
    gradients, glows, fields       the paints that are not one colour
    backdrops                      what several pictures share is painted once

A picture of plain colours is painted with a palette, as long as 256 entries will do; all others in RGB.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

from pipeline.color import Color
from pipeline.geometry import Affine
from pipeline.paint import backdrops
from pipeline.paint.canvas_indexed import IndexedCanvas, NeedsRgbError
from pipeline.paint.canvas_rgb import RgbCanvas
from pipeline.paint.items import paint_items
from pipeline.paint.raster import Raster
from pipeline.scene import Box, Group, Item, Path, Picture, Scene, TextRun, device_size

__all__ = ["Raster", "paint"]

# glibc gives every large buffer back to the system, until one as large as this has come and gone (mallopt(3),
# M_MMAP_THRESHOLD): the 4 MB of an image or its scanlines are else 1,000 page faults, 2.5 ms. Of `bytes` nothing is
# touched. Pillow's own store of blocks would grow and shrink them by copying.
bytes(31 << 20)

MOST_AT_ONCE = 16_000_000  # pixels of a page that is painted whole: 64 MB
BAND_PIXELS = 4_000_000
MOST_PLAIN = 9  # colours; more of them make more than 256 with their edges, which would be found out only at the end

_CanvasT = TypeVar("_CanvasT", RgbCanvas, IndexedCanvas)


def paint(scene: Scene, scale: float = 1) -> Raster:
    """The scene's pixels at `scale` device px for each layout px; raises AssetError for a picture it cannot read."""
    plain = set(_colors(scene.items))
    for canvas_type in (IndexedCanvas, _fine) if None not in plain and len(plain) <= MOST_PLAIN else ():
        with suppress(NeedsRgbError):
            return _painted(canvas_type, scene, scale).raster()
    width, height = device_size(scene, scale)
    return _in_bands(scene, scale) if width * height > MOST_AT_ONCE else _painted(RgbCanvas, scene, scale).raster()


def _fine(width: int, height: int) -> IndexedCanvas:
    return IndexedCanvas(width, height, is_fine=True)


def _painted(canvas_type: Callable[[int, int], _CanvasT], scene: Scene, scale: float) -> _CanvasT:
    width, height = device_size(scene, scale)
    matrix = Affine.scale(scale)
    count = backdrops.shared_part(scene.items)
    back, front = scene.items[:count], scene.items[count:]

    def backdrop() -> _CanvasT:
        canvas = canvas_type(width, height)
        paint_items(canvas, back, matrix, canvas.bounds)
        return canvas

    key = (canvas_type, width, height, scale, back)
    canvas = backdrops.remembered(key, backdrop) if back else backdrop()
    paint_items(canvas, front, matrix, canvas.bounds)
    return canvas


def _in_bands(scene: Scene, scale: float) -> Raster:
    """A large page in RGB, band by band: whole it would be held twice, by Pillow in four bytes a pixel."""
    width, height = device_size(scene, scale)
    stride = 3 * width + 1
    scanlines = memoryview(bytearray(stride * height))
    rows = max(1, BAND_PIXELS // width)
    for top in range(0, height, rows):
        canvas = RgbCanvas(width, min(rows, height - top), top=top)
        paint_items(canvas, scene.items, Affine.scale(scale), canvas.bounds)
        scanlines[top * stride : (top + rows) * stride] = canvas.raster().scanlines
    return Raster(width, height, None, scanlines)


def _colors(items: Iterable[Item]) -> Iterator[Color | None]:
    """The colours that items are painted in; None stands for what no palette holds."""
    for item in items:
        match item:
            case Group():
                yield from _colors(item.items) if item.opacity == 1 else (None,)
            case Picture():
                yield None
            case TextRun():
                yield item.fill if isinstance(item.fill, Color) else None
            case Box() | Path():
                paints = (item.fill, item.stroke and item.stroke.paint)
                yield from (paint if isinstance(paint, Color) else None for paint in paints if paint is not None)
                yield from (shadow.color for shadow in item.shadows) if isinstance(item, Box) else ()
