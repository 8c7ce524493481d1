"""Whether the place of the pictures still answers: one whose place does not ends, before each row has tried.

Where it answers and refuses, that may be the fault of single names, and more of them are tried.
"""

from __future__ import annotations

from pipeline.batch.making import Result
from pipeline.errors import Problem
from pipeline.places import Refused, Unanswered

MOST_UNANSWERED, MOST_REFUSED = 8, 100  # pictures one after the other


class Answers:
    """What the place at an address said to the last pictures, since one came there."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._refused: list[Problem] = []
        self._unanswered = 0

    def note(self, result: Result) -> None:
        """Note what became of a row."""
        if result.made:
            self._refused.clear()
            self._unanswered = 0
        for error in result.errors:
            if isinstance(error, Refused):
                self._refused += error.problems
                self._unanswered += isinstance(error, Unanswered)

    @property
    def have_ceased(self) -> bool:
        """Whether no more pictures are worth a try."""
        return self._unanswered >= MOST_UNANSWERED or len(self._refused) >= MOST_REFUSED

    def told(self, problems: list[Problem]) -> list[Problem]:
        """The problems, with one in place of all that the place refused at last."""
        if not self.have_ceased:
            return problems
        last = self._refused[-1].message.rpartition("cannot write: ")[2]
        fact = f"{self.place}: the last {len(self._refused)} pictures did not get there: {last}"
        hint = "look whether it can be reached; then the same command goes on where this run ended"
        return [*(each for each in problems if each not in self._refused), Problem(fact, hint=hint)]
