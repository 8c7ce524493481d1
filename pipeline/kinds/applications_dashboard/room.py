"""Whether a picture has room for the panels its author named; those that nobody named may be left out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import FitError, Problem
from pipeline.geometry import Size
from pipeline.kinds.applications_dashboard.board import Arrangement, arranged
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.frames import frame


def check(content: Content, arrangement: Arrangement, size: Size) -> None:
    """Raise FitError if the author named panels that this size leaves out, with the sizes that show them all."""
    left_out = arrangement.left_out
    if not content.asked or not left_out:
        return
    shown = [panel for panel in content.asked if panel not in left_out]
    fact = f"{_and(left_out)} {'has' if len(left_out) == 1 else 'have'} no room in {_written(size)} px"
    names = _roomy(content)
    instead = f"; {_and(names)} {'has' if len(names) == 1 else 'have'} room for all" if names else ""
    hint = f"this size shows {_and(shown)}{instead}"
    raise FitError(Problem(fact, hint=hint, field="panels"))


def _roomy(content: Content) -> list[str]:
    """The preset sizes with room for all panels."""
    from pipeline import sizes  # only a refusal asks

    return [
        preset.name
        for preset in sizes.presets().values()
        if not arranged(content.panels, frame(preset.size), content)[1].left_out
    ]


def _written(size: Size) -> str:
    return f"{size.width:g} x {size.height:g}"


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
