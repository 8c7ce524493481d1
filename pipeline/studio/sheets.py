"""What there is to tell of a spec and its pictures: plain data, from the press to the desk and to the page."""

from __future__ import annotations

from typing import Any, NamedTuple

from pipeline.errors import Place, Problem


class Shot(NamedTuple):
    """A picture that a spec calls for: its size and theme, and a key that changes with anything that it shows.

    `hidden` are the px at the top, the right, the bottom and the left that platforms cut off or cover.
    """

    size: str
    theme: str
    key: str
    width: int
    height: int
    hidden: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def look(self) -> tuple[str, str]:
        """What tells it from the spec's other pictures."""
        return self.size, self.theme


class Menu(NamedTuple):
    """A choice that an author has: the field, what it means, what it may be, and what it is, "" where that is not said.

    Of `several` any number may be chosen.
    """

    field: str
    meaning: str
    choices: tuple[str, ...]
    chosen: tuple[str, ...] = ()
    several: bool = False


class Sheet(NamedTuple):
    """A spec as it was read: the digest of its file, and its pictures, or all that is wrong in it.

    `reads` are the real paths of the files that it was read with, as far as they are known.
    """

    path: str
    name: str
    digest: str
    kind: str = ""
    problems: tuple[Problem, ...] = ()
    shots: tuple[Shot, ...] = ()
    menus: tuple[Menu, ...] = ()
    reads: tuple[str, ...] = ()


class Text(NamedTuple):
    """A text in a picture: its box in px (x, y, width, height), how it can be read, and where it is written.

    `edits` is the field that an edit changes, "" where the text is derived, or stands in another file.
    """

    field: str
    text: str
    box: tuple[float, ...]
    size: float
    contrast: float | None
    least: float
    is_hidden: bool
    place: Place | None
    edits: str = ""


class Page(NamedTuple):
    """A page of a picture: the bytes of its PNG, what it says, and what an author should know of it."""

    data: bytes
    width: int
    height: int
    alt: str
    description: str
    notes: tuple[dict[str, str | int], ...] = ()
    texts: tuple[Text, ...] = ()


class Made(NamedTuple):
    """The pages of a picture, or why there are none."""

    pages: tuple[Page, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def size_bytes(self) -> int:
        """What it takes to keep it."""
        return sum(len(page.data) for page in self.pages)


def keys(value: Any) -> Any:
    """Such data as plain keys and values, without the bytes of pictures."""
    if isinstance(value, Problem):
        return value.keys()
    if hasattr(value, "_asdict"):
        return {name: keys(held) for name, held in value._asdict().items() if not isinstance(held, bytes)}
    return [keys(each) for each in value] if isinstance(value, (tuple, list)) else value
