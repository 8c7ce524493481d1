"""Budgets: of the ways to write a picture the best that is light enough, found with few trials.

good    412 KB    too heavy: try the floor
floor   210 KB    light enough: the best that fits lies between
  ...             halve what is left, until it is NEAR
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.errors import FitError, Problem
from pipeline.files import weight
from pipeline.formats import Encoded, Wish

NEAR = 3  # steps of quality; fewer cannot be seen, and each halving costs an encoding


class Trials:
    """The ways that were tried for one picture, each with its bytes."""

    def __init__(self, format_name: str, wish: Wish) -> None:
        self.format_name = format_name
        self.wish = wish
        self._tried: list[Encoded] = []

    def fits(self, encoded: Encoded) -> bool:
        """Whether a trial is within the budget; it is remembered either way."""
        self._tried.append(encoded)
        return self.wish.budget_bytes is None or len(encoded.data) <= self.wish.budget_bytes

    def search(self, encode: Callable[[int], bytes], good: int, floor: int) -> Encoded:
        """The highest quality up to `good` that fits, to within NEAR; raises FitError when not even `floor` does.

        The quality that is wished for is tried alone.
        """
        best = self.wish.quality or good
        first = self._at(encode, best)
        if self.fits(first):
            return first
        if self.wish.quality is not None:
            raise self.failure()
        kept = self._at(encode, floor)
        if not self.fits(kept):
            raise self.failure()
        too_much, enough = best, floor
        while too_much - enough > NEAR:
            middle = (too_much + enough) // 2
            tried = self._at(encode, middle)
            if self.fits(tried):
                kept, enough = tried, middle
            else:
                too_much = middle
        return kept

    def failure(self, hint: str = "") -> FitError:
        """That nothing fits, with the bytes of each trial; `hint` is a way out before the usual ones."""
        wish = self.wish
        tried = ", ".join(f"{_rounded_up(len(each.data))} ({each.how})" for each in self._tried)
        whose = f" for {wish.whose}" if wish.whose else ""
        fact = f"expected at most {weight(wish.budget_bytes or 0)}{whose}, found {tried} as {self.format_name}"
        return FitError(Problem(fact, field="budget", hint="; ".join(filter(None, (hint, self._hint())))))

    def _at(self, encode: Callable[[int], bytes], quality: int) -> Encoded:
        return Encoded(encode(quality), f"quality {quality}")

    def _hint(self) -> str:
        lightest = min(len(each.data) for each in self._tried)
        enough = f"`budget: {_rounded_up(lightest)}` would do"
        if self.wish.quality is not None and self.format_name != "png":
            return f"remove `quality`, so that it is chosen to fit; {enough}"
        return f"choose another of the formats, a smaller size, or fewer gradients and pictures; {enough}"


def _rounded_up(size_bytes: int) -> str:
    """A weight in words that is not less than the bytes."""
    step = 1_000 if size_bytes <= 999_000 else 100_000
    return weight(-(-size_bytes // step) * step)
