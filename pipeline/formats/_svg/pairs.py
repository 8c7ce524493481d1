"""Light and dark in one file: items whose colours are pairs; of those that differ in more, both, of which one is shown.

A pair travels through the scene as a stand-in, a `Color` that no picture has: its red is the pair's number, its green
-1.

    attribute   fill="#FFFFFF"                       what programs show that know no style sheet
    rule        .a0{fill:var(--a0)}                  inside @media, with both colours as custom properties
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.color import Color
from pipeline.formats._numbers import number
from pipeline.formats._svg.markup import OWN
from pipeline.scene import Item

_STAND_IN = -1
DARK = "@media (prefers-color-scheme:dark)"


class NotAlikeError(Exception):
    """Two items differ in more than colours."""


class Both(NamedTuple):
    """What light pages show and what dark pages show in its place."""

    light: tuple[Item, ...]
    dark: tuple[Item, ...]


class Pairs:
    """The colours of a file that are one on light pages and another on dark ones."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Color, Color], int] = {}
        self._rules: dict[str, None] = {}
        self._has_both = False

    def merged(self, light: tuple[Item, ...], dark: tuple[Item, ...]) -> Iterator[Item | Both]:
        """The light items with stand-ins for the colours that differ, and both where more does."""
        if len(light) != len(dark):
            yield Both(light, dark)
            return
        for one, other in zip(light, dark, strict=True):
            try:
                yield self._merged(one, other)
            except NotAlikeError:
                yield Both((one,), (other,))

    def attributes(self, color: Color, name: str, opacity: str) -> str:
        """The attributes that give an element a colour, and its class where that is one of a pair."""
        if color.green != _STAND_IN:
            return _attributes(color, name, opacity)
        pair = list(self._numbers)[color.red]
        place = f"{OWN}c{color.red}"
        declared = f"{name}:var(--{place})"
        declared += f";{opacity}:1" if pair[0].alpha != 1 else ""
        kind = f"{place}{name[0]}{name[-1]}"
        self._rules[f".{kind}{{{declared}}}"] = None
        return f'{_attributes(pair[0], name, opacity)} class="{kind}"'

    def both(self) -> tuple[str, str]:
        """The classes of what is shown on light pages alone, and on dark ones alone."""
        self._has_both = True
        return f"{OWN}light", f"{OWN}dark"

    def styles(self) -> str:
        """The rules that tell light pages from dark ones, "" where nothing differs."""
        either = f".{OWN}dark{{display:none}}{DARK}{{.{OWN}light{{display:none}}.{OWN}dark{{display:inline}}}}"
        return self._properties() + (either if self._has_both else "")

    def _properties(self) -> str:
        """The custom properties and the rules that use them."""
        if not self._rules:
            return ""
        light, dark = ("".join(f"--{OWN}c{n}:{_css(pair[at])};" for pair, n in self._numbers.items()) for at in (0, 1))
        return f":root{{{light}}}{DARK}{{:root{{{dark}}}}}@media all{{{''.join(self._rules)}}}"

    def _merged(self, light: Any, dark: Any) -> Any:
        if light == dark:
            return light
        if isinstance(light, Color) and isinstance(dark, Color):
            return Color(self._numbers.setdefault((light, dark), len(self._numbers)), _STAND_IN, 0)
        if not isinstance(light, tuple) or type(light) is not type(dark) or len(light) != len(dark):
            raise NotAlikeError
        merged = [self._merged(one, other) for one, other in zip(light, dark, strict=True)]
        return type(light)._make(merged) if hasattr(light, "_make") else tuple(merged)


def _attributes(color: Color, name: str, opacity: str) -> str:
    faint = f' {opacity}="{number(color.alpha, 4)}"' if color.alpha != 1 else ""
    return f' {name}="{_hex(color)}"{faint}'


def _hex(color: Color) -> str:
    digits = f"{color.red:02x}{color.green:02x}{color.blue:02x}"
    return f"#{digits[::2]}" if digits[::2] == digits[1::2] else f"#{digits}"


def _css(color: Color) -> str:
    return _hex(color) if color.alpha == 1 else f"rgba({color.red},{color.green},{color.blue},{number(color.alpha, 4)})"
