"""The panels below the tiles: one module each, named as authors name the panel; it offers a `PANEL`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import cast

from pipeline.kinds.applications_dashboard.panels.drawing import Drawing

__all__ = ["Drawing", "load"]


@cache
def load(name: str) -> Drawing:
    """The panel called `name`, one of `spec.Panel`; its module is imported only when a picture asks for it."""
    return cast(Drawing, import_module(f"{__name__}.{name}").PANEL)
