"""Presentation: whether a sign is to be a picture in colours or a letter among letters.

☎ + U+FE0E   text      whatever face has it without colours
☎ + U+FE0F   emoji     the face of colours
☎, 😀        neither   as Unicode has it for the sign: ☎ is text, 😀 an emoji
"""

from __future__ import annotations

from functools import lru_cache

TEXT_SELECTOR, EMOJI_SELECTOR = "\ufe0e", "\ufe0f"
FIRST_EMOJI = "\u231a"  # that is one by default: emoji-data.txt of Unicode 15
FIRST_SIGN = "\u00a9"  # that may be an emoji, beside the digits


@lru_cache(maxsize=4096)
def is_emoji(character: str) -> bool:
    """Whether a bare sign is an emoji: Emoji_Presentation of UTS 51."""
    if character < FIRST_EMOJI:
        return False
    from uniseg.emoji import emoji_presentation

    return bool(emoji_presentation(character))


def wants_color(cluster: str) -> bool | None:
    """Whether a cluster is to be in colours; None for what is no sign, and may be either."""
    if EMOJI_SELECTOR in cluster:
        return True
    if TEXT_SELECTOR in cluster:
        return False
    first = cluster[0]
    if first < FIRST_SIGN or first.isalpha():
        return None
    return any(map(is_emoji, cluster))
