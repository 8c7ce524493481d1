"""Rows below one another: all equal, or each as high as it needs."""

from __future__ import annotations

from collections.abc import Sequence


def heights(least: Sequence[float], usual: float, room: float) -> list[float]:
    """How high rows are in a room, `usual` at the most unless one needs more; none where they do not fit.

    Rows that all do with an equal share have one; else each has what it needs, and an equal share of what is left.
    """
    count = len(least)
    equal, spare = min(usual, room / count), min(room, usual * count) - sum(least)
    if max(least) <= equal:
        return [equal] * count
    return [each + max(0.0, spare) / count for each in least] if sum(least) <= room else []
