"""What a panel is to the board: how it is drawn, the height of its cell, and which side and share of room it takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.layout.canvas import Canvas

Draw: TypeAlias = Callable[[Canvas, Frame, Content, Rect], None]
"""Draws a panel in its cell of the board."""

Height: TypeAlias = Callable[[Frame, Content, float], float]
"""The height of a cell, whose content is so wide, in which all that a panel has to tell stands."""


class Drawing(NamedTuple):
    """A panel, as its module offers it under the name PANEL."""

    draw: Draw
    least: float  # height of its cell, em of the meta size
    liked: Height
    is_beside: bool = False  # in a landscape it stands at the right as long as there is room
    is_list: bool = False  # it takes the room that other panels leave, row by row
    grows: bool = False  # it takes what is left when all have what they like
