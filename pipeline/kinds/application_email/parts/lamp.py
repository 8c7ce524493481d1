"""The desk lamp; origin: the middle of its base. Its shade is drawn about (0, 0) and tilted."""

from math import radians

from pipeline.geometry import Affine
from pipeline.kinds.application_email.drawing import Area, Block, Line, Oval

SHADOW = (Oval(0, 3, 50, 6, "desk_shade"),)

STAND = (
    Block(-42, -11, 84, 13, "lamp", 6.5),
    Line("M4 -10 L34 -138 L-10 -236", "lamp", 7),
    Oval(34, -138, 8.5, 8.5, "lamp_lit"),
)

SHADE = (
    Area("M-26 35 A18 18 0 0 0 14 35 Z", "bulb"),
    Area("M-50 36 C-50 4 -30 -18 -6 -18 C18 -18 38 4 38 36 Z", "lamp"),
    Block(-14, -27, 16, 12, "lamp_lit", 4),
)
SHADE_AT = Affine.translate(-10, -240) @ Affine.rotate(radians(16))

CONE = "M-58 -240 L4 -224 L54 -60 L-236 -60 Z"  # its light: from the shade down to the far edge of the desk
CONE_TOP, CONE_FOOT = -240, -60
