"""How alike two pictures look: what another program shows of a file of ours, beside our own pixels."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from PIL import Image, ImageChops

from pipeline.rendering import Visual, render
from tests.golden import BLOCK

MOST_MEAN, MOST_BLOCK = 1.5, 6.0  # of 255, and dE of 8 x 8 px
CODED = np.arange(256, dtype=np.float32) / 255
LINEAR = np.where(CODED > 0.04045, ((CODED + 0.055) / 1.055) ** 2.4, CODED / 12.92)  # IEC 61966-2-1
TO_WHITE = np.array(  # IEC 61966-2-1, each row by D65
    [
        [0.4339, 0.3762, 0.1899],
        [0.2126, 0.7152, 0.0722],
        [0.0177, 0.1095, 0.8730],
    ],
    dtype=np.float32,
)


def alike(expected: Image.Image, actual: Image.Image) -> None:
    """Fail the test unless two pictures look the same."""
    mean, block = apart(expected, actual)
    assert mean < MOST_MEAN
    assert block < MOST_BLOCK


def apart(expected: Image.Image, actual: Image.Image) -> tuple[float, float]:
    """The mean difference of two pictures, of 255, and the largest of any block of 8 x 8 px, in dE."""
    assert actual.size == expected.size
    mean = np.asarray(ImageChops.difference(expected, actual), dtype=float).mean()
    differing = np.linalg.norm(_means(expected) - _means(actual), axis=2)
    return float(mean), float(differing.max())


def _means(picture: Image.Image) -> Any:
    """The mean colour in CIELAB of each block of 8 x 8 px: float32, (rows, columns, 3)."""
    pixels = LINEAR[np.asarray(picture)] @ TO_WHITE.T
    fx, fy, fz = np.moveaxis(np.where(pixels > 216 / 24389, np.cbrt(pixels), (24389 / 27 * pixels + 16) / 116), 2, 0)
    labs = np.stack((116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)), axis=2)
    rows, columns = labs.shape[0] // BLOCK, labs.shape[1] // BLOCK
    whole = labs[: rows * BLOCK, : columns * BLOCK]
    return whole.reshape(rows, BLOCK, columns, BLOCK, 3).mean((1, 3))


def painted(visual: Visual, size: str, theme: str, scale: int) -> Image.Image:
    return Image.open(io.BytesIO(render(visual, size, theme, scale).data)).convert("RGB")
