"""Which files of pictures a picture shows: photographs, avatars, a theme's logo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.rendering import lay_out

if TYPE_CHECKING:
    from pipeline.rendering import Visual


def picture_files(visual: Visual, size: str, theme: str) -> Iterator[str]:
    """The picture files that a picture may show: its theme's logo and those that its kind names."""
    from pipeline.scene import Picture, walk

    if mark := visual.shelf.load(theme).mark:
        yield mark.path
    if _names_files(visual.content):
        for scene in lay_out(visual, size, theme):
            yield from (item.path for item, _ in walk(scene.items) if isinstance(item, Picture))


def _names_files(content: object) -> bool:
    """Whether a content holds the name of a picture's file."""
    from pipeline.content import FilePath

    if isinstance(content, tuple):
        return any(map(_names_files, content))
    return isinstance(content, FilePath) and bool(content)
