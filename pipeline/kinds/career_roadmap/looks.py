"""The colours of the paths: of lines and marks, and of the same hue as words; paths that stand back are paler."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.color import Color
from pipeline.kinds.career_roadmap.model import Path
from pipeline.theme import Colors

QUIET = 0.42  # of a line's colour that is left where another path is highlighted
TEXT_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
DARKENINGS = 12  # steps from a colour to the ink


class Look(NamedTuple):
    """A path's colour as a line and as words."""

    line: Color
    words: Color


def looks(paths: Sequence[Path], colors: Colors) -> tuple[Look, ...]:
    """The look of each path, from the first lane on."""
    some_stand_out = any(path.is_highlighted for path in paths)
    lines = (*colors.cat, colors.ink_2, colors.positive_fill)
    words = (*colors.cat_text, colors.ink_2, colors.positive)
    found = []
    for at, path in enumerate(paths):
        look = Look(lines[at % len(lines)], words[at % len(words)])
        if path.color is not None:
            look = Look(path.color, _legible(path.color, colors))
        if some_stand_out and not path.is_highlighted:
            look = Look(look.line.with_alpha(QUIET).over(colors.paper), colors.muted)
        found.append(look)
    return tuple(found)


def _legible(color: Color, colors: Colors) -> Color:
    """The colour, with as much ink as words on paper and on a card need."""
    for step in range(DARKENINGS + 1):
        mixed = colors.ink.with_alpha(step / DARKENINGS).over(color)
        if min(mixed.contrast(colors.paper), mixed.contrast(colors.surface)) >= TEXT_CONTRAST:
            return mixed
    return colors.ink
