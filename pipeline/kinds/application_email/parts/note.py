"""The sticky note on the wall, 92 x 92, with a folded corner and up to three lines of writing."""

from pipeline.kinds.application_email.drawing import Area

WIDTH = 92
TEXT_X, TEXT_MEASURE = 12, 72
BASELINES = (32, 54, 74)

PAPER = (
    Area("M0 0 H92 V74 L74 92 H0 Z", "sticky"),
    Area("M92 74 L74 92 V78 A4 4 0 0 1 78 74 Z", "sticky_shade"),
)
