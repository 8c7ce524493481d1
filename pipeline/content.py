"""What a picture says, before where it stands: contents are made of leaves, and each leaf knows where it comes from.

    spec + data --a kind's content()--> Content, frozen, in one language --lay_out--> Scene
                                           |                                 |
                                        leaves  ------- accounting -------  runs

A `Content` is a named tuple of a kind's own. It has `name`, what the picture is called, and `notes`; every text of the
author's in it that is to be seen is a `Leaf`. It knows neither size nor theme, and is made once for all pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import is_
from typing import Any, NamedTuple, Protocol, TypeVar

from pipeline import prose
from pipeline.characters import is_blank
from pipeline.errors import Place
from pipeline.notes import Note

T = TypeVar("T")

_WITH_TEXTS, _AS_THEY_ARE = (str, tuple), (Note, Place)


class Leaf(NamedTuple):
    """A text that is to be seen, the field of the spec that says it, and the place of a text from another file.

    What is derived (a count, a share) has a field of its own, such as `tiles[0].value`. Every run of a scene that shows
    it has that field as its role. `lang` is its language where that is another than its picture's.
    """

    text: str
    field: str
    place: Place | None = None
    lang: str = ""

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return not is_blank(self.text)


class FilePath(str):
    """The name of a picture's file: a text in a content that nobody reads."""


class Content(Protocol):
    """What every kind's content has."""

    @property
    def name(self) -> str:
        """What the picture is called in its metadata."""

    @property
    def is_mirrored(self) -> bool:
        """Whether its pictures run from right to left: `pipeline.layout.page` knows."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What its readers met and did not use."""


def leaves(content: Any) -> Iterator[Leaf]:
    """Every leaf of a content that says something, in the order of its fields."""
    for each in (content,) if isinstance(content, Leaf) else content:
        if isinstance(each, Leaf):
            if each:
                yield each
        elif isinstance(each, tuple):
            yield from leaves(each)


def punctuated(content: T, lang: str) -> T:
    """A content with the punctuation of its language in every text of it, notes and places as they are."""
    if isinstance(content, str):
        return content if isinstance(content, FilePath) else prose.punctuated(content, lang)  # type: ignore[return-value]
    if isinstance(content, Leaf):
        text = prose.punctuated(content.text, content.lang or lang)
        return content if text is content.text else content._replace(text=text)
    if not isinstance(content, tuple) or isinstance(content, _AS_THEY_ARE):
        return content
    parts = [punctuated(each, lang) if isinstance(each, _WITH_TEXTS) else each for each in content]
    if all(map(is_, parts, content)):
        return content
    return type(content)._make(parts) if hasattr(content, "_make") else type(content)(parts)
