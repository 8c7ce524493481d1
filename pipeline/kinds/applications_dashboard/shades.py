"""The author's colour of a stage -> colours that can be told apart: the text on a pill, a mark on the card."""

from __future__ import annotations

from pipeline.color import Color, from_lab, lab
from pipeline.theme import Colors

TEXT_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
MARK_CONTRAST = 3.0  # WCAG 2.2, 1.4.11
BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)


def text_on(fill: Color, colors: Colors) -> Color:
    """The theme's ink or paper, whichever can be read on an opaque fill, else black or white: one always can."""
    best = max((colors.ink, colors.paper), key=fill.contrast)
    return best if fill.contrast(best) >= TEXT_CONTRAST else max((BLACK, WHITE), key=fill.contrast)


def mark(color: Color, backdrop: Color, least: float = MARK_CONTRAST) -> Color:
    """The colour, or the nearest lighter or darker shade of it that has the least contrast with the backdrop."""
    opaque = color.over(backdrop)
    if opaque.contrast(backdrop) >= least:
        return opaque
    lightness, a, b = lab(opaque)
    shades = [
        from_lab(lightness + by, a, b) for far in range(1, 101) for by in (-far, far) if 0 <= lightness + by <= 100
    ]
    return next(shade for shade in shades if shade.contrast(backdrop) >= least)
