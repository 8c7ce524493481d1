"""The plants: a tall one that stands on the floor behind the desk, and a small one in a pot."""

from pipeline.kinds.application_email.drawing import Area, Line

TALL = (  # origin: the foot of the stem
    Line("M0 0 C-4 -80 -10 -150 -24 -200", "leaf_shade", 5),
    Line("M2 -20 C6 -90 18 -130 32 -164", "leaf_shade", 5),
    Area("M-10 -112 C-70 -122 -100 -160 -96 -208 C-46 -202 -10 -164 -10 -112 Z", "leaf_shade"),
    Area("M8 -70 C20 -112 54 -136 100 -132 C94 -90 56 -64 8 -70 Z", "leaf_shade"),
    Area("M4 -50 C-44 -48 -84 -74 -96 -118 C-46 -126 -8 -98 4 -50 Z", "leaf"),
    Area("M-24 -196 C-62 -236 -60 -292 -22 -330 C14 -296 18 -238 -24 -196 Z", "leaf"),
    Area("M30 -160 C24 -208 44 -248 88 -266 C98 -222 78 -180 30 -160 Z", "leaf_lit"),
    Line("M-24 -200 C-22 -240 -22 -276 -22 -306", "leaf_vein", 2),
    Line("M33 -166 C46 -200 60 -226 78 -248", "leaf_vein", 2),
    Line("M-14 -118 C-34 -152 -58 -176 -84 -196", "leaf_vein", 2),
    Line("M0 -54 C-26 -82 -54 -100 -82 -110", "leaf_vein", 2),
    Line("M14 -74 C38 -96 62 -112 88 -122", "leaf_vein", 2),
)

POT = (  # origin: the middle of the foot
    Line(
        "M0 -60 C0 -84 -4 -100 -10 -112 M2 -60 C6 -84 16 -98 26 -106 M-2 -60 C-10 -74 -24 -82 -36 -84", "leaf_shade", 4
    ),
    Area("M-8 -104 C-30 -124 -32 -152 -12 -176 C10 -154 12 -126 -8 -104 Z", "leaf"),
    Area("M20 -98 C18 -124 34 -144 60 -150 C64 -124 48 -102 20 -98 Z", "leaf_lit"),
    Area("M-26 -80 C-50 -78 -70 -92 -76 -116 C-52 -122 -32 -106 -26 -80 Z", "leaf_shade"),
    Line(
        "M-9 -108 C-12 -128 -12 -144 -12 -158 M24 -104 C34 -120 44 -132 53 -140 M-31 -86 C-44 -94 -58 -104 -67 -111",
        "leaf_vein",
        2,
    ),
    Area("M-40 -62 H40 L31 -6 C30 -2 27 0 23 0 H-23 C-27 0 -30 -2 -31 -6 Z", "pot"),
    Area("M-40 -62 H-16 L-11 0 H-23 C-27 0 -30 -2 -31 -6 Z", "pot_shade"),
)
