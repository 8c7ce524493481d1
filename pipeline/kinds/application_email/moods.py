"""How the person takes the e-mail: for each mood its face, its hand and its light.

A good and a bad answer do not get the same face. All that a mood changes stands in one line of `MOODS`.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.geometry import Affine
from pipeline.kinds.application_email.drawing import Drawing
from pipeline.kinds.application_email.parts import body, hand, head

THOUGHTFUL = "thoughtful"


class Mood(NamedTuple):
    """What a mood looks like."""

    features: Drawing  # of the face, in the frame of the head
    turned: Affine  # from the frame of the head into that of the figure
    neck: Drawing  # in the frame of the figure, as are the hand and the arm
    hand_behind: Drawing  # behind the chin
    hand_before: Drawing  # before it
    arm: Drawing
    glow: float  # how strong the light behind the laptop is, 1 being as ever
    glow_color: str


MOODS = {
    THOUGHTFUL: Mood(head.FEATURES, head.TURNED, body.NECK, hand.PALM, hand.FINGERS, body.NEAR_ARM, 1, "glow"),
    "relieved": Mood(head.RELIEVED, head.turned(4), body.BARE_NECK, (), hand.AT_COLLAR, body.NEAR_ARM, 1.25, "glow"),
    "glad": Mood(head.GLAD, head.turned(8), body.BARE_NECK, (), hand.FIST, body.RAISED_ARM, 1.6, "glow_warm"),
    "tired": Mood(head.TIRED, head.turned(15.5), body.NECK, (), hand.AT_CHEEK, body.NEAR_ARM, 0.4, "glow"),
}
