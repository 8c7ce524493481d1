"""What a kind of visual offers: what an author may write, what that says, and how it is laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from pipeline.beside import Reader
from pipeline.errors import Problem
from pipeline.geometry import Size
from pipeline.scene import Scene
from pipeline.schema import Spec
from pipeline.theme import Theme
from pipeline.typography import Typesetter

STARTER = "starter.yaml"  # the first spec that `visuals new` writes, beside a kind's module


def _nothing_more(spec: Any) -> Iterable[Problem]:
    return ()


class Kind(NamedTuple):
    """One kind of visual. `check` finds what is wrong between keys; its problems name fields.

    `content` is what a spec says, with what the files that it names hold: made once, in one language, frozen
    (`pipeline.content`). `lay_out`, `alt` and `description` see nothing else of the spec. A kind that can make several
    pictures of one spec has `pages`, whose first is what `lay_out` returns.
    The keys in `private` hold what others must not read in a picture that is passed on.
    """

    name: str
    summary: str
    spec: type[Spec]
    content: Callable[[Any, Reader], Any]
    lay_out: Callable[[Any, Size, Theme, Typesetter], Scene]
    alt: Callable[[Any], str]
    description: Callable[[Any], str]
    check: Callable[[Any], Iterable[Problem]] = _nothing_more
    pages: Callable[[Any, Size, Theme, Typesetter], tuple[Scene, ...]] | None = None
    private: tuple[str, ...] = ()
