"""What may be wrong with a run of a command, by name, and what is known of one run."""

from __future__ import annotations

import json
from typing import NamedTuple

TRACEBACK = "traceback"  # an error that no author can put right, or an exit code that none may have
HANG = "hang"
OUTSIDE_READ = "outside read"
OUTSIDE_WRITE = "outside write"
HALF_FILE = "half file"
MEMORY = "too much memory"
CONTROL = "control characters"
KINDS = (TRACEBACK, HANG, OUTSIDE_READ, OUTSIDE_WRITE, HALF_FILE, MEMORY, CONTROL)


class Finding(NamedTuple):
    """One thing that is wrong; `about` is the same for all inputs that show the same fault."""

    kind: str
    about: str
    said: str = ""


class Verdict(NamedTuple):
    """What became of an input: its exit code, None where it did not end, and the most memory that it took."""

    findings: tuple[Finding, ...] = ()
    code: int | None = None
    peak_mb: float = 0
    seconds: float = 0

    def to_json(self) -> str:
        """One line from which `from_json` makes the same verdict."""
        return json.dumps(self)


def from_json(line: str) -> Verdict:
    """The verdict that a line of JSON holds."""
    findings, *rest = json.loads(line)
    return Verdict(tuple(Finding(*each) for each in findings), *rest)
