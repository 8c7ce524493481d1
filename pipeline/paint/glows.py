"""Glows: round gradients that change what lies below by few levels, worked out in single bytes.

Pillow adds bytes ten times as fast as the whole numbers of a field, and their tables have 256 entries, not 65,536.

    nearness   255 at the centre, 0 from the radius on: what the squares of x and y leave of it
    lit        over one colour: small steps of each channel by nearness, a threshold added, the levels that makes
    veil       of one colour, over anything: the mask that it is pasted through, a threshold taken off

About the centre a byte of a square is too coarse: there the middle is looked up once more, `zoom`ed, as of any field.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from PIL import Image, ImageChops

from pipeline.paint.fields import RANKS, Field, tiled

LEVELS = 256
_FULL = LEVELS - 1


def lit(
    field: Field, colors: Sequence[tuple[float, float, float, float]], below: Sequence[int], ranks: Sequence[int]
) -> Image.Image:
    """Mode RGB: over the colour `below`, a glow that has these colours from its centre to its rim.

    `ranks` are the thresholds of the first 2 x 2 pixels.
    """
    near = _nearness(field)
    channels = []
    for channel, under in enumerate(below):
        values = [under + (color[channel] - under) * color[3] for color in reversed(colors)]
        lowest = floor(min(values))
        steps = min(RANKS, int(_FULL / (max(values) - lowest + 1)))  # to a level; with its threshold each fits a byte
        stepped = near.point([round((value - lowest) * steps) for value in values])
        lifted = ImageChops.add_modulo(stepped, _pattern([rank * steps // RANKS for rank in ranks], near.size))
        channels.append(lifted.point([min(lowest + step // steps, _FULL) for step in range(LEVELS)]))
    return Image.merge("RGB", channels)


def veil(field: Field, alphas: Sequence[float], swing: float, ranks: Sequence[int]) -> Image.Image:
    """Mode L: the mask of a glow with these alphas from its centre to its rim; nothing stays nothing.

    It goes up and down by `swing` with the thresholds `ranks` of the first 2 x 2 pixels.
    """
    near = _nearness(field)
    highest = max(max(alphas) * _FULL + swing / 2, swing)
    steps = int(_FULL / (highest + 0.5))  # to a level, as above
    half = (steps - 1) / 2
    raised = [round((alpha * _FULL + swing / 2) * steps + half) if alpha else 0 for alpha in reversed(alphas)]
    lowered = [round(swing * steps * (1 - rank / RANKS)) for rank in ranks]
    stepped = _less(near.point(raised), _pattern(lowered, near.size))
    return stepped.point([step // steps for step in range(LEVELS)])


def _nearness(field: Field) -> Image.Image:
    """Mode L: 255 times what the square of the position leaves of 1."""
    scale = _FULL * field.zoom
    across = bytes(_FULL - round(min(value * scale, _FULL)) for value in field.columns)
    down = bytes(round(min(value * scale, _FULL)) for value in field.rows)
    size = len(across), len(down)
    columns = Image.frombuffer("L", size, across * len(down), "raw", "L", 0, 1)
    return _less(columns, tiled(Image.frombytes("L", (1, len(down)), down), size))


def _less(image: Image.Image, other: Image.Image) -> Image.Image:
    """Mode L: one less the other, or nothing; ImageChops.subtract would divide as well, and take twice as long."""
    return ImageChops.subtract_modulo(ImageChops.lighter(image, other), other)


def _pattern(values: Sequence[int], size: tuple[int, int]) -> Image.Image:
    """Mode L: 2 x 2 values, repeated."""
    width, height = size
    rows = [(bytes(row) * (width // 2 + 1))[:width] for row in (values[:2], values[2:])]
    return Image.frombuffer("L", size, b"".join(rows) * (height // 2 + 1), "raw", "L", 0, 1)
