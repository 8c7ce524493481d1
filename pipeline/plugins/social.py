"""The options that Material for MkDocs' social plugin has for its cards, as ours: for sites that come from there.

background_color, color     a theme in these two colours
font_family                 the face of all words, which has to be at hand: nothing is fetched
logo                        the mark in a corner: a PNG, its name counted from the settings of the site
title, description          the words of every card
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pipeline.color import Color
from pipeline.errors import Problem, SpecError, nearest_first

WORDS = ("title", "description")
KNOWN = ("background_color", "color", "font_family", "logo", *WORDS)
OTHERS = {
    "background_image": "words stand on paper; a `theme` decides how it looks",
    "font_variant": "name the face itself as `font_family`, such as Source Serif Pro Black",
}
TRANSPARENT = "transparent"
LEAST = 4.5  # WCAG 2.2, 1.4.3
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)
_ON_INK = ("paper", "surface", "surface_2", "surface_3", "accent_tint", "accent_2_tint", "on_accent", "on_accent_2")
_INKS = ("ink", "ink_2", "muted", "accent", "accent_soft", "accent_2", "accent_2_text", "control", "positive")


class Options(NamedTuple):
    """What the options come to: a theme as a spec may have it, if they make one, and words for every card."""

    theme: dict[str, Any]
    words: dict[str, str]


def translated(options: Mapping[str, Any], name: str, base: str = "") -> Options:
    """Material's options as ours, on a theme; `name` is what they are called.

    Raises SpecError with every option that has no counterpart, or cannot be read.
    """
    problems = list(_problems(options, name))
    colors = {} if problems else dict(_colors(options, name, problems))
    if problems:
        raise SpecError(*problems)
    keys: dict[str, Any] = dict(colors)
    if font := options.get("font_family"):
        keys["faces"] = {"display": font, "text": font}
    if logo := options.get("logo"):
        keys["logo"] = {"file": logo}
    words = {word: str(options[word]) for word in WORDS if options.get(word)}
    return Options({"extends": base or "paper", "name": "social", **keys} if keys else {}, words)


def _problems(options: Mapping[str, Any], name: str) -> Iterator[Problem]:
    for key, value in options.items():
        if key in OTHERS:
            yield Problem(f"{name}.{key}: cards have no such thing", hint=f"remove it: {OTHERS[key]}")
        elif key not in KNOWN:
            hint = nearest_first(str(key), KNOWN, f"known options are {', '.join(KNOWN)}")
            yield Problem(f"{name}: unknown option `{key}`", hint=hint)
        elif value is not None and not isinstance(value, str):
            yield Problem(f"{name}.{key}: expected text, found {value!r}", hint="put it in quotation marks")


def _colors(options: Mapping[str, Any], name: str, problems: list[Problem]) -> Iterator[tuple[str, Any]]:
    """The tokens of a theme in two colours, of which the options may name one; none where they name neither."""
    ground, ink = (_color(options.get(key), f"{name}.{key}", problems) for key in ("background_color", "color"))
    named = ground or ink
    if problems or named is None:
        return
    ground, ink = ground or _opposite(named), ink or _opposite(named)
    if (found := ink.contrast(ground)) < LEAST:
        fact = f"{name}.color: expected a contrast of at least {LEAST}, found {found:.2f} for {ink} on {ground}"
        problems.append(Problem(fact, hint=f'write `color: "{_opposite(ground)}"`'))
        return
    yield from ((token, str(ground)) for token in _ON_INK)
    yield from ((token, str(ink)) for token in _INKS)
    yield from ((token, [str(ink)] * 6) for token in ("cat", "cat_text"))
    faint = ink.with_alpha(0.14), ink.with_alpha(0)
    yield "gradients", {"sun": [str(ink), str(ink.with_alpha(0.4))], "glow": [str(each) for each in faint]}


def _opposite(color: Color) -> Color:
    """White or black, whichever can be told better from a colour."""
    return max((_WHITE, _BLACK), key=color.contrast)


def _color(written: str | None, field: str, problems: list[Problem]) -> Color | None:
    if not written or written == TRANSPARENT:
        return None
    try:
        return Color.parse(written)
    except ValueError:
        fact = f"{field}: expected a colour such as #4051B5, found `{written}`"
        problems.append(Problem(fact, hint="write its six hexadecimal digits behind a `#`, in quotation marks"))
        return None
