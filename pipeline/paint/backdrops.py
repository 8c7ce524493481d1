"""Backdrops: what a series of pictures has in common, page and motif behind the first text, is painted once a process.

A copy of the remembered canvas is where the next picture starts. The key is everything that decides those pixels, so
a picture is the same whether its backdrop was remembered or not.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, Self, TypeVar

from pipeline.color import Color
from pipeline.scene import Box, Group, Item, Picture, TextRun

MOST_BYTES = 32 << 20


class Copyable(Protocol):
    """A canvas, as far as it is remembered."""

    @property
    def nbytes(self) -> int: ...

    def copy(self) -> Self: ...


CanvasT = TypeVar("CanvasT", bound=Copyable)

_remembered: dict[Hashable, Copyable] = {}  # oldest first


def shared_part(items: tuple[Item, ...]) -> int:
    """How many items from the back are worth remembering: those before the first text or picture file."""
    count = next((i for i, item in enumerate(items) if _is_own(item)), len(items))
    return 0 if count == 1 and _is_plain(items[0]) else count


def _is_own(item: Item) -> bool:
    """Whether an item belongs to one picture alone, or (a file) may have changed since it was last painted."""
    return any(map(_is_own, item.items)) if isinstance(item, Group) else isinstance(item, TextRun | Picture)


def _is_plain(item: Item) -> bool:
    return isinstance(item, Box) and isinstance(item.fill, Color) and not item.shadows


def remembered(key: Hashable, painted: Callable[[], CanvasT]) -> CanvasT:
    """A fresh copy of the canvas that `painted` makes, which is called only if it is not remembered under `key`."""
    canvas = _remembered.pop(key, None)
    if canvas is None:
        canvas = painted()
        if canvas.nbytes > MOST_BYTES // 2:
            return canvas
    _remembered[key] = canvas
    # Lists, for other threads may remember something meanwhile; no lock, for a fork would keep it locked for ever.
    while sum(one.nbytes for one in list(_remembered.values())) > MOST_BYTES:
        for oldest in list(_remembered)[:1]:
            _remembered.pop(oldest, None)
    return canvas.copy()  # type: ignore[return-value]  # the key holds the canvas's type


def forget() -> None:
    """Drop all that is remembered."""
    _remembered.clear()
