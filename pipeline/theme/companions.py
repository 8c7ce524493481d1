"""What goes along when a theme changes its accent and says nothing of the tones beside it.

Each companion keeps its lightness and takes the accent's hue; its chroma changes as the accent's does. So a violet
accent has no petrol tint behind it. What the theme writes itself stays as it is written.
"""

from __future__ import annotations

from collections.abc import Collection
from math import atan2, hypot, tau
from typing import Any

from pipeline.color import Color, lab, toned
from pipeline.theme.tokens import Colors

COMPANIONS = {
    "accent": (
        *("accent_soft", "accent_tint", "cat", "cat_text", "seq"),
        *("flow_band", "flow_node", "flow_open"),
    ),
    "accent_2": ("accent_2_text", "accent_2_tint", "cat", "cat_text"),
}
ON = {"accent": "on_accent", "accent_2": "on_accent_2"}
_SAME_HUE = 0.35  # radians: what counts as a tone of the accent among colours of many hues
_MIN_CHROMA = 6.0  # below it a colour has no hue to speak of


def follow(colors: Colors, base: Colors, own: Collection[str]) -> Colors:
    """`colors` with the companions of each accent that is among the theme's `own` keys turned to its hue.

    What is not its own is taken from `base`, the theme that it extends.
    """
    tokens = {token: getattr(colors if token in own else base, token) for token in Colors.__struct_fields__}
    for accent, companions in COMPANIONS.items():
        if accent not in own:
            continue
        before, after = getattr(base, accent), tokens[accent]
        for token in companions:
            if token not in own:
                tokens[token] = _turned(tokens[token], before, after)
        if ON[accent] not in own:
            ground = (tokens["ink"], tokens["paper"], Color(255, 255, 255), Color(0, 0, 0))
            tokens[ON[accent]] = _readable(after, tokens[ON[accent]], ground)
    return Colors(**tokens)


def _turned(value: Any, before: Color, after: Color) -> Any:
    """A colour, or the colours of the old accent's hue in a list, turned to the new accent's."""
    if isinstance(value, Color):
        return after if value == before else toned(value, before, after)
    return tuple(_turned(each, before, after) if _is_tone(each, before) else each for each in value)


def _is_tone(color: Color, accent: Color) -> bool:
    _, *own = lab(color)
    _, *other = lab(accent)
    if min(hypot(*own), hypot(*other)) < _MIN_CHROMA:
        return color == accent
    turn = abs(atan2(own[1], own[0]) - atan2(other[1], other[0])) % tau
    return min(turn, tau - turn) < _SAME_HUE


def _readable(ground: Color, kept: Color, others: Collection[Color]) -> Color:
    """What text on a colour takes: what it had if that can be read, or else what can be read best."""
    return kept if kept.contrast(ground) >= 4.5 else max(others, key=ground.contrast)
