"""The head without its hair, in profile and looking right: face, ear, features; glasses and earring.

Frame of 200 units: brow y 84, eye 105, nose tip 134, mouth 164, chin 204. The mood lies in a few units: brow low and
nearly straight, mouth level. More than 12 degrees of brow look angry, a mouth 2 units higher at its far end smug; a
smile rises in a curve. `FEATURES` are those of a thoughtful face; the other moods have features of their own.
"""

from math import radians

from pipeline.geometry import Affine, Point
from pipeline.kinds.application_email.drawing import Area, Line, Oval


def turned(degrees: float) -> Affine:
    """Into the frame of the figure, bent forward by so many degrees."""
    return Affine.translate(104, 104) @ Affine.rotate(radians(degrees), Point(90, 200))


TURNED = turned(11.5)

_BLUSH = "M112 128 C122 124 134 130 134 140 C134 150 122 154 112 150 C102 146 102 132 112 128 Z"
_NOSTRIL = Line("M158 143 C155 139 156 134 160 132", "skin_shade", 3)

FACE = (
    Area(
        "M100 14 C128 18 147 40 151 66 C152.5 78 150 86 149 93 C149 99 152 104 156 111 C161 119 168 128 171.5 134 "
        "C174 139 171 144 165 145.5 C160 147 156 147.5 154 149.5 C154 152.5 157.5 154.5 159 157.5 "
        "C160.3 160.5 158.5 163 155.5 164.3 C158.3 165.8 159.3 169.3 157.3 172 C155.3 174.6 152.6 176 152 179 "
        "C151.7 181.5 152.9 183.5 153.7 187 C155.3 195 153 201 146 204 C139 208 128 207 118 203 C104 198 90 190 78 178 "
        "C60 160 40 150 30 130 L40 40 Z",
        "skin",
    ),
    Area(  # the side towards the window, from the forehead to the nose
        "M136 32 C146 44 150 56 151 66 C152.5 78 150 86 149 93 C149 99 152 104 156 111 C161 119 168 128 171.5 134 "
        "C174 139 171 144 165 145.5 C161.5 146.8 158.5 147.2 156.5 148 C157.5 142 156 134 151 126 "
        "C145 116 140 108 140 96 C140 84 143 74 142 62 C141 50 139 40 136 32 Z",
        "skin_lit",
    ),
    Area(_BLUSH, "blush", 0.18),
)

EAR = (
    Area("M63 106 C66 94 86 93 88.5 109 C90 123 83 140 73 140 C63 138 59 121 63 106 Z", "skin"),
    Line("M71 108 C77 104 83 109 81 117 C80 123 76 127 73 128", "skin_shade", 3),
)

FEATURES = (
    Area("M150 89.5 C141 82 128 79.5 111 84.5 C125 75 143 75.5 151.5 85 C152.5 87.5 151.8 89.5 150 89.5 Z", "brow"),
    Line("M120 106 C126 99 135 98 143 102", "eye", 3.2),
    Area(
        "M133 100.5 C138 99.5 141.5 101 142 102 C142.5 107 140 111.5 137 111.5 C133.5 111.5 131.5 106 133 100.5 Z",
        "eye",
    ),
    _NOSTRIL,
    Line("M156 164.3 C150 166.4 144.5 167 139.5 166.3", "lip", 3.2),
)

RELIEVED = (  # eyes closed
    Area("M149.5 86.5 C141 79.5 128 78 111 85 C124 74 142 73.5 151 82 C152 84.5 151.3 86.5 149.5 86.5 Z", "brow"),
    Line("M119.5 103 C124.5 109.5 136 111 142.5 106.5", "eye", 3.2),
    _NOSTRIL,
    Line("M156.3 164.6 C150.5 168 144 167.4 138.8 163", "lip", 3.2),
)

GLAD = (  # eyes laughing, a line where the cheek begins
    Area(_BLUSH, "blush", 0.1),
    Area("M149.5 84 C141 75.5 128 73.5 111.5 82 C124 68 142 68.5 151 79.5 C152 82 151.3 84 149.5 84 Z", "brow"),
    Area("M119 108.5 C124 97.5 138 95.5 143.8 105.5 C137 101.5 126 102 119 108.5 Z", "eye"),
    _NOSTRIL,
    Line("M155.8 164.4 C149.5 168.6 140.5 167 135 158.6", "lip", 3.4),
    Line("M130 152 C127.4 156 127.2 160.5 129.2 164", "skin_shade", 2.6),
)

TIRED = (  # a heavy lid, a brow that sinks outwards
    Area("M150.5 83.5 C143 79 130 82 113 93 C122 80 141 72 151.3 78 C153 80.5 152.3 83.5 150.5 83.5 Z", "brow"),
    Area("M119.5 107 C125 98.5 136 96.5 143.5 101.5 L143 106 C136 104.5 127 105.5 119.5 107 Z", "skin_shade"),
    Area(
        "M132.8 105.2 C136 104.6 140 104.9 141.8 105.6 C141.8 109.2 139.8 112 137 112 "
        "C134 112 132.3 108.5 132.8 105.2 Z",
        "eye",
    ),
    Line("M119.5 107.4 C127 105.4 136 104.6 143 106", "eye", 3.2),
    Line("M123 116 C128.5 119.6 135 120 140 117.5", "skin_shade", 2.4),
    _NOSTRIL,
    Line("M156 164.3 C150 164.8 145 166 140.5 169", "lip", 3.2),
)

GLASSES = (
    Line("M121 104 C104 104 90 105 76 109", "glasses", 3.2),
    Line(
        "M121 92 C119 107 121 122 131 123.5 "
        "C141 124.5 148.5 115 149 101 C149.2 94 148 91.5 144 91 C136 90 128 90 121 92 Z",
        "glasses",
        3.4,
    ),
)

EARRING = (Oval(73, 150, 4.5, 4.5, "gold"),)
