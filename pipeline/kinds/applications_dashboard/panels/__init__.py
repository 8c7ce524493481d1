"""The panels below the tiles: one module each, named as authors name the panel; it offers a `PANEL`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import NamedTuple, cast

from pipeline.geometry import Rect
from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.measures import Measures


class Drawing(NamedTuple):
    """What a panel is to the board, as its module offers it under the name PANEL.

    `liked` is the height of a cell, whose content is so wide, in which all that the panel has to tell stands.
    """

    draw: Callable[[BoardCanvas, Rect], None]
    least: float  # height of its cell, em of the meta size
    liked: Callable[[Measures, Content, float], float] | None = None
    is_beside: bool = False  # in a landscape it stands at the right as long as there is room
    is_list: bool = False  # it takes the room that other panels leave, row by row
    grows: bool = False  # it takes what is left when all have what they like


@cache
def load(name: str) -> Drawing:
    """The panel called `name`, one of `spec.Panel`; its module is imported only when a picture asks for it."""
    return cast(Drawing, import_module(f"{__name__}.{name}").PANEL)
