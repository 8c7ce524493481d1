"""What a kind of visual offers: what an author may write, and how it is laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from pipeline.errors import Problem
from pipeline.geometry import Size
from pipeline.scene import Scene
from pipeline.schema import Spec
from pipeline.theme import Theme
from pipeline.typography import Typesetter


def _nothing_more(spec: Any) -> Iterable[Problem]:
    return ()


class Kind(NamedTuple):
    """One kind of visual. `check` finds what is wrong between keys; its problems name fields."""

    name: str
    summary: str
    spec: type[Spec]
    lay_out: Callable[[Any, Size, Theme, Typesetter], Scene]
    check: Callable[[Any], Iterable[Problem]] = _nothing_more
