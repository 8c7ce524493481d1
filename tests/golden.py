"""Goldens: pictures that were looked at once and are compared with from then on, by the eye's own measure.

Both pictures are averaged over blocks of 8 x 8 px in CIELAB, colours and steps from pixel to pixel; no block may differ
by more than dE 2.3. A red golden leaves expected, difference and actual side by side in `output/failed/`.
`make goldens` accepts what is drawn.
"""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest
from PIL import Image, ImageChops

FOLDER = Path(__file__).parent / "goldens"
MADE_WITH = FOLDER / "MADE_WITH"
FAILED = Path(__file__).parent.parent / "output" / "failed"
BLOCK = 8
MOST_DIFFERENCE = 2.3  # one just noticeable difference: Mahy, Van Eycken and Oosterlinck, 1994
STEPS_WEIGHT = 4.0  # a blur of 0.6 px is 2.4 in the softest golden, a stroke smoothed a little 0.1
MOST_WIDTH, MOST_BYTES = 420, 24_000

Labs: TypeAlias = "np.ndarray[Any, Any]"  # float64, (height, width, 3), CIELAB


def check(picture: Image.Image, name: str, request: pytest.FixtureRequest) -> None:
    """Fail the test if the picture differs visibly from `goldens/{name}.png`; skip it under other library versions."""
    path = FOLDER / f"{name}.png"
    if request.config.getoption("--accept-goldens"):
        _accept(picture, path)
        return
    if MADE_WITH.read_text(encoding="utf-8") != versions():
        pytest.skip(f"goldens were made with {' '.join(MADE_WITH.read_text(encoding='utf-8').split())}")
    if not path.exists():
        pytest.fail(f"there is no golden {name}; look at the picture, then accept it with `make goldens`")
    expected = Image.open(path).convert("RGB")
    difference = worst_block(expected, picture.convert("RGB"))
    if difference > MOST_DIFFERENCE:
        sheet = _show(expected, picture.convert("RGB"), name, difference)
        pytest.fail(f"{name}: a block differs by dE {difference:.1f}, more than {MOST_DIFFERENCE}; see {sheet}")


def versions() -> str:
    """The libraries that decide the pixels, a line each."""
    return "".join(f"{library} {version(library)}\n" for library in ("aggdraw", "pillow", "uharfbuzz"))


_TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))


def worst_block(expected: Image.Image, actual: Image.Image) -> float:
    """The largest difference of any block in CIELAB (CIE 1976 dE); infinite if the sizes differ.

    Of the blocks' mean colours, and of how much neighbours in them differ: pixels in another order and a blur keep the
    means. Both on two grids, the second moved by half a block: what is mirrored about a block's middle keeps its own.
    """
    return _worst(expected, actual, ((_colors, 1.0), (_steps, STEPS_WEIGHT)))


def worst_color(expected: Image.Image, actual: Image.Image) -> float:
    """As `worst_block`, of the blocks' mean colours alone: for dithered, compressed and otherwise smoothed pictures."""
    return _worst(expected, actual, ((_colors, 1.0),))


def _worst(
    expected: Image.Image, actual: Image.Image, measures: Sequence[tuple[Callable[[Labs], Labs], float]]
) -> float:
    if expected.size != actual.size:
        return float("inf")
    if not ImageChops.difference(expected, actual).getbbox():
        return 0.0
    worst = 0.0
    before, after = _labs(expected), _labs(actual)
    for measure, weight in measures:
        differing = measure(before) - measure(after)
        for start in (0, BLOCK // 2):
            means = _means(differing[start:, start:])
            worst = max(worst, weight * float(np.linalg.norm(means, axis=2).max(initial=0.0)))
    return worst


def _colors(labs: Labs) -> Labs:
    return labs


def _labs(picture: Image.Image) -> Labs:
    return labs(np.asarray(picture))


def _steps(labs: Labs) -> Labs:
    """How far each pixel is from the next one to its right and the one below it, as dE: (height, width, 1)."""
    across, down = np.diff(labs, axis=1, append=labs[:, -1:]), np.diff(labs, axis=0, append=labs[-1:])
    steps: Labs = (np.linalg.norm(across, axis=2) + np.linalg.norm(down, axis=2))[..., None]
    return steps


def _means(values: Labs) -> Labs:
    """The mean of each block, that of a cut one at the right and lower edges too."""
    rows, columns = (range(0, length, BLOCK) for length in values.shape[:2])
    sums = np.add.reduceat(np.add.reduceat(values, rows, axis=0), columns, axis=1)
    heights, widths = (np.minimum(BLOCK, np.subtract(length, range(0, length, BLOCK))) for length in values.shape[:2])
    means: Labs = sums / np.multiply.outer(heights, widths)[..., None]
    return means


def labs(colors: Any) -> Labs:
    """CIELAB of sRGB colours of any shape (..., 3), white D65 (IEC 61966-2-1; CIE 15)."""
    values = np.asarray(colors, dtype=float) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    white = linear @ np.transpose(_TO_XYZ) / (0.9505, 1.0, 1.089)
    fx, fy, fz = np.moveaxis(
        np.where(white > (6 / 29) ** 3, np.cbrt(white), white / (3 * (6 / 29) ** 2) + 4 / 29), -1, 0
    )
    found: Labs = np.stack((116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)), axis=-1)
    return found


def _accept(picture: Image.Image, path: Path) -> None:
    data = io.BytesIO()
    picture.save(data, "PNG", optimize=True)
    assert picture.width <= MOST_WIDTH, f"a golden is at most {MOST_WIDTH} px wide and shows one thing"
    assert len(data.getvalue()) <= MOST_BYTES, f"a golden takes at most {MOST_BYTES} bytes and shows one thing"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.getvalue())
    MADE_WITH.write_text(versions(), encoding="utf-8")


def _show(expected: Image.Image, actual: Image.Image, name: str, difference: float) -> Path:
    """Save expected, difference and actual side by side, list them on the page of failures, return the sheet's path."""
    contrast = ImageChops.difference(expected, actual.crop((0, 0, *expected.size))).point(lambda value: 255 - 4 * value)
    pictures = (expected, contrast, actual)
    sheet = Image.new("RGB", (sum(one.width + 8 for one in pictures), max(one.height for one in pictures)), "gray")
    left = 0
    for one in pictures:
        sheet.paste(one, (left, 0))
        left += one.width + 8
    path = FAILED / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)
    entry = (
        f"<h2>{html.escape(name)}: dE {difference:.1f}</h2><p>expected, difference, actual</p><img src='{name}.png'>\n"
    )
    with (FAILED / "index.html").open("a", encoding="utf-8") as page:
        page.write(entry)
    return path
