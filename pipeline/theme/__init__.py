"""Themes: colours, faces, gradients and shadows by role, each theme one file; one may extend another.

theme.load("ink")                                   a theme that is built in
theme.Shelf(project.themes(path)).load("mine")   one beside a spec, or built in
"""

from __future__ import annotations

from pipeline.theme.inline import check_name, taken
from pipeline.theme.shelf import Shelf
from pipeline.theme.tokens import Colors, Corner, Faces, Gradients, Grid, Mark, Theme

__all__ = [
    "Colors",
    "Corner",
    "Faces",
    "Gradients",
    "Grid",
    "Mark",
    "Shelf",
    "Theme",
    "check_name",
    "load",
    "names",
    "taken",
]


def load(name: str) -> Theme:
    """The built-in theme called `name`; raises ThemeError when there is none, or with every mistake in its file."""
    return Shelf().load(name)


def names() -> tuple[str, ...]:
    """The names of the built-in themes, in alphabetical order."""
    return Shelf().names()
