"""Pictures: image files and bitmaps brought to device pixels: turned upright, cropped to cover, resampled."""

from __future__ import annotations

import io
from math import ceil, hypot

from PIL import Image

from pipeline import files
from pipeline.errors import AssetError, Problem, reason
from pipeline.geometry import Affine, Rect
from pipeline.paint.opening import TooManyPixelsError, opened
from pipeline.paint.shapes import WHOLE_PIXEL, Bounds
from pipeline.scene import Picture

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_BYTES = 50_000_000  # a photo of 40 million pixels has about 20 MB
_ORIENTATION = 0x0112  # Exif 2.32, table 4
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_EDGE = 2  # pixels that bicubic sampling looks beyond the edge


def pixels(picture: Picture, matrix: Affine, bounds: Bounds) -> Image.Image:
    """What `bounds` shows of a picture that covers its box; raises AssetError if the file is missing or broken."""
    width, height = _device_size(picture.rect, matrix)
    image = _read(picture.path, picture.role, width, height)
    return placed(image, _covering(image.size, width / height), picture.rect, matrix, bounds)


def cropped(picture: Picture, fine: float) -> Image.Image:
    """The part of a picture that its box shows, upright, in sRGB, at most `fine` px for each of the box's px.

    Raises AssetError if the file is missing or broken.
    """
    width, height = picture.rect.width * fine, picture.rect.height * fine
    image = _read(picture.path, picture.role, width, height)
    box = _covering(image.size, width / height)
    share = min(1.0, width / (box[2] - box[0]))
    size = (max(1, round((box[2] - box[0]) * share)), max(1, round((box[3] - box[1]) * share)))
    return image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def strike(png: bytes, rect: Rect, matrix: Affine, bounds: Bounds) -> Image.Image:
    """What `bounds` shows of a bitmap glyph, the PNG of a face, stretched to its box."""
    image = opened(png, ("PNG",)).convert("RGBA")
    return placed(image, (0, 0, *image.size), rect, matrix, bounds)


def placed(
    image: Image.Image, box: tuple[float, float, float, float], rect: Rect, matrix: Affine, bounds: Bounds
) -> Image.Image:
    """What `bounds` shows of the part `box` of an image when that part fills `rect`, moved through `matrix`."""
    width, height = (max(1, ceil(length - WHOLE_PIXEL)) for length in _device_size(rect, matrix))
    fitted = image.resize((width, height), Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)
    at = matrix.bounds(rect)
    is_upright = matrix.b == 0 and matrix.c == 0 and matrix.a > 0 and matrix.d > 0
    if is_upright and max(abs(edge - round(edge)) for edge in (at.x, at.y, at.right, at.bottom)) <= WHOLE_PIXEL:
        left, top = round(at.x), round(at.y)
        return fitted.crop((bounds.left - left, bounds.top - top, bounds.right - left, bounds.bottom - top))
    padded = fitted.resize((width + 2 * _EDGE, height + 2 * _EDGE), Image.Resampling.NEAREST)
    padded.paste(fitted, (_EDGE, _EDGE))
    to_rect = Affine.translate(-rect.x, -rect.y) @ matrix.inverse @ Affine.translate(bounds.left, bounds.top)
    to_image = Affine.translate(_EDGE, _EDGE) @ Affine.scale(width / rect.width, height / rect.height) @ to_rect
    a, b, c, d, e, f = to_image
    return padded.transform(bounds.size, Image.Transform.AFFINE, (a, c, e, b, d, f), Image.Resampling.BICUBIC)


def _device_size(rect: Rect, matrix: Affine) -> tuple[float, float]:
    return rect.width * hypot(matrix.a, matrix.b), rect.height * hypot(matrix.c, matrix.d)


def _covering(size: tuple[int, int], ratio: float) -> tuple[float, float, float, float]:
    """The largest box of that ratio of width to height about the middle of an image."""
    width, height = min(size[0], size[1] * ratio), min(size[1], size[0] / ratio)
    left, top = (size[0] - width) / 2, (size[1] - height) / 2
    return left, top, left + width, top + height


def _read(path: str, role: str, width: float, height: float) -> Image.Image:
    """The picture upright, RGB or RGBA; a JPEG much larger than width x height device px is read reduced."""
    try:
        with opened(files.read(path, MOST_BYTES), FORMATS) as image:
            turn = _UPRIGHT.get(image.getexif().get(_ORIENTATION, 1))
            longest = ceil(max(width, height))
            image.draft("RGB", (2 * longest, 2 * longest))  # whichever way it will be turned
            upright = image if turn is None else image.transpose(turn)
            return _in_srgb(_eight_bit(upright), image.info.get("icc_profile"))
    except FileNotFoundError as error:
        hint = "a picture's path counts from the folder of the spec"
        raise AssetError(Problem(f"there is no picture {path}", hint=hint, field=role)) from error
    except IsADirectoryError as error:
        raise AssetError(Problem(f"{path} is a folder", hint="name a picture in it", field=role)) from error
    except files.Refused as error:
        raise AssetError(Problem(f"{path}: {error}", hint=error.hint, field=role)) from error
    except TooManyPixelsError as error:
        hint = "save it smaller: no side needs more than 4,000 pixels"
        raise AssetError(Problem(f"{path}: {error}", hint=hint, field=role)) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        hint = "a PNG, JPEG or WebP file is expected; open it in a viewer to see whether it is whole"
        raise AssetError(Problem(f"cannot read the picture {path}: {reason(error)}", hint=hint, field=role)) from error


def _eight_bit(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):  # 16-bit grey
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The image's colours as sRGB; a photo of a telephone is often in Display P3. A broken profile is passed over."""
    if not profile or b"sRGB" in profile:
        return image
    from PIL import ImageCms  # 5 ms that only such a picture pays

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image
