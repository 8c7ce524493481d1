"""Formats: a scene becomes a file's bytes. One module per format; its name is the format's name.

Scene --paint--> Raster --encode--> bytes    formats made of pixels: PNG, JPEG, WebP, AVIF
Scene -----------draw-------------> bytes    formats made of the scene itself: SVG, PDF
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast, runtime_checkable

from pipeline.errors import Problem, SpecError, nearest_first

if TYPE_CHECKING:
    from pipeline.formats._reading import Contents, Texts
    from pipeline.notes import Note
    from pipeline.paint import Raster
    from pipeline.scene import Scene

SUFFIXES = {"jpeg": ".jpg"}  # of the formats whose files do not end in their names


class Label(NamedTuple):
    """What a picture says of itself: `alt` in one sentence, `description` all of it, both in the language `lang`.

    `extra` has further texts by keyword, for the formats that have room for them.
    """

    title: str
    alt: str
    software: str
    extra: tuple[tuple[str, str], ...] = ()
    description: str = ""
    lang: str = ""


class Wish(NamedTuple):
    """What is asked of an encoder: at most `budget_bytes`, the budget of `whose` picture size; None is no limit.

    `is_small` spends time on fewer bytes where pixels stay as they are. `quality`, 1 to 100, is the only one to try.
    `is_outlined` asks of a format that holds texts for the shapes of their letters alone.
    """

    budget_bytes: int | None = None
    whose: str = ""
    is_small: bool = False
    quality: int | None = None
    is_outlined: bool = False


class Encoded(NamedTuple):
    """A file's bytes and how they were made: `fast`, `small`, `lossless`, `quality 84`, `text`, `outlines`.

    `notes` say what the file lacks, though it shows the picture.
    """

    data: bytes
    how: str
    notes: tuple[Note, ...] = ()


NOTHING = Wish()


class Sheet(NamedTuple):
    """A page of a document: what it shows and says, at `scale` px for each layout px, and the bookmark to it, or "".

    `fields` are those of its texts, in the order in which they are read.
    """

    scene: Scene
    label: Label
    scale: float = 1
    bookmark: str = ""
    fields: tuple[str, ...] = ()


@runtime_checkable
class Pixels(Protocol):
    """What the module of a format offers that is made of pixels."""

    def encode(self, raster: Raster, label: Label, scale: float = 1, wish: Wish = NOTHING) -> Encoded:
        """The file; `scale` is device px for each layout px. Raises FitError when it cannot be light enough."""
        ...


@runtime_checkable
class Drawing(Protocol):
    """What the module of a format offers that is made of the scene."""

    def draw(
        self, scene: Scene, label: Label, scale: float = 1, wish: Wish = NOTHING, dark: Scene | None = None
    ) -> Encoded:
        """The file, at `scale` px for each layout px, with the scene for dark pages in it where there is one.

        Raises FitError when it cannot be light enough, AssetError when a picture in it cannot be read.
        """
        ...


@runtime_checkable
class Binding(Protocol):
    """What the module of a format offers whose files have pages."""

    def bind(self, sheets: Sequence[Sheet], label: Label, wish: Wish = NOTHING) -> Encoded:
        """The file with all the pages, of which `label` says what they are together; raises what `draw` does."""
        ...


def names() -> list[str]:
    """The formats there are, by name."""
    files = os.listdir(os.path.dirname(__file__))
    return sorted(name[:-3] for name in files if name.endswith(".py") and not name.startswith("_"))


def suffix(name: str) -> str:
    """What the files of a format end in: `.png`."""
    return SUFFIXES.get(name, f".{name}")


def of_suffix(path: str) -> str | None:
    """The format that a file's suffix stands for, or None: `jpeg` of `card.jpg` and of `card.JPEG`."""
    return _by_suffix().get(os.path.splitext(path)[1].lower())


@cache
def _by_suffix() -> dict[str, str]:
    """The formats by what their files end in, and by their own names."""
    return {ending: name for name in names() for ending in (f".{name}", suffix(name))}


def read(data: bytes, name: str) -> Contents:
    """What a file of a format holds; raises ValueError with the first thing that is wrong with it."""
    from pipeline.formats._reading import read as read_

    return read_(data, name)


def texts(data: bytes, name: str) -> Texts:
    """What a file of a format says of itself, its pixels unread; raises ValueError when it is none of that format."""
    from pipeline.formats._reading import texts as texts_

    return texts_(data, name)


def carried(data: bytes, name: str) -> list[dict[str, str]]:
    """What an SVG or PDF carries of its specs, by keyword; raises ValueError when it is no file of that format."""
    from pipeline.formats._reading import carried as carried_

    return carried_(data, name)


def is_available(name: str) -> bool:
    """Whether a format can be written: the Pillow that is installed may be built without AVIF or WebP."""
    if name == "pdf":
        from importlib.util import find_spec

        return find_spec("pydyf") is not None
    from PIL import features

    return name in ("png", "svg") or bool(features.check({"jpeg": "jpg"}.get(name, name)))


def find(name: str) -> str:
    """The format that is called so, or whose files are: `jpeg` and `jpg`; raises SpecError if there is none."""
    found = of_suffix(f"picture.{name}")
    if found is None:
        hint = nearest_first(name, names(), f"formats are {', '.join(names())}")
        raise SpecError(Problem(f"unknown format `{name}`", hint=hint))
    return found


@cache
def load(name: str) -> Pixels | Drawing:
    """The format that `find` finds; imports that one."""
    found = import_module(f"{__name__}.{find(name)}")
    assert isinstance(found, Pixels | Drawing)
    return found


@cache  # to look at what a module offers takes a tenth of a millisecond
def has_pages(name: str) -> bool:
    """Whether all pages of a picture go into one file of a format."""
    return isinstance(load(name), Binding)


@cache
def _is_drawn(name: str) -> bool:
    """Whether a format is made of the scene itself, not of pixels."""
    return isinstance(load(name), Drawing)


def bound(name: str, sheets: Sequence[Sheet], label: Label, wish: Wish = NOTHING) -> Encoded:
    """Pages as one file of a format that has them; raises what its module does."""
    found = load(name)
    assert isinstance(found, Binding)
    return found.bind(sheets, label, wish)


def made(
    name: str, scene: Scene, label: Label, scale: float = 1, wish: Wish = NOTHING, dark: Scene | None = None
) -> Encoded:
    """A scene as a file of a format, painted where the format is made of pixels; raises what its module does.

    `dark` is what dark pages show of a file that is able to hold both.
    """
    if _is_drawn(name):
        return cast(Drawing, load(name)).draw(scene, label, scale, wish, dark)
    from pipeline.paint import paint

    return cast(Pixels, load(name)).encode(paint(scene, scale), label, scale, wish)
