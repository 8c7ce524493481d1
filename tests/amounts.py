"""How many random examples a property is tried on: a share of them by `make test`, all by `make fuzz`."""

from __future__ import annotations

import os

SHARE = float(os.environ.get("EXAMPLES_SHARE", "0.4"))  # the suite stays below five minutes on two cores
LEAST = 4


def some_of(examples: int) -> int:
    """The share of so many examples that this run tries."""
    return max(LEAST, round(examples * SHARE))
