"""What is wrong with an author's material, as much of it as anybody reads at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def no_table(path: str) -> Iterator[Problem]:
    """That the name of a spec's `data` is not that of a table, if it is not."""
    from pipeline.reading.tables import SUFFIXES  # only a spec with a data file pays for this import

    if not path.lower().endswith(SUFFIXES):
        fact = f"expected a file that ends in {', '.join(SUFFIXES)}, found `{path}`"
        yield Problem(fact, hint="best a table with commas, semicolons or tabs", field="data")
