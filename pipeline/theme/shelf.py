"""The themes at hand for a spec: read, laid over what they extend, checked.

built in        pipeline/themes/paper.yaml               whole, and proven by the tests
beside a spec   specs/themes/mine.yaml                   extends another, `paper` where it does not say
in a spec       theme: {extends: ink, accent: "#FC0"}    the same, called `own` or as its `name` says
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from struct import unpack
from typing import NamedTuple

from pipeline import beside, files, project, source
from pipeline.color import Color
from pipeline.errors import PipelineError, Place, Problem, SpecError, ThemeError, nearest_first, reason, shortened
from pipeline.scene import Shadow, Stop
from pipeline.schema import build
from pipeline.source import Node
from pipeline.theme import written
from pipeline.theme.tokens import Colors, Gradients, Logo, Mark, Theme

FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "themes")
SUFFIX = ".yaml"
ROOT = "paper"
"""What a theme extends that does not say."""

MOST_LOGO_BYTES = 50_000_000
_NOT_TOKENS = ("extends", "name")
_NOT_INHERITED = ("description",)


class _Layer:
    """A theme's own keys before they are laid over those it extends; equal when it was read from the same bytes."""

    def __init__(self, name: str, node: Node, stamp: object, is_built_in: bool) -> None:
        self.name, self.node, self.is_built_in = name, node, is_built_in
        self.stamp = (name, stamp)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Layer) and self.stamp == other.stamp

    def __hash__(self) -> int:
        return hash(self.stamp)


class Shelf(NamedTuple):
    """The themes at hand: those built in, those in `folder`, and the `own` ones that a spec holds, by name."""

    folder: str | None = None
    own: Mapping[str, Node] = {}

    def names(self) -> tuple[str, ...]:
        """The names of all themes, in alphabetical order."""
        return tuple(sorted({*_built_in(FOLDER), *_names_in(self.folder), *self.own}))

    def load(self, name: str) -> Theme:
        """The theme called `name`; raises ThemeError when there is none, or with every mistake in it."""
        try:
            layers = tuple(self._layers(name))
            made, logo = _made(layers)
        except SpecError as error:
            raise ThemeError(*error.problems) from error
        return made._replace(mark=_mark(logo, _merged(layers))) if logo else made

    def place(self, name: str, field: str) -> Place:
        """Where a theme, or the nearest that it extends, says what stands under `field`."""
        own, *extended = self._layers(name)
        key = field.partition(".")[0]
        return next((layer.node.at(field) for layer in (own, *extended) if layer.node.child(key)), own.node.place)

    def check(self, name: str) -> None:
        """Raise what `load` does; a theme that is built in need only be there."""
        if name not in _built_in(FOLDER) or name in self.own or name in _names_in(self.folder):
            self.load(name)

    def files(self, name: str) -> tuple[str, ...]:
        """The project's files that a theme is read from, those of the themes it extends too; raises ThemeError."""
        layers = (each for each in self._layers(name) if not each.is_built_in and each.name not in self.own)
        return tuple(each.node.place.path for each in layers)

    def _layers(self, name: str) -> Iterator[_Layer]:
        """The theme and those it extends, one by one."""
        named: Place | None = None
        seen: list[str] = []
        while True:
            if name in seen:
                fact = f"extends: the themes {', '.join(seen)} extend one another"
                raise ThemeError(Problem(fact, named, "remove one `extends`"))
            seen.append(name)
            layer = self._layer(name, named)
            yield layer
            parent = layer.node.child("extends")
            if parent is None and layer.is_built_in:
                return
            named = parent.place if parent else layer.node.place
            name = (parent.text or str(parent.value)) if parent else ROOT

    def _layer(self, name: str, named: Place | None) -> _Layer:
        if name in self.own:
            return _Layer(name, self.own[name], repr(self.own[name]), False)
        is_built_in = name in _built_in(FOLDER)
        if is_built_in and name in _names_in(self.folder):
            path = os.path.join(self.folder or "", name + SUFFIX)
            fact = f"expected a name of its own, found that of the theme `{name}`, which is built in"
            raise ThemeError(Problem(fact, Place(path, 1, 1), "give the file another name"))
        folder = FOLDER if is_built_in else self.folder
        if folder and (is_built_in or name in _names_in(folder)):
            path = os.path.join(folder, name + SUFFIX)
            stamp = (path, *_state(path), None if is_built_in else project.folder(folder))
            return _Layer(name, _read(*stamp), stamp, is_built_in)
        known = [each for each in self.names() if named is None or each not in self.own]
        hint = nearest_first(name, known, f"themes are {', '.join(known)}")
        raise ThemeError(Problem(f"unknown theme `{shortened(name)}`", named, hint))


@lru_cache(maxsize=2)
def _built_in(folder: str) -> frozenset[str]:
    """The themes that are built in: their folder stays as it is while we run."""
    return frozenset(_names_in(folder))


