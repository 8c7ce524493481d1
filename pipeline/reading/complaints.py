"""What is wrong with an author's material, as much of it as anybody reads at once."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import Problem
from pipeline.prose import counted

MOST = 50  # beyond that the file is something else than it is taken for


def at_most(problems: Sequence[Problem], most: int = MOST) -> Sequence[Problem]:
    """The problems, of very many the first, with how many more there are."""
    rest = len(problems) - most
    if rest <= 0:
        return problems
    fact = f"and {counted(rest, 'more problem')}, from here on"
    return [*problems[:most], problems[most]._replace(message=fact, hint="")]
