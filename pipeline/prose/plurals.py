"""The plurals of messages, which are English."""

from __future__ import annotations

import re

_HISSES = ("s", "sh", "ch", "x", "z")


def counted(number: int, noun: str) -> str:
    """`1 picture`, `2 pictures`, `1,200 wishes`."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """The plural of a regular noun, or of words that end in one: `wishes`, `entries`, `more days`."""
    if noun.endswith(_HISSES):
        return f"{noun}es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", noun) + "s"