def _names_in(folder: str | None) -> tuple[str, ...]:
    return _themes_in(folder) if folder else ()


@project.once
def _themes_in(folder: str) -> tuple[str, ...]:
    entries = os.listdir(folder) if os.path.isdir(folder) else ()
    return tuple(entry.removesuffix(SUFFIX) for entry in entries if entry.endswith(SUFFIX) and entry[0] not in "._")


def _state(path: str) -> tuple[int, int]:
    """When a theme's file was changed, and its bytes; zeros where it cannot be read, which reading it tells."""
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=64)
def _read(path: str, changed_ns: int, size_bytes: int, within: str | None) -> Node:
    """What a theme's file holds, which may not leave the folder `within`; read once until it is changed."""
    return source.read(path, within)


def _merged(layers: tuple[_Layer, ...]) -> Node:
    """The keys of a theme laid over those of what it extends, mapping by mapping."""
    node = layers[-1].node
    for layer in reversed(layers[:-1]):
        node = _extended(layer.node, _without(node, _NOT_INHERITED))
    return _without(node, _NOT_TOKENS)


def _without(node: Node, names: tuple[str, ...]) -> Node:
    keys = node.value if isinstance(node.value, dict) else {}
    return node._replace(value={name: child for name, child in keys.items() if name not in names})


def _extended(node: Node, base: Node) -> Node:
    """`base` with the keys of `node` laid over it."""
    if not isinstance(node.value, dict) or not isinstance(base.value, dict):
        return node
    keys = dict(base.value)
    for name, child in node.value.items():
        keys[name] = _extended(child, keys[name]) if name in keys else child
    return node._replace(value=keys)


def _made(layers: tuple[_Layer, ...]) -> tuple[Theme, Logo | None]:
    """The theme that its layers make, the last one being whole, and its logo; raises SpecError with every mistake."""
    made = _tried(layers)
    if isinstance(made, PipelineError):
        raise type(made)(*made.problems)
    return made


@lru_cache(maxsize=64)
def _tried(layers: tuple[_Layer, ...]) -> tuple[Theme, Logo | None] | PipelineError:
    """What `_made` returns or raises: a second to find readable colours is spent once, not for each spec."""
    try:
        return _assembled(layers)
    except PipelineError as error:
        return type(error)(*error.problems)


def _assembled(layers: tuple[_Layer, ...]) -> tuple[Theme, Logo | None]:
    layer = layers[0]
    merged = _merged(layers)
    file = build(merged, written.Theme)
    colors = Colors(**{token: getattr(file, token) for token in Colors.__struct_fields__})
    if not layer.is_built_in:
        from pipeline.theme import contrast
        from pipeline.theme.companions import follow

        own = layer.node.value if isinstance(layer.node.value, dict) else {}
        colors = follow(colors, _made(layers[1:])[0].colors, own)
        contrast.check(colors, merged, layer.node)
    gradients = Gradients(_evenly(file.gradients.sun), _evenly(file.gradients.glow))
    shadows = tuple(Shadow(each.dy, each.blur / 2, each.color) for each in file.shadows)  # CSS Backgrounds 3, 6.1.1
    description = file.description or (f"extends {layers[1].name}" if layers[1:] else "")
    looks = (shadows, file.edge, file.edge_width, file.card_radius, file.grid, None, file.handle.strip())
    return Theme(layer.name, description, colors, file.faces, gradients, *looks), file.logo


def _mark(logo: Logo, keys: Node) -> Mark:
    """The logo with its file as it can be opened; raises ThemeError where that is none, or no PNG."""
    node = keys.child("logo")
    place = (node.at("file") if node else None) or keys.place
    try:
        path = beside.locate(place.path, logo.file, "logo.file")
        size = _png_size(path)
    except PipelineError as error:
        raise ThemeError(*error.located(lambda _: place).problems) from error
    except OSError as error:
        fact = f"logo.file: cannot read {logo.file}: {reason(error)}"
        raise ThemeError(Problem(fact, place, beside.nearest_name(path, logo.file, place.path))) from error
    if size is None:
        raise ThemeError(
            Problem(f"logo.file: expected a PNG, found another file in {logo.file}", place, "save it as PNG")
        )
    return Mark(path, size[0] / size[1], logo.corner, logo.size)


def _png_size(path: str) -> tuple[int, int] | None:
    """Width and height of a PNG in px (PNG 3, 11.2.1), or None for any other file."""
    with files.opened(path, MOST_LOGO_BYTES) as file:
        head = file.read(24)
    if len(head) < 24 or head[:8] != b"\x89PNG\r\n\x1a\n":
        return None
    width, height = unpack(">II", head[16:])
    return (width, height) if width and height else None


def _evenly(colors: tuple[Color, ...]) -> tuple[Stop, ...]:
    return tuple(Stop(index / (len(colors) - 1), color) for index, color in enumerate(colors))
