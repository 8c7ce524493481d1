"""A whole palette from one accent: the tones of a built-in theme, turned to the accent's hue in OKLCH and made to pass.

What stands on something moves in lightness, and in nothing else, until its contrast is enough; so any accent gives a
palette, a yellow on light paper an olive one. The categories are chosen for readers of every kind of sight.
"""

from __future__ import annotations

from functools import lru_cache
from math import dist
from typing import Any, NamedTuple

from pipeline.color import Color, lab
from pipeline.scene import Stop
from pipeline.theme import contrast
from pipeline.theme.oklch import DEFICIENCIES, Tone, as_seen, nearest, tone
from pipeline.theme.tokens import Colors, Theme

LEAST_APART = 15.0
"""Of any two categories in CIELAB (CIE 1976), to every kind of sight; those of paper and ink are 16 apart."""

_WARM, _COOL = 45.0, 255.0  # the hue that catches the eye beside a cool accent, and beside a warm one
_GREY = 0.02  # chroma below which an accent has no hue
_BREATH = 0.02  # chroma: more of it and a dark page is olive or brown
_NEUTRALS = (
    "paper",
    "surface",
    "surface_2",
    "surface_3",
    "rule",
    "rule_strong",
    "series_rest",
    "flow_closed",
    "flow_closed_2",
)
_INKS = ("ink", "ink_2", "muted", "control")
_CATEGORIES = 6

_Sights = tuple[tuple[float, float, float], ...]


class Palette(NamedTuple):
    """What a derived theme says: its colours, the fades of its sun and its glow, its edge's colour."""

    colors: Colors
    sun: tuple[Color, ...]
    glow: tuple[Color, ...]
    edge: Color


def derive(accent: Color, base: Theme) -> Palette:
    """The palette of an accent after the example of a theme, a light or a dark one."""
    tokens = _Deriving(accent, base.colors).tokens()
    colors = Colors(**tokens)
    warm = tone(base.colors.accent_2), tone(colors.accent_2)
    sun, glow = (tuple(_faded(stop, *warm) for stop in fade) for fade in base.gradients)
    return Palette(colors, sun, glow, colors.ink.with_alpha(base.edge.alpha))


def _faded(stop: Stop, before: Tone, after: Tone) -> Color:
    """A stop of the example's fade, its hue as far from the new second accent's as it was from the old one's."""
    own = tone(stop.color)
    moved = Tone(own.lightness, own.chroma * after.chroma / before.chroma, own.hue + after.hue - before.hue)
    return moved.color.with_alpha(stop.color.alpha)


class _Deriving:
    """One palette in the making; each step may stand on those before it."""

    def __init__(self, accent: Color, base: Colors) -> None:
        self.base = base
        self.accent = tone(accent)
        self.has_hue = self.accent.chroma >= _GREY
        self.made: dict[str, Any] = {}

    def tokens(self) -> dict[str, Any]:
        for token in _NEUTRALS:
            self.made[token] = self._neutral(token).color
        self.made["accent_tint"] = self._toned("accent_tint").color
        for token in _INKS:
            self._fit(token, self._neutral(token))
        self._accents()
        self.made["positive_fill"] = self.base.positive_fill
        self._fit("positive", tone(self.base.positive))
        self._data()
        return self.made

    def _accents(self) -> None:
        self._fit("accent", self.accent)
        self.made["accent_soft"] = self._toned("accent_soft").color
        self._fit("on_accent", self._neutral("on_accent"))
        hue = _WARM if not self.has_hue or _turn(self.accent.hue, _WARM) > 60 else _COOL
        self.made["accent_2_tint"] = tone(self.base.accent_2_tint)._replace(hue=hue).color
        for token in ("accent_2", "accent_2_text", "on_accent_2"):
            self._fit(token, tone(getattr(self.base, token))._replace(hue=hue))

    def _data(self) -> None:
        made = self.made
        made["seq"] = tuple(self._toned(each).color for each in self.base.seq)
        made["flow_band"] = self._toned("flow_band").color
        made["flow_node"] = made["flow_open"] = made["accent"]
        made["cat"] = _categories(made["accent"], tuple(made[ground] for ground in contrast.PAGE))
        made["cat_text"] = tuple(
            nearest(tone(each), lambda found: self._passes("cat_text", found)) or made["ink"] for each in made["cat"]
        )

    def _neutral(self, token: str) -> Tone:
        """A quiet tone of the example's lightness, with a breath of the accent's hue."""
        own = tone(getattr(self.base, token))
        chroma = min(own.chroma, _BREATH) if self.has_hue else own.chroma / 3
        return Tone(own.lightness, chroma, self.accent.hue if self.has_hue else own.hue)

    def _toned(self, token: str | Color) -> Tone:
        """A tone of the accent in the example's lightness."""
        own = tone(getattr(self.base, token) if isinstance(token, str) else token)
        factor = self.accent.chroma / tone(self.base.accent).chroma
        return Tone(own.lightness, own.chroma * min(factor, 2.0), self.accent.hue)

    def _fit(self, token: str, start: Tone) -> Tone:
        """Keep the tone nearest to `start` that stands out from all that it is seen on."""
        found = nearest(start, lambda found: self._passes(token, found))
        if found is None:
            raise AssertionError(f"no {token} can be told from its grounds: the example theme's are too far apart")
        self.made[token] = found
        return tone(found)

    def _passes(self, token: str, color: Color) -> bool:
        pairs = (pair for pair in contrast.PAIRS if pair.token == token)
        return all(color.contrast(self.made[ground]) >= pair.least for pair in pairs for ground in pair.grounds)


def _turn(one: float, other: float) -> float:
    """The angle between two hues, 0 to 180."""
    turn = abs(one - other) % 360
    return min(turn, 360 - turn)


def _categories(first: Color, page: tuple[Color, ...]) -> tuple[Color, ...]:
    """Colours that can be told from the page and, to every kind of sight, from one another, `first` among them.

    Each is chosen to be farthest from those before it; then each in turn is chosen again, while that helps.
    """
    pool = [each for each in _pool() if min(each.contrast(ground) for ground in page) >= contrast.GRAPHIC]
    chosen = [first]
    while len(chosen) < _CATEGORIES:
        chosen.append(max(pool, key=lambda each: _apart(each, chosen)))
    for _ in range(3):
        for index in range(1, _CATEGORIES):
            others = chosen[:index] + chosen[index + 1 :]
            chosen[index] = max([chosen[index], *pool], key=lambda each: _apart(each, others))
    return tuple(chosen)


def _apart(color: Color, others: list[Color]) -> float:
    """The distance to the most alike of the others, to the sight to which they are most alike."""
    own = _sights(color)
    return min(dist(one, two) for other in others for one, two in zip(own, _sights(other), strict=True))


@lru_cache(maxsize=2048)
def _sights(color: Color) -> _Sights:
    return (lab(color), *(lab(as_seen(color, deficiency)) for deficiency in DEFICIENCIES))


@lru_cache(maxsize=1)
def _pool() -> tuple[Color, ...]:
    """The colours to choose categories from: every 20 degrees of hue, neither pale nor lurid."""
    lightnesses = (0.36, 0.44, 0.52, 0.60, 0.68, 0.76, 0.84, 0.91)
    tones = (Tone(each, chroma, hue) for each in lightnesses for chroma in (0.07, 0.13) for hue in range(0, 360, 20))
    return tuple(dict.fromkeys(tone.color for tone in tones))
