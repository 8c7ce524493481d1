"""The mug; origin: the middle of its foot."""

from pipeline.kinds.application_email.drawing import Area, Line, Oval

MUG = (
    Oval(0, 1, 36, 6, "desk_shade"),
    Line("M26 -44 C50 -46 50 -12 22 -12", "mug_shade", 8),
    Area("M-30 -58 H30 L26 -8 C25 -2 20 1 14 1 H-14 C-20 1 -25 -2 -26 -8 Z", "mug"),
    Area("M-30 -58 H-12 L-8 1 H-14 C-20 1 -25 -2 -26 -8 Z", "mug_shade"),
)
