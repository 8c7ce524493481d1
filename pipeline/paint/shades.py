"""How dark and how light a picture file is, cell by cell: what a layout has to know of a photograph to write on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from PIL import Image, ImageChops

from pipeline.geometry import Size
from pipeline.paint.pictures import decoded
from pipeline.scene import Shades

CELLS = 128  # along the longer side
HALVINGS = 4  # 16 x 16 pixels a cell: some 2,000 along the longer side are as many as most pages have
ENOUGH = 1024  # pixels of the shorter side


def looked_at(data: bytes, name: str, role: str) -> tuple[Size, Shades]:
    """How many pixels the picture in `data` has, at least as far as it was read, and its shades.

    Raises AssetError, naming the file and the field `role`, for what is no picture, is broken or too large.
    """
    image = decoded(data, name, role, (ENOUGH, ENOUGH))
    longest = max(image.size)
    columns, rows = (max(1, round(side * min(1.0, CELLS / longest))) for side in image.size)
    halvings = min(HALVINGS, max(0, (longest // CELLS).bit_length() - 1))
    fine = image.resize((columns << halvings, rows << halvings), Image.Resampling.BOX)
    dark = light = fine
    shows_through = fine.mode == "RGBA" and fine.getchannel("A").getextrema() != (255, 255)
    if fine.mode == "RGBA":  # what cannot be seen is neither
        dark, light = (_on(fine, level) for level in (255, 0))
    for _ in range(halvings):
        dark, light = (_halved(dark, ImageChops.darker), _halved(light, ImageChops.lighter))
    return Size(*image.size), Shades(columns, rows, dark.tobytes(), light.tobytes(), shows_through)


def _on(image: Image.Image, level: int) -> Image.Image:
    """The image without its alpha, on a grey of that level where nothing of it can be seen."""
    red, green, blue, alpha = image.split()
    ground = Image.new("RGB", image.size, (level, level, level))
    ground.paste(Image.merge("RGB", (red, green, blue)), (0, 0), alpha.point([0] + [255] * 255))
    return ground


def _halved(image: Image.Image, chosen: Callable[[Image.Image, Image.Image], Image.Image]) -> Image.Image:
    """The image at half its size: of each four pixels the one that is chosen, in every channel by itself."""
    size = image.width // 2, image.height // 2
    quarters = [
        image.transform(size, Image.Transform.AFFINE, (2, 0, right - 0.5, 0, 2, down - 0.5), Image.Resampling.NEAREST)
        for right in (0, 1)
        for down in (0, 1)
    ]
    return reduce(chosen, quarters)
