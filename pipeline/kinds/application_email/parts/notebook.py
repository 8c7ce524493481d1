"""The notebook on the desk, 330 x 112, with two things ticked and one to do; beside it a pencil."""

from pipeline.kinds.application_email.drawing import Area, Line

WIDTH = 330

NOTEBOOK = (
    Area("M44 6 L318 6 L334 112 L8 112 Z", "desk_shade"),
    Area("M40 0 L310 0 L326 104 L2 104 Z", "sheet"),
    Area("M40 0 L92 0 L74 104 L2 104 Z", "notebook"),
    Line("M112 22 L118 29 L131 14 M107 52 L113 59 L127 44", "tick", 4.5),
    Line(
        "M106 74 H118 A3 3 0 0 1 121 77 V86 A3 3 0 0 1 118 89 H106 A3 3 0 0 1 103 86 V77 A3 3 0 0 1 106 74 Z",
        "sheet_dim",
        3,
    ),
    Line("M150 23 H254 M148 53 H228", "sheet_dim", 5),
    Line("M145 83 H252", "sheet_ink", 5),
    Area("M333 6 L344 5 L361 92 L357 106 L349 94 Z", "pencil"),
    Area("M349 94 L361 92 L357 106 Z", "sheet"),
)
