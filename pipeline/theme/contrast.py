"""Which colours of a theme are seen on which, and how well they must stand out; the one list of such pairs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.color import Color
from pipeline.errors import Place, Problem, ThemeError
from pipeline.source import Node
from pipeline.theme.companions import COMPANIONS
from pipeline.theme.tokens import Colors

TEXT, GRAPHIC = 4.5, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11; text from 32 px up, or bold from 24 px, needs no more than a graphic."""

PAGE = ("paper", "surface")
GROUNDS = (*PAGE, "surface_2")


class Pair(NamedTuple):
    """A colour that is seen on each of the grounds, and the least contrast."""

    token: str
    grounds: tuple[str, ...]
    least: float = TEXT


PAIRS = (
    Pair("ink", (*GROUNDS, "accent_tint")),
    Pair("ink_2", GROUNDS),
    Pair("muted", GROUNDS),
    Pair("accent", (*GROUNDS, "accent_tint")),
    Pair("accent_2_text", (*GROUNDS, "accent_2_tint")),
    Pair("positive", PAGE),
    Pair("on_accent", ("accent",)),
    Pair("on_accent_2", ("accent_2",)),
    Pair("cat_text", PAGE),
    Pair("cat", PAGE, GRAPHIC),
    Pair("control", ("paper",), GRAPHIC),
    Pair("accent_2", ("paper",), GRAPHIC),
)


class Miss(NamedTuple):
    """A colour that stands out too little: its field, itself, the grounds with the contrast on each."""

    field: str
    color: Color
    pair: Pair
    ratios: tuple[tuple[str, float], ...]


def misses(colors: Colors) -> Iterator[Miss]:
    """Every colour that cannot be told well enough from what it is seen on."""
    for pair in PAIRS:
        for field, color in _each(pair.token, colors):
            ratios = ((ground, color.contrast(getattr(colors, ground))) for ground in pair.grounds)
            found = tuple((ground, ratio) for ground, ratio in ratios if ratio < pair.least)
            if found:
                yield Miss(field, color, pair, found)


def check(colors: Colors, keys: Node, own: Node) -> None:
    """Raise ThemeError with every colour that cannot be read or told apart, and the nearest one that can.

    A problem stands where the theme's `own` keys write the colour, or else a ground that it is seen on; `keys` are all.
    An accent that fails speaks for the tones that follow it.
    """
    found = list(misses(colors))
    written = {miss.pair.token for miss in found if own.child(miss.pair.token) is not None}
    following = {token for accent in written for token in COMPANIONS.get(accent, ())} - written
    problems = [_problem(miss, colors, keys, own) for miss in found if miss.pair.token not in following]
    if problems:
        raise ThemeError(*sorted(problems, key=lambda problem: problem.place or ()))


def _each(token: str, colors: Colors) -> Iterator[tuple[str, Color]]:
    value = getattr(colors, token)
    if isinstance(value, Color):
        yield token, value
    else:
        yield from ((f"{token}[{index}]", color) for index, color in enumerate(value))


def _problem(miss: Miss, colors: Colors, keys: Node, own: Node) -> Problem:
    least = miss.pair.least
    on = " and ".join(f"{_told(ratio, least)} on {ground} {getattr(colors, ground)}" for ground, ratio in miss.ratios)
    fact = f"{miss.field}: expected a contrast of at least {least}, found {on} for {miss.color}"
    return Problem(fact, _place(miss, keys, own), _way_out(miss, colors))


def _told(ratio: float, least: float) -> str:
    """A ratio in as few digits as tell it from the least: 4.497 is not 4.50."""
    return f"{ratio:.2f}" if round(ratio, 2) < least else f"{ratio:.4f}"


def _place(miss: Miss, keys: Node, own: Node) -> Place:
    """Where the theme writes the colour; or else the ground, or the accent that it follows."""
    for token in (miss.pair.token, *(ground for ground, _ in miss.ratios), "accent", "accent_2"):
        if own.child(token) is not None:
            return own.at(miss.field if token == miss.pair.token else token)
    return keys.at(miss.field)


def _way_out(miss: Miss, colors: Colors) -> str:
    from pipeline.theme.oklch import nearest_readable  # only a mistake pays for this import

    grounds = [getattr(colors, ground) for ground in miss.pair.grounds]
    found = nearest_readable(miss.color, grounds, miss.pair.least)
    if found is None:
        return "no colour can be read on all of these grounds: bring them closer together"
    hint = f"the nearest colour that passes is {found}"
    if "[" in miss.field:
        return hint
    derive = f"; or `visuals theme new` makes a palette of {miss.color}" if miss.field == "accent" else ""
    return f'{hint}; write `{miss.field}: "{found}"`{derive}'
