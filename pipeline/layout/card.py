"""A card: a sheet that lifts off the page, with the theme's soft shadow and a hairline inside its edge."""

from __future__ import annotations

from pipeline.geometry import Rect
from pipeline.scene import Box
from pipeline.theme import Theme


def edge(theme: Theme) -> float:
    """How far inside a card its own rules end, in px of the theme's; a hairline at its edge they may cross."""
    return theme.edge_width if theme.edge_width > 1 else 0.0


def card(rect: Rect, theme: Theme, unit: float = 1.0) -> tuple[Box, Box]:
    """The card that fills `rect`; `unit` is the layout px for one px of the theme's, whose page is 1200 px wide.

    The edge is a solid box below the surface, not a see-through line above it: far fewer colours for a palette.
    """
    radius, line = theme.card_radius * unit, max(1, round(theme.edge_width * unit))
    shadows = tuple(shadow._replace(dy=shadow.dy * unit, sigma=shadow.sigma * unit) for shadow in theme.shadows)
    surface = theme.colors.surface
    return (
        Box(rect, fill=theme.edge.over(surface), radius=radius, shadows=shadows),
        Box(rect.inset(line), fill=surface, radius=max(0, radius - line)),
    )
