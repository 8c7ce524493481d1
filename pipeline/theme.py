"""Themes: colours, faces, gradients and shadows by role, each theme one file of themes/."""

import os
from functools import cache
from typing import Annotated, NamedTuple

from pipeline import source
from pipeline.color import Color
from pipeline.errors import Place, Problem, SpecError, ThemeError, nearest_first
from pipeline.scene import Shadow, Stop
from pipeline.schema import Part, build, key

_FOLDER = os.path.join(os.path.dirname(__file__), "themes")
_SUFFIX = ".yaml"


class Colors(Part):
    """The colours by role. Text takes ink, ink_2, muted, accent, accent_2_text, a status colour or an `on_` colour."""

    paper: Color
    surface: Color
    surface_2: Color
    surface_3: Color
    ink: Color
    ink_2: Color
    muted: Color
    rule: Color
    rule_strong: Color
    control: Color
    accent: Color
    accent_strong: Color
    accent_soft: Color
    accent_tint: Color
    on_accent: Color
    accent_2: Color
    accent_2_text: Color
    accent_2_tint: Color
    on_accent_2: Color
    positive: Color
    positive_fill: Color
    positive_tint: Color
    warning: Color
    warning_fill: Color
    warning_tint: Color
    negative: Color
    negative_fill: Color
    negative_tint: Color
    series: Annotated[tuple[Color, ...], key("Colours of a chart's series, in order of use.", min_length=1)]
    series_rest: Color
    cat: Annotated[
        tuple[Color, ...], key("Colours of a chart's categories, in order of use; each needs a label.", min_length=6)
    ]
    cat_text: Annotated[tuple[Color, ...], key("The same hues where they are text.", min_length=6)]
    seq: Annotated[tuple[Color, ...], key("A ramp of one hue, from low to high.", min_length=2)]
    flow_band: Color
    flow_node: Color
    flow_open: Color
    flow_closed: Color
    flow_closed_2: Color


class Faces(Part):
    """The families of each role, the preferred one first."""

    display: Annotated[tuple[str, ...], key("Titles and quotes.", min_length=1)]
    text: Annotated[tuple[str, ...], key("Everything else.", min_length=1)]
    numerals: Annotated[tuple[str, ...], key("Large numerals and axis labels.", min_length=1)]


class Gradients(NamedTuple):
    """The stops of the theme's fades, evenly spaced."""

    sun: tuple[Stop, ...]
    glow: tuple[Stop, ...]


class Theme(NamedTuple):
    """What a kind takes its looks from. `shadows` are a card's, `edge` is the colour of its inner line of 1 px."""

    name: str
    description: str
    colors: Colors
    faces: Faces
    gradients: Gradients
    shadows: tuple[Shadow, ...]
    edge: Color


class _Fades(Part):
    sun: Annotated[tuple[Color, ...], key("Colours at even steps from top to bottom.", min_length=2)]
    glow: Annotated[tuple[Color, ...], key("Colours at even steps from the centre out.", min_length=2)]


class _CssShadow(Part):
    dy: Annotated[float, key("How far down, in px.")]
    blur: Annotated[float, key("The blur radius as CSS has it, in px.", ge=0)]
    color: Color


class _File(Part):
    """A theme as its file has it."""

    description: Annotated[str, key("What it looks like, in a line.", min_length=1, max_length=100)]
    colors: Colors
    faces: Faces
    gradients: _Fades
    shadows: tuple[_CssShadow, ...]
    edge: Color


@cache
def load(name: str) -> Theme:
    """The theme called `name`; raises ThemeError when there is none, or with every mistake in its file."""
    try:
        file = build(_read(name, ()), _File)
    except SpecError as error:
        raise ThemeError(*error.problems) from error
    shadows = tuple(Shadow(each.dy, each.blur / 2, each.color) for each in file.shadows)  # CSS Backgrounds 3, 6.1.1
    gradients = Gradients(_evenly(file.gradients.sun), _evenly(file.gradients.glow))
    return Theme(name, file.description, file.colors, file.faces, gradients, shadows, file.edge)


def names() -> tuple[str, ...]:
    """The names of all themes, in alphabetical order."""
    return tuple(sorted(entry.removesuffix(_SUFFIX) for entry in os.listdir(_FOLDER) if entry.endswith(_SUFFIX)))


def find(name: str) -> str:
    """The file of the theme called `name`; raises ThemeError when there is none."""
    if name not in names():
        raise ThemeError(_unknown(name))
    return os.path.join(_FOLDER, name + _SUFFIX)


def _read(name: str, extending: tuple[str, ...]) -> source.Node:
    """The keys of a theme's file and of the themes it extends; `extending` are those that led here."""
    node = source.read(find(name))
    parent = node.child("extends")
    if parent is None:
        return node
    if parent.text in (*extending, name):
        fact = f"extends: the themes {', '.join((*extending, name))} extend one another"
        raise ThemeError(Problem(fact, parent.place, "remove one `extends`"))
    if parent.text not in names():
        raise ThemeError(_unknown(parent.text, parent.place))
    return _extended(node, _read(parent.text, (*extending, name)), skip="extends")


def _extended(node: source.Node, base: source.Node, skip: str = "") -> source.Node:
    """`base` with the keys of `node` laid over it, mapping by mapping."""
    if not isinstance(node.value, dict) or not isinstance(base.value, dict):
        return node
    keys = dict(base.value)
    for name, child in node.value.items():
        if name != skip:
            keys[name] = _extended(child, keys[name]) if name in keys else child
    return node._replace(value=keys)


def _unknown(name: str, place: Place | None = None) -> Problem:
    hint = nearest_first(name, names(), f"themes are {', '.join(names())}")
    return Problem(f"unknown theme `{name}`", place, hint)


def _evenly(colors: tuple[Color, ...]) -> tuple[Stop, ...]:
    return tuple(Stop(index / (len(colors) - 1), color) for index, color in enumerate(colors))
