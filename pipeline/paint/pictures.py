"""Pictures: image files and bitmaps brought to device pixels: turned upright, cropped, resampled, toned."""

from __future__ import annotations

import io
from math import ceil, hypot

from PIL import Image, ImageMath

from pipeline import files
from pipeline.color import LUMINANCE, Color, between
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
_ON_ITS_SIDE = [_UPRIGHT[orientation] for orientation in (5, 6, 7, 8)]
_EDGE = 2  # pixels that bicubic sampling looks beyond the edge


def pixels(picture: Picture, matrix: Affine, bounds: Bounds) -> Image.Image:
    """What `bounds` shows of a picture that fills its box; raises AssetError if the file is missing or broken."""
    image, box = _shown(picture, *_device_size(picture.rect, matrix))
    shown = placed(image, box, picture.rect, matrix, bounds)
    return toned(shown, *picture.tones) if picture.tones else shown


def _shown(picture: Picture, width: float, height: float) -> tuple[Image.Image, tuple[float, float, float, float]]:
    """The picture, fine enough to fill so many pixels, and the part of it that its box shows."""
    crop, longest = picture.crop, 2 * ceil(max(width, height))
    enough = (ceil(width / crop.width), ceil(height / crop.height)) if crop else (longest, longest)
    image = _read(picture.path, picture.role, enough)
    return image, _part(image.size, crop) if crop else _covering(image.size, width / height)


def toned(image: Image.Image, dark: Color, light: Color) -> Image.Image:
    """The image in two colours: by the luminance of each pixel, straight between them; what is clear stays clear."""
    red, green, blue, *alpha = image.split()
    r, g, b = LUMINANCE
    sums = ImageMath.lambda_eval(lambda of: of["r"] * r + of["g"] * g + of["b"] * b + 128 >> 8, r=red, g=green, b=blue)
    grey = sums.convert("L")
    channels = [
        grey.point([between(low, high, level) for level in range(256)])
        for low, high in zip(dark[:3], light[:3], strict=True)
    ]
    return Image.merge(image.mode, (*channels, *alpha))


def cropped(picture: Picture, fine: float) -> Image.Image:
    """The part of a picture that its box shows, upright, in sRGB, at most `fine` px for each of the box's px.

    Raises AssetError if the file is missing or broken.
    """
    width = picture.rect.width * fine
    image, box = _shown(picture, width, picture.rect.height * fine)
    share = min(1.0, width / (box[2] - box[0]))
    size = (max(1, round((box[2] - box[0]) * share)), max(1, round((box[3] - box[1]) * share)))
    part = image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)
    return toned(part, *picture.tones) if picture.tones else part


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


def _part(size: tuple[int, int], crop: Rect) -> tuple[float, float, float, float]:
    """The part of an image that a crop in shares of its width and height leaves."""
    left, top = max(0.0, crop.x * size[0]), max(0.0, crop.y * size[1])
    return left, top, min(crop.right * size[0], size[0]), min(crop.bottom * size[1], size[1])


def _covering(size: tuple[int, int], ratio: float) -> tuple[float, float, float, float]:
    """The largest box of that ratio of width to height about the middle of an image."""
    width, height = min(size[0], size[1] * ratio), min(size[1], size[0] / ratio)
    left, top = (size[0] - width) / 2, (size[1] - height) / 2
    return left, top, left + width, top + height


def _read(path: str, role: str, enough: tuple[int, int]) -> Image.Image:
    """The picture upright, RGB or RGBA; a JPEG that is twice as large as `enough` or more is read reduced."""
    try:
        data = files.read(path, MOST_BYTES)
    except FileNotFoundError as error:
        hint = "a picture's path counts from the folder of the spec"
        raise AssetError(Problem(f"there is no picture {path}", hint=hint, field=role)) from error
    except IsADirectoryError as error:
        raise AssetError(Problem(f"{path} is a folder", hint="name a picture in it", field=role)) from error
    except files.Refused as error:
        raise AssetError(Problem(f"{path}: {error}", hint=error.hint, field=role)) from error
    except (OSError, ValueError) as error:
        raise AssetError(Problem(f"cannot read the picture {path}: {reason(error)}", field=role)) from error
    return decoded(data, path, role, enough)


def decoded(data: bytes, name: str, role: str, enough: tuple[int, int]) -> Image.Image:
    """The picture in `data` upright, RGB or RGBA; a JPEG that is twice as large as `enough` or more is read reduced.

    Raises AssetError, naming the file and the field `role`, for what is no picture, is broken or too large.
    """
    try:
        with opened(data, FORMATS) as image:
            turn = _UPRIGHT.get(image.getexif().get(_ORIENTATION, 1))
            image.draft("RGB", enough[::-1] if turn in _ON_ITS_SIDE else enough)
            upright = image if turn is None else image.transpose(turn)
            return _in_srgb(_eight_bit(upright), image.info.get("icc_profile"))
    except TooManyPixelsError as error:
        hint = "save it smaller: no side needs more than 4,000 pixels"
        raise AssetError(Problem(f"{name}: {error}", hint=hint, field=role)) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        hint = "a PNG, JPEG or WebP file is expected; open it in a viewer to see whether it is whole"
        raise AssetError(Problem(f"cannot read the picture {name}: {reason(error)}", hint=hint, field=role)) from error


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
