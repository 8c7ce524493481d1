"""The colours of a person: skin, hair and clothes, each with its lit, base and shaded tone, in light and dark rooms.

To change the person, change only these. Hair and clothes are kept off the wall behind them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pipeline.color import Color, apart, from_lab, lab, shifted
from pipeline.kinds.application_email.drawing import Palette

LIT, SHADE, TRIM = 10, -13, -6  # points of L*: one material has one hue and three values
HAIR_OFF_THE_WALL = 14.0  # least distance of hair and wall in CIELAB; the designer's black hair in a dark room has 14.4
CLOTHES_OFF_THE_WALL = 12.0  # of a jumper, which is larger and has its own light and shade
HAIR_OFF_THE_SKIN, BROW_OFF_THE_SKIN = 12.0, 16.0
LIP, LIP_AT_LEAST, LIP_REDDER = -25, 9, 6  # points of L*; of a* and against b*
LIT_SKIN_BY_DAY = 8.5  # points of L*: in a light room more would make a pale hand a glove
IN_THE_DARK = -4.5  # points of L* that skin and clothes lose in a dark room
DARKEST_CLOTHES, PALEST_CLOTHES = 17.0, 98.0  # L* of a base colour: room for its shaded tone, and for a touch of light
LESS_LIT = (LIT, 7, 4)  # points of L*: near a pale wall a jumper keeps its colour and has less relief

SKINS = {  # base tone in a light room
    "porcelain": "#E8C0A4",
    "fair": "#DDAC88",
    "beige": "#D1976D",
    "tan": "#C4845B",
    "brown": "#A3683F",
    "umber": "#82502F",
    "deep": "#653B26",
}
DRAWN_SKINS = {  # tuned by hand: skin, skin_lit, skin_shade, lip in a light and a dark room
    "tan": (("#C4845B", "#D69C74", "#A2643F", "#7A3F2C"), ("#B87850", "#D1936A", "#8A5236", "#6A3424")),
}


class Hair(NamedTuple):
    """A hair colour with the strands drawn into it; `brow` where brows are darker than the hair."""

    hair: str
    line: str
    brow: str = ""


HAIRS = {  # in a light room, in a dark room
    "black": (Hair("#2A2228", "#4B3C44"), Hair("#120F15", "#3A2F3A")),
    "brown": (Hair("#5A3A28", "#7B543D"), Hair("#5C3824", "#7D5239")),
    "auburn": (Hair("#8A3F22", "#AB5F3D"), Hair("#84391D", "#A65836")),
    "blond": (Hair("#B98843", "#9A6C2F", "#7E5726"), Hair("#BE8F4C", "#9C7035", "#6E4A1E")),
    "grey": (Hair("#8B8F93", "#AAAEB1", "#5B5F64"), Hair("#9BA0A3", "#7D8286", "#4E5357")),
}
EYES = "#2A2228", "#120F15"
CLOTHES = ("#D5622A", "#E27B42", "#B54F1D", "#C4571F"), ("#BE5826", "#DA7440", "#8F3E18", "#A94C1C")
SCARF = Color.parse("#2F6F7A")
GOLD = Color.parse("#E3B95B")
GLASSES = "#1B2A30", "#0B1215"
BLUSH = Color.parse("#DC692E")
TONES = "", "_lit", "_shade", "_trim"


@lru_cache(maxsize=64)
def person_colors(
    skin: str, hair: str, clothes: Color | None, scarf: Color | None, dark: bool, walls: tuple[Color, ...]
) -> Palette:
    """The colours of a person before walls of these colours."""
    column = int(dark)
    face, tones = _skin(skin, dark), zip(TONES, CLOTHES[column], strict=True)
    top: Palette = {f"top{tone}": Color.parse(text) for tone, text in tones}
    if clothes is not None:
        top = _material("top", clothes, dark, walls, CLOTHES_OFF_THE_WALL)
    return {
        **face,
        **_hair(HAIRS[hair][column], face["skin"], walls),
        "eye": Color.parse(EYES[column]),
        "glasses": Color.parse(GLASSES[column]),
        "gold": GOLD,
        "blush": BLUSH,
        **top,
        **_material("scarf", scarf or SCARF, dark, walls, HAIR_OFF_THE_WALL),
    }


def _skin(name: str, dark: bool) -> Palette:
    if name in DRAWN_SKINS:
        skin, lit, shade, lip = map(Color.parse, DRAWN_SKINS[name][int(dark)])
    else:
        skin = shifted(Color.parse(SKINS[name]), IN_THE_DARK if dark else 0)
        lit = shifted(skin, LIT if dark else LIT_SKIN_BY_DAY)
        shade, (lightness, a, b) = shifted(skin, SHADE, dulling=0.2), lab(skin)  # skin stays warm in the shade
        lip = from_lab(max(LIP_AT_LEAST, lightness + LIP), a + LIP_REDDER, b - LIP_REDDER)
    return {"skin": skin, "skin_lit": lit, "skin_shade": shade, "lip": lip}


def _hair(hair: Hair, skin: Color, walls: tuple[Color, ...]) -> Palette:
    """Hair, strands and brows, as little lighter or darker than written as sets them off from skin and walls."""
    written = Color.parse(hair.hair)
    clear = next(
        points
        for points in sorted(range(-30, 31, 2), key=abs)
        if apart(shifted(written, points), skin) >= HAIR_OFF_THE_SKIN
        and all(apart(shifted(written, points), wall) >= HAIR_OFF_THE_WALL for wall in walls)
    )
    brow = Color.parse(hair.brow) if hair.brow else shifted(written, clear)
    while apart(brow, skin) < BROW_OFF_THE_SKIN:
        brow = shifted(brow, -2)
    return {"hair": shifted(written, clear), "hair_line": shifted(Color.parse(hair.line), clear), "brow": brow}


def _material(name: str, color: Color, dark: bool, walls: tuple[Color, ...], distance: float) -> Palette:
    """Four tones of a free colour."""
    base, lit = _off(shifted(color, IN_THE_DARK if dark else 0, dulling=0), walls, distance)
    return {f"{name}{tone}": shifted(base, step) for tone, step in zip(TONES, (0, lit, SHADE, TRIM), strict=True)}


def _off(color: Color, walls: tuple[Color, ...], distance: float) -> tuple[Color, float]:
    """The colour, moved in L* no farther than base and lit tone take to stand clear of the walls; the light's step."""
    own = min(max(lab(color)[0], DARKEST_CLOTHES), PALEST_CLOTHES)
    targets = range(round(DARKEST_CLOTHES), round(PALEST_CLOTHES) + 1)
    for target in sorted((own, *targets), key=lambda each: abs(each - own)):
        base = shifted(color, target - lab(color)[0], dulling=0)
        for lit in [step for step in LESS_LIT if target + step <= 100] or [100 - target]:
            if all(apart(tone, wall) >= distance for tone in (base, shifted(base, lit)) for wall in walls):
                return base, lit
    return color, LIT
