"""The ways to wear one's hair, or to cover it, in the frame of the head."""

from typing import NamedTuple

from pipeline.kinds.application_email.drawing import Area, Drawing, Line


class HairStyle(NamedTuple):
    """What is drawn of a hair style."""

    under: Drawing = ()  # drawn before the face
    over: Drawing = ()  # after the face and before the ear, which so stays in view
    covering: Drawing = ()  # after ear and glasses, which so are hidden
    draped: Drawing = ()  # about neck and shoulders, in the frame of the figure

    @property
    def shows_ear(self) -> bool:
        """Whether an earring can be seen."""
        return not self.covering


BUN = HairStyle(
    under=(
        Area(
            "M-14 96 C-42 88 -66 106 -66 132 C-66 158 -44 174 -18 170 C4 166 14 146 10 126 C8 110 0 100 -14 96 Z",
            "hair",
        ),
    ),
    over=(
        Area(
            "M138.5 33 C129 42 123 61 108 74 C96 84 92 94 90 106 C84 98 66 96 61 110 C58 122 62 134 68 144 "
            "C58 160 40 174 18 171 C-10 162 -26 126 -24 86 C-22 36 14 -10 66 -12 C106 -14 134 3 140.5 25 "
            "C141.5 29 140.8 31.5 138.5 33 Z",
            "hair",
        ),
        Line("M120 22 C92 14 44 22 20 62 C8 84 6 106 12 126", "hair_line", 3),
        Line("M104 50 C82 48 56 58 44 82 C36 100 36 124 42 142", "hair_line", 3),
        Line("M-40 112 C-54 122 -54 146 -38 154", "hair_line", 3),
    ),
)

SHORT = HairStyle(
    over=(
        Area(
            "M142 36 C134 41 129 52 121 60 C111 68 105 77 102 88 C100 98 99 108 96 120 C95 126 88 127 86 122 "
            "L80 108 C74 102 65 104 62 114 C60 124 63 136 66 144 C60 154 48 163 33 164 C24 164 17 160 13 153 "
            "C-4 134 -14 111 -14 84 C-14 38 18 -8 64 -15 C92 -19 126 -14 142 4 C149 13 149 28 142 36 Z",
            "hair",
        ),
        Line("M130 16 C108 2 76 2 48 20", "hair_line", 3),
        Line("M116 40 C96 30 70 36 54 54", "hair_line", 3),
        Line("M28 46 C14 64 8 86 12 108", "hair_line", 3),
    ),
)

BOB = HairStyle(
    covering=(
        Area(
            "M138.5 33 C131 42 126 56 118 68 C108 84 106 100 107 118 C108 142 104 166 92 186 C86 196 74 200 62 199 "
            "C32 200 2 190 -16 170 C-34 148 -38 114 -34 82 C-28 32 12 -12 66 -14 C106 -16 134 3 140.5 25 "
            "C141.5 29 140.8 31.5 138.5 33 Z",
            "hair",
        ),
        Line("M118 24 C92 18 48 26 22 66 C6 92 2 128 10 156", "hair_line", 3),
        Line("M106 52 C78 58 56 82 50 116 C47 140 50 160 58 178", "hair_line", 3),
        Line("M90 84 C80 104 78 128 82 156", "hair_line", 3),
    ),
)

LONG = HairStyle(
    over=(
        Area(
            "M138.5 33 C129 42 123 61 108 74 C96 84 92 94 90 106 C84 98 66 96 61 110 C58 122 62 134 68 144 "
            "C73 176 72 214 67 246 C62 290 56 330 40 366 C32 386 20 400 7 405 C-6 409 -20 408 -30 396 "
            "C-44 380 -50 352 -50 324 C-50 260 -44 200 -38 150 C-35 126 -32 106 -26 86 C-18 36 14 -10 66 -12 "
            "C106 -14 134 3 140.5 25 C141.5 29 140.8 31.5 138.5 33 Z",
            "hair",
        ),
        Line("M120 22 C92 14 44 22 20 62 C0 100 -14 170 -20 250 C-23 300 -26 340 -20 376", "hair_line", 3),
        Line("M104 50 C82 48 56 58 44 82 C30 114 22 180 16 240 C12 290 8 330 4 366", "hair_line", 3),
        Line("M46 160 C44 210 38 262 26 312", "hair_line", 3),
    ),
)

CURLS = HairStyle(
    over=(
        Area(
            "M141 34 C134 44 132 56 122 60 C118 72 106 74 103 84 C98 92 96 100 93 108 C88 98 70 95 63 107 "
            "C58 120 60 134 66 143 C66 158 50 166 40 160 C34 174 12 174 6 160 C-10 166 -30 152 -26 134 "
            "C-44 132 -54 108 -40 96 C-58 84 -56 58 -36 54 C-46 34 -30 12 -8 16 C-10 -6 14 -22 32 -10 "
            "C40 -30 70 -32 80 -14 C94 -28 122 -22 124 -2 C142 -4 154 14 144 26 C145 29 143 32 141 34 Z",
            "hair",
        ),
        Line("M112 18 C104 8 90 10 88 20", "hair_line", 3),
        Line("M66 6 C56 -2 44 4 44 14", "hair_line", 3),
        Line("M92 48 C84 38 70 42 70 52", "hair_line", 3),
        Line("M20 34 C8 32 2 44 8 52", "hair_line", 3),
        Line("M48 54 C38 46 24 54 28 66", "hair_line", 3),
        Line("M0 84 C-12 84 -16 96 -8 104", "hair_line", 3),
        Line("M36 92 C24 88 14 98 20 108", "hair_line", 3),
        Line("M16 132 C4 132 0 142 6 150", "hair_line", 3),
    ),
)

HEADSCARF = HairStyle(
    covering=(
        Area(
            "M145 40 C136 48 128 62 122 80 C115 102 111 126 113 150 C114 172 119 188 131 207 C112 222 82 236 52 238 "
            "C24 232 -2 208 -16 174 C-30 138 -32 104 -24 74 C-12 26 22 -10 70 -13 C110 -15 138 4 145 28 "
            "C146 33 146.5 37 145 40 Z",
            "scarf",
        ),
        Area(
            "M145 40 C136 48 128 62 122 80 C115 102 111 126 113 150 C114 172 119 188 131 207 C125 212 118 216 111 219 "
            "C102 198 98 172 99 146 C101 112 108 82 122 58 C129 46 136 37 145.6 30.5 C146.2 34 146.2 37.5 145 40 Z",
            "scarf_lit",
        ),
        Line("M96 8 C58 12 22 40 8 84", "scarf_shade", 3),
        Line("M86 70 C74 108 44 142 4 156", "scarf_shade", 3),
        Line("M86 142 C76 172 54 194 22 204", "scarf_shade", 3),
    ),
    draped=(
        Area(
            "M112 250 C98 282 90 314 88 346 C98 374 132 392 172 392 C212 392 242 378 250 356 "
            "C252 338 246 312 238 290 Z",
            "scarf",
        ),
        Line("M112 316 C120 340 144 356 178 362", "scarf_shade", 3),
    ),
)

HAIR_STYLES = {"bun": BUN, "short": SHORT, "bob": BOB, "long": LONG, "curls": CURLS, "headscarf": HEADSCARF}
