"""The colours of the paths: of lines and marks, and of the same hue as words; paths that stand back are paler."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.color import Color
from pipeline.kinds.career_roadmap.model import Path
from pipeline.records import NamedTuple
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
    found = (_look(path, index, colors) for index, path in enumerate(paths))
    return tuple(
        Look(look.line.with_alpha(QUIET).over(colors.paper), colors.muted)
        if some_stand_out and not path.is_highlighted
        else look
        for path, look in zip(paths, found, strict=True)
    )


def _look(path: Path, index: int, colors: Colors) -> Look:
    if path.color is not None:
        return Look(path.color, _legible(path.color, colors))
    lines = (*colors.cat, colors.ink_2, colors.positive_fill)
    words = (*colors.cat_text, colors.ink_2, colors.positive)
    return Look(lines[index % len(lines)], words[index % len(words)])


def _legible(color: Color, colors: Colors) -> Color:
    """The colour, with as much ink as words on paper and on a card need."""
    for step in range(DARKENINGS + 1):
        mixed = colors.ink.with_alpha(step / DARKENINGS).over(color)
        if min(mixed.contrast(colors.paper), mixed.contrast(colors.surface)) >= TEXT_CONTRAST:
            return mixed
    return colors.ink
