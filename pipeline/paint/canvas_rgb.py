"""The canvas for everything: RGB pixels, with gradients, pictures and groups that fade or are clipped."""

from __future__ import annotations

from math import ceil

from PIL import Image

from pipeline.color import Color
from pipeline.geometry import Affine, Rect
from pipeline.paint import gradients
from pipeline.paint.gradients import Gradient
from pipeline.paint.raster import Raster
from pipeline.paint.shapes import Bounds, Coverage, faded, touched
from pipeline.scene import Paint, RadialGradient

WIDEST_STEP = 7.9  # of 255, on the edges of letters, in place of 1: a page of text takes a quarter fewer bytes
_PIECE_BYTES = 16 << 20


class RgbCanvas:
    """Pixels that start white and are painted over, back to front: a page, or the band of one that begins at `top`.

    The image has one row more, above the page: when rows are packed with a zero after each, the one after that row is
    the filter byte before the page's first, and megabytes need not be moved by one byte.
    """

    def __init__(self, width: int, height: int, image: Image.Image | None = None, top: int = 0) -> None:
        self.bounds = Bounds(0, top, width, top + height)
        self._image = Image.new("RGB", (width, height + 1), (255, 255, 255)) if image is None else image

    def _crop(self, bounds: Bounds) -> Image.Image:
        return self._image.crop(self._in_image(bounds))

    def _paste(self, what: Image.Image | tuple[int, int, int], bounds: Bounds, mask: Image.Image | None = None) -> None:
        """Image.paste without its checks, which take as long as a word's pixels."""
        source = what.im if isinstance(what, Image.Image) else what
        if mask is None:
            self._image.im.paste(source, self._in_image(bounds))
            return
        if isinstance(what, tuple):  # through a mask, Pillow takes twice as long for a colour as for an image of it
            source = Image.core.fill("RGB", bounds.size, what)  # type: ignore[attr-defined]
        self._image.im.paste(source, self._in_image(bounds), mask.im)

    def _in_image(self, bounds: Bounds) -> Bounds:
        """Where the page's pixels are in an image that has a row above them."""
        down = 1 - self.bounds.top
        return Bounds(bounds.left, bounds.top + down, bounds.right, bounds.bottom + down)

    def text_levels(self, paint: Paint) -> int:
        """How many levels the edges of letters need, whatever lies below, for steps that cannot be told apart."""
        colors = (paint,) if isinstance(paint, Color) else (stop.color for stop in paint.stops)
        return ceil(max(max(*color[:3], 255 - min(color[:3])) * color.alpha for color in colors) / WIDEST_STEP) or 1

    def fill(self, coverage: Coverage, paint: Paint, matrix: Affine) -> None:
        """Lay a paint over what `coverage` covers; `matrix` takes a gradient's points to device px."""
        reached = coverage if isinstance(paint, Color) else coverage.within(_reach(paint, matrix, coverage.bounds))
        if reached is None:
            return
        bounds, mask, _ = reached
        if not isinstance(paint, Color):
            piece = gradients.over(self._crop(bounds), paint, matrix, bounds.left, bounds.top)
            self._paste(piece, bounds, mask)
        elif paint.alpha >= 1:
            self._paste(paint[:3], bounds, mask)
        elif paint.alpha > 0:
            self._paste(paint[:3], bounds, faded(mask or Image.new("L", bounds.size, 255), paint.alpha))

    def picture(self, coverage: Coverage, pixels: Image.Image) -> None:
        """Lay a picture (RGB or RGBA, the size of the coverage's bounds) over what `coverage` covers."""
        bounds, mask, _ = coverage
        if pixels.mode == "RGBA":
            base = self._crop(bounds)
            base.paste(pixels, (0, 0), pixels)
            pixels = base
        self._paste(pixels, bounds, mask)

    def before(self, bounds: Bounds) -> Image.Image:
        """A copy of the pixels in `bounds`, to be handed to `keep` after a group has been painted there."""
        return self._crop(bounds)

    def keep(self, coverage: Coverage, before: Image.Image, opacity: float) -> None:
        """Keep what was painted since `before` where `coverage` covers, at a share of its strength.

        Mixing the pixels before and after is what laying the group over them as one sheet would give.
        """
        bounds, mask, _ = coverage
        mask = faded(mask or Image.new("L", bounds.size, 255), opacity)
        before.paste(self._crop(bounds), (0, 0), mask)
        self._paste(before, bounds)

    def copy(self) -> RgbCanvas:
        """The same pixels, free to be painted on."""
        return RgbCanvas(*self.bounds.size, self._image.copy(), self.bounds.top)

    @property
    def nbytes(self) -> int:
        """Memory that the pixels take."""
        width, height = self.bounds.size
        return width * height * 4  # Pillow keeps RGB in four bytes

    def raster(self) -> Raster:
        """The finished pixels."""
        width, rows = self._image.size
        stride = width * 3 + 1  # one byte more than the pixels
        # Image.tobytes would import ImageFile and logging, 11 ms in a fresh process, to do just this
        encoder = Image.core.raw_encoder("RGB", "RGB", stride, 1)  # type: ignore[attr-defined]
        encoder.setimage(self._image.im, (0, 0, width, rows))
        piece = stride * min(rows, max(1, _PIECE_BYTES // stride))
        _, status, packed = encoder.encode(piece)
        scanlines: memoryview | bytearray = memoryview(packed)[stride - 1 : -1]
        if status == 0:  # the rest of a large page piece by piece, so that it is not held twice
            scanlines = bytearray(memoryview(packed)[stride - 1 :])
            while status == 0:
                _, status, packed = encoder.encode(piece)
                scanlines += packed
            del scanlines[-1]
        encoder.cleanup()
        return Raster(width, rows - 1, None, scanlines)


def _reach(gradient: Gradient, matrix: Affine, within: Bounds) -> Bounds:
    """Where a gradient can be seen: one that fades out towards its rim leaves what lies beyond as it is."""
    if isinstance(gradient, RadialGradient) and gradient.stops[-1].color.alpha == 0:
        return touched(matrix.bounds(Rect.around(gradient.center, gradient.radius)))
    return within
