"""How long a text may be where it stands: what an author is told about one that does not fit."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.errors import Problem

BISECTIONS = 12  # up to 4,096 characters, to the character


def too_long(text: str, field: str, fits: Callable[[str], bool]) -> Problem:
    """The problem of a text that does not fit its place on the map, with the length that would."""
    low, high = 0, len(text)
    for _ in range(BISECTIONS):
        middle = (low + high) // 2
        low, high = (middle, high) if middle and fits(text[:middle].rstrip()) else (low, middle)
    if low == 0:
        return Problem("no text fits there", hint="choose a larger picture, or fewer paths", field=field)
    return Problem(
        f"{len(text)} characters do not fit their place on the map",
        hint=f"shorten it to about {low} characters, or choose a larger picture",
        field=field,
    )
