"""The laptop: the screen's plane, 400 x 264, drawn flat and set in place by one matrix; the deck, in perspective.

origin of the screen: the left top of its glass      origin of the deck: the left end of the hinge
"""

from pipeline.kinds.application_email.drawing import Area, Block, Line

SCREEN_WIDTH, SCREEN_HEIGHT = 400, 264

LID = (
    Block(-13, -13, 426, 292, "shell_3", 16),
    Block(-11, -12, 422, 290, "bezel", 14),
    Block(0, 0, SCREEN_WIDTH, SCREEN_HEIGHT, "screen", 5),
)

DECK = (
    Area("M-2 0 L388 20 L272 76 L-126 54 Z", "shell"),
    Area(
        "M-126 54 L272 76 L388 20 L388 27 L273 84 C272 85 270 85 268 85 L-120 63 C-126 62 -128 58 -126 54 Z", "shell_3"
    ),
    Area("M12 8 L356 25.6 L310 48 L-34 30 Z", "key"),
    Line("M1.5 13.1 L344.5 30.8 M-10 18.8 L333 36.4 M-21.5 24.5 L321.5 42.2", "shell_2", 1.5, flat=True),
    Area("M70 45 L178 50.6 L144 67 L36 61.4 Z", "shell_2"),
)
