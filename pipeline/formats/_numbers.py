"""Numbers in files that are text: as few characters as the page needs to look the same."""

from __future__ import annotations

from math import ceil, log10

from pipeline.geometry import Affine

DECIMALS = 2  # of a layout px: at scale 4 a fiftieth of a device px
_MOST_DECIMALS = 6


def number(value: float, decimals: int = DECIMALS) -> str:
    """A number without the zeros that say nothing."""
    written = f"{value:.{decimals}f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def decimals(magnification: float) -> int:
    """How many decimals a number needs where it is magnified so much on the page."""
    return DECIMALS if magnification <= 1 else min(_MOST_DECIMALS, DECIMALS + ceil(log10(magnification)))


def magnification(matrix: Affine) -> float:
    """By how much a transform lengthens what it moves."""
    return float(abs(matrix.determinant) ** 0.5)
