"""The chair, seen from its side behind a person, and turned to the desk when nobody sits on it.

Origin: the left top corner of its back.
"""

from pipeline.kinds.application_email.drawing import Area, Line

BACK = (Area("M0 260 L0 50 C0 18 22 0 52 0 L92 0 L92 260 Z", "chair"),)

EMPTY = (
    Area("M36 300 L22 48 C20 18 40 0 68 0 L212 6 C238 8 254 26 254 52 L252 300 Z", "chair"),
    Area("M36 300 L22 48 C20 18 40 0 68 0 L86 1 C60 4 46 22 48 50 L62 300 Z", "chair_shade"),
)

THROW = (  # a woollen scarf laid over the back of the empty chair
    Area("M92 -8 C92 -14 96 -17 102 -17 L186 -14 C192 -14 196 -10 196 -4 L192 166 L98 162 Z", "top"),
    Area("M152 -15.2 L186 -14 C192 -14 196 -10 196 -4 L192 166 L154 164.4 Z", "top_lit"),
    Area("M97.2 130 L192.8 134 L192.4 150 L97.6 146 Z", "top_shade"),
    Line("M104 163 L103 184 M118 163.6 L118 185 M132 164.2 L132 186 M146 164.8 L147 187", "top", 4),
    Line("M160 165 L161 187 M174 165.4 L175 188 M187 165.8 L189 188", "top_lit", 4),
)
