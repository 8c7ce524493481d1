"""Formats: finished pixels become a file's bytes. One module per format; its name is the format's name and suffix."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from pipeline.paint import Raster


class Format(Protocol):
    """What each module of this folder offers."""

    def encode(
        self,
        raster: Raster,
        *,
        title: str,
        alt: str,
        software: str,
        extra: tuple[tuple[str, str], ...] = (),
        scale: float = 1,
    ) -> bytes:
        """The file's bytes; `scale` is device px for each layout px, `extra` further texts by keyword."""
        ...


def names() -> list[str]:
    """The formats there are, by name."""
    files = os.listdir(os.path.dirname(__file__))
    return sorted(name[:-3] for name in files if name.endswith(".py") and not name.startswith("_"))


@cache
def load(name: str) -> Format:
    """The format of that name; raises LookupError if there is none."""
    if name not in names():
        raise LookupError(f"unknown format {name!r}; known formats are {', '.join(names())}")
    return cast(Format, import_module(f"{__name__}.{name}"))
