"""What a picture's proportions decide: how it is composed, and what a platform's buttons hide of it.

    1.25 and wider          squarer               narrower than 0.65
+--------------------+   +------------+           +--------+
| words | a picture  |   | words      |           | hidden |
|       |            |   | a picture  |           | words  |
+--------------------+   |            |           | ...    |
                         +------------+           | hidden |
                                                  +--------+
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline import sizes
from pipeline.geometry import Size

WIDE_FROM = 1.25  # width : height; squarer pictures are composed as tall ones
STORY_BELOW = 0.65  # narrower ones fill a telephone and lie under a platform's buttons


class Hidden(NamedTuple):
    """What lies under a platform's buttons at the top and at the bottom of a picture, in px."""

    top: float
    bottom: float


def is_wide(size: Size) -> bool:
    """Whether things stand beside each other rather than one above the other."""
    return size.width / size.height >= WIDE_FROM


def is_story(size: Size) -> bool:
    """Whether the picture is as narrow as a story."""
    return size.width / size.height < STORY_BELOW


def hidden(size: Size) -> Hidden:
    """What platforms hide of a picture as narrow as a story, as in the preset of that name; of others, nothing."""
    if not is_story(size):
        return Hidden(0.0, 0.0)
    story = sizes.presets()["story"]
    scale = size.height / story.height
    return Hidden(story.hidden_top * scale, story.hidden_bottom * scale)
