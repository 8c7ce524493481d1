"""The canvas for everything: RGB pixels, with gradients, pictures and groups that fade or are clipped."""

from __future__ import annotations

from PIL import Image

from pipeline.color import Color
from pipeline.geometry import Affine, Rect
from pipeline.paint import gradients
from pipeline.paint.gradients import Gradient
from pipeline.paint.raster import Raster
from pipeline.paint.shapes import Bounds, Coverage, faded, touched
from pipeline.scene import Paint, RadialGradient

_PIECE_BYTES = 16 << 20


class RgbCanvas:
    """Pixels that start white and are painted over, back to front."""

    def __init__(self, width: int, height: int, image: Image.Image | None = None) -> None:
        self.bounds = Bounds(0, 0, width, height)
        self._image = Image.new("RGB", (width, height), (255, 255, 255)) if image is None else image

    def fill(self, coverage: Coverage, paint: Paint, matrix: Affine) -> None:
        """Lay a paint over what `coverage` covers; `matrix` takes a gradient's points to device px."""
        reached = coverage if isinstance(paint, Color) else coverage.within(_reach(paint, matrix, coverage.bounds))
        if reached is None:
            return
        bounds, mask, _ = reached
        if not isinstance(paint, Color):
            piece = gradients.over(self._image.crop(bounds), paint, matrix, bounds.left, bounds.top)
            self._image.paste(piece, bounds, mask)
        elif paint.alpha >= 1:
            self._image.paste(paint[:3], bounds, mask)
        elif paint.alpha > 0:
            self._image.paste(paint[:3], bounds, faded(mask or Image.new("L", bounds.size, 255), paint.alpha))

    def picture(self, coverage: Coverage, pixels: Image.Image) -> None:
        """Lay a picture (RGB or RGBA, the size of the coverage's bounds) over what `coverage` covers."""
        bounds, mask, _ = coverage
        if pixels.mode == "RGBA":
            base = self._image.crop(bounds)
            base.paste(pixels, (0, 0), pixels)
            pixels = base
        self._image.paste(pixels, bounds, mask)

    def before(self, bounds: Bounds) -> Image.Image:
        """A copy of the pixels in `bounds`, to be handed to `keep` after a group has been painted there."""
        return self._image.crop(bounds)

    def keep(self, coverage: Coverage, before: Image.Image, opacity: float) -> None:
        """Keep what was painted since `before` where `coverage` covers, at a share of its strength.

        Mixing the pixels before and after is what laying the group over them as one sheet would give.
        """
        bounds, mask, _ = coverage
        mask = faded(mask or Image.new("L", bounds.size, 255), opacity)
        before.paste(self._image.crop(bounds), (0, 0), mask)
        self._image.paste(before, bounds)

    def copy(self) -> RgbCanvas:
        """The same pixels, free to be painted on."""
        return RgbCanvas(*self.bounds.size, self._image.copy())

    @property
    def nbytes(self) -> int:
        """Memory that the pixels take."""
        return self.bounds.right * self.bounds.bottom * 4  # Pillow keeps RGB in four bytes

    def raster(self) -> Raster:
        """The finished pixels."""
        width, height = self._image.size
        stride = width * 3 + 1  # one byte more than the pixels: the zero after each row is the next row's filter byte
        # Image.tobytes would import ImageFile and logging, 11 ms in a fresh process, to do just this
        encoder = Image.core.raw_encoder("RGB", "RGB", stride, 1)  # type: ignore[attr-defined]
        encoder.setimage(self._image.im, (0, 0, width, height))
        piece = stride * min(height, max(1, _PIECE_BYTES // stride))
        _, status, packed = encoder.encode(piece)
        scanlines: bytes | bytearray = b"".join((b"\0", packed if status == 0 else memoryview(packed)[:-1]))
        if status == 0:  # the rest of a large page piece by piece, so that it is not held twice
            scanlines = bytearray(scanlines)
            while status == 0:
                _, status, packed = encoder.encode(piece)
                scanlines += packed
            del scanlines[-1]
        encoder.cleanup()
        return Raster(width, height, None, scanlines)


def _reach(gradient: Gradient, matrix: Affine, within: Bounds) -> Bounds:
    """Where a gradient can be seen: one that fades out towards its rim leaves what lies beyond as it is."""
    if isinstance(gradient, RadialGradient) and gradient.stops[-1].color.alpha == 0:
        return touched(matrix.bounds(Rect.around(gradient.center, gradient.radius)))
    return within
