"""Rows below one another: all equal, or each as high as it needs."""

from __future__ import annotations

from collections.abc import Sequence

MOST_GROWTH = 1.5


def heights(least: Sequence[float], usual: float, room: float) -> list[float]:
    """How high rows are in a room, `usual` at the most unless one needs more; none where they do not fit.

    Rows that all do with an equal share have one; else each has what it needs, and an equal share of what is left, by
    which it grows no more than a half.
    """
    count, needed = len(least), sum(least)
    equal = min(usual, room / count)
    if max(least) <= equal:
        return [equal] * count
    spare = min(room, max(usual * count, MOST_GROWTH * needed)) - needed
    return [each + spare / count for each in least] if needed <= room else []
