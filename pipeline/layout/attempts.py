"""Ways to compose a page, the best first: the first that fits is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from pipeline.errors import FitError

T = TypeVar("T")


def first_fit(attempts: Iterable[Callable[[], T]]) -> T:
    """What the first attempt makes that raises no FitError; raises that of the last where all do."""
    refused: FitError | None = None
    for attempt in attempts:
        try:
            return attempt()
        except FitError as error:
            refused = error
    raise refused or ValueError("expected at least one attempt")
