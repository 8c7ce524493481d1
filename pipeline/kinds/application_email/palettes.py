"""The scene's colours: one column for light themes, one for dark ones, and what each hour changes in them.

A name instead of digits is a colour of the theme. Digits were chosen for the themes paper and ink; in another theme
those in `AKIN` go along with the colour that they are akin to, so that its room is of one piece. In a dark theme it is
an earlier or a later hour, not the same one turned over: the wood is lighter than the wall, paper is dimmed, and face
and screen stay brightest.
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.color import Color, lab, toned
from pipeline.kinds.application_email.drawing import Palette
from pipeline.theme import Colors

LIGHT_FROM = 0.2  # luminance of a theme's paper: half way, as the eye sees it

ROOM = {
    #                 light theme      dark theme
    "wall_1":        ("#E4ECE8",       "#213A41"),
    "wall_2":        ("#D3E0DD",       "#182B31"),
    "glow":          ("#FFF3DF",       "#E9C9A8"),
    "glow_warm":     ("#FFEFC0",       "#F2B583"),
    "sky_1":         ("#BFD8DA",       "#1F3B4B"),
    "sky_2":         ("#F4E3D0",       "#6E5068"),
    "sky_3":         ("#FBD3B4",       "#E08A62"),
    "sun":           ("#E9854B",       "#FBC596"),
    "star":          ("#F4EBD3",       "#E9E2CC"),
    "cloud":         ("#FBFDF8",       "#DCE7E2"),
    "hill_far":      ("#9FBDBD",       "#27424C"),
    "hill_near":     ("#6E9EA3",       "#172D35"),
    "frame":         ("surface",       "#36535D"),
    "frame_shade":   ("#BFD0CD",       "#152529"),
    "desk":          ("accent",        "#0B171B"),
    "desk_lit":      ("#14636F",       "#101F25"),
    "desk_edge":     ("#2D7983",       "#2C4A52"),
    "desk_shade":    ("#0A4A54",       "#070F12"),
    "chair":         ("#8FB3B6",       "#2C4A52"),
    "chair_shade":   ("#7CA4A8",       "#243F47"),
}  # fmt: skip

THINGS = {
    #                 light theme      dark theme
    "shell":         ("#E9E7DF",       "#5B6F74"),
    "shell_2":       ("#D2D1C8",       "#46595E"),
    "shell_3":       ("#B9BBB4",       "#34464B"),
    "key":           ("#BFC1BA",       "#33464B"),
    "bezel":         ("#1B3237",       "#060D10"),
    "screen":        ("surface",       "ink"),
    "screen_ink":    ("ink",           "#10262C"),
    "screen_muted":  ("#5A696D",       "#56666A"),
    "screen_rule":   ("#E4E1D6",       "#DAD7CB"),
    "screen_accent": ("accent",        "#0D5A66"),
    "screen_on":     ("on_accent",     "#FFFEFA"),
    "sheet":         ("surface",       "#D6D1C4"),
    "sheet_ink":     ("ink",           "#10262C"),
    "sheet_dim":     ("#C3C8C4",       "#A5A89F"),
    "calendar_head": ("ink",           "#34505A"),
    "calendar_on":   ("surface",       "ink"),
    "circle":        ("accent_2",      "#B5420E"),
    "sticky":        ("#F6D488",       "#DDB45C"),
    "sticky_shade":  ("#E9C06A",       "#BF9645"),
    "sticky_ink":    ("#3A2A08",       "#33240A"),
    "notebook":      ("#F0E3CF",       "#BDB19B"),
    "tick":          ("accent",        "#0D5A66"),
    "pencil":        ("#F0B94D",       "#D9A23A"),
    "mug":           ("surface",       "#D8D2C4"),
    "mug_shade":     ("#E3E0D6",       "#B0AA9C"),
    "lamp":          ("ink",           "#4C636A"),
    "lamp_lit":      ("#27434A",       "#6F8990"),
    "bulb":          ("#FBE2B6",       "#FFE9BE"),
    "pot":           ("paper",         "#C9C2B2"),
    "pot_shade":     ("#DEDBD0",       "#A39C8D"),
    "leaf":          ("#2F7A62",       "#2B6B58"),
    "leaf_lit":      ("#4A9478",       "#3E8269"),
    "leaf_shade":    ("#1F6251",       "#1E4E42"),
    "leaf_vein":     ("#6DB195",       "#4F9079"),
}  # fmt: skip

HOURS: dict[str, dict[str, tuple[str, str]]] = {
    "morning": {},
    "day": {
        "sky_1":     ("#93C7DA",       "#2F6E88"),
        "sky_2":     ("#C6E3E6",       "#6FA9B5"),
        "sky_3":     ("#EDF2E4",       "#B9D3CB"),
        "sun":       ("#F7C55F",       "#F6DC9C"),
        "hill_far":  ("#A3CBB4",       "#3A6C63"),
        "hill_near": ("#6BA88C",       "#22504A"),
    },
    "evening": {
        "wall_1":    ("#EBE6DC",       "#2F3A3F"),
        "wall_2":    ("#DFD8CC",       "#232F33"),
        "sky_1":     ("#7A8CA8",       "#232A49"),
        "sky_2":     ("#DFA795",       "#74425F"),
        "sky_3":     ("#F8B87C",       "#D4674A"),
        "sun":       ("#D8532C",       "#F2894B"),
        "hill_far":  ("#8F95A8",       "#2E3548"),
        "hill_near": ("#5E7088",       "#1A2230"),
    },
    "night": {
        "wall_1":    ("#D7E0DF",       "#20383F"),
        "wall_2":    ("#C5D2D3",       "#192C32"),
        "sky_1":     ("#12283A",       "#08131E"),
        "sky_2":     ("#24465C",       "#112637"),
        "sky_3":     ("#4A6F82",       "#22465A"),
        "sun":       ("#F4EBD3",       "#E9E2CC"),
        "hill_far":  ("#2B4C58",       "#14272F"),
        "hill_near": ("#1B363F",       "#0C1A20"),
    },
}  # fmt: skip

AKIN = (  # the theme's colour, what it is in the theme the digits were chosen for, and what goes along with it
    {  # light theme, paper
        "accent_tint": ("#DAE6E5", "wall_1 wall_2"),
        "accent_soft": ("#7FAAAF", "frame_shade hill_far hill_near chair chair_shade"),
        "accent":      ("#0D5A66", "desk_lit desk_edge desk_shade"),
        "ink":         ("#10262C", "bezel lamp_lit"),
    },
    {  # dark theme, ink
        "accent":      ("#7CC7CB", "screen_accent tick"),
        "surface_2":   ("#1C3138", "wall_1 wall_2 hill_far hill_near"),
        "surface_3":   ("#274048", "frame frame_shade chair chair_shade desk_edge"),
        "paper":       ("#0D1B20", "desk desk_lit desk_shade bezel"),
        "rule_strong": ("#4C636A", "shell shell_2 shell_3 key calendar_head lamp lamp_lit"),
    },
)  # fmt: skip

GLOW = (0.40, 0.14), (0.085, 0.035)  # how strong the light behind the laptop is, at its middle and at 45 %: light, dark
SKIN_FROM, GREYER = 75, 0.35  # CIE L* of pale skin, and what is left of a warm wall's chroma
CONE = 0.5, 0.34  # how strong a lamp's light is at its shade: light, dark
LEAST_APART = 1.3  # contrast of a thing with what it stands before
LAMP_LIT_AT = ("evening", "night")


def is_dark(colors: Colors) -> bool:
    """Whether a theme is a dark one."""
    return colors.paper.luminance < LIGHT_FROM


def is_lamp_lit(colors: Colors, time: str) -> bool:
    """In a dark room the lamp burns but by day; in a light one from the evening on."""
    return time in LAMP_LIT_AT or (is_dark(colors) and time != "day")


@lru_cache(maxsize=32)
def scene_colors(colors: Colors, time: str) -> Palette:
    """The colours of room and things in a theme at an hour."""
    column = int(is_dark(colors))
    written = {**ROOM, **THINGS, **HOURS[time]}
    texts = {name: pair[column] for name, pair in written.items()}  # a colour, or the name of the theme's
    palette: dict[str, Color] = {
        name: Color.parse(text) if text.startswith("#") else getattr(colors, text) for name, text in texts.items()
    }
    for token, (written_for, names) in AKIN[column].items():
        meant, actual = Color.parse(written_for), getattr(colors, token)
        if meant != actual:
            palette |= {name: _moved(palette[name], meant, actual) for name in names.split()}
    return palette


def _moved(color: Color, meant: Color, actual: Color) -> Color:
    """A colour as it goes with `actual`, as much lighter than that as it was than the colour it was meant for.

    What would be as pale and as warm as skin is made greyer: a face must stand out from its wall.
    """
    own, (old, *_), (new, _, yellow) = lab(color)[0], lab(meant), lab(actual)
    lightness = min(100.0, max(0.0, own + new - old))
    return toned(color, meant, actual, lightness, GREYER if lightness > SKIN_FROM and yellow > 0 else 1.0)
